import { Big } from 'big.js';
import { type AreaColumnSpec, type AreaRowsForm, breakdownKey } from '../../catalogue/form/form.spec.ts';
import type { GivenFigure } from '../../report/intake/given-figures.ts';
import type { DemoArea } from './commune-figures.ts';
import { letterhead, type ReportNames, signatures } from './letterhead.ts';
import { printedFigure } from './printed-figure.ts';
import type { PrintedCell, PrintedSheet } from './printed-sheet.ts';
import type { DemoReport } from './schedule.ts';

/** Columns before the measures: TT, code, name. */
const FRAME = 3;

/** A report with one row a commune as its organisation would print it, with the row of totals first. */
export function areaSheet(
  report: DemoReport,
  form: AreaRowsForm,
  names: ReportNames,
  given: {
    figures: readonly GivenFigure[];
    areas: readonly DemoArea[];
    total: (spec: AreaColumnSpec) => string | null;
  },
): PrintedSheet {
  const byKey = new Map(given.figures.map((figure) => [`${figure.area} ${keyOf(figure)}`, figure]));
  const at = (area: string, spec: AreaColumnSpec): GivenFigure | undefined =>
    byKey.get(`${area} ${keyOf({ ...spec, indicator: spec.indicatorCode })}`);
  const areas = given.areas.filter(({ code }) => form.columns.some((spec) => at(code, spec)));
  const totals = form.columns.map((spec) =>
    printedFigure(
      totalOf(
        spec,
        given.total(spec),
        areas.flatMap(({ code }) => at(code, spec) ?? []),
      ),
      spec,
    ),
  );
  const head = letterhead(report, form, names, FRAME + 4);
  const rows: PrintedCell[][] = [
    ...head,
    ['TT', 'Mã ĐVHC', 'Đơn vị', ...groups(form)],
    [null, null, null, ...form.columns.map((spec) => (spec.groupVi === null ? null : headed(spec)))],
    Array.from({ length: FRAME + form.columns.length }, (_, column) => `(${column + 1})`),
    [null, null, 'TỔNG CỘNG', ...totals],
    ...areas.map(({ code, name }, row): PrintedCell[] => [
      { exact: String(row + 1), decimals: 0 },
      code,
      name,
      ...form.columns.map((spec) => printedFigure(at(code, spec), spec)),
    ]),
    ...signatures(report, FRAME + 4),
  ];
  return {
    name: 'Biểu 02',
    rows,
    merges: [
      ...[4, 5, 6].map((row) => [row, 0, row, FRAME + form.columns.length - 1] as const),
      ...headMerges(form, head.length),
    ],
    widths: [6, 10, 30, ...form.columns.map(() => 14)],
  };
}

function keyOf({ indicator, breakdown, measure }: Pick<GivenFigure, 'indicator' | 'breakdown' | 'measure'>): string {
  return `${indicator} ${breakdownKey(breakdown)} ${measure}`;
}

/** The sum of the rows, as the officer's spreadsheet makes it; a percentage is the province's own. */
function totalOf(spec: AreaColumnSpec, own: string | null, figures: readonly GivenFigure[]): GivenFigure | undefined {
  const figure = { indicator: spec.indicatorCode, measure: spec.measure };
  if (spec.placeRule !== 'SUM') return own === null ? undefined : { ...figure, value: own };
  const value = figures.reduce((sum, one) => sum.plus(one.value ?? 0), new Big(0)).toFixed();
  return { ...figure, value };
}

/** The upper headings; below the first of a group the cells are merged. */
function groups(form: AreaRowsForm): PrintedCell[] {
  return form.columns.map((spec, at) => {
    if (spec.groupVi === null) return headed(spec);
    return form.columns[at - 1]?.groupVi === spec.groupVi ? null : spec.groupVi;
  });
}

/** A heading with its unit where that is no counted thing. */
function headed({ labelVi, unit, type }: AreaColumnSpec): string {
  return type === 'count' ? labelVi : `${labelVi} (${unit})`;
}

function headMerges({ columns }: AreaRowsForm, top: number): [number, number, number, number][] {
  const frame = Array.from({ length: FRAME }, (_, at): [number, number, number, number] => [top, at, top + 1, at]);
  const alone = columns.flatMap(({ groupVi }, at): [number, number, number, number][] =>
    groupVi === null ? [[top, FRAME + at, top + 1, FRAME + at]] : [],
  );
  const grouped = columns.flatMap(({ groupVi }, at): [number, number, number, number][] => {
    if (groupVi === null || columns[at - 1]?.groupVi === groupVi) return [];
    const end = columns.findLastIndex((column) => column.groupVi === groupVi);
    return end === at ? [] : [[top, FRAME + at, top, FRAME + end]];
  });
  return [...frame, ...alone, ...grouped];
}
