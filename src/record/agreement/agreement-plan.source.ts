import type { ListDefinition } from '../../ground/gql/connection.ts';
import { RECORD_NEEDS } from '../../ground/record/record.type.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import type { AgreementPlanRow } from './agreement-plan.row.ts';
import { type AgreementPlan, toAgreementPlan } from './agreement-plan.type.ts';
import { agreementPlanSource } from './agreement.source.ts';

const NEEDS = {
  ...RECORD_NEEDS,
  issued: ['issuedEarliest', 'issuedLatest'],
  agreement: ['agreementId'],
  document: ['documentId'],
  fedBy: ['fedById'],
};

/** The list of yearly plans, by year. */
export function agreementPlanList(viewer: Viewer, on: string): ListDefinition<AgreementPlanRow, AgreementPlan> {
  return {
    type: 'AgreementPlan',
    source: agreementPlanSource(viewer, on),
    convert: toAgreementPlan,
    defaultOrder: [{ field: 'year', direction: 'ASC' }],
    always: ['id'],
    needs: NEEDS,
    variant: on,
  };
}
