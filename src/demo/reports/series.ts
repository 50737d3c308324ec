import type { KnownIndicator } from './magnitude.ts';
import { apportion, between, shareOf } from './seeded.ts';
import { PARTS, SEASONS, SHAPES } from './shape.ts';
import type { ReportingKind, Territory } from './territory.ts';

/** The first year of the generator: two years before the demo, for the same period of the year before. */
const FIRST_YEAR = 2023;
const YEARS = 4;
const MONTHS = YEARS * 12;

/** Where a month stands in a series. Throws for a month outside 2023–2026. */
export function monthIndex(year: number, month: number): number {
  const at = (year - FIRST_YEAR) * 12 + month - 1;
  if (at < 0 || at >= MONTHS) throw new Error(`The demo has figures of 2023 to 2026, asked was ${year}-${month}.`);
  return at;
}

/** The first month whose data end after the mergers of 1 July 2025. */
const MERGER = monthIndex(2025, 7);

/** Months in which a kind did nothing in a territory that its form could count: they make nil returns. */
const QUIET: readonly { territory: string; kind: ReportingKind; from: number; to: number }[] = [
  { territory: 'ba-ria-vung-tau', kind: 'UBND', from: monthIndex(2025, 1), to: monthIndex(2025, 3) },
  { territory: 'an-giang-cu', kind: 'UBND', from: monthIndex(2026, 10), to: monthIndex(2026, 10) },
  { territory: 'kien-giang', kind: 'UBND', from: monthIndex(2026, 10), to: monthIndex(2026, 10) },
];

/** The monthly figures of one organisation kind in one territory, in whole grains; worked out once, when asked for. */
export class Series {
  readonly #known = new Map<string, readonly number[]>();

  constructor(
    private readonly indicators: ReadonlyMap<string, KnownIndicator>,
    private readonly territory: Territory,
    private readonly kind: ReportingKind,
  ) {}

  /** What happened in each month. */
  flow(code: string): readonly number[] {
    return this.#once(`flow ${code}`, () => this.#flow(code));
  }

  /** What stood at the end of each month. */
  stock(code: string): readonly number[] {
    return this.#once(`stock ${code}`, () => this.#stock(code));
  }

  /** The part of each month's flow or stock. */
  part(code: string, dimension: string, value: string): readonly number[] {
    return this.#once(`part ${code} ${dimension} ${value}`, () => this.#part(code, dimension, value));
  }

  /** A percentage's numerator of each month and what it is a share of. */
  ratio(code: string): { numerator: readonly number[]; denominator: readonly number[]; over: 'STOCK' | 'FLOW' } {
    const ratio = SHAPES[code]?.ratio;
    if (!ratio) throw new Error(`The demo does not know what ${code} is a percentage of.`);
    const denominator = ratio.over === 'FLOW' ? this.flow(ratio.of) : this.stock(ratio.of);
    const numerator = this.#once(`ratio ${code}`, () =>
      denominator.map((whole, at) => Math.round((whole * this.#percent(code, at)) / 1000)),
    );
    return { numerator, denominator, over: ratio.over };
  }

  /** A usual year's flow or the usual stock, in grains, before growth. */
  usual(code: string): number {
    const { low, high } = this.#indicator(code).magnitude;
    const spread = between(-0.05, 0.05, 'size', this.territory.name, code);
    const at = Math.min(0.97, Math.max(0.08, this.territory.size[this.kind] + spread));
    return Math.round(low + (high - low) * at * at);
  }

  /** The plan of a year for a flow, or for a stock at the year's end; a round number. */
  target(code: string, year: number): number {
    const { timeRule, type } = this.#indicator(code);
    const [first, last] = [monthIndex(year, 1), monthIndex(year, 12)];
    const reached = timeRule === 'LAST' ? (this.stock(code)[last] ?? 0) : sum(this.flow(code).slice(first, last + 1));
    const wanted = reached * between(0.97, 1.06, 'target', this.territory.name, code, year);
    return rounded(wanted, type === 'money' ? 10 : 1);
  }

  #indicator(code: string): KnownIndicator {
    const indicator = this.indicators.get(code);
    if (!indicator) throw new Error(`The demo has no magnitude of the indicator ${code}.`);
    return indicator;
  }

  #once(key: string, make: () => readonly number[]): readonly number[] {
    const made = this.#known.get(key) ?? make();
    this.#known.set(key, made);
    return made;
  }

