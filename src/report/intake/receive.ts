import { breakdownStore } from '../../catalogue/breakdown/breakdown.store.ts';
import { periodStore } from '../../catalogue/period/period.store.ts';
import type { Tx } from '../../ground/database/data-source.ts';
import type { Context } from '../../ground/gql/context.ts';
import { HubError } from '../../ground/gql/hub-error.ts';
import { toGlobalId } from '../../ground/gql/node.ts';
import { appendAudit, appendEvent } from '../../ground/outbox/outbox.store.ts';
import { mayWriteFor } from '../../ground/viewer/viewer.ts';
import { diffFigures, type FigureDiff } from '../figure/diff.ts';
import { comparableFigures, insertFigures, type NewFigure } from '../figure/figure.store.ts';
import {
  findReport,
  insertVersion,
  type LockedReport,
  lockReport,
  type ReportIdentity,
} from '../version/report.store.ts';
import { insertUpload, linkUpload, type NewUpload, storeFile } from '../version/upload.store.ts';
import { figuresOf, type Prepared, prepare, yearOf } from './read-figures.ts';
import { readReport } from './read-workbook.ts';
import type { Reading } from './reading.ts';
import type { KnownSubmission, Submission } from './submission.ts';

/** A file as it arrived. */
export interface ArrivedFile {
  bytes: Buffer;
  name: string;
}

/** What taking a file in needs besides the context. */
export interface IntakeOptions {
  /** Nothing is written; the answer is the same. */
  dryRun?: boolean;
  /** Whether this archive holds synthetic reports. */
  synthetic: boolean;
}

/** What became of a file. */
export interface IntakeResult {
  file: string;
  sha256: string;
  outcome: Reading['outcome'];
  dryRun: boolean;
  /** Global ids; null where nothing was written. */
  upload: string | null;
  report: string | null;
  version: number | null;
  counts: { new: number; changed: number; unchanged: number; removed: number; rejected: number };
  issues: Reading['issues'];
  values: Reading['values'];
}

/**
 * Takes a file in: reads it, files it with everything that is wrong with it, and, where nothing is, makes it a version of
 * its report. The same figures again make no new version. Raises `HubError` BAD_USER_INPUT where the submission names
 * something unknown, FORBIDDEN where the caller does not report for the organisation; a wrong file is an answer, not an error.
 */
export function receive(
  context: Context,
  file: ArrivedFile,
  submission: Submission,
  options: IntakeOptions,
): Promise<IntakeResult> {
  return takeIn(context, submission, options, ({ known, areas }) => ({
    file,
    reading: readReport({
      bytes: file.bytes,
      fileName: file.name,
      form: known.form.spec,
      submission: {
        organisation: known.organisation.code,
        place: { code: known.place.code, name: known.place.name },
        period: { kind: known.period.kind, dataFrom: known.period.dataFrom, dataTo: known.period.dataTo },
      },
      areas,
    }),
  }));
}

/**
 * The one way in for whatever has been read: `read` answers the file to keep and what it says, and everything behind that
 * (who may, upload, version, figures, audit, event, dry run) is the same for workbooks and for figures given without one.
 * Raises as `receive`.
 */
export async function takeIn(
  context: Context,
  submission: Submission,
  options: IntakeOptions,
  read: (prepared: Prepared) => { file: ArrivedFile; reading: Reading },
): Promise<IntakeResult> {
  if (context.viewer.role === 'ANONYMOUS') throw unauthenticated();
  const prepared = await context.read((tx) => prepare(tx, submission));
  const { known } = prepared;
  if (!mayWriteFor(context.viewer, known.organisation.id)) throw forbidden(known.organisation.code);
  const { file, reading } = read(prepared);
  if (options.dryRun) return context.read((tx) => tryOut(tx, file, prepared, reading));
  return context.write((tx) => keep(context, tx, { file, prepared, reading, synthetic: options.synthetic }));
}

async function tryOut(tx: Tx, file: ArrivedFile, prepared: Prepared, reading: Reading): Promise<IntakeResult> {
  const { known } = prepared;
  const figures =
    reading.outcome === 'REJECT' ? [] : figuresOf(prepared, reading, { own: 0, year: 0, yearEnd: known.period.dataTo });
  const report = await findReport(tx, identityOf(known, 0), known.period);
  const before = report
    ? await comparableFigures(tx, { provinceId: report.provinceId, reportId: report.id, version: report.latestVersion })
    : [];
  const diff = reading.outcome === 'REJECT' ? null : diffFigures(before, figures);
  return { ...resultOf(file, reading, diff), dryRun: true };
}

