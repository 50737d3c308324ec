import { describe, expect, it } from '@jest/globals';
import { isSecrecyStamp } from '../../src/report/intake/check/refuse.ts';
import { checkPeriod } from '../../src/report/intake/check/check-head.ts';
import { nominalPeriod } from '../../src/report/intake/table/match-header.ts';
import { moneyHeading } from '../../src/report/intake/table/units.ts';
import type { ReportWindow } from '../../src/report/intake/reading.ts';
import { AN_GIANG, found, HALF_YEAR, put, readAs, sheetOf, xlsx } from './intake-files.ts';

const QUARTER_2: ReportWindow = { kind: 'QUARTER', dataFrom: '2026-03-15', dataTo: '2026-06-14' };
const MONTH_5: ReportWindow = { kind: 'MONTH', dataFrom: '2026-04-15', dataTo: '2026-05-14' };

/** Whether the texts above a table contradict the period it was sent in for. */
function contradicts(period: ReportWindow, ...texts: string[]): boolean {
  const submission = { organisation: 'HND', place: AN_GIANG, period };
  return checkPeriod(texts, submission, nominalPeriod(period)).length > 0;
}

describe('the period above a table', () => {
  it.each([
    [QUARTER_2, ['BÁO CÁO KẾT QUẢ CÔNG TÁC QUÝ I, NHIỆM VỤ QUÝ II NĂM 2026']],
    [HALF_YEAR, ['BÁO CÁO', 'QUÝ II', 'NĂM 2026']],
    [HALF_YEAR, ['BÁO CÁO', '6 tháng đầu năm', 'Năm 2025']],
    [HALF_YEAR, ['Chín tháng đầu năm 2026']],
    [QUARTER_2, ['Quý một năm 2026']],
    [MONTH_5, ['tháng tư năm 2026']],
    [HALF_YEAR, ['(15/12/2025 - 14/9/2026)']],
    [HALF_YEAR, ['Từ 15 tháng 3 đến 14 tháng 6 năm 2026']],
    [HALF_YEAR, ['6 THÁNG CUỐI NĂM 2026']],
    [HALF_YEAR, ['Kỳ báo cáo: 6 tháng', 'Năm báo cáo: 2025']],
  ])('contradicts %j: %j', (period, texts) => {
    expect(contradicts(period, ...texts)).toBe(true);
  });

  it.each([
    [QUARTER_2, ['BÁO CÁO KẾT QUẢ CÔNG TÁC QUÝ II, PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ III NĂM 2026']],
    [HALF_YEAR, ['BÁO CÁO', '6 THÁNG ĐẦU NĂM', 'NĂM 2026']],
    [HALF_YEAR, ['An Giang, ngày 16 tháng 6 năm 2026']],
    [HALF_YEAR, ['Tháng 6 năm 2026']],
    [MONTH_5, ['tháng năm năm 2026']],
    [HALF_YEAR, ['(15/12/2025 - 14/6/2026)']],
    [HALF_YEAR, ['Từ ngày 15/12/2025 đến ngày 14/6/2026']],
  ])('agrees with %j: %j', (period, texts) => {
    expect(contradicts(period, ...texts)).toBe(false);
  });
});

describe('a stamp of secrecy', () => {
  it.each([
    ['TÀI LIỆU MẬT'],
    ['MẬT/KHẨN'],
    ['KHẨN - MẬT'],
    ['HỎA TỐC, MẬT'],
    ['Số: 12/BC-HPN (MẬT)'],
    ['Loại: Mật'],
    ['Cấp độ mật: Mật'],
    ['Mức độ mật: MẬT'],
    ['DẤU ĐỘ MẬT: Mật'],
    ['Hồ sơ tối mật'],
    ['M.Ậ.T'],
    ['M Ậ T'],
  ])('is “%s”', (text) => {
    expect(isSecrecyStamp(text)).toBe(true);
  });

  it.each([
    ['bảo mật dữ liệu'],
    ['Bí mật nhà nước: không'],
    ['mật độ dân số'],
    ['Độ mật:'],
    ['Số vụ lộ, lọt bí mật (mật)'],
    ['Mật ong rừng'],
  ])('is not “%s”', (text) => {
    expect(isSecrecyStamp(text)).toBe(false);
  });
});

describe('the unit line above a table', () => {
  it.each([
    ['ĐVT: triệu đồng', 'triệu đồng'],
    ['Đơn vị tính: người, tỷ đồng', 'tỷ đồng'],
    ['(Số liệu đến 14/6/2026; ĐVT: nghìn đồng)', 'nghìn đồng'],
    ['ĐVT: triệu đồng, tỷ đồng', 'triệu đồng; tỷ đồng'],
    ['Đơn vị: người', null],
    ['Đơn vị báo cáo: Hội Nông dân', null],
  ])('“%s” gives %j', (text, unit) => {
    expect(moneyHeading(text)).toBe(unit);
  });
});

describe('a list of persons', () => {
  const withRows = (rows: (string | number | null)[][]): Buffer => xlsx({ Biểu: sheetOf('HND-01'), 'Phụ lục': rows });

  it.each([
    ['names beside their age', [['Họ và tên trẻ', 'Tuổi'], ...names().map((name) => [name, 9])]],
    ['names and telephones without a heading', names().map((name, at) => [at + 1, name, `09000123${at}0`])],
    ['offices and telephones', [['STT', 'Cán bộ', 'Chức vụ', 'Số điện thoại']]],
  ])('%s is refused, and nothing of it kept', async (_, rows) => {
    const reading = await readAs(withRows(rows), 'HND-01');
    expect(found(reading)).toEqual(['PERSONAL_DATA -']);
    expect(reading.keepBytes).toBe(false);
  });

  it('is not seen in communes, nor in whom the table was signed by', async () => {
    const cells = sheetOf('HND-01');
    cells.push(['', 'Người lập biểu', '', '(Ký, ghi rõ họ tên)'], ['', 'Nguyễn Văn Mẫu']);
    const communes = names().map((_, at) => [`Phường Long Xuyên ${'ABCDE'[at] ?? ''}`, '2000']);
    const reading = await readAs(xlsx({ Biểu: cells, 'Địa bàn': communes }), 'HND-01');
    expect(found(reading)).toEqual([]);
  });
});

function names(): string[] {
  return ['Nguyễn Thị Mẫu', 'Trần Văn Thử', 'Lê Ngọc Ví', 'Phạm Hữu Giả', 'Hoàng Minh Họa'];
}

describe('rows as officers write them', () => {
  it('repeat the unit above by a ditto mark, and may carry a footnote mark', async () => {
    const cells = sheetOf('CCB-01');
    put(cells, 'C5', '-nt-');
    put(cells, 'B8', `${String(cells[7]?.[1])} (1)`);
    expect(found(await readAs(xlsx({ Biểu: cells }), 'CCB-01'))).toEqual([]);
  });
});
