import type { FormPeriodKind, MeasureName } from '../../../src/catalogue/form/form.spec.ts';

/** A nominal period: `number` is the month or the quarter, and 1 for the other kinds. */
export interface NominalChoice {
  kind: FormPeriodKind;
  year: number;
  number: number;
}

/** How the numbers of a sheet are written; MIXED is a sheet by several hands. */
export const NUMBER_STYLES = ['NUMERIC', 'VI', 'SPACE', 'NBSP', 'NARROW', 'PLAIN', 'EN', 'SOME_TEXT', 'MIXED'] as const;
/** One of `NUMBER_STYLES`. */
export type NumberStyle = (typeof NUMBER_STYLES)[number];

/** How percentages are written: a number, a number of format 0.0%, one with a literal sign, text, or all of them. */
export const PERCENT_STYLES = ['POINTS', 'FORMAT', 'LITERAL', 'TEXT', 'MIXED'] as const;
/** One of `PERCENT_STYLES`. */
export type PercentStyle = (typeof PERCENT_STYLES)[number];

/** What a cell may carry besides its number. */
export const ADORNMENTS = [
  'UNIT',
  'OTHER_UNIT',
  'ESTIMATE',
  'PRELIMINARY',
  'STAR',
  'OVER',
  'NEARLY',
  'ABOUT',
  'PADDED',
  'NOISE',
] as const;
/** One of `ADORNMENTS`. */
export type Adornment = (typeof ADORNMENTS)[number];

/** How labels and headings may differ from the form's. */
export const WORDINGS = [
  'ALIAS',
  'UPPER',
  'NFD',
  'TONE',
  'SPACES',
  'NBSP',
  'COLON',
  'LINE_BREAK',
  'BULLET',
  'CODE',
  'UNIT',
  'NO_MARKS',
  'TYPO',
] as const;
/** One of `WORDINGS`. */
export type Wording = (typeof WORDINGS)[number];

/** Columns that belong to no measure. */
export const EXTRA_COLUMNS = ['NOTE', 'ATTAINMENT', 'COMPARISON', 'DRAFT'] as const;
/** One of `EXTRA_COLUMNS`. */
export type ExtraColumn = (typeof EXTRA_COLUMNS)[number];

/** Sheets beside the one that is the report. */
export const OTHER_SHEETS = [
  'NARRATIVE',
  'PREVIOUS',
  'PREVIOUS_HIDDEN',
  'DRAFT_HIDDEN',
  'OTHER_FORM',
  'EMPTY',
] as const;
/** One of `OTHER_SHEETS`. */
export type OtherSheet = (typeof OTHER_SHEETS)[number];

/** What may be wrong with a workbook. */
export const FAULTS = [
  'MALFORMED',
  'DATE',
  'AMBIGUOUS_TEXT',
  'AMBIGUOUS_FRACTION',
  'FORMULA_ERROR',
  'NEGATIVE',
  'PERCENT_OVER',
  'CUMULATIVE_LESS',
  'BREAKDOWN',
  'TOTAL',
  'MISSING_CELL',
  'MISSING_ROW',
  'UNKNOWN_ROW',
  'DUPLICATE_EQUAL',
  'DUPLICATE_DIFFERENT',
  'UNIT_MISMATCH',
  'CODE_MISMATCH',
  'WRONG_PERIOD',
  'WRONG_ORGANISATION',
] as const;
/** One of `FAULTS`. */
export type Fault = (typeof FAULTS)[number];

/** A workbook in so few words that a counterexample can be read; everything else is drawn from `seed`. */
export interface Description {
  form: string;
  province: string;
  period: NominalChoice;
  seed: number;
  file: 'xlsx' | 'xls' | 'ods' | 'csv';
  csv: { separator: ';' | ',' | '\t'; encoding: 'UTF8' | 'UTF8_BOM' | 'UTF16LE' };
  head: { letterhead: boolean; title: boolean; dates: boolean; unitLine: 'NONE' | 'SAME' | 'OTHER' };
  table: {
    shuffled: boolean;
    omitted: MeasureName[];
    stt: 'FORM' | 'RENUMBERED' | 'NONE';
    code: boolean;
    unit: boolean;
    numbering: boolean;
    levels: 'FORM' | 'RESULTS' | 'YEARS' | 'FLAT';
    extras: ExtraColumn[];
    practice: boolean;
    /** The headings stand there again in the middle, as for a second page. */
    again: boolean;
    /** The second half is on a sheet of its own. */
    split: boolean;
  };
  rows: {
    sections: boolean;
    shuffled: boolean;
    dropped: boolean;
    blank: boolean;
    hidden: boolean;
    ofWhich: boolean;
    otherUnits: boolean;
    total: 'NONE' | 'TOP' | 'BOTTOM';
    subtotals: boolean;
  };
  wording: Wording[];
  numbers: {
    style: NumberStyle;
    percent: PercentStyle;
    adorned: Adornment[];
    /** Percent of cells without a number. */
    missing: number;
    formulas: boolean;
  };
  foot: { signature: boolean; footnote: boolean };
  others: OtherSheet[];
  legacy: 'NONE' | 'TCVN3' | 'VNI';
  faults: Fault[];
}
