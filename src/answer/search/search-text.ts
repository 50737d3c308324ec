import { HubError } from '../../ground/gql/hub-error.ts';
import { toneSpellings } from '../../ground/text/tone-spellings.ts';
import { otherWays, type Piece } from './abbreviation.ts';
import { PARTING_SQL, type Word, wordsOf } from './word.ts';

/** Letters and digits that a text must have, and signs it may have at most. */
const SHORTEST = 2;
const LONGEST = 200;

/** Patterns of PostgreSQL by which one level of likeness is told: regular expressions over a name in small letters, or over a folded one. */
export interface Patterns {
  readonly exact: string;
  readonly begins: string;
  /** All must match: each word whole, somewhere. */
  readonly words: readonly string[];
}

/** Another way to write what is looked for. */
export interface Way {
  readonly pieces: readonly Piece[];
  /** `like` patterns over a folded text, which all must match for it to be worth a closer look. */
  readonly likes: readonly string[];
  /** Regular expressions over a folded text, which all must match. */
  readonly patterns: readonly string[];
}

/** What is looked for, ready to be asked of the database. */
export interface SearchText {
  readonly words: readonly Word[];
  /** `like` patterns over a folded text, which all must match: every word is somewhere in it. */
  readonly likes: readonly string[];
  /** With its marks; every word is somewhere in a name where all of `contains` match. */
  readonly marked: Patterns & { readonly contains: readonly string[] };
  readonly folded: Patterns;
  readonly ways: readonly Way[];
}

/** Reads what a client looks for. Raises `HubError` BAD_USER_INPUT where it is too short or too long. */
export function searchText(text: string): SearchText {
  const length = Array.from(text).length;
  if (length > LONGEST) throw tooLong(length);
  const words = wordsOf(text);
  const letters = words.reduce((sum, { folded }) => sum + folded.length, 0);
  if (letters < SHORTEST) throw tooShort(letters);
  const spelt = words.map(({ marked }) => either(toneSpellings(marked)));
  const folded = words.map((word) => word.folded);
  return {
    words,
    likes: likesOf(folded),
    marked: { ...patternsOf(spelt), contains: [...new Set(spelt)] },
    folded: patternsOf(folded),
    ways: otherWays(words).map((pieces) => ({
      pieces,
      likes: likesOf(pieces.flatMap((piece) => piece.words.map((word) => word.folded))),
      patterns: pieces.map(({ words: parts, whole }) => {
        const phrase = parts.map((word) => word.folded).join(`${PARTING_SQL}+`);
        return whole ? wholly(phrase) : phrase;
      }),
    })),
  };
}

function either(spellings: readonly string[]): string {
  return spellings.length === 1 ? String(spellings[0]) : `(?:${spellings.join('|')})`;
}

/** A word has no sign that a pattern gives a meaning to: all of them part words. */
function likesOf(words: readonly string[]): string[] {
  return [...new Set(words)].map((word) => `%${word}%`);
}

function patternsOf(words: readonly string[]): Patterns {
  const begins = `^${PARTING_SQL}*${words.join(`${PARTING_SQL}+`)}`;
  return { exact: `${begins}${PARTING_SQL}*$`, begins, words: [...new Set(words)].map(wholly) };
}

function wholly(phrase: string): string {
  return `(?:^|${PARTING_SQL})${phrase}(?:$|${PARTING_SQL})`;
}

function tooShort(letters: number): HubError {
  return new HubError({
    code: 'BAD_USER_INPUT',
    path: ['text'],
    vi: `Cần ít nhất ${SHORTEST} chữ cái hoặc chữ số để tìm; nhận được ${letters}. Hãy nhập thêm.`,
    en: `A search needs at least ${SHORTEST} letters or digits; got ${letters}. Type more of the name.`,
  });
}

function tooLong(length: number): HubError {
  return new HubError({
    code: 'BAD_USER_INPUT',
    path: ['text'],
    vi: `Nội dung tìm dài tối đa ${LONGEST} ký tự; nhận được ${length}. Hãy rút ngắn, chỉ giữ tên cần tìm.`,
    en: `A search takes at most ${LONGEST} characters; got ${length}. Shorten it to the name you look for.`,
  });
}
