import { createHash } from 'node:crypto';
import type { Context } from '../../ground/gql/context.ts';
import { numbersInId } from '../../ground/gql/node.ts';
import { LOCAL_OPERATOR } from '../../ground/viewer/viewer.ts';
import { type IntakeResult, receive } from '../../report/intake/receive.ts';
import { receiveFigures } from '../../report/intake/receive-figures.ts';
import { publishReport } from '../../report/review/publish.ts';
import type { DemoArchive, DemoProgress } from '../demo-archive.ts';
import { enteredFiles } from './entered.store.ts';
import { type ReadyReport, reportWriter } from './report-file.ts';
import { reportWorlds } from './report-world.ts';
import { type DemoReport, demoSchedule } from './schedule.ts';

/**
 * Brings the reports of the demo in by the way every report takes, one after the other, so that the feed tells them in the
 * order of their periods: taken in, checked, kept, published. What has come in before is left alone, so a load that was
 * interrupted takes up where it stopped, and one that was not changes nothing. Throws where the hub answers otherwise than
 * the demo means it.
 */
export async function loadDemoReports(
  archive: DemoArchive,
  progress: DemoProgress,
  schedule: readonly DemoReport[] = demoSchedule(),
): Promise<void> {
  const { read } = archive.contextOf(LOCAL_OPERATOR);
  const [worldOf, write] = [reportWorlds(read), reportWriter()];
  const entered = new Set((await read(enteredFiles)).map(({ sha256, state }) => `${sha256} ${state}`));
  for (const [at, report] of schedule.entries()) {
    const ready = write(report, await worldOf(report));
    const sha256 = createHash('sha256').update(ready.file.bytes).digest('hex');
    if (endsOf(report).some((state) => entered.has(`${sha256} ${state}`))) continue;
    progress(`demo ${at + 1}/${schedule.length}: ${report.name}`);
    await send(archive.contextOf(LOCAL_OPERATOR), report, ready);
  }
}

/** The states in which a report needs nothing more. */
function endsOf({ outcome }: DemoReport): string[] {
  return outcome === 'PUBLISHED' ? ['PUBLISHED', 'REPLACED'] : [outcome];
}

async function send(context: Context, report: DemoReport, ready: ReadyReport): Promise<void> {
  const options = { synthetic: true };
  const result =
    report.way === 'GIVEN'
      ? await receiveFigures(context, ready, options)
      : await receive(context, ready.file, ready.submission, options);
  if ((result.outcome === 'REJECT') !== (report.outcome === 'REFUSED')) throw unexpected(report, result);
  if (report.outcome !== 'PUBLISHED') return;
  const [provinceId, reportId] = numbersInId(result.report ?? '', 'Report', 2) ?? [];
  if (result.version === null || provinceId === undefined || reportId === undefined) throw unexpected(report, result);
  await publishReport(context, {
    provinceId,
    reportId: String(reportId),
    expectedVersion: result.version,
    reason: report.attempt > 1 ? 'Đính chính trong kho trình diễn (giả lập)' : 'Kho trình diễn (giả lập)',
  });
}

function unexpected({ name, attempt }: DemoReport, { outcome, issues }: IntakeResult): Error {
  const said = issues.slice(0, 5).map((issue) => issue.message.en);
  return new Error(`The demo report ${name} #${attempt} was answered ${outcome}: ${said.join(' ')}`);
}
