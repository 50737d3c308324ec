import { named, type Tx } from '../../ground/database/data-source.ts';

// Any constant that nothing else uses: two hubs that start at once load one after the other.
const LOAD_LOCK = 7_140_213;

/** Waits until no other transaction loads national records, and keeps others out until this one ends. */
export async function lockNational(tx: Tx): Promise<void> {
  await named(tx, 'lockNational', 'select pg_advisory_xact_lock($1)', [LOAD_LOCK]);
}

/** Every name that a national row of the table has had, in any version: one that was corrected is not entered again. */
export async function nationalNames(tx: Tx, table: 'movement' | 'campaign'): Promise<string[]> {
  const type = table === 'movement' ? 'Movement' : 'Campaign';
  const rows = await named<{ name: string }>(
    tx,
    `nationalNamesOf${type}`,
    `select distinct data ->> 'name' as name from record_version
     where subject_type = $1 and province_id = (select id from place where level = 'COUNTRY')`,
    [type],
  );
  return rows.map(({ name }) => name);
}
