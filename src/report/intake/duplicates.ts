import { at } from './issue.ts';
import type { Issue } from './reading.ts';
import type { ReadCell, ReadRow } from './read-cells.ts';

/**
 * Rows that say the same thing twice. With equal numbers the first one counts and the second is a WARNING; with different
 * ones neither is accepted.
 */
export function withoutDuplicates(
  sheet: string | null,
  rows: readonly ReadRow[],
): { rows: ReadRow[]; issues: Issue[] } {
  const groups = new Map<string, ReadRow[]>();
  for (const row of rows) {
    const group = groups.get(row.row.key);
    if (group === undefined) groups.set(row.row.key, [row]);
    else group.push(row);
  }
  const kept: ReadRow[] = [];
  const issues: Issue[] = [];
  for (const [first, ...again] of groups.values()) {
    if (first === undefined) continue;
    const differing = again.some((row) => fingerprint(row) !== fingerprint(first));
    if (!differing) kept.push(first);
    for (const row of again) issues.push(duplicate(sheet, first, row, differing));
  }
  return { rows: kept, issues };
}

function fingerprint({ cells }: ReadRow): string {
  return JSON.stringify(cells.map(({ slot, value }: ReadCell) => (value === null ? slot.cell.text : value)));
}

function duplicate(sheet: string | null, first: ReadRow, again: ReadRow, differing: boolean): Issue {
  const { row } = again;
  const other = first.row.label.address;
  return at({ sheet, cell: row.label.address, title: row.title }, 'DUPLICATE_ROW', differing ? 'ERROR' : 'WARNING', {
    message: differing
      ? {
          vi: `dòng lặp lại dòng ở ô ${other} nhưng số liệu khác nhau; cả hai dòng chưa được đọc.`,
          en: `repeats the row at ${other} with other numbers; neither row was read.`,
        }
      : {
          vi: `dòng lặp lại dòng ở ô ${other} với cùng số liệu; chỉ đọc dòng đầu.`,
          en: `repeats the row at ${other} with the same numbers; only the first was read.`,
        },
    hint: { vi: 'Xóa dòng thừa.', en: 'Remove the superfluous row.' },
    read: row.label.text,
  });
}
