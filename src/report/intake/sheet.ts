/** What a cell holds; DATE is a number shown as a date. */
export type CellKind = 'EMPTY' | 'TEXT' | 'NUMBER' | 'DATE' | 'BOOLEAN' | 'ERROR';

/** One cell as it stands in the file. */
export interface Cell {
  /** A1 style. */
  readonly address: string;
  readonly kind: CellKind;
  /** The text of the cell; of a number the text a reader sees; '' when empty. */
  readonly text: string;
  /** Decimal string of a NUMBER, without binary noise; null otherwise. */
  readonly number: string | null;
  /** The number format ('0.0%'); '' when there is none. */
  readonly format: string;
  readonly formula: boolean;
}

/** A merged rectangle, ends included, counted from 0. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet as a grid; rows and columns count from 0. */
export interface Grid {
  /** Null for CSV. */
  readonly name: string | null;
  readonly hidden: boolean;
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  readonly width: number;
  readonly merges: readonly Merge[];
}

/** Column letters of an index from 0: 0 is 'A', 26 is 'AA'. */
function columnLetters(column: number): string {
  const letter = String.fromCharCode(0x41 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** A1 address of a row and column counted from 0. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** The cell at a place; an EMPTY one where the file has none. */
export function cellAt(grid: Grid, row: number, column: number): Cell {
  return grid.rows[row]?.[column] ?? emptyCell(addressOf(row, column));
}

function emptyCell(address: string): Cell {
  return { address, kind: 'EMPTY', text: '', number: null, format: '', formula: false };
}

/** The merged rectangle that covers a cell, if any. */
export function mergeAt(grid: Grid, row: number, column: number): Merge | undefined {
  return grid.merges.find((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right);
}

/** The text at a place, where a merged rectangle shows its text over all its cells. */
export function shownText(grid: Grid, row: number, column: number): string {
  const merge = mergeAt(grid, row, column);
  return merge === undefined ? cellAt(grid, row, column).text : cellAt(grid, merge.top, merge.left).text;
}

/** Every text of the sheet with its place, in reading order. */
export function* textsOf(grid: Grid): Generator<{ row: number; column: number; text: string }> {
  for (const [row, cells] of grid.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell?.kind === 'TEXT') yield { row, column, text: cell.text };
    }
  }
}

/** A copy of the grid with every text changed, for decoding legacy fonts; the sheet's name stays, it is an address. */
export function mapTexts(grid: Grid, change: (text: string) => string): Grid {
  const rows = grid.rows.map((cells) =>
    cells.map((cell) => (cell?.kind === 'TEXT' ? { ...cell, text: change(cell.text) } : cell)),
  );
  return { ...grid, rows };
}
