import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { decodeTextBytes } from '../../../ground/text/legacy-encoding.ts';
import { MOST_ROWS, SheetPacker, TextPool, TooLargeSheet } from './packed-sheet.ts';
import type { Grid } from './sheet.ts';
import { dateText } from './xlsx-sheet.ts';
import type { ReadingProgress } from './xlsx-file.ts';

const [LINE, RETURN] = [0x0a, 0x0d];
const SEPARATORS = [';', '\t', ','] as const;
/** How much of a file is looked at to find its separator. */
const SAMPLE = 256 * 1024;

/** Why a text file was not read; `TEXT` means that its bytes are in no encoding that is known to write Vietnamese. */
export type CsvFault = 'TEXT' | 'QUOTES';

/** A text file as one sheet; `legacy` where its bytes were those of an encoding from before Unicode. */
export interface CsvFile {
  readonly grid: Grid;
  readonly legacy: boolean;
}

/**
 * Reads CSV: UTF-8 with or without a byte order mark, UTF-16 with or without one, or an encoding from before Unicode;
 * separator ';', tab or ','. Rows count records, blank ones included; a line break in quotes does not begin a record.
 * Throws `TooLargeSheet`.
 */
export async function readCsv(bytes: Uint8Array, progress: ReadingProgress): Promise<CsvFile | CsvFault> {
  const decoded = decode(bytes);
  if (decoded === null) return 'TEXT';
  const { text, legacy } = decoded;
  const separator = separatorOf(text);
  if (hasEndlessLine(text, separator)) throw new TooLargeSheet();
  const pool = new TextPool();
  const packer = new SheetPacker();
  const parser = parse({
    delimiter: separator,
    // Left out, the first line would decide for all, and a file put together from two would be unreadable.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: false,
  });
  let row = 0;
  const source = Readable.from(pieces(text, progress), { objectMode: false });
  source.pipe(parser);
  try {
    for await (const record of parser) {
      if (row >= MOST_ROWS) throw new TooLargeSheet();
      packRecord(record as string[], row++, packer, pool);
    }
  } catch (fault) {
    source.destroy();
    if (fault instanceof CsvError) return 'QUOTES';
    throw fault;
  }
  const unpacking = { texts: pool.texts, styles: [], show: String, dateText };
  return { grid: packer.finish(null, false, unpacking), legacy };
}

function packRecord(record: readonly string[], row: number, packer: SheetPacker, pool: TextPool): void {
  for (const [column, field] of record.entries())
    if (field.trim() !== '') packer.add(row, column, 'TEXT', pool.put(field));
}

/** Fields of one line; a spreadsheet has as many columns. The parser keeps those of a record until its end. */
const MOST_FIELDS = 16_384;

function hasEndlessLine(text: string, separator: string): boolean {
  const code = separator.charCodeAt(0);
  let fields = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === code && ++fields > MOST_FIELDS) return true;
    if (sign === LINE || sign === RETURN) fields = 0;
  }
  return false;
}

const PIECE = 64 * 1024;

function* pieces(text: string, progress: ReadingProgress): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const end = at + PIECE;
    // A character of two units is not parted: each piece becomes bytes by itself.
    const next = /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end + 1 : end;
    yield text.slice(at, next);
    at = next;
    progress(Math.min(at, text.length), text.length);
  }
}

function decode(bytes: Uint8Array): { text: string; legacy: boolean } | null {
  const label = encodingOf(bytes);
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : { text, legacy: false };
  } catch {
    const old = label === 'utf-8' ? decodeTextBytes(bytes) : null;
    return old === null || old.text.includes('\0') ? null : { text: old.text, legacy: true };
  }
}

/** By the byte order mark; without one, UTF-16 shows by the zero bytes of its separators and digits. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 8 && even < odd / 8) return 'utf-16le';
  if (even > sample.length / 8 && odd < even / 8) return 'utf-16be';
  return 'utf-8';
}

/**
 * The separator that stands equally often, outside quotes, in most lines: decimal commas and those of prose may be more. Of
 * two the one that stands more often; Excel's own ';' wins a tie.
 */
function separatorOf(text: string): string {
  const bare = text.slice(0, SAMPLE).replace(/"(?:[^"]|"")*"/g, '');
  const lines = bare.split(/[\r\n]+/);
  let best = { separator: ';', alike: 0, all: 0 };
  for (const separator of SEPARATORS) {
    const linesBy = new Map<number, number>();
    let all = 0;
    for (const line of lines) {
      const count = line.split(separator).length - 1;
      all += count;
      if (count > 0) linesBy.set(count, (linesBy.get(count) ?? 0) + 1);
    }
    const alike = Math.max(0, ...linesBy.values());
    if (alike > best.alike || (alike === best.alike && all > best.all)) best = { separator, alike, all };
  }
  return best.separator;
}
