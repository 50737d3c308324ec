import { utils, write } from '@e965/xlsx';
import { A_ROW, entriesOf, hostileXlsx, sheetData, xlsxParts } from './hostile-workbook.ts';
import type { HostileFile } from './hostile-files.ts';
import { lyingZip, noiseBytes, noisyText } from './hostile-zip.ts';

const MEGABYTE = 1024 * 1024;
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const NAME = Buffer.from('Workbook', 'utf16le');

/** An .xls as it should be. */
function goodXls(rows = 5): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet(Array.from({ length: rows }, (_, at) => [`Chỉ tiêu ${at}`, at])),
    'Biểu',
  );
  return write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
}

/** The same with one number of its container, at `at`, changed. */
function withNumber(at: number, value: number): Buffer {
  const bytes = Buffer.from(goodXls(2000));
  bytes.writeUInt32LE(value >>> 0, at);
  return bytes;
}

/** Its table of sectors made to lead from each sector back to itself. */
function cyclic(): Buffer {
  const bytes = Buffer.from(goodXls(2000));
  const table = 512 * (bytes.readUInt32LE(76) + 1);
  for (let sector = 0; sector < 128; sector++) bytes.writeUInt32LE(sector, table + sector * 4);
  return bytes;
}

const ANY_OLD = ['BROKEN', 'NO_TABLE', 'KIND', 'BOMB', 'PASSWORD'] as const;

/** Workbooks of the old kind; a library reads them, and it says what is wrong in its own way. */
export const OLD_WORKBOOKS: readonly HostileFile[] = [
  { name: 'nothing behind its first bytes', why: ['KIND'], bytes: () => OLE },
  { name: 'noise', why: ['KIND'], bytes: () => Buffer.concat([OLE, noiseBytes(200_000, 2)]) },
  {
    name: 'noise around the name of its stream',
    why: ['BROKEN'],
    bytes: () => Buffer.concat([OLE, noiseBytes(60_000, 3), NAME, noiseBytes(60_000, 4)]),
  },
  {
    name: 'zeros around the name of its stream',
    why: ANY_OLD,
    bytes: () => Buffer.concat([OLE, Buffer.alloc(100_000), NAME, Buffer.alloc(100_000)]),
  },
  {
    name: 'one byte more than 8 MB',
    why: ['XLS_SIZE'],
    bytes: () => Buffer.concat([goodXls(), Buffer.alloc(8 * MEGABYTE + 1)]),
  },
  { name: 'a table of sectors that goes round in circles', why: ANY_OLD, bytes: cyclic },
  { name: 'a directory outside of it', why: ANY_OLD, bytes: () => withNumber(48, 0x7fffffff) },
  { name: 'a directory at its own table', why: ANY_OLD, bytes: () => withNumber(48, 0) },
  { name: 'four thousand million sectors', why: ANY_OLD, bytes: () => withNumber(44, 0xffffffff) },
  { name: 'small sectors outside of it', why: ANY_OLD, bytes: () => withNumber(60, 0x7fffffff) },
  { name: 'a chain of tables that leads to itself', why: ANY_OLD, bytes: () => withNumber(68, 0) },
  ...Array.from({ length: 20 }, (_, at) => ({
    name: `its last ${20 - at} of 20 parts missing`,
    why: ANY_OLD,
    bytes: (): Buffer => goodXls(2000).subarray(0, Math.floor((goodXls(2000).length * at) / 20) + 9),
  })),
  ...Array.from({ length: 20 }, (_, seed) => ({
    name: `damage, ${seed}`,
    why: ANY_OLD,
    bytes: (): Buffer => damaged(goodXls(2000), seed),
  })),
];

/** A hundred bytes changed. */
function damaged(bytes: Buffer, seed: number): Buffer {
  const copy = Buffer.from(bytes);
  const noise = noiseBytes(400, seed + 1);
  for (let at = 0; at < 100; at++)
    copy[512 + (noise.readUIntBE(at * 3, 3) % (copy.length - 512))] = noise[300 + at] ?? 0;
  return copy;
}

const text =
  (body: () => string): (() => Buffer) =>
  () =>
    Buffer.from(body());

