import pg from 'pg';

/** What a lasting connection is opened with. */
export interface LastingConnectionOptions {
  url: string;
  applicationName: string;
  /** Runs once on every new session, before anything else. */
  begin?: (client: pg.Client) => Promise<void>;
  /** Hears that an open session ended unasked, so that its loop need not wait for its next turn. */
  onLost?: () => void;
}

/** Milliseconds after which a server that says nothing counts as gone; statements have shorter limits of their own. */
const SILENCE = 15_000;

/**
 * One connection outside the pools, for work that needs a session of its own (LISTEN, the sequencer's lock). It connects
 * when it is used, one piece of work at a time, and drops the session after any error: the next use opens a new one.
 */
export class LastingConnection {
  readonly #options: LastingConnectionOptions;
  #client: pg.Client | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(options: LastingConnectionOptions) {
    this.#options = options;
  }

  /** Runs a piece of work on the session. Raises what it raises, or why there is no session. */
  use<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const answer = this.#turn.then(() => this.#run(work));
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  /** Lets the work under way finish and closes the session. Later uses raise. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#turn;
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  async #run<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('This connection has been closed; its owner has stopped.');
    const client = this.#client ?? (await this.#open());
    try {
      return await work(client);
    } catch (error) {
      // The session may be in an aborted transaction or half dead; a new one is never wrong.
      if (this.#client === client) this.#client = undefined;
      void client.end().catch(() => undefined);
      throw error;
    }
  }

  async #open(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#options.url,
      application_name: this.#options.applicationName,
      connectionTimeoutMillis: 5_000,
      query_timeout: SILENCE,
      keepAlive: true,
    });
    const lost = () => {
      if (this.#client !== client) return;
      this.#client = undefined;
      this.#options.onLost?.();
    };
    // Without a listener an ended backend takes the whole process with it.
    client.on('error', lost);
    client.on('end', lost);
    await client.connect();
    try {
      await this.#options.begin?.(client);
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
    this.#client = client;
    return client;
  }
}

/** Milliseconds to wait before the next attempt after so many failures in a row: 100, 200, 400 … at most 5,000. */
export function backOff(failures: number): number {
  return Math.min(5_000, 100 * 2 ** Math.min(failures - 1, 10));
}
