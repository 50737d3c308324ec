import { Big } from 'big.js';
import { formatDecimal } from '../../../ground/text/vietnamese-number.ts';
import type { MeasuredSpec } from '../../../catalogue/form/form.spec.ts';
import { ExactSum } from './exact-sum.ts';
import { at } from '../issue/issue.ts';
import type { Bilingual, Issue, IssueCode } from '../reading.ts';
import type { ReadCell } from '../cell/read-cells.ts';

/** Attainment of a target, not a share: it may pass 100. */
export const MAY_PASS_HUNDRED: ReadonlySet<string> = new Set(['CCB_ENLIST_TARGET_PCT']);

/**
 * Checks numbers against one another: signs, percentages, cumulative, parts of a whole. Cells are those that were accepted,
 * unreadable ones with a null value; rows that have nothing to do with one another may be given one at a time. Specs are
 * every row or column of the form, so that absent parts of a breakdown are known.
 */
export function checkCells(cells: readonly ReadCell[], specs: readonly MeasuredSpec[]): Issue[] {
  const issues: Issue[] = [];
  for (const cell of cells) {
    const issue = checkRange(cell);
    if (issue !== null) issues.push(issue);
  }
  return issues.concat(checkCumulative(cells), checkBreakdowns(cells, specs));
}

function finding({ slot, row }: ReadCell, code: IssueCode, message: Bilingual, expected?: string): Issue {
  const place = {
    sheet: slot.sheet,
    cell: slot.cell.address,
    title: row.title,
    indicatorCode: slot.spec.indicatorCode,
  };
  return at(place, code, 'ERROR', { message, read: slot.cell.text, ...(expected === undefined ? {} : { expected }) });
}

function checkRange(cell: ReadCell): Issue | null {
  const printed = cell.value?.value;
  if (printed == null) return null;
  const { type, indicatorCode } = cell.slot.spec;
  const negative = printed.startsWith('-') && Number(printed) !== 0;
  // Near the limit a double is not sure.
  const over = type === 'percent' && Number(printed) > 99 && new Big(printed).gt(100);
  const outside = negative || (over && !MAY_PASS_HUNDRED.has(indicatorCode));
  if (!outside) return null;
  const number = new Big(printed);
  const shown = formatDecimal(number.toFixed());
  if (type === 'percent') {
    const message = { vi: `tỷ lệ ${shown} % nằm ngoài khoảng 0–100 %.`, en: `${shown} % lies outside 0–100 %.` };
    return finding(cell, 'PERCENT_OUT_OF_RANGE', message, '0–100');
  }
  return finding(cell, 'NEGATIVE_VALUE', { vi: `đọc được số âm ${shown}.`, en: `${shown} is below zero.` }, '≥ 0');
}

function checkCumulative(cells: readonly ReadCell[]): Issue[] {
  if (!cells.some(({ slot }) => slot.measure === 'cumulative')) return [];
  const inPeriod = new Map(cells.filter(({ slot }) => slot.measure === 'inPeriod').map((cell) => [rowKey(cell), cell]));
  return cells.flatMap((cell) => {
    const { measure, spec } = cell.slot;
    const other = inPeriod.get(rowKey(cell));
    if (measure !== 'cumulative' || spec.timeRule !== 'SUM' || other === undefined || isRough(cell) || isRough(other))
      return [];
    const [total, part] = [exact(cell), exact(other)];
    if (total === null || part === null || total.gte(part)) return [];
    const message = {
      vi: `lũy kế ${formatDecimal(total.toFixed())} nhỏ hơn số thực hiện trong kỳ ${formatDecimal(part.toFixed())} (ô ${other.slot.cell.address}).`,
      en: `the cumulative ${total.toFixed()} is less than the period's ${part.toFixed()} (cell ${other.slot.cell.address}).`,
    };
    return [finding(cell, 'CUMULATIVE_LESS_THAN_PERIOD', message, `≥ ${part.toFixed()}`)];
  });
}

function rowKey({ slot }: ReadCell): string {
  return `${slot.row} ${slot.spec.indicatorCode} ${JSON.stringify(slot.spec.breakdown ?? {})}`;
}

/** A whole of the form and its parts by one dimension or several. */
interface PartsOfWhole {
  readonly whole: MeasuredSpec;
  readonly parts: readonly MeasuredSpec[];
}

const plans = new WeakMap<readonly MeasuredSpec[], readonly PartsOfWhole[]>();

