import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Issue } from '../../src/report/intake/reading.ts';
import { fillInLibreOffice, findLibreOffice, tellNoLibreOffice } from '../support/libreoffice.ts';
import { annotated, anIssue, commentedXlsx, commentsIn, plainSheet, rawXlsx } from '../unit/annotate-files.ts';
import { fixture } from '../unit/intake-files.ts';

const LIMIT = 180_000;
const office = findLibreOffice();
if (office === null) tellNoLibreOffice('Comments in LibreOffice');

const SAID = 'đọc được “1.234” & <không rõ>\ndòng hai';

interface Case {
  bytes: Uint8Array;
  sheet: string;
  issues: readonly Issue[];
  /** Comments by cell, of which each text must be a part. */
  shown: Readonly<Record<string, readonly string[]>>;
}

const CASES: Record<string, Case> = {
  'a form that LibreOffice wrote': {
    bytes: fixture('001-ldld-6t-clean.xlsx'),
    sheet: 'Biểu 01',
    issues: [
      anIssue('E12', SAID, { sheet: 'Biểu 01' }),
      anIssue('ZZ400', 'ô trống', { sheet: 'Biểu 01' }),
      anIssue(null, 'cả tệp', { severity: 'WARNING' }),
    ],
    shown: { E12: [`LỖI: ${SAID}`], ZZ400: ['LỖI: ô trống'], A1: ['2 lỗi, 1 cảnh báo', 'CẢNH BÁO: cả tệp'] },
  },
  'a sheet with comments of others': {
    bytes: commentedXlsx(),
    sheet: 'Sheet1',
    issues: [anIssue('B2', SAID), anIssue('C9', 'thiếu')],
    shown: { A1: ['Xem lại & gửi', '2 lỗi'], B2: ['Số này đã duyệt', `LỖI: ${SAID}`], C9: ['LỖI: thiếu'] },
  },
  'a strict workbook': {
    bytes: rawXlsx({ strict: true, sheets: [{ name: 'Sheet1', xml: plainSheet() }] }),
    sheet: 'Sheet1',
    issues: [anIssue('B2', SAID)],
    shown: { B2: [`LỖI: ${SAID}`], A1: ['1 lỗi'] },
  },
  'namespaces with a prefix': {
    bytes: rawXlsx({
      sheets: [
        { name: 'Kỳ trước', xml: plainSheet(), state: 'hidden' },
        {
          name: "&quot;Biểu&quot; &amp; 'số' 😀",
          xml:
            '<x:worksheet xmlns:x="{main}"><x:sheetData><x:row r="2"><x:c r="B2"><x:v>5</x:v></x:c></x:row></x:sheetData>' +
            '<x:mergeCells count="1"><x:mergeCell ref="B2:C3"/></x:mergeCells></x:worksheet>',
        },
      ],
    }),
    sheet: '"Biểu" & \'số\' 😀',
    issues: [anIssue('C3', SAID, { sheet: '"Biểu" & \'số\' 😀' })],
    shown: { B2: [`LỖI: ${SAID}`], A1: ['1 lỗi'] },
  },
  'a CSV file': {
    bytes: fixture('008-hpn-6t-semicolon.csv'),
    sheet: 'Số liệu',
    issues: [anIssue('E12', SAID, { sheet: null })],
    shown: { E12: [`LỖI: ${SAID}`], A1: ['1 lỗi'] },
  },
};

/** Each case annotated, opened by LibreOffice, saved as .ods, opened again and saved as .xlsx. */
async function throughLibreOffice(program: string): Promise<Map<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'annotated-'));
  const path = (at: number, ending: string): string => join(folder, `${at}.${ending}`);
  try {
    const names = Object.keys(CASES);
    for (const [at, name] of names.entries()) {
      const { bytes, issues } = CASES[name] ?? { bytes: new Uint8Array(), issues: [] };
      await writeFile(path(at, 'xlsx'), (await annotated(bytes, issues)).bytes);
    }
    const toOds = names.map((_, at) => ({
      path: path(at, 'xlsx'),
      cells: [],
      saveAs: [{ path: path(at, 'ods'), format: 'ods' as const }],
    }));
    const back = names.map((_, at) => ({
      path: path(at, 'ods'),
      cells: [],
      saveAs: [{ path: path(at, 'back.xlsx'), format: 'xlsx' as const }],
    }));
    await fillInLibreOffice(program, [...toOds, ...back], LIMIT);
    const saved = new Map<string, Uint8Array>();
    for (const [at, name] of names.entries()) saved.set(name, await readFile(path(at, 'back.xlsx')));
    return saved;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

(office === null ? describe.skip : describe)('comments that LibreOffice has opened and saved as .ods and .xlsx', () => {
  let saved: Map<string, Uint8Array>;

  beforeAll(async () => {
    saved = await throughLibreOffice(office ?? '');
  }, LIMIT);

  it.each(Object.keys(CASES))('stand at their cells: %s', (name) => {
    const { sheet, shown } = CASES[name] ?? { sheet: '', shown: {} };
    const commentOf = commentsIn(saved.get(name) ?? new Uint8Array());
    for (const [cell, texts] of Object.entries(shown)) {
      for (const text of texts) expect(commentOf(sheet, cell)).toContain(text);
    }
  });

  it('are replaced and not repeated when such a file is annotated again', async () => {
    const bytes = saved.get('a sheet with comments of others') ?? new Uint8Array();
    const second = await annotated(bytes, [anIssue('B2', 'vẫn sai')]);
    const commentOf = commentsIn(second.bytes);
    expect(commentOf('Sheet1', 'B2')).toBe('Số này đã duyệt\n\n[Phối Hợp]\nLỖI: vẫn sai');
    expect(commentOf('Sheet1', 'A1')).toBe('Xem lại & gửi\n\n[Phối Hợp]\nCả tệp: 1 lỗi, 0 cảnh báo.');
    expect(commentOf('Sheet1', 'C9')).toBe('');
  });
});
