import type { CellObject, WorkBook } from '@e965/xlsx';
import { marginTextsOf } from './biff-texts.ts';
import { isDateFormat } from './number-format.ts';
import { BookRoom, isErrorText, SheetPacker, TextPool } from './packed-sheet.ts';
import type { CellStyle } from './packed-sheet.ts';
import type { CellKind, Grid } from './sheet.ts';
import { spokenNumbers } from './spoken-number.ts';
import { dateText } from './xlsx-sheet.ts';

/**
 * Largest .xls taken in, in bytes: its library reads it whole, so it has a limit of its own. A report of 170 communes in this
 * format has a tenth of a megabyte.
 */
export const MOST_XLS_BYTES = 8 * 1024 * 1024;

/** Why a workbook was not read. */
export type XlsFault = 'BROKEN' | 'ENCRYPTED';

/** A workbook of this format: its sheets, and texts outside the cells that may carry a stamp. */
export interface XlsFile {
  readonly grids: readonly Grid[];
  readonly marginTexts: readonly string[];
}

/** Reads a BIFF .xls. Formulas give their stored results, nothing is computed. Throws `TooLargeSheet`. */
export async function readXls(bytes: Uint8Array): Promise<XlsFile | XlsFault> {
  const { CFB, read } = await import('@e965/xlsx');
  let book: WorkBook;
  let marginTexts: string[];
  try {
    const container = CFB.read(Buffer.from(bytes), { type: 'buffer' });
    const stream = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book');
    marginTexts = marginTextsOf(Uint8Array.from(stream?.content ?? []));
    book = read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: true,
      cellNF: true,
      cellText: false,
      cellDates: false,
    });
  } catch (error) {
    return /password|encrypt/i.test(String(error)) ? 'ENCRYPTED' : 'BROKEN';
  }
  const pool = new TextPool();
  const styles = new StyleTable();
  const room = new BookRoom();
  const sheets = book.SheetNames.map((name, index) => {
    const packer = new SheetPacker(room);
    packSheet(book, name, { packer, pool, styles });
    return { name, packer, hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0 };
  });
  if (sheets.length === 0) return 'BROKEN';
  const unpacking = { texts: pool.texts, styles: styles.all, show: await spokenNumbers(styles.all), dateText };
  return { grids: sheets.map(({ name, packer, hidden }) => packer.finish(name, hidden, unpacking)), marginTexts };
}

/** The number formats of a workbook by their codes. */
class StyleTable {
  readonly all: CellStyle[] = [];
  readonly #known = new Map<string, number>();

  indexOf(format: string): number {
    const known = this.#known.get(format);
    if (known !== undefined) return known;
    const index = this.all.push({ format, isDate: isDateFormat(format) }) - 1;
    this.#known.set(format, index);
    return index;
  }
}

interface Target {
  readonly packer: SheetPacker;
  readonly pool: TextPool;
  readonly styles: StyleTable;
}

/** Days between the two calendars of workbooks. */
const DAYS_TO_1904 = 1462;

function packSheet(book: WorkBook, name: string, target: Target): void {
  const sheet = book.Sheets[name];
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet?.['!data'] ?? [];
  const shift = book.Workbook?.WBProps?.date1904 === true ? DAYS_TO_1904 : 0;
  for (let row = 0; row < data.length; row++) {
    const cells = data[row] ?? [];
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (cell !== undefined) packCell(cell, row, column, shift, target);
    }
  }
  for (const { s, e } of sheet?.['!merges'] ?? [])
    target.packer.merge({ top: s.r, left: s.c, bottom: e.r, right: e.c });
}

function packCell(cell: CellObject, row: number, column: number, shift: number, target: Target): void {
  const { packer, pool, styles } = target;
  const code = cell.z === undefined ? '' : String(cell.z);
  const style = styles.indexOf(/^general$/i.test(code) ? '' : code);
  const formula = cell.f ?? null;
  const add = (kind: CellKind, value: number): void => packer.add(row, column, kind, value, style, formula);
  switch (cell.t) {
    case 'n': {
      const isDate = styles.all[style]?.isDate ?? false;
      if (Number.isFinite(cell.v)) add(isDate ? 'DATE' : 'NUMBER', Number(cell.v) + (isDate ? shift : 0));
      else if (formula !== null) add('ERROR', pool.put(''));
      return;
    }
    case 's': {
      const text = String(cell.v ?? '');
      if (text.trim() !== '') add(isErrorText(text) ? 'ERROR' : 'TEXT', pool.put(text));
      return;
    }
    case 'b':
      return add('BOOLEAN', cell.v === true ? 1 : 0);
    case 'e':
      return add('ERROR', pool.put(errorText(cell)));
    default:
      // A formula whose result was never stored looks like an empty cell, and is not one.
      if (formula !== null) add('ERROR', pool.put(''));
  }
}

function errorText({ v, w }: CellObject): string {
  return w ?? ERROR_TEXTS[Number(v)] ?? '#VALUE!';
}

/** What a spreadsheet shows for the error codes of BIFF. */
const ERROR_TEXTS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};
