import { Big } from 'big.js';
import { formatDecimal } from '../../ground/text/vietnamese-number.ts';
import type { MeasuredSpec } from '../../catalogue/form/form.spec.ts';
import { at } from './issue.ts';
import type { Bilingual, Issue, IssueCode } from './reading.ts';
import type { ReadCell } from './read-cells.ts';
import type { Cell } from './sheet.ts';

/** Attainment of a target, not a share: it may pass 100. */
const MAY_PASS_HUNDRED: ReadonlySet<string> = new Set(['CCB_ENLIST_TARGET_PCT']);

/** Cells to compare with one another. */
export interface CheckInput {
  readonly sheet: string | null;
  /** Every accepted cell, unreadable ones with a null value. */
  readonly cells: readonly ReadCell[];
  /** Every row or column of the form, so that absent parts of a breakdown are known. */
  readonly specs: readonly MeasuredSpec[];
  /** Code in the total row; null in forms without areas. */
  readonly totalArea: string | null;
  /** Cells of rows that belong to no area: a total may contain them. */
  readonly strays: readonly { readonly cell: Cell; readonly column: number }[];
}

/** Checks numbers against one another: signs, percentages, cumulative, parts of a whole, totals. */
export function checkCells(input: CheckInput): Issue[] {
  const { sheet, cells } = input;
  const single = cells.flatMap((cell) => [...checkRange(sheet, cell)]);
  return [...single, ...checkCumulative(input), ...checkBreakdowns(input), ...checkTotals(input)];
}

function finding(
  sheet: string | null,
  { slot, title }: ReadCell,
  code: IssueCode,
  message: Bilingual,
  expected?: string,
): Issue {
  const place = { sheet, cell: slot.cell.address, title, indicatorCode: slot.spec.indicatorCode };
  return at(place, code, 'ERROR', { message, read: slot.cell.text, ...(expected === undefined ? {} : { expected }) });
}

function checkRange(sheet: string | null, cell: ReadCell): Issue[] {
  const number = exact(cell);
  if (number === null) return [];
  const { type, indicatorCode } = cell.slot.spec;
  const outside = number.lt(0) || (number.gt(100) && !MAY_PASS_HUNDRED.has(indicatorCode));
  const shown = formatDecimal(number.toFixed());
  if (type === 'percent' && outside) {
    const message = { vi: `tỷ lệ ${shown} % nằm ngoài khoảng 0–100 %.`, en: `${shown} % lies outside 0–100 %.` };
    return [finding(sheet, cell, 'PERCENT_OUT_OF_RANGE', message, '0–100')];
  }
  if (!number.lt(0)) return [];
  return [
    finding(sheet, cell, 'NEGATIVE_VALUE', { vi: `đọc được số âm ${shown}.`, en: `${shown} is below zero.` }, '≥ 0'),
  ];
}

function checkCumulative({ sheet, cells }: CheckInput): Issue[] {
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
    return [finding(sheet, cell, 'CUMULATIVE_LESS_THAN_PERIOD', message, `≥ ${part.toFixed()}`)];
  });
}

function rowKey({ slot }: ReadCell): string {
  return `${slot.row} ${slot.spec.indicatorCode} ${JSON.stringify(slot.spec.breakdown ?? {})}`;
}

function checkBreakdowns({ sheet, cells, specs }: CheckInput): Issue[] {
  const wholes = new Map<string, ReadCell>();
  const groups = new Map<string, ReadCell[]>();
  for (const cell of cells) {
    const { spec, area, measure } = cell.slot;
    const key = `${area ?? ''} ${spec.indicatorCode} ${measure}`;
    if (spec.breakdown === undefined) wholes.set(key, cell);
    else push(groups, `${key}|${dimensions(spec)}`, cell);
  }
  const issues = new Map<string, Issue>();
  for (const [key, parts] of groups) {
    const whole = wholes.get(key.slice(0, key.indexOf('|')));
    const issue = whole === undefined ? null : checkParts(sheet, whole, parts, specs);
    if (issue !== null && !issues.has(issue.cell ?? '')) issues.set(issue.cell ?? '', issue);
  }
  return [...issues.values()];
}

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

function dimensions(spec: MeasuredSpec): string {
  return Object.keys(spec.breakdown ?? {})
    .sort()
    .join(',');
}

function checkParts(
  sheet: string | null,
  whole: ReadCell,
  parts: readonly ReadCell[],
  specs: readonly MeasuredSpec[],
): Issue | null {
  const [first] = parts;
  const { type } = whole.slot.spec;
  if (first === undefined || type === 'percent' || type === 'score' || whole.value === null) return null;
  const { missing } = whole.value;
  // Nothing arisen is a whole of zero; a blank one is reported elsewhere, and “x” or “…” say nothing.
  const total = exact(whole) ?? (missing === 'NOT_ARISEN' ? new Big(0) : null);
  const numbers = parts.map(exact).filter((number) => number !== null);
  if (total === null || numbers.length === 0 || isRough(whole) || parts.some(isRough)) return null;
  const sum = numbers.reduce((a, b) => a.plus(b), new Big(0));
  const ofForm = new Set(
    specs.filter((spec) => sameGroup(spec, first.slot.spec)).map((spec) => JSON.stringify(spec.breakdown)),
  );
  const complete =
    parts.length === ofForm.size &&
    parts.every((part) => part.value !== null && part.value.missing !== 'NOT_AVAILABLE');
  const exhaustive = first.slot.spec.exhaustive === true;
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
  return finding(sheet, whole, 'BREAKDOWN_MISMATCH', message, exhaustive ? sum.toFixed() : undefined);
}

function sameGroup(one: MeasuredSpec, other: MeasuredSpec): boolean {
  return (
    one.indicatorCode === other.indicatorCode && one.breakdown !== undefined && dimensions(one) === dimensions(other)
  );
}

function checkTotals({ sheet, cells, totalArea, strays }: CheckInput): Issue[] {
  if (totalArea === null) return [];
  const columns = new Map<string, ReadCell[]>();
  for (const cell of cells) if (cell.slot.area !== totalArea) push(columns, String(cell.slot.column), cell);
  return cells.flatMap((total) => {
    const printed = exact(total);
    if (total.slot.area !== totalArea || total.slot.spec.placeRule !== 'SUM' || printed === null || isRough(total))
      return [];
    const column = columns.get(String(total.slot.column)) ?? [];
    // With an unreadable cell in the column no sum is known; that cell has its own issue.
    if (column.some((cell) => cell.value === null || isRough(cell))) return [];
    const sum = column.reduce((acc, cell) => acc.plus(exact(cell) ?? 0), new Big(0));
    const withStrays = strays
      .filter((stray) => stray.column === total.slot.column && stray.cell.number !== null)
      .reduce((acc, { cell }) => acc.plus(new Big(cell.number ?? 0).times(total.slot.unit.scale)), sum);
    if (printed.eq(sum) || printed.eq(withStrays)) return [];
    const message = {
      vi: `dòng tổng ghi ${formatDecimal(printed.toFixed())}, cộng các dòng được ${formatDecimal(sum.toFixed())}.`,
      en: `the total row says ${printed.toFixed()}, the rows add up to ${sum.toFixed()}.`,
    };
    return [finding(sheet, total, 'TOTAL_MISMATCH', message, sum.toFixed())];
  });
}

function exact({ value }: ReadCell): Big | null {
  return value?.value == null ? null : new Big(value.value);
}

/** “trên 1.000” is no exact number: what it adds up to proves nothing. */
function isRough({ value }: ReadCell): boolean {
  return value !== null && value.qualifier !== null;
}
