import Big from 'big.js';
import { strongestReason } from './missing.ts';
import type { MissingReason } from './missing.ts';
import { comparePeriods } from './period.ts';
import type { DataWindow, Period } from './period.ts';

/** How the figures of one place become one value of a window; always applied before places are added. */
export type TimeAggregation = 'SUM' | 'LAST' | 'FIRST' | 'AVERAGE' | 'MIN' | 'MAX' | 'COUNT';

/**
 * How the values of places become one. POOLED_AVERAGE divides the sum of all figures of all places by their number, so
 * its places are rolled up by SUM or AVERAGE; the others take one value a place. LAST and FIRST have no meaning over places.
 */
export type PlaceAggregation = 'SUM' | 'AVERAGE' | 'POOLED_AVERAGE' | 'MIN' | 'MAX' | 'COUNT';

/** How final a figure is: ước, sơ bộ, chính thức. */
export type FigureStatus = 'ESTIMATE' | 'PRELIMINARY' | 'OK';

/** One figure of one place: `value` is a decimal string, or null with the reason in `missing`. */
export interface FigureCell {
  period: Period;
  value: string | null;
  missing: MissingReason | null;
  status: FigureStatus;
}

/** What a value is made of; the same for one place and for many, so that totals can be added up again. */
export interface RollUp {
  /** Decimal string without trailing zeros; null when nothing present took part. */
  value: string | null;
  /** Why `value` is null; null when it is not. */
  missing: MissingReason | null;
  /** Sum of the figures that made the value, whatever the rule, for POOLED_AVERAGE; null without any. */
  sum: string | null;
  /** How many figures made the value, and how many of those are estimates or preliminary. */
  present: number;
  estimated: number;
  preliminary: number;
  /** How many cells said “-”: received, but nothing happened. */
  notArisen: number;
  /** True when a LAST value is older than the window's end; over places, when that is so for any place. */
  carried: boolean;
}

/** The answer of one place, with the figures that made it: their values give `value` again under the rule. */
export interface TimeRollUp<C extends FigureCell = FigureCell> extends RollUp {
  used: C[];
}

/** Division is exact to 20 decimals, half up; an own constructor, so that no other module can change that. */
const Exact = Big();
Exact.DP = 20;
Exact.RM = 1;

function plain(value: Big): string {
  return value.eq(0) ? '0' : value.toFixed();
}

function sumOf(values: readonly string[]): Big {
  return values.reduce((sum, value) => sum.plus(value), new Exact(0));
}

/** Applies a rule that knows no order to at least one decimal string. */
function combine(rule: 'SUM' | 'AVERAGE' | 'MIN' | 'MAX' | 'COUNT', values: readonly string[]): string {
  switch (rule) {
    case 'SUM':
      return plain(sumOf(values));
    case 'AVERAGE':
      return plain(sumOf(values).div(values.length));
    case 'COUNT':
      return String(values.length);
    case 'MIN':
      return plain(values.map((value) => new Exact(value)).reduce((a, b) => (b.lt(a) ? b : a)));
    case 'MAX':
      return plain(values.map((value) => new Exact(value)).reduce((a, b) => (b.gt(a) ? b : a)));
  }
}

/**
 * Adds up the figures of one place over a window. `cells` are the pieces that `tile` chose; for LAST, every figure of the
 * place whose data date lies in the window or whose key is the window's (others are left aside).
 *
 * A missing cell takes no part: in a SUM, “-” is the 0 it stands for as long as something else is present, and a sum of
 * nothing but missing is null with the strongest reason. COUNT of nothing is null as well, for the same reason.
 * LAST is the figure of exactly the window's key, else the one with the latest data date (tie: the longer period), and
 * CARRIED when that is before the window's end. Throws when a value is no decimal string.
 */
export function rollUpTime<C extends FigureCell>(
  rule: TimeAggregation,
  cells: readonly C[],
  window: DataWindow,
): TimeRollUp<C> {
  const heard = rule === 'LAST' ? cells.filter((cell) => isKnownIn(cell.period, window)) : cells;
  const present = heard.filter((cell) => cell.value !== null).toSorted((a, b) => comparePeriods(a.period, b.period));
  const used = choose(rule, present, window);
  const values = used.flatMap((cell) => cell.value ?? []);
  const last = rule === 'LAST' ? used[0] : undefined;
  return {
    value: values.length === 0 ? null : combine(rule === 'LAST' || rule === 'FIRST' ? 'SUM' : rule, values),
    missing: values.length === 0 ? strongestReason(heard.map((cell) => cell.missing)) : null,
    sum: values.length === 0 ? null : combine('SUM', values),
    present: used.length,
    notArisen: heard.filter((cell) => cell.value === null && cell.missing === 'NOT_ARISEN').length,
    estimated: used.filter((cell) => cell.status === 'ESTIMATE').length,
    preliminary: used.filter((cell) => cell.status === 'PRELIMINARY').length,
    carried: last !== undefined && last.period.key !== window.key && last.period.dataTo < window.dataTo,
    used,
  };
}

function isKnownIn(period: Period, window: DataWindow): boolean {
  return period.key === window.key || (period.dataTo >= window.dataFrom && period.dataTo <= window.dataTo);
}

/** The figures that make the value, given the present ones in order of time. */
function choose<C extends FigureCell>(rule: TimeAggregation, present: readonly C[], window: DataWindow): C[] {
  if (rule === 'FIRST') return present.slice(0, 1);
  if (rule !== 'LAST') return [...present];
  const exact = present.filter((cell) => cell.period.key === window.key);
  return (exact.length > 0 ? exact : present).slice(-1);
}

/**
 * Adds up the values of places (each from `rollUpTime`, or again from here: communes, then provinces). Places without a
 * value take no part; without any value the answer is null with the strongest of their reasons.
 */
export function rollUpPlaces(rule: PlaceAggregation, parts: readonly RollUp[]): RollUp {
  const values = parts.flatMap((part) => part.value ?? []);
  const sums = parts.flatMap((part) => part.sum ?? []);
  const total = (pick: (part: RollUp) => number): number => parts.reduce((sum, part) => sum + pick(part), 0);
  const present = total((part) => part.present);
  const value = rule === 'POOLED_AVERAGE' ? pooled(sums, present) : values.length === 0 ? null : combine(rule, values);
  return {
    value,
    missing: value === null ? strongestReason(parts.map((part) => part.missing)) : null,
    sum: sums.length === 0 ? null : combine('SUM', sums),
    present,
    notArisen: total((part) => part.notArisen),
    estimated: total((part) => part.estimated),
    preliminary: total((part) => part.preliminary),
    carried: parts.some((part) => part.carried),
  };
}

function pooled(sums: readonly string[], present: number): string | null {
  return present === 0 ? null : plain(sumOf(sums).div(present));
}
