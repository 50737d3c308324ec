import type { Big } from 'big.js';
import type { MeasuredSpec } from '../../../src/catalogue/form/form.spec.ts';
import type { CellMissing, Qualifier, ValueStatus } from '../../../src/report/intake/reading.ts';
import type { Adornment, NumberStyle, PercentStyle } from './description.ts';
import type { Draw } from './draw.ts';
import type { PlannedCell } from './plan.ts';
import type { SheetCell } from './sheet-model.ts';
import { isWhole, unitInCell } from './units.ts';
import type { PrintedUnit } from './units.ts';

/** A cell as it is written, with what a reader should make of it. */
export interface PrintedCell {
  cell: SheetCell | null;
  /** The digits and separators of a number written as text; null otherwise. */
  numeral: string | null;
  /** No fraction is possible. */
  whole: boolean;
  status: ValueStatus;
  qualifier: Qualifier | null;
}

/** How the cells of a sheet are written. */
export interface PrintHabit {
  style: NumberStyle;
  percent: PercentStyle;
  adorned: readonly Adornment[];
  /** Every cell is text. */
  csv: boolean;
}

const MISSING: Readonly<Record<CellMissing, readonly (string | null)[]>> = {
  BLANK: [null],
  NOT_ARISEN: ['-', '–', 'Không phát sinh', '-'],
  NOT_APPLICABLE: ['x', 'X'],
  NOT_AVAILABLE: ['…', '...', 'chưa có số liệu', 'Chưa có số liệu'],
};
const GAPS = { SPACE: ' ', NBSP: '\u00a0', NARROW: '\u202f' } as const;
const ADORNED_SHARE = 12;
/** One separator and three digits behind it: a thousand or a fraction. */
export const SHORT_GROUP = /^-?\d{1,3}[.,]\d{3}$/;

type TextStyle = Exclude<NumberStyle, 'NUMERIC' | 'SOME_TEXT' | 'MIXED'>;

