import type { AreaRowsForm, FigureRowSpec, IndicatorRowsForm } from '../../../catalogue/form/form.spec.ts';
import { normalise } from '../../../ground/text/fold.ts';
import { areaFinder } from './area-names.ts';
import type { AreaFinder } from './area-names.ts';
import { checkPeriod, headTexts, namesPeriod } from '../check/check-head.ts';
import { findAreaTables } from './find-area-table.ts';
import { findIndicatorTables } from './find-table.ts';
import type { NominalPeriod } from './match-header.ts';
import { rowNames } from './row-names.ts';
import type { RowNames } from './row-names.ts';
import type { ReportFile } from '../reading.ts';
import { cellAt } from '../workbook/sheet.ts';
import type { Grid } from '../workbook/sheet.ts';
import type { AreaTable, IndicatorTable } from './table.ts';
import { readLabel } from './wording.ts';

/** Tables of one form that together are the report, with the form they were matched by. */
export type FormTables =
  | {
      readonly layout: 'INDICATOR_ROWS';
      readonly form: IndicatorRowsForm;
      readonly tables: readonly IndicatorTable[];
      readonly names: RowNames;
    }
  | {
      readonly layout: 'AREA_ROWS';
      readonly form: AreaRowsForm;
      readonly tables: readonly AreaTable[];
      readonly finder: AreaFinder;
    };

/** The tables to read, or why there are none: NONE found on a visible sheet, or SEVERAL that cannot be told apart. */
export interface PickedTables {
  readonly tables: FormTables | null;
  readonly why: 'FOUND' | 'NONE' | 'SEVERAL';
  /** Texts above the tables; without a table the texts of each visible sheet. */
  readonly heads: readonly (readonly string[])[];
}

/** Rows of the form that a sheet must have to be the form's table and not another one with the same headings. */
const FEWEST_ROWS = 2;
/** Where no table was found: rows at the top of a sheet that can be letterhead and title. */
const HEAD_ROWS = 12;

/**
 * The tables of visible sheets that are the form's. Those whose printed period is another are left out; several sheets that
 * remain are one report continued if no number of the form stands on two of them, and cannot be told apart otherwise.
 */
export function pickTables(grids: readonly Grid[], file: ReportFile, period: NominalPeriod): PickedTables {
  const visible = grids.filter((grid) => !grid.hidden);
  const search = searchFor(file, period);
  const sheets = visible.map((grid) => search.find(grid)).filter((tables) => tables.length > 0);
  const fitting = sheets.map((tables) => ofPeriod(tables, file, period)).filter((tables) => tables.length > 0);
  const candidates = mainOnes(fitting.length > 0 ? fitting : sheets, search);
  if (candidates.length === 0)
    return { tables: null, why: 'NONE', heads: visible.map((grid) => headTexts(grid, 0, HEAD_ROWS)) };
  const heads = candidates.flat().map(zoneTexts);
  if (candidates.length > 1 && !areDisjoint(candidates.map((tables) => search.keys(tables))))
    return { tables: null, why: 'SEVERAL', heads };
  return { tables: search.formTables(candidates.flat()), why: 'FOUND', heads };
}

function zoneTexts({ grid, zoneTop, headerTop }: Table): string[] {
  return headTexts(grid, zoneTop, headerTop);
}

/** The tables of a sheet whose period is not surely another; a table without a title goes with the one above it. */
function ofPeriod(tables: readonly Table[], { submission }: ReportFile, period: NominalPeriod): readonly Table[] {
  let own = true;
  return tables.filter((table) => {
    const texts = zoneTexts(table);
    if (namesPeriod(texts, period.kind)) own = checkPeriod(texts, submission, period).length === 0;
    return own;
  });
}

/** How many times as many numbers a sheet has to have room for, beside another one that repeats some of them. */
const MAIN_FACTOR = 3;

