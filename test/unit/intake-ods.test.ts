import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { textsOf } from '../../src/report/intake/workbook/sheet.ts';
import { all, cell, cells, float, NAMES, open, p, refused, row, text } from './given-ods.ts';
import type { Given } from './given-ods.ts';

describe('the rows and cells of an .ods', () => {
  it('count as often as they are repeated, the blank ones to the end of a sheet too', async () => {
    const rows =
      row(
        `${cell('table:number-columns-repeated="2"')}${float(7, 'table:number-columns-repeated="3"')}${cell('table:number-columns-repeated="16379"')}`,
        ' table:number-rows-repeated="2"',
      ) +
      row(cell('table:number-columns-repeated="16384"'), ' table:number-rows-repeated="3"') +
      `<table:table-row-group><table:table-header-rows>${row(text('cuối'))}</table:table-header-rows></table:table-row-group>` +
      row(cell('table:number-columns-repeated="16384"'), ' table:number-rows-repeated="1048570"');
    const sevens = ['C1', 'D1', 'E1', 'C2', 'D2', 'E2'].map((address) => `${address} NUMBER 7`);
    expect(await cells({ rows })).toEqual([...sevens, 'A6 TEXT cuối']);
  });

  it.each([
    ['20,001 rows', row(float(1), ' table:number-rows-repeated="20001"')],
    ['501 columns', row(float(1, 'table:number-columns-repeated="501"'))],
  ])('filled and repeated in %s are too many', async (_, rows) => expect(await refused({ rows })).toBe('BOMB'));

  it('are merged over covered ones, which keep what they hold', async () => {
    const rows =
      row(
        text('Kế hoạch', 'table:number-columns-spanned="2" table:number-rows-spanned="2"') +
          '<table:covered-table-cell/>' +
          float(1),
      ) +
      row(
        `<table:covered-table-cell office:value-type="float" office:value="9"/><table:covered-table-cell/>${float(2)}`,
      );
    expect(await cells({ rows })).toEqual(['A1 TEXT Kế hoạch', 'C1 NUMBER 1', 'A2 NUMBER 9', 'C2 NUMBER 2']);
    const [grid] = (await open({ rows })).grids;
    expect([grid?.merges.count, grid?.merges.at(1, 1)]).toEqual([1, { top: 0, left: 0, bottom: 1, right: 1 }]);
  });

  it('are merged in every row that is repeated', async () => {
    const rows = row(
      text('chung', 'table:number-columns-spanned="3"') +
        '<table:covered-table-cell table:number-columns-repeated="2"/>',
      ' table:number-rows-repeated="3"',
    );
    const [grid] = (await open({ rows })).grids;
    expect([0, 1, 2, 3].map((at) => grid?.merges.at(at, 2)?.top)).toEqual([0, 1, 2, undefined]);
  });
});

describe('a cell of an .ods', () => {
  it.each([
    ['a number', float('1234.5'), 'NUMBER 1234.5'],
    ['a number with an exponent', float('1.2E-3'), 'NUMBER 0.0012'],
    ['a date', cell('office:value-type="date" office:date-value="2026-06-14"', p('14/6/26')), 'DATE 14/06/2026'],
    [
      'a date with its time',
      cell('office:value-type="date" office:date-value="2026-06-14T08:30:00"', p('x')),
      'DATE 14/06/2026',
    ],
    ['a time', cell('office:value-type="time" office:time-value="PT12H30M00S"', p('12:30')), 'DATE 0'],
    ['true', cell('office:value-type="boolean" office:boolean-value="true"', p('ĐÚNG')), 'BOOLEAN TRUE'],
    ['false', cell('office:value-type="boolean" office:boolean-value="false"', p('SAI')), 'BOOLEAN FALSE'],
    [
      'an error',
      cell(
        'table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"',
        p('#DIV/0!'),
      ),
      'ERROR #DIV/0!',
    ],
    [
      'an error of another program',
      cell('office:value-type="float" office:value="0" table:formula="of:=X()"', p('Err:508')),
      'ERROR Err:508',
    ],
    ['a formula that was never computed', cell('table:formula="of:=SUM([.B1:.B2])"'), 'ERROR '],
    ['a text of paragraphs', cell('office:value-type="string"', p('dòng 1') + p('dòng 2')), 'TEXT dòng 1\ndòng 2'],
    [
      'a text of stretches',
      text('Tổng <text:span>s</text:span>ố<text:span> <text:span>hộ</text:span></text:span>'),
      'TEXT Tổng số hộ',
    ],
    [
      'blanks, tabs and line ends',
      text('a<text:s/>b<text:s text:c="3"/>c<text:tab/>d<text:line-break/>e'),
      'TEXT a b   c\td\ne',
    ],
    ['a link', text('<text:a xlink="">xem</text:a> đây'), 'TEXT xem đây'],
    ['a text that only its value says', cell('office:value-type="string" office:string-value="ước"'), 'TEXT ước'],
  ])('holds %s', async (_, inside, said) => expect(await cells({ rows: row(inside) })).toEqual([`A1 ${said}`]));

  it.each([
    ['a number that is none', float('một')],
    ['a number beyond all numbers', float('1e999')],
    ['no number', cell('office:value-type="float"', p('5'))],
  ])('with %s is a broken file', async (_, inside) => expect(await refused({ rows: row(inside) })).toBe('BROKEN'));

  it('keeps the text of its formula, or knows of it where it is repeated', async () => {
    const rows = row(float(3, 'table:formula="of:=SUM([.A2:.A3])" table:number-columns-repeated="2"') + float(1));
    expect((await all({ rows })).map(({ formula }) => formula)).toEqual(['of:=SUM([.A2:.A3])', '', null]);
  });

  it.each(['annotation', 'frame', 'rect', 'g', 'custom-shape', 'line', 'caption'])(
    'has not the text of a %s in it',
    async (shape) => {
      const name = shape === 'annotation' ? 'office:annotation' : `draw:${shape}`;
      const drawn = `<${name}><dc:creator>Mẫu</dc:creator><dc:date>2026-06-14</dc:date><text:p>TỐI<text:s/><text:span>MẬ</text:span>T</text:p><text:p>hai</text:p></${name}>`;
      const opened = await open({ rows: row(cell('office:value-type="string"', drawn + p('ô'))) });
      expect([...textsOf(opened.grids[0] ?? fail())].map((found) => found.text)).toEqual(['ô']);
      expect(opened.marginTexts).toEqual(['Mẫu', '2026-06-14', 'TỐI MẬT', 'hai']);
    },
  );
});

