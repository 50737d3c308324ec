import type { MeasureName } from '../../../src/catalogue/form/form.spec.ts';
import type {
  CellMissing,
  IssueCode,
  Qualifier,
  ReadingOutcome,
  Severity,
  SubmittedAs,
  ValueStatus,
} from '../../../src/report/intake/reading.ts';

/** What is true of one cell that belongs to a row (or area) and a column of the form. */
export interface TrueValue {
  sheet: string | null;
  cell: string;
  indicatorCode: string;
  area?: string;
  breakdown?: Readonly<Record<string, string>>;
  measure: MeasureName;
  value: string | null;
  status: ValueStatus;
  missing: CellMissing | null;
  qualifier: Qualifier | null;
  /** It may be imported or not; if it is, it must be right. */
  optional: boolean;
  /** What stands in the cell, for people. */
  printed: string;
}

/** A finding that has to come, or may. */
export interface TrueIssue {
  code: IssueCode;
  severity: Severity;
  sheet: string | null;
  /** Null is the file. */
  cell: string | null;
  indicatorCode?: string;
  /** Codes that are as good. */
  altCodes?: readonly IssueCode[];
  optional?: boolean;
  /** Not needed where the right value was read. */
  waivedIfValue?: boolean;
  /** The other row of a duplicate, 1-based. */
  relatedRow?: number;
}

/** What is true of a workbook, from the draw and never from the file. */
export interface WorkbookTruth {
  submission: SubmittedAs;
  formCode: string;
  outcome: ReadingOutcome;
  /** The outcome if everything is told that may be. */
  strictOutcome: ReadingOutcome;
  /** FILE: nothing may be taken. */
  rejectScope: 'FILE' | 'CELLS' | null;
  expected: TrueValue[];
  issues: TrueIssue[];
}
