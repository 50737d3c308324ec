import type { ListSource, Params } from '../../ground/database/list-source.ts';
import { numbersInId } from '../../ground/gql/node.ts';
import { clampedDay, daySql, everyPlaceSource, holdsOn, withinKey } from '../place/place.source.ts';

/** What every statement reads of an organisation: the row `o` and the version `v` that holds on the day. */
export function organisationColumns(o: string, v: string): string {
  return `${o}.id, ${o}.kind, ${o}.code, ${o}.province_id as "provinceId", ${o}.valid_from::text as "validFrom",
    ${o}.valid_to::text as "validTo", ${v}.parent_id as "parentId", ${v}.name, ${v}.name_en as "nameEn", ${v}.abbreviation`;
}

/** Key of the organisation with this global id; null where it can be none. */
export function organisationKey(globalId: string): number | null {
  const [id] = numbersInId(globalId, 'Organisation', 1) ?? [];
  return id !== undefined && id <= 2_147_483_647 ? id : null;
}

/** The list of the organisations that live on a day, as they are on it. */
export function organisationSource(on: string): ListSource {
  return { ...everyOrganisationSource(on), always: holdsOn('o0', daySql(on)) };
}

/**
 * Organisations of all times, each as on the day or on the nearest day of its life: for relations, since what is asked
 * may belong to one that has ended. Aliases are `o0` and `ov0`; `depth` keeps those of nested filters apart.
 */
export function everyOrganisationSource(on: string, depth = 0): ListSource {
  const [o, v] = [`o${depth}`, `ov${depth}`];
  const day = clampedDay(o, daySql(on));
  return {
    name: 'organisations',
    from: `organisation ${o} join organisation_version ${v} on ${v}.organisation_id = ${o}.id and ${holdsOn(v, day)}`,
    columns: organisationColumns(o, v),
    key: [{ sql: `${o}.id`, type: 'integer' }],
    fields: {
      id: { sql: `${o}.id`, type: 'integer', decode: organisationKey },
      kind: { sql: `${o}.kind`, type: 'text' },
      code: { sql: `${o}.code`, type: 'text', orderable: true },
      name: { sql: `${v}.name`, type: 'text', folded: `${v}.folded` },
      sortKey: { sql: `${v}.sort_key`, type: 'text', orderable: true },
      validFrom: { sql: `${o}.valid_from`, type: 'date' },
      validTo: { sql: `${o}.valid_to`, type: 'date' },
    },
    relations: {
      province: { source: () => everyPlaceSource(on), on: `p0.id = ${o}.province_id` },
      parent: { source: () => everyOrganisationSource(on, depth + 1), on: `o${depth + 1}.id = ${v}.parent_id` },
    },
    special: {
      within: (value, params: Params) =>
        `exists (select 1 from place w where w.id = ${params.add(withinKey(value), 'integer')}
          and (w.level = 'COUNTRY' or w.id = ${o}.province_id))`,
    },
  };
}
