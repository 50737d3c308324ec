import { readCsv } from './csv-file.ts';
import { isOds, isOdsEncrypted, readOds } from './ods-file.ts';
import { TooLargeSheet } from './packed-sheet.ts';
import type { IssueCode } from '../reading.ts';
import type { Grid } from './sheet.ts';
import { MOST_XLS_BYTES, readXls } from './xls-file.ts';
import { XmlFault } from './xml-text.ts';
import { isXlsx, readXlsx } from './xlsx-file.ts';
import type { OpenedWorkbook, ReadingProgress } from './xlsx-file.ts';
import { BrokenZip, openZip } from './zip-file.ts';

/** Largest file taken in, in bytes: 20 MB. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024;

/** A file whose cells can be looked at; nothing of it is trusted yet. */
export interface OpenedFile {
  readonly grids: readonly Grid[];
  readonly externalLinks: boolean;
  /** Texts outside the cells that may carry a stamp: drawings, comments, page headers and footers. */
  readonly marginTexts: readonly string[];
  /** Whether texts in legacy fonts or encodings were converted by what the file says of them. */
  readonly legacy: boolean;
}

/** Why a file cannot be opened; `why` picks the sentence shown. */
export interface OpenFault {
  readonly code: Extract<IssueCode, 'UNREADABLE_FILE' | 'ENCRYPTED_FILE' | 'TOO_LARGE'>;
  readonly why: 'SIZE' | 'XLS_SIZE' | 'BOMB' | 'PASSWORD' | 'KIND' | 'BROKEN' | 'DTD' | 'TEXT' | 'QUOTES' | 'EMPTY';
}

const TOO_LARGE: OpenFault = { code: 'TOO_LARGE', why: 'BOMB' };
const BROKEN: OpenFault = { code: 'UNREADABLE_FILE', why: 'BROKEN' };
const ENCRYPTED: OpenFault = { code: 'ENCRYPTED_FILE', why: 'PASSWORD' };
const UNKNOWN_KIND: OpenFault = { code: 'UNREADABLE_FILE', why: 'KIND' };

/** Opens .xlsx, .xls (BIFF), .ods and CSV by their bytes; the name's ending is not believed. */
export async function openFile(
  bytes: Uint8Array,
  progress: ReadingProgress = () => undefined,
): Promise<OpenedFile | OpenFault> {
  if (bytes.length === 0) return { code: 'UNREADABLE_FILE', why: 'EMPTY' };
  if (bytes.length > MOST_FILE_BYTES) return { code: 'TOO_LARGE', why: 'SIZE' };
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  try {
    if (head.startsWith('PK')) return await openArchive(bytes, progress);
    if (head === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return await openOle(bytes);
    // Web pages, XML spreadsheets and PDF are text too, and never a table of fields.
    if (/^(\xef\xbb\xbf)?\s*[<%{]/.test(head)) return UNKNOWN_KIND;
    const csv = await readCsv(bytes, progress);
    if (typeof csv === 'string') return { code: 'UNREADABLE_FILE', why: csv };
    return { grids: [csv.grid], externalLinks: false, marginTexts: [], legacy: csv.legacy };
  } catch (fault) {
    if (fault instanceof TooLargeSheet) return TOO_LARGE;
    if (fault instanceof BrokenZip) return BROKEN;
    if (fault instanceof XmlFault) return fault.why === 'DTD' ? { code: 'UNREADABLE_FILE', why: 'DTD' } : BROKEN;
    throw fault;
  }
}

async function openOle(bytes: Uint8Array): Promise<OpenedFile | OpenFault> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return ENCRYPTED;
  if (bytes.length > MOST_XLS_BYTES) return { code: 'TOO_LARGE', why: 'XLS_SIZE' };
  // A document of another program in the same kind of container.
  const named = (name: string): boolean => view.includes(Buffer.from(name, 'utf16le'));
  if (!named('Workbook') && !named('Book')) return UNKNOWN_KIND;
  const book = await readXls(bytes);
  if (book === 'ENCRYPTED') return ENCRYPTED;
  return book === 'BROKEN' ? BROKEN : { ...book, externalLinks: false, legacy: false };
}

async function openArchive(bytes: Uint8Array, progress: ReadingProgress): Promise<OpenedFile | OpenFault> {
  const zip = openZip(bytes);
  if (zip === 'TOO_LARGE') return TOO_LARGE;
  if (zip === 'ENCRYPTED') return ENCRYPTED;
  if (zip === 'BROKEN') return BROKEN;
  if (isXlsx(zip)) return asFile(await readXlsx(zip, progress));
  if (!isOds(zip)) return UNKNOWN_KIND;
  if (await isOdsEncrypted(zip)) return ENCRYPTED;
  const opened = await readOds(zip, progress);
  return opened === null ? UNKNOWN_KIND : asFile(opened);
}

/** Texts are read as they are looked at, so that only then it is known whether a legacy font has changed one. */
function asFile({ fonts, ...opened }: OpenedWorkbook): OpenedFile {
  return {
    ...opened,
    get legacy() {
      return fonts.found;
    },
  };
}
