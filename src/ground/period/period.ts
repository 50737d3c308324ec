import { compareDates, dateParts, daysBetween, isDate } from './local-date.ts';
import { cutOffDate, dataWindowOf, KEY_FORMS, lengthInMonths, periodKey, readPeriodKey } from './period-key.ts';
import type { Calendar, NominalMonths, PeriodKind } from './period-key.ts';

export type { Calendar, PeriodKind } from './period-key.ts';

/** The calendar of state reports (as provinces apply Decree 09/2019/NĐ-CP): 15th of the month before to the 14th. */
const STATE_CALENDAR: Calendar = { cutOffDay: 14 };

/** A stretch of local dates, both ends included; `key` names the nominal period or window when there is one. */
export interface DataWindow {
  key?: string;
  dataFrom: string;
  dataTo: string;
}

/** A nominal period (`key`, `kind`, `year`) with the dates its data really cover, both included. */
export interface Period extends DataWindow {
  key: string;
  kind: PeriodKind;
  year: number;
}

/** An answer, or a sentence saying what was expected, what came and what to do. */
export type Outcome<T> = { ok: T } | { fault: string };

function nominalPeriod(months: NominalMonths, calendar: Calendar): Period {
  const { kind, year, last } = months;
  return { key: periodKey(kind, year, last), kind, year, ...dataWindowOf(months, calendar) };
}

/**
 * The nominal period of a key (`2026`, `2026-S1`, `2026-9M`, `2026-Q1`…`Q4`, `2026-01`…`12`; years 1900–2199), with the
 * data window of the calendar. Null for any other text, `2026-S2` and windows included.
 */
export function parsePeriodKey(key: string, calendar: Calendar = STATE_CALENDAR): Period | null {
  const months = readPeriodKey(key);
  return months === null ? null : nominalPeriod(months, calendar);
}

/** How many months the data of a kind may close before or after the nominal last month (organisations close early). */
const CLOSING_MONTHS: Record<PeriodKind, number> = { MONTH: 0, QUARTER: 1, HALF_YEAR: 2, NINE_MONTHS: 2, YEAR: 5 };

/**
 * The period of a kind for data dates as a report states them: the nominal period whose last month is nearest to the
 * month of `to`; the dates are kept as given (a union's half year may run to 31 May). Refused: texts that are no dates,
 * an end before the beginning, a length under three quarters or over five quarters of the kind's, an end too far from
 * any period of the kind (the second half of a year is not a period).
 */
export function periodFromDates(kind: PeriodKind, from: string, to: string): Outcome<Period> {
  for (const date of [from, to]) {
    if (!isDate(date)) return { fault: `Expected a date such as '2026-06-14', got '${date}': write year-month-day.` };
  }
  const days = daysBetween(from, to);
  if (days < 1) return { fault: `Expected data that end on or after ${from}, got ${to}: exchange the two dates.` };
  const usual = (lengthInMonths(kind) * 365.25) / 12;
  const came = `${days} days (${from} to ${to}): correct the dates or choose another kind.`;
  if (days < usual * 0.75 || days > usual * 1.25) {
    return { fault: `Expected about ${Math.round(usual)} days for ${kind}, got ${came}` };
  }
  const end = nearestEnd(kind, to);
  if (end === null) {
    const near = `within ${CLOSING_MONTHS[kind]} months of the close of a ${kind} period`;
    return { fault: `Expected data that end ${near}, got ${came}` };
  }
  return { ok: { key: periodKey(kind, end.year, end.month), kind, year: end.year, dataFrom: from, dataTo: to } };
}

