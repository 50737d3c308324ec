import { legacyFont } from '../../../ground/text/legacy-letters.ts';
import type { LegacyEncoding } from '../../../ground/text/legacy-letters.ts';
import { LONGEST_WRITTEN, TooLargeSheet } from './packed-sheet.ts';
import type { TextPool } from './packed-sheet.ts';
import type { XmlAttributes, XmlListener } from './xml-scanner.ts';
import { decodeText } from './xml-text.ts';

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
/** The usual spelling of a text without fonts of its own; it ends as it begins. */
const PLAIN_TEXT = /<si><t(?: xml:space="preserve")?>/y;
const PLAIN_END = '</t></si>';

/** Collects the table of texts of a workbook in the pool, which keeps them. Throws `TooLargeSheet`. */
export class StringsListener implements XmlListener {
  readonly #pool: TextPool;
  readonly #first: number;
  /** Of the few texts that have fonts of their own. */
  readonly #runs = new Map<number, readonly FontRun[]>();
  #count = 0;
  #rich: RichText | null = null;

  constructor(pool: TextPool) {
    this.#pool = pool;
    this.#first = pool.texts.length;
  }

  /** The text of a number in the table; undefined where the table has none. */
  get(index: number): SharedText | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return undefined;
    const at = this.#first + index;
    return { text: this.#pool.texts[at] ?? '', runs: this.#runs.get(index) ?? null, at };
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
    const { text, runs } = this.#rich?.finish() ?? { text: '', runs: null };
    this.#rich = null;
    if (runs !== null) this.#runs.set(this.#count, runs);
    this.#put(text);
  }

  /** Most texts of a table are written alike: one stretch without a font. */
  whole(text: string, from: number, parent: string): number {
    if (parent !== 'sst') return -1;
    PLAIN_TEXT.lastIndex = from;
    if (!PLAIN_TEXT.test(text)) return -1;
    const start = PLAIN_TEXT.lastIndex;
    const end = text.indexOf('<', start);
    if (end < 0 || end - start > LONGEST_WRITTEN || !text.startsWith(PLAIN_END, end)) return -1;
    const raw = text.slice(start, end);
    if (raw.includes(']]>')) return -1;
    this.#put(unescapeControls(decodeText(raw)));
    return end + PLAIN_END.length;
  }

  /** The table holds each text once; the pool knows how much of it a workbook may hold. */
  #put(text: string): void {
    if (this.#count >= MOST_STRINGS) throw new TooLargeSheet();
    this.#pool.push(text);
    this.#count++;
  }
}
