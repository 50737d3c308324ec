import { Big } from 'big.js';
import type { AreaColumnSpec, AreaRowsForm } from '../../../src/catalogue/form/form.spec.ts';
import type { Description } from './description.ts';
import { Draw } from './draw.ts';
import { drawGroup } from './figures.ts';
import type { Content } from './figures.ts';
import { beginsYear, windowOf } from './period-words.ts';
import { communesOf, provinceAt } from './places.ts';
import type { Commune } from './places.ts';
import { emptyRow, plannedCell } from './plan.ts';
import type { NumberColumn, Plan, PlannedCell, PlannedRow } from './plan.ts';
import { unitLineOf } from './plan-indicators.ts';
import { moneyUnit, ownUnit } from './units.ts';
import type { PrintedUnit } from './units.ts';
import { areaLabel } from './wording.ts';

const WORDED_SHARE = 15;

/** The table of a form with one row a commune, its total row not yet filled in. */
export function planAreas(form: AreaRowsForm, description: Description): Plan {
  const { seed, rows: choice } = description;
  const groups = keptGroups(form, description);
  const specs = groups.flat();
  const units = columnUnits(specs, description);
  const draw = Draw.of(seed, 'areas');
  const listed = communesOf(description.province);
  const names = listed.map(({ name }) => name);
  const communes = choice.shuffled ? draw.shuffled(listed) : listed;
  const rates = new Map(specs.map((spec) => [spec, draw.int(300, 950)]));
  const rowOf = (area: Commune, at: number): PlannedRow => ({
    ...emptyRow(labelOf(area, names, description, draw), description.table.stt === 'NONE' ? null : String(at + 1)),
    kind: 'FIGURES',
    group: area.code,
    area: area.code,
    code: area.code,
    cells: areaCells(area, groups, rates, description),
    hidden: choice.hidden && draw.chance(5),
  });
  const body = choice.subtotals ? bySubtotal(communes, rowOf, specs.length, draw) : communes.map(rowOf);
  const unitLine = unitLineOf(description);
  return {
    columns: specs.map((spec, at) => areaColumn(spec, at, units.get(spec), description)),
    rows: withTotal(body, specs, description, draw),
    unitLine,
    unitOf: (_, { spec }, column) => {
      const own = specs[column];
      return spec.type === 'money' && unitLine !== null ? unitLine : ((own && units.get(own)) ?? ownUnit(spec));
    },
    fileIssues: [],
  };
}

/** Columns of one indicator stay together: its whole first, its parts behind it. */
function keptGroups(form: AreaRowsForm, { seed, rows, table }: Description): AreaColumnSpec[][] {
  const draw = Draw.of(seed, 'area columns');
  const groups: AreaColumnSpec[][] = [];
  for (const column of form.columns) {
    const last = groups.at(-1);
    const together = last?.[0]?.groupVi != null && last[0].groupVi === column.groupVi;
    if (together) last?.push(column);
    else groups.push([column]);
  }
  const kept = groups.filter((group) => group.some(({ required }) => required) || !rows.dropped || !draw.chance(30));
  return table.shuffled ? draw.shuffled(kept) : kept;
}

/** Units over the columns; the heading line, if there is one, is the only one that speaks of money. */
function columnUnits(
  specs: readonly AreaColumnSpec[],
  { seed, head, rows }: Description,
): Map<AreaColumnSpec, PrintedUnit> {
  const draw = Draw.of(seed, 'column units');
  return new Map(
    specs.map((spec) => {
      const other = spec.type === 'money' && rows.otherUnits && head.unitLine === 'NONE';
      return [spec, other ? moneyUnit(draw) : ownUnit(spec)];
    }),
  );
}

function areaColumn(
  spec: AreaColumnSpec,
  at: number,
  unit: PrintedUnit | undefined,
  { head, table }: Description,
): NumberColumn {
  const silent = spec.type === 'count' || unit === undefined || (spec.type === 'money' && head.unitLine !== 'NONE');
  const leaf = silent ? spec.labelVi : `${spec.labelVi} (${unit.printed})`;
  const [alias] = spec.aliasesVi;
  if (spec.groupVi === null) return { headings: [leaf], at, estimate: false };
  if (table.levels !== 'FLAT') return { headings: [spec.groupVi, leaf], at, estimate: false };
  const flat = alias === undefined ? `${spec.groupVi} - ${leaf}` : silent ? alias : `${alias} (${unit.printed})`;
  return { headings: [flat], at, estimate: false };
}

function labelOf({ name }: Commune, neighbours: readonly string[], { wording }: Description, draw: Draw): string {
  const how = wording.length > 0 && draw.chance(WORDED_SHARE) ? draw.pick(wording) : null;
  return areaLabel(name, neighbours, how, draw);
}

