import fc from 'fast-check';
import { descriptions } from '../support/random-workbook/arbitrary.ts';
import { composeWorkbook, FORM_CODES } from '../support/random-workbook/compose-workbook.ts';
import { randomWorkbook, scoreBytes } from '../support/random-workbook/read-random.ts';
import { addScore, noScore, scoreReading } from '../support/random-workbook/score.ts';
import type { WorkbookTruth } from '../support/random-workbook/truth.ts';
import type { Reading } from '../../src/report/intake/reading.ts';

/** What a reader without fault would say. */
function perfect({ outcome, expected, issues }: WorkbookTruth): Reading {
  const told = issues.filter(({ optional }) => optional !== true);
  const message = { vi: '', en: '' };
  return {
    outcome,
    sha256: '',
    keepBytes: true,
    values: expected,
    issues: told.map((issue) => ({ ...issue, message })),
  };
}

const clean = fc.sample(
  descriptions.filter(({ faults, legacy, numbers }) => faults.length + numbers.missing === 0 && legacy === 'NONE'),
  { numRuns: 5, seed: 4 },
);

describe('random workbooks', () => {
  it('are read without one silently wrong number, one missed fault, and nearly whole', async () => {
    const total = noScore();
    const property = fc.asyncProperty(descriptions, async (description) => {
      const { bytes, fileName, truth } = randomWorkbook(description);
      const score = await scoreBytes(bytes, fileName, truth);
      if (score.silentlyWrong > 0 || score.missed > 0) throw new Error(score.notes.join('\n'));
      addScore(total, score);
    });
    await fc.assert(property, { numRuns: 50, seed: 20_260_614 });
    expect(total.cells).toBeGreaterThan(5_000);
    if (total.read < 0.98 * total.cells)
      throw new Error(`${total.read} of ${total.cells} numbers:\n${total.notes.join('\n')}`);
    if (total.false > 0.02 * total.told)
      throw new Error(`${total.false} of ${total.told} issues are false:\n${total.notes.join('\n')}`);
  }, 300_000);

  it('are the same whenever they are written from one description', () => {
    for (const description of clean) {
      const [one, two] = [composeWorkbook(description), composeWorkbook(description)];
      expect(two).toEqual(one);
    }
  });

  it('hold every form, and every fault with its place', () => {
    const sample = fc.sample(descriptions, { numRuns: 400, seed: 9 });
    // A small province and no other sheets: as many kinds of rows in less time.
    const truths = sample.map((drawn) => composeWorkbook({ ...drawn, province: '12', others: [] }).truth);
    const codes = new Set(
      truths.flatMap(({ issues }) => issues.filter(({ optional }) => optional !== true).map(({ code }) => code)),
    );
    expect(new Set(sample.map(({ form }) => form))).toEqual(new Set(FORM_CODES));
    expect([...codes].sort()).toEqual([
      'AMBIGUOUS_NUMBER',
      'BREAKDOWN_MISMATCH',
      'CUMULATIVE_LESS_THAN_PERIOD',
      'DUPLICATE_ROW',
      'FORMULA_ERROR',
      'LEGACY_ENCODING',
      'MALFORMED_NUMBER',
      'MISSING_REQUIRED',
      'NEGATIVE_VALUE',
      'PERCENT_OUT_OF_RANGE',
      'PERIOD_MISMATCH',
      'TOTAL_MISMATCH',
      'UNIT_MISMATCH',
      'UNKNOWN_AREA',
      'UNKNOWN_INDICATOR',
      'WRONG_ORGANISATION',
    ]);
  });

  it('are scored as the contract says', () => {
    for (const description of clean) {
      const { truth } = composeWorkbook(description);
      const reading = perfect(truth);
      const whole = scoreReading(truth, reading);
      expect(whole).toMatchObject({ silentlyWrong: 0, missed: 0, false: 0, notes: [] });
      expect(whole.read).toBe(whole.cells);
      const [first, ...others] = reading.values;
      const wrong = { ...reading, values: [{ ...first, value: '123456789' }, ...others] } as Reading;
      expect(scoreReading(truth, wrong)).toMatchObject({ silentlyWrong: 1, read: whole.read - 1 });
      const silent = { ...reading, outcome: 'REJECT', values: others } as Reading;
      expect(scoreReading(truth, silent)).toMatchObject({ silentlyWrong: 0, read: whole.read - 1 });
    }
  });
});
