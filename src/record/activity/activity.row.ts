import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordRow, SourcedRow } from '../../ground/record/record.row.ts';
import type { OrganisationRole } from '../common/organisation-role.ts';

/** What is done in an activity. */
export type ActivityKind =
  | 'GIFTS'
  | 'MEDICAL_CARE'
  | 'LEGAL_ADVICE'
  | 'DISCOUNT_SALE'
  | 'CULTURE_SPORT'
  | 'CHARITY'
  | 'TRAINING'
  | 'DIALOGUE'
  | 'INFRASTRUCTURE'
  | 'ENLISTMENT'
  | 'SECURITY'
  | 'ENTERPRISE_SUPPORT'
  | 'COMMUNICATION'
  | 'OTHER';

/** Something that was held or done, as a gift-giving or a free clinic. */
@Entity('activity')
export class ActivityRow extends RecordRow {
  @Column({ type: 'text' }) kind!: ActivityKind;
  @Column({ name: 'campaign_id', type: 'integer', nullable: true }) campaignId!: number | null;
  @Column({ name: 'movement_id', type: 'integer', nullable: true }) movementId!: number | null;
  @Column({ name: 'agreement_id', type: 'integer', nullable: true }) agreementId!: number | null;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  @Column({ type: 'text' }) folded!: string;
  @Column({ type: 'text', nullable: true }) description!: string | null;
  @Column({ name: 'held_earliest', type: 'date', nullable: true }) heldEarliest!: string | null;
  @Column({ name: 'held_latest', type: 'date', nullable: true }) heldLatest!: string | null;
  @Column({ name: 'place_id', type: 'integer', nullable: true }) placeId!: number | null;
  /** Turns (lượt người), decimal. */
  @Column({ type: 'bigint', nullable: true }) participants!: string | null;
  /** Decimal. */
  @Column({ type: 'bigint', nullable: true }) gifts!: string | null;
  /** Whole đồng, decimal. */
  @Column({ name: 'value_vnd', type: 'numeric', precision: 20, scale: 0, nullable: true }) valueVnd!: string | null;
}

/** What an organisation has to do with an activity; at most one leads. */
@Entity('activity_role')
export class ActivityRoleRow extends SourcedRow {
  @PrimaryColumn({ name: 'activity_id', type: 'integer' }) activityId!: number;
  @PrimaryColumn({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
  @PrimaryColumn({ type: 'text' }) role!: OrganisationRole;
}

/** Whom an activity is for. */
@Entity('activity_target')
export class ActivityTargetRow {
  @PrimaryColumn({ name: 'activity_id', type: 'integer' }) activityId!: number;
  @PrimaryColumn({ name: 'target_group_id', type: 'integer' }) targetGroupId!: number;
}

/** A policy that an activity carries out. */
@Entity('activity_policy')
export class ActivityPolicyRow {
  @PrimaryColumn({ name: 'activity_id', type: 'integer' }) activityId!: number;
  @PrimaryColumn({ name: 'policy_id', type: 'integer' }) policyId!: number;
}

/** The table classes of activities. */
export const activityRows = [ActivityRow, ActivityRoleRow, ActivityTargetRow, ActivityPolicyRow] as const;
