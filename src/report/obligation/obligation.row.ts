import { Column, Entity } from 'typeorm';
import { RecordRow } from '../../ground/record/record.row.ts';

/** What the parties of an agreement owe each other again and again. */
@Entity('obligation')
export class ObligationRow extends RecordRow {
  @Column({ name: 'agreement_id', type: 'integer' }) agreementId!: number;
  @Column({ type: 'text' }) kind!: 'PLAN' | 'REVIEW_MEETING' | 'SUMMARY';
  @Column({ type: 'text' }) frequency!: 'YEARLY';
  @Column({ name: 'first_year', type: 'integer', nullable: true }) firstYear!: number | null;
  @Column({ name: 'last_year', type: 'integer', nullable: true }) lastYear!: number | null;
  @Column({ type: 'text' }) text!: string;
}

/** The table classes of this room. */
export const obligationRows = [ObligationRow] as const;
