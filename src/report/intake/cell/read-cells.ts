import { Big } from 'big.js';
import type { MeasuredSpec } from '../../../catalogue/form/form.spec.ts';
import { normalise } from '../../../ground/text/fold.ts';
import { staleResult } from './formula-value.ts';
import { at, cellFault, staleFormula } from '../issue/issue.ts';
import type { Place } from '../issue/issue.ts';
import { evidenceOf } from './numeral.ts';
import type { Numeral, StyleEvidence } from './numeral.ts';
import { readCell } from './read-number.ts';
import type { CellContext, CellFault, CellValue } from './read-number.ts';
import { readText, statusOf } from './read-text.ts';
import type { Issue, ReadValue, ValueStatus } from '../reading.ts';
import { cellAt, mergeAt, textsOf } from '../workbook/sheet.ts';
import type { Grid } from '../workbook/sheet.ts';
import type { AreaTable, IndicatorTable, MatchedRow, Slot } from '../table/table.ts';

/** A cell with what it was read as; `value` null when it could not be read (an issue says why). */
export interface ReadCell {
  readonly slot: Slot;
  /** Its row, which messages name. */
  readonly row: Pick<MatchedRow, 'title'>;
  readonly value: CellValue | null;
}

/** A row with its cells read. */
export interface ReadRow {
  readonly row: MatchedRow;
  readonly cells: readonly ReadCell[];
}

/** What the cells of one table have in common, and how its rows are read. */
export interface CellReader {
  /** Reads the cells of a row; one that cannot be read is an issue and no value. */
  read(row: MatchedRow, issues: Issue[]): ReadRow;
}

/**
 * A reader of the rows of one table. `middleOf` gives the middle of a column's numbers where rows are areas; rows of
 * indicators are compared within themselves.
 */
export function cellReader(
  table: IndicatorTable | AreaTable,
  middleOf: ((column: number) => Big | null) | null = null,
): CellReader {
  const { grid } = table;
  const contextOf = contexts(evidenceOf(numeralsOf(table)), footnoteStatus(grid));
  return {
    read: (row, issues) => {
      const cells = row.slots.map((slot): ReadCell => {
        const value = mergedFault(grid, slot) ?? readCell(slot.cell, contextOf(slot));
        if (!('code' in value)) return staleCell(grid, { slot, row, value }, issues);
        issues.push(cellFault(placeOf(slot, row.title), value, normalise(slot.cell.text)));
        return { slot, row, value: null };
      });
      return { row, cells: withoutHundredths(cells, middleOf, issues) };
    },
  };
}

/** What helps to read a cell; that of a column of areas is made once, and serves all of its rows. */
function contexts(evidence: StyleEvidence, footnote: ValueStatus | null): (slot: Slot) => CellContext {
  const last = new Map<MeasuredSpec, CellContext>();
  return ({ spec, unit, status }) => {
    const before = last.get(spec);
    if (before !== undefined && before.unit === unit && before.status === status) return before;
    const context = { spec, unit, status, evidence, footnote };
    last.set(spec, context);
    return context;
  };
}

function placeOf({ sheet, cell, spec }: Slot, title: string): Place {
  return { sheet, cell: cell.address, title, indicatorCode: spec.indicatorCode };
}

/** A stored result that its formula does not give any more is nobody's number. */
function staleCell(grid: Grid, read: ReadCell, issues: Issue[]): ReadCell {
  const stale = read.slot.cell.formula === null ? null : staleResult(grid, read.slot.cell);
  if (stale === null) return read;
  issues.push(staleFormula(placeOf(read.slot, read.row.title), read.slot.cell.text, stale.expected));
  return { ...read, value: null };
}

