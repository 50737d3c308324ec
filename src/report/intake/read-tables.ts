import { isFigureRow } from '../../catalogue/form/form.spec.ts';
import type { FigureRowSpec, MeasuredSpec } from '../../catalogue/form/form.spec.ts';
import { checkCells, ColumnSums } from './check/check.ts';
import { checkColumns } from './check/check-columns.ts';
import { checkAbsentColumns, checkAbsentRows, checkBlank } from './check/check-required.ts';
import { withoutDuplicates } from './check/duplicates.ts';
import { matchAreas } from './table/match-areas.ts';
import type { NominalPeriod } from './table/match-header.ts';
import { matchRows } from './table/match-rows.ts';
import type { LastIndicator } from './table/match-rows.ts';
import type { FormTables } from './table/pick-table.ts';
import { cellReader, middle, toReadValues } from './cell/read-cells.ts';
import type { CellReader, ReadCell, ReadRow } from './cell/read-cells.ts';
import type { AreaName, Issue, ReadValue } from './reading.ts';
import type { AreaRow, AreaTable, MatchedAreas } from './table/table.ts';

/** Told how many of how many rows have been read. */
export type RowProgress = (done: number, total: number) => void;

/** What is found besides values; `omitted` counts findings that are not told one by one. */
export interface TablesEnd {
  readonly issues: Issue[];
  readonly omitted: number;
}

/** Values between two of the batches that a long table is read in. */
const BATCH = 2_000;

/**
 * Reads the tables of a report: yields its values in batches and returns every finding. Rows of areas are read one at a
 * time, so that a table of any length takes the memory of its packed cells and no more.
 */
export function readTables(
  found: FormTables,
  { place, period }: { place: AreaName; period: NominalPeriod },
  progress: RowProgress,
): Generator<ReadValue[], TablesEnd> {
  return found.layout === 'AREA_ROWS'
    ? readAreas(found, { place, period }, progress)
    : readIndicators(found, period, progress);
}

type Found<L extends FormTables['layout']> = Extract<FormTables, { layout: L }>;

/** A table of indicators is as long as its form: its values are one batch. */
function* readIndicators(
  found: Found<'INDICATOR_ROWS'>,
  period: NominalPeriod,
  progress: RowProgress,
): Generator<ReadValue[], TablesEnd> {
  const { form, tables, names } = found;
  const issues: Issue[] = [...tables.flatMap((table) => table.issues), ...checkColumns(found, period)];
  const rows: ReadRow[] = [];
  const present = new Set<FigureRowSpec>();
  let last: LastIndicator = null;
  let omitted = 0;
  for (const table of tables) {
    const matched = matchRows(table, names, last);
    ({ last } = matched);
    const reader = cellReader(table);
    issues.push(...matched.issues);
    omitted += matched.omitted;
    for (const row of matched.rows) rows.push(reader.read(row, issues));
    for (const spec of matched.present) present.add(spec);
    progress(rows.length, rows.length);
  }
  const kept = withoutDuplicates(rows);
  const cells = kept.rows.flatMap((row) => row.cells);
  const all = rows.flatMap((row) => row.cells);
  issues.push(
    ...kept.issues,
    ...checkBlank(form, cells),
    ...checkAbsentRows(form, all, present),
    ...checkCells(cells, form.rows.filter(isFigureRow)),
  );
  yield toReadValues(cells);
  return { issues, omitted };
}

/** One table of areas with what its rows turned out to be. */
interface OpenTable {
  readonly table: AreaTable;
  readonly matched: MatchedAreas;
  readonly reader: CellReader;
  readonly sums: ColumnSums;
}

