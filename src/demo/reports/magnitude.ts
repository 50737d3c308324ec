import { indicatorSeeds, type IndicatorSeed } from '../../catalogue/indicator/indicator.seed.ts';
import type { ValueType } from '../../catalogue/indicator/indicator.rule.ts';

/** The lowest and highest usual value of an indicator for a province before the mergers and a year, in grains. */
export interface Magnitude {
  readonly low: number;
  readonly high: number;
}

/** How many grains make up one base unit, as a fraction: the generator counts in whole grains only. */
const GRAIN: Readonly<Record<ValueType, { readonly per: number; readonly of: number }>> = {
  count: { per: 1, of: 1 },
  // 100,000 đồng: one decimal of the forms' “triệu đồng”.
  money: { per: 1, of: 100_000 },
  decimal: { per: 10, of: 1 },
  percent: { per: 10, of: 1 },
  score: { per: 10, of: 1 },
};

/** Whole grains of a value in the base unit. */
function grainsOf(value: number, type: ValueType): number {
  const { per, of } = GRAIN[type];
  return Math.round((value * per) / of);
}

/** The exact decimal string, in the base unit, of a number of grains. Throws where it is no whole number. */
export function exactOf(grains: number, type: ValueType): string {
  if (!Number.isSafeInteger(grains)) throw new Error(`Expected whole grains of a ${type}, got ${grains}.`);
  const { per, of } = GRAIN[type];
  if (per === 1) return (BigInt(grains) * BigInt(of)).toString();
  const tenths = grains % 10;
  return tenths === 0 ? `${(grains - tenths) / 10}` : `${(grains - tenths) / 10}.${tenths}`;
}

const RANGE = /^([\d.,]+)(k?)–([\d.,]+)(k?)(?:\s*(tỷ))?/u;

/**
 * The magnitude that the catalogue states in words, as “30k–800k; …”, “0,5–9 tỷ”, “600–5.000”. Null where it states none:
 * the parts of ratios, which no form carries.
 */
export function readMagnitude(text: string, type: ValueType): Magnitude | null {
  const match = RANGE.exec(text);
  if (match === null) return null;
  const [, low = '', lowThousand = '', high = '', highThousand = '', billion] = match;
  const number = (digits: string, thousand: string): number =>
    Number(digits.replaceAll('.', '').replace(',', '.')) * (thousand === '' ? 1 : 1000) * (billion ? 1_000_000_000 : 1);
  return { low: grainsOf(number(low, lowThousand), type), high: grainsOf(number(high, highThousand), type) };
}

/** What the generator knows of an indicator. */
export interface KnownIndicator extends Pick<IndicatorSeed, 'code' | 'type' | 'timeRule'> {
  readonly magnitude: Magnitude;
}

/** The indicators that state a magnitude, by code. */
export function knownIndicators(): ReadonlyMap<string, KnownIndicator> {
  return new Map(
    indicatorSeeds().flatMap(({ code, type, timeRule, magnitude: text }) => {
      const magnitude = readMagnitude(text, type);
      return magnitude === null ? [] : [[code, { code, type, timeRule, magnitude }] as const];
    }),
  );
}
