import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lineOf, openReportWorld, type ReportWorld } from '../support/report-builder.ts';

const [WARD_A, WARD_B] = ['30292', '30307'];
const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04'];
const A = ['NOT_ARISEN', '50', '60', '10'];
const B = ['10', '40', 'NOT_ARISEN', 'NOT_ARISEN'];
const WINDOW = { from: '2026-01', to: '2026-04' };

let world: ReportWorld;
beforeAll(async () => {
  world = await openReportWorld();
  for (const [at, period] of MONTHS.entries()) {
    const both = (entry = ''): Record<string, string> => ({ T_FLOW: entry, T_STOCK: entry });
    await world.bring({
      form: 'T-AREA',
      place: '91',
      period,
      figures: { [WARD_A]: both(A[at]), [WARD_B]: both(B[at]) },
    });
  }
});
afterAll(() => world.close());

const line = async (indicator: string, periods: object, ...places: string[]): Promise<string[][]> => {
  const table = await world.table({ indicators: [indicator], places, periods: periods as never });
  return table.series.map((_, at) => lineOf(table, at));
};

describe('the reference case: ward A = –, 50, 60, 10; ward B = 10, 40, –, –', () => {
  it('SUM over January to April is 170: first over time, then over places', async () => {
    expect(await line('T_FLOW', WINDOW, '91', WARD_A, WARD_B, 'VN')).toEqual([
      ['170 OK +'],
      ['120 OK +'],
      ['50 OK +'],
      ['170 OK +'],
    ]);
  });

  it('LAST then SUM is 50, CARRIED because ward B is silent since February', async () => {
    expect(await line('T_STOCK', WINDOW, '91', WARD_A, WARD_B, 'VN')).toEqual([
      ['50 CARRIED +'],
      ['10 OK'],
      ['40 CARRIED +'],
      ['50 CARRIED +'],
    ]);
  });

  it('is told month by month as well', async () => {
    const months = { ...WINDOW, grain: 'MONTH' };
    expect(await line('T_FLOW', months, '91')).toEqual([['10 OK +', '90 OK +', '60 OK +', '10 OK +']]);
    expect(await line('T_FLOW', months, WARD_A)).toEqual([['null MISSING NOT_ARISEN', '50 OK', '60 OK', '10 OK']]);
    expect(await line('T_STOCK', months, '91')).toEqual([['10 OK +', '90 OK +', '60 OK +', '10 OK +']]);
  });

  it('keeps in every stock window the last value of each ward', async () => {
    expect(await line('T_STOCK', { keys: ['2026-Q1', '2026-Q2', '2026-S1', '2026'] }, '91')).toEqual([
      ['100 CARRIED +', '10 CARRIED +', '50 CARRIED +', '50 CARRIED +'],
    ]);
    expect(await line('T_FLOW', { keys: ['2026-Q1', '2026-Q2', '2026-S1', '2026'] }, '91')).toEqual([
      ['160 OK +', '10 OK +', '170 OK +', '170 OK +'],
    ]);
  });

  it('counts what was received: “-” is received, places are both wards of a hundred and two', async () => {
    const table = await world.table({ indicators: ['T_FLOW'], places: ['91', WARD_A], periods: WINDOW });
    const days = { days: 121, daysCovered: 121 };
    const reports = { received: 4, nilReturns: 0, empty: 0 };
    expect(table.series[0]?.cells[0]?.coverage).toEqual({
      ...reports,
      ...days,
      placesExpected: 102,
      placesReceived: 2,
    });
    expect(table.series[1]?.cells[0]?.coverage).toEqual({
      ...reports,
      ...days,
      placesExpected: null,
      placesReceived: null,
    });
  });

  it('stores a total for each month, and for a stock one for each longer window, as the recount has them', async () => {
    const stored = await world.sql<Record<string, unknown>>(
      `select i.code, p.key, t.sum::text, t.present, t.not_arisen, t.carried, t.places from total t
       join indicator i on i.id = t.indicator_id join period p on p.id = t.period_id order by i.code, p.data_to, p.data_from desc`,
    );
    const row = (key: string, sum: string, present: number, notArisen: number, carried = 0) => ({
      key,
      sum,
      present,
      not_arisen: notArisen,
      carried,
      places: present + notArisen,
    });
    const months = [row('2026-01', '10', 1, 1), row('2026-02', '90', 2, 0), row('2026-03', '60', 1, 1)];
    expect(stored.filter(({ code }) => code === 'T_FLOW')).toMatchObject([...months, row('2026-04', '10', 1, 1)]);
    expect(stored.filter(({ code }) => code === 'T_STOCK')).toMatchObject([
      ...months,
      row('2026-Q1', '100', 2, 0, 1),
      row('2026-04', '10', 1, 1),
      row('2026-Q2', '10', 1, 1, 1),
      row('2026-S1', '50', 2, 0, 2),
      row('2026-9M', '50', 2, 0, 2),
      row('2026', '50', 2, 0, 2),
    ]);
    expect(await world.verify()).toMatchObject({ figures: 16, differences: [] });
  });

  it('tells “-” from an empty cell: nothing arose, or nothing is known', async () => {
    const may = { form: 'T-AREA', place: '91', period: '2026-05' };
    await world.bring({ ...may, figures: { [WARD_A]: { T_FLOW: 'NOT_ARISEN' }, [WARD_B]: { T_FLOW: 'NOT_ARISEN' } } });
    expect(await line('T_FLOW', { keys: ['2026-05'] }, '91', WARD_A)).toEqual([
      ['null MISSING NOT_ARISEN'],
      ['null MISSING NOT_ARISEN'],
    ]);
    await world.bring({ ...may, figures: { [WARD_A]: { T_FLOW: 'BLANK' }, [WARD_B]: { T_FLOW: 'NOT_ARISEN' } } });
    expect(await line('T_FLOW', { keys: ['2026-05'] }, '91', WARD_A, WARD_B)).toEqual([
      ['null MISSING BLANK'],
      ['null MISSING BLANK'],
      ['null MISSING NOT_ARISEN'],
    ]);
    expect(await line('T_FLOW', { keys: ['2026-06'] }, '91')).toEqual([['null MISSING BLANK']]);
  });
});
