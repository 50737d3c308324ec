import { Big } from 'big.js';

/** Numbers of earlier periods that a judgement needs at least. */
export const FEWEST_EARLIER = 4;
/** Scores beyond this are told (Iglewicz and Hoaglin, “How to Detect and Handle Outliers”, 1993). */
const MOST_SCORE = new Big('3.5');
/** What makes the median of deviations comparable with a standard deviation, for normally spread numbers. */
const SCALE = new Big('0.6745');
/** The deviation that is always allowed for, as a share of the middle. */
const FLOOR_SHARE = new Big('0.01');

/** How a number stands to those of earlier periods. */
export interface OutlierScore {
  readonly verdict: 'USUAL' | 'OUTLIER' | 'INSUFFICIENT_HISTORY';
  /** Deviations from the middle, below it negative, to two places; null without enough history. */
  readonly score: string | null;
  /** The median of the earlier numbers; null without enough history. */
  readonly middle: string | null;
}

/**
 * Judges a number by the modified z-score of the earlier ones, itself left out: 900 after seven numbers near 100 would
 * otherwise widen the very spread that it is judged by. Numbers that never changed have no spread at all; so a floor stands in,
 * the larger of `step` (the least by which the indicator changes, as 1 person) and one percent of the middle.
 */
export function outlierScore(number: string, earlier: readonly string[], step: string): OutlierScore {
  if (earlier.length < FEWEST_EARLIER) return { verdict: 'INSUFFICIENT_HISTORY', score: null, middle: null };
  const numbers = earlier.map((one) => new Big(one));
  const middle = medianOf(numbers);
  const spread = medianOf(numbers.map((one) => one.minus(middle).abs()));
  const floor = largest(new Big(step), middle.abs().times(FLOOR_SHARE));
  const score = new Big(number).minus(middle).times(SCALE).div(largest(spread, floor));
  const verdict = score.abs().gt(MOST_SCORE) ? 'OUTLIER' : 'USUAL';
  return { verdict, score: score.toFixed(2), middle: middle.toFixed() };
}

function medianOf(numbers: readonly Big[]): Big {
  const sorted = numbers.toSorted((a, b) => a.cmp(b));
  const half = Math.floor(sorted.length / 2);
  const [below = new Big(0), above = new Big(0)] = [sorted[half - 1 + (sorted.length % 2)], sorted[half]];
  return below.plus(above).div(2);
}

function largest(a: Big, b: Big): Big {
  return a.gt(b) ? a : b;
}
