import { breakdownStore } from '../../catalogue/breakdown/breakdown.store.ts';
import { periodStore } from '../../catalogue/period/period.store.ts';
import type { Tx } from '../../ground/database/data-source.ts';
import type { Context } from '../../ground/gql/context.ts';
import { toGlobalId } from '../../ground/gql/node.ts';
import { mayWriteFor } from '../../ground/viewer/viewer.ts';
import { diffFigures, type FigureDiff } from '../figure/diff.ts';
import { comparableFigures, type NewFigure } from '../figure/figure.store.ts';
import { findReport, lockReport, type ReportIdentity } from '../version/report.store.ts';
import { linkUpload } from '../version/upload.store.ts';
import { type Enclosed, withEnclosed } from './enclosed.ts';
import { changesOf, type FigureChange } from './figure-changes.ts';
import { type ArrivedFile, keepUpload, newVersion, type ReadFile } from './keep-read.ts';
import { figuresOf, type Prepared, prepare, yearOf } from './read-figures.ts';
import type { ReadingWatch } from './read-workbook.ts';
import type { FileReader } from './reader/file-reader.ts';
import type { Reading } from './reading.ts';
import { forbidden, unauthenticated } from './receive-refusal.ts';
import type { KnownSubmission, Submission } from './submission.ts';

/** A file and what it says. */
export interface ReadAlone {
  file: ArrivedFile;
  reading: Reading;
}

/** What taking a file in needs besides the context. */
export interface IntakeOptions {
  /** Nothing is written; the answer is the same. */
  dryRun?: boolean;
  /** Whether this archive holds synthetic reports. */
  synthetic: boolean;
  /** What comes along with the file. */
  enclosed?: Enclosed | undefined;
}

/** What taking a workbook in needs as well. */
export interface ReceiveOptions extends IntakeOptions {
  /** Who reads it. */
  reader: FileReader;
  /** Told how far the reading has come. */
  watch?: ReadingWatch | undefined;
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
  /** The difference from the version before, cell by cell; empty for a first version and for a refused file. */
  changes: FigureChange[];
  issues: Reading['issues'];
  /** How many more issues there are than are listed. */
  issuesOmitted: number;
  /** Whether the file can be had with its issues as comments: there are some, and nothing forbids keeping it. */
  annotatable: boolean;
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
  { reader, watch, ...options }: ReceiveOptions,
): Promise<IntakeResult> {
  return takeIn(context, submission, options, async ({ known, areas }) => {
    const asked = {
      bytes: file.bytes,
      fileName: file.name,
      form: known.form.spec,
      submission: {
        organisation: known.organisation.code,
        place: { code: known.place.code, name: known.place.name },
        period: { kind: known.period.kind, dataFrom: known.period.dataFrom, dataTo: known.period.dataTo },
      },
      areas: areas.map(({ code, name }) => ({ code, name })),
    };
    return { file, reading: await reader.read(asked, watch) };
  });
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
  read: (prepared: Prepared) => Promise<ReadAlone> | ReadAlone,
): Promise<IntakeResult> {
  if (context.viewer.role === 'ANONYMOUS') throw unauthenticated();
  const prepared = await context.read((tx) => prepare(tx, submission));
  const { known } = prepared;
  if (!mayWriteFor(context.viewer, known.organisation.id)) throw forbidden(known.organisation.code);
  const { file, reading: alone } = await read(prepared);
  const reading = await withEnclosed(context, known, alone, options.enclosed);
  if (options.dryRun) return context.read((tx) => tryOut(tx, file, prepared, reading));
  return context.write((tx) => keep(context, tx, { ...options, file, prepared, reading }));
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
  return { ...resultOf(file, reading, diff), ...changed(prepared, diff, before.length > 0), dryRun: true };
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
  await given.enclosed?.keep(tx, { report, version, fresh: !same });
  return {
    ...resultOf(file, reading, diff),
    ...changed(prepared, diff, report.latestVersion > 0),
    ...base,
    report: toGlobalId('Report', report.provinceId, report.id),
    version,
  };
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

function changed(
  prepared: Prepared,
  diff: FigureDiff<NewFigure> | null,
  hasBefore: boolean,
): Pick<IntakeResult, 'changes'> {
  return { changes: diff === null ? [] : changesOf(prepared, diff, hasBefore) };
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
    changes: [],
    issues: reading.issues,
    issuesOmitted: reading.issuesOmitted ?? 0,
    annotatable: reading.keepBytes && reading.issues.length > 0,
    values: reading.values,
  };
}
