import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordRow } from '../../ground/record/record.row.ts';
import type { UnitEnd, UnitKind, UnitSector } from './unit.enum.ts';

/** A grassroots unit of an organisation. */
@Entity('organisation_unit')
export class OrganisationUnitRow extends RecordRow {
  @Column({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
  @Column({ name: 'place_id', type: 'integer', nullable: true }) placeId!: number | null;
  @Column({ type: 'text' }) kind!: UnitKind;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  @Column({ type: 'text' }) folded!: string;
  @Column({ type: 'text', nullable: true }) sector!: UnitSector | null;
  @Column({ name: 'founded_earliest', type: 'date', nullable: true }) foundedEarliest!: string | null;
  @Column({ name: 'founded_latest', type: 'date', nullable: true }) foundedLatest!: string | null;
  @Column({ name: 'ended_earliest', type: 'date', nullable: true }) endedEarliest!: string | null;
  @Column({ name: 'ended_latest', type: 'date', nullable: true }) endedLatest!: string | null;
  @Column({ name: 'end_kind', type: 'text', nullable: true }) endKind!: UnitEnd | null;
}

/** One unit went into another. */
@Entity('organisation_unit_edge')
export class OrganisationUnitEdgeRow {
  @PrimaryColumn({ name: 'predecessor_id', type: 'integer' }) predecessorId!: number;
  @PrimaryColumn({ name: 'successor_id', type: 'integer' }) successorId!: number;
  /** First day on which it had happened. */
  @Column({ name: 'on_date', type: 'date' }) on!: string;
}

/** The table classes of this room. */
export const unitRows = [OrganisationUnitRow, OrganisationUnitEdgeRow] as const;
