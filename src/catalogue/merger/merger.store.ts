import { named, type Tx } from '../../ground/database/data-source.ts';

/** A place or an organisation as a merger sees it, locked. */
export interface Merging {
  readonly id: number;
  readonly name: string;
  readonly provinceId: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Whether the whole of it went into another before. */
  readonly merged: boolean;
  /** First day of its last names; null where that is not known. */
  readonly namedFrom: string | null;
}

/** A place as a merger sees it. */
export interface MergingPlace extends Merging {
  readonly level: string;
  readonly code: string;
  readonly legacyProvinceId: number | null;
}

/** An organisation as a merger sees it. */
export interface MergingOrganisation extends Merging {
  readonly kind: string;
}

/** A stretch of life with the code it has. */
export interface Life {
  readonly code: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** The places with these keys, locked in their order; those that are not there are missing. */
export function lockPlaces(tx: Tx, ids: readonly number[]): Promise<MergingPlace[]> {
  return named(
    tx,
    'lockMergingPlaces',
    `select p.id, p.level, p.code, p.province_id as "provinceId", p.legacy_province_id as "legacyProvinceId",
       p.valid_from::text as "validFrom", p.valid_to::text as "validTo", v.name, v.valid_from::text as "namedFrom",
       exists (select 1 from place_edge e where e.predecessor_id = p.id) as merged
     from place p join place_version v on v.place_id = p.id
       and v.version = (select max(last.version) from place_version last where last.place_id = p.id)
     where p.id = any ($1::integer[]) order by p.id for no key update of p`,
    [[...ids]],
  );
}

/** The organisations with these keys, locked in their order; those that are not there are missing. */
export function lockOrganisations(tx: Tx, ids: readonly number[]): Promise<MergingOrganisation[]> {
  return named(
    tx,
    'lockMergingOrganisations',
    `select o.id, o.kind, o.province_id as "provinceId", o.valid_from::text as "validFrom", o.valid_to::text as "validTo",
       v.name, v.valid_from::text as "namedFrom",
       exists (select 1 from organisation_edge e where e.predecessor_id = o.id) as merged
     from organisation o join organisation_version v on v.organisation_id = o.id
       and v.version = (select max(last.version) from organisation_version last where last.organisation_id = o.id)
     where o.id = any ($1::integer[]) order by o.id for no key update of o`,
    [[...ids]],
  );
}

/** The name of a place or organisation that has the code in the same time; null where none has. */
export async function otherWithCode(tx: Tx, table: 'place' | 'organisation', life: Life): Promise<string | null> {
  const [row] = await named<{ name: string }>(
    tx,
    `${table}WithCode`,
    `select v.name from ${table} t join ${table}_version v on v.${table}_id = t.id
     where t.code = $1 and coalesce(t.valid_from, '-infinity'::date) <= coalesce($3::date, 'infinity'::date)
       and coalesce($2::date, '-infinity'::date) <= coalesce(t.valid_to, 'infinity'::date)
     order by v.version desc limit 1`,
    [life.code, life.validFrom, life.validTo],
  );
  return row?.name ?? null;
}

/** Ends places or organisations with their last names on a day (ISO date); those that had ended on it stay as they are. */
export async function endLives(
  tx: Tx,
  table: 'place' | 'organisation',
  ids: readonly number[],
  last: string,
): Promise<void> {
  await named(
    tx,
    `end_${table}`,
    `update ${table} set valid_to = $2, registered = true where id = any ($1::integer[]) and valid_to is distinct from $2::date`,
    [[...ids], last],
  );
  await named(
    tx,
    `end_${table}_version`,
    `update ${table}_version v set valid_to = $2, registered = true where v.${table}_id = any ($1::integer[])
       and v.version = (select max(l.version) from ${table}_version l where l.${table}_id = v.${table}_id)
       and v.valid_to is distinct from $2::date`,
    [[...ids], last],
  );
}

/** Joins predecessors to the one that took them over whole on a day (ISO date). */
export async function joinEdges(
  tx: Tx,
  table: 'place' | 'organisation',
  predecessors: readonly number[],
  successor: number,
  on: string,
): Promise<void> {
  await named(
    tx,
    `join_${table}`,
    `insert into ${table}_edge (predecessor_id, successor_id, on_date, extent, registered)
     select id, $2::integer, $3::date, 'FULL', true from unnest($1::integer[]) as gone (id)`,
    [[...predecessors], successor, on],
  );
}

/** A commune with its names, of which the whole life is one version. */
export interface NewPlace extends Life {
  readonly provinceId: number;
  readonly legacyProvinceId: number | null;
  readonly type: string;
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly sortKey: string;
  readonly folded: string;
}

/** Enters a registered commune and answers its key. */
export async function insertPlace(tx: Tx, place: NewPlace): Promise<number> {
  const [row] = await named<{ id: number }>(
    tx,
    'registerPlace',
    `insert into place (id, level, code, province_id, legacy_province_id, valid_from, valid_to, registered)
     values (nextval('registered_place_id'), 'COMMUNE', $1, $2, $3, $4, $5, true) returning id`,
    [place.code, place.provinceId, place.legacyProvinceId, place.validFrom, place.validTo],
  );
  const id = row?.id ?? 0;
  await named(
    tx,
    'registerPlaceVersion',
    `insert into place_version (place_id, version, parent_id, type, name, name_en, short_name, sort_key, folded, valid_from, valid_to, registered)
     values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true)`,
    [
      id,
      place.provinceId,
      place.type,
      place.name,
      place.nameEn,
      place.shortName,
      place.sortKey,
      place.folded,
      place.validFrom,
      place.validTo,
    ],
  );
  return id;
}

/** A body with its names, of which the whole life is one version. */
export interface NewOrganisation extends Life {
  readonly kind: string;
  readonly provinceId: number;
  readonly parentId: number | null;
  readonly name: string;
  readonly nameEn: string;
  readonly abbreviation: string;
  readonly sortKey: string;
  readonly folded: string;
}

/** Enters a registered body and answers its key. */
export async function insertOrganisation(tx: Tx, body: NewOrganisation): Promise<number> {
  const [row] = await named<{ id: number }>(
    tx,
    'registerOrganisation',
    `insert into organisation (id, kind, code, province_id, valid_from, valid_to, registered)
     values (nextval('registered_organisation_id'), $1, $2, $3, $4, $5, true) returning id`,
    [body.kind, body.code, body.provinceId, body.validFrom, body.validTo],
  );
  const id = row?.id ?? 0;
  await named(
    tx,
    'registerOrganisationVersion',
    `insert into organisation_version (organisation_id, version, parent_id, name, name_en, abbreviation, sort_key, folded, valid_from, valid_to, registered)
     values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, true)`,
    [
      id,
      body.parentId,
      body.name,
      body.nameEn,
      body.abbreviation,
      body.sortKey,
      body.folded,
      body.validFrom,
      body.validTo,
    ],
  );
  return id;
}
