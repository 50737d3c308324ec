import { utils, write } from '@e965/xlsx';
import type { CellObject, ColInfo, WorkBook, WorkSheet } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { UnfitPart } from './xml-tree.ts';

const MOST_NAME = 31;
const MOST_TEXT = 32_767;
const WIDEST = 50;

/** A workbook written anew: the parts of an .xlsx, and the new name of each sheet by the old one. */
export interface Rewritten {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly names: ReadonlyMap<string, string>;
}

/** Cells of a row by column. */
export type CellRow = readonly (CellObject | undefined)[];

/** A sheet to be written. */
export interface FreshSheet {
  readonly name: string;
  /** 0 visible, 1 hidden, 2 hidden from the menu too. */
  readonly hidden: 0 | 1 | 2;
  readonly rows: readonly CellRow[];
  readonly merges: WorkSheet['!merges'];
  readonly columns?: readonly (ColInfo | undefined)[] | undefined;
  readonly heights?: WorkSheet['!rows'];
}

/** Writes sheets as the parts of an .xlsx. Throws UnfitPart. */
export function writeAnew(sheets: readonly FreshSheet[], book: { date1904: boolean; font: string | null }): Rewritten {
  const fresh = utils.book_new();
  const names = new Map<string, string>();
  const states: { Hidden: 0 | 1 | 2 }[] = [];
  for (const sheet of sheets) {
    const chosen = sheetName(sheet.name, new Set([...names.values()].map((taken) => taken.toLowerCase())));
    names.set(sheet.name, chosen);
    utils.book_append_sheet(fresh, sheetOf(sheet), chosen);
    states.push({ Hidden: sheet.hidden });
  }
  fresh.Workbook = { WBProps: { date1904: book.date1904 }, Sheets: states };
  return { parts: partsOf(fresh, book.font), names };
}

function partsOf(book: WorkBook, font: string | null): Map<string, Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true });
  } catch (error) {
    throw new UnfitPart(String(error));
  }
  const parts = new Map(Object.entries(unzipSync(new Uint8Array(bytes))));
  const styles = parts.get('xl/styles.xml');
  if (font !== null && styles !== undefined) {
    const text = Buffer.from(styles).toString('utf8');
    parts.set('xl/styles.xml', Buffer.from(text.replaceAll(/<name val="[^"]*"\/>/g, `<name val="${font}"/>`), 'utf8'));
  }
  return parts;
}

function sheetOf({ rows, merges, columns, heights }: FreshSheet): WorkSheet {
  const sheet: WorkSheet = {};
  let width = 1;
  for (const [row, cells] of rows.entries()) {
    width = Math.max(width, cells.length);
    for (const [column, cell] of cells.entries()) {
      if (cell !== undefined) sheet[utils.encode_cell({ r: row, c: column })] = cell;
    }
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, rows.length - 1), c: width - 1 } });
  const tableRows = rows.filter((cells) => cells.filter((cell) => cell !== undefined).length >= TABLE_CELLS);
  sheet['!cols'] = Array.from({ length: width }, (_, at) => columns?.[at] ?? { wch: widthOf(tableRows, at) });
  if (merges !== undefined) sheet['!merges'] = merges;
  if (heights !== undefined) sheet['!rows'] = heights;
  return sheet;
}

/** Filled cells from which on a row is one of a table; the text of a heading runs on over the empty cells beside it. */
const TABLE_CELLS = 3;

/** A width for the longest text that a column has in a table. */
function widthOf(tableRows: readonly CellRow[], column: number): number {
  let most = 6;
  for (const cells of tableRows) most = Math.max(most, String(cells[column]?.v ?? '').length + 2);
  return Math.min(WIDEST, most);
}

/** A text cell: text stays text, also where it begins like a formula. */
export function textCell(text: string): CellObject {
  // “_x0041_” is an escaped letter to spreadsheets, and the library does not escape it.
  return { t: 's', v: text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_').slice(0, MOST_TEXT) };
}

/** A sheet's name as .xlsx allows it. */
function sheetName(name: string, taken: ReadonlySet<string>): string {
  const allowed = name
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'|'$/g, ' ')
    .slice(0, MOST_NAME)
    .replace(/[\ud800-\udfff]/gu, '')
    .trim();
  const plain = allowed === '' ? 'Trang' : allowed;
  let chosen = plain;
  for (let number = 2; taken.has(chosen.toLowerCase()); number++) {
    const ending = ` (${number})`;
    chosen = plain.slice(0, MOST_NAME - ending.length) + ending;
  }
  return chosen;
}
