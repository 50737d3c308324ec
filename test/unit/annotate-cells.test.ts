import { read, utils } from '@e965/xlsx';
import type { WorkBook } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import type { Issue } from '../../src/report/intake/reading.ts';
import {
  annotated,
  anIssue,
  commentAt,
  commentedXlsx,
  commentsIn,
  expectWellFormed,
  plainSheet,
  rawXlsx,
} from './annotate-files.ts';
import { fixture, sheetOf, xlsx } from './intake-files.ts';

const TWO_SHEETS = xlsx({ 'Biểu số 1': sheetOf('LDLD-01'), "Tháng 6 & 'quý' 😀": [['a'], [1, 2]] });
const PREFIXED = rawXlsx({
  sheets: [
    {
      name: 'Sheet1',
      xml:
        '<x:worksheet xmlns:x="{main}"><x:sheetData><x:row r="2" ht="30" hidden="1"><x:c r="B2"><x:v>5</x:v></x:c></x:row></x:sheetData>' +
        '<x:mergeCells count="1"><x:mergeCell ref="C3:D5"/></x:mergeCells></x:worksheet>',
    },
  ],
});
const BOOKS: Record<string, Uint8Array> = {
  'a filled form': fixture('001-ldld-6t-clean.xlsx'),
  'merged headings': fixture('003-td-xa-91-merged.xlsx'),
  'two sheets with names of every kind': TWO_SHEETS,
  'namespaces with a prefix': PREFIXED,
  'inline strings': rawXlsx({ sheets: [{ name: 'Sheet1', xml: plainSheet() }] }),
  'comments of others': commentedXlsx(),
};

/** Where a comment on a cell is seen: merged cells show that of the first one. */
function seenCell(book: WorkBook, sheet: string, cell: string): string {
  const { r, c } = utils.decode_cell(cell);
  const merges = book.Sheets[sheet]?.['!merges'] ?? [];
  const merge = merges.find(({ s, e }) => r >= s.r && r <= e.r && c >= s.c && c <= e.c);
  return utils.encode_cell(merge?.s ?? { r, c });
}

/** What of a text a workbook can hold. */
function holdable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\ud800-\udfff]/gu, '')
    .replace(/[^\t\n\u{20}-\u{7e}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
}

function issuesIn(sheets: string[]): fc.Arbitrary<Issue[]> {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '=HYPERLINK("x")',
      '<b>&amp;</b> ]]>',
      '_x0041_ và _x000D_',
      'đọc được “1.234”\nkhông rõ',
      '😀 "\' ',
    ),
  );
  const issue = fc.record({
    sheet: fc.constantFrom(...sheets),
    cell: fc.oneof(
      fc.constant(null),
      fc.tuple(fc.nat(12), fc.nat(45)).map(([c, r]) => utils.encode_cell({ r, c })),
      fc.constantFrom('XFD1048576', 'A1', 'C4'),
    ),
    severity: fc.constantFrom('ERROR' as const, 'WARNING' as const),
    says: words,
    hint: fc.option(words, { nil: undefined }),
    expected: fc.option(words, { nil: undefined }),
  });
  const whole = issue.map(({ says, hint, expected, sheet, cell, severity }, at = 0) =>
    anIssue(cell, `«${says}»${at}`, {
      severity,
      sheet: cell === null ? null : sheet,
      ...(hint === undefined ? {} : { hint: { vi: hint, en: '' } }),
      ...(expected === undefined ? {} : { expected }),
    }),
  );
  return fc.array(whole, { minLength: 1, maxLength: 12 });
}

