import { named, type Tx } from '../../ground/database/data-source.ts';

/** The change that enters the records of the demonstration, as versions and audit rows name it. */
export const LOAD_DEMO_RECORDS = 'loadDemoRecords';

/** Whether the records of the demonstration have entered a province. */
export async function hasDemoRecords(tx: Tx, provinceId: number): Promise<boolean> {
  const [row] = await named<{ found: boolean }>(
    tx,
    'hasDemoRecords',
    'select exists (select 1 from record_version where province_id = $1 and action = $2) as found',
    [provinceId, LOAD_DEMO_RECORDS],
  );
  return row?.found ?? false;
}

/** Key of the national movement or campaign of a name; null where the archive has none. */
export async function nationalByName(tx: Tx, table: 'movement' | 'campaign', name: string): Promise<number | null> {
  const [row] = await named<{ id: number }>(
    tx,
    `demoNational_${table}`,
    `select n.id from ${table} n join place p on p.id = n.province_id and p.level = 'COUNTRY' where n.name = $1 order by n.id limit 1`,
    [name],
  );
  return row?.id ?? null;
}

/** Keys of some communes of a province that live on a day, in a fixed order. */
export async function communesOf(tx: Tx, provinceId: number, on: string, limit: number): Promise<number[]> {
  const rows = await named<{ id: number }>(
    tx,
    'demoCommunes',
    `select id from place where province_id = $1 and level = 'COMMUNE' and $2::date >= coalesce(valid_from, '-infinity')
       and $2::date <= coalesce(valid_to, 'infinity') order by code limit $3`,
    [provinceId, on, limit],
  );
  return rows.map(({ id }) => id);
}

/** One row of the optional register, without a name. */
export interface DemoMember {
  readonly pseudonym: string;
  readonly birthYear: number;
  readonly sex: 'FEMALE' | 'MALE';
  readonly joinedOn: string;
  readonly leftOn: string | null;
  readonly unitId: number | null;
}

/** Enters synthetic rows into the register of an organisation. */
export async function insertMembers(
  tx: Tx,
  provinceId: number,
  organisationId: number,
  members: readonly DemoMember[],
): Promise<void> {
  await named(
    tx,
    'insertDemoMembers',
    `insert into member (province_id, organisation_id, unit_id, pseudonym, birth_year, sex, joined_on, left_on, synthetic)
     select $1, $2, m."unitId", m.pseudonym, m."birthYear", m.sex, m."joinedOn", m."leftOn", true
     from jsonb_to_recordset($3::jsonb) as m ("unitId" integer, pseudonym text, "birthYear" integer, sex text, "joinedOn" date, "leftOn" date)`,
    [provinceId, organisationId, JSON.stringify(members)],
  );
}

/** The first synthetic activity that an organisation held on a day (ISO date), unless it has been corrected; null then. */
export async function uncorrectedActivity(
  tx: Tx,
  keeper: string,
  day: string,
): Promise<{ id: number; participants: string } | null> {
  const [row] = await named<{ id: number; participants: string; version: number }>(
    tx,
    'demoUncorrectedActivity',
    `select a.id, a.version, coalesce(a.participants, 0)::text as participants
     from activity a join organisation o on o.id = a.keeper_id
     where o.code = $1 and a.origin = 'SYNTHETIC' and a.held_earliest = $2::date order by a.id limit 1`,
    [keeper, day],
  );
  return row?.version === 1 ? row : null;
}
