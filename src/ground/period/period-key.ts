import { addDays, dateOf, daysInMonth } from './local-date.ts';

/** The kinds of period that a report may cover. HALF_YEAR is the first six months only: there is no second half. */
export type PeriodKind = 'MONTH' | 'QUARTER' | 'HALF_YEAR' | 'NINE_MONTHS' | 'YEAR';

/**
 * When months close. `cutOffDay` is the last day of a month's data (1–31, cut to the length of a short month);
 * 0 and 31 mean calendar months.
 */
export interface Calendar {
  cutOffDay: number;
}

/** The nominal months (1–12, both included) that a key names. */
export interface NominalMonths {
  kind: PeriodKind;
  year: number;
  first: number;
  last: number;
}

const KEY = /^((?:19|20|21)\d{2})(?:-(?:(S1)|(9M)|Q([1-4])|(0[1-9]|1[0-2])))?$/;

/** The accepted forms of a key, for messages. */
export const KEY_FORMS = "'2026', '2026-S1', '2026-9M', '2026-Q2' or '2026-06'";

/** How many nominal months a period of the kind has. */
export function lengthInMonths(kind: PeriodKind): number {
  return { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, NINE_MONTHS: 9, YEAR: 12 }[kind];
}

/** The months that a key names (years 1900–2199); null for any other text, windows and `2026-S2` included. */
export function readPeriodKey(key: string): NominalMonths | null {
  const match = KEY.exec(key);
  if (match === null) return null;
  const [, yearText, half, nine, quarter, month] = match;
  const year = Number(yearText);
  if (half !== undefined) return { kind: 'HALF_YEAR', year, first: 1, last: 6 };
  if (nine !== undefined) return { kind: 'NINE_MONTHS', year, first: 1, last: 9 };
  if (quarter !== undefined)
    return { kind: 'QUARTER', year, first: Number(quarter) * 3 - 2, last: Number(quarter) * 3 };
  if (month !== undefined) return { kind: 'MONTH', year, first: Number(month), last: Number(month) };
  return { kind: 'YEAR', year, first: 1, last: 12 };
}

/** The key of the period of a kind whose last nominal month (1–12) is `lastMonth`. */
export function periodKey(kind: PeriodKind, year: number, lastMonth: number): string {
  switch (kind) {
    case 'YEAR':
      return `${year}`;
    case 'HALF_YEAR':
      return `${year}-S1`;
    case 'NINE_MONTHS':
      return `${year}-9M`;
    case 'QUARTER':
      return `${year}-Q${lastMonth / 3}`;
    case 'MONTH':
      return `${year}-${String(lastMonth).padStart(2, '0')}`;
  }
}

/**
 * The last day of the data of a nominal month (1–12; 0 is December of the year before). Throws a RangeError when the
 * calendar's cut-off day is not a whole number from 0 to 31.
 */
export function cutOffDate(year: number, month: number, calendar: Calendar): string {
  const { cutOffDay } = calendar;
  if (!Number.isInteger(cutOffDay) || cutOffDay < 0 || cutOffDay > 31) {
    throw new RangeError(`Expected a cut-off day from 0 to 31, got ${cutOffDay}: 0 means calendar months.`);
  }
  const [y, m] = month === 0 ? [year - 1, 12] : [year, month];
  const length = daysInMonth(y, m);
  return dateOf(y, m, cutOffDay === 0 ? length : Math.min(cutOffDay, length));
}

/** First and last day of the data of nominal months in a calendar. */
export function dataWindowOf(months: NominalMonths, calendar: Calendar): { dataFrom: string; dataTo: string } {
  return {
    dataFrom: addDays(cutOffDate(months.year, months.first - 1, calendar), 1),
    dataTo: cutOffDate(months.year, months.last, calendar),
  };
}
