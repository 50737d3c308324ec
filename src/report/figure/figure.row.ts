import { Column, Entity, PrimaryColumn } from 'typeorm';
import { FigureQualifier, FigureStatus, Measure, MissingCell } from './figure.type.ts';

/** One cell that a form knows: a number, or the reason why there is none. */
@Entity('figure')
export class FigureRow {
  @PrimaryColumn({ name: 'province_id', type: 'integer' }) provinceId!: number;
  @PrimaryColumn({ name: 'report_id', type: 'bigint' }) reportId!: string;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @PrimaryColumn({ name: 'place_id', type: 'integer' }) placeId!: number;
  @PrimaryColumn({ name: 'indicator_id', type: 'integer' }) indicatorId!: number;
  @PrimaryColumn({ type: 'enum', enum: Measure, enumName: 'measure' }) measure!: Measure;
  @PrimaryColumn({ name: 'breakdown_id', type: 'integer' }) breakdownId!: number;
  @Column({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
  @Column({ name: 'form_id', type: 'integer' }) formId!: number;
  @Column({ name: 'period_id', type: 'integer' }) periodId!: number;
  @Column({ name: 'data_to', type: 'date' }) dataTo!: string;
  @Column({ type: 'numeric', nullable: true }) value!: string | null;
  @Column({ type: 'enum', enum: MissingCell, enumName: 'missing_reason', nullable: true }) missing!: MissingCell | null;
  @Column({ type: 'enum', enum: FigureStatus, enumName: 'figure_status' }) status!: FigureStatus;
  @Column({ type: 'enum', enum: FigureQualifier, enumName: 'figure_qualifier', nullable: true })
  qualifier!: FigureQualifier | null;
  @Column({ type: 'text', nullable: true }) sheet!: string | null;
  @Column({ type: 'text' }) cell!: string;
  @Column({ type: 'text' }) printed!: string;
  @Column({ type: 'smallint' }) exposure!: number;
  @Column({ name: 'published_by', type: 'bigint', nullable: true }) publishedBy!: string | null;
  @Column({ name: 'ended_by', type: 'bigint', nullable: true }) endedBy!: string | null;
}
