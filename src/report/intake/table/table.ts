import type { AreaColumnSpec, FigureRowSpec, MeasuredSpec, MeasureName } from '../../../catalogue/form/form.spec.ts';
import type { Issue, ValueStatus } from '../reading.ts';
import type { Cell, Grid } from '../workbook/sheet.ts';
import type { Unit } from './units.ts';

/** Where the parts of a table stand; columns and rows count from 0. */
interface TableFrame {
  readonly grid: Grid;
  /** The first row that may say something about this table only: behind the numbers of the table above. */
  readonly zoneTop: number;
  readonly headerTop: number;
  readonly bodyTop: number;
  /** The first row behind the table: that of the next heading, or the end of the sheet. */
  readonly bodyEnd: number;
  /** Whether it has the columns of the table above, as on a new page: a part may belong to the last indicator there. */
  readonly continues: boolean;
  readonly stt: number | null;
  /** More than one where the heading spans several columns. */
  readonly labels: readonly number[];
  /** What stands over each column, from the top down. */
  readonly headings: readonly (readonly string[])[];
  /** Columns with the heading of another one; none of them is read. */
  readonly issues: readonly Issue[];
}

/** A column that holds one measure of every indicator. */
export interface MeasureColumn {
  readonly column: number;
  readonly measure: MeasureName;
  readonly status: ValueStatus | null;
  /** The money unit in the heading, or ''. */
  readonly unit: string;
}

/** A table with one row an indicator. */
export interface IndicatorTable extends TableFrame {
  readonly unit: number | null;
  readonly columns: readonly MeasureColumn[];
}

/** A column that holds one indicator's measure for every area. */
export interface AreaColumn {
  readonly column: number;
  readonly spec: AreaColumnSpec;
  readonly status: ValueStatus | null;
  readonly unit: string;
}

/** A table with one row an area. */
export interface AreaTable extends TableFrame {
  readonly code: number | null;
  readonly columns: readonly AreaColumn[];
}

/** One cell where the form expects a number. */
export interface Slot {
  /** Name of its sheet; null for CSV. */
  readonly sheet: string | null;
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly spec: MeasuredSpec;
  readonly measure: MeasureName;
  readonly unit: Unit;
  /** From the column's heading. */
  readonly status: ValueStatus | null;
  readonly area: string | null;
}

/** One row of the table that belongs to a row or area of the form. */
export interface MatchedRow {
  /** Equal for rows that say the same thing twice. */
  readonly key: string;
  /** Name of its sheet; null for CSV. */
  readonly sheet: string | null;
  readonly label: Cell;
  /** How messages name the row. */
  readonly title: string;
  readonly slots: readonly Slot[];
}

/** What the rows of a table of indicators turned out to be. */
export interface MatchedRows {
  readonly rows: readonly MatchedRow[];
  readonly issues: readonly Issue[];
  /** Specs whose row is there, though nothing of it may be taken; they are not reported as missing. */
  readonly present: ReadonlySet<FigureRowSpec>;
  /** Further rows that no row of the form explains, beyond those that issues tell of. */
  readonly omitted: number;
}

/** Where an area stands in a table; its cells are made when they are read, so that a long table costs little. */
export interface AreaRow {
  readonly row: number;
  /** Code of the area; of the province in the row of the grand total. */
  readonly area: string;
}

/** What the rows of a table of areas turned out to be. */
export interface MatchedAreas {
  readonly rows: readonly AreaRow[];
  readonly totals: readonly AreaRow[];
  readonly issues: readonly Issue[];
  /** Rows with numbers that belong to nobody: a total may contain them. */
  readonly strays: readonly number[];
  /** Further rows that belong to nobody, beyond those that issues tell of. */
  readonly omitted: number;
  /** The row with its cells. */
  rowAt(row: AreaRow): MatchedRow;
}
