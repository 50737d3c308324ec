import { In } from 'typeorm';
import { named, type Tx } from '../../ground/database/data-source.ts';
import { BreakdownRow } from './breakdown.row.ts';

async function ensure(tx: Tx, keys: readonly string[]): Promise<number[]> {
  const known = await select(tx, keys);
  const unknown = [...new Set(keys)].filter((key) => !known.has(key));
  if (unknown.length > 0) {
    await named(
      tx,
      'insertBreakdowns',
      'insert into breakdown (key) select unnest($1::text[]) on conflict (key) do nothing',
      [unknown],
    );
    // Read again rather than returned: another transaction may have been faster, and then there is nothing to return.
    for (const [key, id] of await select(tx, unknown)) known.set(key, id);
  }
  return keys.map((key) => {
    const id = known.get(key);
    if (id === undefined) throw new Error(`Expected breakdown '${key}' to be there after writing it, found none.`);
    return id;
  });
}

async function select(tx: Tx, keys: readonly string[]): Promise<Map<string, number>> {
  const rows = await named<{ id: number; key: string }>(
    tx,
    'breakdownIds',
    'select id, key from breakdown where key = any ($1::text[])',
    [keys],
  );
  return new Map(rows.map(({ id, key }) => [key, id]));
}

/** Parts of indicators, by the keys that `breakdownKey` writes. */
export const breakdownStore = {
  /** Ids of the keys, in their order ('' is 0, the whole); those that are new are written. Use it in READ COMMITTED. */
  ensure,
  /** The parts with these ids, in no order; absent where there is none. */
  byIds: (tx: Tx, ids: readonly number[]): Promise<BreakdownRow[]> =>
    tx.getRepository(BreakdownRow).find({ where: { id: In([...ids]) }, comment: 'breakdownsById' }),
};
