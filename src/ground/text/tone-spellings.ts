import { toneNormal } from './fold.ts';

/** Combining grave, acute, tilde, hook above and dot below. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

const VOWEL = /[aăâeêioôơuưy]/;

/**
 * Every way to write one word that `toneNormal` takes for the same, by where its tone stands, the official one first: 'hòa' and
 * 'hoà', 'quý' and 'qúy'. The word is tone-normal and without white space.
 */
export function toneSpellings(word: string): string[] {
  const decomposed = word.normalize('NFD');
  const [tone, ...more] = decomposed.match(TONE) ?? [];
  if (tone === undefined || more.length > 0) return [word];
  const letters = Array.from(decomposed.replace(TONE, '').normalize('NFC'));
  const written = letters.flatMap((letter, at) =>
    VOWEL.test(letter)
      ? [
          letters
            .with(at, letter + tone)
            .join('')
            .normalize('NFC'),
        ]
      : [],
  );
  return [word, ...written.filter((one) => one !== word && toneNormal(one) === word)];
}
