import { deflateRawSync } from 'node:zlib';
import { A_ROW, entriesOf, hostileXlsx, sheetData, xlsxParts } from './hostile-workbook.ts';
import { lyingZip, type LyingEntry, noiseBytes } from './hostile-zip.ts';
import type { HostileFile } from './hostile-files.ts';

const MEGABYTE = 1024 * 1024;
const SHEET = sheetData(A_ROW);
const harmless = (): LyingEntry[] => entriesOf(xlsxParts(SHEET));

/** A workbook whose sheet tells lies in its headers. */
function lying(lies: Omit<LyingEntry, 'name' | 'content'>): () => Buffer {
  return () => lyingZip(harmless().map((entry) => (entry.name.endsWith('sheet1.xml') ? { ...entry, ...lies } : entry)));
}

const beside =
  (...lies: LyingEntry[]) =>
  (): Buffer =>
    lyingZip([...harmless(), ...lies]);

/** So many entries that unpack to 5 MB each, no one of them suspicious. */
function fivesOfMegabytes(count: number): LyingEntry[] {
  const packed = deflateRawSync(Buffer.alloc(5 * MEGABYTE));
  const says = { unpacked: 5 * MEGABYTE };
  return Array.from({ length: count }, (_, at) => ({ name: `xl/media/${at}.bin`, content: '', packed, says }));
}

/** Archives in archives, as 42.zip: each of sixteen holds sixteen, and the innermost unpack to 4 GB if one asks for them. */
function nested(depth: number): Buffer {
  const inner = depth === 0 ? Buffer.alloc(MEGABYTE) : nested(depth - 1);
  return lyingZip(Array.from({ length: 16 }, (_, at) => ({ name: `lib ${at}.zip`, content: inner })));
}

