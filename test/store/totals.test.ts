import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { moveTotals } from '../../src/report/total/move-totals.ts';
import { lockReportById } from '../../src/report/version/report.store.ts';
import { lineOf, openReportWorld, type ReportWorld, type TestReport } from '../support/report-builder.ts';
import { viewerOf } from '../support/graph-world.ts';

const [WARD_A, WARD_B] = ['30292', '30307'];

let world: ReportWorld;
beforeAll(async () => {
  world = await openReportWorld();
});
afterAll(() => world.close());
afterEach(() => world.empty());

const wards = (period: TestReport['period'], a: string, b: string): TestReport => ({
  form: 'T-AREA',
  place: '91',
  period,
  figures: { [WARD_A]: { T_FLOW: a, T_STOCK: a }, [WARD_B]: { T_FLOW: b, T_STOCK: b } },
});

interface Stored extends Record<string, unknown> {
  sum: string | null;
  present: number;
}
const stored = (code: string, key: string): Promise<Stored[]> =>
  world.sql<Stored>(
    `select t.sum::text, t.present, t.not_arisen, t.estimated, t.preliminary, t.carried, t.places from total t
     join indicator i on i.id = t.indicator_id join period p on p.id = t.period_id where i.code = $1 and p.key = $2`,
    [code, key],
  );

describe('a stored total', () => {
  it('counts what is in its sum, so that missing is not zero', async () => {
    await world.bring(
      wards('2026-01', '0', 'NOT_ARISEN'),
      wards('2026-02', 'NOT_ARISEN', 'BLANK'),
      wards('2026-03', '4~', '5'),
    );
    const none = { not_arisen: 0, estimated: 0, preliminary: 0, carried: 0 };
    expect(await stored('T_FLOW', '2026-01')).toEqual([{ ...none, sum: '0', present: 1, not_arisen: 1, places: 2 }]);
    expect(await stored('T_FLOW', '2026-02')).toEqual([{ ...none, sum: null, present: 0, not_arisen: 1, places: 2 }]);
    expect(await stored('T_FLOW', '2026-03')).toEqual([{ ...none, sum: '9', present: 2, estimated: 1, places: 2 }]);
    expect(await stored('T_STOCK', '2026-Q1')).toEqual([{ ...none, sum: '9', present: 2, estimated: 1, places: 2 }]);
  });

  it('of a stock goes back to an earlier month where the later one is taken out', async () => {
    await world.bring(wards('2026-01', '10', '20'), wards('2026-02', '11', '21'));
    expect(await stored('T_STOCK', '2026-Q1')).toMatchObject([{ sum: '32', carried: 2 }]);
    await world.bring(wards('2026-02', '11', 'BLANK'));
    expect(await stored('T_STOCK', '2026-Q1')).toMatchObject([{ sum: '31', carried: 2, places: 2 }]);
    expect(await stored('T_STOCK', '2026-02')).toMatchObject([{ sum: '11', present: 1, places: 2 }]);
  });

  it('does not depend on the order in which reports are published', async () => {
    const reports = [
      wards('2026-06', '5', 'BLANK'),
      wards('2026-Q2', 'BLANK', '7'),
      wards('2026-S1', '6', '8'),
      wards('2026-01', '1', '2'),
    ];
    const all = async (order: TestReport[]): Promise<unknown[]> => {
      await world.empty();
      for (const report of order) await world.bring(report);
      return world.sql(`select i.code, p.key, t.sum::text, t.present, t.carried, t.places from total t join indicator i on i.id = t.indicator_id
        join period p on p.id = t.period_id order by i.code, p.key`);
    };
    const forward = await all(reports);
    expect(forward).toHaveLength(11);
    expect(await all(reports.toReversed())).toEqual(forward);
  });

  it('is none for figures of the province itself, for percentages and for what is never added up', async () => {
    await world.bring({
      form: 'T-ROWS',
      place: '91',
      period: '2026-01',
      figures: { '91': { T_FLOW: '1', T_STOCK: '1' } },
    });
    await world.bring({
      form: 'T-AREA',
      place: '91',
      period: '2026-01',
      figures: { [WARD_A]: { T_PCT: '5', T_LONE: '6' } },
    });
    expect(await world.sql('select 1 from total')).toEqual([]);
  });

  it('follows the tree as it was on the day of each figure, whatever is published later', async () => {
    const [a, b] = [await world.placeId(WARD_A), await world.placeId('01')];
    await world.sql('create table tree_before as select * from place_version where place_id = $1', [a]);
    await world.sql(`update place_version set valid_to = '2026-02-28' where place_id = $1`, [a]);
    await world.sql(`insert into place_version (place_id, version, parent_id, type, name, name_en, short_name, sort_key, folded, valid_from)
      select place_id, version + 1, ${b}, type, name, name_en, short_name, sort_key, folded, '2026-03-01' from tree_before`);
    try {
      await world.bring(
        wards('2026-02', '10', '20'),
        wards({ key: '2026-Q1', from: '2025-12-15', to: '2026-03-14' }, 'BLANK', '21'),
      );
      expect((await world.verify()).differences).toEqual([]);
      const table = await world.table({ indicators: ['T_STOCK'], places: ['91'], periods: ['2026-Q1'] });
      expect(lineOf(table)).toEqual(['31 CARRIED +']);
    } finally {
      await world.sql('delete from place_version where place_id = $1 and version = 2', [a]);
      await world.sql('update place_version set valid_to = null where place_id = $1', [a]);
      await world.sql('drop table tree_before');
    }
  });
});

describe('verification', () => {
  it.each([
    ['a wrong sum', 'update total set sum = sum + 1 where data_to = (select max(data_to) from total)'],
    ['a wrong count', 'update total set places = places + 1 where data_to = (select max(data_to) from total)'],
    ['a total that is gone', 'delete from total where data_to = (select max(data_to) from total)'],
    ['a figure that was ended behind the totals’ back', `update figure set ended_by = published_by where cell = 'B2'`],
    [
      'a total that nothing supports',
      `insert into total select province_id, (select id from place where code = '${WARD_A}'), organisation_id, form_id, indicator_id,
         breakdown_id, period_id, data_to, sum, present, not_arisen, estimated, preliminary, carried, places from total`,
    ],
  ])('finds %s', async (_name, damage) => {
    await world.bring(wards('2026-03', '1', '2'));
    expect((await world.verify()).differences).toEqual([]);
    await world.sql(damage);
    expect((await world.verify()).differences).not.toEqual([]);
  });

  it('is repaired by moving the totals again', async () => {
    const published = await world.bring(wards('2026-03', '1', '2'));
    await world.sql('update total set sum = sum + 1, places = places + 1');
    expect((await world.verify()).differences).toHaveLength(6);
    const context = world.contextOf(viewerOf('ADMIN'));
    await context.write(async (tx) => {
      const report = await lockReportById(tx, published.provinceId, published.reportId);
      if (report) await moveTotals(tx, report);
    });
    expect((await world.verify()).differences).toEqual([]);
  });

  it('leaves the totals to the hub: an officer’s session cannot move them', async () => {
    await world.bring(wards('2026-03', '1', '2'));
    const [organisation] = await world.sql<{ organisation_id: number }>('select distinct organisation_id from total');
    const officer = world.contextOf(viewerOf('OFFICER', { organisations: [organisation?.organisation_id ?? 0] }));
    await officer.write((tx) => tx.query('update total set sum = 99'));
    await officer.write((tx) => tx.query('delete from total'));
    expect((await world.verify()).differences).toEqual([]);
    expect(await world.sql('select 1 from total')).toHaveLength(6);
  });
});
