import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a file is to the report. */
export type AttachmentKindName = 'SIGNED_DOCUMENT' | 'NARRATIVE' | 'OTHER';

/** A file that belongs to a version of a report beside its workbook. */
@Entity('attachment')
export class AttachmentRow {
  @PrimaryColumn({ name: 'province_id', type: 'integer' }) provinceId!: number;
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column({ name: 'report_id', type: 'bigint' }) reportId!: string;
  @Column({ type: 'integer' }) version!: number;
  @Column({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
  @Column({ type: 'text' }) kind!: AttachmentKindName;
  @Column({ type: 'text' }) sha256!: string;
  @Column({ name: 'file_name', type: 'text' }) fileName!: string;
  @Column({ name: 'media_type', type: 'text' }) mediaType!: string;
  @Column({ name: 'byte_size', type: 'integer' }) byteSize!: number;
  @Column({ name: 'document_number', type: 'text', nullable: true }) documentNumber!: string | null;
  @Column({ name: 'document_type', type: 'text', nullable: true }) documentType!: string | null;
  @Column({ name: 'document_sequence', type: 'integer', nullable: true }) documentSequence!: number | null;
  @Column({ name: 'document_year', type: 'integer', nullable: true }) documentYear!: number | null;
  @Column({ name: 'document_date', type: 'date', nullable: true }) documentDate!: string | null;
  @Column({ name: 'document_subject', type: 'text', nullable: true }) documentSubject!: string | null;
  @Column({ name: 'signer_name', type: 'text', nullable: true }) signerName!: string | null;
  @Column({ name: 'signer_office', type: 'text', nullable: true }) signerOffice!: string | null;
  @Column({ name: 'attached_at', type: 'timestamptz' }) attachedAt!: Date;
  @Column({ name: 'attached_by', type: 'text' }) attachedBy!: string;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt!: Date | null;
}
