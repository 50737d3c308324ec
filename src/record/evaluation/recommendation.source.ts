import { everyOrganisationSource } from '../../catalogue/organisation/organisation.source.ts';
import { personSource } from '../../catalogue/person/person.source.ts';
import { targetGroupSource } from '../../catalogue/reference/reference.source.ts';
import type { ListRelation, ListSource } from '../../ground/database/list-source.ts';
import type { ListDefinition } from '../../ground/gql/connection.ts';
import { partList, recordSource, spanField } from '../../ground/record/record.source.ts';
import { RECORD_NEEDS } from '../../ground/record/record.type.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { agreementEventSource, agreementSource } from '../agreement/agreement.source.ts';
import { recordRelations, recordSpecials } from '../common/record-list.ts';
import { evaluationSource, relationTo } from './evaluation.source.ts';
import { FollowUpRow, RecommendationAddresseeRow, RecommendationRow } from './recommendation.row.ts';
import { type Recommendation, toAddressee, toFollowUp, toRecommendation } from './recommendation.type.ts';

/** Recommendations as the viewer sees them, under the alias `rc0`; names and what is overdue are those of the day (ISO date). */
function recommendationSource(viewer: Viewer, on: string): ListSource {
  return recordSource(RecommendationRow, 'recommendation', 'rc0', viewer, 'Recommendation', {
    name: 'recommendations',
    fields: {
      kind: { sql: 'rc0.kind', type: 'text' },
      text: { sql: 'rc0.text', type: 'text', folded: 'rc0.folded' },
      sortKey: { sql: 'rc0.sort_key', type: 'text', orderable: true },
      state: { sql: 'rc0.state', type: 'text' },
      deadline: {
        sql: `coalesce(rc0.deadline, 'infinity'::date)`,
        known: 'rc0.deadline',
        type: 'date',
        orderable: true,
      },
      ordinalOrder: { sql: 'coalesce(rc0.ordinal, 2147483647)', type: 'integer', orderable: true },
      issued: spanField('rc0', 'issued'),
    },
    relations: {
      ...recordRelations('rc0', on),
      from: relationTo(() => everyOrganisationSource(on), 'rc0.from_id'),
      to: throughTable(() => everyOrganisationSource(on), 'recommendation_addressee', 'organisation_id'),
      targetGroups: throughTable(() => targetGroupSource(viewer, on), 'recommendation_target', 'target_group_id'),
      speaker: relationTo(() => personSource(viewer, on), 'rc0.speaker_id'),
      agreement: relationTo(() => agreementSource(viewer, on), 'rc0.agreement_id'),
      evaluation: relationTo(() => evaluationSource(viewer, on), 'rc0.evaluation_id'),
      meeting: relationTo(() => agreementEventSource(viewer, on), 'rc0.meeting_id'),
    },
    special: {
      ...recordSpecials('rc0'),
      overdue: (value) => `${overdueSql(on)} = ${value === true}`,
    },
  });
}

/** `isOverdue` as SQL. */
function overdueSql(today: string): string {
  return `(case when rc0.state is not null and rc0.deadline is not null then rc0.deadline < date '${today}' and rc0.state in ('OPEN', 'IN_PROGRESS')
    and (rc0.closed_on is null or rc0.closed_on > date '${today}') end)`;
}

/** The relation to the rows of another list that a table joins to recommendations. */
function throughTable(source: () => ListSource, table: string, key: string): ListRelation {
  const joined = (): ListSource => {
    const list = source();
    return { ...list, from: `${list.from} join ${table} link0 on link0.${key} = ${list.key[0]?.sql}` };
  };
  return { source: joined, on: 'link0.recommendation_id = rc0.id' };
}

const NEEDS = {
  ...RECORD_NEEDS,
  issued: ['issuedEarliest', 'issuedLatest'],
  overdue: ['deadline', 'state', 'closedOn'],
  from: ['fromId'],
  to: [],
  speaker: ['speakerId'],
  agreement: ['agreementId'],
  evaluation: ['evaluationId'],
  meeting: ['meetingId'],
  document: ['documentId'],
};

/** The list of recommendations, in the order of those made together, then by their words. */
export function recommendationList(viewer: Viewer, on: string): ListDefinition<RecommendationRow, Recommendation> {
  return {
    type: 'Recommendation',
    source: recommendationSource(viewer, on),
    convert: toRecommendation,
    defaultOrder: [
      { field: 'ordinalOrder', direction: 'ASC' },
      { field: 'sortKey', direction: 'ASC' },
    ],
    always: ['id'],
    needs: NEEDS,
    variant: on,
  };
}

/** The organisations that a recommendation is addressed to. */
export const recommendationAddressees = partList(RecommendationAddresseeRow, 'recommendation_addressee', 'ra0', {
  by: 'recommendation_id',
  order: 'ra0.organisation_id',
  convert: toAddressee,
  needs: {},
  always: ['organisationId'],
});

/** What was done about a recommendation, oldest first. */
export const followUpList = partList(FollowUpRow, 'follow_up', 'fu0', {
  by: 'recommendation_id',
  order: 'fu0.ordinal',
  convert: toFollowUp,
  needs: { organisation: ['organisationId'] },
});
