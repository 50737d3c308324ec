import { legacyFont } from '../../../ground/text/legacy-letters.ts';
import type { LegacyEncoding } from '../../../ground/text/legacy-letters.ts';
import { isDateFormat } from './number-format.ts';
import { LONGEST_FORMAT, MOST_STYLES, TooLargeSheet } from './packed-sheet.ts';
import type { CellStyle } from './packed-sheet.ts';
import type { XmlAttributes, XmlListener } from './xml-scanner.ts';

/** A cell style with the encoding that its font stands for. */
export interface FontStyle extends CellStyle {
  readonly legacy: LegacyEncoding | null;
}

/** Formats that a workbook names by number only (ECMA-376, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** Collects the styles of a workbook from its styles part. Throws `TooLargeSheet`. */
export class StyleListener implements XmlListener {
  readonly styles: FontStyle[] = [];
  readonly #formats = new Map<string, string>();
  readonly #fonts: (LegacyEncoding | null)[] = [];
  readonly #path: string[] = [];

  open(name: string, attributes: XmlAttributes): void {
    const [parent, grand] = [this.#path.at(-1), this.#path.at(-2)];
    this.#path.push(name);
    if (name === 'numFmt' && parent === 'numFmts')
      this.#formats.set(attributes.get('numFmtId') ?? '', attributes.get('formatCode') ?? '');
    if (name === 'font' && parent === 'fonts') this.#fonts.push(null);
    // `name` in most files, `rFont` in some.
    if ((name === 'name' || name === 'rFont') && parent === 'font' && grand === 'fonts')
      this.#fonts[this.#fonts.length - 1] = legacyFont(attributes.get('val') ?? '');
    if (name !== 'xf' || parent !== 'cellXfs') return;
    if (this.styles.length >= MOST_STYLES) throw new TooLargeSheet();
    this.styles.push(this.#style(attributes));
  }

  close(): void {
    this.#path.pop();
  }

  #style(attributes: XmlAttributes): FontStyle {
    const id = attributes.get('numFmtId') ?? '0';
    const format = this.#formats.get(id) ?? BUILT_IN[Number(id)] ?? '';
    // Left out, a format that divides by a thousand would be overlooked.
    if (format.length > LONGEST_FORMAT) throw new TooLargeSheet();
    const general = /^general$/i.test(format) || format === '@' ? '' : format;
    const legacy = this.#fonts[Number(attributes.get('fontId') ?? '0')] ?? null;
    return { format: general, isDate: isDateFormat(general), legacy };
  }
}
