import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Exposure } from '../viewer/circle.ts';

/** A document that records were taken from or that belongs to them. */
@Entity('source_document')
export class SourceDocumentRow {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Column({ type: 'integer' }) version!: number;
  @Column({ name: 'province_id', type: 'integer' }) provinceId!: number;
  @Column({ name: 'keeper_id', type: 'integer', nullable: true }) keeperId!: number | null;
  @Column({ type: 'smallint' }) exposure!: Exposure;
  @Column({ name: 'closed_on', type: 'date', nullable: true }) closedOn!: string | null;
  @Column({ type: 'text' }) kind!: 'ARTICLE' | 'OFFICIAL';
  @Column({ type: 'text' }) title!: string;
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  @Column({ type: 'text' }) folded!: string;
  @Column({ type: 'text', nullable: true }) author!: string | null;
  @Column({ type: 'text', nullable: true }) publisher!: string | null;
  @Column({ type: 'text', nullable: true }) section!: string | null;
  @Column({ name: 'published_at', type: 'timestamptz', nullable: true }) publishedAt!: Date | null;
  @Column({ name: 'issuer_id', type: 'integer', nullable: true }) issuerId!: number | null;
  /** Kind of paper by its letters, as KH; empty for a plain letter (công văn). */
  @Column({ type: 'text', nullable: true }) type!: string | null;
  @Column({ type: 'integer', nullable: true }) number!: number | null;
  @Column({ type: 'integer', nullable: true }) year!: number | null;
  @Column({ type: 'text', nullable: true }) symbol!: string | null;
  @Column({ type: 'text', nullable: true }) style!: 'STATE' | 'PARTY' | null;
  @Column({ name: 'dated_earliest', type: 'date', nullable: true }) datedEarliest!: string | null;
  @Column({ name: 'dated_latest', type: 'date', nullable: true }) datedLatest!: string | null;
}

/** A passage of a document, verbatim but for white space. */
@Entity('quote')
export class QuoteRow {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Column({ name: 'document_id', type: 'integer' }) documentId!: number;
  /** What the passage is called within its document. */
  @Column({ type: 'text' }) key!: string;
  @Column({ type: 'text' }) text!: string;
}

/** The table classes of this room. */
export const documentRows = [SourceDocumentRow, QuoteRow] as const;
