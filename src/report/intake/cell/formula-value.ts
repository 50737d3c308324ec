import { formulaTokens } from '../workbook/formula-move.ts';
import { readText } from './read-text.ts';
import { cellAt, placeOf } from '../workbook/sheet.ts';
import type { Cell, Grid } from '../workbook/sheet.ts';

/** Cells that one formula may look at; a longer one is not computed. */
const MOST_CELLS = 2_000;

/** Brackets and signs within each other; more would fill the stack of calls. */
const MOST_DEPTH = 64;

/** What is not computed: functions, names, other sheets, cells that hold no number. */
class NotComputed extends Error {}

/**
 * Whether a formula's stored result is not what the formula gives for the cells as they now stand. Only the four operations,
 * SUM and ROUND over numbers of the same sheet are computed; null where a formula says more than that, or looks at
 * a cell whose number is not sure. A difference within the stored result's own decimals is none.
 */
export function staleResult(grid: Grid, cell: Cell): { expected: string } | null {
  if (cell.formula === null || cell.formula === '' || cell.kind !== 'NUMBER' || cell.number === null) return null;
  const computed = compute(grid, cell.formula);
  if (computed === null) return null;
  const decimals = /\.(\d+)$/.exec(cell.number)?.[1]?.length ?? 0;
  const tolerance = 0.5 * 10 ** -decimals + Math.abs(computed) * 1e-9;
  if (Math.abs(computed - Number(cell.number)) <= tolerance) return null;
  // Whole numbers are exact; of others the last digits may be noise.
  return { expected: String(Number.isSafeInteger(computed) ? computed : Number(computed.toPrecision(14))) };
}

function compute(grid: Grid, formula: string): number | null {
  const parser = new FormulaParser(grid, plainTokens(formula));
  try {
    const value = parser.whole();
    return Number.isFinite(value) ? value : null;
  } catch (fault) {
    if (fault instanceof NotComputed) return null;
    throw fault;
  }
}

/** The formula without blanks; OpenDocument writes `of:=SUM([.E5:.E9];1)` for `SUM(E5:E9,1)`. */
function plainTokens(formula: string): string[] {
  const open = /^(?:of:|oooc:)?=?/;
  const excel = formula
    .replace(open, '')
    .replace(/\[\.([A-Z$0-9]+)(?::\.([A-Z$0-9]+))?\]/g, (_, from: string, to?: string) =>
      to === undefined ? from : `${from}:${to}`,
    );
  return formulaTokens(excel.replaceAll(';', ',')).filter((token) => token.trim() !== '');
}

class FormulaParser {
  readonly #grid: Grid;
  readonly #tokens: readonly string[];
  #at = 0;
  #looked = 0;
  #depth = 0;

  constructor(grid: Grid, tokens: readonly string[]) {
    this.#grid = grid;
    this.#tokens = tokens;
  }

  whole(): number {
    const value = this.#sum();
    if (this.#at !== this.#tokens.length) throw new NotComputed();
    return value;
  }

  #peek(): string {
    return this.#tokens[this.#at] ?? '';
  }

  #take(expected?: string): string {
    const token = this.#peek();
    if (token === '' || (expected !== undefined && token !== expected)) throw new NotComputed();
    this.#at++;
    return token;
  }

  #sum(): number {
    let value = this.#product();
    for (let sign = this.#peek(); sign === '+' || sign === '-'; sign = this.#peek()) {
      this.#take();
      const next = this.#product();
      value = sign === '+' ? value + next : value - next;
    }
    return value;
  }

  #product(): number {
    let value = this.#factor();
    for (let sign = this.#peek(); sign === '*' || sign === '/'; sign = this.#peek()) {
      this.#take();
      const next = this.#factor();
      value = sign === '*' ? value * next : value / next;
    }
    return value;
  }

  #factor(): number {
    if (++this.#depth > MOST_DEPTH) throw new NotComputed();
    const value = this.#operand();
    this.#depth--;
    return value;
  }

  #operand(): number {
    const token = this.#take();
    if (token === '-') return -this.#factor();
    if (token === '+') return this.#factor();
    if (token === '(') {
      const value = this.#sum();
      this.#take(')');
      return this.#percent(value);
    }
    if (/^\d/.test(token)) return this.#percent(Number(token));
    if (this.#peek() === '(') return this.#percent(this.#call(token.toUpperCase()));
    return this.#percent(this.#number(token));
  }

  #percent(value: number): number {
    if (this.#peek() !== '%') return value;
    this.#take();
    return value / 100;
  }

  #call(name: string): number {
    this.#take('(');
    const values: number[] = [];
    for (;;) {
      if (this.#tokens[this.#at + 1] === ':') values.push(...this.#range());
      else values.push(this.#sum());
      if (this.#peek() !== ',') break;
      this.#take();
    }
    this.#take(')');
    if (name === 'SUM') return values.reduce((sum, value) => sum + value, 0);
    const [value = 0, digits = 0] = values;
    if (name !== 'ROUND' || values.length !== 2) throw new NotComputed();
    const scale = 10 ** digits;
    return (Math.sign(value) * Math.round(Math.abs(value) * scale + 1e-9)) / scale;
  }

  /** The numbers of a range; marks for missing numbers count nothing, as SUM leaves out texts. */
  #range(): number[] {
    const from = placeOf(this.#take());
    this.#take(':');
    const to = placeOf(this.#take());
    if (from === null || to === null) throw new NotComputed();
    const values: number[] = [];
    for (let row = Math.min(from.row, to.row); row <= Math.max(from.row, to.row); row++) {
      for (let column = Math.min(from.column, to.column); column <= Math.max(from.column, to.column); column++) {
        const cell = this.#look(row, column);
        if (cell.kind === 'NUMBER') values.push(Number(cell.number));
        else if (!isNothing(cell)) throw new NotComputed();
      }
    }
    return values;
  }

  #number(token: string): number {
    const place = placeOf(token.toUpperCase());
    if (place === null || this.#peek() === '!') throw new NotComputed();
    const cell = this.#look(place.row, place.column);
    if (cell.kind === 'NUMBER') return Number(cell.number);
    if (cell.kind !== 'EMPTY') throw new NotComputed();
    return 0;
  }

  #look(row: number, column: number): Cell {
    if (++this.#looked > MOST_CELLS) throw new NotComputed();
    return cellAt(this.#grid, row, column);
  }
}

/** Empty, or a text in which nobody sees a number. */
function isNothing(cell: Cell): boolean {
  return cell.kind === 'EMPTY' || (cell.kind === 'TEXT' && readText(cell.text).kind === 'MISSING');
}
