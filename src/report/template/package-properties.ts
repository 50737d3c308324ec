import { unzipSync, zipSync } from 'fflate';

const PART = 'docProps/custom.xml';
const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONS = '_rels/.rels';
const PROPERTY_SET = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';
const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';

/**
 * The package with custom document properties (ECMA-376 part 1, 22.3), which the library does not write. Packed again with
 * one date for every part, so that the bytes depend on the content alone.
 */
export function withProperties(xlsx: Uint8Array, properties: ReadonlyMap<string, string>): Buffer {
  const parts = new Map(Object.entries(unzipSync(xlsx)).sort(([a], [b]) => (a < b ? -1 : 1)));
  const change = (name: string, before: string, insert: string): void => {
    const text = Buffer.from(parts.get(name) ?? []).toString('utf8');
    if (!text.includes(before)) throw new Error(`Expected ${before} in ${name} of the workbook that was written.`);
    parts.set(name, Buffer.from(text.replace(before, `${insert}${before}`)));
  };
  change(CONTENT_TYPES, '</Types>', `<Override PartName="/${PART}" ContentType="${MEDIA_TYPE}"/>`);
  change(RELATIONS, '</Relationships>', `<Relationship Id="rIdCustom" Type="${RELATION}" Target="${PART}"/>`);
  parts.set(PART, Buffer.from(customPart(properties)));
  // The year 1980 is where the dates of a ZIP begin; it is written as local time, and so is the same everywhere.
  const packed = zipSync(Object.fromEntries(parts), { mtime: new Date(1980, 0, 1) });
  return Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
}

function customPart(properties: ReadonlyMap<string, string>): string {
  // Identifiers begin at 2: the first two are taken by the format itself.
  const entries = [...properties].map(
    ([name, value], at) =>
      `<property fmtid="${PROPERTY_SET}" pid="${at + 2}" name="${escaped(name)}"><vt:lpwstr>${escaped(value)}</vt:lpwstr></property>`,
  );
  return `${XML}<Properties xmlns="${PROPERTIES}" xmlns:vt="${TYPES}">${entries.join('')}</Properties>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
