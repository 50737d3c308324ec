import { Big } from 'big.js';
import { normalise } from '../../ground/text/fold.ts';
import { at, cellFault } from './issue.ts';
import { evidenceOf } from './numeral.ts';
import type { Numeral } from './numeral.ts';
import { readCell } from './read-number.ts';
import type { CellFault, CellValue } from './read-number.ts';
import { readText, statusOf } from './read-text.ts';
import type { Issue, ReadValue, ValueStatus } from './reading.ts';
import { cellAt, mergeAt, textsOf } from './sheet.ts';
import type { Grid } from './sheet.ts';
import type { AreaTable, IndicatorTable, MatchedRow, Slot } from './table.ts';

/** A cell with what it was read as; `value` null when it could not be read (an issue says why). */
export interface ReadCell {
  readonly slot: Slot;
  readonly title: string;
  readonly value: CellValue | null;
}

/** A row with its cells read. */
export interface ReadRow {
  readonly row: MatchedRow;
  readonly cells: readonly ReadCell[];
}

/** Reads every cell of the rows; a cell that cannot be read is an issue and no value. */
export function readCells(
  table: IndicatorTable | AreaTable,
  rows: readonly MatchedRow[],
): { rows: ReadRow[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const around = { evidence: evidenceOf(numeralsOf(table)), footnote: footnoteStatus(table.grid) };
  const read = rows.map((row) => ({
    row,
    cells: row.slots.map((slot) => {
      const value = mergedFault(table.grid, slot) ?? readCell(slot.cell, { ...slot, ...around });
      if (!('code' in value)) return { slot, title: row.title, value };
      const place = {
        sheet: table.grid.name,
        cell: slot.cell.address,
        title: row.title,
        indicatorCode: slot.spec.indicatorCode,
      };
      issues.push(cellFault(place, value, normalise(slot.cell.text)));
      return { slot, title: row.title, value: null };
    }),
  }));
  return { rows: withoutHundredths(table.grid, read, issues), issues };
}

/** The text numbers of the table's own columns; notes and narrative sheets follow other habits. */
function* numeralsOf({ grid, bodyTop, columns }: IndicatorTable | AreaTable): Generator<Numeral> {
  for (let row = bodyTop; row < grid.rows.length; row++) {
    for (const { column } of columns) {
      const cell = cellAt(grid, row, column);
      const parts = cell.kind === 'TEXT' ? readText(cell.text) : null;
      if (parts?.kind === 'NUMBER') yield parts.numeral;
    }
  }
}

/** What “(*)” means on this sheet, by the footnote that begins with it. */
function footnoteStatus(grid: Grid): ValueStatus | null {
  for (const { text } of textsOf(grid)) {
    if (/^\s*\(?\*+\)?\s*:?\s*\p{L}/u.test(text)) return statusOf(text);
  }
  return null;
}

function mergedFault(grid: Grid, { row, column, cell }: Slot): CellFault | null {
  const merge = mergeAt(grid, row, column);
  if (merge === undefined || (merge.top === merge.bottom && merge.left === merge.right)) return null;
  const shown = cellAt(grid, merge.top, merge.left);
  return cell.kind === 'EMPTY' && shown.kind === 'EMPTY' ? null : { code: 'MALFORMED_NUMBER', why: 'MERGED' };
}

/**
 * A percentage stored as 0.937 beside 91.7 has lost its percent format: 93.7 or 0.937 percent cannot be told. Such a cell
 * stands alone between 0 and 1, about a hundredth of the other measures of its row or of the middle of its column.
 */
function withoutHundredths(grid: Grid, rows: readonly ReadRow[], issues: Issue[]): ReadRow[] {
  const middles = new Map<number, Big | null>();
  const middleOf = (column: number): Big | null => {
    if (!middles.has(column))
      middles.set(column, middle(rows.flatMap((row) => row.cells.filter((cell) => cell.slot.column === column))));
    return middles.get(column) ?? null;
  };
  return rows.map(({ row, cells }) => ({
    row,
    cells: cells.map((cell) => {
      if (!isBareFraction(cell)) return cell;
      const others =
        cell.slot.area === null ? cells.filter((other) => other !== cell).map(numberOf) : [middleOf(cell.slot.column)];
      if (!others.some((other) => other !== null && isHundredth(numberOf(cell), other))) return cell;
      issues.push(lostPercent(grid, cell));
      return { ...cell, value: null };
    }),
  }));
}

function isBareFraction({ slot, value }: ReadCell): boolean {
  if (slot.spec.type !== 'percent' || slot.cell.kind !== 'NUMBER' || slot.cell.format.includes('%')) return false;
  return value?.value != null && new Big(value.value).gt(0) && new Big(value.value).lte(1);
}

function isHundredth(small: Big | null, other: Big): boolean {
  const full = (small ?? new Big(0)).times(100);
  return other.gt(1) && full.gte(other.div(2)) && full.lte(other.times(2));
}

function numberOf({ value }: ReadCell): Big | null {
  return value?.value == null ? null : new Big(value.value);
}

function middle(cells: readonly ReadCell[]): Big | null {
  const numbers = cells.map(numberOf).filter((number) => number !== null);
  return numbers.sort((a, b) => a.cmp(b))[Math.floor(numbers.length / 2)] ?? null;
}

function lostPercent(grid: Grid, { slot, title }: ReadCell): Issue {
  const place = { sheet: grid.name, cell: slot.cell.address, title, indicatorCode: slot.spec.indicatorCode };
  return at(place, 'AMBIGUOUS_NUMBER', 'ERROR', {
    message: {
      vi: `đọc được ${slot.cell.text}, không rõ là ${slot.cell.text} % hay đã mất định dạng phần trăm.`,
      en: `read ${slot.cell.text}, which may be that many percent or a fraction that lost its percent format.`,
    },
    hint: { vi: 'Ghi theo điểm phần trăm, ví dụ 93,7.', en: 'Write percent points, for example 93,7.' },
    read: slot.cell.text,
  });
}

/** The figure of a cell that was read. */
export function toReadValue(sheet: string | null, { slot, value }: ReadCell): ReadValue[] {
  if (value === null) return [];
  const { spec, area, measure, cell } = slot;
  return [
    {
      sheet,
      cell: cell.address,
      indicatorCode: spec.indicatorCode,
      ...(area === null ? {} : { area }),
      ...(spec.breakdown === undefined ? {} : { breakdown: spec.breakdown }),
      measure,
      ...value,
      printed: cell.text,
    },
  ];
}
