import { moveFormula } from './formula-move.ts';
import { isErrorText, LONGEST_WRITTEN, TooLargeSheet } from './packed-sheet.ts';
import type { BookRoom, SheetPacker, TextPool } from './packed-sheet.ts';
import { placeOf } from './sheet.ts';
import type { CellKind } from './sheet.ts';
import { XmlFault } from './xml-text.ts';
import type { XmlAttributes, XmlListener } from './xml-scanner.ts';
import type { FontEvidence } from './font-evidence.ts';
import type { FontStyle } from './xlsx-styles.ts';
import { PlainCellScanner } from './xlsx-plain-cell.ts';
import { RichText, unescapeControls } from './xlsx-strings.ts';
import type { FontText, StringsListener } from './xlsx-strings.ts';

/** What the cells of all sheets refer to. */
export interface WorkbookParts {
  readonly pool: TextPool;
  readonly room: BookRoom;
  readonly styles: readonly FontStyle[];
  readonly strings: Pick<StringsListener, 'get'>;
  /** Days from 0 January 1900 that the calendar of the workbook begins later: 0 or 1462. */
  readonly shift: number;
  /** Told of every text that stands in a legacy font. */
  readonly fonts: FontEvidence;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

interface OpenCell {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string | null;
  formula: string | null;
}

/** Packs the cells of one worksheet part as it is read; keeps its page headers and footers. */
export class SheetListener implements XmlListener {
  readonly margins: string[] = [];
  readonly #parts: WorkbookParts;
  readonly #packer: SheetPacker;
  readonly #shared = new Map<string, { text: string; row: number; column: number }>();
  #row = -1;
  #column = -1;
  #cell: OpenCell | null = null;
  /** These serve every cell that is taken whole. */
  readonly #scanner = new PlainCellScanner();
  readonly #plain: OpenCell = { row: 0, column: 0, type: 'n', style: 0, value: null, formula: null };
  #rich: RichText | null = null;
  #sharedIndex: string | null = null;
  #text: string | null = null;

  constructor(parts: WorkbookParts, packer: SheetPacker) {
    this.#parts = parts;
    this.#packer = packer;
  }

  open(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case 'row':
        this.#openRow(attributes.get('r'));
        break;
      case 'c':
        this.#openCell(attributes);
        break;
      case 'f':
        this.#sharedIndex = attributes.get('t') === 'shared' ? (attributes.get('si') ?? null) : null;
        this.#text = '';
        break;
      case 'v':
      case 'oddHeader':
      case 'oddFooter':
      case 'evenHeader':
      case 'evenFooter':
      case 'firstHeader':
      case 'firstFooter':
        this.#text = '';
        break;
      case 'is':
        this.#rich = new RichText();
        break;
      case 'mergeCell':
        this.#merge(attributes.get('ref') ?? '');
        break;
      default:
        this.#rich?.open(name, attributes);
    }
  }

