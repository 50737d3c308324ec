import { at } from '../issue/issue.ts';
import type { Issue } from '../reading.ts';
import type { ReadCell, ReadRow } from '../cell/read-cells.ts';

/**
 * Rows that say the same thing twice. With equal numbers the first one counts and the second is a WARNING; with different
 * ones neither is accepted. A row that goes on with other columns in another table says nothing twice.
 */
export function withoutDuplicates(rows: readonly ReadRow[]): { rows: ReadRow[]; issues: Issue[] } {
  const groups = new Map<string, ReadRow[]>();
  for (const row of rows) {
    const group = groups.get(row.row.key);
    if (group === undefined) groups.set(row.row.key, [row]);
    else group.push(row);
  }
  const kept: ReadRow[] = [];
  const issues: Issue[] = [];
  for (const group of groups.values()) {
    const said: ReadRow[] = [];
    let differing = false;
    for (const row of group) {
      const before = said.find((other) => overlaps(other, row));
      if (before === undefined) {
        said.push(row);
        continue;
      }
      const differs = fingerprint(row) !== fingerprint(before);
      differing ||= differs;
      issues.push(duplicate(before, row, differs));
    }
    if (!differing) kept.push(...said);
  }
  return { rows: kept, issues };
}

function overlaps(one: ReadRow, other: ReadRow): boolean {
  const keys = new Set(one.cells.map(keyOf));
  return other.cells.some((cell) => keys.has(keyOf(cell)));
}

function keyOf({ slot }: ReadCell): string {
  return `${slot.spec.indicatorCode} ${JSON.stringify(slot.spec.breakdown ?? {})} ${slot.measure}`;
}

function fingerprint({ cells }: ReadRow): string {
  const said = cells.map((cell) => [keyOf(cell), cell.value === null ? cell.slot.cell.text : cell.value] as const);
  return JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function duplicate(first: ReadRow, again: ReadRow, differing: boolean): Issue {
  const { row } = again;
  const other = first.row.label.address;
  return at(
    { sheet: row.sheet, cell: row.label.address, title: row.title },
    'DUPLICATE_ROW',
    differing ? 'ERROR' : 'WARNING',
    {
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
    },
  );
}
