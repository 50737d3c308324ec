import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import type { Reading, ReadValue } from '../../src/report/intake/reading.ts';
import { openFile } from '../../src/report/intake/workbook/open-file.ts';
import { MOST_XLS_BYTES } from '../../src/report/intake/workbook/xls-file.ts';
import { AN_GIANG, areasOf, FIRST_ROW, HEADINGS, put, readAs, rowOf, sheetOf, workbook, xlsx } from './intake-files.ts';
import type { Cells } from './intake-files.ts';

const ADMITTED = 'Hội viên nông dân kết nạp mới';
const TITLED = 'Hộ đạt danh hiệu SXKD giỏi các cấp';
const FUND = 'Quỹ Hỗ trợ nông dân';
const HEALTH = 'Tỷ lệ hội viên có thẻ BHYT';

/** A right sheet whose measures differ from one another, so that none can stand for another. */
function report(): Cells {
  const cells = sheetOf('HND-01').map((row) => [...row]);
  for (const row of cells.slice(FIRST_ROW - 1)) {
    const base = row[1] === HEALTH ? 20 : Number(row[3]);
    if (row.length > 3) row.splice(3, 4, base, 2 * base, 3 * base, 4 * base);
  }
  return cells;
}

/** The headings in another order and other words. */
const OTHER_HEADINGS = ['TT', 'Nội dung', 'ĐVT', 'Lũy kế từ đầu năm', 'Cùng kỳ năm 2025', 'TH quý II', 'Kế hoạch năm'];

function reordered([stt, label, unit, target, inPeriod, cumulative, lastYear]: Cells[number]): Cells[number] {
  const cells = [stt, label, unit, cumulative, lastYear, inPeriod, target];
  return cells.map((cell) => cell ?? null);
}

/** The report above a row and from it on. */
function cut(label: string): { above: Cells; below: Cells } {
  const cells = report();
  const at = rowOf(cells, label) - 1;
  return { above: cells.slice(0, at), below: cells.slice(at) };
}

/** What the figures say, wherever they stand. */
function said(reading: { values: readonly ReadValue[] }): string[] {
  return reading.values
    .map(({ indicatorCode, area, breakdown, measure, value, missing, status }) =>
      JSON.stringify([indicatorCode, area, breakdown, measure, value, missing, status]),
    )
    .sort();
}

/** “CODE sheet cell” of each issue, in the order they are told. */
function told({ issues }: Reading): string[] {
  return issues.map(({ code, sheet, cell }) => `${code} ${sheet ?? '-'} ${cell ?? '-'}`);
}

const ONE_SHEET = readAs(xlsx({ Biểu: report() }), 'HND-01');

