import { Big } from 'big.js';
import { breakdownKey } from '../../catalogue/form/form.spec.ts';
import type { AreaColumnSpec, AreaRowsForm } from '../../catalogue/form/form.spec.ts';
import type { Period } from '../../ground/period/period.ts';
import { formUnit, isKnownUnit } from '../intake/table/units.ts';
import { drawLetterhead, drawSignatures, periodInWords, TABLE_TOP, windowInWords } from './letterhead.ts';
import { ESTIMATES, formatFor, NOT_ADDED, numberRule, prefilledValue, shownValue } from './number-cell.ts';
import { addressAt, rangeAt, SheetCanvas } from './sheet-canvas.ts';
import { figureFinder, type FigureFinder, type TemplateInput } from './template-input.ts';
import type { PlannedSheet, PlannedValue } from './workbook-plan.ts';

const [ORDINAL, CODE, NAME, FIRST_NUMBER] = [1, 2, 3, 4];
const WIDTHS = { ordinal: 6, code: 9, name: 26, number: 12.5 } as const;
const GROUP_HEIGHT = 32;
const LABEL_HEIGHT = 62;

interface Drawing {
  readonly canvas: SheetCanvas;
  readonly input: TemplateInput;
  readonly form: AreaRowsForm;
  readonly find: FigureFinder;
}

/** The sheet of a form with one row a commune, and how many of its cells are filled in already. */
export function areaSheet(input: TemplateInput, form: AreaRowsForm): { sheet: PlannedSheet; prefilled: number } {
  const canvas = new SheetCanvas();
  const drawing: Drawing = { canvas, input, form, find: figureFinder(input.figures?.published ?? []) };
  const widths = [WIDTHS.ordinal, WIDTHS.code, WIDTHS.name, ...form.columns.map(() => WIDTHS.number)];
  drawLetterhead(canvas, input, widths);
  const total = drawHeadings(canvas, form, TABLE_TOP, ['STT', 'Mã', 'Tên đơn vị']);
  const first = total + 1;
  const last = total + input.communes.length;
  for (const [at, commune] of input.communes.entries()) {
    drawPlace(canvas, first + at, at + 1, commune.code, commune.name);
    for (const [offset, spec] of form.columns.entries()) {
      const value = prefilledValue(input.figures, drawing.find, commune.id, spec, spec.measure);
      canvas.number(first + at, FIRST_NUMBER + offset, spec.required, value, formatFor(spec));
    }
  }
  for (const [offset, spec] of form.columns.entries()) {
    drawTotal(drawing, spec, { row: total, first, last, column: FIRST_NUMBER + offset });
    canvas.rules.push(
      numberRule(
        spec,
        spec.placeRule === 'SUM' ? NOT_ADDED : ESTIMATES,
        rangeAt(first, FIRST_NUMBER + offset, last, FIRST_NUMBER + offset),
      ),
    );
  }
  canvas.put(total, ORDINAL, 'sectionOrdinal');
  canvas.put(total, CODE, 'sectionOrdinal');
  canvas.put(total, NAME, 'section', 'TỔNG CỘNG');
  drawSignatures(canvas, input, widths, last + 2);
  return { sheet: sheetOf(drawing, `Biểu ${form.code}`, widths, total), prefilled: canvas.prefilled };
}

/**
 * What the communes reported for the period before, for reference; null where nothing is published. Its headings name no
 * table that intake would read: of two tables with one form's headings it could not know which is the report.
 */
export function areaReferenceSheet(input: TemplateInput, form: AreaRowsForm): PlannedSheet | null {
  const { figures } = input;
  if (figures === null || !figures.published.some(({ period }) => period === figures.before.key)) return null;
  const canvas = new SheetCanvas();
  const drawing: Drawing = { canvas, input, form, find: figureFinder(figures.published) };
  const widths = [WIDTHS.ordinal, WIDTHS.code, WIDTHS.name, ...form.columns.map(() => WIDTHS.number)];
  drawReferenceHead(canvas, figures.before, widths.length);
  const first = drawHeadings(canvas, form, REFERENCE_TOP, ['STT', 'Mã tham khảo', 'Xã, phường, đặc khu của kỳ trước']);
  for (const [at, commune] of input.communes.entries()) {
    drawPlace(canvas, first + at, at + 1, commune.code, commune.name);
    for (const [offset, spec] of form.columns.entries()) {
      const figure = shownFigure(drawing, spec, commune.id, figures.before);
      canvas.put(first + at, FIRST_NUMBER + offset, 'reference', figure, formatFor(spec));
    }
  }
  return { ...sheetOf(drawing, 'Kỳ trước', widths, first), repeated: [REFERENCE_TOP, first - 1] };
}

