import { strongestReason, type MissingReason } from '../../ground/period/missing.ts';
import { type FigureCell, type RollUp, rollUpPlaces, rollUpTime } from '../../ground/period/roll-up.ts';
import { type Tiling, tile } from '../../ground/period/tile.ts';
import type { Column, KnownPeriod, TableIndicator, TablePlace } from './cell.ts';
import type { Source } from './source.ts';
import type { TableData, TableFigure, TableReports, TableTotal } from './table-data.ts';

/** One way to answer a cell: under one form, from the place's own figures or from the places below. */
export interface Candidate {
  roll: RollUp;
  /** For exactly this place and period. */
  reported: boolean;
  /** From the place's own figures wherever it has them; false: from the places below alone. */
  own: boolean;
  formCode: string;
  daysCovered: number;
  coarserOnly: boolean;
  placesReceived: number | null;
  reports: readonly TableReports[];
  sources: Source[];
}

/** What a candidate is worked out for. */
export interface Question {
  data: TableData;
  indicator: TableIndicator;
  place: TablePlace;
  organisationId: number;
  column: Column;
}

/** Every way to answer a cell of a place that is no nation, form by form. */
export function candidates(question: Question): Candidate[] {
  const { data, place, organisationId } = question;
  const forms = data.formsOf(place.provinceId ?? place.id, organisationId);
  return [...forms].flatMap(([formId, reports]) => {
    if (question.indicator.timeRule === 'SUM') return flowCandidates(question, formId, reports);
    if (question.indicator.timeRule === 'LAST') return stockCandidates(question, formId, reports);
    return exactCandidates(question, formId, reports);
  });
}

/**
 * A flow: the periods that stand for the column are chosen once for the form (never per cell), then the place's own figure
 * of each period wins over the total of the places below it.
 */
function flowCandidates(question: Question, formId: number, reports: readonly TableReports[]): Candidate[] {
  const { data, indicator, place, organisationId, column } = question;
  const tiling = tile(column, reports.map((entry) => entry.period));
  const own = new Map(data.figuresOf(place.id, organisationId, indicator.id, formId).map((figure) => [figure.periodId, figure]));
  const below = new Map(
    (indicator.placeRule === 'SUM' ? data.totalsOf(place.id, organisationId, indicator.id, formId) : []).map((total) => [total.periodId, total]),
  );
  const first = flowCandidate(question, formId, reports, tiling, own, below);
  if (first.own && below.size > 0) return [first, flowCandidate(question, formId, reports, tiling, new Map(), below)];
  return [first];
}

function flowCandidate(
  question: Question,
  formId: number,
  reports: readonly TableReports[],
  tiling: Tiling<KnownPeriod>,
  own: ReadonlyMap<number, TableFigure>,
  below: ReadonlyMap<number, TableTotal>,
): Candidate {
  const ownPeriods: number[] = [];
  const belowPeriods: number[] = [];
  const places: number[] = [];
  const cells: FigureCell[] = [];
  for (const period of tiling.pieces) {
    const figure = own.get(period.id);
    const total = below.get(period.id);
    if (figure && (figure.value !== null || !total || total.present === 0)) {
      ownPeriods.push(period.id);
      cells.push(figureCell(figure, period));
    } else if (total) {
      belowPeriods.push(period.id);
      places.push(total.places);
      cells.push(totalCell(total, period));
    }
  }
  const used = new Set(tiling.pieces.map((period) => period.id));
  const roll = withCounts(rollUpTime('SUM', cells, question.column), belowPeriods, below);
  return {
    roll,
    own: ownPeriods.length > 0,
    reported: roll.value !== null && ownPeriods.length === 1 && tiling.pieces.length === 1 && tiling.pieces[0]?.key === question.column.key,
    formCode: reports[0]?.formCode ?? '',
    daysCovered: tiling.daysCovered,
    coarserOnly: tiling.coarserOnly,
    placesReceived: ownPeriods.length > 0 ? null : places.length === tiling.pieces.length && places.length > 0 ? Math.min(...places) : 0,
    reports: reports.filter((entry) => used.has(entry.period.id)),
    sources: [
      ...sourceOf(question, formId, 'SUM', true, ownPeriods),
      ...sourceOf(question, formId, 'SUM', false, belowPeriods),
    ],
  };
}

/** A total is one cell of the roll-up but many numbers: “-” below it must not be lost. */
function withCounts(roll: RollUp, periods: readonly number[], below: ReadonlyMap<number, TableTotal>): RollUp {
  const totals = periods.flatMap((id) => below.get(id) ?? []);
  return { ...roll, notArisen: roll.notArisen + totals.reduce((sum, total) => sum + total.notArisen, 0) };
}

