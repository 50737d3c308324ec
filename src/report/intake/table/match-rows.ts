import { normalise } from '../../../ground/text/fold.ts';
import { breakdownKey } from '../../../catalogue/form/form.spec.ts';
import type { FigureRowSpec } from '../../../catalogue/form/form.spec.ts';
import { columnRole } from './header-block.ts';
import { at, unknownIndicator } from '../issue/issue.ts';
import type { RowNames } from './row-names.ts';
import { looksLikeNumber } from '../cell/looks-like-number.ts';
import { MOST_ISSUES } from '../reading.ts';
import type { Issue } from '../reading.ts';
import { cellAt, shownText, textsOf } from '../workbook/sheet.ts';
import type { Cell, Grid } from '../workbook/sheet.ts';
import type { AreaTable, IndicatorTable, MatchedRow, MatchedRows, MeasureColumn, Slot } from './table.ts';
import { formUnit, isKnownUnit, moneyHeading as moneyUnit, unitFor } from './units.ts';
import type { Unit } from './units.ts';
import { labelHints, readLabel } from './wording.ts';

/** What is known while the rows are gone through from the top. */
interface Walk {
  readonly table: IndicatorTable;
  readonly names: RowNames;
  /** “ĐVT: triệu đồng” above the table, for money rows without a unit of their own. */
  readonly sheetUnit: string;
  readonly rows: MatchedRow[];
  readonly issues: Issue[];
  readonly present: Set<FigureRowSpec>;
  /** The indicator above and its printed unit; null behind a section or an unknown row. */
  parent: { spec: FigureRowSpec; unit: string } | null;
  ended: boolean;
  /** What stood last in the unit column. */
  lastUnit: string;
  readonly hints: (label: string) => string[];
  /** Rows of which nothing more is told. */
  omitted: number;
}

/** The last indicator of a table, to which parts on the next page may belong. */
export type LastIndicator = Walk['parent'];

/** Finds for each row of the table the row of the form it is, by its label and what stands above it. */
export function matchRows(
  table: IndicatorTable,
  names: RowNames,
  last: LastIndicator = null,
): MatchedRows & { last: LastIndicator } {
  const walk: Walk = {
    table,
    names,
    sheetUnit: moneyHeading(table),
    rows: [],
    issues: [],
    present: new Set(),
    parent: table.continues ? last : null,
    ended: false,
    lastUnit: '',
    hints: labelHints(names.labels),
    omitted: 0,
  };
  for (let row = table.bodyTop; row < table.bodyEnd; row++) readRow(walk, row);
  return { rows: walk.rows, issues: walk.issues, present: walk.present, omitted: walk.omitted, last: walk.parent };
}

/**
 * The money unit that a heading line names for a table, the nearest one: between it and the table above, or else above that.
 * Two different ones in the same place are given together, which is a unit that nothing has.
 */
export function moneyHeading({ grid, zoneTop, bodyTop }: IndicatorTable | AreaTable): string {
  const between = (from: number, to: number): string => {
    const units = [...textsOf(grid, from, to)].map(({ text }) => moneyUnit(text));
    return [...new Set(units.filter((unit) => unit !== null))].join('; ');
  };
  return between(zoneTop, bodyTop) || between(0, zoneTop);
}

const END_OF_TABLE = /^(?:nơi nhận|người lập|lập biểu|tm\.|kt\.|tl\.|tuq\.|thủ trưởng đơn vị)/iu;

/** Where a table has ended: addressees and signatures follow. */
export function isEndOfTable(grid: Grid, row: number): boolean {
  let ends = false;
  grid.eachText(row, (text) => {
    ends ||= END_OF_TABLE.test(normalise(text));
  });
  return ends;
}

function readRow(walk: Walk, row: number): void {
  const { table, names } = walk;
  const { grid } = table;
  const label = labelCell(table, row);
  const printed = splitUnit(label.text);
  const { text, isPart } = readLabel(printed.label);
  const parent = walk.parent?.spec ?? null;
  const hasNumbers = table.columns.some(({ column }) => looksLikeNumber(cellAt(grid, row, column)));
  if (isEndOfTable(grid, row)) walk.ended = true;
  if (columnRole(label.text, 'INDICATOR') === 'LABEL') refuseSecondTable(walk, label);
  const stt = table.stt === null ? '' : normalise(cellAt(grid, row, table.stt).text).replace(/\.$/, '');
  const spec = text === '' ? null : names.find({ text, isPart, stt, parent });
  if (spec !== null) return takeRow(walk, row, { spec, label, labelUnit: printed.unit });
  const bracketed = withUnit(label.text, (bare) => names.find({ ...readLabel(bare), stt, parent }));
  if (bracketed !== null) return takeRow(walk, row, { ...bracketed, label });
  if (hasNumbers && !walk.ended && walk.issues.length >= MOST_ISSUES) walk.omitted++;
  else if (hasNumbers && !walk.ended) {
    const place = { sheet: grid.name, cell: label.address, title: '' };
    const read = normalise(label.text);
    walk.issues.push(unknownIndicator(place, read, walk.hints(text), read === '' ? 'ERROR' : 'WARNING'));
  }
  // “Trong đó:” alone on its row keeps its indicator; any other heading ends it.
  if (text !== '' || hasNumbers) walk.parent = null;
}

