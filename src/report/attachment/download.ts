import type { Context } from '../../ground/gql/context.ts';
import { numbersInId } from '../../ground/gql/node.ts';
import { attachmentsByKey } from './attachment.store.ts';
import { workbookMediaType } from '../intake/inspect/file-kind.ts';
import { readStretch, reviewedFile, type StoredFile, uploadedFile } from './stored-file.store.ts';

/** Bytes read at a time: a download holds no more of a file in memory. */
const STRETCH = 2 * 1024 * 1024;

/** A file that the caller may have. */
export interface Download {
  readonly sha256: string;
  readonly byteSize: number;
  readonly mediaType: string;
  readonly fileName: string;
  /** The bytes in order. Ends early where they are not to be had any more. */
  chunks(): AsyncGenerator<Buffer>;
}

type FileKey = Pick<StoredFile, 'provinceId' | 'organisationId' | 'sha256'>;

/** The workbook of an upload by its global id; `null` where there is none, or none that the caller may have. */
export async function workbookDownload(context: Context, id: string): Promise<Download | null> {
  const [provinceId, upload] = numbersInId(id, 'Upload', 2) ?? [];
  const find = finderFor(context);
  if (provinceId === undefined || find === null) return null;
  const file = await context.read((tx) => find(tx, context.viewer, { provinceId, uploadId: String(upload) }));
  const first = file && (await stretch(context, file, 0));
  if (!file || !first) return null;
  const mediaType = workbookMediaType(first.subarray(0, 128));
  return {
    sha256: file.sha256,
    byteSize: file.byteSize,
    mediaType,
    fileName: file.fileName ?? `${file.form}_${file.period}_v${file.version ?? 0}.${ENDINGS[mediaType] ?? 'xlsx'}`,
    chunks: () => chunksAfter(context, file, file.byteSize, first),
  };
}

const ENDINGS: Readonly<Record<string, string>> = {
  'application/vnd.ms-excel': 'xls',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/json': 'json',
  'text/csv': 'csv',
};

/** Reviewers see no uploads: they come to the same file by the version made from it. */
function finderFor({ viewer }: Context): typeof uploadedFile | null {
  switch (viewer.role) {
    case 'ADMIN':
    case 'OFFICER':
    case 'LEADER':
      return uploadedFile;
    case 'REVIEWER':
      return reviewedFile;
    default:
      return null;
  }
}

/** The file of an attachment by its global id; `null` where there is none, or none that the caller may have. */
export async function attachmentDownload(context: Context, id: string): Promise<Download | null> {
  const [provinceId, attachment] = numbersInId(id, 'Attachment', 2) ?? [];
  if (provinceId === undefined) return null;
  const key = { provinceId, id: String(attachment) };
  const [row] = await context.read((tx) => attachmentsByKey(tx, context.viewer, [key]));
  const first = row?.open ? await stretch(context, row, 0) : null;
  if (!row || !first) return null;
  const { sha256, byteSize, mediaType, fileName } = row;
  return {
    sha256,
    byteSize,
    mediaType,
    fileName: fileName ?? 'unnamed',
    chunks: () => chunksAfter(context, row, byteSize, first),
  };
}

function stretch(context: Context, file: FileKey, from: number): Promise<Buffer | null> {
  return context.read((tx) => readStretch(tx, file, from, STRETCH));
}

/** A short transaction for each stretch: a slow client holds no connection, and who loses the right to the file gets no more of it. */
async function* chunksAfter(context: Context, file: FileKey, size: number, first: Buffer): AsyncGenerator<Buffer> {
  yield first;
  for (let at = first.length; at < size; ) {
    const next = await stretch(context, file, at);
    if (next === null || next.length === 0) return;
    at += next.length;
    yield next;
  }
}
