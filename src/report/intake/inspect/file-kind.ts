import { openZip, type Zip } from '../workbook/zip-file.ts';

/** Kinds of files that may be attached. */
export type FileKind = 'PDF' | 'DOCX' | 'XLSX' | 'ODT' | 'PNG' | 'JPEG';

/** Media type of each kind. */
export const MEDIA_TYPES: Readonly<Record<FileKind, string>> = {
  PDF: 'application/pdf',
  DOCX: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ODT: 'application/vnd.oasis.opendocument.text',
  PNG: 'image/png',
  JPEG: 'image/jpeg',
};

/** Why a file is not attached. */
export type FileFault =
  | 'EMPTY'
  | 'SIZE'
  | 'BOMB'
  | 'BROKEN'
  | 'KIND'
  | 'OLD_OFFICE'
  | 'PROGRAM'
  | 'MACROS'
  | 'PASSWORD'
  | 'SECRET'
  | 'PERSONS'
  | 'FAILED';

/** A file whose kind its first bytes say; `zip` where it is an archive whose parts can be looked at. */
export interface KnownFile {
  readonly kind: FileKind;
  readonly zip: Zip | null;
}

const PNG = '\x89PNG\r\n\x1a\n';
const JPEG = '\xff\xd8\xff';
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** Windows, Linux, macOS (both byte orders, and for several processors), Java, shell. */
const PROGRAMS = ['MZ', '\x7fELF', '\xcf\xfa\xed\xfe', '\xce\xfa\xed\xfe', '\xfe\xed\xfa', '\xca\xfe\xba\xbe', '#!'];
/** Parts in which macros and controls lie: of Office, and the Basic and script folders of OpenDocument. */
const MACRO_PARTS = /(?:^|\/)(?:vba\w*\.bin|vbaData\.xml|activeX\/.*|macrosheets\/.*|Basic\/.+|Scripts\/.+)$/i;
const PROGRAM_PARTS = /\.(?:exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|jse?|wsf|hta|jar|lnk|sh|app)$/i;
/** Where the name of the dictionary that encrypts a PDF stands; no writer packs it, because readers need it first. */
const PDF_ENCRYPTED = /\/Encrypt[\s\0]*(?:\d+[\s\0]+\d+[\s\0]+R|<<)/;

/** What a file is by its bytes; the ending of its name is not believed. */
export function fileKind(bytes: Buffer): KnownFile | FileFault {
  if (bytes.length === 0) return 'EMPTY';
  const head = bytes.toString('latin1', 0, 16);
  if (PROGRAMS.some((program) => head.startsWith(program))) return 'PROGRAM';
  if (head.startsWith('%PDF-')) return pdf(bytes);
  if (head.startsWith(PNG)) return { kind: 'PNG', zip: null };
  if (head.startsWith(JPEG)) return { kind: 'JPEG', zip: null };
  if (head.startsWith(OLE))
    return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'PASSWORD' : 'OLD_OFFICE';
  return head.startsWith('PK') ? archive(bytes) : 'KIND';
}

function pdf(bytes: Buffer): KnownFile | FileFault {
  // Nothing may be missing at the end; signatures and printers leave a few bytes behind it.
  if (!bytes.subarray(-4096).includes('%%EOF')) return 'BROKEN';
  for (let at = bytes.indexOf('/Encrypt'); at >= 0; at = bytes.indexOf('/Encrypt', at + 1)) {
    if (PDF_ENCRYPTED.test(bytes.toString('latin1', at, at + 64))) return 'PASSWORD';
  }
  return { kind: 'PDF', zip: null };
}

function archive(bytes: Buffer): KnownFile | FileFault {
  const zip = openZip(bytes);
  if (zip === 'ENCRYPTED') return 'PASSWORD';
  if (zip === 'TOO_LARGE') return 'BOMB';
  if (zip === 'BROKEN') return 'BROKEN';
  const names = new Set(zip.names);
  const kind = archiveKind(bytes, names);
  if (kind === null) return 'KIND';
  if (zip.names.some((name) => MACRO_PARTS.test(name))) return 'MACROS';
  return zip.names.some((name) => PROGRAM_PARTS.test(name)) ? 'PROGRAM' : { kind, zip };
}

function archiveKind(bytes: Buffer, names: ReadonlySet<string>): FileKind | null {
  // OpenDocument has its type first and unpacked, so that it can be told by bytes.
  if (names.has('mimetype')) {
    const type = `mimetype${MEDIA_TYPES.ODT}`;
    const rest = bytes.toString('latin1', 30, 30 + type.length + 1);
    return names.has('content.xml') && rest.startsWith(type) && !rest.endsWith('-') ? 'ODT' : null;
  }
  if (!names.has('[Content_Types].xml')) return null;
  if (names.has('word/document.xml')) return 'DOCX';
  return names.has('xl/workbook.xml') ? 'XLSX' : null;
}

/** The media type under which the workbook of a report is handed out, by its first bytes. */
export function workbookMediaType(head: Buffer): string {
  const text = head.toString('latin1');
  if (text.startsWith(OLE)) return 'application/vnd.ms-excel';
  if (text.startsWith('PK')) {
    const ods = 'application/vnd.oasis.opendocument.spreadsheet';
    return text.startsWith(`mimetype${ods}`, 30) ? ods : MEDIA_TYPES.XLSX;
  }
  return text.startsWith('{') ? 'application/json' : 'text/csv';
}
