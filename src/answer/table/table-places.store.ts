import { named, type Tx } from '../../ground/database/data-source.ts';
import type { TablePlace } from './cell.ts';
import type { PlaceChoice } from './parsed-query.ts';

const PLACE = `p.id, p.code, p.level, p.province_id as "provinceId", p.valid_from::text as "validFrom", p.valid_to::text as "validTo"`;
const LIVES = `(p.valid_from is null or p.valid_from <= $1::date) and (p.valid_to is null or p.valid_to >= $1::date)`;
const NAMED = `join place_version v on v.place_id = p.id and (v.valid_from is null or v.valid_from <= $1::date)
  and (v.valid_to is null or v.valid_to >= $1::date)`;

/** A place with the code it was asked by. */
export type ChosenPlace = TablePlace & { code: string };

/** The places chosen, on a day, in the order of the query or of the Vietnamese alphabet. */
export async function chosenPlaces(tx: Tx, choice: PlaceChoice, on: string): Promise<ChosenPlace[]> {
  if (choice.by === 'codes') {
    const rows = await named<ChosenPlace>(
      tx,
      'tablePlacesByCode',
      `select ${PLACE} from place p where ${LIVES} and p.code = any ($2::text[])`,
      [on, choice.codes],
    );
    return choice.codes.flatMap((code) => rows.find((row) => row.code === code) ?? []);
  }
  if (choice.by === 'keys') {
    return named(
      tx,
      'tablePlacesByKey',
      `select ${PLACE} from place p where p.id = any ($1::integer[]) order by p.id`,
      [choice.keys],
    );
  }
  if (choice.by === 'all') {
    return named(
      tx,
      'tablePlacesOfLevel',
      `select ${PLACE} from place p ${NAMED} where ${LIVES} and p.level = $2 order by v.sort_key, p.id`,
      [on, choice.level],
    );
  }
  return named(
    tx,
    'tablePlacesWithin',
    `select ${PLACE} from place p ${NAMED} join place root on root.id = $2
     where ${LIVES} and p.level = $3 and (root.level = 'COUNTRY' or p.id = root.id or p.province_id = root.id) order by v.sort_key, p.id`,
    [on, choice.root, choice.level],
  );
}

/** A province with those it was merged into. */
export type NationPart = TablePlace & { successors: readonly number[] };

/** Every province that lived at any time in a stretch of days: what a nation is added up from. */
export function provincesDuring(tx: Tx, from: string, to: string): Promise<NationPart[]> {
  return named(
    tx,
    'provincesDuring',
    `select ${PLACE}, array(select e.successor_id from place_edge e where e.predecessor_id = p.id order by 1) as successors
     from place p where p.level = 'PROVINCE' and (p.valid_from is null or p.valid_from <= $2::date)
       and (p.valid_to is null or p.valid_to >= $1::date) order by p.id`,
    [from, to],
  );
}

/** An organisation as the table needs it. */
export interface TableOrganisation {
  id: number;
  kind: string;
  code: string;
  provinceId: number;
}

/** The organisations of these kinds in these provinces. */
export function organisationsOf(
  tx: Tx,
  provinceIds: readonly number[],
  kinds: readonly string[],
): Promise<TableOrganisation[]> {
  return named(
    tx,
    'tableOrganisations',
    `select id, kind, code, province_id as "provinceId" from organisation
     where province_id = any ($1::integer[]) and kind = any ($2::text[]) order by id`,
    [provinceIds, kinds],
  );
}
