import type { AreaRowsForm, IndicatorRowsForm } from '../../catalogue/form/form.spec.ts';
import { areaFinder } from './area-names.ts';
import { checkPeriod, headTexts } from './check-head.ts';
import { findAreaTable } from './find-area-table.ts';
import { findIndicatorTable } from './find-table.ts';
import type { NominalPeriod } from './match-header.ts';
import { rowNames } from './row-names.ts';
import type { ReportFile } from './reading.ts';
import { cellAt } from './sheet.ts';
import type { Grid } from './sheet.ts';
import type { AreaTable, IndicatorTable } from './table.ts';
import { readLabel } from './wording.ts';

/** A table together with the form it was matched by. */
export type FormTable =
  | { readonly layout: 'INDICATOR_ROWS'; readonly form: IndicatorRowsForm; readonly table: IndicatorTable }
  | { readonly layout: 'AREA_ROWS'; readonly form: AreaRowsForm; readonly table: AreaTable };

/** The table to read, or why there is none: NONE found on a visible sheet, or SEVERAL that cannot be told apart. */
export interface PickedTable {
  readonly table: FormTable | null;
  readonly why: 'FOUND' | 'NONE' | 'SEVERAL';
  /** Texts above the table; without a table the texts of each visible sheet. */
  readonly heads: readonly (readonly string[])[];
}

/** Rows of the form that a sheet must have to be the form's table and not another one with the same headings. */
const FEWEST_ROWS = 2;
/** Where no table was found: rows at the top of a sheet that can be letterhead and title. */
const HEAD_ROWS = 12;

/**
 * The one visible sheet that holds the form's table. Of several, those whose printed period is another are left out; if
 * more than one remains none is picked.
 */
export function pickTable(grids: readonly Grid[], file: ReportFile, period: NominalPeriod): PickedTable {
  const visible = grids.filter((grid) => !grid.hidden);
  const tables = visible.map((grid) => findTable(grid, file, period)).filter((table) => table !== null);
  const fitting = tables.filter((found) => checkPeriod(headOf(found), file.submission, period).length === 0);
  const candidates = fitting.length > 0 ? fitting : tables;
  const [table, another] = candidates;
  if (table === undefined)
    return { table: null, why: 'NONE', heads: visible.map((grid) => headTexts(grid, HEAD_ROWS)) };
  const heads = [headOf(table)];
  return another === undefined ? { table, why: 'FOUND', heads } : { table: null, why: 'SEVERAL', heads };
}

function headOf({ table }: FormTable): string[] {
  return headTexts(table.grid, table.headerTop);
}

function findTable(grid: Grid, { form, areas }: ReportFile, period: NominalPeriod): FormTable | null {
  if (form.layout === 'AREA_ROWS') {
    const table = findAreaTable(grid, form, period);
    if (table === null) return null;
    const finder = areaFinder(areas);
    const known = countRows(table, (text, row) => {
      const code = table.code === null ? null : finder.byCode(cellAt(grid, row, table.code).text);
      return code !== null || finder.byName(text) !== null;
    });
    return known >= FEWEST_ROWS ? { layout: 'AREA_ROWS', form, table } : null;
  }
  const table = findIndicatorTable(grid, form, period);
  if (table === null) return null;
  const names = rowNames(form);
  const known = countRows(table, (printed) => {
    const { text, isPart } = readLabel(printed);
    return text !== '' && names.find({ text, isPart, stt: '', parent: null }) !== null;
  });
  return known >= FEWEST_ROWS ? { layout: 'INDICATOR_ROWS', form, table } : null;
}

function countRows(table: IndicatorTable | AreaTable, isKnown: (text: string, row: number) => boolean): number {
  let known = 0;
  for (let row = table.bodyTop; row < table.grid.rows.length; row++) {
    const text = table.labels.map((column) => cellAt(table.grid, row, column).text).join(' ');
    if (isKnown(text, row)) known++;
  }
  return known;
}
