import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { breakdownKey } from '../../src/catalogue/form/form.spec.ts';
import { SYNTHETIC_NOTE } from '../../src/demo/reports/letterhead.ts';
import type { GivenFigure } from '../../src/report/intake/given-figures.ts';
import { readGiven } from '../../src/report/intake/read-given.ts';
import { readReport } from '../../src/report/intake/read-workbook.ts';
import type { Reading, ReadValue } from '../../src/report/intake/reading.ts';
import { type MadeReport, madeReports } from '../support/demo-reports.ts';

const made = madeReports();
const files = made.filter(({ report }) => report.way !== 'GIVEN');

/** Reads a report of the demo as the hub does. */
async function read({ report, world, ready }: MadeReport): Promise<Reading> {
  const { form, names } = world;
  const place = { code: report.province.code, name: names.place };
  const areas = [...world.areas, place];
  if (report.way === 'GIVEN') {
    return readGiven({ bytes: ready.file.bytes, figures: ready.figures, form, province: place, areas });
  }
  const { kind, dataFrom, dataTo } = report.period;
  return readReport({
    bytes: ready.file.bytes,
    fileName: ready.file.name,
    form,
    submission: { organisation: ready.submission.organisation, place, period: { kind, dataFrom, dataTo } },
    areas,
  });
}

type Said = Pick<ReadValue, 'area' | 'breakdown' | 'measure' | 'value' | 'missing' | 'status' | 'qualifier'> & {
  code: string;
};

function line({ code, area, breakdown, measure, value, missing, status, qualifier }: Said): string {
  return [code, area ?? '', breakdownKey(breakdown), measure, value ?? missing, status, qualifier ?? ''].join(' ');
}

/** What was read, without the total row of an area form. */
function readLines({ values }: Reading, province: string): string[] {
  return values
    .filter(({ area }) => area !== province)
    .map((value) => line({ ...value, code: value.indicatorCode }))
    .sort();
}

function meantLines(figures: readonly GivenFigure[]): string[] {
  return figures
    .map((figure) =>
      line({
        ...figure,
        code: figure.indicator,
        missing: figure.missing ?? null,
        status: figure.status ?? 'OFFICIAL',
        qualifier: figure.qualifier ?? null,
      } as Said),
    )
    .sort();
}

describe('the workbooks that the demo writes', () => {
  it.each(
    files
      .filter(({ report }) => report.outcome !== 'REFUSED')
      .map((one) => [`${one.report.name} #${one.report.attempt}`, one] as const),
  )('%s is read back whole, without a word of complaint', async (_, one) => {
    const reading = await read(one);
    expect(reading.issues).toEqual([]);
    expect(reading.outcome).toBe('ACCEPT');
    expect(readLines(reading, one.report.province.code)).toEqual(meantLines(one.ready.figures));
  });

  it('hold a refused one, whose two faults are found where they are', async () => {
    const refused = files.filter(({ report }) => report.outcome === 'REFUSED');
    expect(refused.map(({ report }) => report.name)).toEqual(['LDLD-01 91 2026-Q3']);
    const { outcome, issues } = await read(refused[0] as MadeReport);
    expect(outcome).toBe('REJECT');
    expect(issues.map(({ code, indicatorCode }) => `${code} ${indicatorCode}`).sort()).toEqual([
      'BREAKDOWN_MISMATCH LD_MEMBERS_ADMITTED',
      'MISSING_REQUIRED LD_HOUSES',
    ]);
  });

  it('say in their heading that they are synthetic, as do the entries without a file', () => {
    const silent = made.filter(({ ready }) => !ready.file.bytes.includes(SYNTHETIC_NOTE));
    expect(silent.map(({ report }) => report.name)).toEqual([]);
  });

  it('are the same bytes however often and wherever they are written', () => {
    const digest = (reports: readonly MadeReport[]): string => {
      const hash = createHash('sha256');
      for (const { ready } of reports) hash.update(createHash('sha256').update(ready.file.bytes).digest());
      return hash.digest('hex');
    };
    expect(digest(madeReports())).toBe(digest(made));
    // Of a generator or form that is changed on purpose this changes too; on another machine or Node it must not.
    expect(digest(made)).toBe('8ca538577e110c357a92a893ec7bbfed514a4a6730eb20668bf820a3fb36a41f');
  });
});

describe('the figures that the demo gives without a file', () => {
  it('are accepted, every one of them as it was meant', async () => {
    for (const one of made.filter(({ report }) => report.way === 'GIVEN')) {
      const reading = await read(one);
      expect([one.report.name, reading.outcome, reading.issues]).toEqual([one.report.name, 'ACCEPT', []]);
      expect(readLines(reading, one.report.province.code)).toEqual(meantLines(one.ready.figures));
    }
  });
});
