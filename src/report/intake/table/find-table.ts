import type { IndicatorRowsForm } from '../../../catalogue/form/form.spec.ts';
import { columnRole, headerBlock, levelsOf } from './header-block.ts';
import type { ColumnRole } from './header-block.ts';
import { ambiguousColumn } from '../issue/issue.ts';
import { measureHeadings } from './match-header.ts';
import type { MeasureHeading, MeasureHeadings, NominalPeriod } from './match-header.ts';
import type { Issue } from '../reading.ts';
import { looksLikeNumber } from '../cell/looks-like-number.ts';
import { cellAt } from '../workbook/sheet.ts';
import type { Grid } from '../workbook/sheet.ts';
import type { AreaTable, IndicatorTable, MeasureColumn } from './table.ts';

/**
 * The tables of indicator rows on a sheet, from the top down: each begins at a row that heads a label column and at least
 * one measure of the form, and ends at the next. Columns whose heading is no measure (percentages, notes, drafts) belong to
 * nothing.
 */
export function findIndicatorTables(grid: Grid, form: IndicatorRowsForm, period: NominalPeriod): IndicatorTable[] {
  const headings = measureHeadings(form, period);
  return tablesOf(grid, (row) => tableAt(grid, row, headings));
}

/** Tables one below the other, each ended by the next. */
export function tablesOf<T extends IndicatorTable | AreaTable>(grid: Grid, at: (row: number) => T | null): T[] {
  const tables: T[] = [];
  for (let row = 0; row < grid.height; row++) {
    const table = mayHead(grid, row) ? at(row) : null;
    if (table === null) continue;
    const before = tables.at(-1);
    if (before === undefined) tables.push(table);
    else {
      tables[tables.length - 1] = { ...before, bodyEnd: table.headerTop };
      tables.push({ ...table, zoneTop: endOfNumbers(before, table.headerTop), continues: sameColumns(before, table) });
    }
    row = table.bodyTop - 1;
  }
  return tables;
}

/** The row behind the last one with a number in a column of the table. */
function endOfNumbers({ grid, bodyTop, columns }: IndicatorTable | AreaTable, before: number): number {
  for (let row = before - 1; row >= bodyTop; row--)
    if (columns.some(({ column }) => looksLikeNumber(cellAt(grid, row, column)))) return row + 1;
  return bodyTop;
}

/** A heading has words over at least two columns; most rows of numbers have them in one. */
function mayHead(grid: Grid, row: number): boolean {
  let words = 0;
  grid.eachText(row, (text) => {
    if (/\p{L}/u.test(text)) words++;
  });
  return words >= 2;
}

function sameColumns(one: IndicatorTable | AreaTable, other: IndicatorTable | AreaTable): boolean {
  const signature = ({ headings, labels, stt }: IndicatorTable | AreaTable): string =>
    JSON.stringify([headings, labels, stt]);
  return signature(one) === signature(other);
}

function tableAt(grid: Grid, row: number, headings: MeasureHeadings): IndicatorTable | null {
  const labels = columnsWithRole(grid, row, 'LABEL');
  const [label] = labels;
  if (label === undefined) return null;
  const block = headerBlock(grid, row, label);
  const found = block.headings.flatMap((stack, column) => {
    const heading = readStack(stack, headings);
    return heading === null ? [] : [{ column, ...heading }];
  });
  if (found.length === 0) return null;
  const { columns, issues } = withoutRepeats(grid, block.top, found);
  const roles = (role: ColumnRole): number | null => columnsWithRole(grid, row, role)[0] ?? null;
  const frame = {
    grid,
    zoneTop: 0,
    continues: false,
    headerTop: row,
    bodyTop: block.bodyTop,
    bodyEnd: grid.height,
    labels: spanned(block.headings, labels),
    headings: block.headings,
  };
  return { ...frame, stt: roles('STT'), unit: roles('UNIT'), columns, issues };
}

/** Columns of a row whose own text heads the role; the label column may span its neighbours by a merge. */
function columnsWithRole(grid: Grid, row: number, role: ColumnRole): number[] {
  return grid
    .row(row)
    .flatMap((cell, column) => (cell?.kind === 'TEXT' && columnRole(cell.text, 'INDICATOR') === role ? [column] : []));
}

function spanned(headings: readonly (readonly string[])[], labels: readonly number[]): number[] {
  return headings.flatMap((stack, column) =>
    labels.includes(column) || (stack.length === 1 && columnRole(stack[0] ?? '', 'INDICATOR') === 'LABEL')
      ? [column]
      : [],
  );
}

function readStack(stack: readonly string[], headings: MeasureHeadings): MeasureHeading | null {
  return readLevels(stack, headings) ?? (stack.length === 1 ? readLevels(levelsOf(stack[0] ?? ''), headings) : null);
}

function readLevels(levels: readonly string[], { read, isNeutral }: MeasureHeadings): MeasureHeading | null {
  if (levels.length === 0) return null;
  // “Năm 2025” over “Cùng kỳ” is what “Cùng kỳ năm 2025” is.
  const whole = read(levels.join(' ')) ?? (levels.length > 1 ? read([...levels].reverse().join(' ')) : null);
  if (whole !== null || levels.length === 1) return whole;
  return levels.slice(0, -1).every(isNeutral) ? read(levels.at(-1) ?? '') : null;
}

/** Two columns of one measure: which is the report's cannot be known, so neither is read. */
function withoutRepeats(
  grid: Grid,
  row: number,
  found: readonly MeasureColumn[],
): { columns: MeasureColumn[]; issues: Issue[] } {
  const repeated = (one: MeasureColumn): boolean =>
    found.some((other) => other !== one && other.measure === one.measure);
  const issues = found.filter(repeated).map(({ column }) => ambiguousColumn(grid, cellAt(grid, row, column)));
  return { columns: found.filter((one) => !repeated(one)), issues };
}
