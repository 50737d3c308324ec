import type { RecordKind } from '../../ground/record/record-kind.ts';
import { PolicyReferenceRow } from './reference.row.ts';

/** How references to policies are written and kept. */
export const policyReferenceKind: RecordKind = {
  type: 'PolicyReference',
  row: PolicyReferenceRow,
  titled: { by: 'title', and: ['symbol'] },
  sourced: true,
  parts: {},
};
