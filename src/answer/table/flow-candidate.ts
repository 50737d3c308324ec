import { daysBetween } from '../../ground/period/local-date.ts';
import type { DataWindow } from '../../ground/period/period.ts';
import { type FigureCell, rollUpTime } from '../../ground/period/roll-up.ts';
import { type Tiling, tile } from '../../ground/period/tile.ts';
import { type Candidate, figureCell, missingOf, type Question, reportsFor, sourceOf } from './candidate.ts';
import type { KnownPeriod } from './cell.ts';
import type { TableFigure, TableReports, TableTotal } from './table-data.ts';

type ByPeriod<T> = ReadonlyMap<number, T>;

/**
 * A flow: the periods that stand for the column are chosen once for the form (never per cell), then the place's own figure
 * of each period wins over the total of the places below it. Beside it stand, for comparison, the places below alone and
 * the place's shorter periods where they cover all days.
 */
export function flowCandidates(question: Question, formId: number, reports: readonly TableReports[]): Candidate[] {
  const { data, indicator, place, organisationId, column } = question;
  const known = new Map(reports.map(({ period }) => [period.id, period]));
  const byPeriod = <T extends { periodId: number }>(given: readonly T[]): Map<number, T> =>
    new Map(given.filter((one) => known.has(one.periodId)).map((one) => [one.periodId, one]));
  const own = byPeriod(data.figuresOf(place.id, organisationId, indicator.id, formId));
  const below = byPeriod(
    indicator.placeRule === 'SUM' ? data.totalsOf(place.id, organisationId, indicator.id, formId) : [],
  );
  if (own.size === 0 && below.size === 0) return [];
  const periods = [...known.values()];
  const candidate = (
    tiling: Tiling<KnownPeriod>,
    figures: ByPeriod<TableFigure>,
    totals: ByPeriod<TableTotal>,
  ): Candidate => flowCandidate(question, { formId, reports, tiling, own: figures, below: totals, periods });
  const tiling = tile(column, periods);
  const found = [candidate(tiling, own, below)];
  const check = (one: Candidate): void => void found.push({ ...one, answers: false, reported: false });
  if (found[0]?.own && below.size > 0) check(candidate(tiling, new Map(), below));
  const shorter = tile(
    column,
    periods.filter((period) => period.key !== column.key),
  );
  if (shorter.daysCovered === shorter.days && tiling.pieces[0]?.key === column.key) {
    const parts = candidate(shorter, own, below);
    if (parts.spans.length === shorter.pieces.length) check(parts);
  }
  return found;
}

interface FlowParts {
  formId: number;
  reports: readonly TableReports[];
  tiling: Tiling<KnownPeriod>;
  own: ByPeriod<TableFigure>;
  below: ByPeriod<TableTotal>;
  /** Every period of the form that lies in or across the column. */
  periods: readonly KnownPeriod[];
}

function flowCandidate(question: Question, parts: FlowParts): Candidate {
  const { formId, tiling, own, below } = parts;
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
  const roll = rollUpTime('SUM', cells, question.column);
  return {
    roll,
    answers: true,
    own: ownPeriods.length > 0,
    reported:
      roll.value !== null &&
      ownPeriods.length === 1 &&
      tiling.pieces.length === 1 &&
      tiling.pieces[0]?.key === question.column.key,
    formCode: parts.reports[0]?.formCode ?? '',
    daysCovered: tiling.daysCovered,
    coarserOnly:
      tiling.coarserOnly &&
      parts.periods.some(
        (period) => isCoarser(period, question.column) && (own.has(period.id) || below.has(period.id)),
      ),
    placesReceived:
      ownPeriods.length > 0
        ? null
        : places.length === tiling.pieces.length && places.length > 0
          ? Math.min(...places)
          : 0,
    reports: reportsFor(question, parts.reports, new Set(tiling.pieces.map((period) => period.id))),
    sources: [
      ...sourceOf(question, formId, 'SUM', true, ownPeriods),
      ...sourceOf(question, formId, 'SUM', false, belowPeriods),
    ],
    spans: cells.flatMap(({ period, value, missing }) => (value !== null || missing === 'NOT_ARISEN' ? [period] : [])),
  };
}

/** Longer than the column, and in part or wholly over it. */
function isCoarser(period: DataWindow, column: DataWindow): boolean {
  const overlaps = period.dataFrom <= column.dataTo && period.dataTo >= column.dataFrom;
  return overlaps && daysBetween(period.dataFrom, period.dataTo) > daysBetween(column.dataFrom, column.dataTo);
}

function totalCell(total: TableTotal, period: KnownPeriod): FigureCell {
  const status = total.estimated > 0 ? 'ESTIMATE' : total.preliminary > 0 ? 'PRELIMINARY' : 'OK';
  return { period, value: total.sum, missing: missingOf(total), status };
}
