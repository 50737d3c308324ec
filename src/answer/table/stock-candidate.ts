import { comparePeriods } from '../../ground/period/period.ts';
import { type FigureCell, type RollUp, rollUpPlaces, rollUpTime } from '../../ground/period/roll-up.ts';
import { type Candidate, figureCell, missingOf, type Question, reportsFor, sourceOf } from './candidate.ts';
import type { Column, KnownPeriod } from './cell.ts';
import type { TableData, TableFigure, TableReports, TableTotal } from './table-data.ts';

/** A stock: the place's own last value, and the sum of the last values below it. */
export function stockCandidates(question: Question, formId: number, reports: readonly TableReports[]): Candidate[] {
  const { data, indicator, place, organisationId, column } = question;
  const found: Candidate[] = [];
  const figures = data.figuresOf(place.id, organisationId, indicator.id, formId);
  const own = lastOf(data, figures, column);
  if (own) found.push(stockCandidate(question, formId, reports, own, true, null));
  if (indicator.placeRule !== 'SUM') return found;
  if (column.kind !== null) {
    const total = data
      .totalsOf(place.id, organisationId, indicator.id, formId)
      .find((entry) => entry.periodKey === column.key);
    if (total) found.push(stockCandidate(question, formId, reports, totalRoll(total), false, total.places));
    return found;
  }
  const leaves = grouped(data.leavesOf(place.id, organisationId, indicator.id, formId));
  const parts = [...leaves.values()].flatMap((leaf) => lastBelow(data, leaf, column) ?? []);
  if (parts.length > 0) found.push(stockCandidate(question, formId, reports, addUp(parts), false, parts.length));
  return found;
}

/** As a stored total says it: the reason of a place is that of its last figure, and of several places “-” or unknown. */
function lastBelow(data: TableData, figures: readonly TableFigure[], column: Column): RollUp | null {
  const roll = lastOf(data, figures, column);
  if (!roll || roll.value !== null) return roll;
  return {
    ...roll,
    missing:
      cellsIn(data, figures, column)
        .toSorted((a, b) => comparePeriods(a.period, b.period))
        .at(-1)?.missing ?? null,
  };
}

function addUp(parts: readonly RollUp[]): RollUp {
  const roll = rollUpPlaces('SUM', parts);
  if (roll.value !== null) return roll;
  return { ...roll, missing: parts.every((part) => part.missing === 'NOT_ARISEN') ? 'NOT_ARISEN' : 'BLANK' };
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

/** The data of a stock end on one day: known in a column where that day lies in it, or the key is the column's. */
function knownIn(period: KnownPeriod, column: Column): boolean {
  return period.key === column.key || (period.dataTo >= column.dataFrom && period.dataTo <= column.dataTo);
}

/** The last value of a place in a window; `null` where it has no figure there at all, not even a reason. */
function lastOf(data: TableData, figures: readonly TableFigure[], column: Column): RollUp | null {
  const cells = cellsIn(data, figures, column);
  return cells.length === 0 ? null : rollUpTime('LAST', cells, column);
}

function cellsIn(data: TableData, figures: readonly TableFigure[], column: Column): FigureCell[] {
  return figures.flatMap((figure) => {
    const period = data.periods.get(figure.periodId);
    return period && knownIn(period, column) ? [figureCell(figure, period)] : [];
  });
}

function stockCandidate(
  question: Question,
  formId: number,
  reports: readonly TableReports[],
  roll: RollUp,
  own: boolean,
  places: number | null,
): Candidate {
  const inside = reports.filter(({ period }) => knownIn(period, question.column)).map(({ period }) => period.id);
  return {
    roll,
    answers: true,
    own,
    reported: own && roll.value !== null && !roll.carried,
    formCode: reports[0]?.formCode ?? '',
    daysCovered: roll.value === null ? 0 : Number.POSITIVE_INFINITY,
    coarserOnly: false,
    placesReceived: places,
    reports: reportsFor(question, reports, new Set(inside)),
    sources: sourceOf(question, formId, 'LAST', own, null),
    spans: [],
  };
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
