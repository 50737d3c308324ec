import { describe, expect, it } from '@jest/globals';
import { inspectFile, MOST_ATTACHED_BYTES } from '../../src/report/intake/inspect/inspect-file.ts';
import { readSignedDocument } from '../../src/report/attachment/signed-document.ts';
import { docxFile, docxHeader, HEADS, odtFile, pdfFile, run, xlsxFile } from '../support/attachment-files.ts';

const cell = (text: string): string => `<t>${text}</t>`;

describe('an attached file', () => {
  it.each<[string, Buffer, string]>([
    ['PDF', pdfFile('báo cáo'), 'PDF'],
    ['Word', docxFile([run('Báo cáo')]), 'DOCX'],
    ['Excel', xlsxFile([cell('Phụ lục')]), 'XLSX'],
    ['OpenDocument', odtFile(['Báo cáo']), 'ODT'],
    ['PNG', HEADS.png, 'PNG'],
    ['JPEG', HEADS.jpeg, 'JPEG'],
  ])('is known by its bytes: %s', async (_, bytes, kind) => {
    expect(await inspectFile(bytes)).toEqual({ kind });
  });

  it.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'EMPTY'],
    ['more than 20 MB', Buffer.alloc(MOST_ATTACHED_BYTES + 1, '%PDF-'), 'SIZE'],
    ['a PDF cut short', pdfFile('x').subarray(0, 60), 'BROKEN'],
    ['a PDF with a password', pdfFile('x', '/Encrypt 9 0 R'), 'PASSWORD'],
    ['a PDF whose dictionary of encryption stands in its trailer', pdfFile('x', '/Encrypt<</V 4>>'), 'PASSWORD'],
    ['an Office file with a password', HEADS.protectedDocx, 'PASSWORD'],
    [
      'an OpenDocument file with a password',
      odtFile(['x'], { 'META-INF/manifest.xml': '<m:encryption-data/>' }),
      'PASSWORD',
    ],
    ['an old Word file', HEADS.doc, 'OLD_OFFICE'],
    ['a Windows program', HEADS.windows, 'PROGRAM'],
    ['a Linux program', HEADS.linux, 'PROGRAM'],
    ['a script', HEADS.script, 'PROGRAM'],
    ['a web page', HEADS.html, 'KIND'],
    ['a table of text', Buffer.from('Chỉ tiêu;Số\n1;2\n'), 'KIND'],
    ['a Word file with macros', docxFile([run('x')], { 'word/vbaProject.bin': 'x' }), 'MACROS'],
    ['an Excel file with macros', xlsxFile([cell('x')], '', { 'xl/vbaProject.bin': 'x' }), 'MACROS'],
    ['an Excel file with old macro sheets', xlsxFile([], '', { 'xl/macrosheets/sheet1.xml': '<x/>' }), 'MACROS'],
    ['an OpenDocument file with macros', odtFile(['x'], { 'Basic/Standard/a.xml': '<x/>' }), 'MACROS'],
    ['a Word file with a program in it', docxFile([run('x')], { 'word/embeddings/setup.exe': 'MZ' }), 'PROGRAM'],
    ['an archive of something else', docxFile([], { mimetype: 'application/epub+zip' }), 'KIND'],
    ['a Word file with declarations', docxFile([run('x')], { 'word/footnotes.xml': '<!DOCTYPE a []><a/>' }), 'BROKEN'],
    ['a Word file that is no XML', docxFile([run('x')], { 'word/footnotes.xml': '<a>' }), 'BROKEN'],
  ])('is refused: %s', async (_, bytes, fault) => {
    expect(await inspectFile(bytes)).toEqual({ fault });
  });

  it.each<[string, Buffer]>([
    ['a paragraph of Word', docxFile([run('Báo cáo'), run('MẬT')])],
    ['letters in runs of their own', docxFile([`${run('T')}${run('ỐI')} ${run('M')}${run('ẬT')}`])],
    [
      'a text box inside a paragraph',
      docxFile([`${run('Số: 12')}<w:txbxContent><w:p>${run('MẬT')}</w:p></w:txbxContent>`]),
    ],
    ['the page header of Word', docxFile([run('x')], docxHeader('TUYỆT MẬT'))],
    ['a watermark of Word', docxFile([run('x')], { 'word/header2.xml': '<h><textpath string="MẬT"/></h>' })],
    ['decomposed letters', docxFile([run('MẬT'.normalize('NFD'))])],
    ['TCVN3', docxFile([run('tèi mËt')])],
    ['a cell of Excel', xlsxFile([cell('Phụ lục'), `<r>${cell('M')}</r><r>${cell('ẬT')}</r>`])],
    [
      'the page header of Excel',
      xlsxFile([], '<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"MẬT&amp;RTrang 1</oddHeader></headerFooter>'),
    ],
    ['the name of a sheet', xlsxFile([], '', { 'xl/workbook.xml': '<w><sheet name="Mật"/></w>' })],
    ['a paragraph of OpenDocument', odtFile(['Báo cáo', 'TỐI<text:s/>MẬT'])],
    ['the page header of OpenDocument', odtFile(['x'], { 'styles.xml': '<s><p>Độ mật: Mật</p></s>' })],
  ])('with a stamp of secrecy is refused: %s', async (_, bytes) => {
    expect(await inspectFile(bytes)).toEqual({ fault: 'SECRET' });
  });

  it('is taken with drawings that Excel writes badly and with what programs keep for themselves', async () => {
    const parts = { 'xl/drawings/vmlDrawing1.vml': '<xml><br></xml>', 'customXml/item1.xml': '\ufffe<a' };
    expect(await inspectFile(xlsxFile([cell('x')], '', parts))).toEqual({ kind: 'XLSX' });
  });

  it('that only speaks of secrets is taken', async () => {
    expect(await inspectFile(docxFile([run('Công tác bảo mật dữ liệu'), run('không có bí mật nhà nước')]))).toEqual({
      kind: 'DOCX',
    });
  });

  it('with a list of identity numbers is refused, with that of one signer it is not', async () => {
    const numbers = ['091099000001', '091099000002', '091099000003'].map(cell);
    expect(await inspectFile(xlsxFile(numbers))).toEqual({ fault: 'PERSONS' });
    expect(await inspectFile(xlsxFile(numbers.slice(0, 1)))).toEqual({ kind: 'XLSX' });
  });
});

