import { normalise } from './fold.ts';

/**
 * The Vietnamese alphabet in dictionary order, with the foreign letters f j w z in their Latin places. Stored keys depend
 * on it: it never changes.
 */
const ALPHABET = Array.from('aăâbcdđeêfghijklmnoôơpqrstuưvwxyz');
/** One ASCII character a letter, rising with the alphabet: 'A'…'Z', then 'a'…'g'. */
const LETTER_CODE = new Map(
  ALPHABET.map((letter, i) => [letter, String.fromCharCode(i < 26 ? 0x41 + i : 0x61 + i - 26)] as const),
);
/** Stands before the code point of a letter of another alphabet: after every Vietnamese letter. */
const FOREIGN = 'z';
/** Lower than every code, so that a shorter word or text comes first; the level separator is the lower of the two. */
const WORD_SEPARATOR = '.';
const LEVEL_SEPARATOR = '-';

/** Tones in dictionary order: ngang is 0, then huyền, hỏi, ngã, sắc, nặng. */
const TONES = new Map([
  ['\u0300', '1'],
  ['\u0309', '2'],
  ['\u0303', '3'],
  ['\u0301', '4'],
  ['\u0323', '5'],
]);
/** Circumflex, breve, horn: with them a letter is another letter of the alphabet, not a tone of it. */
const LETTER_MARK = /[\u0302\u0306\u031b]/u;
/** A letter or digit run with its marks; anything else separates words. */
const PIECE = /(?<digits>[0-9]+)|(?<letter>[\p{L}\p{N}])(?<marks>\p{M}*)|(?<other>[^\p{L}\p{N}])/gu;

/** The three levels while the text is read; `word` is the word in hand. */
interface Levels {
  words: string[];
  word: string;
  tones: string;
  wordTones: string;
  cases: string;
}

/**
 * An ASCII text (letters, digits, '.' and '-') whose bytewise order (PostgreSQL `collate "C"`) is the order of a
 * Vietnamese dictionary. Compared first over the whole text: words, one after the other, by letters
 * (a ă â b c d đ e ê … o ô ơ … u ư … y) and digit runs by their numeric value (before letters); then the tones ngang,
 * huyền, hỏi, ngã, sắc, nặng of one word after the other, wherever in the word they are written; then case, small first.
 * Punctuation only separates words. Texts that differ in nothing else get one key: add the id to make an order total.
 */
export function sortKey(text: string): string {
  const levels: Levels = { words: [], word: '', tones: '', wordTones: '', cases: '' };
  for (const { groups = {} } of normalise(text).normalize('NFD').matchAll(PIECE)) {
    if (groups['digits'] !== undefined) levels.word += numberCode(groups['digits']);
    else if (groups['letter'] !== undefined) addLetter(levels, groups['letter'], groups['marks'] ?? '');
    else endWord(levels);
  }
  endWord(levels);
  // Zeros at the end of a level decide nothing, and most texts are short of tones and capitals there.
  const [tones, cases] = [levels.tones, levels.cases].map((level) => level.replace(/0+$/, ''));
  return [levels.words.join(WORD_SEPARATOR), tones, cases].join(LEVEL_SEPARATOR).replace(/-+$/, '');
}

function addLetter(levels: Levels, raw: string, marks: string): void {
  const small = raw.toLowerCase();
  const letter = `${small}${LETTER_MARK.exec(marks)?.[0] ?? ''}`.normalize('NFC');
  levels.word += LETTER_CODE.get(letter) ?? LETTER_CODE.get(small) ?? foreignCode(small);
  for (const mark of marks) levels.wordTones += TONES.get(mark) ?? '';
  levels.cases += small === raw ? '0' : '1';
}

function endWord(levels: Levels): void {
  if (levels.word !== '') {
    levels.words.push(levels.word);
    levels.tones += levels.wordTones === '' ? '0' : levels.wordTones;
  }
  levels.word = '';
  levels.wordTones = '';
}

/** A number's length, then its digits: the longer number is the greater one. '9' in the length means nine and more. */
function numberCode(digits: string): string {
  const significant = digits.replace(/^0+/, '');
  return '9'.repeat(Math.floor(significant.length / 9)) + (significant.length % 9) + significant;
}

function foreignCode(letter: string): string {
  return Array.from(letter, (c) => FOREIGN + (c.codePointAt(0) ?? 0).toString(16).padStart(6, '0')).join('');
}
