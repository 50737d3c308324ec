/** A cell to be written; `error` and `date` are the kinds that a number's place should not hold. */
export interface SheetCell {
  value: string | number | null;
  /** Number format. */
  format?: string;
  formula?: string;
  error?: true;
  date?: true;
}

/** A merged block, 0-based, ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A sheet to be written; rows and columns count from 0. */
export interface DrawnSheet {
  name: string;
  hidden: boolean;
  rows: (SheetCell | null)[][];
  merges: Merge[];
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
}

/** A cell of text. */
export function textCell(value: string | null): SheetCell | null {
  return value === null ? null : { value };
}

/** A1 style address of a 0-based row and column. */
export function addressOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

/** A sheet with nothing but lines of text in its first column. */
export function textSheet(name: string, lines: readonly string[]): DrawnSheet {
  const rows = lines.map((line) => [textCell(line)]);
  return { name, hidden: false, rows, merges: [], hiddenRows: new Set(), hiddenColumns: new Set() };
}
