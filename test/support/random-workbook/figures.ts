import { Big } from 'big.js';
import type { MeasuredSpec, MeasureName } from '../../../src/catalogue/form/form.spec.ts';
import type { CellMissing } from '../../../src/report/intake/reading.ts';
import type { Draw } from './draw.ts';

/** What one part of a group is in one measure. */
export type Content = { value: Big } | { missing: CellMissing };
/** For each measure what the group's members are, in the order of the members. */
export type GroupFigures = Map<MeasureName, Content[]>;

/** How the figures of a group are drawn. */
export interface FigureRules {
  /** The first month of the period is January: the cumulative number is the period's. */
  beginsYear: boolean;
  /** Percent of cells without a number. */
  missing: number;
  /** Area forms hold smaller numbers. */
  small: boolean;
  /** A measure in which the whole may not be blank. */
  dueMeasure: MeasureName;
  /** Land in whole hectares’ hundredths. */
  coarse: boolean;
}

const MARKS: readonly CellMissing[] = ['NOT_ARISEN', 'NOT_APPLICABLE', 'NOT_AVAILABLE', 'BLANK'];

/**
 * Draws the numbers of an indicator and its parts so that nothing contradicts: parts that exhaust the whole add up to it,
 * others stay within it, and the cumulative number is not below the period's.
 */
export function drawGroup(
  members: readonly MeasuredSpec[],
  measures: readonly MeasureName[],
  rules: FigureRules,
  draw: Draw,
): GroupFigures {
  const [whole] = members;
  if (whole === undefined) return new Map();
  const most = draw.magnitude(mostOf(whole, rules));
  const marks = drawMarks(members, measures, rules, draw);
  const amounts = new Map<MeasureName, number[]>();
  for (const measure of ['target', 'inPeriod', 'samePeriodLastYear'] as const) {
    amounts.set(measure, drawAmounts(members, marks.get(measure) ?? [], most, draw));
  }
  const own = amounts.get('inPeriod') ?? [];
  const extra =
    rules.beginsYear || whole.timeRule !== 'SUM'
      ? null
      : drawAmounts(members, marks.get('cumulative') ?? [], most, draw);
  amounts.set(
    'cumulative',
    own.map((amount, at) => amount + (extra?.[at] ?? 0)),
  );
  const quantum = quantumOf(whole, rules);
  return new Map(
    measures.map((measure) => [
      measure,
      members.map((_, at) => {
        const missing = marks.get(measure)?.[at] ?? null;
        return missing === null ? { value: quantum.times(amounts.get(measure)?.[at] ?? 0) } : { missing };
      }),
    ]),
  );
}

/** The least step of a quantity, in its base unit. */
function quantumOf(spec: MeasuredSpec, { coarse }: FigureRules): Big {
  if (spec.type === 'money') return new Big('100000');
  if (spec.type === 'percent') return new Big('0.1');
  if (spec.type === 'score') return new Big('0.01');
  if (spec.type === 'count') return new Big(1);
  return new Big(spec.baseUnit === 'm²' ? (coarse ? '100' : '0.1') : '0.01');
}

function mostOf(spec: MeasuredSpec, { small }: FigureRules): number {
  if (spec.type === 'percent') return 999;
  if (spec.type === 'score') return 9_900;
  if (spec.type === 'money') return small ? 20_000 : 30_000_000;
  return small ? 9_000 : 900_000;
}

/** Marks for the cells without a number; a whole without one takes its parts along. */
function drawMarks(
  members: readonly MeasuredSpec[],
  measures: readonly MeasureName[],
  rules: FigureRules,
  draw: Draw,
): Map<MeasureName, (CellMissing | null)[]> {
  const marks = new Map<MeasureName, (CellMissing | null)[]>();
  const due = members[0]?.required === true;
  for (const measure of measures) {
    const all = draw.chance(rules.missing / 2) ? draw.pick(MARKS) : null;
    const whole = all === 'BLANK' && due && measure === rules.dueMeasure ? 'NOT_ARISEN' : all;
    marks.set(
      measure,
      members.map((_, at) => whole ?? (at > 0 && draw.chance(rules.missing) ? draw.pick(MARKS) : null)),
    );
  }
  // What has not arisen since January has not arisen this month either.
  const [since, own] = [marks.get('cumulative'), marks.get('inPeriod')];
  since?.forEach((mark, at) => {
    if (own !== undefined && mark !== null) own[at] = mark === 'BLANK' ? 'NOT_ARISEN' : mark;
  });
  return marks;
}

function drawAmounts(
  members: readonly MeasuredSpec[],
  marks: readonly (CellMissing | null)[],
  most: number,
  draw: Draw,
): number[] {
  const [whole] = members;
  const rate = whole?.type === 'percent' || whole?.type === 'score';
  const total = rate ? Math.max(0, most - draw.int(0, Math.floor(most / 20))) : draw.int(Math.floor(most / 2), most);
  const amounts = [total];
  const sum = members.some(({ exhaustive }) => exhaustive === true)
    ? exhaustiveParts(members, marks, total, draw)
    : null;
  members.slice(1).forEach((member, at) => {
    const present = marks[at + 1] == null;
    amounts.push(!present ? 0 : member.exhaustive === true ? (sum?.[at + 1] ?? 0) : draw.int(0, total));
  });
  if (sum !== null) amounts[0] = sum.reduce((a, b) => a + b, 0);
  return amounts;
}

/** Shares of a total for the parts that are there. They make the whole what they add up to. */
function exhaustiveParts(
  members: readonly MeasuredSpec[],
  marks: readonly (CellMissing | null)[],
  total: number,
  draw: Draw,
): number[] {
  let rest = total;
  return members.map((member, at) => {
    if (at === 0 || member.exhaustive !== true || marks[at] != null) return 0;
    const share = at === members.length - 1 ? rest : draw.int(0, rest);
    rest -= share;
    return share;
  });
}
