import { everyOrganisationSource } from '../../catalogue/organisation/organisation.source.ts';
import { personSource } from '../../catalogue/person/person.source.ts';
import type { ListRelation, ListSource } from '../../ground/database/list-source.ts';
import type { ListDefinition } from '../../ground/gql/connection.ts';
import { namedFields, partList, type PartList, recordSource } from '../../ground/record/record.source.ts';
import { RECORD_NEEDS } from '../../ground/record/record.type.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { agreementEventSource, agreementPlanSource, agreementSource } from '../agreement/agreement.source.ts';
import { campaignSource } from '../campaign/campaign.source.ts';
import { recordRelations, recordSpecials } from '../common/record-list.ts';
import { movementSource } from '../movement/movement.source.ts';
import {
  EvaluationCriterionRow,
  type EvaluationRemarkKind,
  EvaluationRemarkRow,
  EvaluationRow,
} from './evaluation.row.ts';
import {
  type Evaluation,
  type EvaluationRemark,
  toEvaluation,
  toEvaluationCriterion,
  toEvaluationRemark,
} from './evaluation.type.ts';

/** The relation to the record of another list that a column of ours names. */
export function relationTo(source: () => ListSource, column: string): ListRelation {
  return { source, on: `${source().key[0]?.sql} = ${column}` };
}

/** Evaluations as the viewer sees them, under the alias `ev0`; names in filters are those of the day (ISO date). */
export function evaluationSource(viewer: Viewer, on: string): ListSource {
  return recordSource(EvaluationRow, 'evaluation', 'ev0', viewer, 'Evaluation', {
    name: 'evaluations',
    fields: {
      ...namedFields('ev0'),
      stage: { sql: 'ev0.stage', type: 'text' },
      grade: { sql: 'ev0.grade', type: 'text' },
      year: { sql: 'coalesce(ev0.year, 9999)', known: 'ev0.year', type: 'integer', orderable: true },
    },
    relations: {
      ...recordRelations('ev0', on),
      evaluated: relationTo(() => everyOrganisationSource(on), 'ev0.evaluated_id'),
      agreement: relationTo(() => agreementSource(viewer, on), 'ev0.agreement_id'),
      plan: relationTo(() => agreementPlanSource(viewer, on), 'ev0.plan_id'),
      meeting: relationTo(() => agreementEventSource(viewer, on), 'ev0.meeting_id'),
      movement: relationTo(() => movementSource(viewer, on), 'ev0.movement_id'),
      campaign: relationTo(() => campaignSource(viewer, on), 'ev0.campaign_id'),
      concludedBy: relationTo(() => personSource(viewer, on), 'ev0.concluded_by_id'),
    },
    special: {
      ...recordSpecials('ev0'),
      allParties: (value) => `(ev0.evaluated_id is null) = ${value === true}`,
    },
  });
}

const NEEDS = {
  ...RECORD_NEEDS,
  agreement: ['agreementId'],
  plan: ['planId'],
  meeting: ['meetingId'],
  movement: ['movementId'],
  campaign: ['campaignId'],
  evaluated: ['evaluatedId'],
  concludedBy: ['concludedById'],
  stages: ['agreementId', 'movementId', 'campaignId', 'year', 'evaluatedId'],
};

/** The list of evaluations, by name. */
export function evaluationList(viewer: Viewer, on: string): ListDefinition<EvaluationRow, Evaluation> {
  return {
    type: 'Evaluation',
    source: evaluationSource(viewer, on),
    convert: toEvaluation,
    defaultOrder: [{ field: 'sortKey', direction: 'ASC' }],
    always: ['id'],
    needs: NEEDS,
    variant: on,
  };
}

/** The criteria of an evaluation. */
export const evaluationCriteria = partList(EvaluationCriterionRow, 'evaluation_criterion', 'ec0', {
  by: 'evaluation_id',
  order: 'ec0.ordinal',
  convert: toEvaluationCriterion,
  needs: {},
});

function remarks(kind: EvaluationRemarkKind): PartList<EvaluationRemarkRow, EvaluationRemark> {
  const list = partList(EvaluationRemarkRow, 'evaluation_remark', 'er0', {
    by: 'evaluation_id',
    order: 'er0.ordinal',
    convert: toEvaluationRemark,
    needs: { organisation: ['organisationId'] },
  });
  return { ...list, variant: kind, source: { ...list.source, always: `er0.kind = '${kind}'` } };
}

/** The findings of an evaluation. */
export const evaluationFindings = remarks('FINDING');
/** The lessons of an evaluation. */
export const evaluationLessons = remarks('LESSON');