/** A number as text. */
function numeralOf(number: Big, style: TextStyle): string {
  const [whole = '', fraction] = number.toFixed().split('.');
  if (style === 'PLAIN') return fraction === undefined ? whole : `${whole},${fraction}`;
  const group = style === 'VI' ? '.' : style === 'EN' ? ',' : GAPS[style];
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${style === 'EN' ? '.' : ','}${fraction}`;
}

/** Writes a cell in the habit of its sheet. `estimate`: its column is headed “Ước …”. */
export function printCell(
  planned: PlannedCell,
  unit: PrintedUnit,
  habit: PrintHabit,
  estimate: boolean,
  draw: Draw,
): PrintedCell {
  const status: ValueStatus = estimate ? 'ESTIMATE' : 'OFFICIAL';
  const bare = { numeral: null, whole: isWhole(planned.spec, unit), status, qualifier: null };
  if (planned.broken !== null) return { ...bare, cell: inFile(planned.broken, habit) };
  if (planned.value === null) return { ...bare, cell: { value: draw.pick(MISSING[planned.missing ?? 'BLANK']) } };
  const number = planned.value.div(unit.scale);
  if (planned.shortGroup) {
    const numeral = numeralOf(number, habit.style === 'EN' ? 'EN' : 'VI');
    return { ...bare, numeral, cell: { value: numeral } };
  }
  const adornment =
    planned.plain || habit.adorned.length === 0 || !draw.chance(ADORNED_SHARE) ? null : draw.pick(habit.adorned);
  if (adornment !== null) return adorn(planned.value, planned.spec, { unit, adornment, estimate }, habit, draw);
  if (planned.spec.type === 'percent') return printPercent(number, habit, bare, draw);
  return plain(number, habit, bare, draw);
}

function inFile(cell: SheetCell, { csv }: PrintHabit): SheetCell {
  return csv ? { value: cell.value === null ? null : String(cell.value) } : cell;
}

type Bare = Omit<PrintedCell, 'cell'>;

function plain(number: Big, habit: PrintHabit, bare: Bare, draw: Draw): PrintedCell {
  const style = textStyle(habit, draw, false);
  if (style === null) return { ...bare, cell: numberCell(number, draw) };
  const numeral = written(number, style, bare.whole, habit);
  return { ...bare, numeral, cell: { value: numeral } };
}

function numberCell(number: Big, draw: Draw): SheetCell {
  const format = draw.pick([null, null, '#,##0', '#,##0.00', '0']);
  return { value: Number(number.toFixed()), ...(format === null ? {} : { format }) };
}

/** The style of a cell written as text; null for a number. `must`: there are words round it. */
function textStyle(habit: PrintHabit, draw: Draw, must: boolean): TextStyle | null {
  switch (habit.style) {
    case 'NUMERIC':
      return must ? 'VI' : habit.csv ? 'PLAIN' : null;
    case 'SOME_TEXT':
      return must || draw.chance(25) ? 'VI' : habit.csv ? 'PLAIN' : null;
    case 'MIXED': {
      const style = draw.pick(['VI', 'EN', 'SPACE', null] as const);
      return style ?? (must || habit.csv ? 'VI' : null);
    }
    default:
      return habit.style;
  }
}

/** Where both styles occur, nobody who wants to be understood writes “1.234” for what can have a fraction. */
function written(number: Big, style: TextStyle, whole: boolean, habit: PrintHabit): string {
  const numeral = numeralOf(number, style);
  if (habit.style !== 'MIXED' || whole || !SHORT_GROUP.test(numeral)) return numeral;
  return number.mod(1).eq(0) ? number.toFixed() : `${numeral}0`;
}

function printPercent(number: Big, habit: PrintHabit, bare: Bare, draw: Draw): PrintedCell {
  const style = habit.percent === 'MIXED' ? draw.pick(['POINTS', 'FORMAT', 'LITERAL', 'TEXT'] as const) : habit.percent;
  const textual = habit.csv ? 'TEXT' : style;
  switch (textual) {
    case 'POINTS':
      return plain(number, habit, bare, draw);
    case 'FORMAT':
      return {
        ...bare,
        cell: { value: Number(number.div(100).toFixed()), format: draw.pick(['0.0%', '0%', '0.00%']) },
      };
    case 'LITERAL':
      return { ...bare, cell: { value: Number(number.toFixed()), format: '0.0"%"' } };
    default: {
      const numeral = written(number, textStyle(habit, draw, true) ?? 'VI', false, habit);
      const sign = style === 'POINTS' ? '' : draw.pick(['%', ' %', '\u00a0%']);
      return { ...bare, numeral, cell: { value: `${numeral}${sign}` } };
    }
  }
}

interface Adorned {
  unit: PrintedUnit;
  adornment: Adornment;
  estimate: boolean;
}

/** What is written round a number (here `#`), and what it says. */
const WORDS: Readonly<
  Record<Exclude<Adornment, 'UNIT' | 'OTHER_UNIT' | 'NOISE'>, readonly [readonly string[], Partial<PrintedCell>]>
> = {
  ESTIMATE: [['# (ước)', 'ước #', 'Ước #', '#(ước)'], { status: 'ESTIMATE' }],
  PRELIMINARY: [['# (sơ bộ)'], { status: 'PRELIMINARY' }],
  STAR: [['# (*)'], { status: 'PRELIMINARY' }],
  OVER: [['trên #', 'Hơn #', 'hơn #'], { qualifier: 'OVER' }],
  NEARLY: [['gần #', 'Gần #'], { qualifier: 'NEARLY' }],
  ABOUT: [['khoảng #', '~#', 'Khoảng #'], { qualifier: 'ABOUT' }],
  PADDED: [[' # '], {}],
};

/** Writes something round the number: a unit, a status or a word that makes it approximate. */
function adorn(
  value: Big,
  spec: MeasuredSpec,
  { unit, adornment, estimate }: Adorned,
  habit: PrintHabit,
  draw: Draw,
): PrintedCell {
  const own = adornment === 'UNIT' || adornment === 'OTHER_UNIT';
  const inCell = own ? unitInCell(spec, unit, adornment === 'OTHER_UNIT', draw) : null;
  const printedIn = inCell ?? unit;
  const whole = isWhole(spec, printedIn);
  const numeral = written(value.div(printedIn.scale), textStyle(habit, draw, true) ?? 'VI', whole, habit);
  const status: ValueStatus = estimate ? 'ESTIMATE' : 'OFFICIAL';
  const bare = { numeral, whole, status, qualifier: null };
  if (inCell !== null) return { ...bare, cell: { value: `${numeral} ${inCell.printed}` } };
  const shown = `${numeral}${spec.type === 'percent' ? draw.pick(['%', ' %', '']) : ''}`;
  const stored = Number(value.div(unit.scale).toFixed());
  if (adornment === 'NOISE' && !habit.csv && !Number.isInteger(stored)) {
    // What a sum of fractions leaves behind; a spreadsheet shows fifteen digits of it.
    return { ...bare, numeral: null, cell: { value: stored * (1 + Number.EPSILON) } };
  }
  if (adornment === 'UNIT' || adornment === 'OTHER_UNIT' || adornment === 'NOISE')
    return { ...bare, cell: { value: shown } };
  const [patterns, says] = WORDS[adornment];
  return { ...bare, cell: { value: draw.pick(patterns).replace('#', shown) }, ...says };
}
