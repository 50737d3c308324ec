import type { FontEvidence } from './font-evidence.ts';
import { contentOf } from './ods-cell.ts';
import type { Content, OpenCell } from './ods-cell.ts';
import type { OdsStyles } from './ods-styles.ts';
import {
  BookRoom,
  LONGEST_FORMAT,
  LONGEST_TEXT,
  MOST_COLUMNS,
  MOST_STYLES,
  SheetPacker,
  TooLargeSheet,
} from './packed-sheet.ts';
import type { CellStyle, TextPool, Unpacking } from './packed-sheet.ts';
import type { Grid, Merge } from './sheet.ts';
import type { XmlAttributes } from './xml-scanner.ts';

interface OpenSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly packer: SheetPacker;
  /** Default cell styles of columns, as far as they are named. */
  readonly columnStyles: (string | undefined)[];
}

/** Elements whose texts are not the cell's they stand in: comments, drawings and what was fetched from elsewhere. */
const ASIDE = new Set(
  (
    'annotation shapes dde-links frame custom-shape rect line polyline polygon regular-polygon path circle ellipse g ' +
    'measure caption connector control scene'
  ).split(' '),
);
/** Elements within a paragraph of them; every other one parts texts. */
const INLINE = new Set(['span', 'a', 's', 'tab', 'line-break']);
/** Repetitions of a row with something in it; only empty ones fill a sheet to its end. */
const MOST_REPEATED = 20_000;
/** Where a cell's value stands, by its type. */
const VALUES = ['value', 'date-value', 'time-value', 'boolean-value', 'string-value'];

/** Packs the tables of an OpenDocument spreadsheet as `content.xml` is read. */
export class OdsSheets {
  readonly margins: string[] = [];
  readonly styles: CellStyle[] = [{ format: '', isDate: false }];
  externalLinks = false;
  isSpreadsheet = false;
  readonly #room = new BookRoom();
  readonly #pool: TextPool;
  readonly #ods: OdsStyles;
  readonly #evidence: FontEvidence;
  readonly #sheets: OpenSheet[] = [];
  readonly #styleIndex = new Map<string, number>([[' ', 0]]);
  #sheet: OpenSheet | null = null;
  #row = 0;
  #rowRepeated = 1;
  #rowStyle: string | undefined;
  #rowMerges: Merge[] = [];
  #rowCells: { column: number; cell: Content; formula: string | null }[] = [];
  #column = 0;
  #cell: OpenCell | null = null;
  /** Elements whose texts are not the cell's: comments and drawings. */
  #aside = 0;
  #asideText = '';
  #fonts: (string | undefined)[] = [];

  constructor(pool: TextPool, styles: OdsStyles, evidence: FontEvidence) {
    this.#pool = pool;
    this.#ods = styles;
    this.#evidence = evidence;
  }

