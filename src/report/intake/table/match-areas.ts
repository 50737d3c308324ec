import { normalise, toneNormal } from '../../../ground/text/fold.ts';
import type { AreaFinder } from './area-names.ts';
import { at, unknownArea, unknownIndicator } from '../issue/issue.ts';
import { looksLikeNumber } from '../cell/looks-like-number.ts';
import { isEndOfTable, moneyHeading } from './match-rows.ts';
import { MOST_ISSUES } from '../reading.ts';
import type { AreaName, Issue } from '../reading.ts';
import { cellAt } from '../workbook/sheet.ts';
import type { Cell } from '../workbook/sheet.ts';
import type { AreaColumn, AreaRow, AreaTable, MatchedAreas, MatchedRow, Slot } from './table.ts';
import { formUnit, unitFor } from './units.ts';
import type { Unit } from './units.ts';
import { labelHints } from './wording.ts';

const GRAND_TOTAL =
  /^(?:(?:tổng cộng|tổng số|tổng|cộng chung|chung)|(?:(?:tổng cộng|tổng số|tổng|cộng chung|cộng|chung) )?toàn (?:tỉnh|thành phố|tp)|σ|ς)$/u;
const PLAIN_TOTAL = /^cộng$/u;
const SUBTOTAL =
  /^(?:(?:tổng |cộng |tổng cộng )?(?:các |khối )(?:phường|xã|đặc khu)|(?:tổng |cộng |tổng cộng )(?:phường|xã|đặc khu)|phường|xã|đặc khu|khối .+)$/u;

interface Walk {
  readonly table: AreaTable;
  readonly finder: AreaFinder;
  readonly province: AreaName;
  readonly rows: AreaRow[];
  readonly totals: AreaRow[];
  readonly plainTotals: AreaRow[];
  readonly issues: Issue[];
  readonly strays: number[];
  readonly hints: (name: string) => string[];
  /** Rows of which nothing more is told. */
  omitted: number;
}

/**
 * Finds for each row of the table the area it is, by code and name together where both are printed. The row of the grand
 * total gets the province's code; subtotals belong to nothing.
 */
export function matchAreas(table: AreaTable, finder: AreaFinder, province: AreaName): MatchedAreas {
  const issues: Issue[] = [];
  const units = columnUnits(table, issues);
  const hints = labelHints(finder.names);
  const walk: Walk = {
    table,
    finder,
    province,
    rows: [],
    totals: [],
    plainTotals: [],
    issues,
    strays: [],
    hints,
    omitted: 0,
  };
  for (let row = table.bodyTop; row < table.bodyEnd; row++) {
    if (isEndOfTable(table.grid, row)) break;
    readRow(walk, row);
  }
  // “Cộng” closes the whole table only where nothing stronger does and it stands alone.
  const [plain, another] = walk.plainTotals;
  if (plain !== undefined && another === undefined && walk.totals.length === 0) walk.totals.push(plain);
  const { rows, totals, strays } = walk;
  return { rows, totals, issues, strays, omitted: walk.omitted, rowAt: (row) => matchedRow(table, units, row) };
}

/** The unit over each column: the sheet's heading line for money, then the column's own, then the form's. */
function columnUnits(table: AreaTable, issues: Issue[]): Map<AreaColumn, Unit> {
  const sheetUnit = moneyHeading(table);
  const units = new Map<AreaColumn, Unit>();
  for (const column of table.columns) {
    const { spec } = column;
    const printed = spec.type === 'money' && sheetUnit !== '' ? sheetUnit : column.unit;
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
  const someCell = (is: (cell: Cell) => boolean): boolean =>
    table.columns.some(({ column }) => is(cellAt(grid, row, column)));
  if (!someCell((cell) => cell.kind !== 'EMPTY') && (name === '' || finder.byName(name) === null)) return;
  const plain = toneNormal(name)
    .replace(/^(?:[ivx]+|[a-zđ]|\d+)[.)]\s*/u, '')
    .replace(/[.:]+$/, '')
    .replace(/\s*\(.*\)$/, '');
  if (isProvince(walk, plain)) return void walk.totals.push({ row, area: walk.province.code });
  if (PLAIN_TOTAL.test(plain)) return void walk.plainTotals.push({ row, area: walk.province.code });
  if (SUBTOTAL.test(plain)) return;
  if (!someCell(looksLikeNumber) && finder.byName(name) === null) return;
  const area = findArea(walk, row, name);
  if (area !== null) return void walk.rows.push({ row, area });
  const place = { sheet: grid.name, cell: label.address, title: '' };
  if (name === '') walk.issues.push(unknownIndicator(place, '', [], 'ERROR'));
  else if (walk.issues.length >= MOST_ISSUES) walk.omitted++;
  else walk.issues.push(unknownArea(place, name, walk.hints(name)));
  walk.strays.push(row);
}

function isProvince({ province }: Walk, plain: string): boolean {
  const name = toneNormal(province.name);
  const bare = name.replace(/^(?:tỉnh|thành phố) /u, '');
  const general = plain.endsWith(` ${bare}`) ? plain.slice(0, -bare.length - 1) : plain;
  return GRAND_TOTAL.test(plain) || GRAND_TOTAL.test(general) || plain === name;
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

function matchedRow(table: AreaTable, units: ReadonlyMap<AreaColumn, Unit>, { row, area }: AreaRow): MatchedRow {
  const sheet = table.grid.name;
  const cells = table.grid.row(row);
  const slots: Slot[] = [];
  for (const found of table.columns) {
    const unit = units.get(found);
    if (unit === undefined) continue;
    const { column, spec, status } = found;
    const cell = cells[column] ?? cellAt(table.grid, row, column);
    slots.push({ sheet, cell, row, column, spec, measure: spec.measure, unit, status, area });
  }
  return {
    key: area,
    sheet,
    // Only findings name it.
    get label() {
      return labelCell(table, row);
    },
    get title() {
      return normalise(labelCell(table, row).text);
    },
    slots,
  };
}
