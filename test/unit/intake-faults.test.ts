import { describe, expect, it } from '@jest/globals';
import { FIRST_ROW, found, HEADINGS, put, readAs, rowOf, sheetOf, xlsx } from './intake-files.ts';
import type { Cells } from './intake-files.ts';

const FUND = 'Quỹ Hỗ trợ nông dân';
const ADMITTED = 'Hội viên nông dân kết nạp mới';
const TITLED = 'Hộ đạt danh hiệu SXKD giỏi các cấp';
const LABOUR = 'Ngày công lao động đóng góp';
const ROAD = 'Km đường GTNT hội viên làm mới, sửa chữa';

/** A right sheet with some cells changed, read for the second quarter. */
function readWith(changes: (cells: Cells, at: (label: string) => number) => void): ReturnType<typeof readAs> {
  const cells = sheetOf('HND-01');
  changes(cells, (label) => rowOf(cells, label));
  return readAs(xlsx({ 'Biểu 01': cells }), 'HND-01');
}

describe('a workbook with several faults', () => {
  it('is right when nothing was broken', async () => {
    const reading = await readWith(() => undefined);
    expect(found(reading)).toEqual([]);
    expect(reading.outcome).toBe('ACCEPT');
  });

  it('has each fault reported at its cell in one pass, and keeps the cells that can be read', async () => {
    const cells = sheetOf('HND-01');
    const at = (label: string): number => rowOf(cells, label);
    put(cells, `E${at(FUND)}`, null);
    put(cells, `E${at(ADMITTED)}`, '50.700.00');
    put(cells, `D${at(LABOUR)}`, 7.246);
    put(cells, `G${at(LABOUR)}`, -3);
    put(cells, `F${at(LABOUR)}`, 700);
    put(cells, `E${at(TITLED)}`, 1300);
    put(cells, `F${at(TITLED)}`, 1300);
    put(cells, `E${at(ROAD)}`, '1.234');
    put(cells, `C${at('Lớp tập huấn chuyển giao KHKT')}`, 'hộ');
    put(cells, `E${at('Tỷ lệ hội viên có thẻ BHYT')}`, 104.5);
    cells.push([null, 'Chỉ tiêu ngoài biểu mẫu', 'hộ', 1, 2, 3, 4]);
    const reading = await readAs(xlsx({ 'Biểu 01': cells }), 'HND-01');
    expect(found(reading)).toEqual(
      [
        `MISSING_REQUIRED E${at(FUND)}`,
        `MALFORMED_NUMBER E${at(ADMITTED)}`,
        `AMBIGUOUS_NUMBER D${at(LABOUR)}`,
        `NEGATIVE_VALUE G${at(LABOUR)}`,
        `CUMULATIVE_LESS_THAN_PERIOD F${at(LABOUR)}`,
        `BREAKDOWN_MISMATCH E${at(TITLED)}`,
        `BREAKDOWN_MISMATCH F${at(TITLED)}`,
        `AMBIGUOUS_NUMBER E${at(ROAD)}`,
        `UNIT_MISMATCH C${at('Lớp tập huấn chuyển giao KHKT')}`,
        `PERCENT_OUT_OF_RANGE E${at('Tỷ lệ hội viên có thẻ BHYT')}`,
        `UNKNOWN_INDICATOR B${cells.length}`,
      ].sort(),
    );
    expect(reading.outcome).toBe('REJECT');
    const cellsRead = new Set(reading.values.map((value) => value.cell));
    expect(cellsRead.has(`D${at(ROAD)}`)).toBe(true);
    for (const lost of [`E${at(ROAD)}`, `E${at(ADMITTED)}`, `D${at(LABOUR)}`, `E${cells.length}`])
      expect(cellsRead.has(lost)).toBe(false);
  });

  it('says in Vietnamese and English which cell, what was read and what to write', async () => {
    const reading = await readWith((cells, at) => put(cells, `E${at(ADMITTED)}`, '50.700.00'));
    expect(reading.issues).toMatchObject([
      {
        code: 'MALFORMED_NUMBER',
        severity: 'ERROR',
        sheet: 'Biểu 01',
        read: '50.700.00',
        message: {
          vi: 'Ô E6 (Hội viên nông dân kết nạp mới): đọc được “50.700.00”, không phải là số.',
          en: 'Cell E6 (Hội viên nông dân kết nạp mới): read “50.700.00”, which is not a number.',
        },
        hint: { vi: 'Ghi lại theo dạng 1.234.567 hoặc 1.234,5.' },
      },
    ]);
  });
});

