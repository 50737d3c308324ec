import type { RecordKind } from '../../ground/record/record-kind.ts';
import { AwardRow } from './award.row.ts';

/** How awards are written and kept. */
export const awardKind: RecordKind = {
  type: 'Award',
  row: AwardRow,
  titled: { by: 'name', and: ['recipient'] },
  sourced: true,
  parts: {},
};
