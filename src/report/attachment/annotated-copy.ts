import type { Context } from '../../ground/gql/context.ts';
import { numbersInId } from '../../ground/gql/node.ts';
import type { FileReader } from '../intake/reader/file-reader.ts';
import type { Issue } from '../intake/reading.ts';
import type { ArrivedFile } from '../intake/keep-read.ts';
import { uploadsByKey } from '../version/upload.store.ts';
import { readStretch, uploadedFile } from './stored-file.store.ts';

/** The workbook of a sender with a comment at every cell that has an issue. */
export interface AnnotatedCopy {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly fileName: string;
  /** Cells that have a comment. */
  readonly comments: number;
}

/** Makes the copy in the reading process; `null` where the file is none that can carry comments. */
export async function annotatedCopy(
  reader: FileReader,
  { bytes, name }: ArrivedFile,
  issues: readonly Issue[],
): Promise<AnnotatedCopy | null> {
  const made = await reader.annotate(bytes, issues);
  if (made === null) return null;
  const { buffer, byteOffset, byteLength } = made.bytes;
  return {
    bytes: Buffer.from(buffer, byteOffset, byteLength),
    mediaType: made.mediaType,
    fileName: annotatedName(name, made.extension),
    comments: made.comments,
  };
}

/**
 * The copy of an upload by its global id, for the organisation that sent it and administrators; `null` where there is no
 * such upload for the caller, where it has no issues, and where its bytes were not kept or cannot carry comments.
 */
export async function annotatedUpload(context: Context, reader: FileReader, id: string): Promise<AnnotatedCopy | null> {
  const [provinceId, upload] = numbersInId(id, 'Upload', 2) ?? [];
  if (provinceId === undefined || !['ADMIN', 'OFFICER', 'LEADER'].includes(context.viewer.role)) return null;
  const key = { provinceId, uploadId: String(upload) };
  const kept = await context.read(async (tx) => {
    const file = await uploadedFile(tx, context.viewer, key);
    if (file?.fileName == null) return null;
    const [row] = await uploadsByKey(tx, context.viewer, [key]);
    const issues = (row?.issues ?? []) as readonly Issue[];
    if (!isAnnotatable({ ...file, issues })) return null;
    const bytes = await readStretch(tx, file, 0, file.byteSize);
    return bytes && { file: { bytes, name: file.fileName }, issues };
  });
  return kept && annotatedCopy(reader, kept.file, kept.issues);
}

/** Whether a copy of a kept upload can be asked for: it has issues, and is a workbook and not figures given without one. */
export function isAnnotatable(upload: {
  fileName: string | null;
  byteSize: number | null;
  issues: readonly unknown[];
}): boolean {
  const { fileName, byteSize, issues } = upload;
  return byteSize !== null && issues.length > 0 && fileName !== null && !fileName.endsWith('.json');
}

/** `bao-cao.xls` is annotated as `bao-cao.ghi-chu.xlsx`, and so is that file sent back. */
function annotatedName(fileName: string, extension: string): string {
  return `${fileName.replace(/\.\w{1,5}$/, '').replace(/\.ghi-chu$/, '')}.ghi-chu.${extension}`;
}