  #flow(code: string): number[] {
    const { each, lostInMerger } = SHAPES[code] ?? {};
    const flow = each ? this.#valued(code, this.flow(each.of), each) : this.#seasonal(code);
    if (lostInMerger) flow[MERGER] = (flow[MERGER] ?? 0) + Math.round(this.usual(lostInMerger.of) * lostInMerger.share);
    return flow.map((value, at) => (this.#isQuiet(at) ? 0 : value));
  }

  /** Rounded as the year adds up, so that few things a year are neither lost nor multiplied. */
  #seasonal(code: string): number[] {
    const season = SEASONS[SHAPES[code]?.season ?? 'EVEN'];
    const name = [this.territory.name, code] as const;
    const usual = this.usual(code);
    const growth = between(-0.02, 0.05, 'growth', ...name);
    return Array.from({ length: YEARS }, (_, year) => {
      const whole = Math.round(usual * (1 + growth * (year - 1)) * between(0.96, 1.04, 'year', ...name, year));
      const weights = season.map((weight, month) =>
        Math.round(weight * between(850, 1150, 'month', ...name, year, month)),
      );
      return apportion(whole, weights);
    }).flat();
  }

  /** So much for each one; the price moves a little from year to year, never within a flow's month. */
  #valued(code: string, of: readonly number[], { low, high }: { low: number; high: number }): number[] {
    return of.map((count, at) => {
      const year = Math.floor(at / 12);
      const price = between(low, high - (high - low) * 0.15, 'price', this.territory.name, code);
      const dearer = price + ((high - low) * 0.15 * year) / YEARS;
      return count * Math.max(1, Math.round(dearer));
    });
  }

  #stock(code: string): number[] {
    const { balance, each, lostInMerger } = SHAPES[code] ?? {};
    if (balance) return this.#balanced(code, balance);
    const name = [this.territory.name, code] as const;
    if (each) {
      const price = between(each.low, each.high, 'price', ...name);
      return this.stock(each.of).map((count) => Math.round(count * price));
    }
    const [usual, growth] = [this.usual(code), between(-0.01, 0.04, 'growth', ...name)];
    return Array.from({ length: MONTHS }, (_, at) => {
      const lost = lostInMerger && at >= MERGER ? 1 - lostInMerger.share : 1;
      return Math.round(usual * lost * (1 + (growth * (at - 12)) / 12 + between(-0.001, 0.001, 'month', ...name, at)));
    });
  }

  #balanced(code: string, { gain, loss }: { gain: string; loss: string | number }): number[] {
    const gained = this.flow(gain);
    const lost =
      typeof loss === 'string'
        ? this.flow(loss)
        : gained.map((count, at) =>
            Math.round(count * loss * between(0.8, 1.2, 'loss', this.territory.name, code, at)),
          );
    let stands = this.usual(code);
    return gained.map((count, at) => (stands += count - (lost[at] ?? 0)));
  }

  #part(code: string, dimension: string, value: string): number[] {
    const usual = PARTS[code]?.[dimension] ?? {};
    const values = Object.keys(usual);
    const which = values.indexOf(value);
    if (which < 0) throw new Error(`The demo does not know the part ${dimension}=${value} of ${code}.`);
    const weights = values.map((name) =>
      Math.round((usual[name] ?? 0) * between(850, 1150, this.territory.name, code, name)),
    );
    const isStock = this.#indicator(code).timeRule === 'LAST';
    const whole = isStock ? this.stock(code) : this.flow(code);
    return whole.map((total, at) => apportion(total, weights, isStock ? 0 : at)[which] ?? 0);
  }

  /** Tenths of a percent: a level of the territory that rises slowly. */
  #percent(code: string, at: number): number {
    const { low, high } = this.#indicator(code).magnitude;
    const level = between(0.25, 0.8, 'percent', this.territory.name, code) + (0.04 * (at - 12)) / 12;
    const moved = level + between(-0.03, 0.03, 'month', this.territory.name, code, at);
    return Math.round(low + (high - low) * Math.min(1, Math.max(0, moved)));
  }

  #isQuiet(at: number): boolean {
    return QUIET.some(
      (quiet) =>
        quiet.territory === this.territory.name && quiet.kind === this.kind && at >= quiet.from && at <= quiet.to,
    );
  }
}

/** A plan as people state it: two figures that say something, then zeros. */
function rounded(value: number, finest: number): number {
  let step = finest;
  while (value / step >= 1000) step *= 10;
  return Math.round(value / step) * step;
}

/** The sum of whole numbers. */
export function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** The score that reviewers gave a province for a year, in tenths of a point. */
export function reviewScore({ low, high }: { low: number; high: number }, province: string, year: number): number {
  return Math.round((low + (high - low) * (0.5 + 0.4 * shareOf('score', province, year))) / 5) * 5;
}
