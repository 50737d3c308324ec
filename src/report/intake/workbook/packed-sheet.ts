import type { LegacyEncoding } from '../../../ground/text/legacy-letters.ts';
import { addressOf, MergeIndex, recent } from './sheet.ts';
import type { Cell, CellKind, Grid, Merge, Row } from './sheet.ts';

/** Limits of one sheet: a report of 3,321 communes stays far below them. */
const MOST_CELLS = 5_000_000;
/** Columns of a sheet. */
export const MOST_COLUMNS = 500;
const MOST_FILLED_ROWS = 250_000;
const MOST_TEXT = 64 * 1024 * 1024;
/** Characters of one text; a cell of Excel holds half of it. */
export const LONGEST_TEXT = 65_536;
/** The same as it is written in XML, where one sign can take seven (`_x0009_`). */
export const LONGEST_WRITTEN = 8 * LONGEST_TEXT;
const MOST_MERGES = 50_000;
/** A merged rectangle of more cells than this is none that a report needs, and fills the memory of whoever spreads it out. */
const MOST_MERGED_CELLS = 1_000_000;
/** Rows that all merged rectangles of a sheet cover together. */
const MOST_MERGED_ROWS = 1_000_000;
/** Cells, rows (blank ones above filled ones too), texts of formulas and their characters in all sheets of a workbook together. */
const MOST_BOOK_CELLS = 10_000_000;
const MOST_BOOK_ROWS = 4 * 2 ** 20;
const MOST_FORMULAS = 100_000;
const MOST_FORMULA_TEXT = 4 * 1024 * 1024;
/** Longest formula that a spreadsheet takes (Excel: 8,192 characters). */
const LONGEST_FORMULA = 8_192;
/** Rows of a sheet; that many has Excel's. */
export const MOST_ROWS = 2 ** 20;

/** What the cells of a sheet share: of a style, all that decides how a number is read. */
export interface CellStyle {
  /** Number format code; '' for the general one. */
  readonly format: string;
  readonly isDate: boolean;
  /** What its font stands for, where that is not Unicode. */
  readonly legacy?: LegacyEncoding | null;
}

/** How a packed cell becomes a cell again. */
export interface Unpacking {
  readonly texts: readonly string[];
  readonly styles: readonly CellStyle[];
  /** The text a reader sees of a number under a format that adds to its digits. */
  readonly show: (value: number, format: string) => string;
  /** dd/mm/yyyy of a serial number of days; null outside the calendar. */
  readonly dateText: (serial: number) => string | null;
  /** A text as its font shows it. */
  readonly legacyText?: (text: string, encoding: LegacyEncoding) => string;
}

/** Styles of a workbook; more are no program's, and cells are packed with their numbers in two bytes. */
export const MOST_STYLES = 65_000;
/** Longest number format that a spreadsheet takes is 255 characters; each cell is shown by it. */
export const LONGEST_FORMAT = 1_000;

/** A sheet that is too large to be a report. */
export class TooLargeSheet extends Error {}

/** Kinds as they are packed; TEXT cells hold the number of their text, ERROR cells too. */
const KINDS: readonly CellKind[] = ['EMPTY', 'TEXT', 'NUMBER', 'DATE', 'BOOLEAN', 'ERROR'];
const TEXT = KINDS.indexOf('TEXT');

/** What the sheets of a workbook may take up together. Throws `TooLargeSheet`. */
export class BookRoom {
  #cells = 0;
  #rows = 0;
  #formulas = 0;
  #formulaText = 0;
  #moved = 0;

