import { read } from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { Cell, Grid, Merge } from '../workbook/sheet.ts';
import { textCell, writeAnew } from './as-xlsx.ts';
import type { CellRow, FreshSheet, Rewritten } from './as-xlsx.ts';
import { UnfitPart } from './xml-tree.ts';

/** Codes of errors, as the library has them. */
const ERROR_CODES: Readonly<Record<string, number>> = {
  '#NULL!': 0,
  '#DIV/0!': 7,
  '#VALUE!': 15,
  '#REF!': 23,
  '#NAME?': 29,
  '#NUM!': 36,
  '#N/A': 42,
};
const VALUE_ERROR = 15;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Writes what a BIFF .xls shows as .xlsx: values, formats, merges, sizes, what is hidden, and others' comments. `legacy`
 * says that its texts are in an encoding of old fonts, of which the copy must then keep the font. Throws UnfitPart.
 */
export function rewriteXls(bytes: Uint8Array, legacy: boolean): Rewritten {
  let book: WorkBook;
  try {
    book = read(bytes, { type: 'buffer', dense: true, cellFormula: true, cellNF: true, cellStyles: true });
  } catch (error) {
    throw new UnfitPart(String(error));
  }
  const sheets = book.SheetNames.map((name, index): FreshSheet => {
    const sheet = book.Sheets[name];
    return {
      name,
      hidden: book.Workbook?.Sheets?.[index]?.Hidden ?? 0,
      rows: plainRows(sheet),
      merges: sheet?.['!merges'],
      columns: sheet?.['!cols'],
      heights: sheet?.['!rows'],
    };
  });
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return writeAnew(sheets, { date1904, font: legacy ? legacyFont(bytes) : null });
}

/** Writes sheets as they were read (.ods, CSV) as .xlsx: values, formats, merges, hidden sheets. Throws UnfitPart. */
export function rewriteGrids(grids: readonly Grid[]): Rewritten {
  const sheets = grids.map((grid): FreshSheet => {
    const rows = Array.from({ length: grid.height }, (_, at) => Array.from(grid.row(at), cellOf));
    const name = grid.name ?? 'Số liệu';
    return { name, hidden: grid.hidden ? 1 : 0, rows, merges: mergesOf(grid) };
  });
  return writeAnew(sheets, { date1904: false, font: null });
}

/** The Vietnamese font of the old encodings that a file names: in another font its texts could not be read. */
function legacyFont(bytes: Uint8Array): string | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fonts = ['.VnTime', '.VnArial', 'VNI-Times', 'VNI-Helve'];
  return (
    fonts.find((font) => view.includes(Buffer.from(font, 'latin1')) || view.includes(Buffer.from(font, 'utf16le'))) ??
    null
  );
}

function plainRows(sheet: WorkSheet | undefined): CellRow[] {
  const rows: readonly (CellRow | undefined)[] = sheet?.['!data'] ?? [];
  return Array.from(rows, (cells) => Array.from(cells ?? [], plainCell));
}

/** A cell without its formula. One without a result, or with a result that is no value, stays an error. */
function plainCell(cell: CellObject | undefined): CellObject | undefined {
  if (cell === undefined) return undefined;
  const notes = cell.c === undefined ? {} : { c: cell.c.map(({ a, t }) => ({ a: a ?? '', t: t ?? '' })) };
  const format = cell.z === undefined || cell.z === 'General' ? {} : { z: cell.z };
  if (cell.t === 's') return { ...textCell(String(cell.v ?? '')), ...format, ...notes };
  if (cell.t === 'z' || cell.v === undefined || (typeof cell.v === 'number' && !Number.isFinite(cell.v))) {
    if (cell.f !== undefined) return { t: 'e', v: VALUE_ERROR, ...notes };
    return cell.c === undefined ? undefined : { t: 'z', ...notes };
  }
  return { t: cell.t, v: cell.v, ...format, ...notes };
}

function cellOf(cell: Cell | undefined): CellObject | undefined {
  if (cell === undefined) return undefined;
  const format = cell.format === '' ? {} : { z: cell.format };
  switch (cell.kind) {
    case 'EMPTY':
      return undefined;
    case 'NUMBER':
      return { t: 'n', v: Number(cell.number), ...format };
    case 'DATE': {
      const serial = serialOf(cell.text);
      return serial === null ? textCell(cell.text) : { t: 'n', v: serial, z: 'dd/mm/yyyy' };
    }
    case 'BOOLEAN':
      return { t: 'b', v: /^(?:true|1|đúng)$/i.test(cell.text) };
    case 'ERROR':
      return { t: 'e', v: ERROR_CODES[cell.text] ?? VALUE_ERROR };
    case 'TEXT':
      return textCell(cell.text);
  }
}

/** The number of a day as workbooks count them, of dd/mm/yyyy. */
function serialOf(date: string): number | null {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(date) ?? [];
  if (year === undefined) return null;
  return (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(1899, 11, 30)) / DAY;
}

/** Merged rectangles, found by their first cells: the grid tells only which one covers a place. */
function mergesOf(grid: Grid): NonNullable<WorkSheet['!merges']> {
  if (grid.merges.count === 0) return [];
  const found = new Set<Merge>();
  for (let row = 0; row < grid.height; row++) {
    for (let column = 0; column < grid.width; column++) {
      const merge = grid.merges.at(row, column);
      if (merge !== undefined) found.add(merge);
    }
  }
  return [...found].map(({ top, left, bottom, right }) => ({ s: { r: top, c: left }, e: { r: bottom, c: right } }));
}