function labelCell(table: IndicatorTable, row: number): Cell {
  const cells = table.labels.map((column) => cellAt(table.grid, row, column));
  return cells.find((cell) => cell.kind !== 'EMPTY') ?? cells[0] ?? cellAt(table.grid, row, 0);
}

/** “Trị giá quà (triệu đồng)” where the form has its unit in a column. */
function splitUnit(text: string): { label: string; unit: string } {
  const match = /^(.*\S)\s*\(([^()]*)\)\s*$/su.exec(text);
  const unit = match?.[2] ?? '';
  return match !== null && isKnownUnit(unit) ? { label: match[1] ?? '', unit } : { label: text, unit: '' };
}

/** “Tổng số hội viên (người)”: a unit in brackets that measures the row is its unit, whatever it is called. */
function withUnit(
  printed: string,
  find: (label: string) => FigureRowSpec | null,
): { spec: FigureRowSpec; labelUnit: string } | null {
  const [, bare = '', unit = ''] = /^(.*\S)\s*\(([^()]*)\)\s*:?\s*$/su.exec(printed) ?? [];
  const spec = readLabel(bare).text === '' ? null : find(bare);
  return spec !== null && unitFor(unit, spec) !== null ? { spec, labelUnit: unit } : null;
}

/** “, nt and -nt- repeat the unit above. */
const DITTO = /^["″〃“”]+$|^-?\s*(?:nt|như trên)\s*-?$/iu;

/** A heading further down may put its columns in another order; such a sheet is not guessed at. */
function refuseSecondTable(walk: Walk, label: Cell): void {
  const { grid, headerTop, columns } = walk.table;
  const row = Number(/\d+$/.exec(label.address)?.[0] ?? '0') - 1;
  const same = columns.every(
    ({ column }) => normalise(cellAt(grid, row, column).text) === normalise(shownText(grid, headerTop, column)),
  );
  if (same) return;
  walk.issues.push(
    at({ sheet: grid.name, cell: label.address, title: '' }, 'AMBIGUOUS_COLUMN', 'ERROR', {
      message: {
        vi: 'có tiêu đề bảng thứ hai khác với tiêu đề đầu trang tính.',
        en: 'a second heading differs from the first one of the sheet.',
      },
      hint: { vi: 'Để mỗi trang tính một bảng.', en: 'Keep one table a sheet.' },
      read: label.text,
    }),
  );
}

interface Match {
  readonly spec: FigureRowSpec;
  readonly label: Cell;
  readonly labelUnit: string;
}

function takeRow(walk: Walk, row: number, { spec, label, labelUnit }: Match): void {
  const { table } = walk;
  const shown = table.unit === null ? '' : normalise(shownText(table.grid, row, table.unit));
  const unitCell = DITTO.test(shown) ? walk.lastUnit : shown;
  if (unitCell !== '') walk.lastUnit = unitCell;
  const printedUnit = unitCell === '' ? labelUnit : unitCell;
  const parentUnit = walk.parent?.unit ?? '';
  if (spec.kind === 'indicator') walk.parent = { spec, unit: printedUnit };
  walk.present.add(spec);
  const slots: Slot[] = [];
  for (const column of table.columns) {
    const unit = resolveUnit(walk, spec, printedUnit, column);
    const inherited =
      spec.kind === 'breakdown' && printedUnit === '' && parentUnit !== '' ? unitFor(parentUnit, spec) : unit;
    if (unit === null || inherited === null || inherited.scale !== unit.scale) {
      walk.issues.push(unitMismatch(walk, row, { spec, label, labelUnit }, printedUnit));
      return;
    }
    const cell = cellAt(table.grid, row, column.column);
    slots.push({
      sheet: table.grid.name,
      cell,
      row,
      column: column.column,
      spec,
      measure: column.measure,
      unit,
      status: column.status,
      area: null,
    });
  }
  walk.rows.push({
    key: `${spec.indicatorCode} ${breakdownKey(spec.breakdown)}`,
    sheet: table.grid.name,
    label,
    title: normalise(label.text),
    slots,
  });
}

/** The unit printed nearest: in the row, in the sheet's heading line (money only), in the column's heading, in the form. */
function resolveUnit(walk: Walk, spec: FigureRowSpec, printedUnit: string, column: MeasureColumn): Unit | null {
  if (printedUnit !== '') return unitFor(printedUnit, spec);
  const heading = spec.type !== 'money' ? '' : walk.sheetUnit === '' ? column.unit : walk.sheetUnit;
  return heading === '' ? formUnit(spec) : unitFor(heading, spec);
}

function unitMismatch({ table }: Walk, row: number, { spec, label }: Match, printedUnit: string): Issue {
  const cell = table.unit === null ? label.address : cellAt(table.grid, row, table.unit).address;
  const place = { sheet: table.grid.name, cell, title: normalise(label.text), indicatorCode: spec.indicatorCode };
  return at(place, 'UNIT_MISMATCH', 'ERROR', {
    message: {
      vi: `đơn vị tính “${printedUnit}” không dùng được cho chỉ tiêu này (biểu mẫu dùng “${spec.unit}”); số liệu của dòng chưa được đọc.`,
      en: `the unit “${printedUnit}” does not measure this indicator (the form uses “${spec.unit}”); the row was not read.`,
    },
    hint: { vi: `Ghi số liệu theo đơn vị “${spec.unit}”.`, en: `Give the numbers in “${spec.unit}”.` },
    read: printedUnit,
    expected: spec.unit,
  });
}
