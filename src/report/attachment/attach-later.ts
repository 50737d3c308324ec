import type { Context } from '../../ground/gql/context.ts';
import { numbersInId } from '../../ground/gql/node.ts';
import { appendAudit } from '../../ground/outbox/outbox.store.ts';
import { mayWriteFor } from '../../ground/viewer/viewer.ts';
import type { FileReader } from '../intake/reader/file-reader.ts';
import type { Issue, ReadingOutcome } from '../intake/reading.ts';
import { reportLoaders } from '../version/report.loader.ts';
import { lockReportById } from '../version/report.store.ts';
import type { Report } from '../version/report.type.ts';
import { attach, type AttachedFile, duplicateIssues, notAttached } from './attach.ts';
import { attachRefusals } from './attach-refusal.ts';
import { checkAttachments, type CheckedFile, isNothing, type SentAlong } from './check-attachments.ts';

/** What became of files that were sent after their workbook. */
export interface LaterResult {
  /** Global id of the report. */
  report: string;
  /** The version they are attached to; null where nothing was written. */
  version: number | null;
  outcome: ReadingOutcome;
  dryRun: boolean;
  issues: readonly Issue[];
  attachments: AttachedFile[];
}

/** What attaching later needs besides the files. */
export interface LaterOptions {
  /** Who looks at the files. */
  reader: FileReader;
  /** Nothing is written; the answer is the same. */
  dryRun: boolean;
  /** The version that the caller has seen; left out: the latest, whichever that is. */
  expectedVersion?: number | undefined;
}

/**
 * Attaches files to the latest version of a report, all of them or none. The same files again change nothing. Raises
 * `HubError` UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, BAD_USER_INPUT, CONFLICT, ILLEGAL_STATE; a wrong file is an answer.
 */
export async function attachLater(
  context: Context,
  id: string,
  sent: SentAlong,
  options: LaterOptions,
): Promise<LaterResult> {
  const report = await reportToChange(context, id);
  if (isNothing(sent)) throw attachRefusals.nothing();
  const { files, issues: wrong } = await checkAttachments(options.reader, sent);
  const doubled = await context.read((tx) => duplicateIssues(tx, report, files));
  const issues = [...wrong, ...doubled];
  const outcome: ReadingOutcome = wrong.length > 0 ? 'REJECT' : doubled.length > 0 ? 'ACCEPT_WITH_WARNINGS' : 'ACCEPT';
  const base = { report: report.id, outcome, dryRun: options.dryRun, issues };
  if (options.dryRun || outcome === 'REJECT') {
    if (!options.dryRun) await traceRefusal(context, report, issues);
    return { ...base, version: null, attachments: files.map(notAttached) };
  }
  return { ...base, ...(await write(context, report, files, options.expectedVersion)) };
}

/** The report, where the caller sees it and may change it. */
async function reportToChange(context: Context, id: string): Promise<Report> {
  if (context.viewer.role === 'ANONYMOUS') throw attachRefusals.unauthenticated();
  const key = numbersInId(id, 'Report', 2);
  const report = key && (await context.use(reportLoaders).byKey.load(key.join(':')));
  if (!report) throw attachRefusals.notFound();
  if (!mayWriteFor(context.viewer, report.organisationId)) throw attachRefusals.forbidden();
  return report;
}

function write(
  context: Context,
  { provinceId, reportId }: Report,
  files: readonly CheckedFile[],
  expected: number | undefined,
): Promise<Pick<LaterResult, 'version' | 'attachments'>> {
  return context.write(async (tx) => {
    const report = await lockReportById(tx, provinceId, reportId);
    if (!report || report.latestVersion === 0) throw attachRefusals.notFound();
    const version = report.latestVersion;
    if (expected !== undefined && expected !== version) throw attachRefusals.conflict(expected, version);
    const attachments = await attach(tx, context.viewer, { report, version, fresh: false }, files);
    if (attachments.some(({ outcome }) => outcome === 'NEW')) {
      await appendAudit(tx, context.viewer, {
        action: 'attachFiles',
        provinceId,
        subjectType: 'Report',
        subjectId: `${provinceId}:${reportId}`,
        detail: { version, attachments: files.map(({ kind, sha256 }) => ({ kind, sha256 })) },
      });
    }
    return { version, attachments };
  });
}

/** Of files that were refused only who sent them, when, for what and why stays. */
function traceRefusal(context: Context, { provinceId, reportId }: Report, issues: readonly Issue[]): Promise<void> {
  return context.write((tx) =>
    appendAudit(tx, context.viewer, {
      action: 'attachFiles',
      provinceId,
      subjectType: 'Report',
      subjectId: `${provinceId}:${reportId}`,
      detail: { outcome: 'REJECT', codes: issues.map(({ code }) => code) },
    }),
  );
}
