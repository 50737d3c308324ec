import { describe, expect, it } from '@jest/globals';
import { toScoreLine } from '../../src/report/intake/score-line.ts';
import type { ReadValue } from '../../src/report/intake/reading.ts';
import { fixture, HALF_YEAR, readAs } from './intake-files.ts';

interface Truth {
  sha256: string;
  expected: (Omit<ReadValue, 'qualifier'> & { qualifier?: ReadValue['qualifier']; optional?: boolean })[];
}

/** What makes two figures the same; the printed text is for people. */
function essence(value: Truth['expected'][number]): object {
  const {
    sheet,
    cell,
    indicatorCode,
    area = null,
    breakdown = null,
    measure,
    status,
    missing,
    qualifier = null,
  } = value;
  return { sheet, cell, indicatorCode, area, breakdown, measure, value: value.value, status, missing, qualifier };
}

function byCell(values: readonly Truth['expected'][number][]): Record<string, object> {
  return Object.fromEntries(values.map((value) => [value.cell, essence(value)]));
}

describe('a clean report file', () => {
  it.each([
    ['001-ldld-6t-clean.xlsx', 'LDLD-01', 96],
    ['003-td-xa-91-merged.xlsx', 'TD-02X', 1133],
    ['008-hpn-6t-semicolon.csv', 'HPN-01', 88],
  ])('%s is accepted with every figure equal to the truth', async (name, formCode, count) => {
    const truth = JSON.parse(fixture(name.replace(/\.\w+$/, '.json')).toString('utf8')) as Truth;
    const reading = await readAs(fixture(name), formCode, HALF_YEAR);
    expect(reading.issues).toEqual([]);
    expect(reading.outcome).toBe('ACCEPT');
    expect(reading.sha256).toBe(truth.sha256);
    expect(reading.values).toHaveLength(count);
    expect(byCell(reading.values)).toEqual(byCell(truth.expected));
  });

  it('gives a score line without messages', async () => {
    const line = toScoreLine('008.csv', await readAs(fixture('008-hpn-6t-semicolon.csv'), 'HPN-01'));
    expect(line).toMatchObject({ file: '008.csv', outcome: 'REJECT', values: [] });
    expect(line.issues).toEqual([{ code: 'PERIOD_MISMATCH', severity: 'ERROR', sheet: null, cell: null }]);
  });
});
