import { read, utils, write } from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { annotated, anIssue, commentAt, commentsIn, expectWellFormed, partOf } from './annotate-files.ts';

/** A workbook with a formula, a format, a date, an error, a merge, widths, a hidden column and a hidden sheet. */
function workbook(): WorkBook {
  const sheet: WorkSheet = {
    '!ref': 'A1:D5',
    '!merges': [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }],
    '!cols': [{ wch: 30 }, { wch: 12, hidden: true }],
    A1: { t: 's', v: 'BÁO CÁO' },
    A2: { t: 's', v: '=1+1' },
    B2: { t: 'n', v: 1234.5, z: '#,##0.00' },
    C2: { t: 'n', v: 0.975, z: '0.0%' },
    A3: { t: 'n', v: 45_000, z: 'dd/mm/yyyy' },
    B3: { t: 'n', v: 7, f: 'SUM(3,4)' },
    C3: { t: 'e', v: 23 },
    A4: { t: 'b', v: true },
    A5: { t: 's', v: 'nói _x0041_ & <b>' },
  };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Số liệu');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['ẩn']]), 'Kỳ trước');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return book;
}

describe('a workbook in another format comes back as .xlsx', () => {
  it.each(['biff8', 'ods'] as const)('with the values it shows: %s', async (bookType) => {
    const bytes: Buffer = write(workbook(), { type: 'buffer', bookType });
    const issues = [anIssue('C3', 'lỗi công thức', { sheet: 'Số liệu' }), anIssue('A1', 'ẩn', { sheet: 'Kỳ trước' })];
    const result = await annotated(bytes, issues);
    expect(result).toMatchObject({ extension: 'xlsx', comments: 3 });
    expectWellFormed(result.bytes);
    const book = read(result.bytes, { type: 'buffer', cellNF: true });
    const sheet = book.Sheets['Số liệu'] ?? {};
    if (bookType === 'biff8') expect(book.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 1]);
    expect(sheet['!merges']).toEqual([{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }]);
    expect(sheet['A2']).toMatchObject({ t: 's', v: '=1+1' });
    expect(sheet['B2']).toMatchObject({ t: 'n', v: 1234.5 });
    expect(sheet['C2']).toMatchObject({ t: 'n', v: 0.975, w: expect.stringMatching(/^97\.50?%$/) });
    expect(sheet['A3']).toMatchObject({ t: 'n', v: 45_000 });
    expect(sheet['B3']).toMatchObject({ t: 'n', v: 7 });
    // The library writes no errors into .ods.
    if (bookType === 'biff8') expect(sheet['C3']).toMatchObject({ t: 'e', w: '#REF!' });
    expect(sheet['A4']).toMatchObject({ t: 'b', v: true });
    expect(sheet['A5']).toMatchObject({ v: 'nói _x0041_ & <b>' });
    expect(partOf(result.bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f');
    expect(commentAt(result.bytes, 'Số liệu', 'C3')).toContain('LỖI: lỗi công thức');
    expect(commentAt(result.bytes, 'Kỳ trước', 'A1')).toContain('LỖI: ẩn');
  });

  it('keeps formats and hidden columns of an .xls', async () => {
    const bytes: Buffer = write(workbook(), { type: 'buffer', bookType: 'biff8' });
    const result = await annotated(bytes, [anIssue(null, 'sai kỳ')]);
    const sheet = read(result.bytes, { type: 'buffer', cellNF: true, cellStyles: true }).Sheets['Số liệu'] ?? {};
    expect(sheet['B2']).toMatchObject({ z: '#,##0.00' });
    expect(sheet['A3']).toMatchObject({ z: 'dd/mm/yyyy' });
    expect(sheet['!cols']?.[1]?.hidden).toBe(true);
    expect(commentAt(result.bytes, 'Số liệu', 'A1')).toContain('LỖI: sai kỳ');
  });

  it('keeps the font without which texts in an old encoding cannot be read', async () => {
    const bytes: Buffer = write(workbook(), { type: 'buffer', bookType: 'biff8' });
    const legacy = Buffer.concat([bytes, Buffer.from('.VnTime', 'latin1')]);
    const warning = anIssue(null, 'phông chữ cũ', { code: 'LEGACY_ENCODING', severity: 'WARNING' });
    expect(partOf((await annotated(legacy, [warning])).bytes, 'xl/styles.xml')).toContain('<name val=".VnTime"/>');
    expect(partOf((await annotated(legacy, [])).bytes, 'xl/styles.xml')).not.toContain('.VnTime');
  });

  it('leaves a formula without a result an error and not an empty cell', async () => {
    const ods = changedOds(
      '<text:p>ẩn</text:p>',
      '<text:p>ẩn</text:p></table:table-cell><table:table-cell table:formula="of:=[.A1]*2">',
    );
    const { bytes } = await annotated(ods, [anIssue('B1', 'sai', { sheet: 'Kỳ trước' })]);
    const cell = read(bytes, { type: 'buffer' }).Sheets['Kỳ trước']?.['B1'] as CellObject;
    expect([cell.t, cell.f]).toEqual(['e', undefined]);
  });

  it('shortens a name that .xlsx does not allow, and still finds the sheet', async () => {
    const long = 'Báo cáo: kết quả công tác sáu tháng đầu năm';
    const result = await annotated(changedOds('"Kỳ trước"', `"${long}"`), [anIssue('A1', 'sai', { sheet: long })]);
    const [, name = ''] = read(result.bytes, { type: 'buffer' }).SheetNames;
    expect(name).toBe('Báo cáo  kết quả công tác sáu t');
    expect(commentAt(result.bytes, name, 'A1')).toContain('LỖI: sai');
  });
});

/** The workbook as .ods with a change in its content. */
function changedOds(what: string, by: string): Uint8Array {
  const parts = unzipSync(write(workbook(), { type: 'buffer', bookType: 'ods' }) as Buffer);
  const content = strFromU8(parts['content.xml'] ?? new Uint8Array());
  if (!content.includes(what)) throw new Error(`Expected '${what}' in the content.`);
  return zipSync({ ...parts, 'content.xml': strToU8(content.replace(what, by)) });
}

describe('a CSV file comes back as .xlsx', () => {
  const text = '\ufeffChỉ tiêu;Kỳ này\r\n"Tổng số\r\nhội viên";"1.234"\r\n\r\n=SUM(A1);007\r\n"nói ""_x0041_""";5\r\n';

  it('with the comment on the cell of the record, line breaks in quotes and blank records counted as in findings', async () => {
    const issues = [anIssue('B2', 'sai', { sheet: null }), anIssue('A4', 'lạ', { sheet: null }), anIssue(null, 'tệp')];
    const result = await annotated(Buffer.from(text, 'utf8'), issues);
    expect(result.extension).toBe('xlsx');
    const [name = ''] = read(result.bytes, { type: 'buffer' }).SheetNames;
    const commentOf = commentsIn(result.bytes);
    expect(name).toBe('Số liệu');
    expect(commentOf(name, 'B2')).toContain('LỖI: sai');
    expect(commentOf(name, 'A4')).toContain('LỖI: lạ');
    expect(commentOf(name, 'A1')).toContain('LỖI: tệp');
  });

  it('with every field as the text it was: no formula, no number', async () => {
    const { bytes } = await annotated(Buffer.from(text, 'utf8'), [anIssue('B2', 'sai', { sheet: null })]);
    const sheet = read(bytes, { type: 'buffer' }).Sheets['Số liệu'] ?? {};
    expect(sheet['A2']).toMatchObject({ t: 's', v: 'Tổng số\r\nhội viên'.replace('\r\n', '\n') });
    expect(sheet['B2']).toMatchObject({ t: 's', v: '1.234' });
    expect(sheet['B4']).toMatchObject({ t: 's', v: '007' });
    expect(sheet['A4']).toMatchObject({ t: 's', v: '=SUM(A1)' });
    expect(sheet['A5']).toMatchObject({ t: 's', v: 'nói "_x0041_"' });
    expect((sheet['A4'] as CellObject).f).toBeUndefined();
  });
});
