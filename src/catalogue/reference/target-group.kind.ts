import type { RecordKind } from '../../ground/record/record-kind.ts';
import { TargetGroupRow } from './reference.row.ts';

/** How target groups are written and kept. */
export const targetGroupKind: RecordKind = {
  type: 'TargetGroup',
  row: TargetGroupRow,
  titled: { by: 'name', and: ['nameEn'] },
  sourced: true,
  parts: {},
};