/** Beside the form's own table, a sheet with nothing but a few of its numbers is a summary, or a form with a column in common. */
function mainOnes(sheets: readonly (readonly Table[])[], search: Search): readonly (readonly Table[])[] {
  if (sheets.length < 2) return sheets;
  const sets = sheets.map((tables) => search.keys(tables));
  if (areDisjoint(sets)) return sheets;
  const main = sets.reduce((largest, keys) => (keys.size > largest.size ? keys : largest));
  const repeats = (keys: ReadonlySet<string>): boolean =>
    keys.size * MAIN_FACTOR <= main.size && [...keys].every((key) => main.has(key));
  return sheets.filter((_, at) => !repeats(sets[at] ?? new Set()));
}

function areDisjoint(sets: readonly ReadonlySet<string>[]): boolean {
  const seen = new Set<string>();
  return sets.every((keys) => [...keys].every((key) => !seen.has(key) && seen.add(key)));
}

type Table = IndicatorTable | AreaTable;

/** How the tables of one form are looked for. */
interface Search {
  find(grid: Grid): readonly Table[];
  /** The numbers of the form that tables have room for: rows by columns. */
  keys(tables: readonly Table[]): Set<string>;
  formTables(tables: readonly Table[]): FormTables;
}

function searchFor({ form, areas, submission }: ReportFile, period: NominalPeriod): Search {
  if (form.layout === 'AREA_ROWS') {
    const finder = areaFinder(areas.filter((area) => area.code !== submission.place.code));
    const key = (table: AreaTable, row: number): string | null => areaKey(table, row, finder);
    return search<AreaTable>(
      (grid) => findAreaTables(grid, form, period),
      key,
      (tables) => ({
        layout: 'AREA_ROWS',
        form,
        tables,
        finder,
      }),
    );
  }
  const names = rowNames(form);
  const key = (table: IndicatorTable, row: number): string | null => {
    const printed = labelOf(table, row);
    // A unit in brackets behind the label is no part of it.
    const spec = [printed, printed.replace(/\s*\([^()]*\)\s*$/u, '')]
      .map((label) => readLabel(label))
      .filter(({ text }) => text !== '')
      .reduce<FigureRowSpec | null>(
        (found, { text, isPart }) => found ?? names.find({ text, isPart, stt: '', parent: null }),
        null,
      );
    return spec === null ? null : `${spec.indicatorCode} ${JSON.stringify(spec.breakdown ?? {})}`;
  };
  return search<IndicatorTable>(
    (grid) => findIndicatorTables(grid, form, period),
    key,
    (tables) => ({
      layout: 'INDICATOR_ROWS',
      form,
      tables,
      names,
    }),
  );
}

function search<T extends Table>(
  findAll: (grid: Grid) => T[],
  keyOf: (table: T, row: number) => string | null,
  formTables: (tables: readonly T[]) => FormTables,
): Search {
  const keysOf = (table: T, enough: number): Set<string> => {
    const keys = new Set<string>();
    for (let row = table.bodyTop; row < table.bodyEnd && keys.size < enough; row++) {
      const key = keyOf(table, row);
      if (key !== null) keys.add(key);
    }
    return keys;
  };
  return {
    find: (grid) => {
      const known = findAll(grid).filter((table) => keysOf(table, 1).size > 0);
      const [first, ...more] = known;
      // One more table below needs no second row to be this form's.
      if (first === undefined || (more.length === 0 && keysOf(first, FEWEST_ROWS).size < FEWEST_ROWS)) return [];
      return known;
    },
    keys: (tables) => new Set(tables.flatMap((table) => numbersOf(table, keysOf(table as T, Infinity)))),
    formTables: (tables) => formTables(tables as readonly T[]),
  };
}

function numbersOf({ columns }: Table, rows: ReadonlySet<string>): string[] {
  const keys = columns.map((column) =>
    'spec' in column
      ? `${column.spec.indicatorCode} ${JSON.stringify(column.spec.breakdown ?? {})} ${column.spec.measure}`
      : column.measure,
  );
  return [...rows].flatMap((row) => keys.map((key) => `${row} ${key}`));
}

function areaKey(table: AreaTable, row: number, finder: AreaFinder): string | null {
  const byCode = table.code === null ? null : finder.byCode(cellAt(table.grid, row, table.code).text);
  return byCode?.code ?? finder.byName(labelOf(table, row));
}

function labelOf({ grid, labels }: Table, row: number): string {
  return normalise(labels.map((column) => cellAt(grid, row, column).text).join(' '));
}
