import { decodeText, guessLegacy, UNICODE_LETTER } from '../../../ground/text/legacy-encoding.ts';
import { mapTexts, textsOf } from './sheet.ts';
import type { Grid } from './sheet.ts';

/** Letters that a legacy font shows in the places of Western ones. */
const WESTERN = /[\u00a1-\u00ff]/;

/**
 * Sheets with the texts of legacy fonts as Unicode, where statistics show that they are such texts: all of them together
 * first, because many words are surer than one; else those that are clear by themselves, as rows that were pasted from an
 * old file are.
 */
export function withoutLegacyText(grids: readonly Grid[]): { grids: readonly Grid[]; legacy: boolean } {
  const encoding = guessLegacy(texts(grids));
  if (encoding !== null)
    return { grids: grids.map((grid) => mapTexts(grid, (text) => decodeText(text, encoding))), legacy: true };
  const decoded = new Map<string, string>();
  for (const grid of grids) {
    for (let row = 0; row < grid.height; row++) {
      grid.eachText(row, (text) => {
        if (!WESTERN.test(text) || UNICODE_LETTER.test(text) || decoded.has(text)) return;
        const own = guessLegacy([text]);
        if (own !== null) decoded.set(text, decodeText(text, own));
      });
    }
  }
  if (decoded.size === 0) return { grids, legacy: false };
  return { grids: grids.map((grid) => mapTexts(grid, (text) => decoded.get(text) ?? text)), legacy: true };
}

function* texts(grids: readonly Grid[]): Generator<string> {
  for (const grid of grids) for (const { text } of textsOf(grid)) yield text;
}
