import { numbersInId } from '../../ground/gql/node.ts';
import { allColumns, ListFault, type ListSource, type Params } from '../../ground/database/list-source.ts';
import { dateParts } from '../../ground/period/local-date.ts';

/** What can be read of a place, by property: the row `p` and the version `v` that holds on the day. */
export function placeSelect(p: string, v: string): Readonly<Record<string, string>> {
  return {
    id: `${p}.id`,
    code: `${p}.code`,
    level: `${p}.level`,
    provinceId: `${p}.province_id`,
    validFrom: `${p}.valid_from::text`,
    validTo: `${p}.valid_to::text`,
    parentId: `${v}.parent_id`,
    type: `${v}.type`,
    name: `${v}.name`,
    nameEn: `${v}.name_en`,
    shortName: `${v}.short_name`,
  };
}

/** All of it as SQL. */
export function placeColumns(p: string, v: string): string {
  return allColumns(placeSelect(p, v));
}

/** What the fields of a place are made from, where they are not named as their columns. */
export const PLACE_NEEDS = {
  id: [],
  name: ['name', 'nameEn'],
  province: ['provinceId'],
  parent: ['parentId'],
} as const;

/** What is always read of a place: its key, and its life, which decides the day it is shown as on. */
export const PLACE_ALWAYS = ['id', 'validFrom', 'validTo'] as const;

/** Whether the row under an alias holds on a day; both are SQL. */
export function holdsOn(alias: string, day: string): string {
  return `${day} between coalesce(${alias}.valid_from, '-infinity'::date) and coalesce(${alias}.valid_to, 'infinity'::date)`;
}

/** A day (SQL) kept within the life of the row under an alias: greatest and least pass over nulls. */
export function clampedDay(alias: string, day: string): string {
  return `greatest(least(${day}, ${alias}.valid_to), ${alias}.valid_from)`;
}

/** A day as SQL. It is the one value that stands in the text of a list; a text that is no date throws a RangeError. */
export function daySql(on: string): string {
  dateParts(on);
  return `date '${on}'`;
}

/** Key of the place with this global id; null where it can be none. */
export function placeKey(globalId: string): number | null {
  const [id] = numbersInId(globalId, 'Place', 1) ?? [];
  return id !== undefined && id <= 2_147_483_647 ? id : null;
}

/** Key of the place that `within` names. Raises `ListFault`. */
export function withinKey(globalId: unknown): number {
  const key = placeKey(String(globalId));
  if (key === null) throw new ListFault('FILTER', `“within” expects the id of a Place, got “${String(globalId)}”.`);
  return key;
}

/** The list of the places that live on a day, as they are on it. */
export function placeSource(on: string): ListSource {
  return { ...everyPlaceSource(on), always: holdsOn('p0', daySql(on)) };
}

/**
 * Places of all times, each as on the day or on the nearest day of its life: for relations, since what is asked may
 * belong to a place that has ended. Aliases are `p0` and `v0`; `depth` keeps those of nested filters apart.
 */
export function everyPlaceSource(on: string, depth = 0): ListSource {
  const [p, v] = [`p${depth}`, `v${depth}`];
  const day = clampedDay(p, daySql(on));
  const name = { sql: `${v}.name`, type: 'text', folded: `${v}.folded` } as const;
  return {
    name: 'places',
    from: `place ${p} join place_version ${v} on ${v}.place_id = ${p}.id and ${holdsOn(v, day)}`,
    columns: placeColumns(p, v),
    select: placeSelect(p, v),
    key: [{ sql: `${p}.id`, type: 'integer' }],
    fields: {
      id: { sql: `${p}.id`, type: 'integer', decode: placeKey },
      code: { sql: `${p}.code`, type: 'text', orderable: true },
      name,
      shortName: { sql: `${v}.sort_key`, type: 'text', orderable: true },
      level: { sql: `${p}.level`, type: 'text' },
      type: { sql: `${v}.type`, type: 'text' },
      validFrom: { sql: `${p}.valid_from`, type: 'date' },
      validTo: { sql: `${p}.valid_to`, type: 'date' },
    },
    relations: {
      province: { source: () => everyPlaceSource(on, depth + 1), on: `p${depth + 1}.id = ${p}.province_id` },
      parent: { source: () => everyPlaceSource(on, depth + 1), on: `p${depth + 1}.id = ${v}.parent_id` },
    },
    special: {
      within: (value, params: Params) =>
        `exists (select 1 from place w where w.id = ${params.add(withinKey(value), 'integer')}
          and (w.level = 'COUNTRY' or w.id in (${p}.id, ${p}.province_id, ${v}.parent_id)))`,
    },
  };
}