  get count(): number {
    return this.#sheets.length;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#aside > 0 || (ASIDE.has(name) && this.#fonts.length === 0)) {
      this.#openAside(name);
      return;
    }
    switch (name) {
      case 'spreadsheet':
        this.isSpreadsheet = true;
        break;
      case 'table':
        this.#openSheet(attributes);
        break;
      case 'table-source':
      case 'dde-source':
      case 'cell-range-source':
        this.externalLinks = true;
        break;
      case 'table-column': {
        const styles = this.#sheet?.columnStyles ?? [];
        const repeated = Math.min(count(attributes, 'number-columns-repeated'), MOST_COLUMNS - styles.length);
        const style = attributes.get('default-cell-style-name');
        for (let i = 0; i < repeated; i++) styles.push(style);
        break;
      }
      case 'table-row':
        this.#rowRepeated = count(attributes, 'number-rows-repeated');
        this.#rowStyle = attributes.get('default-cell-style-name');
        this.#rowMerges = [];
        this.#rowCells = [];
        this.#column = 0;
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.#openCell(attributes);
        break;
      default:
        this.#openText(name, attributes);
    }
  }

  text(piece: string): void {
    if (this.#aside > 0) this.#addAside(piece);
    else if (this.#cell !== null && this.#fonts.length > 0) this.#addText(piece);
  }

  close(name: string): void {
    if (this.#aside > 0) {
      this.#aside--;
      if (!INLINE.has(name)) this.#endAside();
      return;
    }
    if (name === 'table') this.#sheet = null;
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
    else if (name === 'p' || name === 'span') this.#fonts.pop();
  }

  finish(show: Unpacking['show'], dateText: Unpacking['dateText']): Grid[] {
    return this.#sheets.map(({ name, hidden, packer }) =>
      packer.finish(name, hidden, {
        texts: this.#pool.texts,
        styles: this.styles,
        show,
        dateText,
        legacyText: (text, encoding) => this.#evidence.read(text, encoding),
      }),
    );
  }

  #openAside(name: string): void {
    this.#aside++;
    if (name === 'dde-links') this.externalLinks = true;
    if (!INLINE.has(name)) this.#endAside();
    else if (name !== 'span' && name !== 'a') this.#asideText += ' ';
  }

  #addAside(piece: string): void {
    this.#asideText += piece;
    if (this.#asideText.length > LONGEST_TEXT) throw new TooLargeSheet();
  }

  #endAside(): void {
    if (this.#asideText.trim() !== '') this.margins.push(this.#asideText);
    this.#asideText = '';
  }

  #openSheet(attributes: XmlAttributes): void {
    const name = attributes.get('name') ?? '';
    const hidden = this.#ods.isHidden(attributes.get('style-name'));
    this.#sheet = { name, hidden, packer: new SheetPacker(this.#room), columnStyles: [] };
    this.#row = 0;
    // Copies of other files' sheets are kept under names that begin with their address.
    if (/^'?file:/.test(name)) this.externalLinks = true;
    else this.#sheets.push(this.#sheet);
    if (this.#sheets.length > 200) throw new TooLargeSheet();
  }

  #openCell(attributes: XmlAttributes): void {
    const style = attributes.get('style-name') ?? this.#rowStyle ?? this.#sheet?.columnStyles[this.#column];
    const repeated = count(attributes, 'number-columns-repeated');
    const raw = new Map(attributes.entries());
    const formula = attributes.get('formula');
    this.#cell = {
      type: raw.get('office:value-type') ?? attributes.get('value-type'),
      isError: raw.get('calcext:value-type') === 'error',
      value: VALUES.map((name) => attributes.get(name)).find((value) => value !== undefined),
      formula,
      style,
      repeated,
      text: '',
      paragraphs: 0,
    };
    this.#fonts = [];
    this.#merge(attributes);
    if (formula === undefined) return;
    if (/'file:|\[\s*'?(?:https?|ftp):/i.test(formula) || /^(?:of:)?=DDE\(/i.test(formula)) this.externalLinks = true;
  }

  #openText(name: string, attributes: XmlAttributes): void {
    const cell = this.#cell;
    if (cell === null) return;
    if (name === 'p') {
      if (cell.paragraphs++ > 0) cell.text += '\n';
      this.#fonts.push(undefined);
    } else if (name === 'span') this.#fonts.push(attributes.get('style-name'));
    else if (name === 's') cell.text += ' '.repeat(Math.min(count(attributes, 'c'), 1000));
    else if (name === 'tab') cell.text += '\t';
    else if (name === 'line-break') cell.text += '\n';
    if (cell.text.length > LONGEST_TEXT) throw new TooLargeSheet();
  }

  #addText(piece: string): void {
    const cell = this.#cell;
    if (cell === null) return;
    const span = this.#fonts.at(-1);
    // A stretch with a font of its own is judged by itself, the rest with all texts of the cell's font.
    cell.text += span === undefined ? piece : this.#evidence.ofRun(piece, this.#ods.fontOf(span, 'text'));
  }

  #merge(attributes: XmlAttributes): void {
    const [rows, columns] = [count(attributes, 'number-rows-spanned'), count(attributes, 'number-columns-spanned')];
    if (rows === 1 && columns === 1) return;
    const merge = {
      top: this.#row,
      left: this.#column,
      bottom: this.#row + rows - 1,
      right: this.#column + columns - 1,
    };
    this.#sheet?.packer.merge(merge);
    this.#rowMerges.push(merge);
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    this.#fonts = [];
    if (cell === null) return;
    const content = contentOf(cell, this.#ods, this.#pool, this.#evidence);
    const formula = cell.formula ?? null;
    if (content !== null) {
      if (this.#column + cell.repeated > MOST_COLUMNS) throw new TooLargeSheet();
      for (let i = 0; i < cell.repeated; i++)
        this.#rowCells.push({ column: this.#column + i, cell: content, formula: i === 0 ? formula : '' });
    }
    this.#column += cell.repeated;
  }

  #closeRow(): void {
    const repeated = this.#rowRepeated;
    if (this.#rowCells.length > 0) {
      if (repeated > MOST_REPEATED) throw new TooLargeSheet();
      for (let row = this.#row; row < this.#row + repeated; row++) this.#packRow(row);
      for (let down = 1; down < repeated; down++) this.#mergeAgain(down);
    }
    this.#row += repeated;
  }

  #mergeAgain(down: number): void {
    for (const { top, bottom, left, right } of this.#rowMerges)
      this.#sheet?.packer.merge({ top: top + down, bottom: bottom + down, left, right });
  }

  #packRow(row: number): void {
    for (const { column, cell, formula } of this.#rowCells)
      this.#sheet?.packer.add(row, column, cell.kind, cell.value, this.#styleOf(cell), formula);
  }

  #styleOf({ format, legacy }: Content): number {
    const key = `${legacy ?? ''} ${format}`;
    const known = this.#styleIndex.get(key);
    if (known !== undefined) return known;
    if (format.length > LONGEST_FORMAT || this.styles.length >= MOST_STYLES) throw new TooLargeSheet();
    const index = this.styles.push({ format, isDate: false, legacy: legacy ?? null }) - 1;
    this.#styleIndex.set(key, index);
    return index;
  }
}

function count(attributes: XmlAttributes, name: string): number {
  const number = Number(attributes.get(name) ?? '1');
  return Number.isInteger(number) && number >= 1 ? number : 1;
}