/** One text number for each habit that the table's own columns show; notes and narrative sheets follow other ones. */
function numeralsOf({ grid, bodyTop, bodyEnd, columns }: IndicatorTable | AreaTable): Iterable<Numeral> {
  const own = new Set(columns.map(({ column }) => column));
  const byStyle = new Map<string, Numeral>();
  for (let row = bodyTop; row < bodyEnd && byStyle.size < 2; row++) {
    grid.eachText(row, (text, column) => {
      // Without a sign between its digits a number says nothing about the habit.
      if (!own.has(column) || !/\d[.,]\d/.test(text)) return;
      const parts = readText(text);
      if (parts.kind === 'NUMBER' && parts.numeral.kind === 'VALUE' && parts.numeral.style !== null)
        byStyle.set(parts.numeral.style, parts.numeral);
    });
  }
  return byStyle.values();
}

/** What “(*)” means on this sheet, by the footnote that begins with it. */
function footnoteStatus(grid: Grid): ValueStatus | null {
  for (const { text } of textsOf(grid)) {
    const status = /^\s*\(?\*+\)?\s*:?\s*\p{L}/u.test(text) ? statusOf(text) : null;
    // “* Cá nhân” is a part and no footnote.
    if (status !== null) return status;
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
function withoutHundredths(
  cells: readonly ReadCell[],
  middleOf: ((column: number) => Big | null) | null,
  issues: Issue[],
): readonly ReadCell[] {
  if (!cells.some(isBareFraction)) return cells;
  return cells.map((cell) => {
    if (!isBareFraction(cell)) return cell;
    const others =
      middleOf === null
        ? cells.filter((other) => other !== cell && other.slot.spec === cell.slot.spec).map(numberOf)
        : [middleOf(cell.slot.column)];
    if (!others.some((other) => other !== null && isHundredth(numberOf(cell), other))) return cell;
    issues.push(lostPercent(cell));
    return { ...cell, value: null };
  });
}

function isBareFraction({ slot, value }: ReadCell): boolean {
  if (slot.spec.type !== 'percent' || slot.cell.kind !== 'NUMBER' || slot.cell.format.includes('%')) return false;
  if (value?.value == null) return false;
  const number = Number(value.value);
  return number > 0 && number <= 1;
}

function isHundredth(small: Big | null, other: Big): boolean {
  const full = (small ?? new Big(0)).times(100);
  return other.gt(1) && full.gte(other.div(2)) && full.lte(other.times(2));
}

function numberOf({ value }: ReadCell): Big | null {
  return value?.value == null ? null : new Big(value.value);
}

/** The middle of the numbers that were read; null where there is none. */
export function middle(cells: readonly ReadCell[]): Big | null {
  const numbers = cells.map(numberOf).filter((number) => number !== null);
  return numbers.sort((a, b) => a.cmp(b))[Math.floor(numbers.length / 2)] ?? null;
}

function lostPercent({ slot, row }: ReadCell): Issue {
  const place = placeOf(slot, row.title);
  return at(place, 'AMBIGUOUS_NUMBER', 'ERROR', {
    message: {
      vi: `đọc được ${slot.cell.text}, không rõ là ${slot.cell.text} % hay đã mất định dạng phần trăm.`,
      en: `read ${slot.cell.text}, which may be that many percent or a fraction that lost its percent format.`,
    },
    hint: { vi: 'Ghi theo điểm phần trăm, ví dụ 93,7.', en: 'Write percent points, for example 93,7.' },
    read: slot.cell.text,
  });
}

/** The figure of a cell that was read; null where it was not. */
function toReadValue({ slot, value }: ReadCell): ReadValue | null {
  if (value === null) return null;
  const { sheet, spec, area, measure, cell } = slot;
  const read: Mutable<ReadValue> = {
    sheet,
    cell: cell.address,
    indicatorCode: spec.indicatorCode,
    measure,
    value: value.value,
    status: value.status,
    missing: value.missing,
    qualifier: value.qualifier,
    printed: cell.text,
  };
  if (area !== null) read.area = area;
  if (spec.breakdown !== undefined) read.breakdown = spec.breakdown;
  return read;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The figures of cells, as far as they were read. */
export function toReadValues(cells: readonly ReadCell[]): ReadValue[] {
  const values: ReadValue[] = [];
  for (const cell of cells) {
    const value = toReadValue(cell);
    if (value !== null) values.push(value);
  }
  return values;
}
