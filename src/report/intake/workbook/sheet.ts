/** What a cell holds; DATE is a number shown as a date. */
export type CellKind = 'EMPTY' | 'TEXT' | 'NUMBER' | 'DATE' | 'BOOLEAN' | 'ERROR';

/** One cell as it stands in the file. */
export interface Cell {
  /** A1 style. */
  readonly address: string;
  readonly kind: CellKind;
  /** The text of the cell; of a number the text a reader sees; of a date dd/mm/yyyy; '' when empty. */
  readonly text: string;
  /** Decimal string of a NUMBER, without binary noise; null otherwise. */
  readonly number: string | null;
  /** The number format ('0.0%'); '' when there is none. */
  readonly format: string;
  /** The formula whose stored result this is, without '='; '' where its text is not known; null for a typed cell. */
  readonly formula: string | null;
}

/** A merged rectangle, ends included, counted from 0. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One row: cells by column, holes where the file has none. Not to be kept: it is made anew when asked for again. */
export type Row = readonly (Cell | undefined)[];

/** One sheet as a grid; rows and columns count from 0. A large one keeps its cells packed and makes them when asked for. */
export interface Grid {
  /** Null for CSV. */
  readonly name: string | null;
  readonly hidden: boolean;
  /** Rows up to the last one with a cell. */
  readonly height: number;
  readonly width: number;
  readonly merges: MergeIndex;
  row(at: number): Row;
  /** One cell, without making the others of its row. */
  cell(row: number, column: number): Cell | undefined;
  /** Goes through the texts of a row, without making cells of them. */
  eachText(row: number, see: (text: string, column: number) => void): void;
}

/** From so many merged rectangles on, they are looked up by row. */
const FEW_MERGES = 32;

/** The merged rectangles of a sheet. */
export class MergeIndex {
  readonly count: number;
  readonly #all: readonly Merge[];
  readonly #lastRow: number;
  readonly #byRow = new Map<number, Merge[]>();

  /** No two of them overlap in a file that a spreadsheet program wrote; where they do, the first one counts. */
  constructor(merges: readonly Merge[]) {
    this.#all = merges;
    this.#lastRow = merges.reduce((last, { bottom }) => Math.max(last, bottom), -1);
    this.count = merges.length;
    if (merges.length <= FEW_MERGES) return;
    for (const merge of merges) {
      for (let row = merge.top; row <= merge.bottom; row++) {
        const there = this.#byRow.get(row);
        if (there === undefined) this.#byRow.set(row, [merge]);
        else there.push(merge);
      }
    }
  }

  /** The rectangle that covers a place, if any. */
  at(row: number, column: number): Merge | undefined {
    if (row > this.#lastRow) return undefined;
    const near = this.count <= FEW_MERGES ? this.#all : (this.#byRow.get(row) ?? []);
    return near.find((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right);
  }
}

/** Column letters of an index from 0: 0 is 'A', 26 is 'AA'. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(0x41 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** Letters of the columns that reports have. */
const LETTERS = Array.from({ length: 64 }, (_, column) => columnLetters(column));

/** A1 address of a row and column counted from 0. */
export function addressOf(row: number, column: number): string {
  return `${LETTERS[column] ?? columnLetters(column)}${row + 1}`;
}

const [DOLLAR, ZERO, NINE, LETTER_A, LETTER_Z] = [0x24, 0x30, 0x39, 0x41, 0x5a];

/** Row and column from 0 of an A1 address, '$' signs allowed; null for anything else. Read by hand: a file has millions. */
export function placeOf(address: string): { row: number; column: number } | null {
  let at = address.charCodeAt(0) === DOLLAR ? 1 : 0;
  const letters = at;
  let column = 0;
  for (let code = address.charCodeAt(at); code >= LETTER_A && code <= LETTER_Z; code = address.charCodeAt(++at))
    column = column * 26 + code - LETTER_A + 1;
  const hasLetters = at > letters && at <= letters + 3;
  if (address.charCodeAt(at) === DOLLAR) at++;
  const digits = at;
  let row = 0;
  for (let code = address.charCodeAt(at); code >= ZERO && code <= NINE; code = address.charCodeAt(++at))
    row = row * 10 + code - ZERO;
  const hasDigits = at > digits && at <= digits + 7;
  return hasLetters && hasDigits && row > 0 && at === address.length ? { row: row - 1, column: column - 1 } : null;
}

/** The cell at a place; an EMPTY one where the file has none. */
export function cellAt(grid: Grid, row: number, column: number): Cell {
  return grid.cell(row, column) ?? emptyCell(addressOf(row, column));
}

function emptyCell(address: string): Cell {
  return { address, kind: 'EMPTY', text: '', number: null, format: '', formula: null };
}

/** The merged rectangle that covers a cell, if any. */
export function mergeAt(grid: Grid, row: number, column: number): Merge | undefined {
  return grid.merges.at(row, column);
}

/** The text at a place, where a merged rectangle shows its text over all its cells. */
export function shownText(grid: Grid, row: number, column: number): string {
  const merge = mergeAt(grid, row, column);
  return merge === undefined ? cellAt(grid, row, column).text : cellAt(grid, merge.top, merge.left).text;
}

/** Every text of the sheet with its place, in reading order; rows from `from` up to and without `to`. */
export function* textsOf(
  grid: Grid,
  from = 0,
  to = grid.height,
): Generator<{ row: number; column: number; text: string }> {
  for (let row = from; row < Math.min(to, grid.height); row++) {
    const found: { row: number; column: number; text: string }[] = [];
    grid.eachText(row, (text, column) => void found.push({ row, column, text }));
    yield* found;
  }
}

/** The grid with every text changed as it is looked at, for decoding legacy fonts; the sheet's name stays, it is an address. */
export function mapTexts(grid: Grid, change: (text: string) => string): Grid {
  const changed = (cell: Cell | undefined): Cell | undefined =>
    cell?.kind === 'TEXT' ? { ...cell, text: change(cell.text) } : cell;
  return {
    ...grid,
    row: recent((at) => grid.row(at).map(changed)),
    cell: (row, column) => changed(grid.cell(row, column)),
    eachText: (row, see) => grid.eachText(row, (text, column) => see(change(text), column)),
  };
}

const MOST_RECENT = 8;

/** Keeps the rows made last: headings and neighbours are looked at many times in turn. */
export function recent(make: (at: number) => Row): (at: number) => Row {
  const made = new Map<number, Row>();
  return (at) => {
    const known = made.get(at);
    if (known !== undefined) return known;
    const row = make(at);
    if (made.size >= MOST_RECENT) for (const oldest of made.keys()) if (made.delete(oldest)) break;
    made.set(at, row);
    return row;
  };
}
