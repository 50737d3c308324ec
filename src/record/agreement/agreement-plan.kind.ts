import type { RecordKind } from '../../ground/record/record-kind.ts';
import { AgreementPlanRow } from './agreement-plan.row.ts';

/** How yearly plans are written and kept. */
export const agreementPlanKind: RecordKind = {
  type: 'AgreementPlan',
  row: AgreementPlanRow,
  titled: { by: 'name' },
  sourced: true,
  parts: {},
};
