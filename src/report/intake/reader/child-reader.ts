import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectPath } from '../../../ground/project-path.ts';
import { failedIssue } from '../issue/file-issue.ts';
import type { InspectedFile } from '../inspect/inspect-file.ts';
import type { ReadingEnd } from '../read-workbook.ts';
import type { ReadValue } from '../reading.ts';
import type { AnnotatedFile, FileReader, ReaderJob, ReaderWord, ReadingFailure } from './file-reader.ts';
import { packFile } from './file-wire.ts';
import { unpackValues } from './value-wire.ts';

/** What a reading process may use. */
export interface ReaderLimits {
  /** Milliseconds of one job. */
  readonly ms: number;
  /** MiB of JavaScript objects. */
  readonly heapMb: number;
  /** MiB of memory in all; watched where the system tells it (Linux). */
  readonly residentMb: number;
  /** Readings at a time; others wait. */
  readonly atOnce: number;
}

const LIMITS: ReaderLimits = { ms: 30_000, heapMb: 512, residentMb: 768, atOnce: 2 };
/** How often memory is looked at, in milliseconds. */
const WATCH_MS = 50;
/** How long a process that nobody needs is kept ready, in milliseconds. */
const SPARE_MS = 60_000;

/** How the reading process is started where its program is not built: tests run it from its source. */
export interface ReaderProgram {
  readonly path: string;
  readonly flags: readonly string[];
}

/**
 * Reads files in a process of their own: no network, no file but its own program, no processes, an empty environment, a
 * limit of memory and of time. One process reads one file and ends; the next one is started ahead. Whatever a
 * file does to it, the hub goes on.
 */
export function openChildReader(limits: Partial<ReaderLimits> = {}, program = builtProgram()): FileReader {
  const pool = new ReaderPool({ ...LIMITS, ...limits }, program);
  const readTo: FileReader['readTo'] = async (file, sink, watch = () => undefined) => {
    let end: ReadingEnd | null = null;
    const failure = await pool.run({ kind: 'READ', file: packFile(file) }, async (word) => {
      if (word.kind === 'VALUES') await sink(unpackValues(word.packed));
      if (word.kind === 'STEP') watch(word.step, word.done, word.total);
      if (word.kind === 'END') ({ end } = word);
    });
    return end ?? failed(file.bytes, failure ?? 'CRASH');
  };
  return {
    readTo,
    read: async (file, watch) => {
      const values: ReadValue[] = [];
      const end = await readTo(file, (batch) => void values.push(...batch), watch);
      // What came before a failure says nothing about the whole.
      return { ...end, values: end.failed === undefined ? values : [] };
    },
    annotate: async (bytes, issues) => {
      let file: AnnotatedFile | null = null;
      await pool.run({ kind: 'ANNOTATE', bytes, issues }, (word) => {
        if (word.kind === 'ANNOTATED') ({ file } = word);
      });
      return file;
    },
    inspect: async (bytes) => {
      let file: InspectedFile | null = null;
      const failure = await pool.run({ kind: 'INSPECT', bytes }, (word) => {
        if (word.kind === 'INSPECTED') ({ file } = word);
      });
      return file ?? { fault: failure === 'MEMORY' ? 'BOMB' : 'FAILED' };
    },
    close: () => pool.close(),
  };
}

function failed(bytes: Uint8Array, failure: ReadingFailure): ReadingEnd {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { outcome: 'REJECT', sha256, issues: [failedIssue(failure)], failed: failure, keepBytes: false };
}

function builtProgram(): ReaderProgram {
  const path = fileURLToPath(new URL(`./reader-process${extname(import.meta.url)}`, import.meta.url));
  // Run from its source, as children of tests are, by the loader that this process was started with; a loader works in a
  // thread and reads what it compiles, which the permissions below would not let it.
  if (path.endsWith('.ts')) return { path, flags: process.execArgv };
  return lockedProgram(path);
}

/** A built program under Node's permissions: it may read programs, and nothing else. */
export function lockedProgram(path: string): ReaderProgram {
  const readable = [projectPath('dist', '*'), projectPath('node_modules', '*'), projectPath('package.json')];
  return { path, flags: [permissionFlag(), ...readable.map((folder) => `--allow-fs-read=${folder}`)] };
}

function permissionFlag(): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 23 || (major === 23 && minor >= 5) ? '--permission' : '--experimental-permission';
}

/** Starts reading processes, one ahead, and lets so many work at a time. */
class ReaderPool {
  readonly #limits: ReaderLimits;
  readonly #program: ReaderProgram;
  readonly #children = new Set<ChildProcess>();
  readonly #waiting: (() => void)[] = [];
  #spare: ChildProcess | null = null;
  #spareEnds: NodeJS.Timeout | null = null;
  #working = 0;
  #closed = false;

  constructor(limits: ReaderLimits, program: ReaderProgram) {
    this.#limits = limits;
    this.#program = program;
  }

