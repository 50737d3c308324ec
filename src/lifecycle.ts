/** One life of a process, from start to exit code. */
export interface Life<T> {
  /** Brings everything up. `stopping` is aborted when a signal comes before it is done. */
  start(stopping: AbortSignal): Promise<T>;
  /** Fails readiness, refuses what is new and lets what is under way finish. */
  drain(running: T): Promise<void>;
  /** Ends everything, whether or not draining came to its end. */
  stop(running: T): Promise<void>;
  /** Milliseconds for `drain`; `stop` then gets at most `stopMs`. */
  graceMs: number;
  /** Milliseconds for `stop`. Default 10,000. */
  stopMs?: number;
  log: (line: string) => void;
  /** Resolves with a reason when something the process cannot live without is gone; it then stops with code 1. */
  lost?(running: T): Promise<string>;
  /** Where signals come from and how to leave at once; the process itself unless a test gives others. */
  host?: LifeHost;
}

/** What a life needs of its process. */
export interface LifeHost {
  on(signal: NodeJS.Signals, listener: () => void): void;
  off(signal: NodeJS.Signals, listener: () => void): void;
  exit(code: number): void;
  now(): number;
}

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

// Ctrl-C below `npm start` arrives twice, from the terminal and from npm, within a few milliseconds. No person is as quick.
const samePressMs = 250;

/**
 * Runs until SIGTERM, SIGINT or SIGHUP, then drains and stops. Resolves with the exit code: 0, or 1 when draining or
 * stopping failed or took too long, or when the process lost what it needs. A second signal leaves at once with 1.
 * Rejects with what `start` threw.
 */
export async function runUntilSignal<T>(life: Life<T>): Promise<number> {
  const host = life.host ?? ownProcess;
  const stopping = new AbortController();
  const signalled = new Promise<void>((come) => stopping.signal.addEventListener('abort', () => come()));
  let first: number | undefined;
  const listeners = signals.map((name) => ({ name, hear: () => hear(name) }));
  const hear = (name: string): void => {
    if (first === undefined) {
      first = host.now();
      life.log(`${name}: stopping. Once more to leave at once.`);
      stopping.abort();
    } else if (host.now() - first > samePressMs) {
      life.log(`${name} again: leaving at once.`);
      host.exit(1);
    }
  };
  for (const { name, hear: listener } of listeners) host.on(name, listener);
  try {
    const running = await life.start(stopping.signal);
    const reason = await Promise.race([
      signalled.then(() => undefined),
      life.lost?.(running) ?? signalled.then(() => undefined),
    ]);
    if (reason !== undefined) life.log(`Stopping: ${reason}`);
    const drained = await within(life.graceMs, 'Draining', () => life.drain(running), life.log);
    const stopped = await within(life.stopMs ?? 10_000, 'Stopping', () => life.stop(running), life.log);
    return reason === undefined && drained && stopped ? 0 : 1;
  } finally {
    for (const { name, hear: listener } of listeners) host.off(name, listener);
  }
}

const ownProcess: LifeHost = {
  on: (signal, listener) => void process.on(signal, listener),
  off: (signal, listener) => void process.off(signal, listener),
  exit: (code) => process.exit(code),
  now: () => performance.now(),
};

/** True when the step ended well and in time; otherwise says why not, and the next step goes ahead. */
async function within(
  ms: number,
  step: string,
  work: () => Promise<void>,
  log: (line: string) => void,
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((give) => {
    timer = setTimeout(() => {
      log(`${step} took longer than ${ms} ms and is not waited for.`);
      give(false);
    }, ms);
  });
  const done = work().then(
    () => true,
    (error: unknown) => {
      log(`${step} failed: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    },
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
