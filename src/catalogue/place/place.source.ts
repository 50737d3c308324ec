import { numbersInId } from '../../ground/gql/node.ts';
import { ListFault, type ListSource, type Params } from '../../ground/database/list-source.ts';
import { dateParts } from '../../ground/period/local-date.ts';

/** What every statement reads of a place: the row `p` and the version `v` that holds on the day. */
export function placeColumns(p: string, v: string): string {
  return `${p}.id, ${p}.code, ${p}.level, ${p}.province_id as "provinceId", ${p}.valid_from::text as "validFrom",
    ${p}.valid_to::text as "validTo", ${v}.parent_id as "parentId", ${v}.type, ${v}.name, ${v}.name_en as "nameEn",
    ${v}.short_name as "shortName"`;
}

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
