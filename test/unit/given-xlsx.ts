import { openFile } from '../../src/report/intake/workbook/open-file.ts';
import type { OpenedFile } from '../../src/report/intake/workbook/open-file.ts';
import { cellAt, placeOf } from '../../src/report/intake/workbook/sheet.ts';
import type { Cell } from '../../src/report/intake/workbook/sheet.ts';
import { MAIN, rawXlsx, RELATIONS } from './annotate-files.ts';

/** What a test says of a workbook. */
export interface Given {
  /** Inside the sheet's data. */
  rows?: string;
  /** The whole of the first sheet, where that is not plain. */
  sheet?: string;
  behind?: string;
  styles?: string;
  strings?: string;
  workbook?: string;
  /** Further parts, or others in place of the usual ones. */
  parts?: Record<string, string>;
  /** Further relations of the workbook. */
  links?: string;
  strict?: boolean;
}

/** A relation of the workbook. */
export const link = (type: string, target: string): string =>
  `<Relationship Id="r${type}" Type="${RELATIONS}/${type}" Target="${target}"/>`;

/** A workbook of one sheet, 'Biểu', in which everything else is as a test says. */
export function bytesOf({
  rows = '',
  sheet,
  behind = '',
  styles,
  strings,
  workbook,
  parts = {},
  links = '',
  strict,
}: Given): Uint8Array {
  const others: Record<string, string> = { ...parts };
  if (styles !== undefined) others['xl/styles.xml'] = `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`;
  if (strings !== undefined) others['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${strings}</sst>`;
  if (workbook !== undefined)
    others['xl/workbook.xml'] = `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${workbook}</workbook>`;
  const own =
    (styles === undefined ? '' : link('styles', 'styles.xml')) +
    (strings === undefined ? '' : link('sharedStrings', '/xl/sharedStrings.xml'));
  const xml =
    sheet ?? `<worksheet xmlns="{main}" xmlns:r="{relations}"><sheetData>${rows}</sheetData>${behind}</worksheet>`;
  return rawXlsx({
    sheets: [{ name: 'Biểu', xml }],
    parts: others,
    workbookRelations: links + own,
    strict: strict ?? false,
  });
}

/** The workbook opened; throws where it is refused. */
export async function open(given: Given): Promise<OpenedFile> {
  const opened = await openFile(bytesOf(given));
  if ('code' in opened) throw new Error(`Expected the workbook, got ${opened.why}.`);
  return opened;
}

/** Why the workbook is not read; OPENED where it is. */
export async function refused(given: Given): Promise<string> {
  const opened = await openFile(bytesOf(given));
  return 'code' in opened ? opened.why : 'OPENED';
}

/** “A1 KIND text” of every cell of the first sheet that holds something. */
export async function cells(given: Given): Promise<string[]> {
  const { grids } = await open(given);
  return all(grids[0]).map(({ address, kind, text }) => `${address} ${kind} ${text}`);
}

/** The cells of a grid that hold something, in reading order. */
export function all(grid: OpenedFile['grids'][number] | undefined): Cell[] {
  if (grid === undefined) return [];
  return Array.from({ length: grid.height }, (_, row) => grid.row(row).flatMap((cell) => cell ?? [])).flat();
}

/** One cell of the first sheet. */
export async function one(given: Given, address = 'A1'): Promise<Cell> {
  const place = placeOf(address);
  const [grid] = (await open(given)).grids;
  if (place === null || grid === undefined) throw new Error(`Expected a cell '${address}'.`);
  return cellAt(grid, place.row, place.column);
}
