import { dayNumber } from './local-date.ts';
import { readPeriodKey } from './period-key.ts';
import { comparePeriods } from './period.ts';
import type { DataWindow, Period } from './period.ts';

/**
 * The periods that stand for a window. `pieces` do not overlap and are in order of time; `daysCovered` of the window's
 * `days` lie in them; `coarserOnly` says that nothing lies inside the window but a longer period overlaps it.
 */
export interface Tiling<P extends Period> {
  pieces: P[];
  daysCovered: number;
  days: number;
  coarserOnly: boolean;
}

interface Span<P extends Period> {
  period: P;
  from: number;
  to: number;
}

/** A tiling of the days from some point on, as a list that shares its tail with other candidates. */
interface Plan<P extends Period> {
  covered: number;
  count: number;
  head: { span: Span<P>; rest: Plan<P> } | null;
}

/**
 * Chooses the periods from which a window is added up (semantics 10): the period of exactly the window's key if there is
 * one, else the periods that lie inside the window without overlap and cover most days, then with the fewest pieces,
 * then the earliest, then the longest. A period is never cut, subtracted or apportioned.
 *
 * With `prefer: 'FINEST'` (semantics 12: COUNT, AVERAGE, MIN, …) the pieces that cover most days are the most instead of
 * the fewest, and the exact period answers only where its parts do not cover all days.
 *
 * A period lies inside a window when its nominal months do, whatever days its data cover: the first half of an organisation
 * that closes on 31 May is part of the year, though it begins before the year's first day. Where a key is missing, the days
 * decide; whether periods overlap is always a matter of days. The exact period counts as covering every day, because it is
 * what was asked for. Of two with one key and other days the later counts. Give it the periods of one province, organisation and form:
 * the choice is made once for all their cells, never per cell.
 */
export function tile<P extends Period>(
  window: DataWindow,
  available: readonly P[],
  prefer: 'FEWEST' | 'FINEST' = 'FEWEST',
): Tiling<P> {
  const [from, to] = [dayNumber(window.dataFrom), dayNumber(window.dataTo)];
  const days = Math.max(0, to - from + 1);
  const known = new Map(available.toSorted(comparePeriods).map((period) => [period.key, period]));
  const exact = window.key === undefined ? undefined : known.get(window.key);
  const whole = exact === undefined ? null : { pieces: [exact], daysCovered: days, days, coarserOnly: false };
  if (whole !== null && prefer === 'FEWEST') return whole;

  const spans = [...known.values()].map((period) => ({
    period,
    from: dayNumber(period.dataFrom),
    to: dayNumber(period.dataTo),
  }));
  const isInside = insideOf(window);
  const inside = spans.filter((span) => span.from <= span.to && isInside(span.period));
  const plan = bestPlan(inside.toSorted(earliestThenLongest), prefer);
  if (whole !== null && plan.covered < days) return whole;
  const overlaps = (span: Span<P>): boolean => span.from <= to && span.to >= from && span.to - span.from >= days;
  const coarserOnly = inside.length === 0 && spans.some(overlaps);
  return { pieces: piecesOf(plan), daysCovered: Math.min(days, plan.covered), days, coarserOnly };
}

/** Whether a period lies inside the window: by nominal months where both have a key, else by days. */
function insideOf(window: DataWindow): (period: Period) => boolean {
  const months = window.key === undefined ? null : nominalMonths(window.key);
  return (period) => {
    const own = months && nominalMonths(period.key);
    if (months && own) return own.first >= months.first && own.last <= months.last;
    return period.dataFrom >= window.dataFrom && period.dataTo <= window.dataTo;
  };
}

/** First and last nominal month of a period's or a window's key, counted from year 0; null for any other text. */
function nominalMonths(key: string): { first: number; last: number } | null {
  const [from = '', to = from] = key.split('/');
  const [first, last] = [readPeriodKey(from), readPeriodKey(to)];
  return first && last && { first: first.year * 12 + first.first, last: last.year * 12 + last.last };
}

function earliestThenLongest<P extends Period>(a: Span<P>, b: Span<P>): number {
  return a.from - b.from || b.to - a.to || comparePeriods(a.period, b.period);
}

/**
 * Weighted interval scheduling from the end: `plans[i]` is the best plan of the spans from `i` on. A span is taken unless
 * leaving it is strictly better, which makes the first of equals (earliest, longest) win; the rest of an optimal plan is
 * itself optimal because days and pieces both add up.
 */
function bestPlan<P extends Period>(spans: readonly Span<P>[], prefer: 'FEWEST' | 'FINEST'): Plan<P> {
  const none: Plan<P> = { covered: 0, count: 0, head: null };
  const plans: Plan<P>[] = Array.from({ length: spans.length + 1 }, () => none);
  for (let i = spans.length - 1; i >= 0; i--) {
    const span = spans[i];
    const left = plans[i + 1] ?? none;
    if (span === undefined) continue;
    const next = firstFrom(spans, span.to + 1);
    const rest = plans[next] ?? none;
    const taken = { covered: rest.covered + span.to - span.from + 1, count: rest.count + 1, head: { span, rest } };
    plans[i] = isBetter(left, taken, prefer) ? left : taken;
  }
  return plans[0] ?? none;
}

function isBetter<P extends Period>(a: Plan<P>, b: Plan<P>, prefer: 'FEWEST' | 'FINEST'): boolean {
  if (a.covered !== b.covered) return a.covered > b.covered;
  return prefer === 'FEWEST' ? a.count < b.count : a.count > b.count;
}

/** Index of the first span (sorted by beginning) that begins on `day` or later; binary search. */
function firstFrom<P extends Period>(spans: readonly Span<P>[], day: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function piecesOf<P extends Period>(plan: Plan<P>): P[] {
  const pieces: P[] = [];
  for (let head = plan.head; head !== null; head = head.rest.head) pieces.push(head.span.period);
  return pieces;
}
