import { isFigureRow } from '../../../src/catalogue/form/form.spec.ts';
import type {
  FigureRowSpec,
  IndicatorRowsForm,
  MeasureName,
  SectionRowSpec,
} from '../../../src/catalogue/form/form.spec.ts';
import type { Description, Wording } from './description.ts';
import { Draw } from './draw.ts';
import { drawGroup } from './figures.ts';
import { formHeadings, isEstimate, practiceHeadings } from './headings.ts';
import { beginsYear } from './period-words.ts';
import { emptyRow, plannedCell } from './plan.ts';
import type { NumberColumn, Plan, PlannedRow } from './plan.ts';
import { moneyUnit, otherUnit, ownUnit } from './units.ts';
import type { PrintedUnit } from './units.ts';
import { mistyped, partLabel, retyped, wholeLabel } from './wording.ts';

/** A section's heading with the indicators below it, each with its parts. */
interface Section {
  heading: SectionRowSpec | null;
  groups: FigureRowSpec[][];
}

const WORDED_SHARE = 35;

/** The table of a form with one row an indicator. */
export function planIndicators(form: IndicatorRowsForm, description: Description): Plan {
  const { seed, rows: choice } = description;
  const layout = Draw.of(seed, 'rows');
  const columns = measureColumns(form, description);
  const measures = columns.map(({ measure }) => measure);
  const rows: PlannedRow[] = [];
  let number = 0;
  for (const { heading, groups } of sectionsOf(form)) {
    if (heading !== null && choice.sections) rows.push(sectionRow(heading, description, layout));
    for (const group of choice.shuffled ? layout.shuffled(groups) : groups) {
      if (group[0]?.required !== true && choice.dropped && layout.chance(25)) continue;
      number += 1;
      rows.push(...groupRows(group, measures, description, String(number)));
      if (choice.blank && layout.chance(10)) rows.push(emptyRow(null));
    }
  }
  const unitLine = unitLineOf(description);
  return {
    columns,
    rows,
    unitLine,
    // The row's own unit, then the heading line's for money, then the form's.
    unitOf: ({ unit, label: printed }, { spec }) => {
      if (unit !== null) return unit;
      const inLabel = /\(triệu đồng\)/u.test(printed ?? '');
      return spec.type === 'money' && unitLine !== null && !inLabel ? unitLine : ownUnit(spec);
    },
    fileIssues: [],
  };
}

function sectionsOf(form: IndicatorRowsForm): Section[] {
  const sections: Section[] = [];
  for (const row of form.rows) {
    if (!isFigureRow(row)) sections.push({ heading: row, groups: [] });
    else if (row.kind === 'indicator') {
      if (sections.length === 0) sections.push({ heading: null, groups: [] });
      sections.at(-1)?.groups.push([row]);
    } else sections.at(-1)?.groups.at(-1)?.push(row);
  }
  return sections;
}

function sectionRow({ labelVi, stt }: SectionRowSpec, { wording, table }: Description, draw: Draw): PlannedRow {
  const how = wording.length > 0 && draw.chance(WORDED_SHARE) ? draw.pick(wording) : null;
  const typed = retyped(labelVi, how, draw);
  return emptyRow(table.stt === 'NONE' && stt !== null ? `${stt}. ${typed}` : typed, table.stt === 'NONE' ? null : stt);
}

/** The rows of an indicator and its parts. Each group has a source of its own: leaving one out leaves the others alone. */
function groupRows(
  group: readonly FigureRowSpec[],
  measures: readonly MeasureName[],
  description: Description,
  number: string,
): PlannedRow[] {
  const [whole] = group;
  if (whole === undefined) return [];
  const { seed, period, numbers, rows: choice, table } = description;
  const draw = Draw.of(seed, `figures ${whole.indicatorCode}`);
  const words = Draw.of(seed, `words ${whole.indicatorCode}`);
  const unit = unitOfGroup(whole, description, words);
  const rules = {
    beginsYear: beginsYear(period),
    missing: numbers.missing,
    small: false,
    coarse: unit?.printed === 'ha',
  };
  const figures = drawGroup(group, measures, { ...rules, dueMeasure: 'inPeriod' }, draw);
  const rows = group.map((spec, at): PlannedRow => {
    const cells = measures.map((measure) => {
      const content = figures.get(measure)?.[at];
      return content === undefined ? null : plannedCell(spec, measure, content);
    });
    const stt = at > 0 || table.stt === 'NONE' ? null : table.stt === 'FORM' ? whole.stt : number;
    const worded = label(spec, description, words, number);
    const doubtful = isMistyped(group, description, words);
    return {
      ...emptyRow(doubtful ? mistyped(spec.labelVi, words) : worded, stt),
      kind: 'FIGURES',
      doubtful,
      group: whole.indicatorCode,
      code: at === 0 ? whole.indicatorCode : null,
      unit,
      cells,
      hidden: choice.hidden && words.chance(6),
    };
  });
  return choice.ofWhich ? withOfWhich(rows) : rows;
}

