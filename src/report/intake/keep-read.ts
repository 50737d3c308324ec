import type { Tx } from '../../ground/database/data-source.ts';
import type { Context } from '../../ground/gql/context.ts';
import { appendAudit, appendEvent } from '../../ground/outbox/outbox.store.ts';
import { insertFigures, type NewFigure } from '../figure/figure.store.ts';
import { insertVersion, type LockedReport, type ReportIdentity } from '../version/report.store.ts';
import { insertUpload, type NewUpload, storeFile } from '../version/upload.store.ts';
import type { Enclosed } from './enclosed.ts';
import type { Prepared } from './read-figures.ts';
import type { Reading } from './reading.ts';
import type { KnownSubmission } from './submission.ts';

/** A file as it arrived. */
export interface ArrivedFile {
  bytes: Buffer;
  name: string;
}

/** What is known once a file has been read. */
export interface ReadFile {
  file: ArrivedFile;
  prepared: Prepared;
  reading: Reading;
  synthetic: boolean;
  enclosed?: Enclosed | undefined;
}

/** Files what came, with its bytes and issues as far as they may be kept, and audits it. Answers the upload's number. */
export async function keepUpload(context: Context, tx: Tx, given: ReadFile, identity: ReportIdentity): Promise<string> {
  const { file, prepared, reading } = given;
  const upload: NewUpload = {
    ...identity,
    sha256: reading.sha256,
    fileName: reading.keepBytes ? file.name : null,
    byteSize: reading.keepBytes ? file.bytes.length : null,
    state: reading.failed !== undefined ? 'FAILED' : reading.outcome === 'REJECT' ? 'REFUSED' : 'ACCEPTED',
    // A failure tells of the reading and quotes nothing of the file.
    issues:
      reading.keepBytes || reading.failed !== undefined
        ? reading.issues
        : reading.issues.map(({ code, severity }) => ({ code, severity })),
    uploadedBy: context.viewer.actor,
  };
  if (reading.keepBytes) await storeFile(tx, upload, file.bytes);
  const uploadId = await insertUpload(tx, upload);
  await appendAudit(tx, context.viewer, {
    action: 'intake',
    provinceId: identity.provinceId,
    subjectType: 'Upload',
    subjectId: `${identity.provinceId}:${uploadId}`,
    detail: {
      outcome: reading.outcome,
      sha256: reading.sha256,
      form: prepared.known.form.spec.code,
      ...(given.enclosed ? { attachments: given.enclosed.trace() } : {}),
    },
  });
  return uploadId;
}

/** Writes what was read as the next version of its report, with its figures and the event that tells of it; answers its number. */
export async function newVersion(
  context: Context,
  tx: Tx,
  given: {
    report: LockedReport;
    uploadId: string;
    figures: readonly NewFigure[];
    known: KnownSubmission;
    reading: Reading;
    synthetic: boolean;
  },
): Promise<number> {
  const { report, figures, known } = given;
  const key = { provinceId: report.provinceId, reportId: report.id, version: report.latestVersion + 1 };
  await insertVersion(tx, {
    ...key,
    organisationId: report.organisationId,
    formVersion: known.form.version,
    uploadId: given.uploadId,
    fileSha256: given.reading.sha256,
    synthetic: given.synthetic,
    content: contentOf(figures),
    createdBy: context.viewer.actor,
  });
  await insertFigures(tx, { ...key, organisationId: report.organisationId, formId: report.formId }, figures);
  await appendEvent(tx, {
    type: 'REPORT_RECEIVED',
    provinceId: report.provinceId,
    organisationId: report.organisationId,
    subjectType: 'Report',
    subjectKey: `${report.provinceId}:${report.id}`,
    version: key.version,
    exposure: 0,
    actor: context.viewer.actor,
  });
  return key.version;
}

/** What a report says about its period: a number, that nothing arose, or nothing. */
function contentOf(figures: readonly NewFigure[]): 'RECEIVED' | 'NIL_RETURN' | 'EMPTY' {
  const own = figures.filter((figure) => figure.measure === 'IN_PERIOD');
  if (own.some((figure) => figure.value !== null)) return 'RECEIVED';
  return own.some((figure) => figure.missing === 'NOT_ARISEN') ? 'NIL_RETURN' : 'EMPTY';
}