/** Bombs that show in the directory of the archive. */
export const ZIP_BOMBS: readonly HostileFile[] = [
  {
    name: 'an entry that shrank a thousandfold',
    why: ['BOMB'],
    bytes: beside({ name: 'xl/media/a.bin', content: Buffer.alloc(6 * MEGABYTE) }),
  },
  {
    name: 'a sheet that shrank a thousandfold',
    why: ['BOMB'],
    bytes: () =>
      hostileXlsx(
        sheetData(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'a'.repeat(12 * MEGABYTE)}</t></is></c></row>`),
      ),
  },
  {
    name: 'entries of 105 MB together',
    why: ['BOMB'],
    bytes: () => lyingZip([...harmless(), ...fivesOfMegabytes(21)]),
  },
  {
    name: '2,001 entries',
    why: ['BOMB'],
    bytes: () =>
      lyingZip([
        ...harmless(),
        ...Array.from({ length: 1998 }, (_, at) => ({ name: `xl/${at}.xml`, content: '<a/>' })),
      ]),
  },
  {
    name: '26 million cells by its directory',
    why: ['BOMB'],
    bytes: lying({ says: { unpacked: 390 * MEGABYTE, packed: 19 * MEGABYTE } }),
  },
  { name: 'a count of ZIP64', why: ['BOMB'], bytes: () => lyingZip(harmless(), { count: 0xffff }) },
  { name: 'sizes of ZIP64', why: ['BOMB'], bytes: lying({ says: { unpacked: 0xffffffff, packed: 0xffffffff } }) },
];

/** Directories and headers that lie, and names and methods that no workbook has. */
export const LYING_ARCHIVES: readonly HostileFile[] = [
  { name: 'places of ZIP64', why: ['BROKEN'], bytes: () => lyingZip(harmless(), { at: 0xffffffff, size: 0xffffffff }) },
  { name: 'an entry at a place of ZIP64', why: ['BROKEN'], bytes: lying({ says: { at: 0xffffffff } }) },
  { name: 'a size in its directory that is too small', why: ['BROKEN'], bytes: lying({ says: { unpacked: 100 } }) },
  { name: 'a size in its directory that is too large', why: ['BROKEN'], bytes: lying({ says: { unpacked: 5000 } }) },
  {
    name: 'a sheet of 1 KB by its directory that inflates to 50 MB',
    why: ['BROKEN'],
    bytes: lying({ packed: deflateRawSync(Buffer.alloc(50 * MEGABYTE, ' ')), says: { unpacked: 1024 } }),
  },
  { name: 'fewer packed bytes than there are', why: ['BROKEN'], bytes: lying({ says: { packed: 20 } }) },
  { name: 'more packed bytes than there are', why: ['BROKEN'], bytes: lying({ says: { packed: 5 * MEGABYTE } }) },
  { name: 'another checksum', why: ['BROKEN'], bytes: lying({ says: { checksum: 1 } }) },
  {
    name: 'another name in its local header',
    why: ['BROKEN'],
    bytes: lying({ localSays: { name: 'xl/worksheets/sheet2.xml' } }),
  },
  {
    // The directory is what counts, here as in a spreadsheet program.
    name: 'other sizes and another checksum in its local header',
    why: ['NO_TABLE'],
    bytes: lying({ localSays: { unpacked: 7, packed: 7, checksum: 7 } }),
  },
  { name: 'an entry twice', why: ['BROKEN'], bytes: beside(...harmless().slice(3, 4)) },
  {
    name: 'two entries in one place',
    why: ['BROKEN'],
    bytes: beside({ name: 'xl/media/a.bin', content: 'x', says: { at: 0 } }),
  },
  {
    name: 'an entry that reaches into the next',
    why: ['BROKEN'],
    bytes: () => lyingZip(harmless().map((entry, at) => (at === 0 ? { ...entry, says: { packed: 400 } } : entry))),
  },
  { name: 'encryption', why: ['PASSWORD'], bytes: lying({ says: { flags: 1 } }) },
  { name: 'strong encryption', why: ['PASSWORD'], bytes: lying({ says: { flags: 0x41 } }) },
  ...[1, 12, 14, 93, 99].map((method) => ({
    name: `the packing method ${method}`,
    why: ['BROKEN' as const],
    bytes: lying({ method }),
  })),
  ...['../xl/a.xml', 'xl/../../a.xml', '/etc/a.xml', 'C:\\a.xml', 'xl\\a.xml', 'xl/a.xml\0.png', ''].map((name) => ({
    name: `an entry named ${JSON.stringify(name)}`,
    why: ['BROKEN' as const],
    bytes: beside({ name, content: '<a/>' }),
  })),
  {
    name: 'bytes before its first entry that its directory knows of',
    why: ['NO_TABLE'],
    bytes: () => lyingZip(harmless(), { before: Buffer.from('PK\x03\x04garbage') }),
  },
  {
    name: 'bytes before its first entry that its directory does not know of',
    why: ['BROKEN'],
    bytes: () => Buffer.concat([Buffer.from('PK\x03\x04garbage'), lyingZip(harmless())]),
  },
  { name: 'bytes behind its end', why: ['NO_TABLE'], bytes: () => lyingZip(harmless(), { behind: noiseBytes(5000) }) },
  {
    name: 'another archive behind its end',
    why: ['BROKEN', 'KIND'],
    bytes: () => lyingZip(harmless(), { behind: lyingZip(harmless()) }),
  },
  { name: 'an end within its comment', why: ['BROKEN'], bytes: () => lyingZip(harmless(), { comment: lyingZip([]) }) },
  { name: 'a directory that begins elsewhere', why: ['BROKEN'], bytes: () => lyingZip(harmless(), { at: 0 }) },
  { name: 'nothing in it', why: ['KIND'], bytes: () => lyingZip([]) },
  { name: 'archives in archives in archives', why: ['KIND'], bytes: () => nested(3) },
  // What is not looked at does no harm.
  {
    name: 'archives in archives among its media',
    why: ['NO_TABLE'],
    bytes: () => lyingZip([...harmless(), { name: 'xl/media/a.zip', content: nested(2) }]),
  },
];