function* readAreas(
  found: Found<'AREA_ROWS'>,
  { place: province, period }: { place: AreaName; period: NominalPeriod },
  progress: RowProgress,
): Generator<ReadValue[], TablesEnd> {
  const { form, tables, finder } = found;
  const opened = tables.map((table) => openTable(table, matchAreas(table, finder, province)));
  const issues: Issue[] = [
    ...tables.flatMap((table) => table.issues),
    ...checkColumns(found, period),
    ...opened.flatMap(({ matched }) => matched.issues),
    ...checkAbsentColumns(form, columnsOfAll(opened)),
  ];
  const repeated = repeatedRows(opened, issues);
  // One table is all there is to add up.
  const all = opened.length === 1 ? (opened[0]?.sums ?? new ColumnSums()) : new ColumnSums();
  const total = opened.reduce((sum, { matched }) => sum + matched.rows.length, 0);
  let [done, batch] = [0, [] as ReadValue[]];
  for (const { table, row } of rowsOf(opened)) {
    progress(++done, total);
    const cells = readArea(table, row, repeated.get(row), all, issues);
    issues.push(...checkBlank(form, cells), ...checkCells(cells, form.columns));
    for (const value of toReadValues(cells)) batch.push(value);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  batch.push(...readTotals(opened, all, found, issues));
  yield batch;
  return { issues, omitted: opened.reduce((sum, { matched }) => sum + matched.omitted, 0) };
}

function* rowsOf(opened: readonly OpenTable[]): Generator<{ table: OpenTable; row: AreaRow }> {
  for (const table of opened) for (const row of table.matched.rows) yield { table, row };
}

/** The cells of an area's row, none where it stands more than once; they are added to the sums. */
function readArea(
  { matched, reader, sums }: OpenTable,
  row: AreaRow,
  again: Repeated | undefined,
  all: ColumnSums,
  issues: Issue[],
): readonly ReadCell[] {
  const { cells } = reader.read(matched.rowAt(row), again === undefined ? issues : []);
  // One table's sums are those of all.
  for (const one of sums === all ? [sums] : [sums, all]) {
    if (again === undefined) one.add(cells);
    else one.addAgain(cells, again);
  }
  return again === undefined ? cells : [];
}

function openTable(table: AreaTable, matched: MatchedAreas): OpenTable {
  const middles = new Map<number, ReturnType<typeof middle>>();
  // Only asked where a percentage looks as if it had lost its format.
  const middleOf = (column: number): ReturnType<typeof middle> => {
    if (!middles.has(column)) middles.set(column, middle(columnCells(table, matched, column)));
    return middles.get(column) ?? null;
  };
  const reader = cellReader(table, middleOf);
  return { table, matched, reader, sums: new ColumnSums() };
}

function columnCells(table: AreaTable, matched: MatchedAreas, column: number): ReadCell[] {
  const plain = cellReader(table, () => null);
  return matched.rows.flatMap((row) => {
    const whole = matched.rowAt(row);
    const slots = whole.slots.filter((slot) => slot.column === column);
    return plain.read({ ...whole, slots }, []).cells;
  });
}

/** Whether every area has a column of the form, in one table or another; a table without rows is asked for its headings. */
function columnsOfAll(opened: readonly OpenTable[]): (spec: MeasuredSpec) => boolean {
  if (opened.length === 1 || opened.every(({ matched }) => matched.rows.length === 0))
    return (spec) => opened.some(({ table }) => table.columns.some((column) => column.spec === spec));
  const areas = new Set(opened.flatMap(({ matched }) => matched.rows.map(({ area }) => area)));
  return (spec) => {
    const having = opened.filter(({ table }) => table.columns.some((column) => column.spec === spec));
    return new Set(having.flatMap(({ matched }) => matched.rows.map(({ area }) => area))).size === areas.size;
  };
}

/** What a row that stands more than once says: the SAME as the first one, or other numbers in some columns. */
type Repeated = 'SAME' | ReadonlySet<MeasuredSpec>;

/**
 * The rows that stand more than once, except a first one whose repetitions say the same, and what they are: SAME numbers as
 * that one, or the columns in which they differ. Findings about them are added.
 */
function repeatedRows(opened: readonly OpenTable[], issues: Issue[]): Map<AreaRow, Repeated> {
  const groups = new Map<string, { row: AreaRow; in: OpenTable }[]>();
  const seen = new Set<string>();
  for (const { row } of rowsOf(opened)) {
    if (seen.has(row.area)) groups.set(row.area, []);
    else seen.add(row.area);
  }
  if (groups.size === 0) return new Map();
  for (const { table, row } of rowsOf(opened)) groups.get(row.area)?.push({ row, in: table });
  const dropped = new Map<AreaRow, Repeated>();
  for (const group of groups.values()) {
    const rows = group.map((one) => ({ ...one, read: one.in.reader.read(one.in.matched.rowAt(one.row), []) }));
    const kept = withoutDuplicates(rows.map(({ read }) => read));
    issues.push(...kept.issues);
    const stays = new Set(kept.rows);
    const differing = stays.size > 0 ? 'SAME' : differingColumns(rows.map(({ read }) => read));
    for (const { row, read } of rows) if (!stays.has(read)) dropped.set(row, differing);
  }
  return dropped;
}

function differingColumns(rows: readonly ReadRow[]): Set<MeasuredSpec> {
  const said = new Map<MeasuredSpec, string>();
  const differing = new Set<MeasuredSpec>();
  for (const { slot, value } of rows.flatMap(({ cells }) => cells)) {
    const says = value === null ? 'UNREAD' : JSON.stringify(value);
    const before = said.get(slot.spec) ?? says;
    said.set(slot.spec, before);
    if (before !== says || value === null) differing.add(slot.spec);
  }
  return differing;
}

/** The rows of grand totals: a check, and no figure where they are not the sum of their rows. */
function readTotals(
  opened: readonly OpenTable[],
  all: ColumnSums,
  { form }: Found<'AREA_ROWS'>,
  issues: Issue[],
): ReadValue[] {
  for (const { matched, reader, sums } of opened) {
    for (const row of matched.strays) {
      const { cells } = reader.read(matched.rowAt({ row, area: '' }), []);
      for (const one of new Set([sums, all])) one.addStray(cells);
    }
  }
  const rows = opened.flatMap(({ matched, reader, sums }) =>
    matched.totals.map((row) => ({ sums, read: reader.read(matched.rowAt(row), issues) })),
  );
  const kept = withoutDuplicates(rows.map(({ read }) => read));
  // Tables of a part of the province each have a total of their own.
  const one = opened.length === 1;
  if (one) issues.push(...kept.issues);
  return rows.flatMap(({ sums, read }) => {
    const found = [...checkCells(read.cells, form.columns), ...sums.check(read.cells, all)];
    issues.push(...found);
    const wrong = new Set(found.filter(({ code }) => code === 'TOTAL_MISMATCH').map(({ cell }) => cell));
    if (!one || !kept.rows.includes(read)) return [];
    return toReadValues(read.cells.filter(({ slot }) => !wrong.has(slot.cell.address)));
  });
}
