import { zipSync } from 'fflate';
import { readCsv } from './csv-file.ts';
import type { IssueCode } from './reading.ts';
import type { Grid } from './sheet.ts';
import { readWorkbook } from './workbook-file.ts';
import { unpackZip } from './zip-file.ts';

/** Largest file taken in, in bytes: 20 MB. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024;

/** A file whose cells can be looked at; nothing of it is trusted yet. */
export interface OpenedFile {
  readonly grids: readonly Grid[];
  readonly externalLinks: boolean;
  /** Texts outside the cells that may carry a stamp: drawings, page headers and footers. */
  readonly marginTexts: readonly string[];
}

/** Why a file cannot be opened; `why` picks the sentence shown. */
export interface OpenFault {
  readonly code: Extract<IssueCode, 'UNREADABLE_FILE' | 'ENCRYPTED_FILE' | 'TOO_LARGE'>;
  readonly why: 'SIZE' | 'BOMB' | 'PASSWORD' | 'KIND' | 'BROKEN' | 'DTD' | 'TEXT' | 'QUOTES' | 'EMPTY';
}

const TOO_LARGE: OpenFault = { code: 'TOO_LARGE', why: 'BOMB' };
const BROKEN: OpenFault = { code: 'UNREADABLE_FILE', why: 'BROKEN' };
const ENCRYPTED: OpenFault = { code: 'ENCRYPTED_FILE', why: 'PASSWORD' };
const UNKNOWN_KIND: OpenFault = { code: 'UNREADABLE_FILE', why: 'KIND' };

/** Opens .xlsx, .xls (BIFF) and CSV by their bytes; the name's ending is not believed. */
export function openFile(bytes: Uint8Array): OpenedFile | OpenFault {
  if (bytes.length === 0) return { code: 'UNREADABLE_FILE', why: 'EMPTY' };
  if (bytes.length > MOST_FILE_BYTES) return { code: 'TOO_LARGE', why: 'SIZE' };
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (head.startsWith('PK')) return openZip(bytes);
  if (head === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return openOle(bytes);
  // Web pages, XML spreadsheets and PDF are text too, and never a table of fields.
  if (/^(\xef\xbb\xbf)?\s*[<%{]/.test(head)) return UNKNOWN_KIND;
  const grid = readCsv(bytes);
  if (typeof grid === 'string') return grid === 'TOO_LARGE' ? TOO_LARGE : { code: 'UNREADABLE_FILE', why: grid };
  return { grids: [grid], externalLinks: false, marginTexts: [] };
}

function openOle(bytes: Uint8Array): OpenedFile | OpenFault {
  if (Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))) return ENCRYPTED;
  return openSheets(bytes, { externalLinks: false, marginTexts: [] });
}

function openZip(bytes: Uint8Array): OpenedFile | OpenFault {
  const files = unpackZip(bytes);
  if (files === 'TOO_LARGE') return TOO_LARGE;
  if (files === 'ENCRYPTED') return ENCRYPTED;
  if (files === 'BROKEN') return BROKEN;
  if (!files.has('xl/workbook.xml') || !files.has('[Content_Types].xml')) return UNKNOWN_KIND;
  const xml = [...files].filter(([name]) => /\.(xml|rels|vml)$/i.test(name));
  if (xml.some(([, content]) => hasDeclarations(content))) return { code: 'UNREADABLE_FILE', why: 'DTD' };
  const externalLinks = xml.some(([name]) => name.startsWith('xl/externalLinks/'));
  // Packed again from what was checked, so that the parser cannot see another archive than the one looked at.
  const checked = zipSync(Object.fromEntries(files), { level: 0 });
  return openSheets(checked, {
    externalLinks,
    marginTexts: xml.flatMap(([name, content]) => marginTexts(name, content)),
  });
}

/** A DTD, or an encoding in which one would not be seen. */
function hasDeclarations(content: Uint8Array): boolean {
  const view = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (
    (view[0] === 0xff && view[1] === 0xfe) ||
    (view[0] === 0xfe && view[1] === 0xff) ||
    view[0] === 0 ||
    view[1] === 0
  )
    return true;
  return view.includes('<!DOCTYPE') || view.includes('<!ENTITY') || view.subarray(0, 200).includes('utf-16');
}

function marginTexts(name: string, content: Uint8Array): string[] {
  const drawing = /^xl\/drawings\/[^/]+\.(xml|vml)$/i.test(name);
  if (!drawing && !name.startsWith('xl/worksheets/')) return [];
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('utf8');
  if (drawing) return paragraphs(text);
  // &L, &C and &R begin the parts of a page header; the other codes are fonts, sizes and fields.
  const headers = [...text.matchAll(/<(?:odd|even|first)(?:Header|Footer)[^>]*>([^<]*)</g)].map(([, body = '']) =>
    unescapeXml(body),
  );
  return headers.flatMap((header) => header.split(/&[LCR]/)).map((part) => part.replace(/&"[^"]*"|&\d+|&[A-Z]/g, ''));
}

function paragraphs(xml: string): string[] {
  const joined = xml.split(/<\/(?:a:p|div|font|v:textpath)>/).map((part) => {
    const runs = [...part.matchAll(/<a:t[^>]*>([^<]*)<|\bstring="([^"]*)"/g)].map(([, run, art]) => run ?? art ?? '');
    return unescapeXml(runs.join(''));
  });
  return joined.filter((text) => text.trim() !== '');
}

function unescapeXml(text: string): string {
  const plain = text.replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex?: string, dec?: string) => {
    const point = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
  return plain
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function openSheets(bytes: Uint8Array, rest: Omit<OpenedFile, 'grids'>): OpenedFile | OpenFault {
  const grids = readWorkbook(bytes);
  if (grids === 'TOO_LARGE') return TOO_LARGE;
  if (grids === 'ENCRYPTED') return ENCRYPTED;
  return grids === 'BROKEN' ? BROKEN : { grids, ...rest };
}