describe('a number format of an .ods', () => {
  const numbers = '<number:number number:decimal-places="1"/>';
  const automatic =
    `<number:percentage-style style:name="n1">${numbers}<number:text> %</number:text></number:percentage-style>` +
    `<number:number-style style:name="n2">${numbers}<number:text>%</number:text></number:number-style>` +
    `<number:currency-style style:name="n3"><number:number/><number:text> </number:text><number:currency-symbol>đ</number:currency-symbol></number:currency-style>` +
    `<number:number-style style:name="n4"><number:number number:display-factor="1000000"/><number:text> triệu</number:text></number:number-style>` +
    ['percent n1', 'literal n2', 'money n3', 'scaled n4']
      .map((pair) => pair.split(' '))
      .map(
        ([name, data]) =>
          `<style:style style:name="${name}" style:family="table-cell" style:data-style-name="${data}"/>`,
      )
      .join('') +
    '<style:style style:name="child" style:family="table-cell" style:parent-style-name="literal"/>';
  const number = (type: string, value: string, style: string): string =>
    cell(`office:value-type="${type}" office:value="${value}" table:style-name="${style}"`, p('x'));

  it.each<[string, string, string, string, string]>([
    ['a percentage', 'percentage', '0.913', 'percent', '91.3%'],
    ['a percentage without a style', 'percentage', '0.9', '', '90%'],
    ['a percentage of a style for numbers', 'percentage', '0.9', 'none', '90%'],
    ['a number with a sign that is only printed', 'float', '91.3', 'literal', '91.3%'],
    ['what a style has from another one', 'float', '91.3', 'child', '91.3%'],
    ['money', 'currency', '1500', 'money', '1500 đ'],
    ['a number shown in millions', 'float', '2500000', 'scaled', '3 triệu'],
    ['a plain number', 'float', '0.5', '', '0.5'],
  ])('tells %s', async (_, type, value, style, said) => {
    const [found] = await all({ automatic, rows: row(number(type, value, style)) });
    expect(found).toMatchObject({ kind: 'NUMBER', number: value, text: said });
  });

  it('comes from the row, else from the column, where the cell has none of its own', async () => {
    const columns =
      '<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="literal"/>';
    const three = float(1) + float(1, 'table:style-name="money"') + float(1);
    const rows = columns + row(three) + row(three, ' table:default-cell-style-name="percent"');
    expect((await all({ automatic, rows })).map((found) => found.text)).toEqual([
      '1',
      '1 đ',
      '1.0%',
      '100.0%',
      '1 đ',
      '100.0%',
    ]);
  });
});