/** Text that a reader of CSV could choke on. */
export const HOSTILE_TEXTS: readonly HostileFile[] = [
  { name: 'one field of 19 MB', why: ['BOMB'], large: true, bytes: text(() => noisyText(19 * MEGABYTE)) },
  { name: '19 MB of separators', why: ['BOMB'], large: true, bytes: text(() => ';'.repeat(19 * MEGABYTE)) },
  { name: '19 MB of ends of lines', why: ['BOMB'], large: true, bytes: text(() => '\n'.repeat(19 * MEGABYTE)) },
  { name: '9 million short lines', why: ['BOMB'], large: true, bytes: text(() => 'a\n'.repeat(9 * MEGABYTE)) },
  {
    name: '19 MB behind a quotation mark',
    why: ['QUOTES'],
    large: true,
    bytes: text(() => `STT;"${noisyText(19 * MEGABYTE)}`),
  },
  {
    name: '19 MB of quotation marks',
    why: ['QUOTES', 'BOMB'],
    large: true,
    bytes: text(() => '"'.repeat(19 * MEGABYTE)),
  },
  {
    name: '19 MB of one legacy letter',
    why: ['TEXT'],
    large: true,
    bytes: () => Buffer.alloc(19 * MEGABYTE, 0xb8),
  },
  { name: 'a quotation mark that is not closed', why: ['QUOTES'], bytes: text(() => 'STT;Chỉ tiêu\n1;"Tổng số') },
  { name: 'a column too many', why: ['BOMB'], bytes: text(() => 'a;'.repeat(600)) },
  { name: 'zero bytes', why: ['TEXT'], bytes: text(() => 'STT;Chỉ\0 tiêu\n1;2') },
  { name: 'zero bytes only', why: ['TEXT'], bytes: () => Buffer.alloc(100_000) },
  { name: 'half a character of UTF-16', why: ['TEXT', 'NO_TABLE'], bytes: () => Buffer.from([0xff, 0xfe, 0x41]) },
  { name: 'a surrogate alone', why: ['TEXT'], bytes: () => Buffer.from('\ufeffa\ud800b', 'utf16le') },
];

const zip = (): Buffer => lyingZip(entriesOf(xlsxParts(sheetData(A_ROW))));
const MAGIC: Readonly<Record<string, string>> = {
  ZIP: '504b0304',
  'the end of a ZIP': '504b0506',
  OLE: 'd0cf11e0a1b11ae1',
  gzip: '1f8b0800',
  '7z': '377abcaf271c',
  RAR: '526172211a0700',
  PDF: '255044462d',
  XML: '3c3f786d6c',
  JSON: '7b22',
  PNG: '89504e470d0a1a0a',
  ELF: '7f454c46',
  'UTF-8': 'efbbbf',
  'UTF-16LE': 'fffe',
  'UTF-16BE': 'feff',
};

/** Files of two kinds at once, and noise under a known beginning. */
export const POLYGLOTS: readonly HostileFile[] = [
  ...Object.entries(MAGIC).map(([name, hex], at) => ({
    name: `noise that begins as ${name}`,
    why: ['BROKEN', 'KIND', 'TEXT', 'QUOTES', 'BOMB'] as const,
    bytes: (): Buffer => Buffer.concat([Buffer.from(hex, 'hex'), noiseBytes(50_000, at)]),
  })),
  {
    name: 'a PDF and a workbook',
    why: ['KIND'],
    bytes: () => lyingZip(entriesOf(xlsxParts(sheetData(A_ROW))), { before: Buffer.from('%PDF-1.7\n') }),
  },
  {
    name: 'a web page and a workbook',
    why: ['KIND'],
    bytes: () => lyingZip(entriesOf(xlsxParts(sheetData(A_ROW))), { before: Buffer.from('<html>') }),
  },
  {
    name: 'a table of text and a workbook',
    why: ['TEXT'],
    bytes: () => Buffer.concat([Buffer.from('STT;Chỉ tiêu\n'), zip()]),
  },
  {
    name: 'a workbook and a program',
    why: ['NO_TABLE'],
    bytes: () => Buffer.concat([zip(), Buffer.from('MZ'), noiseBytes(1000)]),
  },
  {
    name: 'a workbook of both formats',
    why: ['NO_TABLE'],
    bytes: () =>
      hostileXlsx(sheetData(A_ROW), {
        'content.xml': '<office:document-content/>',
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      }),
  },
  { name: 'an old workbook that holds a new one', why: ['KIND', 'BROKEN'], bytes: () => Buffer.concat([OLE, zip()]) },
];
