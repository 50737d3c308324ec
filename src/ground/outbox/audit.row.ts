import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `audit`: who changed what and why, written in the transaction of the change and never altered. */
@Entity('audit')
export class AuditRow {
  @PrimaryColumn({ type: 'bigint' }) id!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'text' }) actor!: string;
  @Column({ type: 'text' }) role!: string;
  /** What was done, as `publishReport`. */
  @Column({ type: 'text' }) action!: string;
  @Column({ name: 'province_id', type: 'integer', nullable: true }) provinceId!: number | null;
  @Column({ name: 'subject_type', type: 'text', nullable: true }) subjectType!: string | null;
  @Column({ name: 'subject_id', type: 'text', nullable: true }) subjectId!: string | null;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  /** Whether an administrator did what the review would do otherwise. */
  @Column({ type: 'boolean' }) override!: boolean;
  @Column({ type: 'jsonb' }) detail!: Record<string, unknown>;
}
