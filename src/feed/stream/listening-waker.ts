import { Bell } from '../../ground/database/bell.ts';
import { backOff, LastingConnection } from '../../ground/database/lasting-connection.ts';
import type { FeedWaker } from '../../ground/gql/feed-waker.ts';
import { FEED_CHANNEL } from '../sequencer/number-batch.store.ts';

/** What a waker is started with. */
export interface ListeningWakerOptions {
  /** Login of a role that may read the feed's head; the reader's is enough. */
  url: string;
  /** Milliseconds between looks at the head, where no notification came; 1,000. */
  pollMs?: number;
  /** Hears when the database is lost and when it is back. */
  log: (line: string) => void;
}

/** The waker of a process, with its end. */
export interface ListeningWaker extends FeedWaker {
  /** Closes the connection. Waits under way then end by their signals alone: there is nothing to read any more. */
  stop(): Promise<void>;
}

/** Listens to the feed for the whole process on one connection, and polls its head in case a notification is lost. */
export function startFeedWaker(options: ListeningWakerOptions): ListeningWaker {
  const bell = new Bell();
  const waits = new Waits();
  let stopped = false;
  const connection = new LastingConnection({
    url: options.url,
    applicationName: 'phoi-hop feed',
    onLost: () => bell.ring(),
    begin: async (client) => {
      client.on('notification', () => bell.ring());
      await client.query(`set statement_timeout = '8s'; listen ${FEED_CHANNEL}`);
    },
  });
  const look = async (): Promise<void> => {
    const { rows } = await connection.use((client) =>
      client.query<{ head: string }>('/* feedHead */ select head from feed'),
    );
    if (rows[0]) waits.reach(BigInt(rows[0].head));
  };
  const loop = run(look, bell, options, () => stopped);
  return {
    head: () => waits.head,
    wait: (after, signal) => waits.wait(after, signal),
    async stop() {
      stopped = true;
      bell.ring();
      await loop;
      await connection.close();
    },
  };
}

async function run(
  look: () => Promise<void>,
  bell: Bell,
  options: ListeningWakerOptions,
  stopped: () => boolean,
): Promise<void> {
  let failures = 0;
  while (!stopped()) {
    try {
      await look();
      if (failures > 0) options.log('The feed is heard again.');
      failures = 0;
      await bell.wait(options.pollMs ?? 1_000);
    } catch (error) {
      if (stopped()) return;
      failures += 1;
      if (failures === 1)
        options.log(
          `The feed lost the database and tries again: ${error instanceof Error ? error.message : String(error)}`,
        );
      await bell.wait(backOff(failures));
    }
  }
}

/** Those who wait for the head to pass a position. */
class Waits {
  head = 0n;
  readonly #waiting = new Set<{ after: bigint; end: () => void }>();

  wait(after: bigint, signal?: AbortSignal): Promise<void> {
    if (this.head > after || signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const entry = {
        after,
        end: () => {
          this.#waiting.delete(entry);
          signal?.removeEventListener('abort', entry.end);
          resolve();
        },
      };
      this.#waiting.add(entry);
      signal?.addEventListener('abort', entry.end);
    });
  }

  reach(head: bigint): void {
    const back = head < this.head;
    this.head = head;
    for (const entry of this.#waiting) {
      // A head that went back means a restored database: everybody looks, and is told that the feed is another.
      if (back || head > entry.after) entry.end();
    }
  }
}
