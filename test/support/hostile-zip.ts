import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive, with whatever its headers are to say instead of the truth. */
export interface LyingEntry {
  readonly name: string;
  readonly content: string | Buffer;
  /** 0 stored, 8 deflated; anything else is stored and called that. */
  readonly method?: number;
  /** Packed bytes as they are given, instead of those of the content. */
  readonly packed?: Buffer;
  /** What the directory says. */
  readonly says?: Partial<EntryFacts>;
  /** What the local header says, where that is not what the directory says. */
  readonly localSays?: Partial<Omit<EntryFacts, 'at'>>;
}

/** What the headers of an entry say. */
export interface EntryFacts {
  name: string;
  flags: number;
  method: number;
  checksum: number;
  packed: number;
  unpacked: number;
  /** Where the local header stands. */
  at: number;
}

/** What the end of an archive says, and what stands around it. */
export interface ArchiveEnd {
  readonly count?: number;
  readonly size?: number;
  readonly at?: number;
  readonly comment?: Buffer;
  readonly behind?: Buffer;
  readonly before?: Buffer;
}

const UTF8_NAMES = 0x800;
/** Bytes from which on a content is packed fast rather than small. */
const LARGE = 8 * 1024 * 1024;

/** An archive whose headers say what they are told to, written from scratch: no library writes a broken one. */
export function lyingZip(entries: readonly LyingEntry[], end: ArchiveEnd = {}): Buffer {
  const pieces: Buffer[] = [end.before ?? Buffer.alloc(0)];
  const directory: Buffer[] = [];
  let at = pieces[0]?.length ?? 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const method = entry.method ?? 8;
    const packed =
      entry.packed ?? (method === 8 ? deflateRawSync(content, { level: content.length > LARGE ? 1 : 6 }) : content);
    const truth: EntryFacts = {
      name: entry.name,
      flags: UTF8_NAMES,
      method,
      checksum: crc32(content),
      packed: packed.length,
      unpacked: content.length,
      at,
    };
    const said = { ...truth, ...entry.says };
    const local = Buffer.concat([localHeader({ ...said, ...entry.localSays }), packed]);
    directory.push(directoryEntry(said));
    pieces.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([
    ...pieces,
    listed,
    endOf(entries.length, listed.length, at, end),
    end.behind ?? Buffer.alloc(0),
  ]);
}

function localHeader({ name, flags, method, checksum, packed, unpacked }: EntryFacts): Buffer {
  const named = Buffer.from(name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  writeFacts(header, 6, { flags, method, checksum, packed, unpacked });
  header.writeUInt16LE(named.length, 26);
  return Buffer.concat([header, named]);
}

function directoryEntry({ name, flags, method, checksum, packed, unpacked, at }: EntryFacts): Buffer {
  const named = Buffer.from(name);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  writeFacts(header, 8, { flags, method, checksum, packed, unpacked });
  header.writeUInt16LE(named.length, 28);
  header.writeUInt32LE(at, 42);
  return Buffer.concat([header, named]);
}

function writeFacts(header: Buffer, from: number, facts: Omit<EntryFacts, 'name' | 'at'>): void {
  header.writeUInt16LE(facts.flags, from);
  header.writeUInt16LE(facts.method, from + 2);
  header.writeUInt32LE(facts.checksum, from + 8);
  header.writeUInt32LE(facts.packed, from + 12);
  header.writeUInt32LE(facts.unpacked, from + 16);
}

function endOf(count: number, size: number, at: number, said: ArchiveEnd): Buffer {
  const comment = said.comment ?? Buffer.alloc(0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(said.count ?? Math.min(count, 0xffff), 8);
  end.writeUInt16LE(said.count ?? Math.min(count, 0xffff), 10);
  end.writeUInt32LE(said.size ?? size, 12);
  end.writeUInt32LE(said.at ?? at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([end, comment]);
}

/** Numbers that look random and are the same each time, from 0 up to and without `below`. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    // The generator of Numerical Recipes; its high bits are good enough for noise.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** So many letters, of which a few are random: deflated, they shrink by less than the ratio at which an archive is a bomb. */
export function noisyText(length: number, seed = 1): string {
  const throwOne = dice(seed);
  const noise = Array.from({ length: 4096 }, () =>
    throwOne(36 ** 4)
      .toString(36)
      .padStart(4, '0'),
  );
  const pieces: string[] = [];
  for (let written = 0; written < length; written += 200) {
    pieces.push(noise[throwOne(4096)] ?? '', noise[throwOne(4096)] ?? '', 'a'.repeat(192));
  }
  return pieces.join('').slice(0, length);
}

/** Bytes without a pattern. */
export function noiseBytes(length: number, seed = 1): Buffer {
  const throwOne = dice(seed);
  return Buffer.from(Uint8Array.from({ length }, () => throwOne(256)));
}
