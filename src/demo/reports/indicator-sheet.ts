import {
  breakdownKey,
  type IndicatorRowsForm,
  isFigureRow,
  type MeasuredSpec,
} from '../../catalogue/form/form.spec.ts';
import { periodLabel } from '../../ground/period/period.ts';
import type { GivenFigure } from '../../report/intake/given-figures.ts';
import { letterhead, type ReportNames, signatures } from './letterhead.ts';
import { printedFigure } from './printed-figure.ts';
import type { PrintedCell, PrintedSheet } from './printed-sheet.ts';
import type { DemoReport } from './schedule.ts';

/** Columns before the measures: STT, the indicator, its unit. */
const FRAME = 3;

/** A report with one row an indicator as its organisation would print it. */
export function indicatorSheet(
  report: DemoReport,
  form: IndicatorRowsForm,
  names: ReportNames,
  figures: readonly GivenFigure[],
): PrintedSheet {
  const byKey = new Map(figures.map((figure) => [keyOf(figure.indicator, figure.breakdown, figure.measure), figure]));
  const estimate = figures.every(({ measure, status }) => measure !== 'inPeriod' || status === 'ESTIMATE');
  const head = letterhead(report, form, names, FRAME + 1);
  const headings = form.measures.map((measure) => heading(form, report, measure, estimate));
  const body = form.rows.map((row): PrintedCell[] => {
    if (!isFigureRow(row)) return [row.stt, row.labelVi];
    const cells = form.measures.map((measure) => {
      const figure = byKey.get(keyOf(row.indicatorCode, row.breakdown, measure));
      return printedFigure(figure, row, estimate && measure === 'inPeriod');
    });
    return [row.stt, row.labelVi, row.unit, ...cells];
  });
  const rows: PrintedCell[][] = [
    ...head,
    ['STT', 'Chỉ tiêu', 'Đơn vị tính', ...headings, 'Ghi chú'],
    ['A', 'B', 'C', ...form.measures.map((_, at) => `(${at + 1})`), `(${form.measures.length + 1})`],
    ...body,
    ...signatures(report, FRAME + 1),
  ];
  const last = FRAME + form.measures.length;
  return {
    name: 'Biểu 01',
    rows,
    merges: [4, 5, 6].map((row) => [row, 0, row, last] as const),
    widths: [6, 58, 16, ...form.measures.map(() => 20), 24],
  };
}

function keyOf(indicator: string, breakdown: MeasuredSpec['breakdown'], measure: string): string {
  return `${indicator} ${breakdownKey(breakdown)} ${measure}`;
}

function heading(
  form: IndicatorRowsForm,
  { period }: DemoReport,
  measure: GivenFigure['measure'],
  estimate: boolean,
): string {
  const label = periodLabel(period, 'vi');
  const spoken = `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  const wanted = { target: '{y}', inPeriod: estimate ? 'Ước thực hiện {label}' : 'Thực hiện {label}' };
  const labels = form.measureLabels[measure];
  const template =
    (measure === 'target' || measure === 'inPeriod'
      ? labels.find((one) => one.startsWith(wanted[measure]) || one.endsWith(wanted[measure]))
      : null) ??
    labels[0] ??
    measure;
  return template
    .replace('{label}', spoken)
    .replace('{y-1}', String(period.year - 1))
    .replace('{y}', String(period.year));
}
