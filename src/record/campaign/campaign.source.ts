import type { ListSource } from '../../ground/database/list-source.ts';
import type { ListDefinition } from '../../ground/gql/connection.ts';
import { namedFields, partList, recordSource, spanField } from '../../ground/record/record.source.ts';
import { RECORD_NEEDS } from '../../ground/record/record.type.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { toParticipation } from '../common/organisation-role.ts';
import { recordRelations, recordSpecials, roleRelation } from '../common/record-list.ts';
import { movementSource } from '../movement/movement.source.ts';
import { CampaignRoleRow, CampaignRow } from './campaign.row.ts';
import { type Campaign, toCampaign } from './campaign.type.ts';

/** Campaigns as the viewer sees them, under the alias `c0`; names in filters are those of the day (ISO date). */
export function campaignSource(viewer: Viewer, on: string): ListSource {
  return recordSource(CampaignRow, 'campaign', 'c0', viewer, 'Campaign', {
    name: 'campaigns',
    fields: {
      ...namedFields('c0'),
      kind: { sql: 'c0.kind', type: 'text' },
      year: { sql: 'c0.year', type: 'integer' },
      starts: spanField('c0', 'starts'),
      ends: spanField('c0', 'ends'),
    },
    relations: {
      ...recordRelations('c0', on),
      roles: roleRelation('campaign_role', 'campaign_id', 'c0', on),
      movement: { source: () => movementSource(viewer, on), on: 'm0.id = c0.movement_id' },
    },
    special: {
      ...recordSpecials('c0'),
      national: (value) => `(c0.national_id is null and c0.keeper_id is null) = ${value === true}`,
    },
  });
}

const NEEDS = {
  ...RECORD_NEEDS,
  name: ['name', 'nameEn'],
  starts: ['startsEarliest', 'startsLatest'],
  ends: ['endsEarliest', 'endsLatest'],
  national: ['nationalId'],
  movement: ['movementId'],
};

/** The list of campaigns, by name. */
export function campaignList(viewer: Viewer, on: string): ListDefinition<CampaignRow, Campaign> {
  return {
    type: 'Campaign',
    source: campaignSource(viewer, on),
    convert: toCampaign,
    defaultOrder: [{ field: 'sortKey', direction: 'ASC' }],
    always: ['id'],
    needs: NEEDS,
    variant: on,
  };
}

/** The organisations of a campaign with their roles. */
export const campaignRoles = partList(CampaignRoleRow, 'campaign_role', 'cr0', {
  by: 'campaign_id',
  order: 'cr0.role, cr0.organisation_id',
  convert: toParticipation,
  needs: { organisation: ['organisationId'] },
});
