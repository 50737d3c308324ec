import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnyOrganisationKind } from './organisation.kind.ts';

/** One of a province's actors or another body through its life, which for an actor is the province's. */
@Entity('organisation')
class OrganisationRow {
  @PrimaryColumn({ type: 'integer' }) id!: number;
  @Column({ type: 'text' }) kind!: AnyOrganisationKind;
  /** Kind and province code; like the province code it names several actors in turn. */
  @Column({ type: 'text' }) code!: string;
  @Column({ name: 'province_id', type: 'integer' }) provinceId!: number;
  @Column({ name: 'valid_from', type: 'date', nullable: true }) validFrom!: string | null;
  @Column({ name: 'valid_to', type: 'date', nullable: true }) validTo!: string | null;
  /** Made or altered by a registration in this hub, not by the catalogue. */
  @Column({ type: 'boolean' }) registered!: boolean;
}

/** Names and parent of an actor in a stretch of days; its versions cover its life without gap or overlap. */
@Entity('organisation_version')
export class OrganisationVersionRow {
  @PrimaryColumn({ name: 'organisation_id', type: 'integer' }) organisationId!: number;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ name: 'parent_id', type: 'integer', nullable: true }) parentId!: number | null;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'name_en', type: 'text' }) nameEn!: string;
  @Column({ type: 'text' }) abbreviation!: string;
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  /** Of the Vietnamese name, the abbreviation and the English name, each on a line of its own. */
  @Column({ type: 'text' }) folded!: string;
  @Column({ name: 'valid_from', type: 'date', nullable: true }) validFrom!: string | null;
  @Column({ name: 'valid_to', type: 'date', nullable: true }) validTo!: string | null;
  /** Made or altered by a registration in this hub, not by the catalogue. */
  @Column({ type: 'boolean' }) registered!: boolean;
}

/** One actor went into another, wholly or in part. */
@Entity('organisation_edge')
export class OrganisationEdgeRow {
  @PrimaryColumn({ name: 'predecessor_id', type: 'integer' }) predecessorId!: number;
  @PrimaryColumn({ name: 'successor_id', type: 'integer' }) successorId!: number;
  /** First day on which it had happened. */
  @PrimaryColumn({ name: 'on_date', type: 'date' }) on!: string;
  @Column({ type: 'text' }) extent!: 'FULL' | 'PARTIAL';
  @Column({ type: 'boolean' }) registered!: boolean;
}

/** The table classes of this room. */
export const organisationRows = [OrganisationRow, OrganisationVersionRow, OrganisationEdgeRow] as const;
