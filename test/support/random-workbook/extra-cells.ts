import type { Description, ExtraColumn } from './description.ts';
import type { Draw } from './draw.ts';
import type { PlannedRow } from './plan.ts';
import type { SheetCell } from './sheet-model.ts';

const NOTES = [
  'Theo KH số 45/KH-UBND',
  'Tăng 12% so với cùng kỳ',
  'Gồm 3 căn sửa chữa',
  'Số liệu của 102 đơn vị',
  'Vượt 5,2% kế hoạch',
  'Đang rà soát',
];

/** A cell of a column that belongs to no measure. */
export function extraCell(extra: ExtraColumn, row: PlannedRow, { file }: Description, draw: Draw): SheetCell | null {
  if (row.kind === 'NOTHING') return null;
  const csv = file === 'csv';
  switch (extra) {
    case 'NOTE':
      return draw.chance(30) ? { value: draw.pick(NOTES) } : null;
    case 'DRAFT':
      return number(draw.int(1, 5_000), csv);
    case 'COMPARISON':
      return number(draw.int(700, 1_500) / 10, csv);
    case 'ATTAINMENT': {
      const of = (measure: string): string | null =>
        row.cells.find((cell) => cell?.measure === measure)?.value?.toFixed() ?? null;
      const [done, planned] = [Number(of('inPeriod')), Number(of('target'))];
      if (planned > 0) return number(csv ? Math.round((1000 * done) / planned) / 10 : (100 * done) / planned, csv);
      return draw.chance(50) && !csv ? { value: '#DIV/0!', error: true } : null;
    }
  }
}

function number(value: number, csv: boolean): SheetCell {
  return { value: csv ? String(value).replace('.', ',') : value };
}