/** “Trong đó:” on a row of its own, where the parts do not say it themselves. */
function withOfWhich(rows: PlannedRow[]): PlannedRow[] {
  const [whole, first, ...others] = rows;
  if (whole === undefined || first === undefined) return rows;
  const said = /^Trong đó/iu.test((first.label ?? '').trim().normalize('NFC'));
  return said ? rows : [whole, { ...emptyRow('Trong đó:'), group: whole.group }, first, ...others];
}

/** A slip of the keyboard may be forgiven or not, but nothing else may be made of it. */
function isMistyped(group: readonly FigureRowSpec[], { wording, table }: Description, draw: Draw): boolean {
  const [whole] = group;
  if (!wording.includes('TYPO') || table.stt !== 'FORM' || group.length > 1 || whole === undefined) return false;
  return whole.labelVi.length >= 20 && draw.chance(15);
}

function label(spec: FigureRowSpec, { wording, table }: Description, draw: Draw, number: string): string {
  const how: Wording | null = wording.length > 0 && draw.chance(WORDED_SHARE) ? draw.pick(wording) : null;
  const names = [spec.labelVi, ...spec.aliasesVi];
  if (spec.kind === 'breakdown') return partLabel(names, how, draw);
  if (how === 'CODE') return spec.indicatorCode;
  const own = wholeLabel(names, how, draw);
  const withUnit = how === 'UNIT' && spec.type === 'money' && !table.unit ? `${own} (${spec.unit})` : own;
  return table.stt === 'NONE' && how !== 'BULLET' && draw.chance(30) ? `${number}. ${withUnit.trim()}` : withUnit;
}

/** What stands in the unit column; null leaves it empty. */
function unitOfGroup(whole: FigureRowSpec, { rows, table }: Description, draw: Draw): PrintedUnit | null {
  if (!table.unit || (rows.otherUnits && draw.chance(15))) return null;
  return rows.otherUnits && draw.chance(50) ? otherUnit(whole, draw) : ownUnit(whole);
}

type MeasureColumn = NumberColumn & { measure: MeasureName };

function measureColumns(form: IndicatorRowsForm, description: Description): MeasureColumn[] {
  const { seed, period, table } = description;
  const draw = Draw.of(seed, 'headings');
  const kept = form.measures.filter(
    (measure) => form.requiredMeasures.includes(measure) || !table.omitted.includes(measure),
  );
  const order = table.shuffled ? draw.shuffled(kept) : kept;
  return order.map((measure, at) => {
    const own = formHeadings(form, measure, period);
    const heading = table.practice ? draw.pick([...own, ...practiceHeadings(measure, period, draw)]) : (own[0] ?? '');
    return {
      headings: levelled(heading, measure, order, description),
      at,
      measure,
      estimate: table.levels !== 'YEARS' && isEstimate(heading),
    };
  });
}

const UNDER_YEARS: Readonly<Record<MeasureName, string>> = {
  target: 'Kế hoạch',
  inPeriod: 'Thực hiện kỳ này',
  cumulative: 'Lũy kế từ đầu năm',
  samePeriodLastYear: 'Cùng kỳ',
};

/** A heading below the one over its neighbours, if the description has two rows of headings. */
function levelled(
  heading: string,
  measure: MeasureName,
  order: readonly MeasureName[],
  { period, table }: Description,
): string[] {
  const results = measure === 'inPeriod' || measure === 'cumulative';
  const adjacent = Math.abs(order.indexOf('inPeriod') - order.indexOf('cumulative')) === 1;
  if (table.levels === 'RESULTS' && results && adjacent) return ['Kết quả thực hiện', heading];
  if (table.levels !== 'YEARS') return [heading];
  const year = measure === 'samePeriodLastYear' ? period.year - 1 : period.year;
  return [`Năm ${year}`, UNDER_YEARS[measure]];
}

/** “ĐVT: …” over the table; what it says is about money only. */
export function unitLineOf({ seed, head }: Description): PrintedUnit | null {
  if (head.unitLine === 'NONE') return null;
  return head.unitLine === 'SAME' ? MILLIONS : moneyUnit(Draw.of(seed, 'unit line'));
}

const MILLIONS: PrintedUnit = { printed: 'triệu đồng', scale: '1000000' };
