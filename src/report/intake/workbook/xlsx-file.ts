import { posix } from 'node:path';
import { FontEvidence } from './font-evidence.ts';
import { BookRoom, LONGEST_TEXT, SheetPacker, TextPool, TooLargeSheet } from './packed-sheet.ts';
import type { Grid } from './sheet.ts';
import { spokenNumbers } from './spoken-number.ts';
import { readXml, refuseDeclarations } from './xml-stream.ts';
import { XmlFault } from './xml-text.ts';
import type { XmlListener } from './xml-scanner.ts';
import { dateText, SheetListener } from './xlsx-sheet.ts';
import { StringsListener } from './xlsx-strings.ts';
import { StyleListener } from './xlsx-styles.ts';
import type { Zip } from './zip-file.ts';

/** A workbook with everything in it that is looked at. */
export interface OpenedWorkbook {
  readonly grids: readonly Grid[];
  readonly externalLinks: boolean;
  /** Texts outside the cells that may carry a stamp: drawings, comments, page headers and footers. */
  readonly marginTexts: readonly string[];
  /** What was found about its legacy fonts. */
  readonly fonts: FontEvidence;
}

/** Told how many of how many bytes have been read. */
export type ReadingProgress = (done: number, total: number) => void;

interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** Days between the two calendars of workbooks. */
const DAYS_TO_1904 = 1462;
const MOST_SHEETS = 200;

/** Whether an archive is a workbook of Office Open XML. */
export function isXlsx(zip: Zip): boolean {
  return zip.names.includes('[Content_Types].xml') && zip.names.some((name) => /^xl\/workbook\d*\.xml$/i.test(name));
}

/**
 * Reads an .xlsx part by part, each as it is inflated; formulas give their stored results. Throws `XmlFault`, `BrokenZip` and
 * `TooLargeSheet`.
 */
export async function readXlsx(zip: Zip, progress: ReadingProgress): Promise<OpenedWorkbook> {
  const book = await readBook(zip);
  const styles = new StyleListener();
  const pool = new TextPool();
  const strings = new StringsListener(pool);
  await readPart(zip, book.styles, styles);
  const total = [book.strings, ...book.sheets.map(({ part }) => part)].reduce((sum, part) => sum + zip.sizeOf(part), 0);
  const counted = counter(total, progress);
  await readPart(zip, book.strings, strings, counted);
  const fonts = new FontEvidence();
  const room = new BookRoom();
  const parts = {
    pool,
    room,
    styles: styles.styles,
    strings,
    shift: book.date1904 ? DAYS_TO_1904 : 0,
    fonts,
  };
  const show = await spokenNumbers(styles.styles);
  const grids: Grid[] = [];
  const marginTexts: string[] = [];
  for (const { name, part, hidden } of book.sheets) {
    const packer = new SheetPacker(room);
    const listener = new SheetListener(parts, packer);
    await readPart(zip, part, listener, counted);
    grids.push(
      packer.finish(name, hidden, {
        texts: pool.texts,
        styles: styles.styles,
        show,
        dateText,
        legacyText: (text, encoding) => fonts.read(text, encoding),
      }),
    );
    for (const text of listener.margins.flatMap(headerParts)) marginTexts.push(text);
  }
  const read = new Set([book.part, book.relations, book.styles, book.strings, ...book.sheets.map(({ part }) => part)]);
  for (const text of await readRest(zip, read)) marginTexts.push(text);
  const externalLinks = zip.names.some((name) => name.startsWith('xl/externalLinks/') && name.endsWith('.xml'));
  return { grids, externalLinks, marginTexts, fonts };
}

function counter(total: number, progress: ReadingProgress): (bytes: number) => void {
  let done = 0;
  return (bytes) => progress((done += bytes), total);
}

async function readPart(
  zip: Zip,
  part: string,
  listener: XmlListener,
  count: (bytes: number) => void = () => undefined,
): Promise<void> {
  if (part === '' || !zip.names.includes(part)) return;
  await readXml(counting(zip.chunks(part), count), listener);
}

async function* counting(
  chunks: AsyncIterable<Uint8Array>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    yield chunk;
    count(chunk.length);
  }
}

interface Book {
  readonly part: string;
  readonly relations: string;
  readonly sheets: readonly SheetEntry[];
  readonly styles: string;
  readonly strings: string;
  readonly date1904: boolean;
}

