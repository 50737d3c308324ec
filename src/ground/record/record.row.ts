import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Exposure } from '../viewer/circle.ts';

/** Where a row comes from. */
export type Origin = 'SOURCE' | 'REPORT' | 'SYNTHETIC' | 'MANUAL';
/** Whether a source says it in so many words. */
export type Basis = 'STATED' | 'DERIVED';

/** What one field is taken from, where that differs from its row. */
export interface FieldSource {
  readonly basis: Basis;
  /** Row of the quote; left out where no passage says it. */
  readonly quoteId?: number;
  /** From what it was derived, in both languages. */
  readonly from?: { readonly vi: string; readonly en: string };
}

/** Columns of every row that says where it comes from. */
export abstract class SourcedRow {
  @Column({ type: 'text' }) origin!: Origin;
  @Column({ type: 'text', nullable: true }) basis!: Basis | null;
  @Column({ name: 'source_document_id', type: 'integer', nullable: true }) sourceDocumentId!: number | null;
  @Column({ name: 'source_quote_id', type: 'integer', nullable: true }) sourceQuoteId!: number | null;
  @Column({ name: 'source_report_province_id', type: 'integer', nullable: true }) sourceReportProvinceId!:
    | number
    | null;
  /** Decimal. */
  @Column({ name: 'source_report_id', type: 'bigint', nullable: true }) sourceReportId!: string | null;
  @Column({ name: 'field_sources', type: 'jsonb' }) fieldSources!: Readonly<Record<string, FieldSource>>;
}

/** Columns of every record. */
export abstract class RecordRow extends SourcedRow {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Column({ type: 'integer' }) version!: number;
  /** The province as it was, or the country for a national record. */
  @Column({ name: 'province_id', type: 'integer' }) provinceId!: number;
  /** The organisation that keeps the record; null where the hub's catalogue does. */
  @Column({ name: 'keeper_id', type: 'integer', nullable: true }) keeperId!: number | null;
  @Column({ type: 'smallint' }) exposure!: Exposure;
  @Column({ name: 'closed_on', type: 'date', nullable: true }) closedOn!: string | null;
}

/** What one version of a record said, with its parts. */
@Entity('record_version')
export class RecordVersionRow {
  @PrimaryColumn({ name: 'subject_type', type: 'text' }) subjectType!: string;
  @PrimaryColumn({ name: 'subject_id', type: 'integer' }) subjectId!: number;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ name: 'province_id', type: 'integer' }) provinceId!: number;
  @Column({ name: 'keeper_id', type: 'integer', nullable: true }) keeperId!: number | null;
  @Column({ type: 'smallint' }) exposure!: Exposure;
  /** The mutation that made it, as `correctMovement`. */
  @Column({ type: 'text' }) action!: string;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'jsonb' }) data!: Record<string, unknown>;
  @Column({ type: 'text' }) actor!: string;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
}
