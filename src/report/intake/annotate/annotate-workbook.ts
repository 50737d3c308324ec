import { openFile } from '../workbook/open-file.ts';
import type { Issue, IssueCode } from '../reading.ts';
import { MOST_XLS_BYTES } from '../workbook/xls-file.ts';
import { unpackZip } from '../workbook/zip-file.ts';
import type { Rewritten } from './as-xlsx.ts';
import type { CellPlace } from './cell-place.ts';
import { planNotes } from './note-plan.ts';
import type { Note } from './note-plan.ts';
import { OfficePackage } from './package.ts';
import { rewriteGrids, rewriteXls } from './rewrite.ts';
import { mergedPlaces, readSheetXml } from './sheet-part.ts';
import { writeNotes } from './sheet-notes.ts';
import { findWorkbook, withoutMacros } from './workbook-part.ts';
import { UnfitPart } from './xml-tree.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The sender's workbook with comments in the cells that have findings. */
export interface Annotated {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Always .xlsx: .xls, .ods and CSV are written anew. */
  readonly extension: 'xlsx';
  /** Cells that got a comment of ours. */
  readonly comments: number;
}

/** Why a file cannot carry comments. */
export interface NotAnnotated {
  readonly code: Extract<IssueCode, 'UNREADABLE_FILE' | 'ENCRYPTED_FILE' | 'TOO_LARGE'>;
}

/**
 * The same workbook with the findings as comments. An .xlsx keeps every part that need not change byte for byte; of
 * other formats the values are written anew. What others commented stays, what we commented in an earlier round goes.
 * The same input gives the same bytes; nothing is thrown on account of the file.
 */
export async function annotateWorkbook(bytes: Uint8Array, issues: readonly Issue[]): Promise<Annotated | NotAnnotated> {
  try {
    const opened = await openParts(bytes, issues);
    if ('code' in opened) return opened;
    const pack = new OfficePackage(opened.parts);
    const comments = annotate(pack, renamed(issues, opened.names));
    // Only a file written anew has sheets that were named anew.
    const same = opened.names.size === 0 && !pack.changed;
    return { bytes: same ? bytes : pack.pack(), mediaType: XLSX, extension: 'xlsx', comments };
  } catch (error) {
    if (error instanceof UnfitPart) return { code: 'UNREADABLE_FILE' };
    throw error;
  }
}

function annotate(pack: OfficePackage, issues: readonly Issue[]): number {
  const workbook = findWorkbook(pack);
  withoutMacros(pack, workbook.part);
  const plan = planNotes(
    issues,
    workbook.sheets.map(({ name, visible, part }) => ({ name, visible, seenAt: seenAt(pack, part) })),
  );
  let comments = 0;
  for (const [index, sheet] of workbook.sheets.entries()) {
    const notes = plan.get(index) ?? new Map<string, Note>();
    writeNotes(pack, { workbook: workbook.part, sheet }, notes);
    comments += notes.size;
  }
  return comments;
}

/** Merges of a sheet are read only when a finding is on it. */
function seenAt(pack: OfficePackage, part: string): (place: CellPlace) => CellPlace {
  let merged: ((place: CellPlace) => CellPlace) | null = null;
  return (place) => {
    merged ??= mergedPlaces(readSheetXml(pack.bytes(part)));
    return merged(place);
  };
}

function renamed(issues: readonly Issue[], names: ReadonlyMap<string, string>): readonly Issue[] {
  if ([...names].every(([old, chosen]) => old === chosen)) return issues;
  const byName = new Map([...names].map(([old, chosen]) => [old.normalize('NFC'), chosen]));
  return issues.map((issue) => {
    const chosen = issue.sheet === null ? undefined : byName.get(issue.sheet.normalize('NFC'));
    return chosen === undefined ? issue : { ...issue, sheet: chosen };
  });
}

async function openParts(bytes: Uint8Array, issues: readonly Issue[]): Promise<Rewritten | NotAnnotated> {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (head === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return openOle(bytes, issues);
  if (head.startsWith('PK')) {
    const parts = unpackZip(bytes);
    if (parts === 'TOO_LARGE') return { code: 'TOO_LARGE' };
    if (parts === 'ENCRYPTED') return { code: 'ENCRYPTED_FILE' };
    if (parts === 'BROKEN') return { code: 'UNREADABLE_FILE' };
    if (parts.has('[Content_Types].xml')) return { parts, names: new Map() };
  }
  const opened = await openFile(bytes);
  return 'code' in opened ? { code: opened.code } : rewriteGrids(opened.grids);
}

function openOle(bytes: Uint8Array, issues: readonly Issue[]): Rewritten | NotAnnotated {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return { code: 'ENCRYPTED_FILE' };
  if (bytes.length > MOST_XLS_BYTES) return { code: 'TOO_LARGE' };
  try {
    return rewriteXls(
      bytes,
      issues.some(({ code }) => code === 'LEGACY_ENCODING'),
    );
  } catch (error) {
    if (error instanceof UnfitPart && /password|encrypt/i.test(error.message)) return { code: 'ENCRYPTED_FILE' };
    throw error;
  }
}
