import { read } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { annotateWorkbook } from '../../src/report/intake/annotate/annotate-workbook.ts';
import type { Annotated } from '../../src/report/intake/annotate/annotate-workbook.ts';
import type { Issue } from '../../src/report/intake/reading.ts';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const STRICT_RELATIONS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** A finding at a cell, or of the file. */
export function anIssue(cell: string | null, message: string, more: Partial<Issue> = {}): Issue {
  return {
    code: 'MALFORMED_NUMBER',
    severity: 'ERROR',
    sheet: cell === null ? null : 'Sheet1',
    cell,
    message: { vi: message, en: '' },
    ...more,
  };
}

/** Annotates, where that must succeed. */
export async function annotated(bytes: Uint8Array, issues: readonly Issue[]): Promise<Annotated> {
  const result = await annotateWorkbook(bytes, issues);
  if ('code' in result) throw new Error(`Expected the workbook with comments, got '${result.code}'.`);
  return result;
}

/** The parts of an archive as text. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** The text of one part. */
export function partOf(bytes: Uint8Array, name: string): string {
  const part = partsOf(bytes)[name];
  if (part === undefined) throw new Error(`Expected a part '${name}'.`);
  return part;
}

/** Tells all comment text of a cell, as the library reads it. */
export function commentsIn(bytes: Uint8Array): (sheet: string, cell: string) => string {
  const book = read(bytes, { type: 'buffer' });
  return (sheet, cell) => {
    const found = book.Sheets[sheet]?.[cell] as { c?: { t?: string }[] } | undefined;
    return (found?.c ?? []).map(({ t }) => t ?? '').join('\n');
  };
}

/** The comment of one cell. */
export function commentAt(bytes: Uint8Array, sheet: string, cell: string): string {
  return commentsIn(bytes)(sheet, cell);
}

/** Throws where a part that the workbook would be read by is not well-formed. */
export function expectWellFormed(bytes: Uint8Array): void {
  for (const [name, text] of Object.entries(partsOf(bytes))) {
    if (!/\.(?:xml|rels|vml)$/.test(name)) continue;
    const parser = new SaxesParser({ xmlns: true, fileName: name });
    parser.write(text).close();
  }
}

export interface RawSheet {
  name: string;
  xml: string;
  state?: string;
  relations?: string;
}

interface RawBook {
  sheets: RawSheet[];
  parts?: Record<string, string>;
  types?: string;
  workbookRelations?: string;
  strict?: boolean;
  mainType?: string;
}

/** A workbook put together part by part, so that a test can say exactly what stands in it. */
export function rawXlsx({
  sheets,
  parts = {},
  types = '',
  workbookRelations = '',
  strict = false,
  mainType,
}: RawBook): Uint8Array {
  const [main, relations] = strict ? [STRICT_MAIN, STRICT_RELATIONS] : [MAIN, RELATIONS];
  const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
  const bookType = mainType ?? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  const named = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${bookType}"/>` +
      sheets
        .map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${sheetType}"/>`)
        .join('') +
      `${types}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${PACKAGE}/relationships">` +
      sheets
        .map(
          (_, at) =>
            `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
        )
        .join('') +
      `${workbookRelations}</Relationships>`,
    ...parts,
  };
  for (const [at, { xml, relations: own }] of sheets.entries()) {
    files[`xl/worksheets/sheet${at + 1}.xml`] = xml.replaceAll('{main}', main).replaceAll('{relations}', relations);
    if (own === undefined) continue;
    files[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] =
      `<Relationships xmlns="${PACKAGE}/relationships">${own}</Relationships>`;
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A sheet with two cells and what comes behind them. */
export function plainSheet(behind = ''): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="{main}" xmlns:r="{relations}"><sheetData>' +
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Chỉ tiêu</t></is></c></row><row r="2"><c r="B2"><v>5</v></c></row>' +
    `</sheetData>${behind}</worksheet>`
  );
}

export const COMMENTS_TYPE =
  '<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>' +
  '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';

/** The box of a comment as Excel writes it, with a colour of its own. */
function excelBox(id: number, row: number, column: number): string {
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style='position:absolute;visibility:hidden' fillcolor="#ff00ff" o:insetmode="auto">` +
    '<v:textbox><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/>' +
    `<x:Anchor>\n    1, 15, 0, 2, 3, 15, 3, 16</x:Anchor><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

/** A workbook whose sheet has comments of others at A1 (plain text) and B2 (rich text), and a control that is no comment. */
export function commentedXlsx(): Uint8Array {
  const comments =
    `<comments xmlns="${MAIN}"><authors><author>Nguyễn Văn A</author></authors><commentList>` +
    '<comment ref="A1" authorId="0"><text><t>Xem lại &amp; gửi</t></text></comment>' +
    '<comment ref="B2" authorId="0"><text><r><rPr><b/></rPr><t>Số này</t></r><r><t xml:space="preserve"> đã duyệt</t></r></text></comment>' +
    '</commentList></comments>';
  const vml =
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202"></v:shapetype>' +
    `${excelBox(1025, 0, 0)}${excelBox(1026, 1, 1)}` +
    '<v:shape id="_x0000_s1027" type="#_x0000_t201"><x:ClientData ObjectType="Button"><x:Row>1</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>';
  return rawXlsx({
    sheets: [
      {
        name: 'Sheet1',
        xml: plainSheet(
          '<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><legacyDrawing r:id="rId7"/>',
        ),
        relations:
          `<Relationship Id="rId7" Type="${RELATIONS}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>` +
          `<Relationship Id="rId8" Type="${RELATIONS}/comments" Target="/xl/comments1.xml"/>`,
      },
    ],
    parts: { 'xl/comments1.xml': comments, 'xl/drawings/vmlDrawing1.vml': vml },
    types: COMMENTS_TYPE,
  });
}
