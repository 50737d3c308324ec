import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../src/ground/period/local-date.ts';
import {
  comparePeriods,
  grainWindows,
  listPeriods,
  monthsOf,
  parsePeriodKey,
  periodFromDates,
  periodLabel,
  windowOf,
} from '../../src/ground/period/period.ts';
import type { Period, PeriodKind } from '../../src/ground/period/period.ts';

const KINDS: PeriodKind[] = ['MONTH', 'QUARTER', 'HALF_YEAR', 'NINE_MONTHS', 'YEAR'];
const calendar = fc.integer({ min: 0, max: 31 }).map((cutOffDay) => ({ cutOffDay }));
const keys = (of: Period[]): string[] => of.map((period) => period.key);

function period(key: string, cutOffDay = 14): Period {
  const found = parsePeriodKey(key, { cutOffDay });
  if (found === null) throw new Error(`${key} is no key`);
  return found;
}
function ok<T>(outcome: { ok: T } | { fault: string }): T {
  if ('fault' in outcome) throw new Error(outcome.fault);
  return outcome.ok;
}
function fault(outcome: object): string {
  return 'fault' in outcome ? String(outcome.fault) : 'no fault';
}

describe('parsePeriodKey', () => {
  it.each([
    ['2026-06', 'MONTH', '2026-05-15', '2026-06-14'],
    ['2026-01', 'MONTH', '2025-12-15', '2026-01-14'],
    ['2026-Q1', 'QUARTER', '2025-12-15', '2026-03-14'],
    ['2026-Q4', 'QUARTER', '2026-09-15', '2026-12-14'],
    ['2026-S1', 'HALF_YEAR', '2025-12-15', '2026-06-14'],
    ['2026-9M', 'NINE_MONTHS', '2025-12-15', '2026-09-14'],
    ['2026', 'YEAR', '2025-12-15', '2026-12-14'],
  ])('%s is a %s from %s to %s in the state calendar', (key, kind, dataFrom, dataTo) => {
    expect(parsePeriodKey(key)).toEqual({ key, kind, year: 2026, dataFrom, dataTo });
  });
  it.each([0, 31])('gives calendar months for cut-off day %i', (cutOffDay) => {
    expect(period('2024-02', cutOffDay)).toMatchObject({ dataFrom: '2024-02-01', dataTo: '2024-02-29' });
    expect(period('2026', cutOffDay)).toMatchObject({ dataFrom: '2026-01-01', dataTo: '2026-12-31' });
  });
  it('cuts a late cut-off day to a short month', () => {
    expect(period('2026-02', 30)).toMatchObject({ dataFrom: '2026-01-31', dataTo: '2026-02-28' });
    expect(period('2026-03', 30)).toMatchObject({ dataFrom: '2026-03-01', dataTo: '2026-03-30' });
  });
  it.each([
    '2026-S2',
    '2026-13',
    '2026-00',
    '2026-6',
    '2026-Q0',
    '2026-Q5',
    '2026-q1',
    '26',
    '2026-',
    ' 2026',
    '2026\n',
    '',
  ])('refuses %j', (key) => {
    expect(parsePeriodKey(key)).toBeNull();
  });
  it('refuses windows and other nines', () => {
    expect(['2026-01/2026-04', '2026-3M', '2026-9m', '2026-01-01'].map((key) => parsePeriodKey(key))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
  it('leaves no day out and counts none twice between neighbours', () => {
    const kind = fc.constantFrom<PeriodKind>('MONTH', 'QUARTER', 'YEAR');
    fc.assert(
      fc.property(kind, fc.integer({ min: 1900, max: 2190 }), calendar, (grain, year, cal) => {
        const list = ok(listPeriods(`${year}`, `${year + 5}`, grain, cal));
        list.slice(1).forEach((next, i) => expect(next.dataFrom).toBe(addDays(list[i]?.dataTo ?? '', 1)));
      }),
    );
  });
});

describe('periodFromDates', () => {
  it.each<[PeriodKind, string, string, string]>([
    ['MONTH', '2026-05-15', '2026-06-14', '2026-06'],
    ['MONTH', '2026-05-01', '2026-05-31', '2026-05'],
    ['QUARTER', '2026-03-01', '2026-05-31', '2026-Q2'],
    ['QUARTER', '2025-10-15', '2026-01-14', '2025-Q4'],
    ['HALF_YEAR', '2025-12-01', '2026-05-31', '2026-S1'],
    ['HALF_YEAR', '2026-01-01', '2026-06-30', '2026-S1'],
    ['NINE_MONTHS', '2025-12-15', '2026-09-14', '2026-9M'],
    ['YEAR', '2025-11-01', '2026-10-31', '2026'],
    ['YEAR', '2025-12-01', '2026-11-30', '2026'],
    ['YEAR', '2026-01-06', '2027-01-05', '2026'],
  ])('reads a %s from %s to %s as %s and keeps the dates', (kind, from, to, key) => {
    expect(ok(periodFromDates(kind, from, to))).toEqual({
      key,
      kind,
      year: Number(key.slice(0, 4)),
      dataFrom: from,
      dataTo: to,
    });
  });
  it('knows no second half of a year', () => {
    expect(fault(periodFromDates('HALF_YEAR', '2026-07-01', '2026-12-31'))).toContain('2026-12-31');
    expect(fault(periodFromDates('HALF_YEAR', '2026-06-01', '2026-11-30'))).toContain('2026-11-30');
  });
  it('does not guess which year ends in June', () => {
    expect(fault(periodFromDates('YEAR', '2025-07-01', '2026-06-30'))).toContain('within 5 months');
  });
  it('refuses another length, exchanged dates and texts that are no dates, saying what came', () => {
    expect(fault(periodFromDates('HALF_YEAR', '2026-05-15', '2026-06-14'))).toContain('got 31 days');
    expect(fault(periodFromDates('MONTH', '2026-06-14', '2026-05-15'))).toContain('exchange');
    expect(fault(periodFromDates('MONTH', '15/05/2026', '2026-06-14'))).toContain("got '15/05/2026'");
  });
  it("reads every calendar's own windows back", () => {
    const anyKey = fc.constantFrom('2026', '2026-S1', '2026-9M', '2026-Q1', '2026-Q4', '2024-02', '2026-01', '2026-12');
    fc.assert(
      fc.property(anyKey, calendar, (key, cal) => {
        const nominal = period(key, cal.cutOffDay);
        expect(ok(periodFromDates(nominal.kind, nominal.dataFrom, nominal.dataTo))).toEqual(nominal);
      }),
    );
  });
});

describe('windowOf and monthsOf', () => {
  it('makes one column with both ends in its key', () => {
    expect(ok(windowOf('2026-01', '2026-04'))).toEqual({
      key: '2026-01/2026-04',
      dataFrom: '2025-12-15',
      dataTo: '2026-04-14',
    });
    expect(ok(windowOf('2026-Q2', '2026-Q2'))).toEqual({
      key: '2026-Q2',
      dataFrom: '2026-03-15',
      dataTo: '2026-06-14',
    });
    expect(ok(windowOf('2025-11', '2026-S1', { cutOffDay: 0 }))).toMatchObject({
      dataFrom: '2025-11-01',
      dataTo: '2026-06-30',
    });
  });
  it('refuses what is no key and an end before the beginning', () => {
    expect(fault(windowOf('2026-S2', '2026'))).toContain("got '2026-S2'");
    expect(fault(windowOf('2026-04', '2026-01'))).toContain("got '2026-01'");
    expect(fault(windowOf('2026', '2026-06'))).toContain("got '2026-06'");
  });
  it('lists the nominal months of periods and windows', () => {
    expect(monthsOf({ key: '2026-Q2' })).toEqual(['2026-04', '2026-05', '2026-06']);
    expect(monthsOf({ key: '2025-12/2026-02' })).toEqual(['2025-12', '2026-01', '2026-02']);
    expect(monthsOf({ key: '2026-9M' })).toHaveLength(9);
    expect(() => monthsOf({ key: '2026-01/2026-02/2026-03' })).toThrow(RangeError);
    expect(() => monthsOf({ key: '2026/' })).toThrow(RangeError);
  });
});

describe('listPeriods', () => {
  it.each<[string, string, PeriodKind, string[]]>([
    ['2025-11', '2026-02', 'MONTH', ['2025-11', '2025-12', '2026-01', '2026-02']],
    ['2026-Q1', '2026-Q2', 'MONTH', ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']],
    ['2026-S1', '2026-S1', 'QUARTER', ['2026-Q1', '2026-Q2']],
    ['2025-Q4', '2026', 'QUARTER', ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']],
    ['2024-S1', '2026-S1', 'HALF_YEAR', ['2024-S1', '2025-S1', '2026-S1']],
    ['2025', '2026', 'HALF_YEAR', ['2025-S1', '2026-S1']],
    ['2025-9M', '2026-9M', 'NINE_MONTHS', ['2025-9M', '2026-9M']],
    ['2024', '2026', 'YEAR', ['2024', '2025', '2026']],
  ])('%s to %s by %s', (from, to, grain, expected) => {
    expect(keys(ok(listPeriods(from, to, grain)))).toEqual(expected);
  });
  it.each<[string, string, PeriodKind, string]>([
    ['2026-02', '2026-06', 'QUARTER', "got '2026-02'"],
    ['2026-01', '2026-05', 'QUARTER', "got '2026-05'"],
    ['2026', '2026-S1', 'YEAR', "got '2026-S1'"],
    ['2026-S1', '2026-S1', 'YEAR', "got '2026-S1'"],
    ['2025-S1', '2026-9M', 'HALF_YEAR', "got '2026-9M'"],
    ['2026-Q3', '2026-Q4', 'HALF_YEAR', "got '2026-Q3'"],
    ['2026-04', '2026-01', 'MONTH', "got '2026-01'"],
    ['2026', 'soon', 'MONTH', "got 'soon'"],
  ])('refuses %s to %s by %s', (from, to, grain, text) => {
    expect(fault(listPeriods(from, to, grain))).toContain(text);
  });
  it('gives every period its window in the calendar asked for', () => {
    expect(ok(listPeriods('2026-02', '2026-02', 'MONTH', { cutOffDay: 0 }))).toEqual([period('2026-02', 0)]);
  });
});

describe('comparePeriods', () => {
  it('orders by data date, the shorter of two that close together first', () => {
    const order = [
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-Q1',
      '2026-06',
      '2026-Q2',
      '2026-S1',
      '2026-9M',
      '2026-12',
      '2026',
    ];
    expect(
      keys(
        order
          .toReversed()
          .map((key) => period(key))
          .sort(comparePeriods),
      ),
    ).toEqual(order);
  });
});

describe('grainWindows', () => {
  it.each([
    ['2026-06-14', ['2026-06', '2026-Q2', '2026-S1', '2026-9M', '2026']],
    ['2026-06-15', ['2026-07', '2026-Q3', '2026-9M', '2026']],
    ['2026-05-31', ['2026-06', '2026-Q2', '2026-S1', '2026-9M', '2026']],
    ['2026-10-31', ['2026-11', '2026-Q4', '2026']],
    ['2026-12-15', ['2027-01', '2027-Q1', '2027-S1', '2027-9M', '2027']],
  ])('%s is known in %j', (dataTo, expected) => {
    expect(keys(grainWindows({ dataTo }))).toEqual(expected);
  });
  it('names exactly the periods around whose windows contain the date', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2024-01-01', days));
    fc.assert(
      fc.property(day, calendar, (dataTo, cal) => {
        const all = KINDS.flatMap((kind) => ok(listPeriods('2023', '2029', kind, cal)));
        const containing = all.filter((one) => one.dataFrom <= dataTo && dataTo <= one.dataTo);
        expect(grainWindows({ dataTo }, cal)).toEqual(containing);
      }),
    );
  });
});

describe('periodLabel', () => {
  it.each([
    ['2026-06', 'Tháng 6/2026', 'June 2026'],
    ['2026-Q2', 'Quý II/2026', 'Q2 2026'],
    ['2026-Q4', 'Quý IV/2026', 'Q4 2026'],
    ['2026-S1', '6 tháng đầu năm 2026', 'First six months of 2026'],
    ['2026-9M', '9 tháng đầu năm 2026', 'First nine months of 2026'],
    ['2026', 'Năm 2026', 'Year 2026'],
    ['2026-01/2026-04', 'Từ tháng 1/2026 đến tháng 4/2026', 'From January 2026 to April 2026'],
    ['2025-Q4/2026', 'Từ quý IV/2025 đến năm 2026', 'From Q4 2025 to year 2026'],
  ])('names %s', (key, vi, en) => {
    expect([periodLabel({ key }, 'vi'), periodLabel({ key }, 'en')]).toEqual([vi, en]);
    expect(periodLabel({ key }, 'vi').normalize('NFC')).toBe(vi);
  });
});
