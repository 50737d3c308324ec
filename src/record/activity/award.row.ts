import { Column, Entity } from 'typeorm';
import { RecordRow } from '../../ground/record/record.row.ts';
import type { AwardRung } from './award-ladder.ts';

/** Whom an award goes to. */
export type AwardRecipientKind = 'PERSON' | 'COLLECTIVE';
/** What an award is given for. */
export type AwardReason = 'ANNUAL' | 'MOVEMENT' | 'THEMATIC' | 'SUDDEN';

/** One award, or several of the same kind by the same decision. */
@Entity('award')
export class AwardRow extends RecordRow {
  @Column({ type: 'text' }) rung!: AwardRung;
  @Column({ name: 'recipient_kind', type: 'text' }) recipientKind!: AwardRecipientKind;
  @Column({ name: 'organisation_id', type: 'integer', nullable: true }) organisationId!: number | null;
  @Column({ name: 'unit_id', type: 'integer', nullable: true }) unitId!: number | null;
  /** A collective; persons are counted, never named. */
  @Column({ type: 'text', nullable: true }) recipient!: string | null;
  @Column({ type: 'integer' }) quantity!: number;
  @Column({ type: 'text' }) reason!: AwardReason;
  @Column({ name: 'movement_id', type: 'integer', nullable: true }) movementId!: number | null;
  @Column({ name: 'campaign_id', type: 'integer', nullable: true }) campaignId!: number | null;
  @Column({ name: 'decision_id', type: 'integer', nullable: true }) decisionId!: number | null;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  @Column({ type: 'text' }) folded!: string;
  @Column({ name: 'decided_earliest', type: 'date', nullable: true }) decidedEarliest!: string | null;
  @Column({ name: 'decided_latest', type: 'date', nullable: true }) decidedLatest!: string | null;
}

/** The table classes of awards. */
export const awardRows = [AwardRow] as const;