describe('comments in the faulty cells', () => {
  it.each(Object.keys(BOOKS))('says every finding at its cell: %s', async (name) => {
    const bytes = BOOKS[name] ?? new Uint8Array();
    const book = read(bytes, { type: 'buffer' });
    const { SheetNames } = book;
    const front = SheetNames[0] ?? '';
    await fc.assert(
      fc.asyncProperty(issuesIn(SheetNames), async (issues) => {
        const result = await annotated(bytes, issues);
        expectWellFormed(result.bytes);
        const commentOf = commentsIn(result.bytes);
        const places = new Set([`${front} ${seenCell(book, front, 'A1')}`]);
        for (const { sheet, cell, message, hint, expected, severity } of issues) {
          const at = seenCell(book, sheet ?? front, cell ?? 'A1');
          places.add(`${sheet ?? front} ${at}`);
          const comment = commentOf(sheet ?? front, at);
          expect(comment).toContain(`${severity === 'ERROR' ? 'LỖI' : 'CẢNH BÁO'}: ${holdable(message.vi)}`);
          if (hint !== undefined) expect(comment).toContain(`Cách sửa: ${holdable(hint.vi)}`);
          if (expected !== undefined) expect(comment).toContain(holdable(expected));
        }
        expect(result.comments).toBe(places.size);
      }),
      { numRuns: 10 },
    );
  });

  it.each(Object.keys(BOOKS))('leaves every other part as it came, byte for byte: %s', async (name) => {
    const bytes = BOOKS[name] ?? new Uint8Array();
    const front = read(bytes, { type: 'buffer' }).SheetNames[0] ?? '';
    const { bytes: result } = await annotated(bytes, [anIssue('B7', 'sai', { sheet: front })]);
    const [before, after] = [unzipSync(bytes), unzipSync(result)];
    const changed = Object.keys(after).filter(
      (part) => before[part] === undefined || Buffer.compare(before[part], after[part] ?? new Uint8Array()) !== 0,
    );
    expect(Object.keys(before).filter((part) => after[part] === undefined)).toEqual([]);
    expect(
      changed.filter((part) => !/^\[Content_Types\]|sheet1\.xml(\.rels)?$|comments\d\.xml$|\.vml$/.test(part)),
    ).toEqual([]);
    const inserted = /<(?:x:)?legacyDrawing xmlns:r="[^"]*" r:id="[^"]*"\/>/;
    const sheet = Buffer.from(after['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
    expect(sheet.replace(inserted, '')).toBe(Buffer.from(before['xl/worksheets/sheet1.xml'] ?? []).toString('utf8'));
  });

  it('gives the same bytes for the same input', async () => {
    const issues = [anIssue('E12', 'sai'), anIssue(null, 'cả tệp')];
    const first = await annotated(fixture('001-ldld-6t-clean.xlsx'), issues);
    const second = await annotated(fixture('001-ldld-6t-clean.xlsx'), issues);
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it('gives a file without findings back as it came', async () => {
    const bytes = fixture('001-ldld-6t-clean.xlsx');
    const result = await annotated(bytes, []);
    expect(result).toMatchObject({ comments: 0, extension: 'xlsx' });
    expect(Buffer.compare(result.bytes, bytes)).toBe(0);
  });
});

describe('what a comment says', () => {
  const sheet = rawXlsx({
    sheets: [
      { name: 'Ẩn', xml: plainSheet(), state: 'hidden' },
      { name: 'Sheet1', xml: plainSheet() },
      { name: 'Khác', xml: plainSheet() },
    ],
  });

  it('puts the findings of the file with their counts on the first cell of the first visible sheet', async () => {
    const issues = [
      anIssue(null, 'Tệp dùng phông chữ cũ.', { severity: 'WARNING' }),
      anIssue(null, 'chỉ tiêu bắt buộc “X” chưa có số liệu.', { sheet: 'Khác' }),
      anIssue('A1', 'nhãn sai'),
    ];
    const { bytes } = await annotated(sheet, issues);
    expect(commentAt(bytes, 'Sheet1', 'A1')).toBe(
      [
        '[Phối Hợp]',
        'Cả tệp: 2 lỗi, 1 cảnh báo.',
        '',
        'LỖI: Trang tính “Khác”: chỉ tiêu bắt buộc “X” chưa có số liệu.',
        '',
        'CẢNH BÁO: Tệp dùng phông chữ cũ.',
        '',
        'Ô này:',
        'LỖI: nhãn sai',
      ].join('\n'),
    );
    expect(commentAt(bytes, 'Ẩn', 'A1')).toBe('');
  });

  it('tells a finding whose cell or sheet is not in the workbook there as well, and loses none', async () => {
    const issues = [anIssue('ZZZ9', 'ngoài trang'), anIssue('B2', 'trang lạ', { sheet: 'Không có' })];
    const { bytes, comments } = await annotated(sheet, issues);
    expect(comments).toBe(1);
    expect(commentAt(bytes, 'Sheet1', 'A1')).toContain('ngoài trang');
    expect(commentAt(bytes, 'Sheet1', 'A1')).toContain('Trang tính “Không có”: trang lạ');
  });

  it('puts the findings of one cell in one comment: errors first, what to do, what was expected, nothing twice', async () => {
    const hint = { vi: 'Ghi lại số.', en: '' };
    const issues = [
      anIssue('B2', 'nghi ngờ', { severity: 'WARNING' }),
      anIssue('B2', 'không phải là số', { hint, expected: '1234' }),
      anIssue('B2', 'không phải là số', { hint, expected: '1234' }),
      anIssue('B2', 'khác tổng', { hint: { vi: 'Có phải là: “An”?', en: '' }, expected: '“An”' }),
    ];
    const { bytes } = await annotated(sheet, issues);
    expect(commentAt(bytes, 'Sheet1', 'B2')).toBe(
      '[Phối Hợp]\nLỖI: không phải là số\nCách sửa: Ghi lại số.\nCần có: 1234\n\n' +
        'LỖI: khác tổng\nCách sửa: Có phải là: “An”?\n\nCẢNH BÁO: nghi ngờ',
    );
  });

  it('finds a sheet whose name is written with other code points', async () => {
    const decomposed = rawXlsx({ sheets: [{ name: 'Biểu số liệu'.normalize('NFD'), xml: plainSheet() }] });
    const { bytes } = await annotated(decomposed, [anIssue('B2', 'sai', { sheet: 'Biểu số liệu' })]);
    expect(commentAt(bytes, 'Biểu số liệu'.normalize('NFD'), 'B2')).toContain('LỖI: sai');
  });

  it('writes 2,000 comments at most, errors before warnings, and says how many cells have none', async () => {
    const warnings = Array.from({ length: 2500 }, (_, at) =>
      anIssue(`C${at + 5}`, `nghi ${at}`, { severity: 'WARNING' }),
    );
    const { bytes, comments } = await annotated(sheet, [...warnings, anIssue('D9000', 'sai')]);
    expect(comments).toBe(2000);
    expectWellFormed(bytes);
    expect(commentAt(bytes, 'Sheet1', 'D9000')).toContain('LỖI: sai');
    expect(commentAt(bytes, 'Sheet1', 'A1')).toBe(
      '[Phối Hợp]\nCả tệp: 1 lỗi, 2.500 cảnh báo.\nTệp chỉ ghi chú được 2.000 ô; còn 502 ô khác, xem đầy đủ trong kết quả kiểm tra.',
    );
  });

  it('stays within what a spreadsheet can hold in one comment', async () => {
    const issues = Array.from({ length: 300 }, (_, at) => anIssue('B2', `${at} ${'dài '.repeat(900)}`));
    const { bytes } = await annotated(sheet, issues);
    const comment = commentAt(bytes, 'Sheet1', 'B2');
    expect(comment.length).toBeLessThan(32_767);
    expect(comment).toContain('… và 297 nội dung khác, xem trong kết quả kiểm tra.');
  });
});
