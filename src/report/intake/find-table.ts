import type { IndicatorRowsForm } from '../../catalogue/form/form.spec.ts';
import { columnRole, headerBlock } from './header-block.ts';
import type { ColumnRole } from './header-block.ts';
import { ambiguousColumn } from './issue.ts';
import { measureHeadings } from './match-header.ts';
import type { MeasureHeading, NominalPeriod } from './match-header.ts';
import type { Issue } from './reading.ts';
import { cellAt } from './sheet.ts';
import type { Grid } from './sheet.ts';
import type { IndicatorTable, MeasureColumn } from './table.ts';

/** Groups that say nothing about a column by themselves: under them the lower heading decides alone. */
const NEUTRAL_GROUP = /^(?:số liệu|kết quả|kết quả thực hiện|thực hiện|tình hình thực hiện|trong đó)$/u;

/**
 * The table of indicator rows on a sheet: the first row that heads a label column and at least one measure of the form.
 * Columns whose heading is no measure (percentages, notes, drafts) belong to nothing. Null when there is no such row.
 */
export function findIndicatorTable(grid: Grid, form: IndicatorRowsForm, period: NominalPeriod): IndicatorTable | null {
  const readHeading = measureHeadings(form, period);
  for (let row = 0; row < grid.rows.length; row++) {
    const labels = columnsWithRole(grid, row, 'LABEL');
    const [label] = labels;
    if (label === undefined) continue;
    const block = headerBlock(grid, row, label);
    const found = block.headings.flatMap((stack, column) => {
      const heading = readStack(stack, readHeading);
      return heading === null ? [] : [{ column, ...heading }];
    });
    if (found.length === 0) continue;
    const { columns, issues } = withoutRepeats(grid, block.top, found);
    const roles = (role: ColumnRole): number | null => columnsWithRole(grid, row, role)[0] ?? null;
    const frame = {
      grid,
      headerTop: row,
      bodyTop: block.bodyTop,
      labels: spanned(block.headings, labels),
      headings: block.headings,
    };
    return { ...frame, stt: roles('STT'), unit: roles('UNIT'), columns, issues };
  }
  return null;
}

/** Columns of a row whose own text heads the role; the label column may span its neighbours by a merge. */
function columnsWithRole(grid: Grid, row: number, role: ColumnRole): number[] {
  const columns = Array.from({ length: grid.width }, (_, column) => column);
  return columns.filter((column) => columnRole(cellAt(grid, row, column).text, 'INDICATOR') === role);
}

function spanned(headings: readonly (readonly string[])[], labels: readonly number[]): number[] {
  return headings.flatMap((stack, column) =>
    labels.includes(column) || (stack.length === 1 && columnRole(stack[0] ?? '', 'INDICATOR') === 'LABEL')
      ? [column]
      : [],
  );
}

function readStack(stack: readonly string[], read: (heading: string) => MeasureHeading | null): MeasureHeading | null {
  if (stack.length === 0) return null;
  const whole = read(stack.join(' '));
  if (whole !== null || stack.length === 1) return whole;
  const groups = stack.slice(0, -1).map((text) => text.toLowerCase().normalize('NFC').trim());
  return groups.every((group) => NEUTRAL_GROUP.test(group)) ? read(stack.at(-1) ?? '') : null;
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
