import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that was sent in, and what became of it. */
@Entity('upload')
export class UploadRow {
  @PrimaryColumn({ name: 'province_id', type: 'integer' }) provinceId!: number;
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column({ type: 'text' }) sha256!: string;
  @Column({ name: 'file_name', type: 'text', nullable: true }) fileName!: string | null;
  @Column({ name: 'byte_size', type: 'integer', nullable: true }) byteSize!: number | null;
  @Column({ type: 'text' }) state!: string;
  @Column({ name: 'form_id', type: 'integer' }) formId!: number;
  @Column({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
  @Column({ name: 'place_id', type: 'integer' }) placeId!: number;
  @Column({ name: 'period_id', type: 'integer' }) periodId!: number;
  @Column({ name: 'report_id', type: 'bigint', nullable: true }) reportId!: string | null;
  @Column({ type: 'integer', nullable: true }) version!: number | null;
  @Column({ type: 'jsonb' }) issues!: unknown;
  @Column({ name: 'uploaded_at', type: 'timestamptz' }) uploadedAt!: Date;
  @Column({ name: 'uploaded_by', type: 'text' }) uploadedBy!: string;
}

/** The bytes of a file as they were sent. */
@Entity('stored_file')
export class StoredFileRow {
  @PrimaryColumn({ name: 'province_id', type: 'integer' }) provinceId!: number;
  @PrimaryColumn({ type: 'text' }) sha256!: string;
  @PrimaryColumn({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
  @Column({ name: 'byte_size', type: 'integer' }) byteSize!: number;
  @Column({ type: 'bytea' }) content!: Buffer;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}