describe('the tables of an .ods', () => {
  const table = (name: string, more = ''): string =>
    `<table:table table:name="${name}" ${more}>${row(text(name))}</table:table>`;
  const named = (...tables: string[]): Given => ({
    automatic:
      '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>',
    body: `<office:spreadsheet>${tables.join('')}</office:spreadsheet>`,
  });

  it('have their names, and are hidden where their style says so', async () => {
    const { grids, externalLinks } = await open(
      named(table('Sở &amp; &quot;Ban&quot;'), table('Ẩn', 'table:style-name="ta1"')),
    );
    expect([grids.map(({ name, hidden }) => [name, hidden]), externalLinks]).toEqual([
      [
        ['Sở & "Ban"', false],
        ['Ẩn', true],
      ],
      false,
    ]);
  });

  it.each([
    ['a copy of another file', table("'file:///C:/a.ods'#Biểu")],
    ['a source elsewhere', '<table:table table:name="B"><table:table-source/></table:table>'],
    [
      'a formula over another file',
      `<table:table table:name="B">${row(float(1, `table:formula="of:='file:///C:/a.ods'#$A.A1"`))}</table:table>`,
    ],
    [
      'data fetched from another program',
      `<table:dde-links><table:dde-link><office:dde-source/>${table('x')}</table:dde-link></table:dde-links>`,
    ],
  ])('with %s refer to another file', async (_, more) => {
    const { grids, externalLinks } = await open(named(table('A'), more));
    expect([externalLinks, grids.map(({ name }) => name).filter((name) => name !== 'B')]).toEqual([true, ['A']]);
  });

  it.each<[string, Given, string]>([
    ['of another kind of document', { body: '<office:text><text:p>Báo cáo</text:p></office:text>' }, 'KIND'],
    ['that are none', { body: '<office:spreadsheet/>' }, 'BROKEN'],
    [
      'under a password',
      {
        parts: {
          'META-INF/manifest.xml': `<manifest:manifest ${NAMES}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`,
        },
      },
      'PASSWORD',
    ],
    ['in a package under a password', { parts: { 'encrypted-package': 'x' } }, 'PASSWORD'],
    ['beside declarations', { parts: { 'settings.xml': '<!DOCTYPE a><a/>' } }, 'DTD'],
  ])('%s are refused', async (_, given, why) => expect(await refused(given)).toBe(why));

  it('have their page headers, footers and shapes beside the cells', async () => {
    const common = `<style:master-page><style:header><style:region-center><text:p>TỐI<text:s/>MẬT</text:p></style:region-center></style:header><style:footer-first><text:p>Trang</text:p></style:footer-first></style:master-page>`;
    const shapes = `<table:shapes><draw:frame><draw:text-box><text:p>Dự thảo</text:p></draw:text-box></draw:frame></table:shapes>`;
    const opened = await open({ common, rows: shapes + row(text('ô')) });
    expect(opened.marginTexts).toEqual(['TỐI MẬT', 'Trang', 'Dự thảo']);
  });
});

describe('text in an old font of an .ods', () => {
  const old = iconv.decode(iconv.encode('Số hội viên', 'tcvn'), 'latin1');
  const face = '<style:font-face style:name="F1" fo:font-family="&apos;.VnTime&apos;"/>';
  const styled = (family: string, name: string, more = ''): string =>
    `<style:style style:name="${name}" style:family="${family}" ${more}><style:text-properties style:font-name="F1"/></style:style>`;
  const child = '<style:style style:name="child" style:family="table-cell" style:parent-style-name="old"/>';

  it.each<[string, Given]>([
    ['of the cell', { automatic: face + styled('table-cell', 'old'), rows: row(text(old, 'table:style-name="old"')) }],
    [
      'of the parent of its style',
      {
        common: face + styled('table-cell', 'old'),
        automatic: child,
        rows: row(text(old, 'table:style-name="child"')),
      },
    ],
    ['of every cell', { common: face + styled('table-cell', 'Default'), rows: row(text(old)) }],
    [
      'of a stretch',
      { automatic: face + styled('text', 'T1'), rows: row(text(`<text:span text:style-name="T1">${old}</text:span>`)) },
    ],
  ])('is read as the font %s shows it', async (_, given) => {
    const opened = await open(given);
    expect(opened.grids.flatMap((grid) => [...textsOf(grid)].map((found) => found.text))).toEqual(['Số hội viên']);
    expect(opened.legacy).toBe(true);
  });

  it('stays as it is where it was typed in Unicode', async () => {
    const given = {
      automatic: face + styled('table-cell', 'old'),
      rows: row(text('Tổng số hội viên', 'table:style-name="old"') + text('Cà Mau', 'table:style-name="old"')),
    };
    expect([await cells(given), (await open(given)).legacy]).toEqual([
      ['A1 TEXT Tổng số hội viên', 'B1 TEXT Cà Mau'],
      false,
    ]);
  });
});

function fail(): never {
  throw new Error('Expected a sheet.');
}
