import { type FormSpec, isFigureRow, type MeasuredSpec } from '../../catalogue/form/form.spec.ts';
import type { GivenFigure } from '../../report/intake/given-figures.ts';
import { CommuneFigures, type DemoArea, formerProvinces } from './commune-figures.ts';
import { asSent } from './irregularity.ts';
import { exactOf, type KnownIndicator, knownIndicators } from './magnitude.ts';
import { type Meant, ProvinceFigures } from './province-figures.ts';
import type { DemoReport } from './schedule.ts';

/** What reports of the demo say. The same for the same report in every run and on every machine. */
export class ReportFigures {
  readonly #indicators: ReadonlyMap<string, KnownIndicator> = knownIndicators();
  readonly #former = formerProvinces();
  readonly #provinces = new Map<string, ProvinceFigures>();
  readonly #communes = new Map<string, CommuneFigures>();

  /**
   * Every cell of the report in the order of its form, in base units; of an area form the communes, without the total.
   * `areas` are the communes of the province on the last day of the data.
   */
  of(report: DemoReport, form: FormSpec, areas: readonly DemoArea[]): GivenFigure[] {
    const province = this.#province(report);
    if (form.layout === 'INDICATOR_ROWS') {
      const figures = form.rows
        .filter(isFigureRow)
        .flatMap((spec) =>
          form.measures.map((measure) =>
            figureOf(spec, measure, province.meant(spec.indicatorCode, measure, report.period, spec.breakdown)),
          ),
        );
      return asSent(report, figures);
    }
    const key = `${form.code} ${report.province.code}`;
    const communes = this.#communes.get(key) ?? new CommuneFigures(form, province, areas, this.#former);
    this.#communes.set(key, communes);
    const columns = form.columns.map((spec) => ({ spec, values: communes.column(spec, report.period) }));
    const figures = areas.flatMap(({ code: area }, at) =>
      columns.map(({ spec, values }) => ({ ...figureOf(spec, spec.measure, values[at] ?? 'BLANK'), area })),
    );
    return asSent(report, figures);
  }

  /** The province's own percentage under an area form, for its row of totals; null for anything that adds up. */
  total(report: DemoReport, { indicatorCode, timeRule }: MeasuredSpec): string | null {
    if (timeRule !== 'RECOMPUTE') return null;
    const meant = this.#province(report).meant(indicatorCode, 'inPeriod', report.period);
    return typeof meant === 'number' ? exactOf(meant, 'percent') : null;
  }

  #province({ province, kind }: DemoReport): ProvinceFigures {
    const key = `${province.code} ${province.merged} ${kind}`;
    const made = this.#provinces.get(key) ?? new ProvinceFigures(this.#indicators, province, kind);
    this.#provinces.set(key, made);
    return made;
  }
}

function figureOf(spec: MeasuredSpec, measure: GivenFigure['measure'], meant: Meant): GivenFigure {
  const { indicatorCode: indicator, breakdown, type } = spec;
  return {
    indicator,
    ...(breakdown === undefined ? {} : { breakdown }),
    measure,
    ...(typeof meant === 'number' ? { value: exactOf(meant, type) } : { value: null, missing: meant }),
  };
}
