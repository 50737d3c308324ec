import { describe, expect, it } from '@jest/globals';
import { givenFile, type GivenFigure } from '../../src/report/intake/given-figures.ts';
import { readGiven } from '../../src/report/intake/read-given.ts';
import { readReport } from '../../src/report/intake/read-workbook.ts';
import type { Reading } from '../../src/report/intake/reading.ts';
import { madeReports } from '../support/demo-reports.ts';
import { AN_GIANG, areasOf, form } from './intake-files.ts';

const made = madeReports();
const areas = areasOf(AN_GIANG);

/** The figures of a report of the demo, last attempt. */
function figuresOf(name: string): readonly GivenFigure[] {
  const found = made.findLast(({ report }) => report.name === name);
  if (!found) throw new Error(`The demo has no report ${name}.`);
  return found.ready.figures;
}

const ROWS = figuresOf('LDLD-01 91 2026-S1');
const AREAS = figuresOf('TD-02X 91 2026-S1');

function judge(figures: readonly GivenFigure[]): Reading {
  const code = figures.some(({ indicator }) => indicator.startsWith('TN_')) ? 'TD-02X' : 'LDLD-01';
  const submission = { form: code, organisation: code.slice(0, -3), place: '91', period: '2026-S1' };
  const { bytes } = givenFile({ submission, note: '', figures });
  return readGiven({ bytes, figures, form: form(code), province: AN_GIANG, areas });
}

/** Code and address of each finding. */
function foundIn(figures: readonly GivenFigure[]): string[] {
  const { outcome, issues } = judge(figures);
  if (issues.length > 0) expect(outcome).toBe('REJECT');
  return issues.map(({ code, cell }) => `${code} ${cell}`);
}

/** The list with one figure changed, and where that figure stands. */
function change(
  figures: readonly GivenFigure[],
  which: (figure: GivenFigure) => boolean,
  change_: Partial<GivenFigure>,
): { figures: GivenFigure[]; cell: string } {
  const at = figures.findIndex(which);
  return {
    figures: figures.map((figure, index) => (index === at ? { ...figure, ...change_ } : figure)),
    cell: `/figures/${at}`,
  };
}

const whole =
  (code: string, measure = 'inPeriod') =>
  (figure: GivenFigure): boolean =>
    figure.indicator === code && figure.measure === measure && figure.breakdown === undefined;

