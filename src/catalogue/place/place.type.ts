import { Args, Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import { inLanguage, LanguageArgs } from '../../ground/gql/language.ts';
import { Node, toGlobalId } from '../../ground/gql/node.ts';
import { DateScalar } from '../../ground/gql/scalars.ts';
import { clampDay } from './dated.ts';
import type { PlaceType } from './place-name.ts';
import { PlaceLevelEnum, PlaceTypeEnum, SuccessionExtentEnum } from './place.enum.ts';
import type { PlaceEdgeRow, PlaceVersionRow } from './place.row.ts';
import type { PlaceLevel } from './place.seed.ts';
import type { PlaceOn } from './place.store.ts';

/** An administrative unit as it was, or is, on one day. */
@ObjectType({
  implements: Node,
  description:
    'An administrative unit through its life, shown as on one day: the day asked for with `on` (default: today in Vietnam), or ' +
    'the day of its life nearest to that. Codes are used again, ids are not: `91` was Kiên Giang until 30 June 2025 and is An Giang since.',
})
export class Place extends Node {
  @Field(() => String, {
    description: 'Official code: two digits for a province, five for a commune, `VN` for the country.',
  })
  code!: string;
  @Field(() => PlaceLevelEnum, { description: 'Country, province or commune.' }) level!: PlaceLevel;
  @Field(() => PlaceTypeEnum, { description: 'What it is called by law, on the day shown.' }) type!: PlaceType;
  @Field(() => String, { description: 'Vietnamese name without the type word, on the day shown: `An Giang`.' })
  shortName!: string;
  @Field(() => DateScalar, { nullable: true, description: 'First day of its life; null where it is not known.' })
  validFrom!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day of its life; null while it lives.' })
  validTo!: string | null;

  /** Key of its row; `id` is the global one. */
  placeId!: number;
  provinceId!: number | null;
  parentId!: number | null;
  nameVi!: string;
  nameEn!: string;
  /** The day asked for; what it leads to is asked for as on that day. */
  on!: string;
  /** The day it is shown as on: `on`, kept within its life. */
  shownOn!: string;

  constructor(parts?: Omit<Place, 'name'>) {
    super();
    if (parts) Object.assign(this, parts);
  }

  @Field(() => String, {
    description: 'Official name with its type word, on the day shown: `Tỉnh An Giang`, `An Giang Province`.',
  })
  name(@Args(() => LanguageArgs) { lang }: LanguageArgs): string {
    return inLanguage(lang, this.nameVi, this.nameEn);
  }
}

/** The place of a row, shown as on `on` (ISO date) or the nearest day of its life. */
export function toPlace(row: PlaceOn, on: string): Place {
  return new Place({
    id: toGlobalId('Place', row.id),
    code: row.code,
    level: row.level,
    type: row.type,
    shortName: row.shortName,
    validFrom: row.validFrom,
    validTo: row.validTo,
    placeId: row.id,
    provinceId: row.provinceId,
    parentId: row.parentId,
    nameVi: row.name,
    nameEn: row.nameEn,
    on,
    shownOn: clampDay(on, row),
  });
}

/** What a place was called, and what it was, in a stretch of days. */
@ObjectType({ description: 'What a place was called, and what it was, in a stretch of days.' })
export class PlaceName {
  @Field(() => PlaceTypeEnum, { description: 'What it was called by law.' }) type!: PlaceType;
  @Field(() => String, { description: 'Vietnamese name without the type word.' }) shortName!: string;
  @Field(() => DateScalar, { nullable: true, description: 'First day of the name; null where it is not known.' })
  validFrom!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day of the name; null while it holds.' })
  validTo!: string | null;
  nameVi!: string;
  nameEn!: string;

  @Field(() => String, { description: 'Official name with its type word.' })
  name(@Args(() => LanguageArgs) { lang }: LanguageArgs): string {
    return inLanguage(lang, this.nameVi, this.nameEn);
  }
}

/** The name of one version of a place. */
export function toPlaceName(row: PlaceVersionRow): PlaceName {
  return Object.assign(new PlaceName(), {
    type: row.type,
    shortName: row.shortName,
    validFrom: row.validFrom,
    validTo: row.validTo,
    nameVi: row.name,
    nameEn: row.nameEn,
  });
}

/** One end of a merger or split, seen from the other. */
@ObjectType({ description: 'A place that another came from, or went into.' })
export class PlaceSuccession {
  @Field(() => DateScalar, { description: 'The first day on which it had happened.' }) on!: string;
  @Field(() => SuccessionExtentEnum, { description: 'How much of the predecessor went into the successor.' })
  extent!: PlaceEdgeRow['extent'];
  /** Key of the place at the other end. */
  placeId!: number;
  /** The day asked for. */
  asked!: string;
}

/** A cell of the map of equal tiles. */
@ObjectType({
  description:
    'A cell of the tile map, which shows every province with one tile, and Hoàng Sa and Trường Sa with theirs.',
})
export class Tile {
  @Field(() => Int, { description: 'Column, counted from the west from 0.' }) column!: number;
  @Field(() => Int, { description: 'Row, counted from the north from 0.' }) row!: number;
  @Field(() => String, { description: 'Short Vietnamese name that stands on the tile.' }) label!: string;
}

/** A page of places. */
export const PlaceConnection = connectionType('Place', () => Place);
