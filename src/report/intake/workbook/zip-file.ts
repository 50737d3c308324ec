import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';

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
  const entries = checkedDirectory(view);
  if (typeof entries === 'string') return entries;
  const files = new Map<string, Uint8Array>();
  for (const entry of entries.values()) {
    const content = unpackEntry(view, entry);
    if (content === null || crc32(content) !== entry.checksum) return 'BROKEN';
    if (!entry.name.endsWith('/')) files.set(entry.name, content);
  }
  return files;
}

/** An archive whose directory has been checked; what its entries hold is inflated when asked for. */
export interface Zip {
  /** Names of the entries, in the directory's order. */
  readonly names: readonly string[];
  /** Bytes that an entry unpacks to, by its directory; 0 where there is none. */
  sizeOf(name: string): number;
  /** Inflates an entry piece by piece; throws `BrokenZip` where it is not there or is not what the directory says. */
  chunks(name: string): AsyncGenerator<Uint8Array>;
}

/** An entry that cannot be read. */
export class BrokenZip extends Error {}

/** Opens an archive by its central directory, under the checks of `unpackZip`, without inflating anything. */
export function openZip(bytes: Uint8Array): Zip | ZipFault {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = checkedDirectory(view);
  if (typeof entries === 'string') return entries;
  return {
    names: [...entries.keys()],
    sizeOf: (name) => entries.get(name)?.unpacked ?? 0,
    chunks: (name) => inflateEntry(view, entries.get(name)),
  };
}

function checkedDirectory(view: Buffer): Map<string, Entry> | ZipFault {
  const entries = readDirectory(view);
  if (typeof entries === 'string') return entries;
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const bombs = entries.some((e) => e.unpacked > RATIO_FROM_BYTES && e.unpacked > e.packed * MOST_RATIO);
  if (total > MOST_BYTES || bombs) return 'TOO_LARGE';
  if (overlap(entries)) return 'BROKEN';
  const byName = new Map<string, Entry>();
  for (const entry of entries) {
    if (byName.has(entry.name) || !isPlainName(entry.name)) return 'BROKEN';
    byName.set(entry.name, entry);
  }
  return byName;
}

/** Entries that share their packed bytes: small archives become huge that way, and no program writes them. */
function overlap(entries: readonly Entry[]): boolean {
  const placed = entries.toSorted((a, b) => a.at - b.at);
  return placed.some(({ at, packed }, i) => {
    const following = placed[i + 1];
    return following !== undefined && at + 30 + packed > following.at;
  });
}

const CHUNK = 64 * 1024;

async function* inflateEntry(view: Buffer, entry: Entry | undefined): AsyncGenerator<Uint8Array> {
  const packed = entry === undefined ? null : packedBytes(view, entry);
  if (entry === undefined || packed === null) throw new BrokenZip();
  let [size, checksum] = [0, 0];
  const pieces = entry.method === 0 ? slices(packed) : inflated(packed);
  for await (const piece of pieces) {
    size += piece.length;
    // An entry that lies about its size is stopped where it passes it.
    if (size > entry.unpacked) throw new BrokenZip();
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (size !== entry.unpacked || checksum !== entry.checksum) throw new BrokenZip();
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

async function* inflated(packed: Buffer): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: CHUNK });
  stream.end(packed);
  try {
    for await (const piece of stream) yield piece as Buffer;
  } catch (cause) {
    throw new BrokenZip('', { cause });
  } finally {
    stream.destroy();
  }
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

/**
 * The packed bytes of an entry as its local header places them; null where they are not there, packed in another way, or under
 * another name: what one program reads there another would not.
 */
function packedBytes(view: Buffer, entry: Entry): Buffer | null {
  if (entry.at + 30 > view.length || view.readUInt32LE(entry.at) !== LOCAL_HEADER) return null;
  const named = entry.at + 30 + view.readUInt16LE(entry.at + 26);
  if (view.toString('utf8', entry.at + 30, named) !== entry.name) return null;
  const from = named + view.readUInt16LE(entry.at + 28);
  const packed = view.subarray(from, from + entry.packed);
  return packed.length === entry.packed && (entry.method === 0 || entry.method === 8) ? packed : null;
}

function unpackEntry(view: Buffer, entry: Entry): Uint8Array | null {
  const packed = packedBytes(view, entry);
  if (packed === null) return null;
  if (entry.method === 0) return packed.length === entry.unpacked ? packed : null;
  try {
    // One byte more than declared, so that an entry that lies about its size is stopped and not merely cut.
    const content = inflateRawSync(packed, { maxOutputLength: entry.unpacked + 1 });
    return content.length === entry.unpacked ? content : null;
  } catch {
    return null;
  }
}
