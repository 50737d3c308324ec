import { parse } from 'csv-parse/sync';
import { addressOf } from './sheet.ts';
import type { Grid } from './sheet.ts';

const SEPARATORS = [';', '\t', ','] as const;
const MOST_RECORDS = 20_000;

/** Why a text file was not read; `TEXT` means that its bytes are neither UTF-8 nor UTF-16 with a mark. */
export type CsvFault = 'TEXT' | 'QUOTES' | 'TOO_LARGE';

/**
 * Reads CSV: UTF-8 with or without a byte order mark, or UTF-16LE with one; separator ';', tab or ','. Rows count records,
 * blank ones included; a line break in quotes does not begin a record.
 */
export function readCsv(bytes: Uint8Array): Grid | CsvFault {
  const text = decode(bytes);
  if (text === null) return 'TEXT';
  let records: string[][];
  try {
    records = parse(text, {
      delimiter: separatorOf(text),
      // Left out, the first line would decide for all, and a file put together from two would be unreadable.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
      to: MOST_RECORDS + 1,
    });
  } catch {
    return 'QUOTES';
  }
  if (records.length > MOST_RECORDS) return 'TOO_LARGE';
  const rows = records.map((record, row) => record.map((text, column) => textCell(addressOf(row, column), text)));
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  return { name: null, hidden: false, rows, width, merges: [] };
}

function textCell(address: string, text: string): Grid['rows'][number][number] {
  return { address, kind: text.trim() === '' ? 'EMPTY' : 'TEXT', text, number: null, format: '', formula: false };
}

function decode(bytes: Uint8Array): string | null {
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** The separator that occurs most often outside quotes; Excel's own ';' wins a tie, the comma of prose comes last. */
function separatorOf(text: string): string {
  const bare = text.replace(/"(?:[^"]|"")*"/g, '');
  const counts = SEPARATORS.map((separator) => bare.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ';';
}