const REFERENCE_TOP = 4;

function drawReferenceHead(canvas: SheetCanvas, period: Period, width: number): void {
  canvas.merge([1, 1], [1, width], 'title', 'SỐ LIỆU ĐÃ CÔNG BỐ CỦA KỲ TRƯỚC (ĐỂ THAM KHẢO)');
  canvas.merge([2, 1], [2, width], 'subtitle', `Kỳ báo cáo: ${periodInWords(period)}`);
  canvas.merge([3, 1], [3, width], 'window', `(${windowInWords(period)})`);
}

function sheetOf(
  { canvas, input, form }: Drawing,
  name: string,
  widths: readonly number[],
  bodyTop: number,
): PlannedSheet {
  return {
    name,
    hidden: false,
    cells: canvas.cells,
    rules: canvas.rules,
    widths,
    heights: canvas.heights,
    frozen: { rows: bodyTop - 1, columns: NAME },
    repeated: [TABLE_TOP, bodyTop - 1],
    landscape: true,
    footer: `Biểu ${form.code} – ${input.organisation.code} – ${input.period.key}`,
  };
}

/** Two rows of headings, groups merged over their columns, and the row that numbers them. Answers the row behind. */
function drawHeadings(
  canvas: SheetCanvas,
  { columns }: AreaRowsForm,
  top: number,
  names: readonly [ordinal: string, code: string, name: string],
): number {
  const [bottom, numbering] = [top + 1, top + 2];
  for (const [at, text] of names.entries()) {
    canvas.merge([top, at + 1], [bottom, at + 1], 'heading', text);
    canvas.put(numbering, at + 1, 'numbering', 'ABC'.charAt(at));
  }
  for (const [at, spec] of columns.entries()) {
    const column = FIRST_NUMBER + at;
    canvas.put(numbering, column, 'numbering', `(${at + 1})`);
    if (spec.groupVi === null) {
      canvas.merge([top, column], [bottom, column], 'heading', headingOf(spec));
      continue;
    }
    canvas.put(bottom, column, 'heading', headingOf(spec));
    if (columns[at - 1]?.groupVi === spec.groupVi) continue;
    const behind = columns.findIndex((other, index) => index > at && other.groupVi !== spec.groupVi);
    canvas.merge(
      [top, column],
      [top, FIRST_NUMBER + (behind < 0 ? columns.length : behind) - 1],
      'heading',
      spec.groupVi,
    );
  }
  canvas.heights.set(top, GROUP_HEIGHT);
  canvas.heights.set(bottom, LABEL_HEIGHT);
  return numbering + 1;
}

/** The label with its unit where that is more than the name of what is counted; intake reads any other bracket as part of the name. */
function headingOf({ labelVi, unit }: AreaColumnSpec): string {
  return isKnownUnit(unit) ? `${labelVi} (${unit})` : labelVi;
}

function drawPlace(canvas: SheetCanvas, row: number, ordinal: number, code: string, name: string): void {
  canvas.put(row, ORDINAL, 'ordinal', ordinal);
  canvas.put(row, CODE, 'code', code);
  canvas.put(row, NAME, 'label', name);
}

interface TotalPlace {
  readonly row: number;
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/**
 * The sum of the communes where the indicator adds up over places; else a cell for the province's own number. Both may be
 * overwritten: a sum passes over “1250 (ước)”, and intake tells where a typed total does not fit.
 */
function drawTotal(
  { canvas, input, find }: Drawing,
  spec: AreaColumnSpec,
  { row, column, first, last }: TotalPlace,
): void {
  if (spec.placeRule !== 'SUM') {
    canvas.put(row, column, 'total', null, formatFor(spec));
    canvas.rules.push(numberRule(spec, ESTIMATES, addressAt(row, column)));
    return;
  }
  const values = input.communes.map(({ id }) => prefilledValue(input.figures, find, id, spec, spec.measure));
  const result = values.reduce<Big>((sum, value) => (typeof value === 'number' ? sum.plus(value) : sum), new Big(0));
  const sum = `SUM(${rangeAt(first, column, last, column)})`;
  // Rounded, because a sum of binary fractions has noise that is not in any of its rows.
  const formula = formUnit(spec).wholeThings ? sum : `ROUND(${sum},6)`;
  canvas.put(row, column, 'total', { formula, result: result.toNumber() }, formatFor(spec));
}

function shownFigure({ find }: Drawing, spec: AreaColumnSpec, placeId: number, before: Period): PlannedValue | null {
  if (spec.measure !== 'inPeriod') return null;
  const figure = find(placeId, spec.indicatorCode, breakdownKey(spec.breakdown), 'IN_PERIOD', before.key);
  return figure && shownValue(figure, spec);
}
