import pg from 'pg';
import type { DataSource } from 'typeorm';
import { openDataSource } from '../../src/ground/database/data-source.ts';
import { makeContext, type Context } from '../../src/ground/gql/context.ts';
import type { FeedWaker } from '../../src/ground/gql/feed-waker.ts';
import { AuditRow } from '../../src/ground/outbox/audit.row.ts';
import { EventRow } from '../../src/ground/outbox/event.row.ts';
import { appendEvent, type NewEvent } from '../../src/ground/outbox/outbox.store.ts';
import { readFor, snapshotFor, writeFor } from '../../src/ground/viewer/session.ts';
import { LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { cloneDatabase, type TestDatabase } from './hub.ts';
import { testServer, withClient, withDatabase } from './postgres.ts';

/** Two provinces, apart from whatever the catalogue holds. */
export const [NORTH, SOUTH] = [900_001, 900_002] as const;
/** Organisations of the province of the name. */
export const [NORTH_WOMEN, NORTH_YOUTH, SOUTH_WOMEN] = [900_011, 900_012, 900_013] as const;

/** A database with a feed to play with. */
export interface FeedWorld {
  database: TestDatabase;
  /** Pools that know the tables of this room alone. */
  pools: { hub: DataSource; reader: DataSource };
  /** Texts of the pools' statements since the last `splice`. */
  statements: string[];
  /** As the superuser, whom no policy binds. */
  sql<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

/** Clones a database and adds the places and organisations above. */
export async function openFeedWorld(): Promise<FeedWorld> {
  const database = await cloneDatabase();
  const statements: string[] = [];
  const pools = {
    hub: await openPool(database.urls.hub, statements),
    reader: await openPool(database.urls.reader, statements),
  };
  const superUrl = withDatabase(testServer().superUrl, database.name);
  const sql = <R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> =>
    withClient(superUrl, async (client) => (await client.query<R>(text, values)).rows);
  const hub = new URL(database.urls.hub).username;
  await sql(`insert into place (id, level, code, province_id) values (${NORTH}, 'PROVINCE', 'T1', ${NORTH}), (${SOUTH}, 'PROVINCE', 'T2', ${SOUTH});
    insert into organisation (id, kind, code, province_id) values (${NORTH_WOMEN}, 'HPN', 'T-1', ${NORTH}),
      (${NORTH_YOUTH}, 'TD', 'T-2', ${NORTH}), (${SOUTH_WOMEN}, 'HPN', 'T-3', ${SOUTH});
    insert into place_version (place_id, version, type, name, name_en, short_name, sort_key, folded)
      select id, 1, 'PROVINCE', 'Tỉnh ' || code, code || ' Province', code, code, lower(code) from place where id >= ${NORTH};
    insert into organisation_version (organisation_id, version, name, name_en, abbreviation, sort_key, folded)
      select id, 1, 'Hội ' || code, code || ' Union', code, code, lower(code) from organisation where id >= ${NORTH_WOMEN};
    create table test_subject (id integer primary key, version integer not null default 0);
    insert into test_subject select n from generate_series(1, 64) n;
    grant select, update on test_subject to "${hub}"`);
  const close = async (): Promise<void> => {
    await Promise.all([pools.hub.destroy(), pools.reader.destroy()]);
    await database.drop();
  };
  return { database, pools, statements, sql, close };
}

function openPool(url: string, statements: string[]): Promise<DataSource> {
  return openDataSource({
    url,
    entities: [EventRow, AuditRow],
    poolSize: 6,
    applicationName: 'test feed',
    onStatement: (text) => statements.push(text),
  });
}

/** A row of `event` as it lies in the table. */
export interface StoredEvent {
  id: string;
  position: string | null;
  numbered_at: Date | null;
  subject_key: string;
  version: number;
}

/** Every event by position; those without one last. */
export function storedEvents(world: FeedWorld): Promise<StoredEvent[]> {
  return world.sql<StoredEvent>('select * from event order by position, id');
}

/** The head of the feed, decimal. */
export async function feedHead(world: FeedWorld): Promise<string | undefined> {
  return (await world.sql<{ head: string }>('select head from feed'))[0]?.head;
}

/** Ends the sessions of this name in the world’s database, and answers how many there were. */
export async function killBackends(world: FeedWorld, applicationName: string): Promise<number> {
  const killed = await world.sql(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1',
    [applicationName],
  );
  return killed.length;
}

/** A session of the hub’s role in a transaction that may do anything; end it yourself. */
export async function begunSession(world: FeedWorld): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: world.database.urls.hub });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`begin; select set_config('hub.viewer_role', 'ADMIN', true)`);
  return client;
}

/** Writes a public event in such a transaction and answers its id. */
export async function insertEvent(client: pg.Client, subject: string, version: number): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into event (type, province_id, organisation_id, subject_type, subject_key, version, exposure, actor)
     values ('REPORT_PUBLISHED', ${NORTH}, ${NORTH_WOMEN}, 'Report', $1, $2, 2, 'test') returning id`,
    [subject, version],
  );
  return rows[0]?.id ?? '';
}

/** An event of the northern women's union that everybody may see. */
export function anEvent(differences: Partial<NewEvent> = {}): NewEvent {
  return {
    type: 'REPORT_PUBLISHED',
    provinceId: NORTH,
    organisationId: NORTH_WOMEN,
    subjectType: 'Report',
    subjectKey: `${NORTH}:1`,
    version: 1,
    exposure: 2,
    actor: 'test',
    ...differences,
  };
}

/** Writes events in one transaction, as the hub does, and answers their ids. */
export function writeEvents(world: FeedWorld, events: readonly NewEvent[]): Promise<string[]> {
  return writeFor(
    world.pools,
    LOCAL_OPERATOR,
  )(async (tx) => {
    const ids: string[] = [];
    for (const event of events) ids.push(await appendEvent(tx, event));
    return ids;
  });
}

/** The context of a request by this viewer; `again` plays what the access room answers later. */
export function contextOf(
  world: FeedWorld,
  viewer: Viewer,
  feed: FeedWaker,
  again: () => Promise<Viewer> = async () => viewer,
): Context {
  const caller = (who: Viewer) => ({
    viewer: who,
    read: readFor(world.pools, who),
    snapshot: snapshotFor(world.pools, who),
    write: writeFor(world.pools, who),
  });
  return makeContext({
    ...caller(viewer),
    clock: () => 1_795_400_000_000,
    feed,
    fetchNode: async () => null,
    again: async () => caller(await again()),
  });
}

/** A waker without a database: the test says when the head moves. */
export class HandWaker implements FeedWaker {
  #head = 0n;
  readonly #waiting = new Set<() => void>();
  /** How many wait at the moment. */
  get waiting(): number {
    return this.#waiting.size;
  }
  head(): bigint {
    return this.#head;
  }
  /** Resolves when so many wait. */
  async gathered(count: number): Promise<void> {
    while (this.waiting < count) await new Promise((resolve) => setImmediate(resolve));
  }
  reach(head: bigint): void {
    this.#head = head;
    for (const look of this.#waiting) look();
  }
  wait(after: bigint, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.#head <= after && signal?.aborted !== true) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      signal?.addEventListener('abort', look);
      look();
    });
  }
}
