import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Entry, lineOf, openReportWorld, type ReportWorld, type TestReport } from '../support/report-builder.ts';

let world: ReportWorld;
beforeAll(async () => {
  world = await openReportWorld();
});
afterAll(() => world.close());
afterEach(async () => {
  const { differences } = await world.verify();
  await world.empty();
  expect(differences).toEqual([]);
});

/** What the province's organisation reports for it. */
const rows = (place: string, period: string, figures: Record<string, Entry>): TestReport => ({
  form: 'T-ROWS',
  place,
  period,
  figures: { [place]: figures },
});
/** What it reports for two wards. */
const wards = (period: string, indicator: string, a: Entry, b: Entry): TestReport => ({
  form: 'T-AREA',
  place: '91',
  period,
  figures: { '30292': { [indicator]: a }, '30307': { [indicator]: b } },
});
const answer = async (indicator: string, place: string, periods: string[]): Promise<string[]> =>
  lineOf(await world.table({ indicators: [indicator], places: [place], periods }));

describe('the merger of 1 July 2025', () => {
  const OLD_KG = { codes: ['91'], on: '2025-06-30' };

  it('counts every day of a flow once for the nation: the old provinces before, the new one after', async () => {
    await world.bring(
      rows('91', '2025-S1', { T_FLOW: '100' }),
      rows('89', '2025-S1', { T_FLOW: '200' }),
      rows('91', '2025-Q3', { T_FLOW: '40' }),
    );
    expect(await answer('T_FLOW', 'VN', ['2025-S1', '2025-Q3', '2025-9M', '2025'])).toEqual([
      '300 OK +',
      '40 OK +',
      '340 OK +',
      '340 OK +',
    ]);
    expect(
      lineOf(await world.table({ indicators: ['T_FLOW'], places: OLD_KG, periods: ['2025-S1', '2025-Q3'] })),
    ).toEqual(['100 OK', 'null NOT_APPLICABLE']);
    expect(await answer('T_FLOW', '91', ['2025-S1', '2025-Q3', '2025'])).toEqual([
      'null NOT_APPLICABLE',
      '40 OK',
      '40 OK +',
    ]);
  });

  it('leaves the old ones out where the new one reports for their days', async () => {
    await world.bring(
      rows('91', '2025-S1', { T_FLOW: '100' }),
      rows('89', '2025-Q1', { T_FLOW: '80' }),
      rows('01', '2025-S1', { T_FLOW: '7' }),
    );
    await world.bring(rows('91', '2025-9M', { T_FLOW: '350' }), rows('91', '2025-Q4', { T_FLOW: '60' }));
    const table = await world.table({
      indicators: ['T_FLOW'],
      places: ['VN'],
      periods: ['2025-9M', '2025', '2025-S1'],
    });
    expect(lineOf(table)).toEqual(['357 OK +', '417 OK +', '187 OK +']);
    expect((await world.leaves(table, 0, 1)).map((leaf) => String(leaf.exact)).sort()).toEqual(['350', '60', '7']);
    await world.bring(rows('91', '2025-9M', { T_FLOW: 'BLANK' }));
    expect(await answer('T_FLOW', 'VN', ['2025-9M'])).toEqual(['187 OK +']);
  });

  it('counts a stock where it stands at the end, never twice', async () => {
    await world.bring(rows('91', '2025-S1', { T_STOCK: '1000' }), rows('89', '2025-S1', { T_STOCK: '2000' }));
    expect(await answer('T_STOCK', 'VN', ['2025-S1', '2025-Q3'])).toEqual(['3000 OK +', 'null MISSING BLANK']);
    await world.bring(rows('91', '2025-9M', { T_STOCK: '2900' }));
    expect(await answer('T_STOCK', 'VN', ['2025-S1', '2025-9M', '2025'])).toEqual([
      '3000 OK +',
      '2900 OK +',
      '2900 CARRIED +',
    ]);
  });

  it('owes nothing where a place does not live', async () => {
    const source = `query ($query: IndicatorQuery!) { indicatorTable(query: $query) { rows(first: 5) { nodes { status coverage { expected missing } organisation { code } } } } }`;
    const query = { indicators: ['T_FLOW'], places: OLD_KG, periods: { keys: ['2025-Q3'] } };
    expect(await world.ask(source, { query })).toEqual({
      indicatorTable: {
        rows: {
          nodes: [
            { status: 'NOT_APPLICABLE', coverage: { expected: 0, missing: 0 }, organisation: { code: 'HPN-91' } },
          ],
        },
      },
    });
  });
});

describe('the nation', () => {
  it('is the sum of its provinces, a series for each kind of organisation, which is null there', async () => {
    await world.bring(
      rows('91', '2026-Q1', { T_BOTH: '5' }),
      wards('2026-Q1', 'T_BOTH', '1', '1'),
      rows('01', '2026-Q1', { T_BOTH: '6~' }),
    );
    await world.bring({ ...rows('01', '2026-Q1', { T_BOTH: '9' }), kind: 'TD' });
    const table = await world.table({ indicators: ['T_BOTH'], places: ['VN'], periods: ['2026-Q1'] });
    expect(table.series.map((one, at) => [one.kind, one.organisationId, ...lineOf(table, at)])).toEqual([
      ['HPN', null, '11 ESTIMATE +'],
      ['TD', null, '9 OK +'],
    ]);
    expect(table.series[0]?.cells[0]?.coverage).toMatchObject({ placesExpected: 34, placesReceived: 2, received: 2 });
  });
});
