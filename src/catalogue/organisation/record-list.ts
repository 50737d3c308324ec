import type { ListRelation, ListSource, Params } from '../../ground/database/list-source.ts';
import type { GroupKey } from '../../ground/gql/group.ts';
import { PeriodKeyScalar } from '../../ground/gql/scalars.ts';
import { ProvenanceKindEnum } from '../../ground/record/provenance.type.ts';
import { placeLoaders } from '../place/place.loader.ts';
import { COUNTRY_ID } from '../place/place.seed.ts';
import { everyPlaceSource, withinKey } from '../place/place.source.ts';
import { Place } from '../place/place.type.ts';
import { organisationLoaders } from './organisation.loader.ts';
import { everyOrganisationSource } from './organisation.source.ts';
import { Organisation } from './organisation.type.ts';

/** Relations by which every list of records can be filtered; names are those of the day (ISO date). */
export function recordRelations(alias: string, on: string): Readonly<Record<string, ListRelation>> {
  return {
    province: { source: () => everyPlaceSource(on), on: `p0.id = ${alias}.province_id` },
    keeper: { source: () => everyOrganisationSource(on), on: `o0.id = ${alias}.keeper_id` },
  };
}

/** Operators on the tree of places for every list of records: the records of a province, or for the country of all. */
export function recordSpecials(alias: string): NonNullable<ListSource['special']> {
  return { within: recordsWithin(`${alias}.province_id`) };
}

/** The rows that one of the columns puts into a place, each of which an index knows; for the country all. */
export function recordsWithin(...columns: readonly string[]): (value: unknown, params: Params) => string {
  return (value, params) => {
    const key = withinKey(value);
    if (key === COUNTRY_ID) return 'true';
    const place = params.add(key, 'integer');
    return `(${columns.map((column) => `${column} = ${place}`).join(' or ')})`;
  };
}

/** Keys by which every list of records can be grouped. */
export function recordGroupKeys(alias: string): Readonly<Record<string, GroupKey>> {
  return {
    PROVINCE: {
      sql: `${alias}.province_id`,
      type: 'integer',
      field: 'province',
      output: () => Place,
      description: 'The province as it was, or the country for national records.',
      resolve: (id: number, context, info) => context.use(placeLoaders).byId.load(id, info),
    },
    KEEPER: {
      sql: `${alias}.keeper_id`,
      type: 'integer',
      field: 'keeper',
      output: () => Organisation,
      description: 'The organisation that keeps the record.',
      resolve: (id: number, context, info) => context.use(organisationLoaders).byId.load(id, info),
    },
    ORIGIN: {
      sql: `${alias}.origin`,
      type: 'text',
      field: 'origin',
      output: () => ProvenanceKindEnum,
      description: 'Where the record comes from.',
    },
  };
}

/** A key by a place, which comes back as a `Place`. */
export function placeKeyOf(sql: string, field: string, description: string): GroupKey {
  return {
    sql,
    type: 'integer',
    field,
    output: () => Place,
    description,
    resolve: (id: number, context, info) => context.use(placeLoaders).byId.load(id, info),
  };
}

/** A key by an organisation, which comes back as an `Organisation`. */
export function organisationKeyOf(sql: string, field: string, description: string): GroupKey {
  return {
    sql,
    type: 'integer',
    field,
    output: () => Organisation,
    description,
    resolve: (id: number, context, info) => context.use(organisationLoaders).byId.load(id, info),
  };
}

/**
 * Keys by calendar year, quarter and month of a span of two columns: `2026`, `2026-Q2`, `2026-05`. Days that are known less
 * exactly than the key are in the group without one.
 */
export function timeKeys(alias: string, column: string, what: string): Readonly<Record<string, GroupKey>> {
  const [from, to] = [`${alias}.${column}_earliest`, `${alias}.${column}_latest`];
  const bucket = (unit: string, format: string): string =>
    `case when date_trunc('${unit}', ${from}) = date_trunc('${unit}', ${to}) then to_char(${from}, '${format}') end`;
  const name = column.toUpperCase();
  const field = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const key = (unit: string, format: string): GroupKey => ({
    sql: bucket(unit, format),
    type: 'text',
    field: `${field}${unit.charAt(0).toUpperCase()}${unit.slice(1)}`,
    output: () => PeriodKeyScalar,
    description: `The calendar ${unit} ${what}; null where that is known less exactly.`,
  });
  return {
    [`${name}_YEAR`]: key('year', 'YYYY'),
    [`${name}_QUARTER`]: key('quarter', 'YYYY"-Q"Q'),
    [`${name}_MONTH`]: key('month', 'YYYY-MM'),
  };
}
