import { read, SSF } from '@e965/xlsx';
import type { CellObject, WorkBook } from '@e965/xlsx';
import { addressOf } from './sheet.ts';
import type { Cell, CellKind, Grid } from './sheet.ts';

const MOST_ROWS = 20_000;
const MOST_COLUMNS = 500;

/** Why a workbook was not read. */
export type WorkbookFault = 'BROKEN' | 'ENCRYPTED' | 'TOO_LARGE';

/** Reads the sheets of an .xlsx (its checked archive) or BIFF .xls. Formulas give their stored results, nothing is computed. */
export function readWorkbook(bytes: Uint8Array): Grid[] | WorkbookFault {
  let book: WorkBook;
  try {
    book = read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: true,
      cellNF: true,
      cellText: true,
      cellDates: false,
    });
  } catch (error) {
    return /password|encrypt/i.test(String(error)) ? 'ENCRYPTED' : 'BROKEN';
  }
  const grids: Grid[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    const grid = toGrid(book, name, (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0);
    if (grid === null) return 'TOO_LARGE';
    grids.push(grid);
  }
  return grids.length === 0 ? 'BROKEN' : grids;
}

function toGrid(book: WorkBook, name: string, hidden: boolean): Grid | null {
  const sheet = book.Sheets[name];
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet?.['!data'] ?? [];
  if (data.length > MOST_ROWS) return null;
  const rows: (Cell | undefined)[][] = [];
  let width = 0;
  for (let row = 0; row < data.length; row++) {
    const cells = data[row] ?? [];
    if (cells.length > MOST_COLUMNS) return null;
    width = Math.max(width, cells.length);
    rows.push(
      Array.from(cells, (cell, column) => (cell === undefined ? undefined : toCell(cell, addressOf(row, column)))),
    );
  }
  const merges = (sheet?.['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
  return { name, hidden, rows, width, merges };
}

function toCell(cell: CellObject, address: string): Cell {
  const formula = cell.f !== undefined;
  const format = cell.z === undefined ? '' : String(cell.z);
  const base = { address, format, formula, number: null };
  const kind = kindOf(cell, format, formula);
  if (kind === 'NUMBER' && typeof cell.v === 'number') {
    const number = exactText(cell.v);
    return { ...base, kind, number, text: isSpoken(format) ? (cell.w ?? number).trim() : number };
  }
  if (kind === 'ERROR') return { ...base, kind, text: cell.w ?? '#VALUE!' };
  if (kind === 'EMPTY') return { ...base, kind, text: '' };
  return { ...base, kind, text: kind === 'TEXT' ? String(cell.v) : (cell.w ?? String(cell.v)) };
}

function kindOf(cell: CellObject, format: string, formula: boolean): CellKind {
  switch (cell.t) {
    case 'n':
      if (typeof cell.v !== 'number' || !Number.isFinite(cell.v)) return formula ? 'ERROR' : 'EMPTY';
      return format !== '' && SSF.is_date(format) ? 'DATE' : 'NUMBER';
    case 's':
      if (typeof cell.v !== 'string' || cell.v.trim() === '') return 'EMPTY';
      return /^#(REF!|DIV\/0!|N\/A|NAME\?|VALUE!|NUM!|NULL!|SPILL!|CALC!)$/.test(cell.v.trim()) ? 'ERROR' : 'TEXT';
    case 'b':
      return 'BOOLEAN';
    case 'd':
      return 'DATE';
    case 'e':
      return 'ERROR';
    default:
      // A formula whose result was never stored looks like an empty cell, and is not one.
      return formula ? 'ERROR' : 'EMPTY';
  }
}

/** Formats in which the reader sees more than the number's digits and grouping. */
function isSpoken(format: string): boolean {
  return /[%"\\[]/.test(format);
}

/**
 * The decimal a spreadsheet shows for a stored double: 15 significant digits, as Excel itself does, so that the noise of
 * a computed 59.519999999999996 does not come through. Whole numbers stay exact.
 */
function exactText(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
}
