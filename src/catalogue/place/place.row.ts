import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlaceType } from './place-name.ts';
import type { PlaceLevel } from './place.seed.ts';

/** One administrative unit through its life. Its code may name another unit before or after. */
@Entity('place')
class PlaceRow {
  @PrimaryColumn({ type: 'integer' }) id!: number;
  @Column({ type: 'text' }) level!: PlaceLevel;
  @Column({ type: 'text' }) code!: string;
  /** Itself for a province; null for the country. */
  @Column({ name: 'province_id', type: 'integer', nullable: true }) provinceId!: number | null;
  /** The province that covered the commune's land on 30 June 2025, where the code lists tell. */
  @Column({ name: 'legacy_province_id', type: 'integer', nullable: true }) legacyProvinceId!: number | null;
  @Column({ name: 'valid_from', type: 'date', nullable: true }) validFrom!: string | null;
  @Column({ name: 'valid_to', type: 'date', nullable: true }) validTo!: string | null;
  /** Made or altered by a registration in this hub, not by the catalogue. */
  @Column({ type: 'boolean' }) registered!: boolean;
}

/** Name, type and parent of a place in a stretch of days; a place's versions cover its life without gap or overlap. */
@Entity('place_version')
export class PlaceVersionRow {
  @PrimaryColumn({ name: 'place_id', type: 'integer' }) placeId!: number;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ name: 'parent_id', type: 'integer', nullable: true }) parentId!: number | null;
  @Column({ type: 'text' }) type!: PlaceType;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'name_en', type: 'text' }) nameEn!: string;
  @Column({ name: 'short_name', type: 'text' }) shortName!: string;
  /** Of the short name: lists of places go by the name without its type word. */
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  /** Of the whole name. */
  @Column({ type: 'text' }) folded!: string;
  @Column({ name: 'valid_from', type: 'date', nullable: true }) validFrom!: string | null;
  @Column({ name: 'valid_to', type: 'date', nullable: true }) validTo!: string | null;
  /** Made or altered by a registration in this hub, not by the catalogue. */
  @Column({ type: 'boolean' }) registered!: boolean;
}

/** One place went into another, wholly or in part. */
@Entity('place_edge')
export class PlaceEdgeRow {
  @PrimaryColumn({ name: 'predecessor_id', type: 'integer' }) predecessorId!: number;
  @PrimaryColumn({ name: 'successor_id', type: 'integer' }) successorId!: number;
  /** First day on which it had happened. */
  @PrimaryColumn({ name: 'on_date', type: 'date' }) on!: string;
  @Column({ type: 'text' }) extent!: 'FULL' | 'PARTIAL';
  @Column({ type: 'boolean' }) registered!: boolean;
}

/** Where a place stands on the map of equal tiles: columns from the west, rows from the north, both from 0. */
@Entity('place_tile')
export class PlaceTileRow {
  @PrimaryColumn({ name: 'place_id', type: 'integer' }) placeId!: number;
  @Column({ name: 'grid_column', type: 'integer' }) column!: number;
  @Column({ name: 'grid_row', type: 'integer' }) row!: number;
  @Column({ type: 'text' }) label!: string;
}

/** The table classes of this room. */
export const placeRows = [PlaceRow, PlaceVersionRow, PlaceEdgeRow, PlaceTileRow] as const;
