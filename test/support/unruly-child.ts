// Takes the place of the reading process: does what the name of the file says, under the same permissions and shut off like it.
import { shutOff } from '../../src/report/intake/reader/shut-off.ts';
import type { ReaderJob, ReaderWord } from '../../src/report/intake/reader/file-reader.ts';
import { attempts } from './ways-out.ts';

shutOff();

function end(said: string): void {
  const word: ReaderWord = { kind: 'END', end: { outcome: 'ACCEPT', sha256: said, issues: [], keepBytes: true } };
  process.send?.(word);
}

const held: unknown[] = [];

/** What a file, or whoever has taken the parser over, could make of the process. */
const MISCHIEF: Readonly<Record<string, (words: readonly string[]) => void | Promise<void>>> = {
  LOOP: () => {
    for (;;) held.length = 0;
  },
  HEAP: () => {
    for (;;) held.push(Array.from({ length: 10_000 }, (_, at) => ({ at })));
  },
  BUFFERS: () => {
    const more = (): void => {
      held.push(Buffer.alloc(16 * 1024 * 1024, 1));
      setImmediate(more);
    };
    more();
  },
  EXIT: () => process.exit(3),
  THROW: () => {
    throw new Error('A parser that does not catch.');
  },
  'HANG UP': () => {
    setInterval(() => held.length, 1000);
    setImmediate(() => process.disconnect());
  },
  WAIT: () => undefined,
  'BREAK OUT': async (words) => end(JSON.stringify(await attempts(words))),
  GOOD: () => end('good'),
};

process.on('message', (job: ReaderJob) => {
  const [what = '', ...words] = (job.kind === 'READ' ? job.file.fileName : '').split('\n');
  void MISCHIEF[what]?.(words);
});
