import type { Description } from './description.ts';
import { textCell } from './sheet-model.ts';
import type { DrawnSheet } from './sheet-model.ts';
import type { SheetColumn } from './table-frame.ts';

/** Writes the headings, merged as people merge them, and the row that numbers the columns. */
export function placeHeadings(sheet: DrawnSheet, columns: readonly SheetColumn[], description: Description): void {
  const top = sheet.rows.length;
  const levels = Math.max(...columns.map(({ headings }) => headings.length));
  const group = (at: number): string | null => {
    const headings = columns[at]?.headings ?? [];
    return headings.length > 1 ? (headings[0] ?? null) : null;
  };
  const upper = columns.map(({ headings }, x) =>
    textCell(group(x) !== null && group(x) === group(x - 1) ? null : (headings[0] ?? null)),
  );
  sheet.rows.push(upper);
  if (levels > 1) {
    sheet.rows.push(columns.map(({ headings }) => textCell(headings[1] ?? null)));
    for (let x = 0; x < columns.length; x++) {
      if (group(x) === null) sheet.merges.push({ top, left: x, bottom: top + 1, right: x });
      else if (group(x) !== group(x - 1)) {
        let right = x;
        while (group(right + 1) === group(x)) right++;
        if (right > x) sheet.merges.push({ top, left: x, bottom: top, right });
      }
    }
  }
  if (description.table.numbering) sheet.rows.push(columns.map((_, x) => textCell(`(${x + 1})`)));
}
