import type { Breakdown, MeasureName } from '../../catalogue/form/form.spec.ts';
import { type Period, monthsOf, parsePeriodKey } from '../../ground/period/period.ts';
import type { KnownIndicator } from './magnitude.ts';
import { monthIndex, reviewScore, Series, sum } from './series.ts';
import { SHAPES } from './shape.ts';
import type { DemoProvince, ReportingKind } from './territory.ts';

/** What a cell of a report means: whole grains, or why there is no number. */
export type Meant = number | 'NOT_ARISEN' | 'NOT_APPLICABLE' | 'BLANK';

/** Nominal months, both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** The nominal months of a period, as places in a series. */
export function spanOf(period: { key: string }): Span {
  const months = monthsOf(period).map((key) => monthIndex(Number(key.slice(0, 4)), Number(key.slice(5))));
  return { first: months[0] ?? 0, last: months.at(-1) ?? 0 };
}

/** The same months a year before. */
function yearBefore({ first, last }: Span): Span {
  return { first: first - 12, last: last - 12 };
}

/** The figures that one organisation of one province has to report: the sums of its territories. */
export class ProvinceFigures {
  readonly #series: readonly Series[];

  constructor(
    private readonly indicators: ReadonlyMap<string, KnownIndicator>,
    private readonly province: DemoProvince,
    kind: ReportingKind,
  ) {
    this.#series = province.territories.map((territory) => new Series(indicators, territory, kind));
  }

  /** One cell of a report of a period. */
  meant(code: string, measure: MeasureName, period: Period, breakdown?: Breakdown): Meant {
    const span = spanOf(period);
    if (measure === 'target') return breakdown ? 'BLANK' : this.#target(code, period.year);
    if (measure === 'samePeriodLastYear') return this.#over(code, yearBefore(span), period, breakdown);
    const sinceJanuary = { first: span.last - (span.last % 12), last: span.last };
    return this.#over(code, measure === 'cumulative' ? sinceJanuary : span, period, breakdown);
  }

  /** What happened in each month, or stood at its end, by the code of the old province on whose land it was. */
  monthly(code: string, part?: readonly [dimension: string, value: string]): Map<string, readonly number[]> {
    const isStock = this.#indicator(code).timeRule === 'LAST';
    return new Map(
      this.province.territories.flatMap(({ formerCode }, at) => {
        const series = this.#series[at];
        if (!series) return [];
        const months = part ? series.part(code, ...part) : isStock ? series.stock(code) : series.flow(code);
        return [[formerCode, months] as const];
      }),
    );
  }

  /** A percentage over months, in tenths of a percent; null where there is nothing to divide by. */
  percent(code: string, span: Span): number | null {
    const parts = this.#series.map((series) => series.ratio(code));
    const months = parts[0]?.over === 'STOCK' ? { first: span.last, last: span.last } : span;
    const over = (values: readonly number[]): number => sum(values.slice(months.first, months.last + 1));
    const whole = sum(parts.map(({ denominator }) => over(denominator)));
    return whole === 0 ? null : Math.round((sum(parts.map(({ numerator }) => over(numerator))) * 1000) / whole);
  }

  #indicator(code: string): KnownIndicator {
    const indicator = this.indicators.get(code);
    if (!indicator) throw new Error(`The demo has no magnitude of the indicator ${code}.`);
    return indicator;
  }

  #over(code: string, span: Span, period: Period, breakdown?: Breakdown): Meant {
    const { timeRule, magnitude } = this.#indicator(code);
    if (timeRule === 'NONE') {
      if (period.kind !== 'YEAR') return 'NOT_APPLICABLE';
      const year = period.year - (spanOf(period).last - span.last) / 12;
      return reviewScore(magnitude, `${this.province.code} ${this.province.merged}`, year);
    }
    if (timeRule === 'RECOMPUTE') return this.percent(code, span) ?? 'NOT_APPLICABLE';
    const [part] = Object.entries(breakdown ?? {});
    const months = [...this.monthly(code, part).values()];
    if (timeRule === 'LAST') return sum(months.map((stands) => stands[span.last] ?? 0));
    const happened = sum(months.flatMap((flow) => flow.slice(span.first, span.last + 1)));
    return happened === 0 ? 'NOT_ARISEN' : happened;
  }

  #target(code: string, year: number): Meant {
    const { timeRule } = this.#indicator(code);
    if (SHAPES[code]?.unplanned) return 'NOT_APPLICABLE';
    if (timeRule === 'NONE') return 'BLANK';
    if (timeRule !== 'RECOMPUTE') return sum(this.#series.map((series) => series.target(code, year)));
    const whole = parsePeriodKey(String(year));
    const reached = whole === null ? null : this.percent(code, spanOf(whole));
    if (reached === null) return 'BLANK';
    if (SHAPES[code]?.shrinking) return Math.max(1, reached - 2);
    // Half a point more than will be reached, in halves of a point.
    return Math.min(1000, Math.round((reached + 5) / 5) * 5);
  }
}
