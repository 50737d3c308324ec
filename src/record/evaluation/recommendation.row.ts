import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { RecordRow, SourcedRow } from '../../ground/record/record.row.ts';

/** What a recommendation is, by who speaks to whom. */
export type RecommendationKind = 'DIRECTIVE' | 'REQUEST' | 'PROPOSAL';
/** What became of a recommendation. */
export type RecommendationState = 'OPEN' | 'IN_PROGRESS' | 'DONE' | 'DECLINED';

/** Something that an organisation directs, requests or proposes. */
@Entity('recommendation')
export class RecommendationRow extends RecordRow {
  @Column({ type: 'text' }) kind!: RecommendationKind;
  @Column({ name: 'from_id', type: 'integer' }) fromId!: number;
  @Column({ name: 'speaker_id', type: 'integer', nullable: true }) speakerId!: number | null;
  /** To whom, in the words of the source. */
  @Column({ type: 'text', nullable: true }) addressee!: string | null;
  @Column({ type: 'integer', nullable: true }) ordinal!: number | null;
  @Column({ type: 'text' }) text!: string;
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  @Column({ type: 'text' }) folded!: string;
  @Column({ type: 'date', nullable: true }) deadline!: string | null;
  /** Null where the source does not say what became of it. */
  @Column({ type: 'text', nullable: true }) state!: RecommendationState | null;
  @Column({ name: 'agreement_id', type: 'integer', nullable: true }) agreementId!: number | null;
  @Column({ name: 'evaluation_id', type: 'integer', nullable: true }) evaluationId!: number | null;
  @Column({ name: 'meeting_id', type: 'integer', nullable: true }) meetingId!: number | null;
  @Column({ name: 'document_id', type: 'integer', nullable: true }) documentId!: number | null;
  @Column({ name: 'issued_earliest', type: 'date', nullable: true }) issuedEarliest!: string | null;
  @Column({ name: 'issued_latest', type: 'date', nullable: true }) issuedLatest!: string | null;
}

/** An organisation that a recommendation is addressed to. */
@Entity('recommendation_addressee')
export class RecommendationAddresseeRow {
  @PrimaryColumn({ name: 'recommendation_id', type: 'integer' }) recommendationId!: number;
  @PrimaryColumn({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
}

/** A group of people that a recommendation is about. */
@Entity('recommendation_target')
export class RecommendationTargetRow {
  @PrimaryColumn({ name: 'recommendation_id', type: 'integer' }) recommendationId!: number;
  @PrimaryColumn({ name: 'target_group_id', type: 'integer' }) targetGroupId!: number;
}

/** What was done about a recommendation. */
@Entity('follow_up')
export class FollowUpRow extends SourcedRow {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Column({ name: 'recommendation_id', type: 'integer' }) recommendationId!: number;
  @Column({ type: 'integer' }) ordinal!: number;
  @Column({ name: 'organisation_id', type: 'integer', nullable: true }) organisationId!: number | null;
  @Column({ name: 'on_date', type: 'date' }) on!: string;
  @Column({ type: 'text' }) text!: string;
  @Column({ type: 'text' }) state!: RecommendationState;
}

/** The table classes of recommendations. */
export const recommendationRows = [
  RecommendationRow,
  RecommendationAddresseeRow,
  RecommendationTargetRow,
  FollowUpRow,
] as const;
