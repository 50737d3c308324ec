import type { RecordKind } from '../../ground/record/record-kind.ts';
import { ObligationRow } from './obligation.row.ts';

/** How obligations are written and kept. They have no name of their own. */
export const obligationKind: RecordKind = {
  type: 'Obligation',
  row: ObligationRow,
  sourced: true,
  parts: {},
};