/** A stock: the place's own last value, and the sum of the last values below it. */
function stockCandidates(question: Question, formId: number, reports: readonly TableReports[]): Candidate[] {
  const { data, indicator, place, organisationId, column } = question;
  const found: Candidate[] = [];
  const figures = data.figuresOf(place.id, organisationId, indicator.id, formId);
  const own = lastOf(data, figures, column);
  if (own) found.push(stockCandidate(question, formId, reports, own, true, null));
  if (indicator.placeRule !== 'SUM') return found;
  const total = data.totalsOf(place.id, organisationId, indicator.id, formId).find((entry) => entry.periodKey === column.key);
  if (column.kind !== null) {
    if (total) found.push(stockCandidate(question, formId, reports, totalRoll(total), false, total.places));
    return found;
  }
  const leaves = grouped(data.leavesOf(place.id, organisationId, indicator.id, formId));
  const parts = [...leaves.values()].flatMap((leaf) => lastOf(data, leaf, column) ?? []);
  if (parts.length > 0) found.push(stockCandidate(question, formId, reports, rollUpPlaces('SUM', parts), false, parts.length));
  return found;
}

function grouped(figures: readonly TableFigure[]): Map<number, TableFigure[]> {
  const groups = new Map<number, TableFigure[]>();
  for (const figure of figures) {
    const group = groups.get(figure.placeId);
    if (group) group.push(figure);
    else groups.set(figure.placeId, [figure]);
  }
  return groups;
}

/** The last value of a place in a window; `null` where it has no figure there at all, not even a reason. */
function lastOf(data: TableData, figures: readonly TableFigure[], column: Column): RollUp | null {
  const cells = figures.flatMap((figure) => {
    const period = data.periods.get(figure.periodId);
    const known = period && (period.key === column.key || (period.dataTo >= column.dataFrom && period.dataTo <= column.dataTo));
    return known ? [figureCell(figure, period)] : [];
  });
  return cells.length === 0 ? null : rollUpTime('LAST', cells, column);
}

function stockCandidate(
  question: Question,
  formId: number,
  reports: readonly TableReports[],
  roll: RollUp,
  own: boolean,
  places: number | null,
): Candidate {
  const { column } = question;
  const inside = reports.filter(
    ({ period }) => period.key === column.key || (period.dataTo >= column.dataFrom && period.dataTo <= column.dataTo),
  );
  return {
    roll,
    own,
    reported: own && roll.value !== null && !roll.carried,
    formCode: reports[0]?.formCode ?? '',
    daysCovered: roll.value === null ? 0 : Number.POSITIVE_INFINITY,
    coarserOnly: false,
    placesReceived: places,
    reports: inside,
    sources: sourceOf(question, formId, 'LAST', own, null),
  };
}

/** A percentage or a score: it answers for exactly its own place and period, and is never added up. */
function exactCandidates(question: Question, formId: number, reports: readonly TableReports[]): Candidate[] {
  const { data, indicator, place, organisationId, column } = question;
  const figure = data
    .figuresOf(place.id, organisationId, indicator.id, formId)
    .find((entry) => data.periods.get(entry.periodId)?.key === column.key);
  const period = figure && data.periods.get(figure.periodId);
  if (!figure || !period) return [];
  return [
    {
      roll: rollUpTime('LAST', [figureCell(figure, period)], column),
      own: true,
      reported: figure.value !== null,
      formCode: reports[0]?.formCode ?? '',
      daysCovered: Number.POSITIVE_INFINITY,
      coarserOnly: false,
      placesReceived: null,
      reports: reports.filter((entry) => entry.period.id === period.id),
      sources: sourceOf(question, formId, 'SUM', true, [period.id]),
    },
  ];
}

function sourceOf(question: Question, formId: number, rule: 'SUM' | 'LAST', own: boolean, periodIds: number[] | null): Source[] {
  if (periodIds?.length === 0) return [];
  const { place, organisationId, column } = question;
  return [
    {
      rule,
      provinceId: place.provinceId ?? place.id,
      organisationId,
      formId,
      placeId: place.id,
      own,
      periodIds: periodIds ?? [],
      window: { key: column.key, dataFrom: column.dataFrom, dataTo: column.dataTo },
    },
  ];
}

function figureCell(figure: TableFigure, period: KnownPeriod): FigureCell {
  return { period, value: figure.value, missing: figure.missing, status: figure.status === 'OFFICIAL' ? 'OK' : figure.status };
}

function totalCell(total: TableTotal, period: KnownPeriod): FigureCell {
  const status = total.estimated > 0 ? 'ESTIMATE' : total.preliminary > 0 ? 'PRELIMINARY' : 'OK';
  return { period, value: total.sum, missing: missingOf(total), status };
}

function totalRoll(total: TableTotal): RollUp {
  return {
    value: total.sum,
    missing: missingOf(total),
    sum: total.sum,
    present: total.present,
    estimated: total.estimated,
    preliminary: total.preliminary,
    notArisen: total.notArisen,
    carried: total.carried > 0,
  };
}

/** Why a total has no number: nothing arose anywhere, or something is missing. */
function missingOf(total: TableTotal): MissingReason | null {
  if (total.present > 0) return null;
  return total.notArisen === total.places ? 'NOT_ARISEN' : strongestReason(['BLANK']);
}
