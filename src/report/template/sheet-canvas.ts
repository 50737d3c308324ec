import { addressOf } from '../intake/workbook/sheet.ts';
import type { CellStyle } from './cell-style.ts';
import type { PlannedCell, PlannedRule, PlannedValue } from './workbook-plan.ts';

/** Gathers the cells of one sheet; rows and columns count from 1. */
export class SheetCanvas {
  readonly cells: PlannedCell[] = [];
  readonly rules: PlannedRule[] = [];
  readonly heights = new Map<number, number>();
  /** Cells that were filled in beforehand for the officer. */
  prefilled = 0;

  /** Draws one cell. */
  put(row: number, column: number, style: CellStyle, value?: PlannedValue | null, format?: string): void {
    this.cells.push({
      row,
      column,
      style,
      ...(value === undefined || value === null ? {} : { value }),
      ...(format === undefined ? {} : { format }),
    });
  }

  /** Draws one cell over a rectangle. */
  merge(
    [top, left]: readonly [number, number],
    [bottom, right]: readonly [number, number],
    style: CellStyle,
    value: string,
  ): void {
    const mergedTo = top === bottom && left === right ? {} : { mergedTo: { row: bottom, column: right } };
    this.cells.push({ row: top, column: left, style, ...(value === '' ? {} : { value }), ...mergedTo });
  }

  /** A cell for a number, with a value that is there already or none. */
  number(row: number, column: number, required: boolean, value: PlannedValue | null, format?: string): void {
    if (value !== null) this.prefilled += 1;
    this.put(row, column, required ? 'required' : 'number', value, format);
  }
}

/** A1 address of a row and column counted from 1. */
export function addressAt(row: number, column: number): string {
  return addressOf(row - 1, column - 1);
}

/** A1 range between two cells counted from 1; one address where they are the same. */
export function rangeAt(top: number, left: number, bottom: number, right: number): string {
  const [first, last] = [addressAt(top, left), addressAt(bottom, right)];
  return first === last ? first : `${first}:${last}`;
}
