import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  compareDates,
  dateOf,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  isDate,
  todayInVietnam,
} from '../../src/ground/period/local-date.ts';

const date = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') }).map(dateOfDayNumber);

describe('local dates', () => {
  it.each(['2026-01-31', '2024-02-29', '2000-02-29', '0001-01-01'])('%s is a date', (text) => {
    expect(isDate(text)).toBe(true);
  });
  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '0000-01-01',
    '14/06/2026',
  ])('%s is not', (text) => {
    expect(isDate(text)).toBe(false);
  });
  it.each(['2026-01-01T00:00:00Z', ' 2026-01-01', '2026-01-01\n', ''])('%j has more or less than a date', (text) => {
    expect(isDate(text)).toBe(false);
  });
  it('counts both ends', () => {
    expect(daysBetween('2026-05-15', '2026-06-14')).toBe(31);
    expect(daysBetween('2025-12-15', '2026-12-14')).toBe(365);
    expect(daysBetween('2026-06-14', '2026-06-14')).toBe(1);
    expect(daysBetween('2026-06-14', '2026-06-13')).toBe(0);
  });
  it('adds over months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addDays('0099-12-31', 1)).toBe('0100-01-01');
  });
  it('adding and counting undo each other, and order is the order of days', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(isDate(a)).toBe(true);
        expect(addDays(a, daysBetween(a, b) - 1)).toBe(b);
        expect(Math.sign(compareDates(a, b))).toBe(Math.sign(dayNumber(a) - dayNumber(b)));
      }),
    );
  });
  it('refuses what is no date with what it expected', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow("got '2026-02-30'");
    expect(() => dateOf(2026, 2, 30)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });
  it("changes the day at midnight in Vietnam, whatever the machine's zone", () => {
    expect(todayInVietnam(Date.UTC(2026, 5, 14, 16, 59, 59, 999))).toBe('2026-06-14');
    expect(todayInVietnam(Date.UTC(2026, 5, 14, 17, 0, 0, 0))).toBe('2026-06-15');
  });
});
