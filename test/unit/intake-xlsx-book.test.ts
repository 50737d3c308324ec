import { describe, expect, it } from '@jest/globals';
import { MAIN } from './annotate-files.ts';
import { cells, link, open, refused } from './given-xlsx.ts';
import type { Given } from './given-xlsx.ts';

const FIVE = `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>5</v></c></row></sheetData></worksheet>`;
const sheetTag = (name: string, id: string, more = ''): string =>
  `<sheet name="${name}" sheetId="1" r:id="${id}"${more}/>`;
const another = (target: string): string => link('worksheet', target);

/** Names of the sheets read, those of hidden ones in brackets. */
async function sheets(given: Given): Promise<string[]> {
  return (await open(given)).grids.map(({ name, hidden }) => (hidden ? `[${name ?? ''}]` : (name ?? '')));
}

describe('the sheets of an .xlsx', () => {
  it('have the names that were typed, and are hidden where they are in any way', async () => {
    const workbook = `<sheets>${sheetTag('Sở &amp; &quot;Ban&quot; &apos;1&apos;', 'rId1')}${sheetTag('Ẩn', 'rworksheet', ' state="hidden"')}${sheetTag('Rất ẩn', 'rworksheet', ' state="veryHidden"')}${sheetTag('Hiện', 'rworksheet', ' state="visible"')}</sheets>`;
    const given = { workbook, links: another('worksheets/khac.xml'), parts: { 'xl/worksheets/khac.xml': FIVE } };
    expect(await sheets(given)).toEqual([`Sở & "Ban" '1'`, '[Ẩn]', '[Rất ẩn]', 'Hiện']);
  });

  it('are those with cells: charts that take a whole sheet are left out', async () => {
    const workbook = `<sheets>${sheetTag('Biểu đồ', 'rchartsheet')}${sheetTag('Biểu', 'rworksheet')}</sheets>`;
    const given: Given = {
      workbook,
      links: link('chartsheet', 'chartsheets/sheet1.xml') + another('/xl/worksheets/khac.xml'),
      parts: { 'xl/chartsheets/sheet1.xml': '<chartsheet/>', 'xl/worksheets/khac.xml': FIVE },
    };
    expect([await sheets(given), await cells(given)]).toEqual([['Biểu'], ['A1 NUMBER 5']]);
  });

  it.each(['worksheets/khac.xml', '/xl/worksheets/khac.xml', './worksheets/khac.xml', '../xl/worksheets/khac.xml'])(
    'are found by %s',
    async (target) => {
      const workbook = `<sheets>${sheetTag('Biểu', 'rworksheet')}</sheets>`;
      expect(await cells({ workbook, links: another(target), parts: { 'xl/worksheets/khac.xml': FIVE } })).toEqual([
        'A1 NUMBER 5',
      ]);
    },
  );

  it('are found by an id under any prefix', async () => {
    const parts = {
      'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:ns1="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets><x:sheet ns1:id="rId1" name="Biểu" sheetId="9"/></x:sheets></x:workbook>`,
    };
    expect(await sheets({ parts })).toEqual(['Biểu']);
  });

  it.each<[string, Given]>([
    [
      'a sheet whose part is not there',
      {
        workbook: `<sheets>${sheetTag('A', 'rId1')}${sheetTag('B', 'rworksheet')}</sheets>`,
        links: another('worksheets/khac.xml'),
      },
    ],
    ['styles that are not there', { links: link('styles', 'styles.xml') }],
    ['no sheet with cells', { workbook: '<sheets/>' }],
    ['a sheet that is not well formed', { sheet: '<worksheet><sheetData></worksheet>' }],
    [
      'a table of texts that is not there',
      { links: link('sharedStrings', 'sharedStrings.xml'), rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' },
    ],
  ])('with %s are a broken file', async (_, given) => expect(await refused(given)).toBe('BROKEN'));
});

describe('texts outside the cells of an .xlsx', () => {
  const margins = async (given: Given): Promise<readonly string[]> =>
    (await open(given)).marginTexts.map((text) => text.trim()).filter((text) => text !== '');
  const drawing = (inside: string): Given => ({
    parts: {
      'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="d" xmlns:a="m"><xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:bodyPr/>${inside}</xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>`,
    },
  });
  const comments = (inside: string): string =>
    `<comments xmlns="${MAIN}"><authors><author>Mẫu</author></authors><commentList><comment ref="A1" authorId="0"><text>${inside}</text></comment></commentList></comments>`;

  it.each([
    ['&amp;CMẬT', ['MẬT']],
    ['&amp;L&amp;"Arial,Bold"&amp;14TỐI MẬT&amp;RTrang &amp;P', ['TỐI MẬT', 'Trang']],
    ['&amp;C&amp;KFF0000MẬT', ['MẬT']],
    ['&amp;C&amp;K01+000&amp;BMẬT', ['MẬT']],
  ])('are those of a page header %s', async (header, said) => {
    for (const part of ['oddHeader', 'evenFooter', 'firstHeader'])
      expect(await margins({ behind: `<headerFooter><${part}>${header}</${part}></headerFooter>` })).toEqual(said);
  });

  it.each([
    ['whole', '<a:p><a:r><a:t>MẬT</a:t></a:r></a:p>', ['MẬT']],
    [
      'in stretches of different looks',
      '<a:p><a:r><a:rPr><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:rPr><a:t>M</a:t></a:r><a:r><a:rPr><a:solidFill/></a:rPr><a:t>ẬT</a:t></a:r></a:p>',
      ['MẬT'],
    ],
    ['in paragraphs', '<a:p><a:r><a:t>Số: 5</a:t></a:r></a:p><a:p><a:r><a:t>MẬT</a:t></a:r></a:p>', ['Số: 5', 'MẬT']],
  ])('are those of a text box, %s', async (_, inside, said) => expect(await margins(drawing(inside))).toEqual(said));

  it.each(['xl/comments1.xml', 'xl/comments/comment1.xml', 'xl/threadedComments/threadedComment1.xml'])(
    'are comments in %s',
    async (part) => {
      const rich =
        '<r><rPr><sz val="9"/><color rgb="FFFF0000"/><rFont val="Tahoma"/></rPr><t>Bảo </t></r><r><rPr><b/><sz val="9"/></rPr><t>mật</t></r>';
      expect(await margins({ parts: { [part]: comments(rich) } })).toEqual(['Mẫu', 'Bảo mật']);
    },
  );

  it('are lettering, and boxes of old drawings as far as they can be read', async () => {
    const vml = (behind: string): string =>
      `<xml xmlns:v="v"><v:shape><v:textpath string="MẬT"/></v:shape><v:shape><v:textbox><div><font face="Arial">TỐI</font> <b>MẬT</b></div></v:textbox></v:shape>${behind}`;
    for (const behind of ['</xml>', '<br><x>'])
      expect(await margins({ parts: { 'xl/drawings/vmlDrawing1.vml': vml(behind) } })).toEqual(['MẬT', 'TỐI MẬT']);
  });

  it('are refused with the file where they declare entities', async () => {
    const given = (part: string): Given => ({ parts: { [part]: '<!DOCTYPE x [<!ENTITY a "MẬT">]><x>&a;</x>' } });
    for (const part of ['xl/drawings/drawing1.xml', 'docProps/core.xml', 'xl/worksheets/_rels/a.rels'])
      expect(await refused(given(part))).toBe('DTD');
  });
});

describe('another workbook', () => {
  it('that an .xlsx refers to is told', async () => {
    const parts = { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' };
    expect([(await open({ parts })).externalLinks, (await open({})).externalLinks]).toEqual([true, false]);
  });
});
