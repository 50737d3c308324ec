import { toneNormal } from '../../../ground/text/fold.ts';
import { at } from '../issue/issue.ts';
import { looksLikeNumber } from '../cell/looks-like-number.ts';
import { namesOtherPeriod } from '../table/match-header.ts';
import type { NominalPeriod } from '../table/match-header.ts';
import type { FormTables } from '../table/pick-table.ts';
import type { Issue } from '../reading.ts';
import { cellAt } from '../workbook/sheet.ts';

/** Headings of columns that hold no measure of any form: comparisons, notes, drafts. */
const DERIVED = /%|tỷ lệ|tỉ lệ|so với|so sánh|tăng|giảm|chênh lệch|đạt|ghi chú|nháp/u;
const FEWEST_NUMBERS = 3;

/**
 * UNKNOWN_COLUMN at the heading of a column full of numbers that was not understood while a column of the form was not
 * found: it may be that one, and its numbers would be lost without a word.
 */
export function checkColumns(found: FormTables, period: NominalPeriod): Issue[] {
  const expected = found.layout === 'AREA_ROWS' ? found.form.columns.length : found.form.measures.length;
  return found.tables.flatMap((table) => {
    if (table.columns.length >= expected || table.issues.length > 0) return [];
    const { grid, headings } = table;
    const frame = [table.stt, 'code' in table ? table.code : table.unit, ...table.labels];
    const known = new Set([...frame, ...table.columns.map(({ column }) => column)]);
    return headings.flatMap((stack, column) => {
      const heading = stack.join(' – ');
      if (heading === '' || known.has(column) || DERIVED.test(toneNormal(heading))) return [];
      if (namesOtherPeriod(stack.join(' '), period)) return [];
      if (!hasNumbers(table, column)) return [];
      return [unknownColumn(grid.name, cellAt(grid, table.headerTop, column).address, heading)];
    });
  });
}

function hasNumbers({ grid, bodyTop, bodyEnd }: FormTables['tables'][number], column: number): boolean {
  let numbers = 0;
  for (let row = bodyTop; row < bodyEnd && numbers < FEWEST_NUMBERS; row++)
    if (looksLikeNumber(cellAt(grid, row, column))) numbers++;
  return numbers >= FEWEST_NUMBERS;
}

function unknownColumn(sheet: string | null, cell: string, heading: string): Issue {
  return at({ sheet, cell, title: '' }, 'UNKNOWN_COLUMN', 'ERROR', {
    message: {
      vi: `cột “${heading}” có số liệu nhưng không khớp cột nào của biểu mẫu; số liệu của cột chưa được đọc.`,
      en: `the column “${heading}” holds numbers but is no column of the form; it was not read.`,
    },
    hint: {
      vi: 'Đặt tên cột như trong biểu mẫu, ví dụ “Thực hiện kỳ này”.',
      en: 'Name the column as the form does, for example “Thực hiện kỳ này”.',
    },
    read: heading,
  });
}