/** The parts of a workbook by its relations; those of every program that writes them in their usual places. */
async function readBook(zip: Zip): Promise<Book> {
  const part = zip.names.find((name) => /^xl\/workbook\d*\.xml$/i.test(name)) ?? '';
  const relations = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  const targets = new Map<string, { type: string; target: string }>();
  await readPart(zip, relations, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = attributes.get('Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target);
      const type = posix.basename(attributes.get('Type') ?? '');
      targets.set(attributes.get('Id') ?? '', { type, target: path });
    },
  });
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  await readPart(zip, part, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = /^(?:1|true|on)$/i.test(attributes.get('date1904') ?? '');
      if (name !== 'sheet') return;
      // The sheet's own `id` stands beside the `r:id` of its part, and only one of them has a prefix.
      const id = attributes.entries().find(([key]) => key.endsWith(':id'))?.[1] ?? attributes.get('id') ?? '';
      const relation = targets.get(id);
      // Chart and dialogue sheets have no cells.
      if (relation?.type !== 'worksheet') return;
      const hidden = (attributes.get('state') ?? 'visible') !== 'visible';
      sheets.push({ name: attributes.get('name') ?? '', part: relation.target, hidden });
    },
  });
  const ofType = (type: string): string => [...targets.values()].find((one) => one.type === type)?.target ?? '';
  const [styles, strings] = [ofType('styles'), ofType('sharedStrings')];
  // Without its styles, a workbook's percentages would pass for fractions.
  const needed = [...sheets.map((sheet) => sheet.part), ...(styles === '' ? [] : [styles])];
  const missing = needed.some((name) => !zip.names.includes(name));
  if (sheets.length === 0 || sheets.length > MOST_SHEETS || missing) throw new XmlFault('BROKEN');
  return { part, relations, sheets, styles, strings, date1904 };
}

/** Texts of drawings and comments; every other part is only searched for declarations. */
async function readRest(zip: Zip, read: ReadonlySet<string>): Promise<string[]> {
  const texts: string[] = [];
  for (const name of zip.names) {
    if (read.has(name) || !/\.(?:xml|rels|vml)$/i.test(name)) continue;
    await refuseDeclarations(zip.chunks(name));
    if (
      /^xl\/(?:drawings\/[^/]+\.(?:xml|vml)|comments[^/]*\.xml|comments\/[^/]+\.xml|threadedComments\/[^/]+\.xml)$/i.test(
        name,
      )
    )
      for (const text of await drawnTexts(zip.chunks(name))) texts.push(text);
  }
  return texts;
}

/** Elements within a paragraph; every other one parts texts, except those that say how a stretch looks. */
const INLINE = /^(?:t|r|rPr|font|b|i|u|s|em|strong|span|sup|sub)$/i;

/** Paragraphs of a drawing or comment. Not well-formed ones, as old VML can be, are taken as far as they can be read. */
async function drawnTexts(chunks: AsyncIterable<Uint8Array>): Promise<string[]> {
  const texts: string[] = [];
  let current = '';
  let looks = 0;
  const end = (): void => {
    if (current.trim() !== '') texts.push(current);
    current = '';
  };
  try {
    await readXml(chunks, {
      open: (name, attributes) => {
        if (name === 'textpath') texts.push(attributes.get('string') ?? '');
        if (name === 'rPr') looks++;
        if (looks === 0 && !INLINE.test(name)) end();
      },
      text: (piece) => {
        current += piece;
        if (current.length > LONGEST_TEXT) throw new TooLargeSheet();
      },
      close: (name) => {
        if (looks === 0 && !INLINE.test(name)) end();
        if (name === 'rPr') looks--;
      },
    });
  } catch (fault) {
    if (!(fault instanceof XmlFault) || fault.why === 'DTD') throw fault;
  }
  end();
  return texts;
}

/** &L, &C and &R begin the parts of a page header; the other codes are fonts, sizes and fields. */
function headerParts(header: string): string[] {
  return header
    .split(/&[LCR]/)
    .map((part) => part.replace(/&"[^"]*"|&K(?:[0-9A-F]{6}|\d\d[+-]\d{3})|&\d+|&[A-Z]/g, ''));
}
