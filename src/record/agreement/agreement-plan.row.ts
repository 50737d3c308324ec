import { Column, Entity } from 'typeorm';
import { RecordRow } from '../../ground/record/record.row.ts';

/** What the parties of an agreement mean to do in one year. */
@Entity('agreement_plan')
export class AgreementPlanRow extends RecordRow {
  @Column({ name: 'agreement_id', type: 'integer' }) agreementId!: number;
  @Column({ type: 'integer' }) year!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  @Column({ type: 'text' }) folded!: string;
  @Column({ name: 'document_id', type: 'integer', nullable: true }) documentId!: number | null;
  /** The evaluation, as a rule of the year before, that it builds on. */
  @Column({ name: 'fed_by_id', type: 'integer', nullable: true }) fedById!: number | null;
  @Column({ name: 'issued_earliest', type: 'date', nullable: true }) issuedEarliest!: string | null;
  @Column({ name: 'issued_latest', type: 'date', nullable: true }) issuedLatest!: string | null;
}

/** The table classes of yearly plans. */
export const agreementPlanRows = [AgreementPlanRow] as const;
