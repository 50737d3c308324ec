import { cellPlace } from './cell-place.ts';
import type { CellPlace } from './cell-place.ts';
import { decodePart } from './package.ts';
import { besides, childOf, childrenOf, escapeXml, parseXml, UnfitPart } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

/** What a worksheet may have before its `legacyDrawing`; a schema-true reader takes it at no other place. */
const BEFORE = new Set(
  (
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios ' +
    'autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations ' +
    'hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ' +
    'ignoredErrors smartTags drawing'
  ).split(' '),
);
const DEFAULT_COLUMN_PIXELS = 64;
const DEFAULT_ROW_PIXELS = 20;

/** A worksheet part without its cells, which can be tens of megabytes and are never changed. */
export interface SheetXml {
  /** All before and all after the cells; positions in `root` count in this text. */
  readonly text: string;
  readonly root: XmlElement;
  /** How many characters and bytes stand before the cells, and where the bytes after them begin. */
  readonly headLength: number;
  readonly cellsFrom: number;
  readonly cellsTo: number;
}

/** Sizes of a sheet's columns and rows in pixels; hidden ones have none. */
export interface SheetSizes {
  column(index: number): number;
  row(index: number): number;
}

/** Reads a worksheet part but its cells. */
export function readSheetXml(bytes: Uint8Array): SheetXml {
  const { cellsFrom, cellsTo } = findCells(bytes);
  const head = decodePart(bytes.subarray(0, cellsFrom));
  const text = head + decodePart(bytes.subarray(cellsTo));
  const root = parseXml(text);
  if (root.local !== 'worksheet') throw new UnfitPart('The part is no worksheet.');
  return { text, root, headLength: head.length, cellsFrom, cellsTo };
}

/** Where the cells begin and end in the bytes; the end of the file twice when they cannot be told apart safely. */
function findCells(bytes: Uint8Array): { cellsFrom: number; cellsTo: number } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = { cellsFrom: view.length, cellsTo: view.length };
  // In a comment or CDATA section the tags looked for could be mere text.
  if (view.includes('<!--') || view.includes('<![CDATA[')) return whole;
  const name = view.indexOf('sheetData');
  const open = view.lastIndexOf('<', name);
  const end = view.indexOf('>', name);
  if (name < 0 || open < 0 || end < 0 || view[end - 1] === 0x2f) return whole;
  const tag = view.toString('latin1', open + 1, name + 'sheetData'.length);
  const close = view.lastIndexOf(`</${tag}`);
  return /^(?:[\w.-]+:)?sheetData$/.test(tag) && close > end ? { cellsFrom: end + 1, cellsTo: close } : whole;
}

/** The relation that a sheet's existing drawing of comments has; null when it has none. */
export function legacyDrawingOf({ root }: SheetXml): string | null {
  return childOf(root, 'legacyDrawing')?.attributes.get('id') ?? null;
}

/** The part's bytes with `legacyDrawing` at its place. */
export function withLegacyDrawing(
  bytes: Uint8Array,
  sheet: SheetXml,
  { id, relationBase }: { id: string; relationBase: string },
): Uint8Array {
  const { root, text, headLength, cellsFrom, cellsTo } = sheet;
  const before = root.children.findLast(({ local, uri }) => uri === root.uri && BEFORE.has(local));
  const at = before?.to ?? root.contentFrom;
  const namespace = relationBase.replace(/\/$/, '');
  const markup = `<${besides(root, 'legacyDrawing')} xmlns:r="${escapeXml(namespace)}" r:id="${escapeXml(id)}"/>`;
  const offset =
    at <= headLength ? Buffer.byteLength(text.slice(0, at)) : cellsTo + Buffer.byteLength(text.slice(headLength, at));
  if (offset > cellsFrom && offset < cellsTo) throw new UnfitPart('The worksheet has no place for comments.');
  return Buffer.concat([bytes.subarray(0, offset), Buffer.from(markup), bytes.subarray(offset)]);
}

/** Moves a place covered by a merged rectangle to its first cell, the only one that spreadsheets show. */
export function mergedPlaces({ root }: SheetXml): (place: CellPlace) => CellPlace {
  const list = childOf(root, 'mergeCells');
  const merges = (list === undefined ? [] : childrenOf(list, 'mergeCell')).flatMap(({ attributes }) => {
    const [first = '', last = ''] = (attributes.get('ref') ?? '').split(':');
    const [from, to] = [cellPlace(first), cellPlace(last)];
    return from === null || to === null ? [] : [{ from, to }];
  });
  return (place) =>
    merges.find(
      ({ from, to }) =>
        place.row >= from.row && place.row <= to.row && place.column >= from.column && place.column <= to.column,
    )?.from ?? place;
}

/** Sizes as the sheet states them; what it does not state has the usual size. */
export function sheetSizes(bytes: Uint8Array, { root, cellsFrom, cellsTo }: SheetXml): SheetSizes {
  const format = childOf(root, 'sheetFormatPr')?.attributes;
  const usualColumn = columnPixels(format?.get('defaultColWidth')) ?? DEFAULT_COLUMN_PIXELS;
  const usualRow = rowPixels(format?.get('defaultRowHeight')) ?? DEFAULT_ROW_PIXELS;
  const list = childOf(root, 'cols');
  const columns = (list === undefined ? [] : childrenOf(list, 'col')).map(({ attributes }) => ({
    from: Number(attributes.get('min')) - 1,
    to: Number(attributes.get('max')) - 1,
    pixels: isTrue(attributes.get('hidden')) ? 0 : (columnPixels(attributes.get('width')) ?? usualColumn),
  }));
  const cells = bytes.subarray(cellsFrom, cellsTo);
  const rows = rowSizes(Buffer.from(cells.buffer, cells.byteOffset, cells.byteLength), besides(root, 'row'));
  return {
    column: (index) => columns.find(({ from, to }) => index >= from && index <= to)?.pixels ?? usualColumn,
    row: (index) => rows.get(index) ?? usualRow,
  };
}

/** Heights that rows state, by index; read off the tags, because a full parse of the cells would take seconds. */
function rowSizes(cells: Buffer, tag: string): Map<number, number> {
  const sizes = new Map<number, number>();
  const opening = `<${tag} `;
  let row = -1;
  for (let at = cells.indexOf(opening); at >= 0; at = cells.indexOf(opening, at + 1)) {
    const end = cells.indexOf('>', at);
    const attributes = cells.toString('latin1', at, end < 0 ? cells.length : end);
    const stated = /\sr=["'](\d{1,7})["']/.exec(attributes)?.[1];
    row = stated === undefined ? row + 1 : Number(stated) - 1;
    const height = rowPixels(/\sht=["']([\d.]+)["']/.exec(attributes)?.[1]);
    if (/\shidden=["'](?:1|true)["']/.test(attributes)) sizes.set(row, 0);
    else if (height !== null) sizes.set(row, height);
  }
  return sizes;
}

function columnPixels(width: string | undefined): number | null {
  const letters = Number(width);
  return width === undefined || !(letters >= 0 && letters <= 255) ? null : Math.round(letters * 7 + 5);
}

function rowPixels(height: string | undefined): number | null {
  const points = Number(height);
  return height === undefined || !(points >= 0 && points <= 409.5) ? null : Math.round((points * 96) / 72);
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
