import { In } from 'typeorm';
import { named, type Tx } from '../../ground/database/data-source.ts';
import type { Period } from '../../ground/period/period.ts';
import { PeriodRow } from './period.row.ts';

async function ensure(tx: Tx, periods: readonly Period[]): Promise<number[]> {
  const known = await select(tx, periods);
  const unknown = [
    ...new Map(periods.filter((one) => !known.has(nameOf(one))).map((one) => [nameOf(one), one])).values(),
  ];
  if (unknown.length > 0) {
    await named(
      tx,
      'insertPeriods',
      `insert into period (key, kind, year, data_from, data_to)
       select * from unnest($1::text[], $2::text[], $3::integer[], $4::date[], $5::date[]) n (key, kind, year, data_from, data_to)
       order by key, data_from, data_to
       on conflict (key, data_from, data_to) do nothing`,
      [
        unknown.map((one) => one.key),
        unknown.map((one) => one.kind),
        unknown.map((one) => one.year),
        unknown.map((one) => one.dataFrom),
        unknown.map((one) => one.dataTo),
      ],
    );
    // Read again rather than returned: another transaction may have been faster, and then there is nothing to return.
    for (const [name, id] of await select(tx, unknown)) known.set(name, id);
  }
  return periods.map((one) => {
    const id = known.get(nameOf(one));
    if (id === undefined) throw new Error(`Expected period ${nameOf(one)} to be there after writing it, found none.`);
    return id;
  });
}

async function select(tx: Tx, periods: readonly Period[]): Promise<Map<string, number>> {
  const rows = await named<{ id: number; key: string; dataFrom: string; dataTo: string }>(
    tx,
    'periodIds',
    `select p.id, p.key, p.data_from::text as "dataFrom", p.data_to::text as "dataTo"
     from unnest($1::text[], $2::date[], $3::date[]) asked (key, data_from, data_to)
     join period p using (key, data_from, data_to)`,
    [periods.map((one) => one.key), periods.map((one) => one.dataFrom), periods.map((one) => one.dataTo)],
  );
  return new Map(rows.map((row) => [nameOf(row), row.id]));
}

function nameOf({ key, dataFrom, dataTo }: { key: string; dataFrom: string; dataTo: string }): string {
  return `${key} ${dataFrom}–${dataTo}`;
}

/** Periods as reports use them. */
export const periodStore = {
  /**
   * Ids of the periods, in their order; those that are new are written. Use it in READ COMMITTED: a stricter transaction
   * would not see a period that another wrote meanwhile.
   */
  ensure,
  /** The periods with these ids, in no order; absent where there is none. */
  byIds: (tx: Tx, ids: readonly number[]): Promise<PeriodRow[]> =>
    tx.getRepository(PeriodRow).find({ where: { id: In([...ids]) }, comment: 'periodsById' }),
};
