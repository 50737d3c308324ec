import { Column, Entity } from 'typeorm';
import { RecordRow } from '../../ground/record/record.row.ts';

/** Whom activities and agreements are for. */
@Entity('target_group')
export class TargetGroupRow extends RecordRow {
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'name_en', type: 'text', nullable: true }) nameEn!: string | null;
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  @Column({ type: 'text' }) folded!: string;
}

/** A resolution, a law or their like that records refer to. */
@Entity('policy_reference')
export class PolicyReferenceRow extends RecordRow {
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text', nullable: true }) symbol!: string | null;
  /** Who adopted it, in words: the hub keeps no such bodies as organisations. */
  @Column({ type: 'text', nullable: true }) issuer!: string | null;
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  @Column({ type: 'text' }) folded!: string;
  @Column({ name: 'adopted_earliest', type: 'date', nullable: true }) adoptedEarliest!: string | null;
  @Column({ name: 'adopted_latest', type: 'date', nullable: true }) adoptedLatest!: string | null;
}

/** The table classes of this room. */
export const referenceRows = [TargetGroupRow, PolicyReferenceRow] as const;
