import type { RecordKind } from '../../ground/record/record-kind.ts';
import { ActivityPolicyRow, ActivityRoleRow, ActivityRow, ActivityTargetRow } from './activity.row.ts';

/** How activities are written and kept. */
export const activityKind: RecordKind = {
  type: 'Activity',
  row: ActivityRow,
  titled: { by: 'name' },
  sourced: true,
  parts: {
    roles: { row: ActivityRoleRow, parent: 'activityId', order: ['organisationId', 'role'], sourced: true },
    targetGroups: { row: ActivityTargetRow, parent: 'activityId', order: ['targetGroupId'], sourced: false },
    policies: { row: ActivityPolicyRow, parent: 'activityId', order: ['policyId'], sourced: false },
  },
};