describe('a signed document', () => {
  const given = {
    documentNumber: 'Số: 125 / BC - LĐLĐ',
    documentDate: '20/6/2026',
    documentSubject: ' Kết quả  6 tháng ',
    signerName: 'Nguyễn Văn A',
    signerOffice: 'Chủ tịch',
  };
  const codes = (change: object): string[] => {
    const read = readSignedDocument({ ...given, ...change });
    return Array.isArray(read) ? read.map(({ code }) => code) : [];
  };

  it('is taken apart: number, type, year, day first, tidy texts', () => {
    expect(readSignedDocument(given)).toEqual({
      number: '125/BC-LĐLĐ',
      type: 'BC',
      sequence: 125,
      year: 2026,
      date: '2026-06-20',
      subject: 'Kết quả 6 tháng',
      signerName: 'Nguyễn Văn A',
      signerOffice: 'Chủ tịch',
    });
    expect(
      readSignedDocument({ ...given, documentNumber: '12/LĐLĐ-VP', documentDate: '2026-06-20', signerOffice: '' }),
    ).toMatchObject({
      type: '',
      date: '2026-06-20',
      signerOffice: null,
    });
  });

  it('says everything that is wrong at once', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ documentNumber: 'Báo cáo số 5', documentDate: '31/6/2026' })).toEqual([
      'DOCUMENT_NUMBER',
      'DOCUMENT_DATE',
    ]);
    expect(codes({ documentDate: '06/20/2026' })).toEqual(['DOCUMENT_DATE']);
    expect(codes({ documentNumber: '12/2025/QĐ-UBND' })).toEqual(['DOCUMENT_DATE']);
    expect(codes({ documentNumber: '', documentDate: ' ', documentSubject: undefined, signerName: '' })).toEqual([
      'SIGNED_DOCUMENT',
    ]);
    expect(codes({ documentSubject: 'x'.repeat(1001) })).toEqual(['SIGNED_DOCUMENT']);
  });

  it('says so in both languages, with what came', () => {
    const [issue] = readSignedDocument({ ...given, documentDate: '31/6/2026' }) as {
      message: { vi: string; en: string };
    }[];
    expect(issue?.message.vi).toContain('“31/6/2026”');
    expect(issue?.message.en).toContain('“31/6/2026”');
  });
});