/** Months are counted here from year 0, so that December and January are neighbours. */
function nearestEnd(kind: PeriodKind, to: string): { year: number; month: number } | null {
  const { year, month } = dateParts(to);
  const here = year * 12 + month - 1;
  const length = lengthInMonths(kind);
  const perYear = kind === 'MONTH' || kind === 'QUARTER' ? 12 / length : 1;
  const ends = [year - 1, year, year + 1].flatMap((y) =>
    Array.from({ length: perYear }, (_, i) => y * 12 + (i + 1) * length - 1),
  );
  const best = ends.reduce((a, b) => (Math.abs(b - here) < Math.abs(a - here) ? b : a));
  if (Math.abs(best - here) > CLOSING_MONTHS[kind]) return null;
  return { year: Math.floor(best / 12), month: (best % 12) + 1 };
}

interface Ends {
  first: NominalMonths;
  last: NominalMonths;
}

function readEnds(fromKey: string, toKey: string): Outcome<Ends> {
  const [first, last] = [readPeriodKey(fromKey), readPeriodKey(toKey)];
  if (first === null || last === null) {
    const came = first === null ? fromKey : toKey;
    return { fault: `Expected a period key such as ${KEY_FORMS}, got '${came}': correct the key.` };
  }
  const years = (last.year - first.year) * 12;
  if (years + last.first < first.first || years + last.last < first.last) {
    const wanted = `an end that neither begins nor closes before '${fromKey}'`;
    return { fault: `Expected ${wanted}, got '${toKey}': exchange or correct the two keys.` };
  }
  return { ok: { first, last } };
}

/**
 * One column from the first day of `fromKey` to the last day of `toKey`; its key is `2026-01/2026-04`, or the period's
 * own key when both are the same. A fault when a key is none or the end lies before the beginning.
 */
export function windowOf(
  fromKey: string,
  toKey: string,
  calendar: Calendar = STATE_CALENDAR,
): Outcome<Required<DataWindow>> {
  const ends = readEnds(fromKey, toKey);
  if ('fault' in ends) return ends;
  const { dataFrom } = dataWindowOf(ends.ok.first, calendar);
  const { dataTo } = dataWindowOf(ends.ok.last, calendar);
  return { ok: { key: fromKey === toKey ? fromKey : `${fromKey}/${toKey}`, dataFrom, dataTo } };
}

/** The ends of a period's or window's own key, which the hub wrote itself: anything else is a fault of the caller. */
function endsOf(key: string): Ends {
  const slash = key.indexOf('/');
  const ends = slash < 0 ? readEnds(key, key) : readEnds(key.slice(0, slash), key.slice(slash + 1));
  if ('fault' in ends) throw new RangeError(ends.fault);
  return ends.ok;
}

/** The nominal months ('2026-01', …) of a period or window, by its key. Throws a RangeError when the key is neither. */
export function monthsOf(period: { key: string }): string[] {
  return stretch(endsOf(period.key), 1).map(({ year, last }) => periodKey('MONTH', year, last));
}

/** Cuts the nominal months from the first to the last end into steps; the caller sees to it that they fit. */
function stretch({ first, last }: Ends, step: number): { year: number; last: number }[] {
  const begin = first.year * 12 + first.first - 1;
  const count = (last.year * 12 + last.last - begin) / step;
  return Array.from({ length: count }, (_, i) => begin + (i + 1) * step - 1).map((month) => ({
    year: Math.floor(month / 12),
    last: (month % 12) + 1,
  }));
}

/**
 * The periods of one kind from `fromKey` to `toKey`, both included, in order of time. The ends may be of another kind
 * when they begin and close with the grain (`2026-Q1`–`2026-Q2` by MONTH is six months); HALF_YEAR and NINE_MONTHS
 * give one period a year, and end with a period of that kind or with a whole year. A fault tells which end does not fit.
 */