describe('rows', () => {
  it('repeated with the same numbers are a warning, with others neither is taken', async () => {
    const same = await readWith((cells, at) => cells.splice(at(LABOUR), 0, [...(cells[at(LABOUR) - 1] ?? [])]));
    expect(same.outcome).toBe('ACCEPT_WITH_WARNINGS');
    expect(same.issues.map((issue) => issue.code)).toEqual(['DUPLICATE_ROW']);
    const other = await readWith((cells, at) => cells.splice(at(LABOUR), 0, [null, LABOUR, 'ngày công', 1, 2, 3, 4]));
    expect(other.outcome).toBe('REJECT');
    expect(other.values.some((value) => value.indicatorCode === 'ND_LABOUR_DAYS')).toBe(false);
  });

  it('below an unknown indicator do not fall to the indicator before it', async () => {
    const reading = await readWith((cells, at) =>
      cells.splice(at(TITLED), 0, [null, 'Hộ tiêu biểu khác', 'hộ', 9, 9, 9, 9]),
    );
    const lost = reading.issues.filter((issue) => issue.code === 'UNKNOWN_INDICATOR');
    expect(lost).toHaveLength(4);
    expect(reading.values.some((value) => value.indicatorCode === 'ND_SXKDG' && value.breakdown !== undefined)).toBe(
      false,
    );
  });

  it('of numbers without a label are an error', async () => {
    const reading = await readWith((cells, at) => put(cells, `B${at(LABOUR)}`, null));
    expect(reading.issues).toMatchObject([{ code: 'UNKNOWN_INDICATOR', severity: 'ERROR' }]);
  });

  it('that are required and absent are reported without a cell', async () => {
    const reading = await readWith((cells, at) => cells.splice(at(FUND) - 1, 1));
    expect(reading.issues).toMatchObject([
      { code: 'MISSING_REQUIRED', sheet: null, cell: null, indicatorCode: 'ND_FUND' },
    ]);
  });

  it('are found by another place of the tone and by a slip of the keyboard beside the right ordinal, not by the slip alone', async () => {
    const tone = await readWith((cells, at) =>
      put(cells, `B${at('Vụ mâu thuẫn nông dân được hòa giải')}`, 'Vụ mâu thuẫn nông dân được hoà giải'),
    );
    expect(found(tone)).toEqual([]);
    const slip = await readWith((cells, at) => put(cells, `B${at(LABOUR)}`, 'Ngày công lao dộng đóng gop'));
    expect(found(slip)).toEqual([]);
    const typed = await readWith((cells, at) => put(cells, `B${at(LABOUR)}`, 'Ngày công lao đônhg đóng góp'));
    expect(found(typed)).toEqual([]);
    const elsewhere = await readWith((cells, at) => {
      put(cells, `A${at(LABOUR)}`, '3');
      put(cells, `B${at(LABOUR)}`, 'Ngày công lao đônhg đóng góp');
    });
    expect(elsewhere.issues.map((issue) => issue.code)).toEqual(['UNKNOWN_INDICATOR']);
  });
});