/** What is known once a file has been read. */
interface ReadFile {
  file: ArrivedFile;
  prepared: Prepared;
  reading: Reading;
  synthetic: boolean;
}

async function keep(context: Context, tx: Tx, given: ReadFile): Promise<IntakeResult> {
  const { file, prepared, reading } = given;
  const { known } = prepared;
  const year = yearOf(known.period);
  const [own = 0, yearId = 0] = await periodStore.ensure(tx, [known.period, year]);
  const identity = identityOf(known, own);
  const uploadId = await keepUpload(context, tx, given, identity);
  const base = { upload: toGlobalId('Upload', identity.provinceId, uploadId), dryRun: false };
  if (reading.outcome === 'REJECT') return { ...resultOf(file, reading, null), ...base };
  const figures = figuresOf(prepared, reading, { own, year: yearId, yearEnd: year.dataTo });
  await breakdownStore.ensure(tx, [...new Set(figures.map((figure) => figure.breakdown))]);
  const report = await lockReport(tx, identity);
  const key = { provinceId: report.provinceId, reportId: report.id };
  const before =
    report.latestVersion === 0 ? [] : await comparableFigures(tx, { ...key, version: report.latestVersion });
  const diff = diffFigures(before, figures);
  const same = report.latestVersion > 0 && diff.added.length + diff.changed.length + diff.removed.length === 0;
  const version = same
    ? report.latestVersion
    : await newVersion(context, tx, { report, uploadId, figures, known, reading, synthetic: given.synthetic });
  await linkUpload(tx, identity.provinceId, uploadId, report.id, version);
  return {
    ...resultOf(file, reading, diff),
    ...base,
    report: toGlobalId('Report', report.provinceId, report.id),
    version,
  };
}

/** Files what came, with its bytes and issues as far as they may be kept, and audits it. Answers the upload's number. */
async function keepUpload(context: Context, tx: Tx, given: ReadFile, identity: ReportIdentity): Promise<string> {
  const { file, prepared, reading } = given;
  const upload: NewUpload = {
    ...identity,
    sha256: reading.sha256,
    fileName: reading.keepBytes ? file.name : null,
    byteSize: reading.keepBytes ? file.bytes.length : null,
    state: reading.outcome === 'REJECT' ? 'REFUSED' : 'ACCEPTED',
    issues: reading.keepBytes ? reading.issues : reading.issues.map(({ code, severity }) => ({ code, severity })),
    uploadedBy: context.viewer.actor,
  };
  if (reading.keepBytes) await storeFile(tx, upload, file.bytes);
  const uploadId = await insertUpload(tx, upload);
  await appendAudit(tx, context.viewer, {
    action: 'intake',
    provinceId: identity.provinceId,
    subjectType: 'Upload',
    subjectId: `${identity.provinceId}:${uploadId}`,
    detail: { outcome: reading.outcome, sha256: reading.sha256, form: prepared.known.form.spec.code },
  });
  return uploadId;
}

async function newVersion(
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

function identityOf(known: KnownSubmission, periodId: number): ReportIdentity {
  return {
    provinceId: known.place.provinceId,
    formId: known.form.id,
    organisationId: known.organisation.id,
    placeId: known.place.id,
    periodId,
    dataTo: known.period.dataTo,
  };
}

function resultOf(file: ArrivedFile, reading: Reading, diff: FigureDiff<NewFigure> | null): IntakeResult {
  const cells = new Set(
    reading.issues.filter((issue) => issue.severity === 'ERROR').map((issue) => `${issue.sheet}!${issue.cell}`),
  );
  return {
    file: file.name,
    sha256: reading.sha256,
    outcome: reading.outcome,
    dryRun: false,
    upload: null,
    report: null,
    version: null,
    counts: {
      new: diff?.added.length ?? 0,
      changed: diff?.changed.length ?? 0,
      unchanged: diff?.unchanged.length ?? 0,
      removed: diff?.removed.length ?? 0,
      rejected: cells.size,
    },
    issues: reading.issues,
    values: reading.values,
  };
}

function unauthenticated(): HubError {
  return new HubError({
    code: 'UNAUTHENTICATED',
    vi: 'Gửi báo cáo cần khóa truy cập. Hãy gửi kèm tiêu đề Authorization: Bearer <khóa>.',
    en: 'Sending a report needs a key. Send the header Authorization: Bearer <key>.',
  });
}

function forbidden(code: string): HubError {
  return new HubError({
    code: 'FORBIDDEN',
    vi: `Khóa này không được gửi báo cáo cho ${code}. Hãy dùng khóa OFFICER hoặc LEADER của tổ chức đó.`,
    en: `This key may not send reports for ${code}. Use an OFFICER or LEADER key of that organisation.`,
  });
}
