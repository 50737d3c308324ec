import { setTimeout as pause } from 'node:timers/promises';
import { Bell } from '../../ground/database/bell.ts';
import { backOff, LastingConnection } from '../../ground/database/lasting-connection.ts';
import { numberBatch } from './number-batch.store.ts';

/** What a sequencer is started with. */
export interface SequencerOptions {
  /** Login of the sequencer's role, the only one that may number events. */
  url: string;
  /** Events numbered in one transaction; 1,000. */
  batch?: number;
  /** Milliseconds between looks for the changes of other instances; 1,000. */
  pollMs?: number;
  /** Hears when the database is lost and when it is back. */
  log: (line: string) => void;
}

/** Numbers events after their commit. Every instance of the hub runs one; in a database one at a time is at work. */
export interface Sequencer {
  /** Says that something was committed: it is numbered as soon as possible. */
  nudge(): void;
  /**
   * Numbers until nothing is left that was committed before the call, and answers how many. Rejects where the database
   * cannot be reached or the sequencer has stopped.
   */
  pass(): Promise<number>;
  /** Finishes the batch under way and closes the connection. */
  stop(): Promise<void>;
}

/** Milliseconds until the next try while another instance is numbering. Its batches take single milliseconds. */
const BUSY = 10;

/** Starts numbering, and goes on through lost connections until it is stopped. */
export function startSequencer(options: SequencerOptions): Sequencer {
  const bell = new Bell();
  const batch = options.batch ?? 1_000;
  const connection = new LastingConnection({
    url: options.url,
    applicationName: 'phoi-hop sequencer',
    onLost: () => bell.ring(),
  });
  let stopped = false;

  const drain = async (): Promise<number> => {
    let total = 0;
    for (;;) {
      if (stopped) throw new Error('The sequencer has stopped; events are numbered when a hub starts again.');
      const numbered = await connection.use((client) => numberBatch(client, batch));
      total += numbered ?? 0;
      if (numbered === null) await pause(BUSY);
      else if (numbered < batch) return total;
    }
  };
  const pass = oneAtATime(drain);
  const loop = run({ pass, bell, pollMs: options.pollMs ?? 1_000, stopped: () => stopped, log: options.log });
  return {
    nudge: () => bell.ring(),
    pass,
    async stop() {
      stopped = true;
      bell.ring();
      await loop;
      await connection.close();
    },
  };
}

interface Loop {
  pass: () => Promise<number>;
  bell: Bell;
  pollMs: number;
  stopped: () => boolean;
  log: (line: string) => void;
}

async function run({ pass, bell, pollMs, stopped, log }: Loop): Promise<void> {
  let failures = 0;
  while (!stopped()) {
    try {
      await pass();
      if (failures > 0) log('The sequencer numbers events again.');
      failures = 0;
      await bell.wait(pollMs);
    } catch (error) {
      if (stopped()) return;
      failures += 1;
      if (failures === 1)
        log(
          `The sequencer lost the database and tries again: ${error instanceof Error ? error.message : String(error)}`,
        );
      await bell.wait(backOff(failures));
    }
  }
}

/** Callers during a pass share the one after it: theirs must begin after their call to see what they committed. */
function oneAtATime(work: () => Promise<number>): () => Promise<number> {
  let running: Promise<number> | undefined;
  let next: Promise<number> | undefined;
  const begin = (): Promise<number> => {
    const mine = work().finally(() => {
      if (running === mine) running = undefined;
    });
    running = mine;
    return mine;
  };
  const after = async (before: Promise<number>): Promise<number> => {
    await before.catch(() => undefined);
    next = undefined;
    return begin();
  };
  return () => {
    if (!running) return begin();
    next ??= after(running);
    return next;
  };
}