describe('a report in several tables', () => {
  it('on two sheets that share no row is one report', async () => {
    const { above, below } = cut(TITLED);
    const reading = await readAs(xlsx({ 'Biểu 1': above, 'Biểu 2': [['Tiếp theo'], HEADINGS, ...below] }), 'HND-01');
    expect([reading.outcome, told(reading)]).toEqual(['ACCEPT', []]);
    expect(said(reading)).toEqual(said(await ONE_SHEET));
    const sheetsOf = (code: string): string[] => [
      ...new Set(reading.values.filter((v) => v.indicatorCode === code).map(({ sheet }) => sheet ?? '')),
    ];
    expect([sheetsOf('ND_MEMBERS'), sheetsOf('ND_FUND')]).toEqual([['Biểu 1'], ['Biểu 2']]);
  });

  it('on two sheets that share one row is refused, since which is meant is not known', async () => {
    const { above, below } = cut(TITLED);
    const again = above[rowOf(above, ADMITTED) - 1] ?? [];
    const reading = await readAs(xlsx({ 'Biểu 1': above, 'Biểu 2': [HEADINGS, again, ...below] }), 'HND-01');
    expect(reading).toMatchObject({ outcome: 'REJECT', values: [] });
    expect(reading.issues).toMatchObject([
      { code: 'UNREADABLE_FILE', sheet: null, cell: null, message: { vi: expect.stringMatching(/nhiều trang tính/) } },
    ]);
  });

  it('below each other is read table by table, each by its own headings', async () => {
    const { above, below } = cut(TITLED);
    const stacked = [...above, [], ['Biểu số 2'], OTHER_HEADINGS, ...below.map(reordered)];
    const reading = await readAs(xlsx({ Biểu: stacked }), 'HND-01');
    expect([reading.outcome, told(reading)]).toEqual(['ACCEPT', []]);
    expect(said(reading)).toEqual(said(await ONE_SHEET));
    const fund = rowOf(stacked, FUND);
    const measures = ['D', 'E', 'F', 'G'].map(
      (c) => reading.values.find(({ cell }) => cell === `${c}${fund}`)?.measure,
    );
    expect(measures).toEqual(['cumulative', 'samePeriodLastYear', 'inPeriod', 'target']);
  });

  it('below each other that share a row has it as a row that is repeated', async () => {
    const { above, below } = cut(TITLED);
    const [stt = null, label = null, unit = null] = above[rowOf(above, ADMITTED) - 1] ?? [];
    const stacked = [...above, OTHER_HEADINGS, [stt, label, unit, 9, 9, 9, 9], ...below.map(reordered)];
    const reading = await readAs(xlsx({ Biểu: stacked }), 'HND-01');
    expect([reading.outcome, told(reading)]).toEqual(['REJECT', [`DUPLICATE_ROW Biểu B${above.length + 2}`]]);
    expect(reading.values.some(({ indicatorCode }) => indicatorCode === 'ND_MEMBERS_NEW')).toBe(false);
  });
});

describe('communes on several sheets', () => {
  const HEAD = [
    'TT',
    'Đơn vị',
    'Cơ sở Đoàn',
    'Tổng số đoàn viên TNCS HCM',
    'Đoàn viên kết nạp mới',
    'Công trình thanh niên',
  ];
  const rows = areasOf(AN_GIANG)
    .slice(0, 4)
    .map(({ name }, at) => [at + 1, name, at + 1, 10 * (at + 1), at + 2, at + 3]);
  const total = (members: number): Cells[number] => [null, 'Tổng cộng', 10, members, 14, 18];
  const inTwo = (...last: Cells): ReturnType<typeof readAs> =>
    readAs(xlsx({ Phường: [HEAD, ...rows.slice(0, 2)], Xã: [HEAD, ...rows.slice(2), ...last] }), 'TD-02X');

  it('are one report whose last total may be that of all sheets', async () => {
    const reading = await inTwo(total(100));
    expect([reading.outcome, told(reading)]).toEqual(['ACCEPT', []]);
    expect(new Set(reading.values.map(({ area }) => area))).toEqual(
      new Set(
        areasOf(AN_GIANG)
          .slice(0, 4)
          .map(({ code }) => code),
      ),
    );
  });

  it('have a total that is right for none of them reported where it stands', async () => {
    expect(told(await inTwo(total(101)))).toEqual(['TOTAL_MISMATCH Xã D4']);
  });

  it('are refused when one of them stands on both', async () => {
    expect(told(await inTwo(...rows.slice(0, 1)))).toEqual(['UNREADABLE_FILE - -']);
  });
});

