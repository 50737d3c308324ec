import { fold } from '../../ground/text/fold.ts';
import type { SearchText } from './search-text.ts';
import { wordsOf } from './word.ts';

/** A stretch of a text in UTF-16 code units: `start` included, `end` not. */
export interface TextStretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Where in a text the words stand by which it was found: whole words where there are such, else their first place in any word.
 * In the order of the text, none overlapping.
 */
export function highlights(text: string, { words, ways }: SearchText): TextStretch[] {
  const { folded, at } = foldedWithPlaces(text);
  const spots = (word: string): TextStretch[] => {
    const whole: TextStretch[] = [];
    let part: TextStretch | undefined;
    for (let from = folded.indexOf(word); from >= 0; from = folded.indexOf(word, from + 1)) {
      const stretch = { start: at[from]?.start ?? 0, end: at[from + word.length - 1]?.end ?? 0 };
      part ??= stretch;
      if (!isPart(folded[from - 1]) && !isPart(folded[from + word.length])) whole.push(stretch);
    }
    return whole.length > 0 ? whole : part ? [part] : [];
  };
  const tried = [words, ...ways.map(({ pieces }) => pieces.flatMap((piece) => piece.words))];
  const found = tried.map((way) => way.map(({ folded: word }) => spots(word)));
  const complete = found.find((way) => way.every((stretches) => stretches.length > 0)) ?? found[0] ?? [];
  return joined(complete.flat());
}

/** A folded text, and beside each of its code units where the sign it came from stands. */
function foldedWithPlaces(text: string): { folded: string; at: TextStretch[] } {
  const at: TextStretch[] = [];
  let folded = '';
  let start = 0;
  for (const sign of text) {
    const bare = /\s/.test(sign) ? ' ' : fold(sign);
    for (let unit = 0; unit < bare.length; unit++) at.push({ start, end: start + sign.length });
    folded += bare;
    start += sign.length;
  }
  return { folded, at };
}

function isPart(sign: string | undefined): boolean {
  return sign !== undefined && wordsOf(sign).length > 0;
}

/** Stretches in order; those that touch or overlap become one. */
function joined(stretches: readonly TextStretch[]): TextStretch[] {
  const result: TextStretch[] = [];
  for (const next of stretches.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && next.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, next.end) };
    else result.push(next);
  }
  return result;
}
