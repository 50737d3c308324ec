import type { Big } from 'big.js';
import type { MeasuredSpec, MeasureName } from '../../../src/catalogue/form/form.spec.ts';
import type { CellMissing } from '../../../src/report/intake/reading.ts';
import type { SheetCell } from './sheet-model.ts';
import type { TrueIssue } from './truth.ts';
import type { PrintedUnit } from './units.ts';

/** A finding at a place that is known only when the sheet is laid out. */
export type PlannedIssue = Pick<TrueIssue, 'code' | 'severity' | 'altCodes' | 'optional'>;

/** A cell of numbers as it is meant, before it is printed. */
export interface PlannedCell {
  spec: MeasuredSpec;
  measure: MeasureName;
  /** In the base unit; null exactly when `missing` is set. */
  value: Big | null;
  missing: CellMissing | null;
  /** A print that is no number; then no value may be taken. */
  broken: SheetCell | null;
  /** To be written as a text of four digits with one separator. */
  shortGroup: boolean;
  /** Nothing is written round the number. */
  plain: boolean;
  optional: boolean;
  issues: PlannedIssue[];
}

/** A row below the headings. */
export interface PlannedRow {
  kind: 'FIGURES' | 'TOTAL' | 'NOTHING';
  /** Which rows must stay together: an indicator's code, or an area's. */
  group: string;
  label: string | null;
  stt: string | null;
  code: string | null;
  /** What stands in the unit column; null leaves it empty. */
  unit: PrintedUnit | null;
  /** Area forms. */
  area: string | null;
  /** One a column of numbers; null where nothing is written. */
  cells: (PlannedCell | null)[];
  /** No number of the row may be taken. */
  refused: boolean;
  labelIssues: PlannedIssue[];
  unitIssues: PlannedIssue[];
  /** It repeats the row before it. */
  repeats: boolean;
  /** Its label is mistyped: it may be understood or be told unknown. */
  doubtful: boolean;
  hidden: boolean;
}

/** A column of numbers. */
export interface NumberColumn {
  /** Headings from the top down. */
  headings: string[];
  /** Index into the cells of a row. */
  at: number;
  estimate: boolean;
}

/** A table as it is meant. */
export interface Plan {
  columns: NumberColumn[];
  rows: PlannedRow[];
  /** “ĐVT: triệu đồng” above the table. */
  unitLine: PrintedUnit | null;
  /** The unit printed nearest to a cell. */
  unitOf: (row: PlannedRow, cell: PlannedCell, column: number) => PrintedUnit;
  /** Findings about the whole file. */
  fileIssues: TrueIssue[];
}

/** A row that holds no numbers. */
export function emptyRow(label: string | null, stt: string | null = null): PlannedRow {
  return {
    kind: 'NOTHING',
    group: '',
    label,
    stt,
    code: null,
    unit: null,
    area: null,
    cells: [],
    refused: false,
    labelIssues: [],
    unitIssues: [],
    repeats: false,
    doubtful: false,
    hidden: false,
  };
}

/** A cell with a number or the mark of a missing one. */
export function plannedCell(
  spec: MeasuredSpec,
  measure: MeasureName,
  content: { value: Big } | { missing: CellMissing },
): PlannedCell {
  return {
    spec,
    measure,
    value: 'value' in content ? content.value : null,
    missing: 'missing' in content ? content.missing : null,
    broken: null,
    shortGroup: false,
    plain: false,
    optional: false,
    issues: [],
  };
}

/** A finding that sends the file back. */
export function errorIssue(code: TrueIssue['code'], more: Partial<PlannedIssue> = {}): PlannedIssue {
  return { code, severity: 'ERROR', ...more };
}