describe('figures given without a workbook', () => {
  it('have the address of their place in the file that is kept for them', () => {
    const { values, sha256 } = judge(ROWS);
    const submission = { form: 'LDLD-01', organisation: 'LDLD', place: '91', period: '2026-S1' };
    const { bytes, name } = givenFile({ submission, note: '', figures: ROWS });
    expect(name).toBe('LDLD-01_LDLD_2026-S1.json');
    const file: { figures: GivenFigure[] } = JSON.parse(bytes.toString('utf8'));
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(values).toHaveLength(ROWS.length);
    for (const { sheet, cell, indicatorCode, value, printed } of values) {
      const pointed = file.figures[Number(/^\/figures\/(\d+)$/.exec(cell)?.[1])];
      expect([sheet, pointed?.indicator, pointed?.value]).toEqual([null, indicatorCode, value]);
      if (value !== null) expect(printed).toBe(value);
    }
  });

  it('are judged as the same figures in a workbook are', async () => {
    const names = ['LDLD-01 91 2026-Q3', 'HND-01 79 2026-S1', 'CCB-01 79 2026-Q3', 'TD-02X 91 2026-S1'];
    for (const { report, world, ready } of made.filter((one) => names.includes(one.report.name))) {
      const place = { code: report.province.code, name: world.names.place };
      const { kind, dataFrom, dataTo } = report.period;
      const common = { form: world.form, areas: [...world.areas, place] };
      const submission = { organisation: report.kind, place, period: { kind, dataFrom, dataTo } };
      const printed = await readReport({ ...common, bytes: ready.file.bytes, fileName: '', submission });
      const given = readGiven({ ...common, bytes: Buffer.from(''), figures: ready.figures, province: place });
      // A workbook's findings come in the order of its cells, those of given figures have no such order.
      const codes = ({ outcome, issues }: Reading) => [
        outcome,
        ...issues.map(({ code, indicatorCode }) => `${code} ${indicatorCode}`).sort(),
      ];
      expect([report.name, ...codes(given)]).toEqual([report.name, ...codes(printed)]);
    }
  });

  it('must be figures of the form and of its province', () => {
    const alien = change(ROWS, whole('LD_GIFTS'), { indicator: 'PN_MEMBERS' });
    expect(foundIn(alien.figures)).toEqual([
      `UNKNOWN_INDICATOR ${alien.cell}`,
      expect.stringMatching(/^MISSING_REQUIRED/),
    ]);
    const part = change(ROWS, whole('LD_GIFTS', 'target'), { breakdown: { sector: 'FDI' } });
    expect(foundIn(part.figures)).toEqual([`UNKNOWN_INDICATOR ${part.cell}`]);
    const elsewhere = change(AREAS, ({ area }) => area === '30301', { area: '26737' });
    expect(foundIn(elsewhere.figures)).toContain(`UNKNOWN_AREA ${elsewhere.cell}`);
    const nowhere = change(ROWS, whole('LD_GIFTS'), { area: '30301' });
    expect(foundIn(nowhere.figures)).toContain(`UNKNOWN_AREA ${nowhere.cell}`);
  });

  it.each([
    ['1e3', 'MALFORMED_NUMBER'],
    ['1.234,5', 'MALFORMED_NUMBER'],
    ['', 'MALFORMED_NUMBER'],
    ['12.5', 'AMBIGUOUS_NUMBER'],
    ['-4', 'NEGATIVE_VALUE'],
  ])('must be exact numbers: “%s” is %s', (value, code) => {
    const wrong = change(ROWS, whole('LD_GIFTS', 'samePeriodLastYear'), { value });
    expect(foundIn(wrong.figures)).toEqual([`${code} ${wrong.cell}`]);
  });

  it('are a number or a reason, never both and never neither', () => {
    const both = change(ROWS, whole('LD_GIFTS', 'target'), { missing: 'NOT_ARISEN' });
    expect(foundIn(both.figures)).toEqual([`MALFORMED_NUMBER ${both.cell}`]);
    const neither = change(ROWS, whole('LD_GIFTS', 'target'), { value: null });
    expect(foundIn(neither.figures)).toEqual([`MALFORMED_NUMBER ${neither.cell}`]);
  });

  it('are given once', () => {
    const [first] = ROWS;
    if (!first) throw new Error('The demo has no figures.');
    expect(foundIn([...ROWS, first])).toEqual([`DUPLICATE_ROW /figures/${ROWS.length}`]);
  });

  it('must be there where the form requires them, row by row and commune by commune', () => {
    expect(foundIn(ROWS.filter(({ indicator }) => indicator !== 'LD_HOUSES'))).toEqual(['MISSING_REQUIRED null']);
    expect(foundIn(ROWS.filter((figure) => !whole('LD_HOUSES')(figure)))).toEqual([
      expect.stringMatching(/^MISSING_REQUIRED \/figures\/\d+$/),
    ]);
    const blank = change(ROWS, whole('LD_HOUSES'), { value: null, missing: 'BLANK' });
    expect(foundIn(blank.figures)).toEqual([`MISSING_REQUIRED ${blank.cell}`]);
    const commune = AREAS.filter(({ area, indicator }) => area !== '30301' || indicator !== 'TN_UNITS');
    expect(foundIn(commune)).toEqual([expect.stringMatching(/^MISSING_REQUIRED \/figures\/\d+$/)]);
    expect(foundIn(AREAS.filter(({ area }) => area !== '30301'))).toEqual([]);
  });

  it('are checked against one another', () => {
    const part = change(
      ROWS,
      ({ breakdown, measure, indicator }) =>
        measure === 'inPeriod' && indicator === 'LD_MEMBERS_ADMITTED' && breakdown?.['sector'] === 'FDI',
      { value: '1' },
    );
    expect(foundIn(part.figures)).toEqual([expect.stringMatching(/^BREAKDOWN_MISMATCH/)]);
    const year = change(ROWS, whole('LD_GIFTS', 'cumulative'), { value: '1' });
    expect(foundIn(year.figures)).toEqual([`CUMULATIVE_LESS_THAN_PERIOD ${year.cell}`]);
    const percent = change(ROWS, whole('LD_CBA_PCT'), { value: '100.1' });
    expect(foundIn(percent.figures)).toEqual([`PERCENT_OUT_OF_RANGE ${percent.cell}`]);
  });

  it('have a total of the province that is a check: a wrong one is nobody’s number', () => {
    const total = { indicator: 'TN_UNITS', measure: 'inPeriod', area: '91' } as const;
    const units = AREAS.filter(whole('TN_UNITS')).reduce((sum, { value }) => sum + Number(value), 0);
    const right = judge([...AREAS, { ...total, value: String(units) }]);
    expect([right.outcome, right.values.length]).toEqual(['ACCEPT', AREAS.length + 1]);
    const wrong = judge([...AREAS, { ...total, value: String(units + 1) }]);
    expect(wrong.issues.map(({ code }) => code)).toEqual(['TOTAL_MISMATCH']);
    expect(wrong.values).toHaveLength(AREAS.length);
  });
});
