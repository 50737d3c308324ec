import { normalise, toneNormal } from '../../ground/text/fold.ts';
import { areaFinder } from './area-names.ts';
import type { AreaFinder } from './area-names.ts';
import { at, unknownArea, unknownIndicator } from './issue.ts';
import { isEndOfTable, looksLikeNumber, moneyHeadings } from './match-rows.ts';
import type { AreaName, Issue } from './reading.ts';
import { cellAt } from './sheet.ts';
import type { Cell } from './sheet.ts';
import type { AreaColumn, AreaTable, MatchedRow, MatchedRows, Slot } from './table.ts';
import { formUnit, unitFor } from './units.ts';
import type { Unit } from './units.ts';
import { nearestLabels } from './wording.ts';

const GRAND_TOTAL =
  /^(?:tổng cộng|tổng số|tổng|toàn tỉnh|toàn thành phố|chung toàn tỉnh|chung toàn thành phố)(?: toàn (?:tỉnh|thành phố))?$/u;
const PLAIN_TOTAL = /^cộng$/u;
const SUBTOTAL =
  /^(?:(?:tổng |cộng |tổng cộng )?(?:các |khối )(?:phường|xã|đặc khu)|(?:tổng |cộng |tổng cộng )(?:phường|xã|đặc khu)|phường|xã|đặc khu|khối .+)$/u;

interface Walk {
  readonly table: AreaTable;
  readonly units: ReadonlyMap<AreaColumn, Unit>;
  readonly finder: AreaFinder;
  readonly province: AreaName;
  readonly rows: MatchedRow[];
  readonly plainTotals: MatchedRow[];
  readonly issues: Issue[];
  readonly strays: { cell: Cell; column: number }[];
}

/**
 * Finds for each row of the table the area it is, by code and name together where both are printed. The row of the grand
 * total gets the province's code; subtotals belong to nothing.
 */
export function matchAreas(table: AreaTable, areas: readonly AreaName[], province: AreaName): MatchedRows {
  const issues: Issue[] = [];
  const units = columnUnits(table, issues);
  const communes = areas.filter((area) => area.code !== province.code);
  const walk: Walk = {
    table,
    units,
    finder: areaFinder(communes),
    province,
    rows: [],
    plainTotals: [],
    issues,
    strays: [],
  };
  for (let row = table.bodyTop; row < table.grid.rows.length; row++) {
    if (isEndOfTable(table.grid, row)) break;
    readRow(walk, row);
  }
  // “Cộng” closes the whole table only where nothing stronger does and it stands alone.
  const [plain, another] = walk.plainTotals;
  const hasTotal = walk.rows.some((row) => row.key === province.code);
  if (plain !== undefined && another === undefined && !hasTotal) walk.rows.push(plain);
  return { rows: walk.rows, issues: walk.issues, present: new Set(), strays: walk.strays };
}

/** The unit over each column: the sheet's heading line for money, then the column's own, then the form's. */
function columnUnits(table: AreaTable, issues: Issue[]): Map<AreaColumn, Unit> {
  const sheetUnits = [...moneyHeadings(table.grid, table.bodyTop)];
  const units = new Map<AreaColumn, Unit>();
  for (const column of table.columns) {
    const { spec } = column;
    const printed = spec.type === 'money' && sheetUnits.length > 0 ? sheetUnits.join('; ') : column.unit;
    const unit = printed === '' ? formUnit(spec) : unitFor(printed, spec);
    if (unit !== null) units.set(column, unit);
    else issues.push(unitMismatch(table, column, printed));
  }
  return units;
}

function unitMismatch(table: AreaTable, { column, spec }: AreaColumn, printed: string): Issue {
  const cell = cellAt(table.grid, table.bodyTop - 1, column).address;
  return at(
    { sheet: table.grid.name, cell, title: spec.labelVi, indicatorCode: spec.indicatorCode },
    'UNIT_MISMATCH',
    'ERROR',
    {
      message: {
        vi: `đơn vị tính “${printed}” không dùng được cho cột này (biểu mẫu dùng “${spec.unit}”); cột chưa được đọc.`,
        en: `the unit “${printed}” does not measure this column (the form uses “${spec.unit}”); the column was not read.`,
      },
      read: printed,
      expected: spec.unit,
    },
  );
}

function readRow(walk: Walk, row: number): void {
  const { table, finder } = walk;
  const { grid } = table;
  const label = labelCell(table, row);
  const name = normalise(label.text);
  const cells = table.columns.map(({ column }) => ({ cell: cellAt(grid, row, column), column }));
  if (cells.every(({ cell }) => cell.kind === 'EMPTY') && (name === '' || finder.byName(name) === null)) return;
  const plain = toneNormal(name)
    .replace(/^(?:[ivx]+|[a-zđ]|\d+)[.)]\s*/u, '')
    .replace(/[.:]+$/, '')
    .replace(/\s*\(.*\)$/, '');
  if (isProvince(walk, plain)) return void walk.rows.push(matched(walk, row, label, walk.province.code));
  if (PLAIN_TOTAL.test(plain)) return void walk.plainTotals.push(matched(walk, row, label, walk.province.code));
  if (SUBTOTAL.test(plain)) return;
  if (!cells.some(({ cell }) => looksLikeNumber(cell)) && finder.byName(name) === null) return;
  const area = findArea(walk, row, name);
  if (area !== null) return void walk.rows.push(matched(walk, row, label, area));
  const place = { sheet: grid.name, cell: label.address, title: '' };
  if (name === '') walk.issues.push(unknownIndicator(place, '', [], 'ERROR'));
  else walk.issues.push(unknownArea(place, name, nearestLabels(name, finder.names)));
  walk.strays.push(...cells);
}

function isProvince({ province }: Walk, plain: string): boolean {
  return GRAND_TOTAL.test(plain) || plain === toneNormal(province.name);
}

/** The name's cell; where it is empty, the total's words may stand in the merged cells before it. */
function labelCell(table: AreaTable, row: number): Cell {
  const columns = [...table.labels, table.code, table.stt].filter((column) => column !== null);
  const cells = columns.map((column) => cellAt(table.grid, row, column));
  const [own] = cells;
  const words = cells.find((cell) => cell.kind === 'TEXT' && /\p{L}{2}/u.test(cell.text));
  return words ?? own ?? cellAt(table.grid, row, 0);
}

/** By code and name; when they name different areas, or either is unknown, the row is nobody's. */
function findArea({ table, finder }: Walk, row: number, name: string): string | null {
  const codeCell = table.code === null ? null : cellAt(table.grid, row, table.code);
  const printedCode = codeCell === null ? '' : (codeCell.number ?? codeCell.text).trim();
  // A spreadsheet that took a code for a number has dropped its leading zeros.
  const code = /^\d{1,5}$/.test(printedCode) ? printedCode.padStart(5, '0') : printedCode;
  if (code === '') return finder.byName(name);
  const byCode = finder.byCode(code)?.code ?? null;
  return table.labels.length === 0 || byCode === null || finder.byName(name) === byCode ? byCode : null;
}

function matched(walk: Walk, row: number, label: Cell, area: string): MatchedRow {
  const slots: Slot[] = [];
  for (const column of walk.table.columns) {
    const unit = walk.units.get(column);
    if (unit === undefined) continue;
    const cell = cellAt(walk.table.grid, row, column.column);
    const { spec, status } = column;
    slots.push({ cell, row, column: column.column, spec, measure: spec.measure, unit, status, area });
  }
  return { key: area, label, title: normalise(label.text), slots };
}
