import iconv from 'iconv-lite';
import { decodeLegacy } from './legacy-letters.ts';
import type { LegacyEncoding } from './legacy-letters.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

/** Letters of no Western font, and combining marks: a text with one of them was typed in Unicode. */
export const UNICODE_LETTER = /[\u0100-\u024f\u1e00-\u1eff\p{M}]/u;
const UPPER_LATIN_1 = /[\u00a1-\u00ff]/;
/** Words as a legacy font sees them: its letters sit in the places of signs, too. None is longer, and what decodes one has limits. */
const WORD = /[A-Za-z\u00a1-\u024f\u1e00-\u1eff\p{M}]{1,64}/gu;
const WESTERN_WORD = /[A-Za-z\u00a1-\u00ff]{1,64}/g;
/**
 * Signs that are meant as signs where they stand alone: fractions, the bullet, times. All others are the letters of
 * short words even then: 'ô tô', 'ê kíp', 'Krông Á', 'Đ/c', '1.000đ'.
 */
const SIGN_ALONE = /^([©·¼½¾×÷])\1*$/;
/** A letter alone is a syllable in too many readings: 'ö' would be ư. */
const SHORTEST_WORD = 2;

/** Words whose marked letters are the same in the encoding and in Unicode say nothing. */
const SAME_IN_UNICODE: Readonly<Record<LegacyEncoding, RegExp>> = {
  TCVN3: /^[A-Za-zý]+$/,
  VNI: /^[A-Za-zíìÍÌ]+$/,
};

/** How the words of a text bear on one reading of it. */
interface Votes {
  /** Words that are Vietnamese in this reading only. */
  for: number;
  /** Words that are Vietnamese as they stand only. */
  against: number;
  /** Words that are Vietnamese in neither: other languages, abbreviations, slips. */
  foreign: number;
}

function countVotes(words: Iterable<string>, decode: (word: string) => string, same: RegExp | null): Votes {
  const votes: Votes = { for: 0, against: 0, foreign: 0 };
  for (const word of words) {
    if (word.length < SHORTEST_WORD) continue;
    const decoded = decode(word);
    const readable = isVietnameseSyllable(decoded);
    const untouched = decoded === word && same?.test(word) !== true;
    if (isVietnameseSyllable(word)) {
      if (!readable || untouched) votes.against++;
    } else if (readable) votes.for++;
    else if (!isAbbreviation(decoded)) votes.foreign++;
  }
  return votes;
}

/** 'LĐLĐ', 'HĐND': capitals alone are often no syllable in any reading. */
function isAbbreviation(word: string): boolean {
  return word === word.toUpperCase();
}

function votesOf(words: Iterable<string>, encoding: LegacyEncoding): Votes {
  return countVotes(words, (word) => decodeLegacy(word, encoding), SAME_IN_UNICODE[encoding]);
}

/** The words of a text that look different in a legacy font, signs that stand alone left out. */
function westernWords(text: string): string[] {
  if (!UPPER_LATIN_1.test(text)) return [];
  return (text.match(WORD) ?? []).filter((word) => UPPER_LATIN_1.test(word) && !SIGN_ALONE.test(word));
}

/** So many different words decide; more of them would only cost time. */
const ENOUGH_WORDS = 2_000;
/** One word may be chance. */
const FEWEST_WORDS = 2;
/** Readable words for each one that is not. Of French, German, Spanish and Portuguese words with accents about one in 2,000 turns to a syllable. */
const READABLE_TO_FOREIGN = 3;

function isClear(votes: Votes, unicodeWords: number): boolean {
  return (
    votes.for >= FEWEST_WORDS &&
    votes.for >= READABLE_TO_FOREIGN * votes.foreign &&
    votes.for > votes.against + unicodeWords
  );
}

/**
 * The legacy encoding that the texts of a sheet or file are typed in, by which reading makes far more Vietnamese
 * syllables; null where they are Unicode, other languages, without marks, or too few to say. Each different word counts
 * once. Texts must still have their soft hyphens.
 */
