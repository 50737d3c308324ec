import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordRow, SourcedRow } from '../../ground/record/record.row.ts';
import type { OrganisationRole } from '../common/organisation-role.ts';

/** What kind of campaign it is. */
export type CampaignKind = 'CAMPAIGN' | 'MONTH' | 'WEEK';

/** A campaign: national, or as one province carries it out. */
@Entity('campaign')
export class CampaignRow extends RecordRow {
  @Column({ type: 'text' }) kind!: CampaignKind;
  @Column({ name: 'national_id', type: 'integer', nullable: true }) nationalId!: number | null;
  @Column({ name: 'movement_id', type: 'integer', nullable: true }) movementId!: number | null;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'name_en', type: 'text', nullable: true }) nameEn!: string | null;
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  @Column({ type: 'text' }) folded!: string;
  @Column({ type: 'text', nullable: true }) description!: string | null;
  @Column({ type: 'integer', nullable: true }) year!: number | null;
  @Column({ name: 'starts_earliest', type: 'date', nullable: true }) startsEarliest!: string | null;
  @Column({ name: 'starts_latest', type: 'date', nullable: true }) startsLatest!: string | null;
  @Column({ name: 'ends_earliest', type: 'date', nullable: true }) endsEarliest!: string | null;
  @Column({ name: 'ends_latest', type: 'date', nullable: true }) endsLatest!: string | null;
}

/** What an organisation has to do with a campaign. */
@Entity('campaign_role')
export class CampaignRoleRow extends SourcedRow {
  @PrimaryColumn({ name: 'campaign_id', type: 'integer' }) campaignId!: number;
  @PrimaryColumn({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
  @PrimaryColumn({ type: 'text' }) role!: OrganisationRole;
  @Column({ type: 'text', nullable: true }) among!: string | null;
}

/** The table classes of this room. */
export const campaignRows = [CampaignRow, CampaignRoleRow] as const;
