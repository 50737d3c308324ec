import type { FormPeriodKind, FormSpec, MeasureName } from '../../catalogue/form/form.spec.ts';

/** What a finding is about. The cell each code is put on is told by `Issue.cell`; null there means the whole file. */
export type IssueCode =
  | 'AMBIGUOUS_NUMBER'
  | 'MALFORMED_NUMBER'
  | 'FORMULA_ERROR'
  | 'NEGATIVE_VALUE'
  | 'PERCENT_OUT_OF_RANGE'
  | 'CUMULATIVE_LESS_THAN_PERIOD'
  | 'BREAKDOWN_MISMATCH'
  | 'TOTAL_MISMATCH'
  | 'MISSING_REQUIRED'
  | 'UNKNOWN_INDICATOR'
  | 'UNKNOWN_AREA'
  | 'AMBIGUOUS_COLUMN'
  | 'UNKNOWN_COLUMN'
  | 'DUPLICATE_ROW'
  | 'UNIT_MISMATCH'
  | 'LEGACY_ENCODING'
  | 'EXTERNAL_LINK'
  | 'SECRET_MARKED'
  | 'PERSONAL_DATA'
  | 'PERIOD_MISMATCH'
  | 'WRONG_ORGANISATION'
  | 'UNREADABLE_FILE'
  | 'ENCRYPTED_FILE'
  | 'TOO_LARGE'
  | 'ATTACHMENT_KIND'
  | 'MACROS'
  | 'SIGNED_DOCUMENT'
  | 'DOCUMENT_NUMBER'
  | 'DOCUMENT_DATE'
  | 'DUPLICATE_DOCUMENT';

/** A sentence in both languages of the hub. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** Findings that are told one by one; a file with more of them is wrong in another way than cell by cell. */
export const MOST_ISSUES = 20_000;

/** ERROR sends the file back to its sender; WARNING is shown and the file is taken. */
export type Severity = 'ERROR' | 'WARNING';

/** One finding. `sheet` is null for CSV and for findings about the whole file; `cell` is A1 style or null. */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly indicatorCode?: string;
  readonly message: Bilingual;
  /** What to do about it. */
  readonly hint?: Bilingual;
  /** The text that stood there. */
  readonly read?: string;
  readonly expected?: string;
}

/** Whether a value is final: ESTIMATE “(ước)”, PRELIMINARY “(sơ bộ)”. */
export type ValueStatus = 'OFFICIAL' | 'ESTIMATE' | 'PRELIMINARY';
/** Why a cell holds no number: empty, “-”, “x”, “…”. */
export type CellMissing = 'BLANK' | 'NOT_ARISEN' | 'NOT_APPLICABLE' | 'NOT_AVAILABLE';
/** A word that makes a number approximate: OVER trên, hơn; NEARLY gần; ABOUT khoảng. */
export type Qualifier = 'OVER' | 'NEARLY' | 'ABOUT';

/** One figure with the cell it was read from. */
export interface ReadValue {
  readonly sheet: string | null;
  /** A1 style; in CSV the letter counts fields and the number counts records. */
  readonly cell: string;
  readonly indicatorCode: string;
  /** Area forms: commune code, or the province's code in the total row, which is a check and not a figure. */
  readonly area?: string;
  readonly breakdown?: Readonly<Record<string, string>>;
  readonly measure: MeasureName;
  /** Decimal string in the form's base unit; null exactly when `missing` is set. */
  readonly value: string | null;
  readonly status: ValueStatus;
  readonly missing: CellMissing | null;
  readonly qualifier: Qualifier | null;
  /** The text that stood in the cell. */
  readonly printed: string;
}

/** REJECT with at least one ERROR, else ACCEPT_WITH_WARNINGS with at least one WARNING, else ACCEPT. */
export type ReadingOutcome = 'ACCEPT' | 'ACCEPT_WITH_WARNINGS' | 'REJECT';

/** All that was read from one file. */
export interface Reading {
  readonly outcome: ReadingOutcome;
  /** Of the bytes as received, lower-case hexadecimal. */
  readonly sha256: string;
  /** Of a rejected file: the cells that could be read, for the dry run; empty when the file as a whole was refused. */
  readonly values: readonly ReadValue[];
  readonly issues: readonly Issue[];
  /** How many more findings there are than are listed; absent where all are. */
  readonly issuesOmitted?: number;
  /** Set where reading came to no end: too long, too much memory, or its process ended. Nothing is known of the content then. */
  readonly failed?: 'TIME' | 'MEMORY' | 'CRASH';
  /** False when the content must not be kept (a secrecy stamp, a list of persons); no issue then quotes it. */
  readonly keepBytes: boolean;
}

/** The kind of period and the dates, both included, that a report was sent in for. */
export interface ReportWindow {
  readonly kind: FormPeriodKind;
  /** Local ISO dates. */
  readonly dataFrom: string;
  readonly dataTo: string;
}

/** A unit that an area form may name. */
export interface AreaName {
  readonly code: string;
  readonly name: string;
}

/** What the sender says the file is. */
export interface SubmittedAs {
  /** Kind ('LDLD') or actor code ('LDLD-91'). */
  readonly organisation: string;
  readonly place: AreaName;
  readonly period: ReportWindow;
}

/** A file with everything needed to read it; nothing else is looked up. */
export interface ReportFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly form: FormSpec;
  readonly submission: SubmittedAs;
  /** The communes of the province at the data date, and the province itself. */
  readonly areas: readonly AreaName[];
}
