import { describe, expect, it } from '@jest/globals';
import { planWorkbook } from '../../src/report/template/plan-workbook.ts';
import type { TemplateInput } from '../../src/report/template/template-input.ts';
import { writeWorkbook } from '../../src/report/template/write-workbook.ts';
import { fillings, filledInput, FORM_CODES, readBack, readValues, templateInput } from '../support/form-template.ts';
import { filledIn } from '../support/fill-workbook.ts';

const made = async (input: TemplateInput): Promise<Buffer> => writeWorkbook(planWorkbook(input).plan);

const codesOf = (issues: readonly { code: string }[]): string[] => [...new Set(issues.map(({ code }) => code))].sort();

describe.each(FORM_CODES)('the template of %s', (code) => {
  it.each(['2026-05', '2026-Q2', '2026-S1', '2026-9M', '2026'])(
    'is known to intake when sent back empty for %s',
    async (period) => {
      const input = templateInput(code, period);
      const reading = await readBack(await made(input), input);
      expect(codesOf(reading.issues)).toEqual(['MISSING_REQUIRED']);
      expect(reading.issues.every(({ cell }) => cell !== null)).toBe(true);
      expect(
        readValues(reading, input)
          .map(({ cell }) => cell)
          .sort(),
      ).toEqual(
        fillings(input)
          .map(({ cell }) => cell)
          .sort(),
      );
    },
  );

  it.each([
    ['2026-S1', '91'],
    ['2025-Q4', '79'],
  ])('gives back exactly what was filled in, for %s of province %s', async (period, province) => {
    const input = templateInput(code, period, province);
    const values = fillings(input);
    const reading = await readBack(filledIn(await made(input), values), input);
    expect(reading.issues).toEqual([]);
    expect(reading.outcome).toBe('ACCEPT');
    const expected = values.map((one) => one.expected).sort((a, b) => (a.cell < b.cell ? -1 : 1));
    expect(readValues(reading, input)).toEqual(expected);
  });

  it('gives back what was filled in beforehand, and nothing that only stands there for reference', async () => {
    const input = filledInput(templateInput(code, '2026-Q2'), '2026-Q1');
    const { plan, prefilled } = planWorkbook(input);
    const values = fillings(input);
    const reading = await readBack(filledIn(await writeWorkbook(plan), values), input);
    expect(reading.issues).toEqual([]);
    const typed = new Set(values.map(({ cell }) => cell));
    const others = readValues(reading, input).filter(({ cell }) => !typed.has(cell));
    expect(others.filter(({ value }) => value !== null)).toHaveLength(prefilled);
    expect(others.every(({ measure }) => measure === 'target' || measure === 'samePeriodLastYear')).toBe(true);
    expect(others.filter(({ value }) => value === null)).toEqual([]);
  });

  it('has the same bytes each time it is made', async () => {
    const input = filledInput(templateInput(code, '2026-Q2'), '2026-Q1');
    expect((await made(input)).equals(await made(input))).toBe(true);
  });
});