describe('findings', () => {
  it('are told as a person goes through the file: of all of it, then by sheet, row and column', async () => {
    const { above, below } = cut(TITLED);
    const [first, second] = [above, [HEADINGS, ...below] satisfies Cells];
    put(second, `F${rowOf(second, 'Ngày công lao động đóng góp')}`, 1);
    put(second, `E${rowOf(second, FUND)}`, null);
    put(second, `D${rowOf(second, FUND)}`, 'nhiều');
    put(second, `E${rowOf(second, TITLED)}`, 2399);
    put(first, `G${rowOf(first, ADMITTED)}`, -1);
    second.splice(rowOf(second, 'Km đường GTNT hội viên làm mới, sửa chữa') - 1, 1);
    const reading = await readAs(xlsx({ Một: first, Hai: second }), 'HND-01');
    const at = (label: string): number => rowOf(second, label);
    expect(told(reading)).toEqual([
      'MISSING_REQUIRED - -',
      `NEGATIVE_VALUE Một G${rowOf(first, ADMITTED)}`,
      `BREAKDOWN_MISMATCH Hai E${at(TITLED)}`,
      `MALFORMED_NUMBER Hai D${at(FUND)}`,
      `MISSING_REQUIRED Hai E${at(FUND)}`,
      `CUMULATIVE_LESS_THAN_PERIOD Hai F${at('Ngày công lao động đóng góp')}`,
    ]);
  });

  it('of a required column that is absent are told for each row of the form, without a place', async () => {
    const cells = report();
    for (const row of cells.slice(1)) row.splice(4, 1);
    const { issues } = await readAs(xlsx({ Biểu: cells }), 'HND-01');
    expect(new Set(issues.map(({ code, sheet, cell }) => `${code} ${sheet} ${cell}`))).toEqual(
      new Set(['MISSING_REQUIRED null null']),
    );
    expect(issues.map(({ indicatorCode }) => indicatorCode)).toEqual(
      expect.arrayContaining(['ND_MEMBERS', 'ND_FUND', 'ND_ROAD_KM']),
    );
  });
});

describe('a formula', () => {
  const cells = report();
  const row = rowOf(cells, TITLED);
  const withFormula = (kind: 'xlsx' | 'ods', v: number, f: string): ReturnType<typeof readAs> =>
    readAs(
      workbook(kind, { Biểu: cells }, (sheet) => {
        sheet[`E${row}`] = { t: 'n', v, f };
      }),
      'HND-01',
    );
  const parts = `SUM(E${row + 1}:E${row + 3})`;

  it.each(['xlsx', 'ods'] as const)(
    'in an .%s is read by its stored result, not when that is out of date',
    async (kind) => {
      const right = await withFormula(kind, 2400, parts);
      expect(told(right)).toEqual([]);
      expect(said(right)).toEqual(said(await ONE_SHEET));
      // The parts say the same as the stored result, only the formula does not.
      const stale = await withFormula(kind, 2400, `${parts}+1`);
      expect(told(stale)).toEqual([`FORMULA_ERROR Biểu E${row}`]);
      expect(stale.issues).toMatchObject([{ read: '2400', expected: '2401' }]);
      expect(stale.values.some(({ cell }) => cell === `E${row}`)).toBe(false);
    },
  );

  it('that says more than the hub computes is taken by its stored result', async () => {
    expect(told(await withFormula('xlsx', 2400, `IF(${parts}>0,2401,0)`))).toEqual([]);
  });
});

/** Letters of TCVN3 stand one for one in the places of Western ones; most capitals with a tone have no place. */
function tcvn3(letter: string): string {
  const placed = 'ĂÂĐÊÔƠƯ'.includes(letter) ? letter : letter.toLowerCase();
  return iconv.decode(iconv.encode(placed, 'tcvn'), 'win1252');
}

const VNI_TONES: Readonly<Record<string, string>> = {
  '': 'ùøûõï',
  '\u0302': 'áàåãä',
  '\u0306': 'éèúüë',
  '\u031b': 'ùøûõï',
};
const VNI_SHAPES: Readonly<Record<string, string>> = { '\u0302': 'â', '\u0306': 'ê' };
const VNI_HORNS: Readonly<Record<string, string>> = { o: 'ô', u: 'ö', O: 'Ô', U: 'Ö' };

