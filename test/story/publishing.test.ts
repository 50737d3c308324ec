import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Entered,
  type Entry,
  lineOf,
  openReportWorld,
  type ReportWorld,
  type TestReport,
} from '../support/report-builder.ts';

let world: ReportWorld;
beforeAll(async () => {
  world = await openReportWorld();
});
afterAll(() => world.close());
beforeEach(() => world.empty());

describe('two versions of one report', () => {
  it('leave the totals as the recount has them after each step, and the numbers of the second', async () => {
    const report = (a: Entry, b: Entry): TestReport => ({
      form: 'T-AREA',
      place: '91',
      period: '2026-03',
      figures: { '30292': { T_FLOW: a, T_STOCK: a }, '30307': { T_FLOW: b, T_STOCK: b } },
    });
    const line = async (): Promise<string[][]> => {
      const table = await world.table({
        indicators: ['T_FLOW', 'T_STOCK'],
        places: ['91'],
        periods: ['2026-03', '2026-Q1'],
      });
      return table.series.map((_, at) => lineOf(table, at));
    };
    expect(await world.bring(report('10', '5'))).toMatchObject({ version: 1, replacedVersion: null });
    expect(await world.verify()).toMatchObject({ figures: 4, totals: 6, differences: [] });
    expect(await line()).toEqual([
      ['15 OK +', '15 OK +'],
      ['15 OK +', '15 OK +'],
    ]);
    const second = await world.enter(report('7.5~', 'NOT_ARISEN'));
    expect(await line()).toEqual([
      ['15 OK +', '15 OK +'],
      ['15 OK +', '15 OK +'],
    ]);
    expect(await world.publish(second)).toMatchObject({ version: 2, replacedVersion: 1 });
    expect(await world.verify()).toMatchObject({ figures: 4, totals: 6, differences: [] });
    expect(await line()).toEqual([
      ['7.5 ESTIMATE +', '7.5 ESTIMATE +'],
      ['7.5 ESTIMATE +', '7.5 ESTIMATE +'],
    ]);
    await world.bring(report('BLANK', 'BLANK'));
    expect(await world.verify()).toMatchObject({ figures: 4, differences: [] });
    expect((await line())[0]).toEqual(['null MISSING BLANK', 'null MISSING BLANK']);
  });

  it('take away the totals that no figure supports any more', async () => {
    const report = (figures: TestReport['figures']): TestReport => ({
      form: 'T-AREA',
      place: '91',
      period: '2026-03',
      figures,
    });
    await world.bring(report({ '30292': { T_FLOW: '4', T_STOCK: '5' } }));
    await world.bring(report({ '30292': { T_FLOW: '4' } }));
    expect(await world.sql('select 1 from total')).toHaveLength(1);
    expect((await world.verify()).differences).toEqual([]);
  });

  it('are announced by one event that names both, which everybody hears although the second has no number', async () => {
    const report = (entry: Entry): TestReport => ({
      form: 'T-ROWS',
      place: '91',
      period: '2026-03',
      figures: { '91': { T_FLOW: entry } },
    });
    await world.bring(report('1'), report('NOT_ARISEN'));
    const events = await world.sql(
      `select version, replaced_version, exposure from event where type = 'REPORT_PUBLISHED' order by id`,
    );
    expect(events).toEqual([
      { version: 1, replaced_version: null, exposure: 2 },
      { version: 2, replaced_version: 1, exposure: 2 },
    ]);
  });

  it('are published one after the other: an older version is a conflict that says both, a published one is told so', async () => {
    const report: TestReport = { form: 'T-ROWS', place: '91', period: '2026-03', figures: { '91': { T_FLOW: '1' } } };
    const [first, second] = [await world.enter(report), await world.enter(report)];
    await expect(world.publish(first)).rejects.toMatchObject({
      code: 'CONFLICT',
      extensions: { expectedVersion: 1, currentVersion: 2 },
    });
    await world.publish(second);
    await expect(world.publish(second)).rejects.toMatchObject({
      code: 'ILLEGAL_STATE',
      extensions: { state: 'PUBLISHED' },
    });
    await expect(world.publish({ ...second, reportId: '999999' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('twenty publishers at once', () => {
  it('lose nothing and meet no deadlock, in whatever order they come', async () => {
    const periods = ['2026-01', '2026-02', '2026-03', '2026-Q1', '2026-S1'];
    const entered: Entered[] = [];
    for (const [at, period] of periods.entries()) {
      const figures = (place: string): TestReport['figures'] => ({
        [place]: { T_FLOW: `${at + 1}`, T_STOCK: `${at + 1}.5` },
      });
      entered.push(
        await world.enter({
          form: 'T-AREA',
          place: '91',
          period,
          figures: { ...figures('30292'), ...figures('30307') },
        }),
      );
      for (const [place, form] of [
        ['91', 'T-ROWS'],
        ['30292', 'T-ROWS'],
        ['30307', 'T-TWO'],
      ] as const) {
        entered.push(await world.enter({ form, place, period, figures: figures(place) }));
      }
    }
    const opposed = entered
      .map((_, at) => entered[at % 2 === 0 ? at : entered.length - at])
      .flatMap((one) => one ?? []);
    expect(new Set(opposed).size).toBe(20);
    const deadlocks = await deadlocksOf();
    const published = await Promise.all(opposed.map((one) => world.publish(one)));
    expect(published.map(({ version }) => version)).toEqual(Array(20).fill(1));
    expect(await world.verify()).toMatchObject({ figures: 40, differences: [] });
    expect(await deadlocksOf()).toBe(deadlocks);
  });

  it('of one report are told who was first', async () => {
    const one = await world.enter({
      form: 'T-ROWS',
      place: '91',
      period: '2026-01',
      figures: { '91': { T_FLOW: '1' } },
    });
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => world.publish(one)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = answers.flatMap((answer) =>
      answer.status === 'rejected' ? [(answer.reason as { code: string }).code] : [],
    );
    expect(new Set(codes)).toEqual(new Set(['ILLEGAL_STATE']));
    expect(await world.sql(`select 1 from event where type = 'REPORT_PUBLISHED'`)).toHaveLength(1);
    expect(await world.sql(`select 1 from audit where action = 'publishReport'`)).toHaveLength(1);
  });

  async function deadlocksOf(): Promise<string> {
    await world.sql('select pg_stat_clear_snapshot()');
    const [row] = await world.sql<{ deadlocks: string }>(
      'select deadlocks::text from pg_stat_database where datname = current_database()',
    );
    return row?.deadlocks ?? '';
  }
});