  /** Does a job in a process of its own; answers why it came to no end, or null. */
  async run(job: ReaderJob, hear: (word: ReaderWord) => void | Promise<void>): Promise<ReadingFailure | null> {
    while (this.#working >= this.#limits.atOnce) await new Promise<void>((next) => this.#waiting.push(next));
    if (this.#closed) return 'CRASH';
    this.#working++;
    let spoke = false;
    const listen = (word: ReaderWord): void | Promise<void> => {
      spoke ||= word.kind !== 'READY';
      return hear(word);
    };
    const end = Date.now() + this.#limits.ms;
    try {
      const failure = await work(this.#take(), job, listen, this.#limits);
      // The process kept ready may have ended before it was needed: that says nothing of the file.
      if (failure !== 'CRASH' || spoke || this.#closed) return failure;
      return await work(this.#start(), job, listen, { ...this.#limits, ms: Math.max(1, end - Date.now()) });
    } finally {
      this.#working--;
      this.#waiting.shift()?.();
      if (!this.#closed) this.#prepare();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const next of this.#waiting.splice(0)) next();
    this.#dismiss();
    await Promise.all([...this.#children].map((child) => end(child)));
  }

  #take(): ChildProcess | null {
    const child = this.#spare ?? this.#start();
    this.#spare = null;
    if (this.#spareEnds !== null) clearTimeout(this.#spareEnds);
    return child;
  }

  #prepare(): void {
    this.#spare ??= this.#start();
    if (this.#spareEnds !== null) clearTimeout(this.#spareEnds);
    this.#spareEnds = setTimeout(() => this.#dismiss(), SPARE_MS).unref();
  }

  #dismiss(): void {
    if (this.#spareEnds !== null) clearTimeout(this.#spareEnds);
    this.#spare?.kill('SIGKILL');
    this.#spare = null;
  }

  /** A process that is starting; null where the system has none to give. */
  #start(): ChildProcess | null {
    const child = forked(this.#program, this.#limits);
    if (child === null) return null;
    this.#children.add(child);
    const gone = (): void => {
      this.#children.delete(child);
      if (this.#spare === child) this.#spare = null;
    };
    child.once('exit', gone);
    // One that could not be started never exits.
    child.on('error', () => {
      if (child.pid === undefined) gone();
    });
    // One that is ready and waits keeps no process alive.
    child.unref();
    child.channel?.unref();
    return child;
  }
}

function forked({ path, flags }: ReaderProgram, { heapMb }: ReaderLimits): ChildProcess | null {
  try {
    return fork(path, [], {
      execArgv: [...flags, `--max-old-space-size=${heapMb}`, '--no-warnings'],
      serialization: 'advanced',
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  } catch {
    return null;
  }
}

function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  // Whoever waits for its end waits for it, though nothing else is left to do.
  child.ref();
  return new Promise((ended) => {
    child.once('exit', () => ended());
    child.kill('SIGKILL');
  });
}

/** Gives the job to the process, hears what it says, and ends it: at the last word, at a limit, or where it ends by itself. */
async function work(
  child: ChildProcess | null,
  job: ReaderJob,
  hear: (word: ReaderWord) => void | Promise<void>,
  limits: ReaderLimits,
): Promise<ReadingFailure | null> {
  if (child === null) return 'CRASH';
  child.ref();
  child.channel?.ref();
  let failure: ReadingFailure | null = null;
  let heard: Promise<void> = Promise.resolve();
  const stopAt = (why: ReadingFailure) => (): void => {
    failure ??= why;
    child.kill('SIGKILL');
  };
  const clock = setTimeout(stopAt('TIME'), limits.ms);
  const watch = watchMemory(child, limits.residentMb, stopAt('MEMORY'));
  try {
    return await new Promise<ReadingFailure | null>((resolve, reject) => {
      const last = (): void => void heard.then(() => resolve(null), reject);
      child.on('message', (word: ReaderWord) => {
        heard = heard.then(() => hear(word));
        // Told at `last`; without this it would count as unhandled until then.
        heard.catch(() => undefined);
        if (word.kind !== 'READY' && word.kind !== 'STEP' && word.kind !== 'VALUES') last();
      });
      child.once('exit', (code, signal) => {
        // V8 ends a process that has used its heap with SIGABRT.
        const outOfHeap = signal === 'SIGABRT' || code === 134;
        void heard.then(() => resolve(failure ?? (outOfHeap ? 'MEMORY' : 'CRASH')), reject);
      });
      // A process that could not be started never ends.
      child.once('error', () => resolve(failure ?? 'CRASH'));
      child.send(job, (fault) => {
        if (fault !== null) stopAt('CRASH')();
      });
    });
  } finally {
    clearTimeout(clock);
    watch();
    await end(child);
  }
}

/** Looks at the memory of a process again and again; answers how to stop looking. */
function watchMemory({ pid }: ChildProcess, mostMb: number, tooMuch: () => void): () => void {
  if (process.platform !== 'linux' || pid === undefined) return () => undefined;
  const timer = setInterval(() => {
    readFile(`/proc/${pid}/status`, 'utf8').then(
      (status) => {
        const kilobytes = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
        if (kilobytes / 1024 > mostMb) tooMuch();
      },
      () => undefined,
    );
  }, WATCH_MS);
  return () => clearInterval(timer);
}
