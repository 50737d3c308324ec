import type { FormSpec } from '../../../src/catalogue/form/form.spec.ts';
import type { Description, ExtraColumn } from './description.ts';
import { Draw } from './draw.ts';
import type { NumberColumn, Plan } from './plan.ts';
import { retyped } from './wording.ts';

/** A column of the sheet: of the frame, of numbers, or one that belongs to no measure. */
export type SheetColumn = { headings: string[] } & (
  | { kind: 'STT' | 'CODE' | 'LABEL' | 'UNIT' }
  | { kind: 'NUMBER'; number: NumberColumn }
  | { kind: 'EXTRA'; extra: ExtraColumn }
);

const EXTRA_HEADINGS: Readonly<Record<ExtraColumn, readonly string[]>> = {
  NOTE: ['Ghi chú', 'GHI CHÚ'],
  ATTAINMENT: ['Tỷ lệ % đạt', '% so với KH', 'Tỷ lệ (%) đạt so với kế hoạch'],
  COMPARISON: ['So với cùng kỳ (%)', 'Tăng/giảm so với cùng kỳ', 'So sánh với cùng kỳ năm trước (%)'],
  DRAFT: ['Số liệu nháp (chưa thẩm định)'],
};
const FRAME = {
  STT: ['STT', 'TT', 'Số TT'],
  INDICATOR: ['Chỉ tiêu', 'Nội dung', 'Các chỉ tiêu', 'Nội dung chỉ tiêu'],
  UNIT: ['Đơn vị tính', 'ĐVT', 'Đơn vị'],
  AREA: ['Đơn vị', 'Tên đơn vị', 'Đơn vị hành chính', 'Địa phương', 'Xã, phường, đặc khu'],
  INDICATOR_CODE: ['Mã chỉ tiêu', 'Mã số'],
  AREA_CODE: ['Mã ĐVHC', 'Mã số', 'Mã đơn vị'],
};

/** The columns of a sheet from left to right. */
export function sheetColumns(form: FormSpec, plan: Plan, description: Description): SheetColumn[] {
  const { seed, table, wording } = description;
  const draw = Draw.of(seed, 'frame');
  const areas = form.layout === 'AREA_ROWS';
  const frame = (names: readonly string[]): string[] => [table.practice ? draw.pick(names) : (names[0] ?? '')];
  const columns: SheetColumn[] = [];
  if (table.stt !== 'NONE') columns.push({ kind: 'STT', headings: frame(FRAME.STT) });
  const code: SheetColumn = { kind: 'CODE', headings: frame(areas ? FRAME.AREA_CODE : FRAME.INDICATOR_CODE) };
  const codeLast = draw.chance(50);
  if (table.code && !codeLast) columns.push(code);
  columns.push({ kind: 'LABEL', headings: frame(areas ? FRAME.AREA : FRAME.INDICATOR) });
  if (table.code && codeLast) columns.push(code);
  if (table.unit && !areas) columns.push({ kind: 'UNIT', headings: frame(FRAME.UNIT) });
  const numbers = plan.columns.map((number): SheetColumn => ({ kind: 'NUMBER', number, headings: number.headings }));
  for (const extra of table.extras) {
    if (extra === 'NOTE' || (areas && extra !== 'DRAFT')) continue;
    // Not between two columns under one heading.
    const places = areas ? [0, numbers.length] : numbers.map((_, at) => at).filter((at) => !splitsGroup(numbers, at));
    numbers.splice(draw.pick(places), 0, { kind: 'EXTRA', extra, headings: [draw.pick(EXTRA_HEADINGS[extra])] });
  }
  columns.push(...numbers);
  if (table.extras.includes('NOTE'))
    columns.push({ kind: 'EXTRA', extra: 'NOTE', headings: [draw.pick(EXTRA_HEADINGS.NOTE)] });
  return columns.map((column) => ({
    ...column,
    headings: column.headings.map((text, level) => {
      // A heading over several columns is one cell.
      if (level < column.headings.length - 1) return text;
      const how = wording.length > 0 && draw.chance(20) ? draw.pick(wording) : null;
      return how === 'NO_MARKS' || (how === 'UPPER' && text.includes('(')) ? text : retyped(text, how, draw);
    }),
  }));
}

function splitsGroup(columns: readonly SheetColumn[], at: number): boolean {
  const [left, right] = [columns[at - 1]?.headings, columns[at]?.headings];
  return left !== undefined && right !== undefined && left.length > 1 && left[0] === right[0];
}