function areaCells(
  area: Commune,
  groups: readonly (readonly AreaColumnSpec[])[],
  rates: ReadonlyMap<AreaColumnSpec, number>,
  { seed, period, numbers }: Description,
): PlannedCell[] {
  return groups.flatMap((group) => {
    const cells = new Map<AreaColumnSpec, PlannedCell>();
    for (const spec of group.filter(({ breakdown }) => breakdown === undefined)) {
      const members = group.filter(
        ({ indicatorCode, measure }) => indicatorCode === spec.indicatorCode && measure === spec.measure,
      );
      const draw = Draw.of(seed, `${area.code} ${spec.indicatorCode} ${spec.measure}`);
      const rate = rates.get(spec) ?? 500;
      const rules = { beginsYear: beginsYear(period), missing: numbers.missing, small: true, coarse: false } as const;
      const drawn = drawGroup(members, [spec.measure], { ...rules, dueMeasure: spec.measure }, draw);
      members.forEach((member, at) => {
        const content = drawn.get(spec.measure)?.[at] ?? { missing: 'BLANK' };
        cells.set(member, plannedCell(member, member.measure, nearRate(member, content, rate, draw)));
      });
    }
    return group.flatMap((spec) => cells.get(spec) ?? []);
  });
}

/** Rates of neighbours are of one size. */
function nearRate({ type }: AreaColumnSpec, content: Content, rate: number, draw: Draw): Content {
  return type === 'percent' && 'value' in content ? { value: new Big(rate + draw.int(-50, 50)).div(10) } : content;
}

const KINDS = [
  ['WARD', ['Khối phường', 'Các phường', 'Cộng các phường']],
  ['COMMUNE', ['Khối xã', 'Các xã', 'Cộng các xã']],
  ['SPECIAL_ZONE', ['Đặc khu', 'Khối đặc khu']],
] as const;

/** Wards, communes and special zones each below a subtotal, which belongs to nothing. */
function bySubtotal(
  communes: readonly Commune[],
  rowOf: (area: Commune, at: number) => PlannedRow,
  columns: number,
  draw: Draw,
): PlannedRow[] {
  const numbered = draw.chance(60);
  return KINDS.flatMap(([kind, labels], at) => {
    const members = communes.filter(({ type }) => type === kind).map(rowOf);
    if (members.length === 0) return [];
    const heading = emptyRow(draw.pick(labels), ['I', 'II', 'III'][at] ?? null);
    if (!numbered) return [heading, ...members];
    const sums = Array.from({ length: columns }, (_, column) => sumOf(members, column));
    return [{ ...heading, kind: 'TOTAL' as const, refused: true, cells: sums }, ...members];
  });
}

/** The sum of a column, as a cell of the first row's kind; null where numbers cannot be added up. */
function sumOf(rows: readonly PlannedRow[], column: number): PlannedCell | null {
  const cells = rows.flatMap(({ cells: all }) => all[column] ?? []);
  const [first] = cells;
  if (first === undefined) return null;
  if (first.spec.placeRule !== 'SUM')
    return { ...plannedCell(first.spec, first.measure, { missing: 'NOT_APPLICABLE' }), optional: true };
  const sum = cells.reduce((total, { value }) => total.plus(value ?? 0), new Big(0));
  return { ...plannedCell(first.spec, first.measure, { value: sum }), plain: true, optional: true };
}

function withTotal(
  rows: PlannedRow[],
  specs: readonly AreaColumnSpec[],
  description: Description,
  draw: Draw,
): PlannedRow[] {
  const { total } = description.rows;
  if (total === 'NONE') return rows;
  const { name } = provinceAt(description.province, windowOf(description.period).dataTo);
  const whole = name.startsWith('Tỉnh') ? 'toàn tỉnh' : 'toàn thành phố';
  const label = draw.pick(['TỔNG CỘNG', 'Tổng cộng', `Tổng cộng ${whole}`, 'TỔNG SỐ', whole.toUpperCase(), name]);
  const row: PlannedRow = {
    ...emptyRow(label),
    kind: 'TOTAL',
    group: 'TOTAL',
    area: description.province,
    cells: specs.map(() => null),
  };
  return total === 'TOP' ? [row, ...rows] : [...rows, row];
}

/** Fills in the total row, when everything else is settled. */
export function fillTotal({ rows, columns }: Plan): void {
  const total = rows.find(({ group }) => group === 'TOTAL');
  if (total === undefined) return;
  const areas = rows.filter(({ kind, repeats }) => kind === 'FIGURES' && !repeats);
  total.cells = columns.map((_, column) => sumOf(areas, column));
}