  /** Most cells of a sheet are written alike: a number, or the number of a text. */
  whole(text: string, from: number, parent: string): number {
    if (parent !== 'row') return -1;
    const plain = this.#scanner;
    const end = plain.scan(text, from);
    if (end < 0) return -1;
    if (plain.row !== this.#row || plain.column <= this.#column) throw new XmlFault('BROKEN');
    this.#column = plain.column;
    const { styles, strings } = this.#parts;
    const cell = this.#plain;
    cell.row = plain.row;
    cell.column = plain.column;
    cell.style = plain.style < styles.length ? plain.style : 0;
    // No cell is open: nothing else is to be closed with it.
    this.#rich = null;
    if (plain.isShared) {
      const shared = strings.get(plain.value);
      if (shared === undefined) throw new XmlFault('BROKEN');
      this.#addText(cell, shared);
    } else this.#addValue(cell, plain.value);
    return end;
  }

  text(piece: string): void {
    if (this.#text === null) return this.#rich?.text(piece);
    this.#text += piece;
    if (this.#text.length > LONGEST_WRITTEN) throw new TooLargeSheet();
  }

  close(name: string): void {
    const text = this.#text ?? '';
    const cell = this.#cell;
    if (name === 'v' && cell !== null) cell.value = text;
    else if (name === 'f' && cell !== null) cell.formula = this.#formula(cell, text);
    else if (name === 'c' && cell !== null) this.#closeCell(cell);
    else if (/^(?:odd|even|first)(?:Header|Footer)$/.test(name)) this.margins.push(text);
    else if (name !== 'is' && this.#rich !== null) {
      this.#rich.close(name);
      return;
    }
    this.#text = null;
  }

  #openRow(printed: string | undefined): void {
    const row = printed === undefined ? this.#row + 1 : Number(printed) - 1;
    // From the top down, each once: of two, other programs could take the other one.
    if (!Number.isInteger(row) || row <= this.#row) throw new XmlFault('BROKEN');
    this.#row = row;
    this.#column = -1;
  }

  #openCell(attributes: XmlAttributes): void {
    const printed = attributes.get('r');
    const place = printed === undefined ? { row: this.#row, column: this.#column + 1 } : placeOf(printed);
    if (place === null || place.row !== this.#row || place.column <= this.#column) throw new XmlFault('BROKEN');
    this.#column = place.column;
    const style = Number(attributes.get('s') ?? '0');
    const type = attributes.get('t') ?? 'n';
    // Field by field: copying one object into another costs more than all the rest of this.
    this.#cell = {
      row: place.row,
      column: place.column,
      type,
      style: style < this.#parts.styles.length ? style : 0,
      value: null,
      formula: null,
    };
    this.#rich = null;
  }

  /** The text of a formula; of one that shares another's, that one moved here. */
  #formula({ row, column }: OpenCell, text: string): string {
    const shared = this.#sharedIndex;
    const { room } = this.#parts;
    if (shared === null || !room.hasFormulaRoom(text.length)) return text;
    if (text !== '') {
      this.#shared.set(shared, { text, row, column });
      return text;
    }
    const master = this.#shared.get(shared);
    return master === undefined || !room.takeMove(master.text.length)
      ? ''
      : moveFormula(master.text, row - master.row, column - master.column);
  }

  #closeCell(cell: OpenCell): void {
    this.#cell = null;
    const rich = this.#rich;
    this.#rich = null;
    const { type, value, formula } = cell;
    if (type === 'inlineStr') return this.#addText(cell, rich?.finish() ?? { text: '', runs: null });
    // A formula whose result was never stored looks like an empty cell, and is not one.
    if (value === null) return formula === null ? undefined : this.#addError(cell, '');
    switch (type) {
      case 's': {
        const shared = this.#parts.strings.get(Number(value));
        if (shared === undefined || value.trim() === '') throw new XmlFault('BROKEN');
        return this.#addText(cell, shared);
      }
      case 'str':
        return this.#addText(cell, { text: unescapeControls(value), runs: null });
      case 'b':
        return this.#add(cell, 'BOOLEAN', value === '1' || value === 'true' ? 1 : 0);
      case 'e':
        return this.#addError(cell, value);
      case 'd':
        return this.#add(cell, 'DATE', serialOf(value));
      default:
        return this.#addNumber(cell, value.trim());
    }
  }

  #addNumber(cell: OpenCell, value: string): void {
    if (value === '') return cell.formula === null ? undefined : this.#addError(cell, '');
    if (!NUMBER.test(value)) throw new XmlFault('BROKEN');
    const number = Number(value);
    if (!Number.isFinite(number)) throw new XmlFault('BROKEN');
    this.#addValue(cell, number);
  }

  #addValue(cell: OpenCell, number: number): void {
    const isDate = this.#parts.styles[cell.style]?.isDate ?? false;
    this.#add(cell, isDate ? 'DATE' : 'NUMBER', isDate ? number + this.#parts.shift : number);
  }

  #addText(cell: OpenCell, { text, runs, at }: FontText & { at?: number }): void {
    const { pool, styles, fonts } = this.#parts;
    const own = styles[cell.style]?.legacy ?? null;
    if (own !== null) fonts.see(text, own);
    const plain = runs === null ? text : runs.map(({ text: piece, legacy }) => fonts.ofRun(piece, legacy)).join('');
    if (plain.trim() === '') return;
    const known = runs === null ? at : undefined;
    this.#add(cell, isErrorText(plain) ? 'ERROR' : 'TEXT', known ?? pool.put(plain));
  }

  #addError(cell: OpenCell, text: string): void {
    this.#add(cell, 'ERROR', this.#parts.pool.put(text));
  }

  #add({ row, column, style, formula }: OpenCell, kind: CellKind, value: number): void {
    this.#packer.add(row, column, kind, value, style, formula);
  }

  #merge(ref: string): void {
    const [from = '', to = from] = ref.split(':');
    const [start, end] = [placeOf(from), placeOf(to)];
    if (start === null || end === null || end.row < start.row || end.column < start.column)
      throw new XmlFault('BROKEN');
    this.#packer.merge({ top: start.row, left: start.column, bottom: end.row, right: end.column });
  }
}

const DAY = 86_400_000;

/** Days since 30 December 1899 of an ISO date, as the 1900 calendar counts them. */
export function serialOf(iso: string): number {
  const [, year = '0', month = '0', day = '0'] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? [];
  return (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(1899, 11, 30)) / DAY;
}

/** dd/mm/yyyy of a serial number of days; null where it lies outside the calendar. */
export function dateText(serial: number): string | null {
  const days = Math.floor(serial);
  if (!Number.isFinite(days) || days < 1 || days > 2_958_465) return null;
  // The 1900 calendar has a 29 February that never was; before it, days count one less.
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * DAY);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}
