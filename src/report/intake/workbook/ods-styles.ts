import type { LegacyEncoding } from '../../../ground/text/legacy-letters.ts';
import type { XmlAttributes } from './xml-scanner.ts';

interface OdsStyle {
  family: string;
  parent: string | undefined;
  font: string | undefined;
  numbers: string | undefined;
  hidden: boolean;
}

const NUMBERS = /^(?:number|percentage|currency)-style$/;
const MARGIN = /^(?:header|footer)(?:-(?:left|first))?$/;
const BLANK = /^(?:s|tab|line-break)$/;
/** How many styles one leads to another at most. */
const LONGEST_CHAIN = 10;

/**
 * The styles of an .ods: for cells the number format (as a spreadsheet code that says what the format adds to the digits)
 * and the encoding of the font, for tables whether they are hidden. Fed with all elements of `styles.xml` and `content.xml`.
 */
export class OdsStyles {
  readonly #legacyFont: (name: string) => LegacyEncoding | null;
  readonly #styles = new Map<string, OdsStyle>();
  readonly #families = new Map<string, string>();
  readonly #formats = new Map<string, string>();
  #style: OdsStyle | null = null;
  #format: { name: string; code: string; percent: boolean } | null = null;
  #literal = false;
  #margin: string[] | null = null;
  #margins: string[] = [];

  constructor(font: (name: string) => LegacyEncoding | null) {
    this.#legacyFont = font;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'p') this.#margin?.push('');
    else if (MARGIN.test(name)) this.#margin = [''];
    else if (this.#margin !== null && BLANK.test(name)) this.text(' ');
    else if (NUMBERS.test(name))
      this.#format = { name: attributes.get('name') ?? '', code: '', percent: name === 'percentage-style' };
    else if (name === 'font-face')
      this.#families.set(attributes.get('name') ?? '', attributes.get('font-family') ?? '');
    else if (name === 'style' || name === 'default-style') this.#openStyle(name, attributes);
    else if (this.#style !== null && name === 'text-properties')
      this.#style.font ??= attributes.get('font-name') ?? attributes.get('font-family');
    else if (this.#style !== null && name === 'table-properties')
      this.#style.hidden ||= attributes.get('display') === 'false';
    else this.#openNumber(name, attributes);
  }

  text(piece: string): void {
    if (this.#literal && this.#format !== null) this.#format.code += literal(piece, this.#format.percent);
    if (this.#margin !== null) this.#margin.push((this.#margin.pop() ?? '') + piece);
  }

  close(name: string): void {
    if (name === 'style' || name === 'default-style') this.#style = null;
    else if (name === 'text' || name === 'currency-symbol') this.#literal = false;
    else if (NUMBERS.test(name) && this.#format !== null) {
      this.#formats.set(this.#format.name, this.#format.code);
      this.#format = null;
    } else if (MARGIN.test(name) && this.#margin !== null) {
      for (const text of this.#margin) if (text.trim() !== '') this.#margins.push(text);
      this.#margin = null;
    }
  }

  /** Texts of page headers and footers seen so far. */
  takeMargins(): string[] {
    const texts = this.#margins;
    this.#margins = [];
    return texts;
  }

  isHidden(style: string | undefined): boolean {
    return style !== undefined && (this.#styles.get(`table ${style}`)?.hidden ?? false);
  }

  /** The number format of a cell style; '' for the general one. */
  formatOf(style: string | undefined): string {
    const numbers = this.#first(style, 'table-cell', (one) => one.numbers);
    return numbers === undefined ? '' : (this.#formats.get(numbers) ?? '');
  }

  /** The encoding that the font of a cell ('table-cell') or a stretch of text ('text') stands for; UNICODE for another font. */
  fontOf(style: string | undefined, family: 'table-cell' | 'text'): LegacyEncoding | 'UNICODE' | null {
    const font = this.#first(style, family, (one) => one.font);
    if (font === undefined) return null;
    return this.#legacyFont((this.#families.get(font) ?? font).replace(/['"]/g, '')) ?? 'UNICODE';
  }

  #first<T>(style: string | undefined, family: string, get: (style: OdsStyle) => T | undefined): T | undefined {
    const ofCell = family === 'table-cell';
    // A cell without a style has the one of this name, and every one what it does not say itself by the common default.
    let name = style ?? (ofCell ? 'Default' : undefined);
    for (let i = 0; name !== undefined && i < LONGEST_CHAIN; i++) {
      const found = this.#styles.get(`${family} ${name}`);
      const value = found === undefined ? undefined : get(found);
      if (value !== undefined) return value;
      name = found?.parent;
    }
    const common = ofCell ? this.#styles.get(`${family} `) : undefined;
    return common === undefined ? undefined : get(common);
  }

  #openStyle(element: string, attributes: XmlAttributes): void {
    const family = attributes.get('family') ?? '';
    const name = element === 'style' ? (attributes.get('name') ?? '') : '';
    this.#style = {
      family,
      parent: attributes.get('parent-style-name'),
      font: undefined,
      numbers: attributes.get('data-style-name'),
      hidden: false,
    };
    this.#styles.set(`${family} ${name}`, this.#style);
  }

  #openNumber(name: string, attributes: XmlAttributes): void {
    if (this.#format === null) return;
    if (name === 'text' || name === 'currency-symbol') this.#literal = true;
    if (name === 'number') {
      const factor = Number(attributes.get('display-factor') ?? '1');
      const thousands = factor > 1 && factor < 1e15 ? Math.ceil(Math.log10(factor) / 3) : 0;
      const places = Number(attributes.get('decimal-places') ?? '0');
      // Each comma behind the digits is how a spreadsheet code says "divided by a thousand".
      this.#format.code += `0${places > 0 ? `.${'0'.repeat(Math.min(places, 15))}` : ''}${','.repeat(thousands)}`;
    }
  }
}

/** A literal of a number format; a percent sign is more than one only where it says that the number is shown times 100. */
function literal(text: string, percent: boolean): string {
  const quoted = (part: string): string => (part.trim() === '' ? part : `"${part.replaceAll('"', '')}"`);
  return percent ? text.split('%').map(quoted).join('%') : quoted(text);
}
