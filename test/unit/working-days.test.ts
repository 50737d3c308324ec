import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { officeCalendar, yearsOfDaysOff } from '../../src/catalogue/calendar/days-off.ts';
import { addDays, daysBetween } from '../../src/ground/period/local-date.ts';
import { isWorkingDay, workingDaysAfter } from '../../src/ground/period/working-days.ts';

const calendar = officeCalendar(yearsOfDaysOff());
const days = fc.nat(3 * 365 - 90).map((after) => addDays('2025-01-01', after));

/** Every working day of the calendar, in order. */
const working: string[] = [];
for (let day = calendar.from; day <= calendar.to; day = addDays(day, 1))
  if (isWorkingDay(day, calendar)) working.push(day);

describe('working days', () => {
  it('are so many a year, Tết and other holidays left out', () => {
    const counts = ['2025', '2026', '2027'].map((year) => working.filter((day) => day.startsWith(year)).length);
    // Mondays to Fridays, less the eleven days of the Labour Code (twelve with 24 November): exchanged days change nothing.
    expect(counts).toEqual([261 - 11, 261 - 12, 261 - 12]);
  });

  it.each([
    ['the month of January 2025 closes on a Tuesday', '2025-01-14', '2025-01-16', false],
    ['before Tết Ất Tỵ', '2025-01-24', '2025-02-04', false],
    ['a Saturday is worked for 2 May 2025', '2025-04-25', '2025-04-28', false],
    ['the half year of 2025 closes on a Saturday', '2025-06-14', '2025-06-17', false],
    ['the year of 2025 closes on a Sunday', '2025-12-14', '2025-12-16', false],
    ['before Tết Bính Ngọ, which the month of February runs into', '2026-02-14', '2026-02-24', false],
    ['Hùng Kings’ Day on a Sunday moves the Monday', '2026-04-24', '2026-04-29', false],
    ['30 April and 1 May', '2026-04-29', '2026-05-05', false],
    ['National Day with an exchanged Monday', '2026-08-28', '2026-09-04', false],
    ['24 November 2026 is expected', '2026-11-23', '2026-11-26', true],
    ['Tết Đinh Mùi is not decided', '2027-02-04', '2027-02-15', true],
  ])('two after the data close: %s', (_, close, due, provisional) => {
    expect(workingDaysAfter(close, 2, calendar)).toEqual({ date: due, provisional });
  });

  it('after a day are counted as they stand in the calendar', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), (day, count) => {
        expect(workingDaysAfter(day, count, calendar).date).toBe(working.filter((one) => one > day)[count - 1]);
      }),
    );
  });

  it('none after a day is that day or the next worked one', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(workingDaysAfter(day, 0, calendar).date).toBe(working.find((one) => one >= day));
      }),
    );
  });

  it('never lie more than ten days apart', () => {
    const gaps = working.slice(1).map((day, at) => daysBetween(working[at] ?? '', day) - 1);
    expect(Math.max(...gaps)).toBe(10);
  });

  it('are refused outside of the years that are known', () => {
    expect(() => isWorkingDay('2028-01-03', calendar)).toThrow(/2025-01-01 to 2027-12-31.*2028-01-03/);
    expect(() => workingDaysAfter('2027-12-30', 2, calendar)).toThrow(RangeError);
  });
});

describe('days off', () => {
  const day = (date: string, kind: 'OFF' | 'WORKED' = 'OFF'): { year: number; source: string; days: object[] }[] => [
    { year: 2025, source: '', days: [{ date, kind, nameVi: '' }] },
  ];

  it.each([
    ['no date', day('2025-02-30'), /a day of 2025/],
    ['of another year', day('2026-01-01'), /a day of 2025/],
    ['a Sunday off', day('2025-01-05'), /no working day as it is/],
    ['a Monday worked', day('2025-01-06', 'WORKED'), /a working day as it is/],
    ['of years with a gap', [...day('2025-01-01'), { year: 2027, source: '', days: [] }], /2026, got those of 2027/],
    [
      'twice',
      [{ year: 2025, source: '', days: Array(2).fill({ date: '2025-01-01', kind: 'OFF', nameVi: '' }) }],
      /twice/,
    ],
    ['of no year', [], /one year at least/],
  ])('are refused: %s', (_, years, why) => {
    expect(() => officeCalendar(years as never)).toThrow(why);
  });

  it('name their sources', () => {
    for (const year of yearsOfDaysOff()) expect(year.source).not.toBe('');
    expect(yearsOfDaysOff().map(({ expected = false }) => expected)).toEqual([false, false, true]);
  });
});
