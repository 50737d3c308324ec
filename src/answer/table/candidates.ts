import type { DataWindow } from '../../ground/period/period.ts';
import { rollUpTime } from '../../ground/period/roll-up.ts';
import { type Candidate, figureCell, type Question, reportsFor, sourceOf } from './candidate.ts';
import { flowCandidates } from './flow-candidate.ts';
import { stockCandidates } from './stock-candidate.ts';
import type { TableReports } from './table-data.ts';

/**
 * Every way to work out a cell of a place that is no nation, form by form. A form that says nothing of the indicator there in
 * or across the column has none, whatever it says elsewhere: a cell must not depend on the columns beside it.
 */
export function candidates(question: Question): Candidate[] {
  const { data, place, organisationId, column, taken = [] } = question;
  const forms = data.formsOf(place.provinceId ?? place.id, organisationId);
  return [...forms].flatMap(([formId, all]) => {
    const near = all.filter(({ period }) => period.key === column.key || overlap(period, column));
    const reports = near.filter(({ period }) => !taken.some((span) => overlap(period, span)));
    if (reports.length === 0) return [];
    if (question.indicator.timeRule === 'SUM') return flowCandidates(question, formId, reports);
    if (question.indicator.timeRule === 'LAST') return stockCandidates(question, formId, reports);
    return exactCandidates(question, formId, reports);
  });
}

function overlap(a: DataWindow, b: DataWindow): boolean {
  return a.dataFrom <= b.dataTo && a.dataTo >= b.dataFrom;
}

/** A percentage or a score: it answers for exactly its own place and period, and is never added up. */
function exactCandidates(question: Question, formId: number, reports: readonly TableReports[]): Candidate[] {
  const { data, indicator, place, organisationId, column } = question;
  const cells = data.figuresOf(place.id, organisationId, indicator.id, formId).flatMap((figure) => {
    const period = data.periods.get(figure.periodId);
    return period?.key === column.key ? [figureCell(figure, period)] : [];
  });
  if (cells.length === 0) return [];
  const roll = rollUpTime('LAST', cells, column);
  const periodIds = roll.used.map(({ period }) => period.id);
  return [
    {
      roll,
      answers: true,
      own: true,
      reported: roll.value !== null,
      formCode: reports[0]?.formCode ?? '',
      daysCovered: Number.POSITIVE_INFINITY,
      coarserOnly: false,
      placesReceived: null,
      reports: reportsFor(question, reports, new Set(cells.map(({ period }) => period.id))),
      sources: sourceOf(question, formId, 'SUM', true, periodIds),
      spans: [],
    },
  ];
}
