import { readFileSync } from 'node:fs';
import { isDate } from '../../ground/period/local-date.ts';
import type { OfficeCalendar } from '../../ground/period/working-days.ts';
import { projectPath } from '../../ground/project-path.ts';

/** A day on which offices do not do what the day of the week says. */
export interface DayOff {
  readonly date: string;
  /** OFF: a holiday, or a day exchanged for another; WORKED: the day that is worked for it. */
  readonly kind: 'OFF' | 'WORKED';
  readonly nameVi: string;
  /** Where it is decided, if not where the others of its year are. */
  readonly source?: string;
  /** True while it is expected and not decided. */
  readonly expected?: boolean;
}

/** The days of one year with the decisions they rest on. */
export interface YearOfDays {
  readonly year: number;
  readonly source: string;
  /** True while the days of the year are not decided: the next Tết is announced in the autumn before. */
  readonly expected?: boolean;
  readonly days: readonly DayOff[];
}

/** Days off of public offices, year by year. */
export function yearsOfDaysOff(): YearOfDays[] {
  const path = projectPath('src', 'catalogue', 'calendar', 'data', 'days-off.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { years: YearOfDays[] }).years;
}

/**
 * The calendar of years in a row. Throws where they are not in a row, a day is no date or stands outside of its year, or stands
 * twice, or is nothing else than its day of the week says: a holiday on a Sunday moves nothing, its compensation does.
 */
export function officeCalendar(years: readonly YearOfDays[]): OfficeCalendar {
  const [first] = years;
  if (first === undefined) throw new Error('Expected days off of one year at least, got none.');
  const off = new Set<string>();
  const worked = new Set<string>();
  const expected = new Set<string>();
  for (const [at, { year, days, expected: whole = false }] of years.entries()) {
    if (year !== first.year + at) throw new Error(`Expected the days off of ${first.year + at}, got those of ${year}.`);
    if (whole) expected.add(String(year));
    for (const day of days) {
      checkDay(day, year);
      if (off.has(day.date) || worked.has(day.date)) throw new Error(`The day ${day.date} stands twice.`);
      (day.kind === 'OFF' ? off : worked).add(day.date);
      if (day.expected === true) expected.add(day.date);
    }
  }
  return {
    off,
    worked,
    from: `${first.year}-01-01`,
    to: `${first.year + years.length - 1}-12-31`,
    isExpected: (date) => expected.has(date) || expected.has(date.slice(0, 4)),
  };
}

function checkDay({ date, kind }: DayOff, year: number): void {
  if (!isDate(date) || !date.startsWith(`${year}-`)) throw new Error(`Expected a day of ${year}, got ${date}.`);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const isWeekend = weekday === 0 || weekday === 6;
  if (isWeekend === (kind === 'OFF'))
    throw new Error(`${date} is ${isWeekend ? 'no working day' : 'a working day'} as it is: ${kind} changes nothing.`);
}
