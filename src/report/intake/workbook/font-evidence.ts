import { decodeText, isLegacyLike } from '../../../ground/text/legacy-encoding.ts';
import type { LegacyEncoding } from '../../../ground/text/legacy-letters.ts';

/** Letters that no legacy font has: a text with one was typed in Unicode, whatever its font is called. */
const UNICODE_LETTER = /[\u0100-\u024f\u1e00-\u1eff\p{M}]/u;

/**
 * What the texts in legacy fonts of a workbook show about those fonts: many a sheet is set in .VnTime and typed in Unicode,
 * which a spreadsheet shows in another font without a word.
 */
export class FontEvidence {
  readonly #votes: Record<LegacyEncoding, { legacy: number; unicode: number }> = {
    TCVN3: { legacy: 0, unicode: 0 },
    VNI: { legacy: 0, unicode: 0 },
  };
  readonly #decoded = new Map<string, string>();
  #changed = false;

  /** Whether a text was read as its legacy font shows it. */
  get found(): boolean {
    return this.#changed;
  }

  /** Takes a text in a legacy font into account. */
  see(text: string, encoding: LegacyEncoding): void {
    const votes = this.#votes[encoding];
    if (UNICODE_LETTER.test(text)) votes.unicode++;
    else if (isLegacyLike(text, encoding)) votes.legacy++;
  }

  /** A stretch of a text with a font of its own; it is judged by itself. */
  ofRun(text: string, encoding: LegacyEncoding | 'UNICODE' | null): string {
    if (encoding === null || encoding === 'UNICODE' || !isLegacyLike(text, encoding)) return text;
    return this.#remember(text, encoding);
  }

  /** A text in a legacy font as it is read: decoded, unless most texts in such fonts were typed in Unicode. */
  read(text: string, encoding: LegacyEncoding): string {
    const { legacy, unicode } = this.#votes[encoding];
    return unicode >= legacy ? text : this.#remember(text, encoding);
  }

  #remember(text: string, encoding: LegacyEncoding): string {
    const key = `${encoding} ${text}`;
    const known = this.#decoded.get(key);
    if (known !== undefined) return known;
    const decoded = decodeText(text, encoding);
    this.#changed ||= decoded !== text;
    this.#decoded.set(key, decoded);
    return decoded;
  }
}
