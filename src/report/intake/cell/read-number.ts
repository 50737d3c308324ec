import { Big } from 'big.js';
import type { MeasuredSpec } from '../../../catalogue/form/form.spec.ts';
import { formatOf } from '../workbook/number-format.ts';
import { settle } from './numeral.ts';
import type { StyleEvidence } from './numeral.ts';
import { readText } from './read-text.ts';
import type { CellMissing, IssueCode, Qualifier, ValueStatus } from '../reading.ts';
import type { Cell } from '../workbook/sheet.ts';
import { unitFor } from '../table/units.ts';
import type { Unit } from '../table/units.ts';

/** What a cell says, in the form's base unit. */
export interface CellValue {
  readonly value: string | null;
  readonly missing: CellMissing | null;
  readonly status: ValueStatus;
  readonly qualifier: Qualifier | null;
}

/** Why a cell could not be read; `why` picks the sentence shown. */
export interface CellFault {
  readonly code: Extract<IssueCode, 'AMBIGUOUS_NUMBER' | 'MALFORMED_NUMBER' | 'FORMULA_ERROR' | 'UNIT_MISMATCH'>;
  readonly why:
    | 'STYLE'
    | 'FRACTION'
    | 'FORMAT'
    | 'DIGITS'
    | 'DATE'
    | 'KIND'
    | 'FORMULA'
    | 'UNIT'
    | 'FOOTNOTE'
    | 'MERGED';
}

/** What round a cell helps to read it. */
export interface CellContext {
  readonly spec: MeasuredSpec;
  /** Of the row, the sheet's heading, the column or the form, whichever stands nearest. */
  readonly unit: Unit;
  readonly evidence: StyleEvidence;
  /** From the column's heading. */
  readonly status: ValueStatus | null;
  /** What the sheet's footnote “(*)” means; null when there is none. */
  readonly footnote: ValueStatus | null;
}

const WHOLE = /^-?(?:0|[1-9]\d*)$/;
/** Characters of a number with everything that may stand around it; what is printed of one is kept and sent on. */
const LONGEST_NUMBER = 200;
const UNIT_WORDS = /^[\p{L}%₫]\D*2?$/u;

/** Reads one cell where the form expects a number. */
export function readCell(cell: Cell, context: CellContext): CellValue | CellFault {
  switch (cell.kind) {
    case 'EMPTY':
      return missingValue('BLANK', context);
    case 'NUMBER':
      return readNumber(cell, context);
    case 'TEXT':
      if (cell.text.length > LONGEST_NUMBER) return { code: 'MALFORMED_NUMBER', why: 'DIGITS' };
      return readNumberText(cell.text, context);
    case 'DATE':
      return { code: 'MALFORMED_NUMBER', why: 'DATE' };
    case 'ERROR':
      return { code: 'FORMULA_ERROR', why: 'FORMULA' };
    case 'BOOLEAN':
      return { code: 'MALFORMED_NUMBER', why: 'KIND' };
  }
}

function readNumber(cell: Cell, { spec, unit, status }: CellContext): CellValue | CellFault {
  const printed = cell.number ?? '0';
  // Most numbers of a sheet: in the form's own unit, without a format that says anything.
  if (cell.format === '' && unit.scale === '1' && (!unit.wholeThings || WHOLE.test(printed)))
    return { value: printed, missing: null, status: status ?? 'OFFICIAL', qualifier: null };
  const format = formatOf(cell.format);
  const exact = new Big(printed);
  if (format.percent) {
    if (spec.type !== 'percent') return { code: 'MALFORMED_NUMBER', why: 'FORMAT' };
    return found(exact.times(100), '1', status ?? 'OFFICIAL', null);
  }
  // The reader sees a scaled number or a unit that the stored one does not have.
  if (format.scaled) return { code: 'AMBIGUOUS_NUMBER', why: 'FORMAT' };
  if (format.unit !== '') {
    const own = unitFor(format.unit, spec);
    if (own === null) return { code: 'UNIT_MISMATCH', why: 'UNIT' };
    if (!new Big(own.scale).eq(unit.scale)) return { code: 'AMBIGUOUS_NUMBER', why: 'FORMAT' };
  }
  if (unit.wholeThings && !exact.mod(1).eq(0)) return { code: 'AMBIGUOUS_NUMBER', why: 'FRACTION' };
  return found(exact, unit.scale, status ?? 'OFFICIAL', null);
}

function readNumberText(text: string, context: CellContext): CellValue | CellFault {
  const parts = readText(text);
  if (parts.kind === 'MISSING') return missingValue(parts.missing, context);
  if (parts.kind === 'OTHER') return { code: 'MALFORMED_NUMBER', why: 'DIGITS' };
  if (parts.starred && context.footnote === null) return { code: 'MALFORMED_NUMBER', why: 'FOOTNOTE' };
  const unit = parts.unit === '' ? context.unit : unitFor(parts.unit, context.spec);
  if (unit === null) {
    // “5 hộ” is a number of something else; “12/5” and “10 - 20” are no numbers.
    return UNIT_WORDS.test(parts.unit)
      ? { code: 'UNIT_MISMATCH', why: 'UNIT' }
      : { code: 'MALFORMED_NUMBER', why: 'DIGITS' };
  }
  const settled = settle(parts.numeral, unit.wholeThings, context.evidence);
  if (settled === 'AMBIGUOUS') return { code: 'AMBIGUOUS_NUMBER', why: 'STYLE' };
  if (settled === 'MALFORMED') return { code: 'MALFORMED_NUMBER', why: 'DIGITS' };
  const status = parts.status ?? (parts.starred ? context.footnote : context.status) ?? 'OFFICIAL';
  return found(new Big(settled.value), unit.scale, status, parts.qualifier);
}

function found(printed: Big, scale: string, status: ValueStatus, qualifier: Qualifier | null): CellValue {
  return { value: printed.times(scale).toFixed(), missing: null, status, qualifier };
}

function missingValue(missing: CellMissing, { status }: CellContext): CellValue {
  return { value: null, missing, status: status ?? 'OFFICIAL', qualifier: null };
}