/** Which rows or columns of a form are parts of which; found once for a form, because it is asked for every area. */
function partsOf(specs: readonly MeasuredSpec[]): readonly PartsOfWhole[] {
  const known = plans.get(specs);
  if (known !== undefined) return known;
  const kind = (spec: MeasuredSpec): string => `${spec.indicatorCode} ${'measure' in spec ? String(spec.measure) : ''}`;
  const wholes = new Map(specs.filter((spec) => spec.breakdown === undefined).map((spec) => [kind(spec), spec]));
  const groups = new Map<string, { whole: MeasuredSpec; parts: MeasuredSpec[] }>();
  for (const spec of specs) {
    const whole = wholes.get(kind(spec));
    if (spec.breakdown === undefined || whole === undefined) continue;
    const key = `${kind(spec)} ${Object.keys(spec.breakdown).sort().join(',')}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { whole, parts: [spec] });
    else group.parts.push(spec);
  }
  const plan = [...groups.values()];
  plans.set(specs, plan);
  return plan;
}

function checkBreakdowns(cells: readonly ReadCell[], specs: readonly MeasuredSpec[]): Issue[] {
  const plan = partsOf(specs);
  if (plan.length === 0) return [];
  const issues = new Map<ReadCell, Issue>();
  for (const table of tablesOf(cells)) {
    for (const group of plan) {
      const whole = table.get(group.whole);
      if (whole === undefined) continue;
      const parts = group.parts.map((spec) => table.get(spec)).filter((cell) => cell !== undefined);
      const issue = checkParts(whole, parts, group.parts.length);
      if (issue !== null && !issues.has(whole)) issues.set(whole, issue);
    }
  }
  return [...issues.values()];
}

/** Cells of one area and measure each, by what they measure. */
function tablesOf(cells: readonly ReadCell[]): Iterable<ReadonlyMap<MeasuredSpec, ReadCell>> {
  const [first] = cells;
  const areLike = ({ slot }: ReadCell): boolean =>
    slot.area === first?.slot.area && slot.measure === first.slot.measure;
  // The cells of one row of areas, which is asked for each of them.
  if (cells.every(areLike)) return [new Map(cells.map((cell) => [cell.slot.spec, cell]))];
  const tables = new Map<string, Map<MeasuredSpec, ReadCell>>();
  for (const cell of cells) {
    const { spec, area, measure } = cell.slot;
    const key = area === null ? measure : `${area} ${measure}`;
    const table = tables.get(key) ?? new Map<MeasuredSpec, ReadCell>();
    tables.set(key, table.set(spec, cell));
  }
  return tables.values();
}

/** Of whole numbers, which most are, it is told at once that nothing is wrong. */
function surelyAddUp(whole: ReadCell, parts: readonly ReadCell[], exhaustive: boolean): boolean {
  const total = Number(whole.value?.value ?? NaN);
  let [sum, most] = [0, -Infinity];
  for (const { value } of parts) {
    const part = Number(value?.value ?? NaN);
    sum += part;
    most = Math.max(most, part);
  }
  if (!Number.isSafeInteger(total) || !Number.isSafeInteger(sum)) return false;
  return exhaustive ? sum === total : most <= total;
}

function checkParts(whole: ReadCell, parts: readonly ReadCell[], ofForm: number): Issue | null {
  const [first] = parts;
  const { type } = whole.slot.spec;
  if (first === undefined || type === 'percent' || type === 'score' || whole.value === null) return null;
  const { missing } = whole.value;
  const exhaustive = first.slot.spec.exhaustive === true;
  if (surelyAddUp(whole, parts, exhaustive)) return null;
  // Nothing arisen is a whole of zero; a blank one is reported elsewhere, and “x” or “…” say nothing.
  const total = exact(whole) ?? (missing === 'NOT_ARISEN' ? new Big(0) : null);
  const numbers = parts.map(exact).filter((number) => number !== null);
  if (total === null || numbers.length === 0 || isRough(whole) || parts.some(isRough)) return null;
  const sum = numbers.reduce((a, b) => a.plus(b), new Big(0));
  const complete =
    parts.length === ofForm && parts.every((part) => part.value !== null && part.value.missing !== 'NOT_AVAILABLE');
  const wrong = exhaustive ? (complete ? !sum.eq(total) : sum.gt(total)) : numbers.some((number) => number.gt(total));
  if (!wrong) return null;
  const message = exhaustive
    ? {
        vi: `tổng các phần là ${formatDecimal(sum.toFixed())}, khác với ${formatDecimal(total.toFixed())}.`,
        en: `the parts add up to ${sum.toFixed()}, not to ${total.toFixed()}.`,
      }
    : {
        vi: `có phần “Trong đó” lớn hơn ${formatDecimal(total.toFixed())}.`,
        en: `a part is greater than ${total.toFixed()}.`,
      };
  return finding(whole, 'BREAKDOWN_MISMATCH', message, exhaustive ? sum.toFixed() : undefined);
}

/** What the rows of one column add up to, row by row. */
interface ColumnSum {
  readonly sum: ExactSum;
  /** False once a cell could not be read or is only roughly known: then no sum is. */
  known: boolean;
  readonly strays: ExactSum;
  /** Numbers of rows that say different things of one area: a total has none of them, or one, or more. */
  readonly doubts: string[];
}

const MOST_DOUBTS = 6;

/** Adds up the columns of a table of areas, to compare with the row that says what they add up to. */
export class ColumnSums {
  readonly #columns = new Map<MeasuredSpec, Map<string, ColumnSum>>();

  /** Takes the cells of an area's row. */
  add(cells: readonly ReadCell[]): void {
    for (const cell of cells) {
      const column = this.#of(cell.slot);
      if (cell.value === null || isRough(cell)) column.known = false;
      else if (cell.value.value !== null) column.sum.add(cell.value.value);
    }
  }

  /** Takes the cells of a row that belongs to nobody: a total may contain them. */
  addStray(cells: readonly ReadCell[]): void {
    for (const cell of cells) {
      if (cell.value?.value != null) this.#of(cell.slot).strays.add(cell.value.value);
    }
  }

  /**
   * Takes the cells of a row that stands more than once: where it says the SAME, a total may contain it again; where it says
   * something else, what is right is not known.
   */
  addAgain(cells: readonly ReadCell[], what: 'SAME' | ReadonlySet<MeasuredSpec>): void {
    if (what === 'SAME') return this.addStray(cells);
    this.addStray(cells.filter(({ slot }) => !what.has(slot.spec)));
    for (const { slot, value } of cells) {
      if (!what.has(slot.spec)) continue;
      const column = this.#of(slot);
      if (value === null || column.doubts.length >= MOST_DOUBTS) column.known = false;
      else if (value.value !== null) column.doubts.push(value.value);
    }
  }

  /** TOTAL_MISMATCH at the cells of the total row that are neither the sum of these rows nor of `wider` ones. */
  check(totals: readonly ReadCell[], wider: ColumnSums): Issue[] {
    return totals.flatMap((total) => {
      const printed = exact(total);
      if (total.slot.spec.placeRule !== 'SUM' || printed === null || isRough(total)) return [];
      const own = this.#of(total.slot);
      const all = wider.#of(total.slot);
      if (!own.known || !all.known) return [];
      const sum = own.sum.value;
      if ([own, all].some((one) => isSum(printed, one))) return [];
      const message = {
        vi: `dòng tổng ghi ${formatDecimal(printed.toFixed())}, cộng các dòng được ${formatDecimal(sum.toFixed())}.`,
        en: `the total row says ${printed.toFixed()}, the rows add up to ${sum.toFixed()}.`,
      };
      return [finding(total, 'TOTAL_MISMATCH', message, sum.toFixed())];
    });
  }

  #of({ spec, measure }: ReadCell['slot']): ColumnSum {
    const measures = this.#columns.get(spec) ?? new Map<string, ColumnSum>();
    this.#columns.set(spec, measures);
    const known = measures.get(measure);
    if (known !== undefined) return known;
    const fresh = { sum: new ExactSum(), known: true, strays: new ExactSum(), doubts: [] };
    measures.set(measure, fresh);
    return fresh;
  }
}

function isSum(printed: Big, { sum, strays, doubts }: ColumnSum): boolean {
  const rows = sum.value;
  const sums = doubts.reduce((all, doubt) => [...all, ...all.map((one) => one.plus(doubt))], [rows]);
  return sums.some((one) => printed.eq(one) || printed.eq(one.plus(strays.value)));
}

function exact({ value }: ReadCell): Big | null {
  return value?.value == null ? null : new Big(value.value);
}

/** “trên 1.000” is no exact number: what it adds up to proves nothing. */
function isRough({ value }: ReadCell): boolean {
  return value !== null && value.qualifier !== null;
}
