import { everyOrganisationSource } from '../../catalogue/organisation/organisation.source.ts';
import { unitSource } from '../../catalogue/unit/unit.source.ts';
import type { ListSource } from '../../ground/database/list-source.ts';
import type { ListDefinition } from '../../ground/gql/connection.ts';
import { namedFields, recordSource, spanField } from '../../ground/record/record.source.ts';
import { RECORD_NEEDS } from '../../ground/record/record.type.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { campaignSource } from '../campaign/campaign.source.ts';
import { recordRelations, recordSpecials } from '../common/record-list.ts';
import { movementSource } from '../movement/movement.source.ts';
import { stepSql } from './award-ladder.ts';
import { AwardRow } from './award.row.ts';
import { type Award, toAward } from './award.type.ts';

/** Awards as the viewer sees them, under the alias `aw0`; names in filters are those of the day (ISO date). */
function awardSource(viewer: Viewer, on: string): ListSource {
  return recordSource(AwardRow, 'award', 'aw0', viewer, 'Award', {
    name: 'awards',
    fields: {
      ...namedFields('aw0'),
      rung: { sql: 'aw0.rung', type: 'text' },
      ladder: { sql: stepSql('aw0.rung', ({ ladder }) => ladder), type: 'text', orderable: true },
      rank: { sql: stepSql('aw0.rung', ({ rank }) => rank), type: 'integer', orderable: true },
      recipientKind: { sql: 'aw0.recipient_kind', type: 'text' },
      reason: { sql: 'aw0.reason', type: 'text' },
      quantity: { sql: 'aw0.quantity', type: 'integer', orderable: true },
      decided: spanField('aw0', 'decided'),
    },
    relations: {
      ...recordRelations('aw0', on),
      organisation: { source: () => everyOrganisationSource(on), on: 'o0.id = aw0.organisation_id' },
      unit: { source: () => unitSource(viewer, on), on: 'u0.id = aw0.unit_id' },
      movement: { source: () => movementSource(viewer, on), on: 'm0.id = aw0.movement_id' },
      campaign: { source: () => campaignSource(viewer, on), on: 'c0.id = aw0.campaign_id' },
    },
    special: recordSpecials('aw0'),
  });
}

const NEEDS = {
  ...RECORD_NEEDS,
  ladder: ['rung'],
  rank: ['rung'],
  form: ['rung'],
  level: ['rung'],
  decided: ['decidedEarliest', 'decidedLatest'],
  organisation: ['organisationId'],
  unit: ['unitId'],
  movement: ['movementId'],
  campaign: ['campaignId'],
  decision: ['decisionId'],
};

/** The list of awards, by name. */
export function awardList(viewer: Viewer, on: string): ListDefinition<AwardRow, Award> {
  return {
    type: 'Award',
    source: awardSource(viewer, on),
    convert: toAward,
    defaultOrder: [{ field: 'sortKey', direction: 'ASC' }],
    always: ['id'],
    needs: NEEDS,
    variant: on,
  };
}
