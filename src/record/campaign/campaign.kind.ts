import type { RecordKind } from '../../ground/record/record-kind.ts';
import { CampaignRoleRow, CampaignRow } from './campaign.row.ts';

/** How campaigns are written and kept. */
export const campaignKind: RecordKind = {
  type: 'Campaign',
  row: CampaignRow,
  titled: { by: 'name', and: ['nameEn'] },
  sourced: true,
  parts: {
    roles: { row: CampaignRoleRow, parent: 'campaignId', order: ['organisationId', 'role'], sourced: true },
  },
};