/** VNI writes the shape of a letter and its tone as one sign behind it; i, ỵ, đ and horned letters have signs of their own. */
function vni(letter: string): string {
  const own = 'íìỉĩịỵđĐ'.indexOf(letter);
  if (own >= 0) return 'íìæóòîñÑ'.charAt(own);
  const [base = '', ...marks] = letter.normalize('NFD');
  const shape = marks.find((mark) => '\u0302\u0306\u031b'.includes(mark)) ?? '';
  const tone = marks.findIndex((mark) => mark !== shape);
  const at = tone < 0 ? -1 : '\u0301\u0300\u0309\u0303\u0323'.indexOf(marks[tone] ?? '');
  const sign = at < 0 ? (VNI_SHAPES[shape] ?? '') : (VNI_TONES[shape] ?? '').charAt(at);
  const capital = letter !== letter.toLowerCase();
  return (shape === '\u031b' ? (VNI_HORNS[base] ?? base) : base) + (capital ? sign.toUpperCase() : sign);
}

/** In Windows-1258 a vowel with its shape is one character, its tone the next. */
function windows1258(letter: string): string {
  const marks = letter.normalize('NFD');
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(marks)?.[0] ?? '';
  return marks.replace(tone, '').normalize('NFC') + tone;
}

describe('a text file', () => {
  const text = report()
    .map((row) => row.map((cell) => (cell === null ? '' : `"${cell}"`)).join(';'))
    .join('\r\n');
  const written = (spell: (letter: string) => string, encoding: string): Buffer =>
    iconv.encode(text.replace(/[^\p{ASCII}²]/gu, spell), encoding);

  it.each([
    ['TCVN3', written(tcvn3, 'win1252')],
    ['VNI', written(vni, 'win1252')],
    ['Windows-1258', written(windows1258, 'win1258')],
  ])('in %s gives the same figures, with a warning', async (_, bytes) => {
    const reading = await readAs(bytes, 'HND-01');
    expect([reading.outcome, told(reading)]).toEqual(['ACCEPT_WITH_WARNINGS', ['LEGACY_ENCODING - -']]);
    expect(said(reading)).toEqual(said(await ONE_SHEET));
  });

  it('in UTF-8 gives them without one', async () => {
    const reading = await readAs(Buffer.from(text), 'HND-01');
    expect([reading.outcome, told(reading)]).toEqual(['ACCEPT', []]);
    expect(said(reading)).toEqual(said(await ONE_SHEET));
  });
});

describe('an .ods', () => {
  it('gives the figures of the .xlsx, cell by cell', async () => {
    const reading = await readAs(workbook('ods', { Biểu: report() }), 'HND-01');
    const { sha256: _, ...same } = await ONE_SHEET;
    expect(reading).toMatchObject(same);
  });
});

describe('a file too large for a report', () => {
  const rows = (count: number): Buffer => Buffer.from('1\n'.repeat(count));
  const ole = (bytes: number): Buffer => {
    const file = Buffer.alloc(bytes);
    file.write('d0cf11e0a1b11ae1', 'hex');
    return file;
  };
  const merged = (lastColumn: number): Buffer =>
    xlsx({ Biểu: report() }, (sheet) => {
      sheet['!merges'] = [{ s: { r: 100, c: 0 }, e: { r: 100 + 9_999, c: lastColumn } }];
    });

  // One more of each is refused for its size; as many as allowed are looked at.
  it.each([
    ['250,000 filled rows', rows(250_000), 'OPENED', rows(250_001)],
    ['8 MB of .xls', ole(MOST_XLS_BYTES), 'UNREADABLE_FILE', ole(MOST_XLS_BYTES + 1)],
    ['a merged rectangle of 1,000,000 cells', merged(99), 'OPENED', merged(100)],
  ])('has more than %s', async (_, most, looksAt, more) => {
    const opened = await openFile(most);
    expect('code' in opened ? opened.code : 'OPENED').toBe(looksAt);
    const refused = await readAs(more, 'HND-01');
    expect(refused).toMatchObject({ outcome: 'REJECT', values: [], keepBytes: true });
    expect(told(refused)).toEqual(['TOO_LARGE - -']);
  });
});
