import { fold, toneNormal } from '../../../ground/text/fold.ts';
import type { AreaColumnSpec, AreaRowsForm } from '../../../catalogue/form/form.spec.ts';
import { columnRole, headerBlock, levelsOf } from './header-block.ts';
import type { ColumnRole, HeaderBlock } from './header-block.ts';
import { tablesOf } from './find-table.ts';
import { ambiguousColumn } from '../issue/issue.ts';
import type { NominalPeriod } from './match-header.ts';
import { replacePeriods } from './match-header.ts';
import { statusOf } from '../cell/read-text.ts';
import type { Issue } from '../reading.ts';
import { cellAt } from '../workbook/sheet.ts';
import type { Grid } from '../workbook/sheet.ts';
import type { AreaColumn, AreaTable } from './table.ts';
import { isKnownUnit } from './units.ts';

/**
 * The tables of area rows on a sheet, from the top down: each begins at a row that heads a column of areas (or of their
 * codes) and at least one column of the form, and ends at the next.
 */
export function findAreaTables(grid: Grid, form: AreaRowsForm, period: NominalPeriod): AreaTable[] {
  return tablesOf(grid, (row) => tableAt(grid, row, form, period));
}

function tableAt(grid: Grid, row: number, form: AreaRowsForm, period: NominalPeriod): AreaTable | null {
  const label = columnWithRole(grid, row, 'LABEL');
  const code = columnWithRole(grid, row, 'CODE');
  const key = label ?? code;
  if (key === null) return null;
  const block = headerBlock(grid, row, key);
  const found = matchColumns(block, form, period);
  if (found.length === 0) return null;
  const { columns, issues } = withoutRepeats(grid, block.bottom, found);
  const frame = {
    grid,
    zoneTop: 0,
    continues: false,
    headerTop: row,
    bodyTop: block.bodyTop,
    bodyEnd: grid.height,
    labels: label === null ? [] : [label],
    headings: block.headings,
  };
  return { ...frame, stt: columnWithRole(grid, row, 'STT'), code, columns, issues };
}

function columnWithRole(grid: Grid, row: number, role: ColumnRole): number | null {
  const column = grid.row(row).findIndex((cell) => cell?.kind === 'TEXT' && columnRole(cell.text, 'AREA') === role);
  return column < 0 ? null : column;
}

interface Heading {
  readonly group: string | null;
  readonly last: string;
  readonly unit: string;
  readonly printed: string;
}

function matchColumns(block: HeaderBlock, form: AreaRowsForm, period: NominalPeriod): AreaColumn[] {
  return block.headings.flatMap((stack, column) => {
    const [only = ''] = stack;
    const found = columnOf(stack, form, period) ?? (stack.length === 1 ? columnOf(levelsOf(only), form, period) : null);
    return found === null ? [] : [{ column, ...found }];
  });
}

function columnOf(
  stack: readonly string[],
  form: AreaRowsForm,
  period: NominalPeriod,
): Omit<AreaColumn, 'column'> | null {
  const heading = readStack(stack, period);
  if (heading === null) return null;
  const exact = form.columns.filter((spec) => isColumn(spec, heading, (text) => text));
  const matches = exact.length > 0 ? exact : form.columns.filter((spec) => isColumn(spec, heading, fold));
  const [spec, more] = matches;
  if (spec === undefined || more !== undefined) return null;
  return { spec, status: statusOf(heading.printed), unit: heading.unit };
}

function readStack(stack: readonly string[], period: NominalPeriod): Heading | null {
  const parts = stack.map((text) => readPart(text, period)).filter((part) => part.text !== 'trong đó');
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return null;
  const unit = parts.findLast((part) => part.unit !== '')?.unit ?? '';
  return { group: parts.length > 1 ? first.text : null, last: last.text, unit, printed: stack.join(' ') };
}

/** A heading without its unit and the period it names: “Thực hiện quý II (triệu đồng)” is “thực hiện”. */
function readPart(printed: string, period: NominalPeriod): { text: string; unit: string } {
  let unit = '';
  const bare = printed.replace(/\(([^()]*)\)/g, (all, inside: string) => {
    if (isKnownUnit(inside)) unit = inside.trim();
    else if (statusOf(inside) === null && !/^\s*\d+\s*$/.test(inside)) return all;
    return ' ';
  });
  return { text: plainHeading(bare, period), unit };
}

function plainHeading(heading: string, period: NominalPeriod): string {
  const own = (text: string): string =>
    replacePeriods(text, ({ firstMonth, lastMonth, year }) =>
      firstMonth === period.firstMonth && lastMonth === period.lastMonth && (year === null || year === period.year)
        ? ''
        : ' <other> ',
    );
  return own(toneNormal(heading))
    .replace(/^(?:trong đó|ước)\s*:?\s*/u, (word) => (toneNormal(heading) === 'trong đó' ? word : ''))
    .replace(new RegExp(`^(kế hoạch|chỉ tiêu)(?: năm)? ${period.year}$`, 'u'), '$1 năm')
    .replace(/[.:;,*"'\s]+$/g, '')
    .replace(/^[-+\s]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function isColumn(spec: AreaColumnSpec, heading: Heading, key: (text: string) => string): boolean {
  const same = (label: string, text: string): boolean => key(plain(label)) === key(text);
  if (heading.group === null) {
    const alone = spec.groupVi === null && same(spec.labelVi, heading.last);
    return alone || spec.aliasesVi.some((alias) => same(alias, heading.last));
  }
  return spec.groupVi !== null && same(spec.groupVi, heading.group) && same(spec.labelVi, heading.last);
}

function plain(label: string): string {
  return toneNormal(label).replace(/^trong đó\s*:?\s*/u, '');
}

function withoutRepeats(
  grid: Grid,
  row: number,
  found: readonly AreaColumn[],
): { columns: AreaColumn[]; issues: Issue[] } {
  const repeated = (one: AreaColumn): boolean => found.some((other) => other !== one && other.spec === one.spec);
  const issues = found.filter(repeated).map(({ column }) => ambiguousColumn(grid, cellAt(grid, row, column)));
  return { columns: found.filter((one) => !repeated(one)), issues };
}
