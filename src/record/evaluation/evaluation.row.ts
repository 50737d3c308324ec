import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { RecordRow, SourcedRow } from '../../ground/record/record.row.ts';

/** How far an evaluation has come. */
export type EvaluationStage = 'SELF' | 'REVIEW' | 'CONCLUDED';
/** The grade that an evaluation states. */
export type EvaluationGrade = 'EXCELLENT' | 'GOOD' | 'COMPLETED' | 'NOT_COMPLETED';
/** What a remark of an evaluation is. */
export type EvaluationRemarkKind = 'FINDING' | 'LESSON';

/** An evaluation of the carrying-out of an agreement, a movement or a campaign. */
@Entity('evaluation')
export class EvaluationRow extends RecordRow {
  @Column({ name: 'agreement_id', type: 'integer', nullable: true }) agreementId!: number | null;
  @Column({ name: 'movement_id', type: 'integer', nullable: true }) movementId!: number | null;
  @Column({ name: 'campaign_id', type: 'integer', nullable: true }) campaignId!: number | null;
  @Column({ name: 'plan_id', type: 'integer', nullable: true }) planId!: number | null;
  @Column({ name: 'meeting_id', type: 'integer', nullable: true }) meetingId!: number | null;
  /** The organisation that is evaluated; null: all parties together. */
  @Column({ name: 'evaluated_id', type: 'integer', nullable: true }) evaluatedId!: number | null;
  @Column({ type: 'text' }) stage!: EvaluationStage;
  @Column({ type: 'integer', nullable: true }) year!: number | null;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  @Column({ type: 'text' }) folded!: string;
  @Column({ type: 'text', nullable: true }) grade!: EvaluationGrade | null;
  /** Decimal. */
  @Column({ type: 'numeric', nullable: true }) score!: string | null;
  /** Decimal. */
  @Column({ name: 'max_score', type: 'numeric', nullable: true }) maxScore!: string | null;
  @Column({ type: 'text', nullable: true }) summary!: string | null;
  @Column({ type: 'text', nullable: true }) conclusion!: string | null;
  @Column({ name: 'concluded_by_id', type: 'integer', nullable: true }) concludedById!: number | null;
}

/** One criterion of an evaluation with its score. */
@Entity('evaluation_criterion')
export class EvaluationCriterionRow {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Column({ name: 'evaluation_id', type: 'integer' }) evaluationId!: number;
  @Column({ type: 'integer' }) ordinal!: number;
  @Column({ type: 'text' }) name!: string;
  /** Decimal. */
  @Column({ type: 'numeric', nullable: true }) score!: string | null;
  /** Decimal. */
  @Column({ name: 'max_score', type: 'numeric', nullable: true }) maxScore!: string | null;
  @Column({ type: 'text', nullable: true }) evidence!: string | null;
}

/** A finding or a lesson of an evaluation. */
@Entity('evaluation_remark')
export class EvaluationRemarkRow extends SourcedRow {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Column({ name: 'evaluation_id', type: 'integer' }) evaluationId!: number;
  @Column({ type: 'text' }) kind!: EvaluationRemarkKind;
  @Column({ type: 'integer' }) ordinal!: number;
  @Column({ type: 'text' }) text!: string;
  @Column({ name: 'organisation_id', type: 'integer', nullable: true }) organisationId!: number | null;
}

/** The table classes of evaluations. */
export const evaluationRows = [EvaluationRow, EvaluationCriterionRow, EvaluationRemarkRow] as const;