export function listPeriods(
  fromKey: string,
  toKey: string,
  grain: PeriodKind,
  calendar: Calendar = STATE_CALENDAR,
): Outcome<Period[]> {
  const ends = readEnds(fromKey, toKey);
  if ('fault' in ends) return ends;
  const { first, last } = ends.ok;
  const length = lengthInMonths(grain);
  const yearly = 12 % length !== 0 || grain === 'HALF_YEAR';
  if ((first.first - 1) % (yearly ? 12 : length) !== 0) {
    return {
      fault: `Expected a beginning where a ${grain} period begins, got '${fromKey}': choose a finer grain or move it.`,
    };
  }
  if (yearly ? last.last !== length && last.last !== 12 : last.last % length !== 0) {
    return {
      fault: `Expected an end where a ${grain} period closes, got '${toKey}': choose a finer grain or move it.`,
    };
  }
  const closes = yearly
    ? Array.from({ length: last.year - first.year + 1 }, (_, i) => ({ year: first.year + i, last: length }))
    : stretch(ends.ok, length);
  return {
    ok: closes.map((close) =>
      nominalPeriod({ kind: grain, year: close.year, first: close.last - length + 1, last: close.last }, calendar),
    ),
  };
}

/**
 * Order of time by the data date: the earlier `dataTo` first, then the shorter period (the month before the quarter that
 * closes with it), then the key. For `Array.sort`; the last one is the one a stock is read from.
 */
export function comparePeriods(a: Period, b: Period): number {
  return (
    compareDates(a.dataTo, b.dataTo) ||
    compareDates(b.dataFrom, a.dataFrom) ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  );
}

/**
 * Every nominal period (month, quarter, S1, 9M, year, in this order) whose window contains the data date of a figure:
 * the grains under which a stored total of a stock must show it. The windows are the calendar's.
 */
export function grainWindows(period: { dataTo: string }, calendar: Calendar = STATE_CALENDAR): Period[] {
  const { year, month } = dateParts(period.dataTo);
  const next = period.dataTo > cutOffDate(year, month, calendar) ? 1 : 0;
  const at = year * 12 + month - 1 + next;
  const [nominalYear, nominalMonth] = [Math.floor(at / 12), (at % 12) + 1];
  const quarter = Math.ceil(nominalMonth / 3);
  const keys = [
    periodKey('MONTH', nominalYear, nominalMonth),
    `${nominalYear}-Q${quarter}`,
    ...(nominalMonth <= 6 ? [`${nominalYear}-S1`] : []),
    ...(nominalMonth <= 9 ? [`${nominalYear}-9M`] : []),
    `${nominalYear}`,
  ];
  return keys.flatMap((key) => parsePeriodKey(key, calendar) ?? []);
}

const ROMAN = ['I', 'II', 'III', 'IV'];
const ENGLISH_MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * The name of a period or window for people: 'Quý II/2026', '6 tháng đầu năm 2026', 'Từ tháng 1/2026 đến tháng 4/2026';
 * in English 'Q2 2026', 'First six months of 2026'. Throws a RangeError when the key is neither.
 */
export function periodLabel(period: { key: string }, lang: 'vi' | 'en'): string {
  const { first, last } = endsOf(period.key);
  const label = lang === 'vi' ? vietnameseLabel : englishLabel;
  const single = label(first);
  if (!period.key.includes('/')) return single.charAt(0).toUpperCase() + single.slice(1);
  return lang === 'vi' ? `Từ ${single} đến ${label(last)}` : `From ${single} to ${label(last)}`;
}

function vietnameseLabel({ kind, year, last }: NominalMonths): string {
  switch (kind) {
    case 'MONTH':
      return `tháng ${last}/${year}`;
    case 'QUARTER':
      return `quý ${ROMAN[last / 3 - 1]}/${year}`;
    case 'HALF_YEAR':
    case 'NINE_MONTHS':
      return `${last} tháng đầu năm ${year}`;
    case 'YEAR':
      return `năm ${year}`;
  }
}

function englishLabel({ kind, year, last }: NominalMonths): string {
  switch (kind) {
    case 'MONTH':
      return `${ENGLISH_MONTHS[last - 1]} ${year}`;
    case 'QUARTER':
      return `Q${last / 3} ${year}`;
    case 'HALF_YEAR':
    case 'NINE_MONTHS':
      return `first ${kind === 'HALF_YEAR' ? 'six' : 'nine'} months of ${year}`;
    case 'YEAR':
      return `year ${year}`;
  }
}