describe('columns', () => {
  function withHeadings(...headings: string[]): ReturnType<typeof readAs> {
    const cells = sheetOf('HND-01');
    cells[FIRST_ROW - 2] = [...HEADINGS.slice(0, 3), ...headings];
    return readAs(xlsx({ 'Biểu 01': cells }), 'HND-01');
  }

  it.each([
    [['KH 2026', 'TH quý II', 'Luỹ kế 6 tháng', 'CK 2025']],
    [['Chỉ tiêu giao năm 2026', 'Kết quả thực hiện trong quý', 'Cộng dồn từ đầu năm', 'Thực hiện Quý II của năm 2025']],
    [['Kế hoạch năm', 'Ước thực hiện Quý II năm 2026', 'LK từ đầu năm', 'Quý II/2025']],
  ])('named %j are the four measures', async (headings) => {
    const reading = await withHeadings(...headings);
    expect(found(reading)).toEqual([]);
    const measures = ['D', 'E', 'F', 'G'].map(
      (letter) => reading.values.find(({ cell }) => cell === `${letter}4`)?.measure,
    );
    expect(measures).toEqual(['target', 'inPeriod', 'cumulative', 'samePeriodLastYear']);
  });

  it('of another period are not read as this one', async () => {
    const reading = await withHeadings(
      'Kế hoạch năm',
      'Thực hiện Quý I năm 2026',
      'Lũy kế từ đầu năm',
      'Cùng kỳ năm 2024',
    );
    expect(new Set(reading.values.map((value) => value.measure))).toEqual(new Set(['target', 'cumulative']));
    // They plainly are another period's; what is wrong is that this one's numbers are not there.
    expect(new Set(reading.issues.map(({ code }) => code))).toEqual(new Set(['MISSING_REQUIRED']));
    expect(reading.outcome).toBe('REJECT');
  });

  it('of one measure twice are both left unread', async () => {
    const reading = await withHeadings('Kế hoạch năm', 'Thực hiện kỳ này', 'TH kỳ này', 'Cùng kỳ năm trước');
    expect(found(reading).filter((issue) => issue.startsWith('AMBIGUOUS_COLUMN'))).toEqual([
      'AMBIGUOUS_COLUMN E2',
      'AMBIGUOUS_COLUMN F2',
    ]);
    expect(reading.values.some((value) => value.measure === 'inPeriod')).toBe(false);
  });

  it('marked as estimates give estimates', async () => {
    const reading = await withHeadings(
      'Kế hoạch năm',
      'Thực hiện kỳ này (ước)',
      'Lũy kế từ đầu năm',
      'Cùng kỳ năm trước',
    );
    expect(reading.values.find(({ cell }) => cell === 'E4')?.status).toBe('ESTIMATE');
    expect(reading.values.find(({ cell }) => cell === 'F4')?.status).toBe('OFFICIAL');
  });

  it('whose cells are merged over two rows are not shared out', async () => {
    const cells = sheetOf('HND-01');
    const row = rowOf(cells, LABOUR);
    put(cells, `E${row + 1}`, null);
    const bytes = xlsx({ 'Biểu 01': cells }, (sheet) => {
      sheet['!merges'] = [{ s: { r: row - 1, c: 4 }, e: { r: row, c: 4 } }];
    });
    expect(found(await readAs(bytes, 'HND-01'))).toEqual([`MALFORMED_NUMBER E${row}`, `MALFORMED_NUMBER E${row + 1}`]);
  });
});

describe('money', () => {
  it('without a unit in its row takes the unit of the heading line, and other rows do not', async () => {
    const cells = sheetOf('HND-01');
    const row = rowOf(cells, FUND);
    put(cells, `C${row}`, null);
    cells.splice(1, 0, [null, null, null, null, null, null, '(ĐVT: nghìn đồng)']);
    const { values, issues } = await readAs(xlsx({ 'Biểu 01': cells }), 'HND-01');
    expect(issues).toEqual([]);
    expect(values.find(({ cell }) => cell === `E${row + 1}`)?.value).toBe('1200000');
    expect(values.find(({ cell }) => cell === 'E5')?.value).toBe('1200');
  });

  it('under two heading lines with different units is refused where the row has none', async () => {
    const cells = sheetOf('HND-01');
    put(cells, `C${rowOf(cells, FUND)}`, null);
    cells.splice(1, 0, ['ĐVT: nghìn đồng', 'ĐVT: tỷ đồng']);
    expect(found(await readAs(xlsx({ 'Biểu 01': cells }), 'HND-01'))).toContain(`UNIT_MISMATCH C${rowOf(cells, FUND)}`);
  });
});

describe('percentages', () => {
  it('that lost their percent format beside whole percent points are ambiguous', async () => {
    const reading = await readWith((cells, at) => put(cells, `E${at('Tỷ lệ hội viên có thẻ BHYT')}`, 0.503));
    expect(reading.issues.map((issue) => issue.code)).toEqual(['AMBIGUOUS_NUMBER']);
  });
});
