import fc from 'fast-check';
import type { FormPeriodKind } from '../../../src/catalogue/form/form.spec.ts';
import { FORM_CODES } from './compose-workbook.ts';
import {
  ADORNMENTS,
  EXTRA_COLUMNS,
  FAULTS,
  NUMBER_STYLES,
  OTHER_SHEETS,
  PERCENT_STYLES,
  WORDINGS,
} from './description.ts';
import type { Description, NominalChoice } from './description.ts';
import { provinceCodes } from './places.ts';

const NUMBERS: Readonly<Record<FormPeriodKind, number>> = {
  HALF_YEAR: 1,
  QUARTER: 4,
  MONTH: 12,
  NINE_MONTHS: 1,
  YEAR: 1,
};

const periods: fc.Arbitrary<NominalChoice> = fc
  .constantFrom(...(Object.keys(NUMBERS) as FormPeriodKind[]))
  .chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      year: fc.constantFrom(2026, 2027),
      number: fc.integer({ min: 1, max: NUMBERS[kind] }),
    }),
  );

/** True in so many of ten; it shrinks to false. */
function sometimes(inTen: number): fc.Arbitrary<boolean> {
  return fc.nat(9).map((number) => number >= 10 - inTen);
}

const table = fc.record<Description['table']>({
  shuffled: sometimes(3),
  omitted: fc
    .subarray(['target', 'cumulative', 'samePeriodLastYear'] as const, { maxLength: 2 })
    .map((all) => [...all]),
  stt: fc.constantFrom('FORM', 'FORM', 'RENUMBERED', 'NONE'),
  code: sometimes(2),
  unit: sometimes(8),
  numbering: sometimes(6),
  levels: fc.constantFrom('FORM', 'FORM', 'FORM', 'RESULTS', 'YEARS', 'FLAT'),
  extras: fc.subarray([...EXTRA_COLUMNS]),
  practice: sometimes(6),
  again: sometimes(1),
  split: sometimes(1),
});

const rows = fc.record<Description['rows']>({
  sections: sometimes(8),
  shuffled: sometimes(3),
  dropped: sometimes(3),
  blank: sometimes(3),
  hidden: sometimes(3),
  ofWhich: sometimes(3),
  otherUnits: sometimes(4),
  total: fc.constantFrom('NONE', 'TOP', 'BOTTOM', 'BOTTOM'),
  subtotals: sometimes(3),
});

const numbers = fc.record<Description['numbers']>({
  style: fc.constantFrom(...NUMBER_STYLES),
  percent: fc.constantFrom(...PERCENT_STYLES),
  adorned: fc.subarray([...ADORNMENTS]),
  missing: fc.constantFrom(0, 4, 15),
  formulas: sometimes(3),
});

/** Some faults, none of them half of the time. */
const faults = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Description['faults']>([]) },
  { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...FAULTS), { maxLength: 3 }) },
);

/** Descriptions of random workbooks; they shrink towards the form's own sheet, filled in with plain numbers. */
export const descriptions: fc.Arbitrary<Description> = fc.record<Description>({
  form: fc.constantFrom(...FORM_CODES),
  province: fc.constantFrom(...provinceCodes()),
  period: periods,
  seed: fc.nat(1_000_000),
  file: fc.constantFrom('xlsx', 'xlsx', 'xls', 'ods', 'csv'),
  csv: fc.record({
    separator: fc.constantFrom(';', ',', '\t'),
    encoding: fc.constantFrom('UTF8_BOM', 'UTF8', 'UTF16LE'),
  }),
  head: fc.record({
    letterhead: sometimes(7),
    title: sometimes(9),
    dates: sometimes(6),
    unitLine: fc.constantFrom('NONE', 'NONE', 'SAME', 'OTHER'),
  }),
  table,
  rows,
  wording: fc.subarray([...WORDINGS]),
  numbers,
  foot: fc.record({ signature: sometimes(8), footnote: sometimes(3) }),
  others: fc.subarray([...OTHER_SHEETS], { maxLength: 2 }),
  legacy: fc.constantFrom('NONE', 'NONE', 'NONE', 'NONE', 'NONE', 'NONE', 'NONE', 'TCVN3', 'VNI'),
  faults,
});
