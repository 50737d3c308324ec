import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contributionLoaders } from '../../src/answer/table/contribution.loader.ts';
import { IndicatorRow } from '../../src/answer/table/indicator-table.type.ts';
import { ANONYMOUS, LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { viewerOf } from '../support/graph-world.ts';
import { lineOf, openReportWorld, type ReportWorld, type TestQuery } from '../support/report-builder.ts';

const [WARD_A, WARD_B] = ['30292', '30307'];
const MONTHS = ['2026-01', '2026-02', '2026-03'];

let world: ReportWorld;
beforeAll(async () => {
  world = await openReportWorld();
  const all = (entry: string): Record<string, string> => ({
    T_FLOW: entry,
    T_STOCK: entry,
    T_STATE: entry,
    T_LONE: entry,
  });
  for (const [at, period] of MONTHS.entries()) {
    await world.bring({
      form: 'T-AREA',
      place: '91',
      period,
      figures: { [WARD_A]: all(`${at + 1}.50`), [WARD_B]: all(at === 1 ? 'NOT_ARISEN' : '10') },
    });
    await world.bring({ form: 'T-ROWS', place: '01', period, figures: { '01': all(`${at + 5}`) } });
  }
});
afterAll(() => world.close());

describe('the number of statements', () => {
  const count = async (query: TestQuery): Promise<number> => {
    world.pools.statements.splice(0);
    await world.table(query);
    return world.pools.statements.splice(0).length;
  };
  const wide = { indicators: ['T_FLOW', 'T_STOCK', 'T_PCT', 'T_MAIN', 'T_BOTH', 'LD_MEMBERS', 'PN_MEMBERS_18'] };

  it('is the same for many indicators, places and periods as for one', async () => {
    const one = await count({ indicators: ['T_FLOW'], places: ['91'], periods: ['2026-01'] });
    expect(one).toBe(8);
    const provinces = { all: 'PROVINCE' as never };
    expect(
      await count({ ...wide, places: provinces, periods: { from: '2025-01', to: '2026-12', grain: 'MONTH' as never } }),
    ).toBe(one);
    expect(
      await count({ ...wide, places: { codes: ['91', WARD_A, WARD_B, '01'] }, periods: { keys: ['2026', '2026-S1'] } }),
    ).toBe(one);
  });

  it('is one more each for the nation and for a stock over a window without a name', async () => {
    expect(await count({ ...wide, places: ['VN', '91'], periods: ['2026-01'] })).toBe(9);
    expect(await count({ ...wide, places: ['VN', '91'], periods: { from: '2026-01', to: '2026-02' } })).toBe(10);
  });

  it('does not grow with the rows and contributions that are asked for', async () => {
    const source = `query ($query: IndicatorQuery!, $first: Int!) { indicatorTable(query: $query) { rows(first: $first) { nodes {
      indicator { code } place { name } organisation { name } exact
      contributions(first: 5) { nodes { exact place { name } period { key } submitter { name } report { id } } } } } } }`;
    const statements = async (first: number, places: string[]): Promise<number> => {
      const query = { indicators: ['T_FLOW', 'T_STOCK'], places: { codes: places }, periods: { keys: MONTHS } };
      world.pools.statements.splice(0);
      await world.ask(source, { query, first });
      return world.pools.statements.splice(0).length;
    };
    const one = await statements(1, ['91']);
    // Fewer where a loader has met a place before, never more.
    expect(await statements(100, ['91', '01', WARD_A, WARD_B])).toBeLessThanOrEqual(one);
  });
});

describe('contributions', () => {
  it('add up exactly to every value: own, added up, the nation, a flow and a stock', async () => {
    const periods: TestQuery['periods'][] = [
      ['2026-01', '2026-02', '2026-Q1', '2026'],
      { from: '2026-01', to: '2026-02' },
    ];
    for (const asked of periods) {
      const table = await world.table({
        indicators: ['T_FLOW', 'T_STOCK'],
        places: ['91', '01', WARD_A, WARD_B, 'VN'],
        periods: asked,
      });
      const cells = table.series.flatMap((one, at) =>
        one.cells.map((cell, column) => ({ at, column, exact: cell.exact })),
      );
      for (const { at, column, exact } of cells) {
        const leaves = (await world.leaves(table, at, column)).flatMap((leaf) => leaf.exact ?? []);
        expect(leaves.length === 0 ? null : hundredths(leaves)).toBe(exact === null ? null : hundredths([exact]));
      }
    }
  });

  it('are those of the table’s snapshot, also after another version was published', async () => {
    const period = '2026-09';
    const report = (a: string, b: string) => ({
      form: 'T-AREA',
      place: '91',
      period,
      figures: { [WARD_A]: { T_FLOW: a, T_STOCK: a }, [WARD_B]: { T_FLOW: b, T_STOCK: b } },
    });
    await world.bring(report('1', '2'));
    const held = await world.table({ indicators: ['T_FLOW', 'T_STOCK'], places: ['91', 'VN'], periods: [period] });
    const entered = await world.enter(report('30', '40'));
    const between = await world.table({ indicators: ['T_FLOW'], places: ['91'], periods: [period] });
    await world.publish(entered);
    await world.bring({ form: 'T-ROWS', place: '91', period, figures: { '91': { T_FLOW: '77', T_STOCK: '77' } } });
    const after = await world.table({ indicators: ['T_FLOW', 'T_STOCK'], places: ['91', 'VN'], periods: [period] });
    const leaves = async (table: typeof held): Promise<unknown[]> =>
      Promise.all(
        table.series.map(async (_, at) => (await world.leaves(table, at, 0)).map((leaf) => [leaf.exact, leaf.version])),
      );
    expect(held.series.map((_, at) => lineOf(held, at))).toEqual(Array(4).fill(['3 OK +']));
    expect(await leaves(held)).toEqual(
      Array(4).fill([
        ['1', 1],
        ['2', 1],
      ]),
    );
    expect(await leaves(between)).toEqual([
      [
        ['1', 1],
        ['2', 1],
      ],
    ]);
    expect(await leaves(after)).toEqual(Array(4).fill([['77', 1]]));
  });

  it('come in pages, numbers first, each page for the row that asked', async () => {
    const table = await world.table({ indicators: ['T_FLOW'], places: ['91'], periods: ['2026-Q1'] });
    const [series] = table.series;
    const row = new IndicatorRow({
      indicatorId: series?.indicator.id,
      sources: series?.cells[0]?.sources,
      snapshot: table.position.snapshot,
    });
    const load = world.contextOf(ANONYMOUS).use(contributionLoaders);
    const pages = await Promise.all([0, 4, 6].map((after) => load.load({ row, page: { after, size: 4 } })));
    expect(pages.map((page) => page.nodes.map((node) => node.exact ?? node.missing))).toEqual([
      ['1.5', '2.5', '3.5', '10'],
      ['10', 'NOT_ARISEN'],
      [],
    ]);
    expect(pages.map((page) => [page.totalCount, page.pageInfo.hasNextPage])).toEqual([
      [6, true],
      [6, false],
      [6, false],
    ]);
  });
});

function hundredths(values: readonly string[]): bigint {
  const one = (text: string): bigint => {
    const [whole = '', part = ''] = text.split('.');
    return BigInt(whole + part.padEnd(2, '0'));
  };
  return values.reduce((sum, value) => sum + one(value), 0n);
}

describe('what a viewer may not see', () => {
  const state = async (viewer: Viewer, ...places: string[]): Promise<string[][]> => {
    const table = await world.table({ indicators: ['T_STATE'], places, periods: ['2026-01', '2026-12'] }, viewer);
    return table.series.map((_, at) => lineOf(table, at));
  };
  const hidden = ['null RESTRICTED', 'null RESTRICTED'];

  it('is RESTRICTED whether or not there is a number', async () => {
    expect(await state(ANONYMOUS, '91', '01', 'VN', WARD_A)).toEqual([hidden, hidden, hidden, hidden]);
    expect(await state(viewerOf('PARTNER'), '91')).toEqual([hidden]);
    const table = await world.table({ indicators: ['T_STATE'], places: ['91'], periods: ['2026-01'] });
    expect(await world.leaves(table, 0, 0)).toEqual([]);
  });

  it('is open to analysts, to the organisation at its own places, and to a reviewer in the own province', async () => {
    const open = [['11.5 OK +', 'null MISSING BLANK']];
    expect(await state(viewerOf('ANALYST'), '91')).toEqual(open);
    expect(await state(LOCAL_OPERATOR, '91', 'VN')).toEqual([...open, ['16.5 OK +', 'null MISSING BLANK']]);
    const [organisation] = await world.sql<{ id: number }>(
      `select id from organisation where code = 'HPN-91' and valid_from is not null`,
    );
    expect(await state(viewerOf('OFFICER', { organisations: [organisation?.id ?? 0] }), '91', '01', 'VN')).toEqual([
      ...open,
      hidden,
      hidden,
    ]);
    expect(await state(viewerOf('REVIEWER', { provinces: [await world.placeId('91')] }), '91', '01', 'VN')).toEqual([
      ...open,
      hidden,
      hidden,
    ]);
  });
});

describe('the order and the organisations of series', () => {
  it('follows the query: indicators, places, kinds, periods', async () => {
    const table = await world.table({
      indicators: ['T_STOCK', 'T_BOTH', 'T_FLOW'],
      places: [WARD_B, '01', WARD_A],
      periods: ['2026-03', '2026-01'],
    });
    expect(table.columns.map(({ key }) => key)).toEqual(['2026-03', '2026-01']);
    expect(table.series.map((one) => `${one.indicator.code} ${one.kind}`)).toEqual([
      ...Array(3).fill('T_STOCK HPN'),
      ...Array(3).fill(['T_BOTH HPN', 'T_BOTH TD']).flat(),
      ...Array(3).fill('T_FLOW HPN'),
    ]);
    expect(table.series.slice(-3).map((_, at) => lineOf(table, 9 + at))).toEqual([
      ['10 OK', '10 OK'],
      ['7 OK', '5 OK'],
      ['3.5 OK', '1.5 OK'],
    ]);
  });

  it('keeps a kind asked for whole beside one that is asked for by code', async () => {
    const table = await world.table({
      indicators: ['T_BOTH'],
      places: ['91', '01'],
      periods: ['2026-01'],
      organisations: ['TD', 'HPN-91'],
    });
    expect(table.series.map((one) => [one.kind, one.place.id === one.place.provinceId])).toEqual([
      ['TD', true],
      ['HPN', true],
      ['TD', true],
    ]);
  });

  it('shows an own figure of an indicator that is never added up, and nothing where only wards have one', async () => {
    const table = await world.table({
      indicators: ['T_LONE'],
      places: ['91', '01', WARD_A],
      periods: ['2026-01', '2026-Q1'],
    });
    expect(table.series.map((_, at) => lineOf(table, at))).toEqual([
      ['null MISSING BLANK', 'null MISSING BLANK'],
      ['5 OK', '18 OK +'],
      ['1.5 OK', '7.5 OK +'],
    ]);
  });
});
