import { A_ROW, hostileXlsx, many, sheetData, sharedStrings, styles, type Parts } from './hostile-workbook.ts';
import type { HostileFile } from './hostile-files.ts';
import { dice } from './hostile-zip.ts';

const CELL = '<c r="A1"><v>1</v></c>';
const merges = (refs: readonly string[]): string =>
  `${sheetData(A_ROW)}<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

/** Rectangles and addresses that claim more than a sheet can hold. */
export const HUGE_SHEETS: readonly HostileFile[] = [
  { name: 'a merge over A1:XFD20000', why: ['BOMB'], bytes: () => hostileXlsx(merges(['A1:XFD20000'])) },
  {
    name: 'a thousand merges of whole columns',
    why: ['BOMB'],
    bytes: () => hostileXlsx(merges(Array(1000).fill('A1:A1000000'))),
  },
  {
    name: 'sixty thousand merges',
    why: ['BOMB'],
    bytes: () => hostileXlsx(merges(Array.from({ length: 60_000 }, (_, at) => `A${at + 1}:B${at + 1}`))),
  },
  { name: 'a merge that ends before it begins', why: ['BROKEN'], bytes: () => hostileXlsx(merges(['B2:A1'])) },
  { name: 'a merge of nothing', why: ['BROKEN'], bytes: () => hostileXlsx(merges(['A0:???'])) },
  // What a sheet says of its size is not believed, only its cells count.
  {
    name: 'a declared size of A1:XFD1048576',
    why: ['NO_TABLE'],
    bytes: () => hostileXlsx(`<dimension ref="A1:XFD1048576"/>${sheetData(A_ROW)}`),
  },
  {
    name: 'a cell in the last column',
    why: ['BOMB'],
    bytes: () => hostileXlsx(sheetData('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
  },
  {
    name: 'one row, the last there is',
    why: ['NO_TABLE'],
    bytes: () => hostileXlsx(sheetData('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
  },
  {
    name: 'a row beyond the last',
    why: ['BOMB'],
    bytes: () => hostileXlsx(sheetData('<row r="9999999"><c r="A9999999"><v>1</v></c></row>')),
  },
  {
    name: 'two hundred sheets of one cell in their last row',
    why: ['BOMB'],
    bytes: () => bookOf(200, '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
  },
  { name: '201 sheets', why: ['BROKEN'], bytes: () => bookOf(201, A_ROW) },
  {
    name: 'five million cells and more',
    why: ['BOMB'],
    large: true,
    bytes: () => {
      const throwOne = dice(7);
      return hostileXlsx(
        sheetData(many(12_600, () => `<row>${many(400, () => `<c><v>${throwOne(100)}</v></c>`)}</row>`)),
      );
    },
  },
  {
    name: 'a million rows',
    why: ['BOMB'],
    large: true,
    bytes: () => hostileXlsx(sheetData(many(1_000_000, (at) => `<row><c><v>${at}</v></c></row>`))),
  },
];

/** Cells in an order, with indices, formulas and styles that no spreadsheet program writes. */
export const ODD_CELLS: readonly HostileFile[] = [
  {
    name: 'cells out of order',
    why: ['BROKEN'],
    bytes: () => hostileXlsx(sheetData('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>')),
  },
  {
    name: 'a cell twice',
    why: ['BROKEN'],
    bytes: () => hostileXlsx(sheetData(`<row r="1">${CELL}<c r="A1"><v>2</v></c></row>`)),
  },
  {
    name: 'a row twice',
    why: ['BROKEN'],
    bytes: () => hostileXlsx(sheetData(`<row r="1">${CELL}</row><row r="1"><c r="B1"><v>2</v></c></row>`)),
  },
  {
    name: 'rows out of order',
    why: ['BROKEN'],
    bytes: () => hostileXlsx(sheetData(`<row r="2"/><row r="1">${CELL}</row>`)),
  },
  {
    name: 'a cell of another row',
    why: ['BROKEN'],
    bytes: () => hostileXlsx(sheetData('<row r="1"><c r="A2"><v>1</v></c></row>')),
  },
  ...['5', '-1', '0.5', 'x', ''].map((index) => ({
    name: `the shared text ${JSON.stringify(index)} of one`,
    why: ['BROKEN' as const],
    bytes: () =>
      hostileXlsx(
        sheetData(`<row r="1"><c r="A1" t="s"><v>${index}</v></c></row>`),
        sharedStrings('<si><t>a</t></si>'),
      ),
  })),
  {
    name: 'two million shared texts and more',
    why: ['BOMB'],
    large: true,
    bytes: () => {
      const throwOne = dice(3);
      return hostileXlsx(sheetData(A_ROW), sharedStrings(many(2_100_000, () => `<si><t>${throwOne(1000)}</t></si>`)));
    },
  },
  ...['NaN', '1e999', '0x10', '1,5', '--1'].map((value) => ({
    name: `the number ${value}`,
    why: ['BROKEN'] as const,
    bytes: () => hostileXlsx(sheetData(`<row r="1"><c r="A1"><v>${value}</v></c></row>`)),
  })),
  {
    name: '70,000 styles',
    why: ['BOMB'],
    bytes: () => hostileXlsx(sheetData(A_ROW), styles(`<cellXfs>${'<xf numFmtId="1"/>'.repeat(70_000)}</cellXfs>`)),
  },
  {
    name: 'a number format of a million signs',
    why: ['BOMB'],
    bytes: () =>
      hostileXlsx(
        sheetData(A_ROW),
        styles(
          `<numFmts><numFmt numFmtId="200" formatCode="${'0\\a'.repeat(300_000)}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`,
        ),
      ),
  },
  {
    name: 'a million formulas',
    why: ['NO_TABLE'],
    large: true,
    bytes: () => {
      const throwOne = dice(5);
      return hostileXlsx(
        sheetData(many(10_000, () => `<row>${many(100, () => `<c><f>A1+${throwOne(10_000)}</f><v>1</v></c>`)}</row>`)),
      );
    },
  },
  {
    name: 'a million formulas like one of 8,000 signs',
    why: ['NO_TABLE'],
    large: true,
    bytes: () => sharedFormulas(8_000),
  },
  {
    name: 'a million formulas like one of three million signs',
    why: ['BOMB'],
    large: true,
    bytes: () => sharedFormulas(3_000_000),
  },
];

/** A workbook of so many sheets that are all alike. */
function bookOf(count: number, rows: string): Buffer {
  const parts: Record<string, string> = {};
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
  parts['xl/workbook.xml'] =
    `<workbook xmlns:r="r"><sheets>${many(count, (at) => `<sheet name="S${at}" sheetId="${at + 1}" r:id="r${at}"/>`)}</sheets></workbook>`;
  parts['xl/_rels/workbook.xml.rels'] =
    `<Relationships>${many(count, (at) => `<Relationship Id="r${at}" Type="${relation}" Target="worksheets/s${at}.xml"/>`)}</Relationships>`;
  for (let at = 0; at < count; at++) parts[`xl/worksheets/s${at}.xml`] = `<worksheet>${sheetData(rows)}</worksheet>`;
  return hostileXlsx('', parts satisfies Parts);
}

function sharedFormulas(length: number): Buffer {
  const throwOne = dice(9);
  const master = `<c><f t="shared" si="0">${'A1+B2*'.repeat(length / 6)}1</f><v>1</v></c>`;
  const rest = many(
    10_000,
    () => `<row>${many(100, () => `<c><f t="shared" si="0"/><v>${throwOne(1000)}</v></c>`)}</row>`,
  );
  return hostileXlsx(sheetData(`<row>${master}</row>${rest}`));
}
