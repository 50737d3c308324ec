import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Entry, lineOf, openReportWorld, type ReportWorld, type TestReport } from '../support/report-builder.ts';

const [WARD_A, WARD_B] = ['30292', '30307'];
const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
/** A half year of an organisation that closes on 31 May. */
const EARLY_S1 = { key: '2026-S1', from: '2025-12-01', to: '2026-05-31' };

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

/** What the province's organisation reports for one place and period. */
const rows = (
  place: string,
  period: TestReport['period'],
  figures: Record<string, Entry>,
  form = 'T-ROWS',
): TestReport => ({
  form,
  place,
  period,
  figures: { [place]: figures },
});
/** What it reports for the wards. */
const wards = (period: TestReport['period'], indicator: string, a: Entry, b: Entry, form = 'T-AREA'): TestReport => ({
  form,
  place: '91',
  period,
  figures: { [WARD_A]: { [indicator]: a }, [WARD_B]: { [indicator]: b } },
});

const answer = async (indicator: string, place: string, periods: string[] | object): Promise<string[]> =>
  lineOf(await world.table({ indicators: [indicator], places: [place], periods: periods as never }));

describe('a flow reported by months, quarter, half year, nine months and year', () => {
  it('answers the exact period as reported, and tiles the others with the fewest pieces', async () => {
    for (const month of MONTHS) await world.bring(rows('91', month, { T_FLOW: '10' }));
    expect(await answer('T_FLOW', '91', ['2026-01', '2026-Q1', '2026-S1', '2026'])).toEqual([
      '10 OK',
      '30 OK +',
      '60 OK +',
      '60 OK +',
    ]);
    await world.bring(rows('91', '2026-Q1', { T_FLOW: '31' }));
    expect(await answer('T_FLOW', '91', ['2026-01', '2026-Q1', '2026-Q2', '2026-S1'])).toEqual([
      '10 OK',
      '31 OK',
      '30 OK +',
      '61 OK +',
    ]);
    await world.bring(rows('91', '2026-S1', { T_FLOW: '65' }));
    expect(await answer('T_FLOW', '91', ['2026-Q1', '2026-S1', '2026-9M', '2026'])).toEqual([
      '31 OK',
      '65 OK',
      '65 OK +',
      '65 OK +',
    ]);
    await world.bring(rows('91', '2026-9M', { T_FLOW: '90' }));
    expect(await answer('T_FLOW', '91', ['2026-S1', '2026-9M', '2026-Q3', '2026'])).toEqual([
      '65 OK',
      '90 OK',
      'null MISSING COARSER_ONLY',
      '90 OK +',
    ]);
    await world.bring(rows('91', '2026', { T_FLOW: '130' }));
    expect(await answer('T_FLOW', '91', ['2026', '2026-Q4', '2026-06'])).toEqual([
      '130 OK',
      'null MISSING COARSER_ONLY',
      '10 OK',
    ]);
  });

  it('says how many days the pieces cover', async () => {
    await world.bring(rows('91', '2026-01', { T_FLOW: '10' }), rows('91', '2026-03', { T_FLOW: '10' }));
    const table = await world.table({ indicators: ['T_FLOW'], places: ['91'], periods: ['2026-Q1'] });
    expect(table.series[0]?.cells[0]?.coverage).toMatchObject({ days: 90, daysCovered: 59, received: 2 });
  });

  it('never splits a lone half year: its months and quarters are known only as a longer period', async () => {
    await world.bring(rows('91', '2026-S1', { T_FLOW: '60' }));
    const coarse = 'null MISSING COARSER_ONLY';
    expect(await answer('T_FLOW', '91', ['2026-01', '2026-06', '2026-Q2', '2026-07'])).toEqual([
      coarse,
      coarse,
      coarse,
      'null MISSING BLANK',
    ]);
  });

  it('is told of a longer period only where that says something of the indicator, under whatever form', async () => {
    await world.bring(rows('91', '2026-S1', { T_FLOW: '60' }), rows('91', '2026-02', { T_MAIN: '1' }, 'T-TWO'));
    expect(await answer('T_FLOW', '91', ['2026-02'])).toEqual(['null MISSING COARSER_ONLY']);
    expect(await answer('T_MAIN', '91', ['2026-01', '2026-02'])).toEqual(['null MISSING BLANK', '1 OK']);
    expect(await answer('T_FLOW', WARD_A, ['2026-02'])).toEqual(['null MISSING BLANK']);
  });

  it('chooses the pieces for the whole form, never for one cell', async () => {
    await world.bring(...['2026-01', '2026-02', '2026-03'].map((month) => wards(month, 'T_FLOW', '5', '7')));
    await world.bring(wards('2026-Q1', 'T_FLOW', '16', 'BLANK'));
    expect(await answer('T_FLOW', WARD_A, ['2026-Q1'])).toEqual(['16 OK']);
    expect(await answer('T_FLOW', WARD_B, ['2026-Q1'])).toEqual(['null MISSING BLANK']);
    expect(await answer('T_FLOW', '91', ['2026-Q1'])).toEqual(['16 OK +']);
  });

  it('chooses them for each province, organisation and form apart', async () => {
    await world.bring(rows('91', '2026-Q1', { T_FLOW: '30' }));
    for (const month of MONTHS.slice(0, 2)) await world.bring(rows('01', month, { T_FLOW: '4' }));
    const table = await world.table({ indicators: ['T_FLOW'], places: ['91', '01', 'VN'], periods: ['2026-Q1'] });
    expect(table.series.map((_, at) => lineOf(table, at))).toEqual([['30 OK'], ['8 OK +'], ['38 OK +']]);
  });

  it('takes the year of an organisation that closes early from its half year and the months after it', async () => {
    await world.bring(rows('91', EARLY_S1, { T_FLOW: '60' }), rows('91', '2026-07', { T_FLOW: '5' }));
    expect(await answer('T_FLOW', '91', ['2026-S1', '2026-9M', '2026', '2026-06'])).toEqual([
      '60 OK',
      '65 OK +',
      '65 OK +',
      'null MISSING COARSER_ONLY',
    ]);
  });

  it('counts one of two half years that came under one key with other days', async () => {
    await world.bring(rows('91', EARLY_S1, { T_FLOW: '60' }), rows('91', '2026-S1', { T_FLOW: '70' }));
    expect(await answer('T_FLOW', '91', ['2026-S1', '2026'])).toEqual(['70 OK', '70 OK +']);
  });
});

