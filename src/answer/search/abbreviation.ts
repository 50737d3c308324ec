import { readFileSync } from 'node:fs';
import { projectPath } from '../../ground/project-path.ts';
import { sameWords, type Word, wordsOf } from './word.ts';

/** A piece of what is looked for: a word as it was written, or whole words that stand for some of it. */
export interface Piece {
  readonly words: readonly Word[];
  /** Whether the words must stand whole and together; else a part of a word is enough. */
  readonly whole: boolean;
}

/** An entry of the dictionary: forms that mean the same, the short one first. */
type Entry = readonly (readonly Word[])[];

/** Ways to write a text that are tried beside the text itself. */
const MOST_WAYS = 12;

let dictionary: readonly Entry[] | undefined;

/** The dictionary that ships with the hub, read once. */
function entries(): readonly Entry[] {
  dictionary ??= (
    JSON.parse(readFileSync(projectPath('src', 'answer', 'search', 'data', 'abbreviations.json'), 'utf8')) as {
      short: string;
      long: string[];
    }[]
  ).map(({ short, long }) => [short, ...long].map(wordsOf));
  return dictionary;
}

/** The other ways to write a text: abbreviations written out, and what is written out abbreviated; each whole words only. */
export function otherWays(words: readonly Word[]): Piece[][] {
  // From the end, so that the ways to go on from a word are worked out once.
  const from: Piece[][][] = [];
  from[words.length] = [[]];
  for (const [at, word] of [...words.entries()].reverse()) {
    const replaced = replacements(words, at).flatMap(({ length, by }) =>
      (from[at + length] ?? []).map((rest) => [{ words: by, whole: true }, ...rest]),
    );
    const kept = (from[at + 1] ?? []).map((rest) => [{ words: [word], whole: false }, ...rest]);
    from[at] = [...replaced, ...kept].slice(0, MOST_WAYS + 1);
  }
  return (from[0] ?? []).filter((pieces) => pieces.some(({ whole }) => whole)).slice(0, MOST_WAYS);
}

/** What can stand for the words that begin at a place: for a short form its long ones, for a long one the short. */
function replacements(words: readonly Word[], at: number): { length: number; by: readonly Word[] }[] {
  return entries().flatMap(([short = [], ...long]) => {
    const here = (form: readonly Word[]): boolean => sameWords(words.slice(at, at + form.length), form);
    if (here(short)) return long.map((by) => ({ length: short.length, by }));
    return long.filter(here).map((form) => ({ length: form.length, by: short }));
  });
}
