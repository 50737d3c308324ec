import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the places below a place add up to, for one organisation, form, indicator, breakdown and period. */
@Entity('total')
export class TotalRow {
  @PrimaryColumn({ name: 'province_id', type: 'integer' }) provinceId!: number;
  @PrimaryColumn({ name: 'place_id', type: 'integer' }) placeId!: number;
  @PrimaryColumn({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
  @PrimaryColumn({ name: 'form_id', type: 'integer' }) formId!: number;
  @PrimaryColumn({ name: 'indicator_id', type: 'integer' }) indicatorId!: number;
  @PrimaryColumn({ name: 'breakdown_id', type: 'integer' }) breakdownId!: number;
  @PrimaryColumn({ name: 'period_id', type: 'integer' }) periodId!: number;
  @Column({ name: 'data_to', type: 'date' }) dataTo!: string;
  @Column({ type: 'numeric', nullable: true }) sum!: string | null;
  @Column({ type: 'integer' }) present!: number;
  @Column({ name: 'not_arisen', type: 'integer' }) notArisen!: number;
  @Column({ type: 'integer' }) estimated!: number;
  @Column({ type: 'integer' }) preliminary!: number;
  @Column({ type: 'integer' }) carried!: number;
  @Column({ type: 'integer' }) places!: number;
}
