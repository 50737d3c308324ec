import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { openFile } from '../../src/report/intake/workbook/open-file.ts';
import type { Cell } from '../../src/report/intake/workbook/sheet.ts';
import { addressOf, textsOf } from '../../src/report/intake/workbook/sheet.ts';
import { all, bytesOf, cells, one, open, refused } from './given-xlsx.ts';
import type { Given } from './given-xlsx.ts';

const inA1 = (cell: string): string => `<row r="1">${cell}</row>`;
const xfs = (...ids: number[]): string => `<cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;

describe('a cell of an .xlsx', () => {
  it('without an address stands behind the one before, in the row behind the one before', async () => {
    const rows = '<row r="2"><c><v>1</v></c><c r="D2"><v>2</v></c><c><v>3</v></c></row><row><c/><c><v>4</v></c></row>';
    expect(await cells({ rows })).toEqual(['A2 NUMBER 1', 'D2 NUMBER 2', 'E2 NUMBER 3', 'B3 NUMBER 4']);
  });

  it.each([
    ['in another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['to the left of the one before', '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'],
    ['twice', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row>'],
    ['in a row above', '<row r="2"/><row r="1"><c r="A1"><v>1</v></c></row>'],
    ['nowhere', '<row r="1"><c r="1A"><v>1</v></c></row>'],
    ['in row 0', '<row r="0"><c><v>1</v></c></row>'],
    ['with words for a number', inA1('<c><v>một</v></c>')],
    ['with a number beyond all numbers', inA1('<c><v>1e999</v></c>')],
    ['with a text that the table lacks', inA1('<c t="s"><v>1</v></c>')],
    ['with no text of the table', inA1('<c t="s"><v> </v></c>')],
  ])('%s is a broken file', async (_, rows) =>
    expect(await refused({ rows, strings: '<si><t>a</t></si>' })).toBe('BROKEN'),
  );

  it('is found under any prefix, and in the strict kind of workbook', async () => {
    const sheet =
      '<x:worksheet xmlns:x="{main}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Tổng</x:t></x:is></x:c>' +
      '<x:c r="B1"><x:v>5</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>';
    for (const strict of [false, true]) {
      expect(await cells({ sheet, strict })).toEqual(['A1 TEXT Tổng', 'B1 NUMBER 5']);
      expect((await open({ sheet, strict })).grids[0]?.merges.at(1, 1)).toEqual({
        top: 0,
        left: 0,
        bottom: 1,
        right: 1,
      });
    }
  });

  it.each([
    ['a text of its own', '<c t="inlineStr"><is><t> Tổng số </t></is></c>', 'TEXT  Tổng số '],
    [
      'stretches of text',
      '<c t="inlineStr"><is><r><t>Tổng</t></r><r><rPr><b/></rPr><t xml:space="preserve"> số</t></r></is></c>',
      'TEXT Tổng số',
    ],
    ['a reading beside it', '<c t="inlineStr"><is><t>東</t><rPh sb="0" eb="1"><t>ひがし</t></rPh></is></c>', 'TEXT 東'],
    ['a text of the table', '<c t="s"><v>1</v></c>', 'TEXT dòng 1\r\ndòng 2'],
    ['stretches and readings of the table', '<c t="s"><v>2</v></c>', 'TEXT Hội viên'],
    ['an escape that is meant as it stands', '<c t="s"><v>3</v></c>', 'TEXT _x000D_'],
    ['a formula that gives a text', '<c t="str"><f>A2</f><v>ước_x0009_đạt</v></c>', 'TEXT ước\tđạt'],
    ['true', '<c t="b"><v>1</v></c>', 'BOOLEAN TRUE'],
    ['false', '<c t="b"><v>0</v></c>', 'BOOLEAN FALSE'],
    ['an error', '<c t="e"><v>#DIV/0!</v></c>', 'ERROR #DIV/0!'],
    ['the text of an error', '<c t="inlineStr"><is><t>#REF!</t></is></c>', 'ERROR #REF!'],
    ['a date by its letters', '<c t="d"><v>2026-06-14T08:30:00</v></c>', 'DATE 14/06/2026'],
    ['a formula without a result', '<c><f>SUM(B1:B9)</f></c>', 'ERROR '],
    ['a formula with an empty result', '<c><f>SUM(B1:B9)</f><v></v></c>', 'ERROR '],
    ['a number with an exponent', '<c><v>1.5E-7</v></c>', 'NUMBER 0.00000015'],
    ['a number with noise', '<c><v>59.519999999999996</v></c>', 'NUMBER 59.52'],
    ['a number between blanks', '<c><v>\n 12 </v></c>', 'NUMBER 12'],
    ['comments and sections', '<c><v>1<!-- 5 -->2<![CDATA[3]]></v></c>', 'NUMBER 123'],
  ])('holds %s', async (_, cell, said) => {
    const strings =
      '<si><t>khác</t></si><si><t>dòng 1_x000D_\ndòng 2</t></si><si><r><t>Hội </t></r><r><rPr><i/></rPr><t>viên</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>_x005F_x000D_</t></si>';
    expect(await cells({ rows: inA1(cell), strings })).toEqual([`A1 ${said}`]);
  });

  it.each(['<c t="inlineStr"><is><t>  </t></is></c>', '<c t="str"><f>""</f><v></v></c>', '<c s="0"/>', '<c><v/></c>'])(
    'holds nothing as %j',
    async (cell) => expect(await cells({ rows: inA1(cell) })).toEqual([]),
  );

  it('says the same whether it is spelled as most programs do or not', async () => {
    const strings = '<si><t>Số hộ</t></si><si><t>ước</t></si>';
    const one_ = fc.record({
      column: fc.nat(9),
      style: fc.constantFrom('', ' s="0"', ' s="1"', ' s="2"', ' s="99"'),
      type: fc.constantFrom('', ' t="n"', ' t="s"', ' t="str"', ' t="b"', ' t="e"'),
      value: fc.constantFrom('0', '1', '1.5', '1e3', '-2', '46187', '2', 'x', ']]>', ''),
    });
    const row = fc
      .uniqueArray(one_, { selector: ({ column }) => column, maxLength: 4 })
      .map((found) => found.sort((a, b) => a.column - b.column));
    const spell = (found: { column: number; style: string; type: string; value: string }[], gap: string): string =>
      inA1(
        found
          .map(
            ({ column, style, type, value }) =>
              `<c r="${'ABCDEFGHIJ'.charAt(column)}1"${style}${type}${gap}><v>${value}</v></c>`,
          )
          .join(''),
      );
    await fc.assert(
      fc.asyncProperty(row, async (found) => {
        const [plain, other] = await Promise.all(
          ['', ' '].map(async (gap) => {
            const opened = await openFile(bytesOf({ rows: spell(found, gap), styles: xfs(0, 9, 14), strings }));
            return 'code' in opened ? opened.why : all(opened.grids[0]);
          }),
        );
        expect(plain).toEqual(other);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the table of texts of an .xlsx', () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      'Số hộ',
      ' ',
      '&amp;',
      '&#x1EA5;',
      '&nbsp;',
      '&',
      '_x0009_',
      ']]>',
      ']]',
      '>',
      '"',
      '\r\n',
      '<!-- x -->',
      '<b/>',
    ),
    fc.string({ unit: 'grapheme-ascii', maxLength: 5 }).map((text) => text.replaceAll(/[<&]/g, '')),
  );

  it('says the same whether it is spelled as most programs do or not', async () => {
    const spelled = (texts: readonly string[], open: string): string =>
      texts.map((text) => `<si>${open}${text}</t></si>`).join('');
    const read = async (texts: readonly string[], open: string): Promise<Cell[] | string> => {
      const rows = `<row r="1">${texts.map((_, at) => `<c r="${addressOf(0, at)}" t="s"><v>${at}</v></c>`).join('')}</row>`;
      const opened = await openFile(bytesOf({ rows, strings: spelled(texts, open) }));
      return 'code' in opened ? opened.why : all(opened.grids[0]);
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(pieces, { maxLength: 3 }).map((some) => some.join('')),
          { minLength: 1, maxLength: 4 },
        ),
        async (texts) => {
          const slow = await read(texts, '<t >');
          expect(await read(texts, '<t>')).toEqual(slow);
          expect(await read(texts, '<t xml:space="preserve">')).toEqual(slow);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a number format of an .xlsx', () => {
  const numFmts = `<numFmts><numFmt numFmtId="164" formatCode="0.0&quot;%&quot;"/><numFmt numFmtId="165" formatCode="#,##0&quot; tỷ&quot;"/><numFmt numFmtId="166" formatCode="[$-42A]dd\\ mmmm\\ yyyy"/><numFmt numFmtId="9" formatCode="0.000"/></numFmts><dxfs><dxf><numFmt numFmtId="165" formatCode="yyyy"/></dxf></dxfs>`;
  const styled = (id: number, value: number | string): Given => ({
    rows: inA1(`<c s="1"><v>${value}</v></c>`),
    styles: numFmts + xfs(0, id),
  });

  it.each<[number, number, Partial<Cell>]>([
    [0, 0.5, { kind: 'NUMBER', text: '0.5', format: '' }],
    [10, 0.9137, { kind: 'NUMBER', text: '91.37%', number: '0.9137', format: '0.00%' }],
    [164, 91.3, { kind: 'NUMBER', text: '91.3%', number: '91.3' }],
    [165, 1500, { kind: 'NUMBER', text: '1,500 tỷ', number: '1500' }],
    [3, 1500, { kind: 'NUMBER', text: '1500', format: '#,##0' }],
    [49, 5, { kind: 'NUMBER', text: '5', format: '' }],
    [14, 46187, { kind: 'DATE', text: '14/06/2026', number: null }],
    [20, 46187.5, { kind: 'DATE', text: '14/06/2026' }],
    [166, 46187, { kind: 'DATE', text: '14/06/2026' }],
    // A workbook may give a number of the built-in ones another code.
    [9, 0.5, { kind: 'NUMBER', text: '0.5', format: '0.000' }],
  ])('%i shows %p as it should', async (id, value, said) => expect(await one(styled(id, value))).toMatchObject(said));

  it('of a date counts from 1904 where the workbook says so', async () => {
    const workbook = '<workbookPr date1904="1"/><sheets><sheet name="Biểu" sheetId="1" r:id="rId1"/></sheets>';
    expect(await one({ ...styled(14, 46187 - 1462), workbook })).toMatchObject({ kind: 'DATE', text: '14/06/2026' });
    expect(await one({ ...styled(3, 44725), workbook })).toMatchObject({ kind: 'NUMBER', number: '44725' });
  });
});

describe('a formula of an .xlsx', () => {
  it('that shares another one reads as if it had been copied', async () => {
    const rows =
      '<row r="1"><c r="B1"><f t="shared" ref="B1:C2" si="0">SUM(A1:$A1)+A$1*2</f><v>1</v></c><c r="C1"><f t="shared" si="0"/><v>1</v></c></row>' +
      '<row r="2"><c r="B2"><f t="shared" si="0"/><v>1</v></c><c r="C2"><f t="shared" si="7"/><v>1</v></c><c r="D2"><f t="array" ref="D2">A2*2</f><v>2</v></c><c r="E2"><v>3</v></c></row>';
    const found = (await open({ rows })).grids.flatMap((grid) =>
      all(grid).map(({ address, formula }) => [address, formula]),
    );
    expect(Object.fromEntries(found)).toEqual({
      B1: 'SUM(A1:$A1)+A$1*2',
      C1: 'SUM(B1:$A1)+B$1*2',
      B2: 'SUM(A2:$A2)+A$1*2',
      C2: '',
      D2: 'A2*2',
      E2: null,
    });
  });
});

describe('text in an old font of an .xlsx', () => {
  const tcvn3 = (text: string): string => iconv.decode(iconv.encode(text, 'tcvn'), 'latin1');
  const fonts = '<fonts><font><name val="Arial"/></font><font><sz val="12"/><name val=".VnTime"/></font></fonts>';
  const styles = `${fonts}<cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs><dxfs><dxf><font><name val=".VnTime"/></font></dxf></dxfs>`;
  const inFont = (...lines: string[]): Given => ({
    styles,
    rows: lines
      .map((line, at) => `<row r="${at + 1}"><c r="A${at + 1}" s="1" t="inlineStr"><is><t>${line}</t></is></c></row>`)
      .join(''),
  });
  const read = async (given: Given): Promise<[string[], boolean]> => {
    const opened = await open(given);
    const texts = opened.grids.flatMap((grid) => [...textsOf(grid)].map(({ text }) => text));
    return [texts, opened.legacy];
  };

  it('is read as the font of its cell shows it', async () => {
    expect(await read(inFont(tcvn3('Tổng số hội viên'), '12'))).toEqual([['Tổng số hội viên', '12'], true]);
  });

  it('is read as the font of its stretch shows it, the rest as it stands', async () => {
    const rows = inA1(
      `<c t="inlineStr"><is><r><rPr><rFont val=".VnTime"/></rPr><t>${tcvn3('Số hội viên')}</t></r><r><t xml:space="preserve"> (tăng)</t></r></is></c>`,
    );
    expect(await read({ styles, rows })).toEqual([['Số hội viên (tăng)'], true]);
  });

  it('stays as it is where the sheet was typed in Unicode under the old font', async () => {
    const lines = ['Tổng số hội viên', 'Tỷ lệ hộ nghèo', 'Cà Mau', 'Trà Vinh', '5 ô'];
    expect(await read(inFont(...lines))).toEqual([lines, false]);
  });
});
