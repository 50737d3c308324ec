import { addDays, dayNumber } from './local-date.ts';

/** Where offices depart from working Monday to Friday. */
export interface OfficeCalendar {
  /** Days off that would be worked: holidays, and days exchanged for others. */
  readonly off: ReadonlySet<string>;
  /** Saturdays and Sundays that are worked in exchange. */
  readonly worked: ReadonlySet<string>;
  /** First and last day that the calendar speaks of. */
  readonly from: string;
  readonly to: string;
  /** Days that are expected and not yet decided; all of them are in `off` or `worked` as well, or in a year of which nothing is decided. */
  readonly isExpected: (date: string) => boolean;
}

/** A day worked out by a calendar. */
export interface WorkedOutDay {
  readonly date: string;
  /** True where it rests on days that are not decided yet, and may move. */
  readonly provisional: boolean;
}

/** Whether offices work on a day. Throws a RangeError outside of the calendar. */
export function isWorkingDay(date: string, calendar: OfficeCalendar): boolean {
  if (date < calendar.from || date > calendar.to) {
    throw new RangeError(
      `Expected a day from ${calendar.from} to ${calendar.to}, of which days off are known, got ${date}: add the days off of that year to the calendar.`,
    );
  }
  if (calendar.worked.has(date)) return true;
  // 1 January 1970 was a Thursday.
  const weekday = (((dayNumber(date) + 3) % 7) + 7) % 7;
  return weekday < 5 && !calendar.off.has(date);
}

/**
 * The working day so many after a date, which itself does not count: two working days after Friday, 13 February 2026, are
 * Tuesday, 24 February, because Tết lies between. 0 gives the date itself where it is worked, else the next one that is.
 * Throws a RangeError outside of the calendar.
 */
export function workingDaysAfter(date: string, days: number, calendar: OfficeCalendar): WorkedOutDay {
  let at = date;
  let left = days;
  let provisional = calendar.isExpected(at);
  while (left > 0 || !isWorkingDay(at, calendar)) {
    at = addDays(at, 1);
    provisional ||= calendar.isExpected(at);
    if (left > 0 && isWorkingDay(at, calendar)) left--;
  }
  return { date: at, provisional };
}
