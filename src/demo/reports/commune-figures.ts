import type { AreaColumnSpec, AreaRowsForm } from '../../catalogue/form/form.spec.ts';
import { placeSeeds } from '../../catalogue/place/place.seed.ts';
import type { Period } from '../../ground/period/period.ts';
import type { Meant, ProvinceFigures, Span } from './province-figures.ts';
import { spanOf } from './province-figures.ts';
import { apportion, between, shareOf } from './seeded.ts';
import { sum } from './series.ts';
import { PARTS, SHAPES } from './shape.ts';

/** A commune with the name of its day. */
export interface DemoArea {
  readonly code: string;
  readonly name: string;
}

/** Wards have the workplaces and the schools; communes have more land than people. */
function weightOf(form: AreaRowsForm, { code, name }: DemoArea): number {
  const town = name.startsWith('Phường') ? (form.owner === 'LDLD' ? 2.2 : 1.4) : 1;
  return Math.round(1000 * town * between(0.5, 1.6, 'commune', code, form.owner));
}

/** By commune the code of the province that covered its land until 30 June 2025. */
export function formerProvinces(): ReadonlyMap<string, string> {
  const places = placeSeeds();
  const codes = new Map(places.map(({ id, code }) => [id, code]));
  return new Map(
    places.flatMap(({ code, legacyProvinceId }) =>
      legacyProvinceId === null ? [] : [[code, codes.get(legacyProvinceId) ?? ''] as const],
    ),
  );
}

/**
 * The figures of the communes of a province under an area form: the province's own, split. What an old province would report
 * falls to the communes on its land; every month is split by itself and parts before wholes. So the communes add up to the
 * province and to the provinces before it, the parts to their commune and the quarters to the half.
 */
export class CommuneFigures {
  readonly #weights: readonly number[];
  /** Places in the list of areas, by the code of the old province. */
  readonly #lands: ReadonlyMap<string, readonly number[]>;
  readonly #known = new Map<string, number[]>();

  constructor(
    private readonly form: AreaRowsForm,
    private readonly province: ProvinceFigures,
    private readonly areas: readonly DemoArea[],
    former: ReadonlyMap<string, string>,
  ) {
    this.#weights = areas.map((area) => weightOf(form, area));
    const landOf = areas.map(({ code }) => former.get(code) ?? '');
    this.#lands = new Map(landOf.map((land) => [land, landOf.flatMap((other, at) => (other === land ? [at] : []))]));
  }

  /** The cells of one column, commune by commune. */
  column(spec: AreaColumnSpec, period: Period): Meant[] {
    const { indicatorCode: code, timeRule, measure } = spec;
    if (measure === 'target') return this.#targets(code, period);
    if (timeRule === 'RECOMPUTE') return this.#percents(code, spanOf(period));
    const values = this.#values(spec, spanOf(period));
    return timeRule === 'SUM' ? values.map((value) => (value === 0 ? 'NOT_ARISEN' : value)) : values;
  }

  #values({ indicatorCode: code, breakdown, timeRule }: AreaColumnSpec, { first, last }: Span): number[] {
    const [part] = Object.entries(breakdown ?? {});
    const months = timeRule === 'LAST' ? [last] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
    return this.#added(months.map((month) => this.#month(code, month, timeRule === 'LAST', part)));
  }

  #added(each: readonly (readonly number[])[]): number[] {
    return this.areas.map((_, area) => sum(each.map((values) => values[area] ?? 0)));
  }

  #month(code: string, month: number, isStock: boolean, part?: readonly [string, string]): number[] {
    const key = `${code} ${part?.join('=') ?? ''} ${month}`;
    const known = this.#known.get(key) ?? this.#split(code, month, isStock, part);
    this.#known.set(key, known);
    return known;
  }

  #split(code: string, month: number, isStock: boolean, part?: readonly [string, string]): number[] {
    const dimension = this.#dimensionOf(code);
    if (part === undefined && dimension !== null) {
      const values = Object.keys(PARTS[code]?.[dimension] ?? {});
      return this.#added(values.map((value) => this.#month(code, month, isStock, [dimension, value])));
    }
    const each = SHAPES[code]?.each;
    const works = each && this.form.columns.some(({ indicatorCode }) => indicatorCode === each.of);
    const weights = works ? this.#month(each.of, month, isStock) : this.#weights;
    const split = this.areas.map(() => 0);
    for (const [former, months] of this.province.monthly(code, part)) {
      const land = this.#lands.get(former) ?? [];
      // What one is worth differs from commune to commune; where there is none, nothing is worth anything.
      const shares = land.map((at) =>
        works ? Math.round((weights[at] ?? 0) * between(700, 1300, 'worth', code, at)) : (weights[at] ?? 0),
      );
      if (sum(shares) === 0) continue;
      // A stock is always split alike, or it would move where nothing did.
      const turn = Math.floor(shareOf('turn', code, part?.join('=') ?? '', isStock ? 0 : month) * land.length);
      for (const [nth, value] of apportion(months[month] ?? 0, shares, turn).entries()) split[land[nth] ?? 0] = value;
    }
    return split;
  }

  /** The dimension by which the form breaks an indicator down. */
  #dimensionOf(code: string): string | null {
    const broken = this.form.columns.find((spec) => spec.indicatorCode === code && spec.breakdown !== undefined);
    return Object.keys(broken?.breakdown ?? {})[0] ?? null;
  }

  #targets(code: string, period: Period): Meant[] {
    const total = this.province.meant(code, 'target', period);
    return typeof total === 'number' ? apportion(total, this.#weights) : this.areas.map(() => total);
  }

  /** Some points above or below the province's. */
  #percents(code: string, span: Span): Meant[] {
    const percent = this.province.percent(code, span);
    if (percent === null) return this.areas.map(() => 'NOT_APPLICABLE');
    return this.areas.map(({ code: area }) =>
      Math.min(1000, Math.max(10, Math.round(percent + between(-60, 60, 'percent', code, area)))),
    );
  }
}
