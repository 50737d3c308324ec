import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an organisation reports with one form for one place and period. */
@Entity('report')
export class ReportRow {
  @PrimaryColumn({ name: 'province_id', type: 'integer' }) provinceId!: number;
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column({ name: 'form_id', type: 'integer' }) formId!: number;
  @Column({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
  @Column({ name: 'place_id', type: 'integer' }) placeId!: number;
  @Column({ name: 'period_id', type: 'integer' }) periodId!: number;
  @Column({ name: 'data_to', type: 'date' }) dataTo!: string;
  @Column({ name: 'latest_version', type: 'integer' }) latestVersion!: number;
  @Column({ name: 'published_version', type: 'integer', nullable: true }) publishedVersion!: number | null;
  @Column({ type: 'smallint' }) exposure!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}

/** One version of a report; none is ever overwritten. */
@Entity('report_version')
export class ReportVersionRow {
  @PrimaryColumn({ name: 'province_id', type: 'integer' }) provinceId!: number;
  @PrimaryColumn({ name: 'report_id', type: 'bigint' }) reportId!: string;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
  @Column({ type: 'text' }) state!: string;
  @Column({ name: 'form_version', type: 'integer' }) formVersion!: number;
  @Column({ name: 'upload_id', type: 'bigint' }) uploadId!: string;
  @Column({ name: 'file_sha256', type: 'text' }) fileSha256!: string;
  @Column({ type: 'boolean' }) synthetic!: boolean;
  @Column({ type: 'text' }) content!: string;
  @Column({ type: 'smallint' }) exposure!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'created_by', type: 'text' }) createdBy!: string;
  @Column({ name: 'published_event', type: 'bigint', nullable: true }) publishedEvent!: string | null;
  @Column({ name: 'published_xact', type: 'bigint', nullable: true }) publishedXact!: string | null;
  @Column({ name: 'ended_event', type: 'bigint', nullable: true }) endedEvent!: string | null;
  @Column({ name: 'ended_xact', type: 'bigint', nullable: true }) endedXact!: string | null;
}
