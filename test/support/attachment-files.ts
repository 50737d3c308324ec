import { zipSync } from 'fflate';

/** A small PDF whose bytes differ by what is said in it; `trailer` goes into its trailer. */
export function pdfFile(said: string, trailer = ''): Buffer {
  const objects = '1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj\n';
  return Buffer.from(`%PDF-1.7\n% ${said}\n${objects}trailer <</Root 1 0 R ${trailer}>>\nstartxref\n9\n%%EOF\n`);
}

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const zipped = (parts: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, utf8(text)]))));

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word document of paragraphs given as XML of their runs; `parts` are added to the archive. */
export function docxFile(paragraphs: readonly string[], parts: Readonly<Record<string, string>> = {}): Buffer {
  const body = paragraphs.map((runs) => `<w:p><w:pPr/>${runs}</w:p>`).join('');
  return zipped({
    '[Content_Types].xml': `${XML}<Types/>`,
    'word/document.xml': `${XML}<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

/** A run of text in Word. */
export const run = (text: string): string => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A Word page header with one paragraph. */
export const docxHeader = (text: string): Record<string, string> => ({
  'word/header1.xml': `${XML}<w:hdr ${W}><w:p>${run(text)}</w:p></w:hdr>`,
});

/** An Excel workbook of shared strings given as XML of their runs; `sheet` goes into its only sheet. */
export function xlsxFile(strings: readonly string[], sheet = '', parts: Readonly<Record<string, string>> = {}): Buffer {
  const items = strings.map((runs) => `<si>${runs}</si>`).join('');
  return zipped({
    '[Content_Types].xml': `${XML}<Types/>`,
    'xl/workbook.xml': `${XML}<workbook><sheets><sheet name="Biểu 01" sheetId="1"/></sheets></workbook>`,
    'xl/sharedStrings.xml': `${XML}<sst>${items}</sst>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet><sheetData/>${sheet}</worksheet>`,
    ...parts,
  });
}

/** An OpenDocument text of paragraphs given as XML. */
export function odtFile(paragraphs: readonly string[], parts: Readonly<Record<string, string>> = {}): Buffer {
  const O = 'urn:oasis:names:tc:opendocument:xmlns';
  const body = paragraphs.map((one) => `<text:p>${one}</text:p>`).join('');
  const content = `${XML}<office:document-content xmlns:office="${O}:office:1.0" xmlns:text="${O}:text:1.0"><office:body>${body}</office:body></office:document-content>`;
  const rest = Object.fromEntries(
    Object.entries({ 'content.xml': content, 'META-INF/manifest.xml': `${XML}<m/>`, ...parts }).map(([name, text]) => [
      name,
      utf8(text),
    ]),
  );
  const mimetype = utf8('application/vnd.oasis.opendocument.text');
  return Buffer.from(zipSync({ mimetype: [mimetype, { level: 0 }], ...rest }));
}

/** Files by their first bytes alone. */
export const HEADS = {
  png: Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('pixels')]),
  jpeg: Buffer.concat([Buffer.from('\xff\xd8\xff\xe0', 'latin1'), Buffer.from('pixels')]),
  windows: Buffer.from('MZ\x90\0program', 'latin1'),
  linux: Buffer.from('\x7fELFprogram', 'latin1'),
  script: Buffer.from('#!/bin/sh\necho'),
  doc: Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 WordDocument', 'latin1'),
  protectedDocx: Buffer.concat([
    Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]),
  html: Buffer.from('<!doctype html><p>trang'),
} as const;
