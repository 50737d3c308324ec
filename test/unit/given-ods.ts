import { strToU8, zipSync } from 'fflate';
import { openFile } from '../../src/report/intake/workbook/open-file.ts';
import type { OpenedFile } from '../../src/report/intake/workbook/open-file.ts';
import type { Cell } from '../../src/report/intake/workbook/sheet.ts';

/** What a test says of a document. */
export interface Given {
  /** Inside the first table. */
  rows?: string;
  /** The whole of the body, where that is not one table. */
  body?: string;
  /** Styles of the content. */
  automatic?: string;
  /** Inside the document of common styles. */
  common?: string;
  parts?: Record<string, string>;
}

/** The prefixes that a document may use. */
export const NAMES = ['office', 'style', 'text', 'table', 'number', 'draw', 'fo', 'dc', 'calcext', 'manifest']
  .map((name) => `xmlns:${name}="urn:${name}"`)
  .join(' ');

/** A spreadsheet in which everything else is plain. */
function bytesOf({ rows = '', body, automatic = '', common = '', parts = {} }: Given): Uint8Array {
  const sheet = body ?? `<office:spreadsheet><table:table table:name="Biểu">${rows}</table:table></office:spreadsheet>`;
  const files: Record<string, string> = {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml': `<manifest:manifest ${NAMES}><manifest:file-entry/></manifest:manifest>`,
    'styles.xml': `<office:document-styles ${NAMES}>${common}</office:document-styles>`,
    'content.xml': `<office:document-content ${NAMES}><office:automatic-styles>${automatic}</office:automatic-styles><office:body>${sheet}</office:body></office:document-content>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** The document opened; throws where it is refused. */
export async function open(given: Given): Promise<OpenedFile> {
  const opened = await openFile(bytesOf(given));
  if ('code' in opened) throw new Error(`Expected the document, got ${opened.why}.`);
  return opened;
}

/** Why the document is not read; OPENED where it is. */
export async function refused(given: Given): Promise<string> {
  const opened = await openFile(bytesOf(given));
  return 'code' in opened ? opened.why : 'OPENED';
}

/** The cells of the first table that hold something, in reading order. */
export async function all(given: Given): Promise<Cell[]> {
  const [grid] = (await open(given)).grids;
  return Array.from(
    { length: grid?.height ?? 0 },
    (_, row) => grid?.row(row).flatMap((cell) => cell ?? []) ?? [],
  ).flat();
}

/** “A1 KIND text” of each. */
export async function cells(given: Given): Promise<string[]> {
  return (await all(given)).map(({ address, kind, text }) => `${address} ${kind} ${text}`);
}

/** A row of cells. */
export const row = (inside: string, more = ''): string => `<table:table-row${more}>${inside}</table:table-row>`;
/** A cell with attributes and what is in it. */
export const cell = (more: string, inside = ''): string => `<table:table-cell ${more}>${inside}</table:table-cell>`;
/** A paragraph. */
export const p = (text: string): string => `<text:p>${text}</text:p>`;
/** A cell with a text. */
export const text = (inside: string, more = ''): string => cell(`office:value-type="string" ${more}`, p(inside));
/** A cell with a number. */
export const float = (value: number | string, more = ''): string =>
  cell(`office:value-type="float" office:value="${value}" ${more}`, p(String(value)));
