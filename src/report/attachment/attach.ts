import type { Tx } from '../../ground/database/data-source.ts';
import { toGlobalId } from '../../ground/gql/node.ts';
import { appendEvent } from '../../ground/outbox/outbox.store.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import type { Issue } from '../intake/reading.ts';
import type { LockedReport } from '../version/report.store.ts';
import { storeFile } from '../version/upload.store.ts';
import { attachRefusals } from './attach-refusal.ts';
import { documentIssues } from './attachment-issue.ts';
import { type CheckedFile, MOST_ATTACHMENTS } from './check-attachments.ts';
import {
  endAttachment,
  type HeldAttachment,
  heldBy,
  insertAttachment,
  versionExposure,
  versionsWithNumber,
} from './attachment.store.ts';

/** What became of a file that was sent along. */
export interface AttachedFile {
  /** Global id; null where nothing was written. */
  id: string | null;
  kind: CheckedFile['kind'];
  file: string;
  mediaType: string;
  byteSize: number;
  sha256: string;
  /** UNCHANGED: the version had it already. Null where nothing was written. */
  outcome: 'NEW' | 'UNCHANGED' | null;
}

/** A version to attach to; its report is locked. */
export interface AttachTo {
  report: LockedReport;
  version: number;
  /** Whether the version is made in this very transaction, and announced by its own event. */
  fresh: boolean;
}

/** A file of which nothing has been written. */
export function notAttached({ kind, name, bytes, sha256, mediaType }: CheckedFile): AttachedFile {
  return { id: null, kind, file: name, mediaType, byteSize: bytes.length, sha256, outcome: null };
}

/**
 * Attaches checked files to a version in the transaction of the caller: the bytes, the rows, and the event where the version
 * is not new. What it has already is left as it is. Raises `HubError` ILLEGAL_STATE where another signed document has been
 * submitted with the version, BAD_USER_INPUT where there would be too many files.
 */
export async function attach(
  tx: Tx,
  viewer: Pick<Viewer, 'actor'>,
  to: AttachTo,
  files: readonly CheckedFile[],
): Promise<AttachedFile[]> {
  const { report, version } = to;
  const key = { provinceId: report.provinceId, reportId: report.id, version };
  const held = await heldBy(tx, key);
  const exposure = (await versionExposure(tx, key)) ?? 0;
  const attached: AttachedFile[] = [];
  let others = held.filter(({ kind }) => kind !== 'SIGNED_DOCUMENT').length;
  for (const file of files) {
    const same = held.find((one) => isSame(one, file));
    if (!same && file.kind === 'SIGNED_DOCUMENT') await makeRoom(tx, report.provinceId, held, exposure);
    if (!same && file.kind !== 'SIGNED_DOCUMENT' && ++others > MOST_ATTACHMENTS)
      throw attachRefusals.tooMany(MOST_ATTACHMENTS);
    const id = same?.id ?? (await insert(tx, viewer, to, file));
    const made = { id: toGlobalId('Attachment', report.provinceId, id), outcome: same ? 'UNCHANGED' : 'NEW' } as const;
    attached.push({ ...notAttached(file), ...made });
  }
  if (!to.fresh && attached.some(({ outcome }) => outcome === 'NEW')) {
    await appendEvent(tx, {
      type: 'REPORT_ATTACHED',
      provinceId: report.provinceId,
      organisationId: report.organisationId,
      subjectType: 'Report',
      subjectKey: `${report.provinceId}:${report.id}`,
      version,
      exposure: exposure > 0 ? 1 : 0,
      actor: viewer.actor,
    });
  }
  return attached;
}

async function insert(tx: Tx, viewer: Pick<Viewer, 'actor'>, to: AttachTo, file: CheckedFile): Promise<string> {
  const { provinceId, organisationId, id: reportId } = to.report;
  await storeFile(tx, { provinceId, organisationId, sha256: file.sha256 }, file.bytes);
  const { kind, sha256, mediaType, document } = file;
  const id = await insertAttachment(tx, {
    provinceId,
    organisationId,
    reportId,
    version: to.version,
    kind,
    sha256,
    mediaType,
    document,
    fileName: file.name,
    byteSize: file.bytes.length,
    attachedBy: viewer.actor,
  });
  if (id === null) throw new Error('An attachment is there that the lock of its report should have shown.');
  return id;
}

function isSame(held: HeldAttachment, { kind, sha256, document }: CheckedFile): boolean {
  if (held.kind !== kind || held.sha256 !== sha256) return false;
  return (
    document === null ||
    (held.documentNumber === document.number &&
      held.documentDate === document.date &&
      held.documentSubject === document.subject &&
      held.signerName === document.signerName &&
      held.signerOffice === document.signerOffice)
  );
}

/** A signed document takes the place of the one before as long as nobody but the organisation has seen that. */
async function makeRoom(tx: Tx, provinceId: number, held: readonly HeldAttachment[], exposure: number): Promise<void> {
  const before = held.find(({ kind }) => kind === 'SIGNED_DOCUMENT');
  if (!before) return;
  if (exposure > 0) throw attachRefusals.submitted(before.documentNumber ?? '');
  await endAttachment(tx, provinceId, before.id);
}

/** A warning where the number of a signed document goes with another report already, as far as the viewer sees that. */
export async function duplicateIssues(
  tx: Tx,
  at: { provinceId: number; organisationId: number; reportId: string | null },
  files: readonly CheckedFile[],
): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const { document, sha256 } of files) {
    if (document === null) continue;
    const found = await versionsWithNumber(tx, { ...at, sha256 }, document);
    const names = found.map(
      ({ reportId, version, form, period }) =>
        `${form} ${period} v${version} (${toGlobalId('Report', at.provinceId, reportId)})`,
    );
    if (names.length > 0) issues.push(documentIssues.duplicate(document.number, document.year, names));
  }
  return issues;
}
