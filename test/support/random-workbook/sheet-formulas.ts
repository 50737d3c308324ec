import type { PlacedCell } from './place-table.ts';
import { addressOf } from './sheet-model.ts';
import type { DrawnSheet } from './sheet-model.ts';

/** Turns the wholes of breakdowns into sums of their parts, where all of them are numbers: the value stays the same. */
export function addFormulas(sheet: DrawnSheet, placed: readonly PlacedCell[]): void {
  const groups = new Map<string, PlacedCell[]>();
  for (const cell of placed) {
    const { spec, measure } = cell.planned;
    const key = `${cell.of.area ?? ''} ${cell.of.repeats} ${spec.indicatorCode} ${measure}`;
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  for (const members of groups.values()) {
    const whole = members.find(({ planned }) => planned.spec.breakdown === undefined);
    const parts = members.filter(({ planned }) => planned.spec.exhaustive === true);
    if (whole === undefined || parts.length < 2 || whole.planned.issues.length > 0) continue;
    const all = [whole, ...parts];
    if (!all.every(({ printed }) => typeof printed.cell?.value === 'number')) continue;
    const cell = sheet.rows[whole.row]?.[whole.column];
    if (cell != null) cell.formula = parts.map(({ row, column }) => addressOf(row, column)).join('+');
  }
}
