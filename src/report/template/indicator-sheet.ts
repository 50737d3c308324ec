import { breakdownKey, isFigureRow } from '../../catalogue/form/form.spec.ts';
import type {
  FigureRowSpec,
  IndicatorRowSpec,
  IndicatorRowsForm,
  MeasureName,
} from '../../catalogue/form/form.spec.ts';
import { periodLabel } from '../../ground/period/period.ts';
import { drawLetterhead, drawSignatures, TABLE_TOP } from './letterhead.ts';
import { ESTIMATES, formatFor, numberRule, prefilledValue, shownValue } from './number-cell.ts';
import { rangeAt, SheetCanvas } from './sheet-canvas.ts';
import { figureFinder, type FigureFinder, type TemplateInput } from './template-input.ts';
import type { PlannedSheet, PlannedValue } from './workbook-plan.ts';

const [ORDINAL, LABEL, UNIT, FIRST_MEASURE] = [1, 2, 3, 4];
const HEADING_HEIGHT = 34;
const LINE_HEIGHT = 17;
/** Characters of a label and of a unit that fit on a line. */
const LABEL_CHARACTERS = 50;
const UNIT_CHARACTERS = 14;

interface Columns {
  readonly measures: readonly MeasureName[];
  /** The numbers of the period before; null where the form has them as the same period of the year before. */
  readonly before: number | null;
  readonly note: number;
}

/** The sheet of a form with one row an indicator, and how many of its cells are filled in already. */
export function indicatorSheet(
  input: TemplateInput,
  form: IndicatorRowsForm,
): { sheet: PlannedSheet; prefilled: number } {
  const columns = columnsOf(input, form);
  const canvas = new SheetCanvas();
  const widths = widthsOf(columns);
  drawLetterhead(canvas, input, widths);
  const top = drawHeadings(canvas, input, form, columns);
  const find = figureFinder(input.figures?.published ?? []);
  for (const [at, row] of form.rows.entries()) drawRow({ canvas, input, form, columns, find }, top + at, row);
  drawSignatures(canvas, input, widths, top + form.rows.length + 1);
  const sheet: PlannedSheet = {
    name: `Biểu ${form.code}`,
    hidden: false,
    cells: canvas.cells,
    rules: canvas.rules,
    widths,
    heights: canvas.heights,
    frozen: { rows: top - 1, columns: LABEL },
    repeated: [TABLE_TOP, top - 1],
    landscape: true,
    footer: `Biểu ${form.code} – ${input.organisation.code} – ${input.period.key}`,
  };
  return { sheet, prefilled: canvas.prefilled };
}

function columnsOf({ figures, period }: TemplateInput, form: IndicatorRowsForm): Columns {
  const shown = figures !== null && figures.before.key !== figures.yearBefore.key && figures.before.key !== period.key;
  const behind = FIRST_MEASURE + form.measures.length;
  return { measures: form.measures, before: shown ? behind : null, note: shown ? behind + 1 : behind };
}

function widthsOf({ measures, before }: Columns): number[] {
  const shared = before === null ? [] : [14];
  return [6, 46, 13, ...measures.map(() => 14), ...shared, 24];
}

/** The headings in the words of the form, and the row that numbers the columns. Answers the first row of the body. */
function drawHeadings(
  canvas: SheetCanvas,
  { figures }: TemplateInput,
  form: IndicatorRowsForm,
  { measures, before, note }: Columns,
): number {
  const head = (column: number, text: string, number: string): void => {
    canvas.put(TABLE_TOP, column, 'heading', text);
    canvas.put(TABLE_TOP + 1, column, 'numbering', number);
  };
  head(ORDINAL, 'STT', 'A');
  head(LABEL, 'Chỉ tiêu', 'B');
  head(UNIT, 'Đơn vị tính', 'C');
  for (const [at, measure] of measures.entries()) {
    head(FIRST_MEASURE + at, form.measureLabels[measure][0] ?? '', `(${at + 1})`);
  }
  if (before !== null && figures !== null)
    head(before, `Kỳ trước: ${periodLabel(figures.before, 'vi')} (tham khảo)`, `(${measures.length + 1})`);
  head(note, 'Ghi chú', 'D');
  canvas.heights.set(TABLE_TOP, before === null ? HEADING_HEIGHT : HEADING_HEIGHT + 14);
  return TABLE_TOP + 2;
}

interface Drawing {
  readonly canvas: SheetCanvas;
  readonly input: TemplateInput;
  readonly form: IndicatorRowsForm;
  readonly columns: Columns;
  readonly find: FigureFinder;
}

function drawRow(drawing: Drawing, row: number, spec: IndicatorRowSpec): void {
  const { canvas, input, form, columns, find } = drawing;
  if (!isFigureRow(spec)) {
    canvas.put(row, ORDINAL, 'sectionOrdinal', spec.stt);
    canvas.put(row, LABEL, 'section', spec.labelVi);
    for (let column = UNIT; column <= columns.note; column++) canvas.put(row, column, 'section');
    return;
  }
  canvas.put(row, ORDINAL, 'ordinal', spec.stt);
  canvas.put(row, LABEL, spec.kind === 'breakdown' ? 'part' : 'label', spec.labelVi);
  canvas.put(row, UNIT, 'unit', spec.unit);
  const lines = Math.max(spec.labelVi.length / LABEL_CHARACTERS, spec.unit.length / UNIT_CHARACTERS);
  canvas.heights.set(row, LINE_HEIGHT * Math.ceil(lines));
  const last = FIRST_MEASURE + columns.measures.length - 1;
  for (const [at, measure] of columns.measures.entries()) {
    const required = spec.required && form.requiredMeasures.includes(measure);
    const value = prefilledValue(input.figures, find, input.place.id, spec, measure);
    canvas.number(row, FIRST_MEASURE + at, required, value, formatFor(spec));
  }
  canvas.rules.push(numberRule(spec, ESTIMATES, rangeAt(row, FIRST_MEASURE, row, last)));
  if (columns.before !== null) canvas.put(row, columns.before, 'reference', shown(drawing, spec), formatFor(spec));
  canvas.put(row, columns.note, 'note');
}

function shown({ input, find }: Drawing, spec: FigureRowSpec): PlannedValue | null {
  const { figures, place } = input;
  const figure =
    figures && find(place.id, spec.indicatorCode, breakdownKey(spec.breakdown), 'IN_PERIOD', figures.before.key);
  return figure && shownValue(figure, spec);
}
