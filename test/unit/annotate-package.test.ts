import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { annotateWorkbook } from '../../src/report/intake/annotate/annotate-workbook.ts';
import {
  annotated,
  anIssue,
  commentAt,
  commentedXlsx,
  COMMENTS_TYPE,
  expectWellFormed,
  MAIN,
  partOf,
  partsOf,
  plainSheet,
  RELATIONS,
  rawXlsx,
} from './annotate-files.ts';

const THREADS = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const OUR_MARK = '[Phối Hợp]';

/** Cells that a drawing has boxes of comments for. */
function boxes(vml: string): string[] {
  const notes = vml.split('<v:shape ').filter((shape) => shape.includes('ObjectType="Note"'));
  return notes.map((shape) => `${/<x:Row>(\d+)/.exec(shape)?.[1]},${/<x:Column>(\d+)/.exec(shape)?.[1]}`).sort();
}

/** Local names of a sheet's children in order. */
function children(sheet: string): string[] {
  const behind = sheet.slice(sheet.indexOf('</sheetData>') + '</sheetData>'.length);
  return [...behind.matchAll(/<(?!\/)(\w+)/g)].map(([, name = '']) => name);
}

describe('comments that are there already', () => {
  it('stay, with ours behind those on the same cell', async () => {
    const { bytes } = await annotated(commentedXlsx(), [anIssue('B2', 'sai'), anIssue('D9', 'thiếu')]);
    expectWellFormed(bytes);
    expect(commentAt(bytes, 'Sheet1', 'A1')).toBe('Xem lại & gửi\n\n[Phối Hợp]\nCả tệp: 2 lỗi, 0 cảnh báo.');
    expect(commentAt(bytes, 'Sheet1', 'B2')).toBe('Số này đã duyệt\n\n[Phối Hợp]\nLỖI: sai');
    expect(commentAt(bytes, 'Sheet1', 'D9')).toBe('[Phối Hợp]\nLỖI: thiếu');
    expect(partOf(bytes, 'xl/comments1.xml')).toContain('<r><t>Xem lại &amp; gửi</t></r><r>');
    expect(partOf(bytes, 'xl/comments1.xml')).toContain('<author>Nguyễn Văn A</author><author>Phối Hợp</author>');
  });

  it('keep their boxes, enlarged, and the controls beside them', async () => {
    const { bytes } = await annotated(commentedXlsx(), [anIssue('B2', 'sai'), anIssue('D9', 'thiếu')]);
    const vml = partOf(bytes, 'xl/drawings/vmlDrawing1.vml');
    expect(boxes(vml)).toEqual(['0,0', '1,1', '8,3']);
    expect(vml.match(/#ff00ff/g)).toHaveLength(2);
    expect(vml).toContain('ObjectType="Button"');
    expect(vml).not.toContain('1, 15, 0, 2, 3, 15, 3, 16');
    expect(vml).toContain('data="1,2"');
    expect(vml).toContain('id="_x0000_s2049"');
    expect(Object.keys(partsOf(bytes)).filter((name) => name.endsWith('.vml'))).toHaveLength(1);
  });

  it('are as they were when the corrected file comes in without findings', async () => {
    const first = await annotated(commentedXlsx(), [anIssue('B2', 'sai'), anIssue('D9', 'thiếu')]);
    const second = await annotated(first.bytes, []);
    expect(second.comments).toBe(0);
    expect(commentAt(second.bytes, 'Sheet1', 'A1')).toBe('Xem lại & gửi');
    expect(commentAt(second.bytes, 'Sheet1', 'B2')).toBe('Số này đã duyệt');
    expect(JSON.stringify(partsOf(second.bytes))).not.toContain(OUR_MARK);
    expect(boxes(partOf(second.bytes, 'xl/drawings/vmlDrawing1.vml'))).toEqual(['0,0', '1,1']);
  });

  it('are not repeated round after round', async () => {
    const issues = [anIssue('B2', 'sai'), anIssue('D9', 'thiếu')];
    const first = await annotated(commentedXlsx(), issues);
    const second = await annotated(first.bytes, issues);
    const third = await annotated(second.bytes, [anIssue('B2', 'vẫn sai')]);
    expect(partsOf(second.bytes)).toEqual(partsOf(first.bytes));
    expect(commentAt(third.bytes, 'Sheet1', 'B2')).toBe('Số này đã duyệt\n\n[Phối Hợp]\nLỖI: vẫn sai');
    expect(commentAt(third.bytes, 'Sheet1', 'D9')).toBe('');
  });

  it('get an answer where they are threads, which hide the plain comment', async () => {
    const book = rawXlsx({
      sheets: [
        {
          name: 'Sheet1',
          xml: plainSheet('<legacyDrawing r:id="rId1"/>'),
          relations:
            `<Relationship Id="rId1" Type="${RELATIONS}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>` +
            `<Relationship Id="rId2" Type="${RELATIONS}/comments" Target="../comments1.xml"/>` +
            '<Relationship Id="rId3" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/>',
        },
      ],
      parts: {
        'xl/comments1.xml':
          `<comments xmlns="${MAIN}"><authors><author>tc={1}</author></authors><commentList>` +
          '<comment ref="B2" authorId="0"><text><t>[Threaded comment] Kiểm tra lại</t></text></comment></commentList></comments>',
        'xl/drawings/vmlDrawing1.vml': '<xml xmlns:v="urn:schemas-microsoft-com:vml"></xml>',
        'xl/threadedComments/threadedComment1.xml': `<ThreadedComments xmlns="${THREADS}"><threadedComment ref="B2" dT="2026-06-15T01:00:00.00" personId="{A}" id="{1}"><text>Kiểm tra lại</text></threadedComment></ThreadedComments>`,
        'xl/persons/person.xml': `<personList xmlns="${THREADS}"><person displayName="An" id="{A}" userId="An" providerId="None"/></personList>`,
      },
      types: COMMENTS_TYPE,
      workbookRelations:
        '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2017/10/relationships/person" Target="persons/person.xml"/>',
    });
    const { bytes } = await annotated(book, [anIssue('B2', 'sai')]);
    expectWellFormed(bytes);
    // Of threads the library does not decode the letters, so the part itself is looked at.
    const thread = 'xl/threadedComments/threadedComment1.xml';
    expect(partOf(bytes, 'xl/comments1.xml')).toContain('LỖI: ');
    expect(partOf(bytes, thread)).toMatch(
      /ref="B2" dT="[^"]*" personId="\{6B0C[^"]*" id="[^"]*" parentId="\{1\}"><text>\[Phối Hợp\]\nLỖI: sai</,
    );
    expect(partOf(bytes, 'xl/persons/person.xml')).toContain('displayName="Phối Hợp"');
    const again = await annotated(bytes, []);
    expect(partOf(again.bytes, thread)).toBe(partOf(book, thread));
  });
});

describe('the place of comments in a worksheet', () => {
  it('is before all that the schema puts behind it', async () => {
    const behind =
      '<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><drawing r:id="rId5"/>' +
      '<legacyDrawingHF r:id="rId6"/><tableParts count="0"/><extLst><ext uri="x"/></extLst>';
    const { bytes } = await annotated(rawXlsx({ sheets: [{ name: 'Sheet1', xml: plainSheet(behind) }] }), [
      anIssue('B2', 'sai'),
    ]);
    expect(children(partOf(bytes, 'xl/worksheets/sheet1.xml'))).toEqual([
      'pageMargins',
      'drawing',
      'legacyDrawing',
      'legacyDrawingHF',
      'tableParts',
      'extLst',
      'ext',
    ]);
  });

  it('is right behind the cells of a sheet that has nothing else', async () => {
    const { bytes } = await annotated(rawXlsx({ sheets: [{ name: 'Sheet1', xml: plainSheet() }] }), [
      anIssue('B2', 'sai'),
    ]);
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('</sheetData><legacyDrawing ');
  });

  it('is found behind a comment of XML that speaks of cells', async () => {
    const sheet = plainSheet(
      '<!-- </sheetData> --><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>',
    );
    const { bytes } = await annotated(rawXlsx({ sheets: [{ name: 'Sheet1', xml: sheet }] }), [anIssue('B2', 'sai')]);
    expectWellFormed(bytes);
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<pageMargins[^>]*\/><legacyDrawing /);
  });

  it('is the same in a strict file, whose relations have other names', async () => {
    const strict = rawXlsx({ strict: true, sheets: [{ name: 'Sheet1', xml: plainSheet() }] });
    const { bytes } = await annotated(strict, [anIssue('B2', 'sai')]);
    const relations = partOf(bytes, 'xl/worksheets/_rels/sheet1.xml.rels');
    expect(relations).toContain('"http://purl.oclc.org/ooxml/officeDocument/relationships/comments"');
    expect(partOf(bytes, 'xl/comments1.xml')).toContain('xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"');
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain(
      '<legacyDrawing xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships" r:id="rId2"/>',
    );
  });

  it('has boxes that stay on the sheet, as wide where columns and rows are hidden', async () => {
    const hidden =
      '<worksheet xmlns="{main}"><cols><col min="3" max="40" width="10" hidden="1"/></cols><sheetData>' +
      `${Array.from({ length: 60 }, (_, at) => `<row r="${at + 1}" hidden="1"/>`).join('')}</sheetData></worksheet>`;
    const issues = [anIssue('B2', 'sai'), anIssue('XFD1048576', 'cuối')];
    const { bytes } = await annotated(rawXlsx({ sheets: [{ name: 'Sheet1', xml: hidden }] }), issues);
    const anchors = [...partOf(bytes, 'xl/drawings/vmlDrawing1.vml').matchAll(/<x:Anchor>([^<]*)/g)].map(
      ([, text = '']) => text.split(', ').map(Number),
    );
    const [, second, last] = anchors;
    // Column AO is the first shown one after the 38 hidden; row 61 the first shown after 60.
    expect(second?.[4]).toBeGreaterThanOrEqual(40);
    expect(second?.[6]).toBeGreaterThanOrEqual(60);
    expect(last?.[4]).toBeLessThanOrEqual(16_383);
    expect(last?.[6]).toBeLessThanOrEqual(1_048_575);
  });
});

describe('a file that cannot simply be annotated', () => {
  it('with macros comes back without them, as Excel opens no .xlsx that has some', async () => {
    const book = rawXlsx({
      sheets: [{ name: 'Sheet1', xml: plainSheet() }],
      mainType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      parts: { 'xl/vbaProject.bin': 'macro' },
      types: '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
      workbookRelations:
        '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>',
    });
    const { bytes } = await annotated(book, [anIssue('B2', 'sai')]);
    expect(Object.keys(partsOf(bytes))).not.toContain('xl/vbaProject.bin');
    expect(partOf(bytes, '[Content_Types].xml')).not.toContain('macroEnabled');
    expect(partOf(bytes, 'xl/_rels/workbook.xml.rels')).not.toContain('vbaProject');
    expect(commentAt(bytes, 'Sheet1', 'B2')).toContain('sai');
  });

  it.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(), 'UNREADABLE_FILE'],
    ['a web page', strToU8('<html></html>'), 'UNREADABLE_FILE'],
    ['a broken archive', strToU8('PK\u0003\u0004...'), 'UNREADABLE_FILE'],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), 'UNREADABLE_FILE'],
    [
      'a document of words',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<a/>') }),
      'UNREADABLE_FILE',
    ],
    [
      'a sheet that is not XML',
      rawXlsx({ sheets: [{ name: 'Sheet1', xml: '<worksheet><sheetData></worksheet>' }] }),
      'UNREADABLE_FILE',
    ],
    [
      'a sheet with a DTD',
      rawXlsx({ sheets: [{ name: 'Sheet1', xml: `<!DOCTYPE a [<!ENTITY b "c">]>${plainSheet().slice(39)}` }] }),
      'UNREADABLE_FILE',
    ],
    ['a sheet that is not UTF-8', rawXlsx({ sheets: [{ name: 'Sheet1', xml: '\u0000' }] }), 'UNREADABLE_FILE'],
    [
      'an encrypted workbook',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'ENCRYPTED_FILE',
    ],
  ])('is refused with its code: %s', async (_, bytes, code) => {
    expect(await annotateWorkbook(bytes, [anIssue('B2', 'sai')])).toEqual({ code });
  });

  it('never throws, whatever is damaged in its parts', async () => {
    const parts = partsOf((await annotated(commentedXlsx(), [anIssue('B2', 'sai')])).bytes);
    const names = Object.keys(parts);
    const damage = fc.record({
      name: fc.constantFrom(...names),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(40),
      by: fc.constantFrom('', '>', '</', '"', '<a/>', '&b;', '\u0000', ' x="1"', '<!--', ']]>'),
    });
    let [taken, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(damage, async ({ name, at, length, by }) => {
        const text = parts[name] ?? '';
        const from = Math.floor(at * text.length);
        const damaged = { ...parts, [name]: text.slice(0, from) + by + text.slice(from + length) };
        const bytes = zipSync(Object.fromEntries(Object.entries(damaged).map(([key, part]) => [key, strToU8(part)])));
        const result = await annotateWorkbook(bytes, [anIssue('A1', 'sai'), anIssue('C7', 'thiếu')]);
        if ('code' in result) refused += 1;
        else taken += 1;
      }),
      { numRuns: 200 },
    );
    expect(taken).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  });
});
