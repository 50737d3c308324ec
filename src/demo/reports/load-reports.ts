import { createHash } from 'node:crypto';
import { numbersInId } from '../../ground/gql/node.ts';
import { LOCAL_OPERATOR } from '../../ground/viewer/viewer.ts';
import { type IntakeResult, receive } from '../../report/intake/receive.ts';
import { receiveFigures } from '../../report/intake/receive-figures.ts';
import { publishReport } from '../../report/review/publish.ts';
import type { DemoArchive, DemoProgress } from '../demo-archive.ts';
import { hereReader } from '../../report/intake/reader/here-reader.ts';
import { enteredFiles } from './entered.store.ts';
import { type ReadyReport, reportWriter } from './report-file.ts';
import { reportWorlds } from './report-world.ts';
import { type DemoReport, demoSchedule } from './schedule.ts';

/** Provinces that report at the same time: more gains nothing on two cores, and one waits for the disk half of the time. */
const LANES = 3;

/**
 * Brings the reports of the demo in by the way every report takes: taken in, checked, kept, published. The feed tells them in
 * the order of their data dates, because those of one date are in before the next begin; of one date the provinces report
 * side by side, each its own in order. What has come in before is left alone, so a load that was interrupted takes up where
 * it stopped, and one that was not changes nothing. Throws where the hub answers otherwise than the demo means it.
 */
export async function loadDemoReports(
  archive: DemoArchive,
  progress: DemoProgress,
  schedule: readonly DemoReport[] = demoSchedule(),
): Promise<void> {
  const { read } = archive.contextOf(LOCAL_OPERATOR);
  const [worldOf, write] = [reportWorlds(read), reportWriter()];
  const entered = new Set((await read(enteredFiles)).map(({ sha256, state }) => `${sha256} ${state}`));
  let begun = 0;
  for (const sameDate of groupedBy(schedule, ({ period }) => period.dataTo)) {
    await inLanes(
      groupedBy(sameDate, ({ province }) => province.code),
      async (report) => {
        const ready = write(report, await worldOf(report));
        const sha256 = createHash('sha256').update(ready.file.bytes).digest('hex');
        begun += 1;
        if (endsOf(report).some((state) => entered.has(`${sha256} ${state}`))) return;
        progress(`demo ${begun}/${schedule.length}: ${report.name}`);
        await send(archive, report, ready);
      },
    );
  }
}

/** The items by their key, keys and items in the order in which they come. */
function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

/** Works the queues off, each in its order, a few at a time. Rejects with the first fault when no lane is at work any more. */
async function inLanes<T>(queues: readonly (readonly T[])[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...queues];
  const lane = async (): Promise<void> => {
    for (let queue = waiting.shift(); queue; queue = waiting.shift()) for (const item of queue) await work(item);
  };
  const ends = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/** The states in which a report needs nothing more. */
function endsOf({ outcome }: DemoReport): string[] {
  return outcome === 'PUBLISHED' ? ['PUBLISHED', 'REPLACED'] : [outcome];
}

async function send(archive: DemoArchive, report: DemoReport, ready: ReadyReport): Promise<void> {
  const context = archive.contextOf(LOCAL_OPERATOR);
  const options = { synthetic: true, reader: hereReader };
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