describe('a stock', () => {
  it('reported for the half year answers June, the second quarter and the half year', async () => {
    await world.bring(rows('91', '2026-S1', { T_STOCK: '500' }));
    expect(await answer('T_STOCK', '91', ['2026-06', '2026-Q2', '2026-S1', '2026-05', '2026'])).toEqual([
      '500 OK',
      '500 OK',
      '500 OK',
      'null MISSING BLANK',
      '500 CARRIED +',
    ]);
  });

  it('takes the exact key first, else the latest end, and of two that end together the longer', async () => {
    await world.bring(rows('91', '2026-06', { T_STOCK: '505' }), rows('91', '2026-Q2', { T_STOCK: '503' }));
    expect(await answer('T_STOCK', '91', ['2026-06', '2026-Q2', '2026-S1'])).toEqual(['505 OK', '503 OK', '503 OK']);
    await world.bring(wards('2026-06', 'T_STOCK', '5', '6'), wards('2026-Q2', 'T_STOCK', '7', 'BLANK'));
    expect(await answer('T_STOCK', WARD_A, ['2026-06', '2026-S1'])).toEqual(['5 OK', '7 OK']);
    expect(await answer('T_STOCK', WARD_B, ['2026-06', '2026-S1'])).toEqual(['6 OK', '6 OK']);
  });

  it('is exact for the key of an organisation that closes early, and carried elsewhere', async () => {
    await world.bring(rows('91', EARLY_S1, { T_STOCK: '480' }), wards(EARLY_S1, 'T_STOCK', '40', '41'));
    expect(await answer('T_STOCK', '91', ['2026-S1', '2026-06', '2026-Q2', '2026-05'])).toEqual([
      '480 OK',
      '480 CARRIED +',
      '480 CARRIED +',
      'null MISSING BLANK',
    ]);
    expect(await answer('T_STOCK', WARD_A, ['2026-S1', '2026-06'])).toEqual(['40 OK', '40 CARRIED +']);
  });

  it('with a late year keeps its own key, whose total the stored windows have too', async () => {
    await world.bring(wards({ key: '2025', from: '2025-01-15', to: '2026-01-14' }, 'T_STOCK', '40', '2'));
    expect(await answer('T_STOCK', '91', ['2025', '2026-01', '2025-12'])).toEqual([
      '42 OK +',
      '42 OK +',
      'null MISSING BLANK',
    ]);
  });

  it('writes sums and values without the zeros of their scale', async () => {
    await world.bring(wards('2026-01', 'T_STOCK', '97.50', '2.50'), wards('2026-02', 'T_FLOW', '0.10', '0.90'));
    expect(await answer('T_STOCK', '91', ['2026-01'])).toEqual(['100 OK +']);
    expect(await answer('T_STOCK', WARD_A, ['2026-01'])).toEqual(['97.5 OK']);
    expect(await answer('T_FLOW', '91', ['2026-02'])).toEqual(['1 OK +']);
    const table = await world.table({ indicators: ['T_STOCK'], places: ['91'], periods: ['2026-01'] });
    expect((await world.leaves(table, 0, 0)).map((leaf) => leaf.exact)).toEqual(['97.5', '2.5']);
  });
});

