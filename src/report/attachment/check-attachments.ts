import { createHash } from 'node:crypto';
import { MEDIA_TYPES } from '../intake/inspect/file-kind.ts';
import type { FileReader } from '../intake/reader/file-reader.ts';
import type { Issue } from '../intake/reading.ts';
import { documentIssues, fileIssue, signedIsNoPdf } from './attachment-issue.ts';
import type { AttachmentKindName } from './attachment.row.ts';
import { DOCUMENT_FIELDS, type GivenDocument, readSignedDocument, type SignedPaper } from './signed-document.ts';

/** Files beside the signed document that a version may have. */
export const MOST_ATTACHMENTS = 10;

/** What was sent along with a workbook, or later. */
export interface SentAlong {
  readonly files: readonly { readonly kind: AttachmentKindName; readonly name: string; readonly bytes: Buffer }[];
  /** What is said of the signed document. */
  readonly document: GivenDocument;
}

/** A file that may be attached. */
export interface CheckedFile {
  readonly kind: AttachmentKindName;
  readonly name: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly mediaType: string;
  readonly document: SignedPaper | null;
}

/** Files that may be attached, and everything that is wrong with what was sent. */
export interface CheckedAlong {
  readonly files: readonly CheckedFile[];
  readonly issues: readonly Issue[];
}

/** Whether nothing at all was sent along. */
export function isNothing({ files, document }: SentAlong): boolean {
  return files.length === 0 && !DOCUMENT_FIELDS.some((name) => document[name]);
}

/** Looks at everything that was sent along, one file after another. The same bytes twice in one kind are one file. */
export async function checkAttachments(
  reader: Pick<FileReader, 'inspect'>,
  { files, document }: SentAlong,
): Promise<CheckedAlong> {
  const checked = new Map<string, CheckedFile>();
  const signed = files.some(({ kind }) => kind === 'SIGNED_DOCUMENT');
  const said = DOCUMENT_FIELDS.some((name) => document[name]);
  const paper = signed ? readSignedDocument(document) : [];
  const issues: Issue[] = Array.isArray(paper) ? [...paper] : [];
  if (said && !signed) issues.push(documentIssues.withoutFile());
  for (const { kind, name, bytes } of files) {
    const found = await reader.inspect(bytes);
    if ('fault' in found) issues.push(fileIssue(found.fault, name));
    else if (kind === 'SIGNED_DOCUMENT' && found.kind !== 'PDF') issues.push(signedIsNoPdf(name));
    else {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const own = kind === 'SIGNED_DOCUMENT' && !Array.isArray(paper) ? paper : null;
      const file = { kind, name, bytes, sha256, mediaType: MEDIA_TYPES[found.kind], document: own };
      if (!checked.has(`${kind} ${sha256}`)) checked.set(`${kind} ${sha256}`, file);
    }
  }
  return { files: [...checked.values()], issues };
}
