import { allColumns, type ListSource, type Params } from '../../ground/database/list-source.ts';
import { numbersInId } from '../../ground/gql/node.ts';
import { clampedDay, daySql, everyPlaceSource, holdsOn, withinKey } from '../place/place.source.ts';

/** What can be read of an organisation, by property: the row `o` and the version `v` that holds on the day. */
export function organisationSelect(o: string, v: string): Readonly<Record<string, string>> {
  return {
    id: `${o}.id`,
    kind: `${o}.kind`,
    code: `${o}.code`,
    provinceId: `${o}.province_id`,
    validFrom: `${o}.valid_from::text`,
    validTo: `${o}.valid_to::text`,
    parentId: `${v}.parent_id`,
    name: `${v}.name`,
    nameEn: `${v}.name_en`,
    abbreviation: `${v}.abbreviation`,
  };
}

/** All of it as SQL. */
export function organisationColumns(o: string, v: string): string {
  return allColumns(organisationSelect(o, v));
}

/** What the fields of an organisation are made from, where they are not named as their columns. */
export const ORGANISATION_NEEDS = {
  id: [],
  name: ['name', 'nameEn'],
  province: ['provinceId'],
  parent: ['parentId'],
  // A field of another room, which finds the organisation's reports with its province.
  membership: ['provinceId'],
} as const;

/** What is always read of an organisation: its key and kind, and its life, which decides the day it is shown as on. */
export const ORGANISATION_ALWAYS = ['id', 'kind', 'validFrom', 'validTo'] as const;

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
    select: organisationSelect(o, v),
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