describe('what was reported against what adds up', () => {
  const difference = async (indicator: string, period: string): Promise<string> => {
    const cell = (await world.table({ indicators: [indicator], places: ['91'], periods: [period] })).series[0]
      ?.cells[0];
    return `${cell?.exact} ${cell?.reported ? 'REPORTED' : 'AGGREGATED'} ${cell?.difference}`;
  };

  it('shows the province’s own figure, with its difference from its communes', async () => {
    await world.bring(wards('2026-Q1', 'T_FLOW', '20', '25'));
    expect(await difference('T_FLOW', '2026-Q1')).toBe('45 AGGREGATED null');
    await world.bring(rows('91', '2026-Q1', { T_FLOW: '50' }));
    expect(await difference('T_FLOW', '2026-Q1')).toBe('50 REPORTED 5');
    await world.bring(rows('91', '2026-Q1', { T_FLOW: '45.0' }));
    expect(await difference('T_FLOW', '2026-Q1')).toBe('45 REPORTED 0');
  });

  it('shows it for a stock too, and not against one that is carried', async () => {
    await world.bring(wards('2026-02', 'T_STOCK', '20', '25'), rows('91', '2026-03', { T_STOCK: '44' }));
    expect(await difference('T_STOCK', '2026-03')).toBe('44 REPORTED null');
    await world.bring(wards('2026-03', 'T_STOCK', '20', '25'));
    expect(await difference('T_STOCK', '2026-03')).toBe('44 REPORTED -1');
  });

  it('shows a quarter’s difference from its own months, once all three are there', async () => {
    await world.bring(
      rows('91', '2026-Q1', { T_FLOW: '50' }),
      rows('91', '2026-01', { T_FLOW: '10' }),
      rows('91', '2026-02', { T_FLOW: '20' }),
    );
    expect(await difference('T_FLOW', '2026-Q1')).toBe('50 REPORTED null');
    await world.bring(rows('91', '2026-03', { T_FLOW: 'BLANK' }));
    expect(await difference('T_FLOW', '2026-Q1')).toBe('50 REPORTED null');
    await world.bring(rows('91', '2026-03', { T_FLOW: 'NOT_ARISEN' }));
    expect(await difference('T_FLOW', '2026-Q1')).toBe('50 REPORTED 20');
  });

  it('answers by the primary form where two bring one indicator, and shows the other as the difference', async () => {
    await world.bring(rows('91', '2026-Q1', { T_MAIN: '70' }), rows('91', '2026-Q1', { T_MAIN: '72' }, 'T-TWO'));
    expect(await difference('T_MAIN', '2026-Q1')).toBe('72 REPORTED 2');
    await world.bring(rows('91', '2026-Q1', { T_MAIN: 'BLANK' }, 'T-TWO'));
    expect(await difference('T_MAIN', '2026-Q1')).toBe('70 REPORTED null');
  });

  it('lets what was reported for exactly the period win over what the primary form only adds up to', async () => {
    for (const month of MONTHS.slice(0, 3)) await world.bring(rows('91', month, { T_MAIN: '24' }, 'T-TWO'));
    expect(await difference('T_MAIN', '2026-Q1')).toBe('72 AGGREGATED null');
    await world.bring(rows('91', '2026-Q1', { T_MAIN: '70' }));
    expect(await difference('T_MAIN', '2026-Q1')).toBe('70 REPORTED -2');
  });
});

describe('a percentage without parts', () => {
  it('answers for its own place and period, and nowhere else', async () => {
    await world.bring(rows('91', '2026-Q1', { T_PCT: '85.50' }), rows(WARD_A, '2026-Q1', { T_PCT: '90' }));
    const parts = 'null MISSING NO_PARTS';
    expect(await answer('T_PCT', '91', ['2026-Q1', '2026-S1', '2026-01'])).toEqual(['85.5 OK', parts, parts]);
    expect(await answer('T_PCT', WARD_A, ['2026-Q1'])).toEqual(['90 OK']);
    expect(await answer('T_PCT', '01', ['2026-Q1'])).toEqual([parts]);
    expect(await answer('T_PCT', 'VN', ['2026-Q1'])).toEqual([parts]);
    await world.bring(rows('91', '2026-Q2', { T_PCT: 'NOT_AVAILABLE' }));
    expect(await answer('T_PCT', '91', ['2026-Q2'])).toEqual(['null MISSING NOT_AVAILABLE']);
  });

  it('answers with the later of two that came under one key', async () => {
    await world.bring(rows('91', '2026-S1', { T_PCT: '85' }), rows('91', EARLY_S1, { T_PCT: '80' }));
    expect(await answer('T_PCT', '91', ['2026-S1'])).toEqual(['85 OK']);
  });
});
