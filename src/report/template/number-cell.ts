import { Big } from 'big.js';
import { breakdownKey } from '../../catalogue/form/form.spec.ts';
import type { MeasuredSpec, MeasureName } from '../../catalogue/form/form.spec.ts';
import { formatDecimal } from '../../ground/text/vietnamese-number.ts';
import { MAY_PASS_HUNDRED } from '../intake/check/check.ts';
import { formUnit } from '../intake/table/units.ts';
import type { PublishedFigure } from './published-figure.store.ts';
import type { FigureFinder, TemplateFigures } from './template-input.ts';
import type { PlannedRule, PlannedValue } from './workbook-plan.ts';

/** A spreadsheet keeps fifteen significant digits; a longer number would come back as another one. */
const KEPT_DIGITS = 15;

const MARKS: Readonly<Record<string, string>> = { NOT_ARISEN: '-', NOT_APPLICABLE: 'x', NOT_AVAILABLE: '…' };

/**
 * Number format of a form's cell. Percentages and scores have none: into a cell of General format a spreadsheet takes a
 * typed “97,5%” as 0.975 with a percent format, which intake can tell from 0.975; with a format of ours it could not.
 */
export function formatFor(spec: MeasuredSpec): string | undefined {
  if (spec.type === 'percent' || spec.type === 'score') return undefined;
  return formUnit(spec).wholeThings ? '#,##0' : '#,##0.0##';
}

/** The figure in the unit of the form; null where a spreadsheet could not hold it exactly, or where there is none. */
function printedNumber({ value }: PublishedFigure, spec: MeasuredSpec): Big | null {
  if (value === null) return null;
  const printed = new Big(value).div(spec.scale);
  const exact = printed.times(spec.scale).eq(value) && printed.c.length <= KEPT_DIGITS;
  return exact ? printed : null;
}

/**
 * What is filled in beforehand for a figure, which intake reads back as that figure: an official exact number, “-” or “x”.
 * Null for an estimate, a rough number and a missing one: those the officer has to look up again.
 */
function filledValue(figure: PublishedFigure, spec: MeasuredSpec): PlannedValue | null {
  if (figure.status !== 'OFFICIAL' || figure.qualifier !== null) return null;
  if (figure.missing === 'NOT_ARISEN' || figure.missing === 'NOT_APPLICABLE') return MARKS[figure.missing] ?? null;
  return printedNumber(figure, spec)?.toNumber() ?? null;
}

const QUALIFIERS: Readonly<Record<string, string>> = { OVER: 'trên ', NEARLY: 'gần ', ABOUT: 'khoảng ' };
const STATUSES: Readonly<Record<string, string>> = { ESTIMATE: ' (ước)', PRELIMINARY: ' (sơ bộ)' };

/** What is filled in beforehand in the cell of a measure: the year's target, or the number of the same period of the year before. */
export function prefilledValue(
  figures: TemplateFigures | null,
  find: FigureFinder,
  placeId: number,
  spec: MeasuredSpec,
  measure: MeasureName,
): PlannedValue | null {
  if (figures === null || (measure !== 'target' && measure !== 'samePeriodLastYear')) return null;
  const [kept, period] =
    measure === 'target' ? (['TARGET', figures.year] as const) : (['IN_PERIOD', figures.yearBefore.key] as const);
  const figure = find(placeId, spec.indicatorCode, breakdownKey(spec.breakdown), kept, period);
  return figure && filledValue(figure, spec);
}

/** What is shown of a figure for reference, with whatever is said of it; nothing reads it back. */
export function shownValue(figure: PublishedFigure, spec: MeasuredSpec): PlannedValue | null {
  if (figure.missing !== null) return MARKS[figure.missing] ?? null;
  const printed = printedNumber(figure, spec);
  if (printed === null) return null;
  const [before, behind] = [QUALIFIERS[figure.qualifier ?? ''] ?? '', STATUSES[figure.status] ?? ''];
  return before + behind === '' ? printed.toNumber() : `${before}${formatDecimal(printed.toFixed())}${behind}`;
}

/** Whether a cell takes “1250 (ước)” without asking, and what is said where it does not. */
interface Wording {
  readonly words: readonly string[];
  readonly says: string;
}

/** Cells that stand for themselves. */
export const ESTIMATES: Wording = { words: ['(ước)', '(sơ bộ)'], says: 'Số ước tính ghi như 1250 (ước).' };
/** Cells that a sum adds up: it passes over everything that is no number. */
export const NOT_ADDED: Wording = {
  words: [],
  says: 'Số ghi kèm chữ như 1250 (ước) không được cộng tự động: khi đó tự ghi tổng vào dòng “TỔNG CỘNG”.',
};

/** The rule of a rectangle of number cells of one row or column of the form; `first` is the address of its first cell. */
export function numberRule(spec: MeasuredSpec, wording: Wording, range: string): PlannedRule {
  const [first = range] = range.split(':');
  const { test, says } = numberTest(spec, first);
  const marks = ['-', 'x', '…', '...'].map((mark) => `${first}="${mark}"`);
  const words = wording.words.map((word) => `ISNUMBER(SEARCH("${word}",${first}))`);
  return {
    range,
    kind: 'custom',
    // IF looks only at the side it needs: INT of a text would make the whole formula an error.
    formula: `IF(ISNUMBER(${first}),${test},OR(${[...marks, ...words].join(',')}))`,
    prompt: `Đơn vị tính: ${spec.unit}. Ghi ${says}; hoặc - (không phát sinh), x (không áp dụng), … (chưa có số liệu).`,
    warning: `Ô này nhận ${says}, hoặc một trong các ký hiệu -, x, …. ${wording.says} Xem trang “Hướng dẫn”.`,
  };
}

function numberTest(spec: MeasuredSpec, first: string): { test: string; says: string } {
  if (spec.type === 'percent' && !MAY_PASS_HUNDRED.has(spec.indicatorCode))
    return { test: `AND(${first}>=0,${first}<=100)`, says: 'tỷ lệ phần trăm từ 0 đến 100' };
  if (formUnit(spec).wholeThings)
    return { test: `AND(${first}>=0,${first}=INT(${first}))`, says: 'số nguyên từ 0 trở lên' };
  return { test: `${first}>=0`, says: 'số từ 0 trở lên' };
}
