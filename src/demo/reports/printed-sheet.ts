import { write, utils } from '@e965/xlsx';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import { formatDecimal } from '../../ground/text/vietnamese-number.ts';

/** What stands in a cell: a text, a number with as many decimals as are shown, or nothing. */
export type PrintedCell = string | { readonly exact: string; readonly decimals: number } | null;

/** A sheet as it will be printed; rows and columns count from 0. */
export interface PrintedSheet {
  readonly name: string;
  readonly rows: readonly (readonly PrintedCell[])[];
  /** Merged rectangles: first row, first column, last row, last column. */
  readonly merges: readonly (readonly [number, number, number, number])[];
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
}

/** The bytes of an .xlsx of one sheet; equal sheets give equal bytes on every machine, because nothing is compressed or dated. */
export function xlsxOf(sheet: PrintedSheet): Buffer {
  const cells: WorkSheet = {};
  for (const [row, printed] of sheet.rows.entries()) {
    for (const [column, cell] of printed.entries()) {
      if (cell !== null) cells[utils.encode_cell({ r: row, c: column })] = xlsxCell(cell);
    }
  }
  const last = { r: sheet.rows.length - 1, c: sheet.widths.length - 1 };
  cells['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: last });
  cells['!merges'] = sheet.merges.map(([top, left, bottom, right]) => ({
    s: { r: top, c: left },
    e: { r: bottom, c: right },
  }));
  cells['!cols'] = sheet.widths.map((wch) => ({ wch }));
  const book = utils.book_new();
  utils.book_append_sheet(book, cells, sheet.name);
  const bytes: Buffer = write(book, { type: 'buffer', bookType: 'xlsx', compression: false });
  return bytes;
}

function xlsxCell(cell: NonNullable<PrintedCell>): CellObject {
  if (typeof cell === 'string') return { t: 's', v: cell };
  // A double holds 15 digits and prints the shortest text that means it, so what is read back is what was meant.
  return { t: 'n', v: Number(cell.exact), z: cell.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(cell.decimals)}` };
}

/** The bytes of a CSV as a Vietnamese Excel saves it: UTF-8 with BOM, semicolons, 1.234,5. Merged cells are empty there. */
export function csvOf(sheet: PrintedSheet): Buffer {
  const width = sheet.widths.length;
  const lines = sheet.rows.map((row) => Array.from({ length: width }, (_, at) => quoted(csvText(row[at] ?? null))));
  return Buffer.from(`\uFEFF${lines.map((fields) => fields.join(';')).join('\r\n')}\r\n`, 'utf8');
}

function csvText(cell: PrintedCell): string {
  if (cell === null || typeof cell === 'string') return cell ?? '';
  const [whole = '', fraction = ''] = cell.exact.split('.');
  return formatDecimal(cell.decimals === 0 ? whole : `${whole}.${fraction.padEnd(cell.decimals, '0')}`);
}

function quoted(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
