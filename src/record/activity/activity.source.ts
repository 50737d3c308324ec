import { everyPlaceSource } from '../../catalogue/place/place.source.ts';
import { policyReferenceSource, targetGroupSource } from '../../catalogue/reference/reference.source.ts';
import type { ListSource } from '../../ground/database/list-source.ts';
import type { ListDefinition } from '../../ground/gql/connection.ts';
import { namedFields, partList, recordSource, spanField } from '../../ground/record/record.source.ts';
import { RECORD_NEEDS } from '../../ground/record/record.type.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { agreementSource } from '../agreement/agreement.source.ts';
import { campaignSource } from '../campaign/campaign.source.ts';
import { toParticipation } from '../common/organisation-role.ts';
import { recordRelations, recordsWithin, roleRelation } from '../common/record-list.ts';
import { linkRelation } from '../common/through-links.ts';
import { movementSource } from '../movement/movement.source.ts';
import { ActivityRoleRow, ActivityRow } from './activity.row.ts';
import { type Activity, toActivity } from './activity.type.ts';

/** The table that ties target groups to activities, from the activity. */
export const ACTIVITY_TARGETS = { table: 'activity_target', row: 'target_group_id', to: 'activity_id' } as const;

/** The table that ties policies to activities, from the activity. */
export const ACTIVITY_POLICIES = { table: 'activity_policy', row: 'policy_id', to: 'activity_id' } as const;

/** Activities as the viewer sees them, under the alias `a0`; names in filters are those of the day (ISO date). */
function activitySource(viewer: Viewer, on: string): ListSource {
  return recordSource(ActivityRow, 'activity', 'a0', viewer, 'Activity', {
    name: 'activities',
    fields: {
      ...namedFields('a0'),
      kind: { sql: 'a0.kind', type: 'text' },
      held: spanField('a0', 'held'),
      participants: { sql: 'a0.participants', type: 'bigint' },
      gifts: { sql: 'a0.gifts', type: 'bigint' },
      valueVnd: { sql: 'a0.value_vnd', type: 'numeric' },
    },
    relations: {
      ...recordRelations('a0', on),
      roles: roleRelation('activity_role', 'activity_id', 'a0', on),
      place: { source: () => everyPlaceSource(on), on: 'p0.id = a0.place_id' },
      campaign: { source: () => campaignSource(viewer, on), on: 'c0.id = a0.campaign_id' },
      movement: { source: () => movementSource(viewer, on), on: 'm0.id = a0.movement_id' },
      agreement: { source: () => agreementSource(viewer, on), on: 'ag0.id = a0.agreement_id' },
      targetGroup: linkRelation('a0', () => targetGroupSource(viewer, on), ACTIVITY_TARGETS),
      policy: linkRelation('a0', () => policyReferenceSource(viewer, on), ACTIVITY_POLICIES),
    },
    special: {
      within: recordsWithin('a0.province_id', 'a0.place_id'),
    },
  });
}

const NEEDS = {
  ...RECORD_NEEDS,
  held: ['heldEarliest', 'heldLatest'],
  campaign: ['campaignId'],
  movement: ['movementId'],
  agreement: ['agreementId'],
  place: ['placeId'],
};

/** The list of activities, by name. */
export function activityList(viewer: Viewer, on: string): ListDefinition<ActivityRow, Activity> {
  return {
    type: 'Activity',
    source: activitySource(viewer, on),
    convert: toActivity,
    defaultOrder: [{ field: 'sortKey', direction: 'ASC' }],
    always: ['id'],
    needs: NEEDS,
    variant: on,
  };
}

/** The organisations of an activity with their roles. */
export const activityRoles = partList(ActivityRoleRow, 'activity_role', 'ar0', {
  by: 'activity_id',
  order: 'ar0.role, ar0.organisation_id',
  convert: toParticipation,
  needs: { organisation: ['organisationId'] },
});
