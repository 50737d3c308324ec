const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
/** Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975, before any report the hub can hold. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** Number of days of a month (1–12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for a local ISO date 'YYYY-MM-DD' that exists in the calendar ('2026-02-30' does not). */
export function isDate(text: string): boolean {
  const match = PATTERN.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Year, month (1–12) and day of an ISO date. Throws a RangeError when the text is no date. */
export function dateParts(date: string): { year: number; month: number; day: number } {
  if (!isDate(date)) {
    throw new RangeError(
      `Expected a date such as '2026-06-14', got '${date}': write year-month-day of a day that exists.`,
    );
  }
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The ISO date of a year (1–9999), month (1–12) and day; nothing is carried over, the parts must be a date. */
export function dateOf(year: number, month: number, day: number): string {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  dateParts(text);
  return text;
}

/** Days since 1970-01-01 (negative before), the scale on which dates are added and subtracted. Throws on no date. */
export function dayNumber(date: string): number {
  const { year, month, day } = dateParts(date);
  // Date.UTC reads years below 100 as 19xx, setUTCFullYear does not.
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS;
}

/** The ISO date of a day number; the inverse of `dayNumber` for the years 1–9999. */
export function dateOfDayNumber(days: number): string {
  const instant = new Date(days * DAY_MS);
  return dateOf(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate());
}

/** The date `days` later (earlier when negative). Throws a RangeError when the text is no date. */
export function addDays(date: string, days: number): string {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Number of days from `from` to `to`, both included: 1 for the same day, 0 or less when `to` comes before `from`. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

/** Negative, zero or positive as `a` lies before, on or after `b`; for `Array.sort`. Both must be ISO dates. */
export function compareDates(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The date in Vietnam (UTC+7) at an instant given in milliseconds since 1970-01-01T00:00Z. */
export function todayInVietnam(nowMs: number): string {
  return dateOfDayNumber(Math.floor((nowMs + VIETNAM_OFFSET_MS) / DAY_MS));
}
