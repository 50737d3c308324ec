import iconv from 'iconv-lite';
import { utils, write } from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { Description } from './description.ts';
import { odsBytes } from './ods-bytes.ts';
import type { DrawnSheet, SheetCell } from './sheet-model.ts';

const ERROR_CODES: Readonly<Record<string, number>> = {
  '#NULL!': 0x00,
  '#DIV/0!': 0x07,
  '#VALUE!': 0x0f,
  '#REF!': 0x17,
  '#NAME?': 0x1d,
  '#NUM!': 0x24,
  '#N/A': 0x2a,
};

/** The bytes of a workbook in the file format of its description. */
export function workbookBytes(sheets: readonly DrawnSheet[], { file, csv, legacy }: Description): Uint8Array {
  if (file === 'ods') return odsBytes(sheets);
  if (file === 'csv') return csvBytes(sheets[0], csv, legacy !== 'NONE');
  const book: WorkBook = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, worksheet(sheet), sheet.name);
  book.Workbook = { Sheets: sheets.map(({ name, hidden }) => ({ name, Hidden: hidden ? 1 : 0 })) };
  return write(book, { type: 'buffer', bookType: file === 'xls' ? 'biff8' : 'xlsx' }) as Uint8Array;
}

function worksheet({ rows, merges, hiddenRows, hiddenColumns }: DrawnSheet): WorkSheet {
  const sheet: WorkSheet = {};
  let width = 1;
  rows.forEach((cells, r) => {
    width = Math.max(width, cells.length);
    cells.forEach((cell, c) => {
      const written = cell === null ? null : cellObject(cell);
      if (written !== null) sheet[utils.encode_cell({ r, c })] = written;
    });
  });
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, rows.length - 1), c: width - 1 } });
  sheet['!merges'] = merges.map(({ top, left, bottom, right }) => ({
    s: { r: top, c: left },
    e: { r: bottom, c: right },
  }));
  sheet['!rows'] = rows.map((_, at) => (hiddenRows.has(at) ? { hidden: true } : {}));
  sheet['!cols'] = Array.from({ length: width }, (_, at) => (hiddenColumns.has(at) ? { hidden: true } : {}));
  return sheet;
}

function cellObject({ value, format, formula, error, date }: SheetCell): CellObject | null {
  if (value === null || value === '') return null;
  if (error === true) return { t: 'e', v: ERROR_CODES[String(value)] ?? 0x0f, w: String(value) };
  if (date === true) {
    const [day = 1, month = 1, year = 2026] = String(value).split('/').map(Number);
    return { t: 'n', v: Date.UTC(year, month - 1, day) / 86_400_000 + 25_569, z: 'd/m/yyyy' };
  }
  const kind = typeof value === 'number' ? 'n' : 's';
  return {
    t: kind,
    v: value,
    ...(format === undefined ? {} : { z: format }),
    ...(formula === undefined ? {} : { f: formula }),
  };
}

function csvBytes(
  sheet: DrawnSheet | undefined,
  { separator, encoding }: Description['csv'],
  legacy: boolean,
): Uint8Array {
  const rows = sheet?.rows ?? [];
  const width = Math.max(1, ...rows.map((cells) => cells.length));
  const lines = rows.map((cells) =>
    Array.from({ length: width }, (_, at) => quoted(String(cells[at]?.value ?? ''), separator)).join(separator),
  );
  const text = `${lines.join('\r\n')}\r\n`;
  if (legacy) return iconv.encode(text, 'win1252');
  if (encoding === 'UTF16LE') return Buffer.from(`\ufeff${text}`, 'utf16le');
  return Buffer.from(encoding === 'UTF8_BOM' ? `\ufeff${text}` : text, 'utf8');
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