  takeCell(): void {
    if (++this.#cells > MOST_BOOK_CELLS) throw new TooLargeSheet();
  }

  takeRows(rows: number): void {
    this.#rows += rows;
    if (this.#rows > MOST_BOOK_ROWS) throw new TooLargeSheet();
  }

  /** Whether there is room for the text of one more formula; without it a cell is only known to hold one. */
  hasFormulaRoom(length: number): boolean {
    const fits = length <= LONGEST_FORMULA && this.#formulaText + length <= MOST_FORMULA_TEXT;
    return fits && this.#formulas < MOST_FORMULAS;
  }

  /** Whether one more formula may be made from another of this length; what comes of it can be longer, and is then not kept. */
  takeMove(length: number): boolean {
    this.#moved += length;
    return this.hasFormulaRoom(length) && this.#moved <= MOST_FORMULA_TEXT;
  }

  /** Takes that room where it is there. */
  takeFormula(length: number): boolean {
    if (!this.hasFormulaRoom(length)) return false;
    this.#formulas++;
    this.#formulaText += length;
    return true;
  }
}

/** Marks a packed cell's kind: it holds a formula. */
const IS_FORMULA = 0x80;

/**
 * Takes cells in reading order and keeps each in about 20 bytes: cells with nothing in them are not kept at all. Throws
 * `TooLargeSheet` where a sheet passes the limits.
 */
export class SheetPacker {
  #columns = new Uint16Array(1024);
  #kinds = new Uint8Array(1024);
  #styles = new Uint16Array(1024);
  #values = new Float64Array(1024);
  #rowStarts = new Int32Array(256);
  readonly #formulas = new Map<number, string>();
  readonly #merges: Merge[] = [];
  readonly #room: BookRoom;
  #count = 0;
  #row = -1;
  #filledRows = 0;
  #mergedRows = 0;
  #width = 0;

  constructor(room = new BookRoom()) {
    this.#room = room;
  }

  add(row: number, column: number, kind: CellKind, value: number, style = 0, formula: string | null = null): void {
    if (row !== this.#row) this.#openRow(row);
    if (column >= MOST_COLUMNS || this.#count >= MOST_CELLS) throw new TooLargeSheet();
    this.#room.takeCell();
    const at = this.#count++;
    if (at >= this.#columns.length) this.#grow();
    this.#columns[at] = column;
    this.#kinds[at] = KINDS.indexOf(kind) | (formula === null ? 0 : IS_FORMULA);
    this.#styles[at] = style;
    this.#values[at] = value;
    if (formula !== null && formula !== '' && this.#room.takeFormula(formula.length)) this.#formulas.set(at, formula);
    this.#width = Math.max(this.#width, column + 1);
  }

  merge(merge: Merge): void {
    const cells = (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1);
    this.#mergedRows += merge.bottom - merge.top + 1;
    if (cells > MOST_MERGED_CELLS || this.#merges.length >= MOST_MERGES || this.#mergedRows > MOST_MERGED_ROWS)
      throw new TooLargeSheet();
    this.#merges.push(merge);
  }

  finish(name: string | null, hidden: boolean, unpacking: Unpacking): Grid {
    const height = this.#row + 1;
    this.#openRow(height);
    return {
      name,
      hidden,
      height,
      width: this.#width,
      merges: new MergeIndex(this.#merges),
      row: recent((at) => (at < 0 || at >= height ? [] : this.#unpack(at, unpacking))),
      cell: (at, column) => (at < 0 || at >= height ? undefined : this.#one(at, column, unpacking)),
      eachText: (at, see) => {
        if (at >= 0 && at < height) this.#eachText(at, unpacking, see);
      },
    };
  }

  #openRow(row: number): void {
    if (++this.#filledRows > MOST_FILLED_ROWS + 1 || row > MOST_ROWS) throw new TooLargeSheet();
    this.#room.takeRows(row - this.#row);
    if (row + 1 > this.#rowStarts.length) {
      const larger = new Int32Array(Math.max(row + 1, this.#rowStarts.length * 2));
      larger.set(this.#rowStarts);
      this.#rowStarts = larger;
    }
    for (let at = this.#row + 1; at <= row; at++) this.#rowStarts[at] = this.#count;
    this.#row = row;
  }

  #grow(): void {
    const length = this.#columns.length * 2;
    const [columns, kinds, styles, values] = [this.#columns, this.#kinds, this.#styles, this.#values];
    this.#columns = new Uint16Array(length);
    this.#kinds = new Uint8Array(length);
    this.#styles = new Uint16Array(length);
    this.#values = new Float64Array(length);
    this.#columns.set(columns);
    this.#kinds.set(kinds);
    this.#styles.set(styles);
    this.#values.set(values);
  }

  #unpack(row: number, unpacking: Unpacking): Row {
    const cells: (Cell | undefined)[] = [];
    for (let at = this.#rowStarts[row] ?? 0; at < (this.#rowStarts[row + 1] ?? 0); at++) {
      const column = this.#columns[at] ?? 0;
      cells[column] = this.#cell(at, addressOf(row, column), unpacking);
    }
    return cells;
  }

  #one(row: number, column: number, unpacking: Unpacking): Cell | undefined {
    const end = this.#rowStarts[row + 1] ?? 0;
    let found: Cell | undefined;
    // The last one counts, as it does where the whole row is made.
    for (let at = this.#rowStarts[row] ?? 0; at < end; at++)
      if (this.#columns[at] === column) found = this.#cell(at, addressOf(row, column), unpacking);
    return found;
  }

  #eachText(row: number, unpacking: Unpacking, see: (text: string, column: number) => void): void {
    for (let at = this.#rowStarts[row] ?? 0; at < (this.#rowStarts[row + 1] ?? 0); at++)
      if (((this.#kinds[at] ?? 0) & ~IS_FORMULA) === TEXT) see(this.#text(at, unpacking), this.#columns[at] ?? 0);
  }

  #text(at: number, { texts, styles, legacyText }: Unpacking): string {
    const text = texts[this.#values[at] ?? 0] ?? '';
    const legacy = styles[this.#styles[at] ?? 0]?.legacy ?? null;
    return legacy === null || legacyText === undefined ? text : legacyText(text, legacy);
  }

  #cell(at: number, address: string, unpacking: Unpacking): Cell {
    const { texts, styles, show, dateText } = unpacking;
    const packed = this.#kinds[at] ?? 0;
    const kind = KINDS[packed & ~IS_FORMULA] ?? 'EMPTY';
    const value = this.#values[at] ?? 0;
    const format = styles[this.#styles[at] ?? 0]?.format ?? '';
    const formula = packed < IS_FORMULA ? null : (this.#formulas.get(at) ?? '');
    let text = '';
    let number: string | null = null;
    if (kind === 'TEXT') text = this.#text(at, unpacking);
    else if (kind === 'ERROR') text = texts[value] ?? '';
    else if (kind === 'BOOLEAN') text = value === 0 ? 'FALSE' : 'TRUE';
    else if (kind === 'DATE') text = dateText(value) ?? exactText(value);
    else if (kind === 'NUMBER') {
      number = exactText(value);
      text = isSpoken(format) ? show(value, format).trim() || number : number;
    }
    return { address, kind, text, number, format, formula };
  }
}

/** Texts of a workbook, each kept once. Throws `TooLargeSheet` where they are more than a report can hold. */
export class TextPool {
  readonly texts: string[] = [];
  readonly #known = new Map<string, number>();
  #size = 0;

  /** The number of a text. */
  put(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const at = this.push(text);
    this.#known.set(text, at);
    return at;
  }

  /** Adds a text without looking whether it is there: a workbook's own table of texts is addressed by order. */
  push(text: string): number {
    this.#size += text.length;
    if (this.#size > MOST_TEXT || text.length > LONGEST_TEXT) throw new TooLargeSheet();
    return this.texts.push(text) - 1;
  }
}

/** Formats in which the reader sees more than the number's digits and grouping. */
export function isSpoken(format: string): boolean {
  return format !== '' && /[%"\\[]/.test(format);
}

/**
 * The decimal a spreadsheet shows for a stored double: 15 significant digits, as Excel itself does, so that the noise of
 * a computed 59.519999999999996 does not come through. Whole numbers stay exact.
 */
function exactText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  return plainDecimal(String(Number.isInteger(value) ? value : Number(value.toPrecision(15))));
}

/** JavaScript writes 1e-7 and 1e+21; a decimal string has no exponent. */
function plainDecimal(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0').slice(0, point)}${digits.length > point ? `.${digits.slice(point)}` : ''}`;
}

const MAY_BE_ERROR = /^\s*[#EL]/;
const ERROR_TEXT = /^#(REF!|DIV\/0!|N\/A|NAME\?|VALUE!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$|^(?:Err|Lỗi):\d{3}$/;

/** Whether a text is what a spreadsheet shows in place of a formula's result. */
export function isErrorText(text: string): boolean {
  if (!MAY_BE_ERROR.test(text)) return false;
  return ERROR_TEXT.test(text.trim());
}