export function guessLegacy(texts: Iterable<string>): LegacyEncoding | null {
  const western = new Set<string>();
  const unicode = new Set<string>();
  for (const text of texts) {
    if (UNICODE_LETTER.test(text)) addUnicodeWords(text, unicode);
    else for (const word of westernWords(text)) western.add(word);
    if (western.size + unicode.size > ENOUGH_WORDS) break;
  }
  return clearest(western, unicode.size);
}

function addUnicodeWords(text: string, words: Set<string>): void {
  for (const word of text.normalize('NFC').match(WORD) ?? []) {
    if (UNICODE_LETTER.test(word) && isVietnameseSyllable(word)) words.add(word);
  }
}

function clearest(words: ReadonlySet<string>, unicodeWords: number): LegacyEncoding | null {
  const tcvn3 = votesOf(words, 'TCVN3');
  const vni = votesOf(words, 'VNI');
  const best = tcvn3.for > vni.for ? 'TCVN3' : 'VNI';
  if (tcvn3.for === vni.for) return null;
  return isClear(best === 'TCVN3' ? tcvn3 : vni, unicodeWords) ? best : null;
}

/**
 * Whether one text by itself looks typed in the encoding: it has a word that is Vietnamese only when decoded, and more
 * such words than others. A single word may be chance: ask `guessLegacy` about the whole first.
 */
export function isLegacyLike(text: string, encoding: LegacyEncoding): boolean {
  if (UNICODE_LETTER.test(text)) return false;
  const votes = votesOf(westernWords(text), encoding);
  return votes.for > votes.against + votes.foreign;
}

/**
 * A text of a sheet in a legacy encoding, as Unicode. A text that was typed in Unicode stays as it is: one with letters
 * that Western fonts do not have, or one with more words that are Vietnamese as they stand than when decoded. So do
 * signs that stand alone.
 */
export function decodeText(text: string, encoding: LegacyEncoding): string {
  if (!UPPER_LATIN_1.test(text) || UNICODE_LETTER.test(text)) return text;
  const votes = votesOf(westernWords(text), encoding);
  return votes.against > votes.for ? text : decodeWords(text, encoding);
}

function decodeWords(text: string, encoding: LegacyEncoding): string {
  return text.replace(WESTERN_WORD, (word) => (SIGN_ALONE.test(word) ? word : decodeLegacy(word, encoding)));
}

/** What a text file of bytes that are no UTF-8 says, and in which encoding of Vietnamese. */
export interface DecodedText {
  text: string;
  encoding: LegacyEncoding | 'WINDOWS-1258';
}

/**
 * Bytes of a text file that is no valid UTF-8, as Vietnamese text in NFC: in TCVN3, VNI or Windows-1258, whichever makes
 * far more Vietnamese syllables; null where none clearly does.
 */
export function decodeTextBytes(bytes: Uint8Array): DecodedText | null {
  // A NUL is in no text of one byte a character: UTF-16, or no text at all.
  if (bytes.includes(0)) return null;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const western = iconv.decode(buffer, 'win1252');
  const words = firstWords(western);
  const windows = countVotes(words, decodeWindows1258, null);
  const legacy = clearest(words, windows.for);
  if (legacy !== null) return { text: decodeWords(western, legacy), encoding: legacy };
  const others = Math.max(votesOf(words, 'TCVN3').for, votesOf(words, 'VNI').for);
  // Vietnamese letters without a second mark are the same in Windows-1252, so words that change nothing do not speak against.
  const clear = isClear({ ...windows, against: 0 }, others);
  return clear ? { text: iconv.decode(buffer, 'win1258').normalize('NFC'), encoding: 'WINDOWS-1258' } : null;
}

function firstWords(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of text.matchAll(WESTERN_WORD)) {
    if (UPPER_LATIN_1.test(word) && !SIGN_ALONE.test(word)) words.add(word);
    if (words.size > ENOUGH_WORDS) break;
  }
  return words;
}

function decodeWindows1258(word: string): string {
  return iconv.decode(iconv.encode(word, 'win1252'), 'win1258').normalize('NFC');
}
