import { lyingZip, type LyingEntry } from './hostile-zip.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Parts of a workbook by their names. */
export type Parts = Readonly<Record<string, string | Buffer>>;

/** The parts of an .xlsx with one sheet; `changed` replaces some and adds others. */
export function xlsxParts(sheet: string, changed: Parts = {}): Parts {
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Biểu" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    ...sharedStrings('<si><t>a</t></si>'),
    ...styles('<cellXfs><xf/></cellXfs>'),
    ...changed,
  };
}

/** An .xlsx of such parts; `lies` are entries of its archive beside them. */
export function hostileXlsx(sheet: string, changed: Parts = {}, lies: readonly LyingEntry[] = []): Buffer {
  return lyingZip([...entriesOf(xlsxParts(sheet, changed)), ...lies]);
}

/** Entries of an archive that tell the truth. */
export function entriesOf(parts: Parts): LyingEntry[] {
  return Object.entries(parts).map(([name, content]) => ({ name, content }));
}

/** A table of texts as a workbook keeps it. */
export function sharedStrings(items: string): Parts {
  return { 'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}">${items}</sst>` };
}

/** The styles of a workbook. */
export function styles(inner: string): Parts {
  return { 'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}">${inner}</styleSheet>` };
}

/** Rows of a sheet, given as XML. */
export const sheetData = (rows: string): string => `<sheetData>${rows}</sheetData>`;

/** So many pieces of text, each made by its number. */
export const many = (count: number, one: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => one(at)).join('');

/** One row with one number in it. */
export const A_ROW = '<row r="1"><c r="A1"><v>1</v></c></row>';

const ODF = 'urn:oasis:names:tc:opendocument:xmlns';
const SPACES = `xmlns:office="${ODF}:office:1.0" xmlns:table="${ODF}:table:1.0" xmlns:text="${ODF}:text:1.0" xmlns:manifest="${ODF}:manifest:1.0"`;

/** An .ods whose only table holds the rows given as XML. */
export function hostileOds(rows: string, changed: Parts = {}): Buffer {
  const content = `${XML}<office:document-content ${SPACES}><office:body><office:spreadsheet><table:table table:name="Biểu">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return lyingZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
    ...entriesOf({
      'content.xml': content,
      'META-INF/manifest.xml': `${XML}<manifest:manifest ${SPACES}/>`,
      ...changed,
    }),
  ]);
}

/** A cell of an .ods with a number, and with more attributes. */
export const odsNumber = (attributes = ''): string =>
  `<table:table-cell office:value-type="float" office:value="1" ${attributes}><text:p>1</text:p></table:table-cell>`;
