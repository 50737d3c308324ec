import { describe, expect, it } from '@jest/globals';
import { AN_GIANG, areasOf, HEADINGS, readAs, rowOf, sheetOf, xlsx } from './intake-files.ts';
import type { Cells } from './intake-files.ts';

const cells = sheetOf('HND-01');
const at = rowOf(cells, 'Hộ đạt danh hiệu SXKD giỏi các cấp') - 1;
const [above, below] = [cells.slice(0, at), cells.slice(at)];
const OTHER = ['TT', 'Nội dung', 'ĐVT', 'Lũy kế từ đầu năm', 'Thực hiện kỳ này'];
const codes = async (sheets: Record<string, Cells>, form = 'HND-01'): Promise<string[]> =>
  (await readAs(xlsx(sheets), form)).issues.map(({ code, cell }) => `${code} ${cell}`);

describe('claims that do not hold yet', () => {
  it('1a: a lower table titled with another period is not taken', async () => {
    const reading = await readAs(xlsx({ A: [...above, [], ['BÁO CÁO Quý I năm 2026'], OTHER, ...below] }), 'HND-01');
    expect(reading.values.some(({ indicatorCode }) => indicatorCode === 'ND_FUND')).toBe(false);
  });
  it('1b: nor one under the same headings', async () => {
    const reading = await readAs(xlsx({ A: [...above, [], ['BÁO CÁO Quý I năm 2026'], HEADINGS, ...below] }), 'HND-01');
    expect(reading.values.some(({ indicatorCode }) => indicatorCode === 'ND_FUND')).toBe(false);
  });
  it('2: the letterhead of the second sheet counts too', async () => {
    expect(await codes({ A: above, B: [['HỘI NÔNG DÂN TỈNH ĐỒNG THÁP'], ['BÁO CÁO'], HEADINGS, ...below] })).toEqual([
      'WRONG_ORGANISATION null',
    ]);
  });
  it('3a: rows whose own table lacks the required column are missing', async () => {
    const targetOnly = above.map((row, i) => (i === 0 ? row : row.slice(0, 4)));
    expect(await codes({ A: targetOnly, B: [['BÁO CÁO'], HEADINGS, ...below] })).toContain('MISSING_REQUIRED null');
  });
  it('3b: so are required columns of areas', async () => {
    const head = [
      'TT',
      'Đơn vị',
      'Cơ sở Đoàn',
      'Tổng số đoàn viên TNCS HCM',
      'Đoàn viên kết nạp mới',
      'Công trình thanh niên',
    ];
    const [a = '', b = ''] = areasOf(AN_GIANG).map(({ name }) => name);
    const sheets = {
      A: [head.slice(0, 3), [1, a, 1], [2, b, 1]],
      B: [
        head,
        ...areasOf(AN_GIANG)
          .slice(2, 4)
          .map(({ name }, i) => [i, name, 1, 1, 1, 1]),
      ],
    };
    expect(await codes(sheets, 'TD-02X')).toContain('MISSING_REQUIRED null');
  });
  it('4: equal numbers of different measures are no repetition', async () => {
    const three = (heading: string): Cells => [
      ['STT', 'Chỉ tiêu', 'Đơn vị tính', heading],
      ...cells.slice(2).map((r) => r.slice(0, 4)),
    ];
    const reading = await readAs(
      xlsx({ A: [['BÁO CÁO'], ...three('Kế hoạch năm'), [], ...three('Thực hiện kỳ này')] }),
      'HND-01',
    );
    expect(reading.values.some(({ measure }) => measure === 'inPeriod') || reading.outcome === 'REJECT').toBe(true);
  });
  it('5: the unit line nearest above a table is its unit', async () => {
    const body = cells.slice(2);
    const [fund = []] = body.splice(rowOf(cells, 'Quỹ Hỗ trợ nông dân') - 3, 1);
    const row = [fund[0] ?? null, fund[1] ?? null, null, 1200, 1200];
    const sheet = [['BÁO CÁO'], ['ĐVT: triệu đồng'], HEADINGS, ...body, [], ['ĐVT: nghìn đồng'], OTHER, row];
    expect(await codes({ A: sheet })).toEqual([]);
  });
  it('6: tables below each other under the same headings may each have a total', async () => {
    const head = [
      'TT',
      'Đơn vị',
      'Cơ sở Đoàn',
      'Tổng số đoàn viên TNCS HCM',
      'Đoàn viên kết nạp mới',
      'Công trình thanh niên',
    ];
    const rows = areasOf(AN_GIANG)
      .slice(0, 4)
      .map(({ name }, i): Cells[number] => [i + 1, name, 1, 2, 3, 4]);
    const total = [null, 'Tổng cộng', 2, 4, 6, 8];
    const [one, two] = [
      [head, ...rows.slice(0, 2), total],
      [head, ...rows.slice(2), total],
    ];
    expect(await codes({ A: one, B: two }, 'TD-02X')).toEqual([]);
    expect(await codes({ A: [...one, [], ...two] }, 'TD-02X')).toEqual([]);
  });
});
