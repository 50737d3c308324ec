import { describe, expect, it } from '@jest/globals';
import { openFile } from '../../src/report/intake/workbook/open-file.ts';
import { inspectFile } from '../../src/report/intake/inspect/inspect-file.ts';
import { openIssue, tableIssue } from '../../src/report/intake/issue/file-issue.ts';
import { shortenIssue } from '../../src/report/intake/issue/shorten-issue.ts';
import { type Refused, SMALL_FILES } from '../support/hostile-files.ts';
import { hostileXlsx, sheetData } from '../support/hostile-workbook.ts';
import { dice } from '../support/hostile-zip.ts';
import { fixture, form, found, HALF_YEAR, readAs, sheetOf, xlsx } from './intake-files.ts';

const FORM = 'LDLD-01';

/** Why a file was refused, by what its sender is told. */
function told(message: { vi: string } | undefined): Refused | undefined {
  if (message?.vi === tableIssue('NONE', form(FORM)).message.vi) return 'NO_TABLE';
  const whys = ['SIZE', 'XLS_SIZE', 'BOMB', 'PASSWORD', 'KIND', 'BROKEN', 'DTD', 'TEXT', 'QUOTES', 'EMPTY'] as const;
  return whys.find((why) => openIssue({ code: 'TOO_LARGE', why }).message.vi === message?.vi);
}

describe('a hostile file is refused with nothing taken:', () => {
  it.each(SMALL_FILES.map((file) => [file.name, file] as const))('%s', async (_, file) => {
    const reading = await readAs(file.bytes(), FORM, HALF_YEAR);
    expect(reading).toMatchObject({ outcome: 'REJECT', values: [], keepBytes: true, issues: [{ severity: 'ERROR' }] });
    expect(file.why).toContain(told(reading.issues[0]?.message));
  });
});

describe('as an attached file', () => {
  it.each(SMALL_FILES.map((file) => [file.name, file] as const))('%s is looked at without a fault', async (_, file) => {
    expect(Object.keys(await inspectFile(file.bytes()))).toHaveLength(1);
  });
});

describe('a workbook cut short', () => {
  const whole = fixture('001-ldld-6t-clean.xlsx');

  it.each(Array.from({ length: 50 }, (_, at) => Math.floor((whole.length * (at + 0.5)) / 50)))(
    'after %d bytes gives no figure',
    async (length) => {
      const reading = await readAs(whole.subarray(0, length), FORM, HALF_YEAR);
      expect(reading.values).toEqual([]);
      expect(found(reading)).toEqual(['UNREADABLE_FILE -']);
    },
  );
});

describe('a workbook with one byte changed', () => {
  it('gives its figures as they are, or none', async () => {
    const whole = fixture('001-ldld-6t-clean.xlsx');
    const clean = await readAs(whole, FORM, HALF_YEAR);
    const throwOne = dice(11);
    const outcomes = new Set<string>();
    for (let round = 0; round < 40; round++) {
      const bytes = Buffer.from(whole);
      const at = throwOne(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << throwOne(8));
      const reading = await readAs(bytes, FORM, HALF_YEAR);
      outcomes.add(reading.outcome);
      if (reading.values.length > 0) expect(reading.values).toEqual(clean.values);
    }
    expect([...outcomes]).toContain('REJECT');
  });
});

describe('a file with long texts', () => {
  const LONG = 'á'.repeat(30_000);

  it('is answered without them', async () => {
    const cells = sheetOf('HND-01');
    for (const row of cells.slice(3)) {
      if (row[3] !== undefined) row[3] = `${LONG}${String(row[1])}`;
    }
    cells.push([99, `${LONG}x`, 'người', 1, 1, 1, 1]);
    const reading = await readAs(xlsx({ 'Biểu 01': cells }), 'HND-01');
    expect(reading.issues.length).toBeGreaterThan(20);
    expect(Math.max(...reading.issues.map((issue) => JSON.stringify(issue).length))).toBeLessThan(5_000);
    expect(reading.issues[0]?.message.vi).toMatch(/á…”, không phải là số/);
  });

  it('keeps findings that are short as they are', () => {
    const issue = openIssue({ code: 'TOO_LARGE', why: 'BOMB' });
    expect(shortenIssue(issue)).toBe(issue);
  });
});

describe('a declared size', () => {
  it('is not believed: the cells that are there are read', async () => {
    const bytes = hostileXlsx(
      `<dimension ref="A1:XFD1048576"/>${sheetData('<row r="3"><c r="B3" t="inlineStr"><is><t>Chỉ tiêu</t></is></c></row>')}`,
    );
    const opened = await openFile(bytes);
    expect('grids' in opened && opened.grids.map(({ height, width }) => [height, width])).toEqual([[3, 2]]);
  });
});
