import { strToU8, zipSync } from 'fflate';
import type { DrawnSheet, SheetCell } from './sheet-model.ts';

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const NAMES = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  'of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
  'calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
]
  .map((name) => `xmlns:${name}`)
  .join(' ');

/** Hidden sheets, and numbers with a sign that is only printed. */
const STYLES = `<office:automatic-styles>
<number:percentage-style style:name="n1"><number:number number:decimal-places="2" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<number:number-style style:name="n2"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:number-style>
<number:date-style style:name="n3"><number:day/><number:text>/</number:text><number:month/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<style:style style:name="percent" style:family="table-cell" style:data-style-name="n1"/>
<style:style style:name="literal" style:family="table-cell" style:data-style-name="n2"/>
<style:style style:name="date" style:family="table-cell" style:data-style-name="n3"/>
<style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>`;

/** An OpenDocument spreadsheet as the standard describes it; the library's writer knows no hidden sheets. */
export function odsBytes(sheets: readonly DrawnSheet[]): Uint8Array {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMES} office:version="1.2">${STYLES}<office:body><office:spreadsheet>${sheets.map(table).join('')}</office:spreadsheet></office:body></office:document-content>`;
  const manifest = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;
  return zipSync({
    mimetype: [strToU8(TYPE), { level: 0 }],
    'content.xml': strToU8(content),
    'META-INF/manifest.xml': strToU8(manifest),
  });
}

function table(sheet: DrawnSheet): string {
  const { rows, hiddenRows, hiddenColumns, name, hidden } = sheet;
  const width = Math.max(1, ...rows.map((cells) => cells.length));
  const columns = Array.from(
    { length: width },
    (_, at) => `<table:table-column${hiddenColumns.has(at) ? ' table:visibility="collapse"' : ''}/>`,
  );
  const body = rows.map((_, at) => {
    const shown = hiddenRows.has(at) ? ' table:visibility="collapse"' : '';
    return `<table:table-row${shown}>${rowCells(sheet, at, width)}</table:table-row>`;
  });
  const empty = '<table:table-row><table:table-cell/></table:table-row>';
  return `<table:table table:name="${escaped(name)}" table:style-name="${hidden ? 'hidden' : 'shown'}">${columns.join('')}${body.join('') || empty}</table:table>`;
}

/** Equal neighbours without content are written once with their number, as programs do. */
function rowCells({ rows, merges }: DrawnSheet, row: number, width: number): string {
  let xml = '';
  let blank = 0;
  const flush = (): void => {
    if (blank > 0) xml += `<table:table-cell table:number-columns-repeated="${blank}"/>`;
    blank = 0;
  };
  for (let column = 0; column < width; column++) {
    const cell = rows[row]?.[column] ?? null;
    const merge = merges.find(
      ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
    );
    if (merge === undefined && (cell === null || cell.value === null)) {
      blank += 1;
      continue;
    }
    flush();
    if (merge !== undefined && (merge.top !== row || merge.left !== column)) xml += '<table:covered-table-cell/>';
    else {
      const span =
        merge === undefined
          ? ''
          : ` table:number-columns-spanned="${merge.right - merge.left + 1}" table:number-rows-spanned="${merge.bottom - merge.top + 1}"`;
      xml += cellXml(cell ?? { value: null }, span);
    }
  }
  flush();
  return xml;
}

function cellXml(cell: SheetCell, span: string): string {
  const { value, formula } = cell;
  const write = (attributes: string, text: string): string =>
    `<table:table-cell${span}${attributes}>${paragraphs(text)}</table:table-cell>`;
  if (value === null) return `<table:table-cell${span}/>`;
  if (cell.error === true) {
    return write(
      ` table:formula="of:=${escaped(String(value))}" office:value-type="string" office:string-value="" calcext:value-type="error"`,
      String(value),
    );
  }
  if (cell.date === true) {
    const [day = '', month = '', year = ''] = String(value).split('/');
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return write(` table:style-name="date" office:value-type="date" office:date-value="${date}"`, String(value));
  }
  if (typeof value === 'string') return write(' office:value-type="string"', value);
  const sum = formula === undefined ? '' : ` table:formula="of:=${formula.replace(/[A-Z]+\d+/g, '[.$&]')}"`;
  if (cell.format?.endsWith('%') === true) {
    return write(
      `${sum} table:style-name="percent" office:value-type="percentage" office:value="${value}"`,
      `${(value * 100).toFixed(2)}%`,
    );
  }
  const literal = cell.format?.includes('"%"') === true;
  return write(
    `${sum}${literal ? ' table:style-name="literal"' : ''} office:value-type="float" office:value="${value}"`,
    literal ? `${value}%` : String(value),
  );
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => `<text:p>${escaped(line).replace(/^ | (?= )| $/g, '<text:s/>')}</text:p>`)
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
