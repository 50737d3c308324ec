import type { MissingReason } from '../../ground/period/missing.ts';
import type { KnownPeriod } from './cell.ts';

/** A current figure of a place. */
export interface TableFigure {
  placeId: number;
  provinceId: number;
  organisationId: number;
  indicatorId: number;
  formId: number;
  periodId: number;
  value: string | null;
  missing: MissingReason | null;
  status: 'OFFICIAL' | 'ESTIMATE' | 'PRELIMINARY';
}

/** A stored total of the places below a place. */
export interface TableTotal {
  placeId: number;
  organisationId: number;
  indicatorId: number;
  formId: number;
  periodId: number;
  periodKey: string;
  sum: string | null;
  present: number;
  notArisen: number;
  estimated: number;
  preliminary: number;
  carried: number;
  places: number;
}

/** The published reports of one organisation's form in one province for one period, those of a place that is asked for apart. */
export interface TableReports {
  provinceId: number;
  /** The place they are for; null for those of the places of the province that are not asked for. */
  placeId: number | null;
  organisationId: number;
  formId: number;
  formCode: string;
  period: KnownPeriod;
  received: number;
  nilReturns: number;
  empty: number;
  synthetic: boolean;
}

/** What the database gave for a table. */
export interface TableGiven {
  reports: readonly TableReports[];
  figures: readonly TableFigure[];
  totals: readonly TableTotal[];
  /** How many communes each province has, by column: `province|column key`. */
  communes: ReadonlyMap<string, number>;
}

/** What the database gave for a table, ready to be looked up. */
export class TableData {
  readonly periods = new Map<number, KnownPeriod>();
  /** How many communes each province has, by column: `province|column key`. */
  readonly communes: ReadonlyMap<string, number>;
  private readonly reports = new Map<string, TableReports[]>();
  private readonly figures = new Map<string, TableFigure[]>();
  private readonly leaves = new Map<string, TableFigure[]>();
  private readonly totals = new Map<string, TableTotal[]>();

  private readonly given: TableGiven;

  constructor(given: TableGiven) {
    this.given = given;
    this.communes = given.communes;
    for (const reports of given.reports) {
      this.periods.set(reports.period.id, reports.period);
      push(this.reports, `${reports.provinceId}|${reports.organisationId}`, reports);
    }
    for (const figure of given.figures) {
      push(this.figures, `${figure.placeId}|${figure.organisationId}|${figure.indicatorId}|${figure.formId}`, figure);
      if (figure.placeId !== figure.provinceId) {
        push(
          this.leaves,
          `${figure.provinceId}|${figure.organisationId}|${figure.indicatorId}|${figure.formId}`,
          figure,
        );
      }
    }
    for (const total of given.totals) {
      push(this.totals, `${total.placeId}|${total.organisationId}|${total.indicatorId}|${total.formId}`, total);
    }
  }

  /** The same reports with other figures and totals: those of one part of the values. */
  with(figures: readonly TableFigure[], totals: readonly TableTotal[]): TableData {
    return new TableData({ ...this.given, figures, totals });
  }

  /** What one organisation published in one province, form by form. */
  formsOf(provinceId: number, organisationId: number): Map<number, TableReports[]> {
    const forms = new Map<number, TableReports[]>();
    for (const reports of this.reports.get(`${provinceId}|${organisationId}`) ?? [])
      push(forms, reports.formId, reports);
    return forms;
  }

  /** The figures a place has of its own under one form. */
  figuresOf(placeId: number, organisationId: number, indicatorId: number, formId: number): readonly TableFigure[] {
    return this.figures.get(`${placeId}|${organisationId}|${indicatorId}|${formId}`) ?? [];
  }

  /** The figures of all places below a province under one form, where they were loaded. */
  leavesOf(provinceId: number, organisationId: number, indicatorId: number, formId: number): readonly TableFigure[] {
    return this.leaves.get(`${provinceId}|${organisationId}|${indicatorId}|${formId}`) ?? [];
  }

  /** The stored totals of a place under one form. */
  totalsOf(placeId: number, organisationId: number, indicatorId: number, formId: number): readonly TableTotal[] {
    return this.totals.get(`${placeId}|${organisationId}|${indicatorId}|${formId}`) ?? [];
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
