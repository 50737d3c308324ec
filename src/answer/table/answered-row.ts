import { toIndicator } from '../../catalogue/indicator/indicator.type.ts';
import { organisationLoaders } from '../../catalogue/organisation/organisation.loader.ts';
import { toPeriod } from '../../catalogue/period/period.type.ts';
import { placeLoaders } from '../../catalogue/place/place.loader.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { PeriodKind } from '../../ground/period/period.ts';
import type { AnsweredTable } from './answer-table.ts';
import type { Cell, Column } from './cell.ts';
import { FigureSource, IndicatorRow, ValueStatus } from './indicator-table.type.ts';
import type { AnsweredSeries } from './question.ts';

/** The period of a column. */
export function columnPeriod(column: Column): ReturnType<typeof toPeriod> {
  const kind = column.kind as PeriodKind | null;
  return toPeriod({ ...column, kind, year: kind === null ? null : Number(column.key.slice(0, 4)) });
}

/** The number of a cell as charts take it, in the unit of the indicator. */
export function chartValue(cell: Cell): number | null {
  return cell.exact === null ? null : Number(cell.exact);
}

/** The place of a series as on a day (ISO date). */
export function placeOn(context: Context, series: AnsweredSeries, on: string): Promise<object> {
  return context.use(placeLoaders).byIdOn.load({ id: series.place.id, on });
}

/** The organisation of a series as on a day (ISO date); null for the nation. */
export async function organisationOn(context: Context, series: AnsweredSeries, on: string): Promise<object | null> {
  return series.organisationId === null
    ? null
    : context.use(organisationLoaders).byIdOn.load({ id: series.organisationId, on });
}

/** The value at a place of a table, counted column by column within each series; null where there is none. */
export function rowAt(context: Context, answered: AnsweredTable, at: number): Promise<IndicatorRow> | null {
  const series = answered.series[Math.floor(at / answered.columns.length)];
  const column = answered.columns[at % answered.columns.length];
  const cell = series?.cells[at % answered.columns.length];
  return series && column && cell ? toRow(context, answered, series, column, cell) : null;
}

/** One cell of a table as an object of the graph, with the names of the last day of its data. */
export async function toRow(
  context: Context,
  answered: AnsweredTable,
  series: AnsweredSeries,
  column: Column,
  cell: Cell,
): Promise<IndicatorRow> {
  const [place, organisation] = await Promise.all([
    placeOn(context, series, column.dataTo),
    organisationOn(context, series, column.dataTo),
  ]);
  return new IndicatorRow({
    indicator: toIndicator(series.definition),
    place,
    organisation,
    organisationKind: series.kind,
    period: columnPeriod(column),
    status: ValueStatus[cell.status],
    source: cell.reported ? FigureSource.REPORTED : FigureSource.AGGREGATED,
    synthetic: cell.synthetic,
    value: chartValue(cell),
    exact: cell.exact,
    difference: cell.difference,
    missing: cell.missing,
    formulaVersion: series.definition.version,
    coverage: { ...cell.coverage, ...dutiesOf(cell) },
    sources: cell.sources,
    indicatorId: series.indicator.id,
    snapshot: answered.position.snapshot,
  });
}

/** Nothing is owed where a place does not live; elsewhere it is not known before duties to report are recorded. */
function dutiesOf(cell: Cell): { expected: number | null; missing: number | null; onTime: number | null } {
  const owed = cell.status === 'NOT_APPLICABLE' ? 0 : null;
  return { expected: owed, missing: owed, onTime: owed };
}
