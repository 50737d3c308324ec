import { In } from 'typeorm';
import { named, shaped, type Tx } from '../../ground/database/data-source.ts';
import { columnsSql } from '../../ground/database/list-source.ts';
import { isCode } from '../code.ts';
import type { PlaceType } from './place-name.ts';
import { type PlaceEdgeRow, PlaceTileRow, PlaceVersionRow } from './place.row.ts';
import type { PlaceLevel } from './place.seed.ts';
import { clampedDay, holdsOn, placeColumns, placeSelect } from './place.source.ts';

/** A place with the names, type and parent of one day of its life. Dates are ISO dates. */
export interface PlaceOn {
  readonly id: number;
  readonly code: string;
  readonly level: PlaceLevel;
  readonly provinceId: number | null;
  readonly parentId: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly type: PlaceType;
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
}

/** An edge with the end it was asked from. */
export interface PlaceEdgeOf extends Pick<PlaceEdgeRow, 'on' | 'extent'> {
  readonly of: number;
  readonly other: number;
}

/** The day asked for, or the nearest of the life of `p`. */
const CLAMPED = clampedDay('p', 'asked.day');
const SHOWN = { columns: placeColumns('p', 'v'), select: placeSelect('p', 'v') };

async function byIdsOn(
  tx: Tx,
  asked: readonly { id: number; on: string }[],
  needed?: readonly string[],
): Promise<(PlaceOn & { on: string })[]> {
  return shaped(
    tx,
    'placesOn',
    `select ${columnsSql(SHOWN, needed)}, p.id, asked.day::text as "on" from unnest($1::integer[], $2::date[]) asked (id, day)
     join place p on p.id = asked.id join place_version v on v.place_id = p.id and ${holdsOn('v', CLAMPED)}`,
    [asked.map(({ id }) => id), asked.map(({ on }) => on)],
  );
}

async function byCodeOn(tx: Tx, code: string, on: string): Promise<PlaceOn | null> {
  if (!isCode(code)) return null;
  const [row] = await named<PlaceOn>(
    tx,
    'placeByCodeOn',
    `select ${placeColumns('p', 'v')} from place p
     join place_version v on v.place_id = p.id and ${holdsOn('v', '$2::date')}
     where p.code = $1 and ${holdsOn('p', '$2::date')}`,
    [code, on],
  );
  return row ?? null;
}

async function lastByCode(tx: Tx, code: string, on: string): Promise<PlaceOn | null> {
  if (!isCode(code)) return null;
  const [row] = await named<PlaceOn>(
    tx,
    'lastPlaceByCode',
    `select ${placeColumns('p', 'v')} from (select $2::date as day) asked, place p
     join place_version v on v.place_id = p.id
     where p.code = $1 and coalesce(p.valid_from, '-infinity'::date) <= asked.day and ${holdsOn('v', CLAMPED)}
     order by p.valid_from desc nulls last limit 1`,
    [code, on],
  );
  return row ?? null;
}

async function lineage(tx: Tx, id: number): Promise<number[]> {
  const rows = await named<{ id: number }>(
    tx,
    'placeLineage',
    `with recursive line (id) as (select $1::integer union
       select e.predecessor_id from place_edge e join line on line.id = e.successor_id)
     select id from line order by id = $1 desc, id`,
    [id],
  );
  return rows.map((row) => row.id);
}

async function areasOf(tx: Tx, provinceId: number, on: string): Promise<{ id: number; code: string; name: string }[]> {
  return named(
    tx,
    'areasOfProvince',
    `select p.id, p.code, v.name from place p join place_version v on v.place_id = p.id and ${holdsOn('v', '$2::date')}
     where p.province_id = $1 and ${holdsOn('p', '$2::date')} order by p.id = $1 desc, p.code`,
    [provinceId, on],
  );
}

async function edges(tx: Tx, direction: 'predecessors' | 'successors', ids: readonly number[]): Promise<PlaceEdgeOf[]> {
  const [own, other] = direction === 'predecessors' ? ['successor', 'predecessor'] : ['predecessor', 'successor'];
  return named(
    tx,
    `place_${direction}`,
    `select e.${own}_id as "of", e.${other}_id as "other", e.on_date::text as "on", e.extent from place_edge e
     join place p on p.id = e.${other}_id where e.${own}_id = any ($1::integer[]) order by e.on_date, p.code, p.id`,
    [ids],
  );
}

function versions(tx: Tx, ids: readonly number[]): Promise<PlaceVersionRow[]> {
  const order = { placeId: 'ASC', version: 'ASC' } as const;
  return tx.getRepository(PlaceVersionRow).find({ where: { placeId: In([...ids]) }, order, comment: 'placeVersions' });
}

function tiles(tx: Tx, ids: readonly number[]): Promise<PlaceTileRow[]> {
  return tx.getRepository(PlaceTileRow).find({ where: { placeId: In([...ids]) }, comment: 'placeTiles' });
}

/** Reading of places. Places are public: every viewer reads the same. */
export const placeStore = {
  /** Places by id, each as on a day (ISO date) or the nearest day of its life, with what is needed of them; in no order, absent where there is none. */
  byIdsOn,
  /** The place that has the code on the day, as on that day; null where none has. */
  byCodeOn,
  /** The last place that has had the code by the day, as on the day or the last of its life; null where none had. */
  lastByCode,
  /** Ids of the place itself, first, and of all the places it came from. */
  lineage,
  /** The province itself, first, and its communes that live on the day, by code, with their names of the day. */
  areasOf,
  /** Edges of the places to what they came from or went into, in order of day and code. */
  edges,
  /** All versions of the places in order of time. */
  versions,
  /** The tiles that the places have. */
  tiles,
};
