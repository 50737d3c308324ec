import { inflateRawSync } from 'node:zlib';

/** Limits of an unpacked workbook: a report of 3,321 communes stays far below them. */
const MOST_ENTRIES = 2000;
const MOST_BYTES = 100 * 1024 * 1024;
/** A small entry may shrink a lot (a column of equal cells); a large one that does is a bomb. */
const MOST_RATIO = 200;
const RATIO_FROM_BYTES = 5 * 1024 * 1024;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

/** Why an archive was not unpacked. */
export type ZipFault = 'BROKEN' | 'ENCRYPTED' | 'TOO_LARGE';

interface Entry {
  name: string;
  method: number;
  checksum: number;
  packed: number;
  unpacked: number;
  at: number;
}

/**
 * Unpacks a ZIP archive by its central directory, checked before anything is inflated: number and size of entries, ratio,
 * names that leave the archive or occur twice, encryption. An entry that inflates to
 * more or less than it declares, or to another checksum, is BROKEN: a damaged digit must not pass for a number.
 */
export function unpackZip(bytes: Uint8Array): Map<string, Uint8Array> | ZipFault {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view);
  if (typeof entries === 'string') return entries;
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const bombs = entries.some((e) => e.unpacked > RATIO_FROM_BYTES && e.unpacked > e.packed * MOST_RATIO);
  if (total > MOST_BYTES || bombs) return 'TOO_LARGE';
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (files.has(entry.name) || !isPlainName(entry.name)) return 'BROKEN';
    const content = unpackEntry(view, entry);
    if (content === null || crc32(content) !== entry.checksum) return 'BROKEN';
    if (!entry.name.endsWith('/')) files.set(entry.name, content);
  }
  return files;
}

function readDirectory(view: Buffer): Entry[] | ZipFault {
  const end = findEnd(view);
  if (end === null) return 'BROKEN';
  const count = view.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) return 'TOO_LARGE';
  const entries: Entry[] = [];
  let at = view.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.readUInt32LE(at) !== DIRECTORY_ENTRY) return 'BROKEN';
    if ((view.readUInt16LE(at + 8) & 1) === 1) return 'ENCRYPTED';
    const [nameLength, extra, comment] = [
      view.readUInt16LE(at + 28),
      view.readUInt16LE(at + 30),
      view.readUInt16LE(at + 32),
    ];
    entries.push({
      name: view.toString('utf8', at + 46, at + 46 + nameLength),
      method: view.readUInt16LE(at + 10),
      checksum: view.readUInt32LE(at + 16),
      packed: view.readUInt32LE(at + 20),
      unpacked: view.readUInt32LE(at + 24),
      at: view.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extra + comment;
  }
  return at === end ? entries : 'BROKEN';
}

function findEnd(view: Buffer): number | null {
  for (let at = view.length - 22; at >= 0 && at >= view.length - 22 - 0xffff; at--) {
    if (view.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return null;
}

function isPlainName(name: string): boolean {
  return name !== '' && !/^\/|\\|:|\0|(^|\/)\.\.(\/|$)/.test(name);
}

function unpackEntry(view: Buffer, entry: Entry): Uint8Array | null {
  if (entry.at + 30 > view.length || view.readUInt32LE(entry.at) !== LOCAL_HEADER) return null;
  const from = entry.at + 30 + view.readUInt16LE(entry.at + 26) + view.readUInt16LE(entry.at + 28);
  const packed = view.subarray(from, from + entry.packed);
  if (packed.length !== entry.packed) return null;
  if (entry.method === 0) return packed.length === entry.unpacked ? packed : null;
  if (entry.method !== 8) return null;
  try {
    // One byte more than declared, so that an entry that lies about its size is stopped and not merely cut.
    const content = inflateRawSync(packed, { maxOutputLength: entry.unpacked + 1 });
    return content.length === entry.unpacked ? content : null;
  } catch {
    return null;
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The checksum of ZIP; node:zlib has it from Node 22 on only. */
function crc32(content: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of content) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
