// The program of the reading process: started by child-reader.ts, one job at a time, over its channel only.
import { annotateWorkbook } from '../annotate/annotate-workbook.ts';
import { inspectFile } from '../inspect/inspect-file.ts';
import { readReportTo } from '../read-workbook.ts';
import type { ReaderJob, ReaderWord } from './file-reader.ts';
import { shutOff } from './shut-off.ts';
import { packValues } from './value-wire.ts';
import { unpackFile } from './file-wire.ts';

shutOff();

/** Milliseconds between two words about how far a reading has come. */
const STEP_MS = 100;

/** Says a word and waits until it is on its way, so that what is said does not pile up. */
function say(word: ReaderWord): Promise<void> {
  return new Promise((done, fail) => {
    process.send?.(word, undefined, {}, (fault) => (fault === null ? done() : fail(fault)));
  });
}

async function work(job: ReaderJob): Promise<void> {
  if (job.kind === 'ANNOTATE') {
    const annotated = await annotateWorkbook(job.bytes, job.issues);
    return say({ kind: 'ANNOTATED', file: 'bytes' in annotated ? annotated : null });
  }
  if (job.kind === 'INSPECT') return say({ kind: 'INSPECTED', file: await inspectFile(job.bytes) });
  let told = 0;
  let sent: Promise<void> = Promise.resolve();
  const end = await readReportTo(
    unpackFile(job.file),
    async (values) => {
      // One batch is on its way while the next is read: whoever takes it needs its time as well.
      const packed = packValues(values);
      await sent;
      sent = say({ kind: 'VALUES', packed });
    },
    (step, done, total) => {
      const now = Date.now();
      if (now - told < STEP_MS) return;
      told = now;
      void say({ kind: 'STEP', step, done, total });
    },
  );
  await sent;
  return say({ kind: 'END', end });
}

process.on('message', (job: ReaderJob) => void work(job));
// Whoever started this is gone: nobody waits for an answer.
process.on('disconnect', () => process.exit(0));
void say({ kind: 'READY' });
