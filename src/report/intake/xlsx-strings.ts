import { legacyFont } from '../../ground/text/legacy-letters.ts';
import type { LegacyEncoding } from '../../ground/text/legacy-letters.ts';
import { LONGEST_WRITTEN, TooLargeSheet } from './packed-sheet.ts';
import type { TextPool } from './packed-sheet.ts';
import type { XmlAttributes, XmlListener } from './xml-scanner.ts';

/** A stretch of text in one font: a legacy one, another one (UNICODE), or the cell's own (null). */
interface FontRun {
  readonly text: string;
  readonly legacy: LegacyEncoding | 'UNICODE' | null;
}

/** A text with its stretches, where it has fonts of its own. */
export interface FontText {
  readonly text: string;
  readonly runs: readonly FontRun[] | null;
}

/** Characters that XML cannot hold are written `_x0009_` in a workbook. */
export function unescapeControls(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Puts one text together: plain, or of stretches with their fonts; readings for East Asian scripts are left out. */
export class RichText {
  readonly #runs: FontRun[] = [];
  #font: FontRun['legacy'] = null;
  #fonts = false;
  #inText = false;
  #inReading = 0;
  #current = '';

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'rPh') this.#inReading++;
    else if (name === 'r') this.#font = null;
    else if (name === 'rFont') {
      this.#font = legacyFont(attributes.get('val') ?? '') ?? 'UNICODE';
      this.#fonts = true;
    } else if (name === 't' && this.#inReading === 0) {
      this.#inText = true;
      this.#current = '';
    }
  }

  text(piece: string): void {
    if (!this.#inText) return;
    this.#current += piece;
    if (this.#current.length > LONGEST_WRITTEN) throw new TooLargeSheet();
  }

  close(name: string): void {
    if (name === 'rPh') this.#inReading--;
    if (name !== 't' || !this.#inText) return;
    this.#inText = false;
    this.#runs.push({ text: unescapeControls(this.#current), legacy: this.#font });
  }

  finish(): FontText {
    const text = this.#runs.map((run) => run.text).join('');
    return { text, runs: this.#fonts ? this.#runs : null };
  }
}

/** A text of the workbook's own table, with its number in the pool. */
export interface SharedText extends FontText {
  readonly at: number;
}

/** Texts of the table; a report of 100,000 rows has as many in twenty columns. */
const MOST_STRINGS = 2_000_000;

/** Collects the table of texts of a workbook. Throws `TooLargeSheet`. */
export class StringsListener implements XmlListener {
  readonly strings: SharedText[] = [];
  readonly #pool: TextPool;
  #rich: RichText | null = null;

  constructor(pool: TextPool) {
    this.#pool = pool;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'si') this.#rich = new RichText();
    else this.#rich?.open(name, attributes);
  }

  text(piece: string): void {
    this.#rich?.text(piece);
  }

  close(name: string): void {
    if (name !== 'si') {
      this.#rich?.close(name);
      return;
    }
    const text = this.#rich?.finish() ?? { text: '', runs: null };
    this.#rich = null;
    if (this.strings.length >= MOST_STRINGS) throw new TooLargeSheet();
    // The table holds each text once; the pool knows how much of it a workbook may hold.
    this.strings.push({ text: text.text, runs: text.runs, at: this.#pool.push(text.text) });
  }
}
