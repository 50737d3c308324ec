import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Sequencer, startSequencer } from '../../src/feed/sequencer/sequencer.ts';
import { eventsAfter, feedState } from '../../src/feed/stream/hub-event.store.ts';
import { startFeedWaker } from '../../src/feed/stream/listening-waker.ts';
import { LOCAL_OPERATOR } from '../../src/ground/viewer/viewer.ts';
import { readFor } from '../../src/ground/viewer/session.ts';
import { anEvent, type FeedWorld, NORTH, NORTH_WOMEN, openFeedWorld, writeEvents } from '../support/feed.ts';

const quiet = (): void => undefined;

interface Numbered {
  id: string;
  position: string | null;
  numbered_at: Date | null;
  subject_key: string;
  version: number;
}

const all = (world: FeedWorld): Promise<Numbered[]> => world.sql<Numbered>('select * from event order by position, id');
const head = async (world: FeedWorld): Promise<string | undefined> => (await world.sql<{ head: string }>('select head from feed'))[0]?.head;

async function withWorld(work: (world: FeedWorld, start: (batch?: number, pollMs?: number) => Sequencer) => Promise<void>): Promise<void> {
  const world = await openFeedWorld();
  const started: Sequencer[] = [];
  try {
    await work(world, (batch = 1_000, pollMs = 1_000) => {
      const sequencer = startSequencer({ url: world.database.urls.sequencer, batch, pollMs, log: quiet });
      started.push(sequencer);
      return sequencer;
    });
  } finally {
    await Promise.all(started.map((sequencer) => sequencer.stop()));
    await world.close();
  }
}

describe('the sequencer', () => {
  it('numbers densely from 1 in the order of ids, whatever the size of its batches', () =>
    withWorld(async (world, start) => {
      const ids = await writeEvents(world, Array.from({ length: 25 }, (_, at) => anEvent({ version: at + 1 })));
      await start(4).pass();
      const rows = await all(world);
      expect(rows.map((row) => row.id)).toEqual(ids);
      expect(rows.map((row) => row.position)).toEqual(ids.map((_, at) => String(at + 1)));
      expect(await head(world)).toBe('25');
    }));

  it('gives each batch a later instant of whole milliseconds, also where the clock has gone back', () =>
    withWorld(async (world, start) => {
      await world.sql(`update feed set numbered_at = '2027-01-01T00:00:00Z'`);
      await writeEvents(world, [anEvent(), anEvent(), anEvent()]);
      await start(1, 60_000).pass();
      const instants = (await all(world)).map((row) => row.numbered_at?.toISOString());
      expect(instants).toEqual(['2027-01-01T00:00:00.001Z', '2027-01-01T00:00:00.002Z', '2027-01-01T00:00:00.003Z']);
    }));

  it('numbers the transaction that inserted first and committed last behind the one that overtook it', () =>
    withWorld(async (world, start) => {
      const sequencer = start();
      const slow = await begun(world);
      const first = await insert(slow, '1', 1);
      const [second] = await writeEvents(world, [anEvent()]);
      expect(await sequencer.pass()).toBeGreaterThanOrEqual(0);
      expect((await all(world)).map((row) => [row.id, row.position])).toEqual([[second, '1']]);
      await slow.query('commit');
      await slow.end();
      await sequencer.pass();
      expect((await all(world)).map((row) => [row.id, row.position])).toEqual([
        [second, '1'],
        [first, '2'],
      ]);
    }));

  it('leaves no gap where a transaction was rolled back', () =>
    withWorld(async (world, start) => {
      await writeEvents(world, [anEvent()]);
      const lost = await begun(world);
      const id = await insert(lost, '1', 2);
      await lost.query('rollback');
      await lost.end();
      await writeEvents(world, [anEvent()]);
      await start().pass();
      const rows = await all(world);
      expect(rows.map((row) => row.position)).toEqual(['1', '2']);
      expect(rows.map((row) => row.id)).not.toContain(id);
    }));

  it('numbers what another instance committed, at its next poll', () =>
    withWorld(async (world, start) => {
      start(1_000, 20);
      const waker = startFeedWaker({ url: world.database.urls.reader, log: quiet });
      try {
        await writeEvents(world, [anEvent()]);
        await waker.wait(0n);
        expect(await head(world)).toBe('1');
      } finally {
        await waker.stop();
      }
    }));

  it('goes on after its backend is killed', () =>
    withWorld(async (world, start) => {
      const sequencer = start(1_000, 20);
      await sequencer.pass();
      await killSequencers(world);
      await writeEvents(world, [anEvent()]);
      const waker = startFeedWaker({ url: world.database.urls.reader, log: quiet });
      try {
        await waker.wait(0n);
        expect(await head(world)).toBe('1');
      } finally {
        await waker.stop();
      }
    }));

  it('waits for the one at work, so that a pass leaves nothing behind that was committed before it', () =>
    withWorld(async (world, start) => {
      const [one, two] = [start(1, 60_000), start(1, 60_000)];
      await writeEvents(world, Array.from({ length: 40 }, () => anEvent()));
      await Promise.all([one.pass(), two.pass()]);
      expect((await all(world)).map((row) => row.position)).toEqual(Array.from({ length: 40 }, (_, at) => String(at + 1)));
    }));

  it('refuses a pass once it has stopped', () =>
    withWorld(async (_world, start) => {
      const sequencer = start();
      await sequencer.stop();
      await expect(sequencer.pass()).rejects.toThrow(/stopped/);
    }));

  it('is the only role that may give a position', () =>
    withWorld(async (world) => {
      await writeEvents(world, [anEvent()]);
      await expect(world.pools.hub.query('update event set position = 1, numbered_at = now()')).rejects.toThrow(/permission denied/);
      await expect(world.pools.hub.query('update feed set head = 9')).rejects.toThrow(/permission denied/);
      await expect(world.pools.hub.query('delete from event')).rejects.toThrow(/permission denied/);
    }));
});

describe('16 writers, two sequencers, one killed', () => {
  let world: FeedWorld;
  let committed: string[];
  let readings: string[][];

  beforeAll(async () => {
    world = await openFeedWorld();
    ({ committed, readings } = await storm(world));
  }, 120_000);
  afterAll(() => world.close());

  it('numbers every committed event once, densely, and nothing else', async () => {
    const rows = await all(world);
    expect(committed.length).toBeGreaterThan(300);
    expect(rows.map((row) => row.id).sort()).toEqual([...committed].sort());
    expect(rows.map((row) => row.position)).toEqual(rows.map((_, at) => String(at + 1)));
    expect(await head(world)).toBe(String(rows.length));
  });

  it('keeps the order of commits for each subject', async () => {
    const versions = new Map<string, number[]>();
    for (const row of await all(world)) versions.set(row.subject_key, [...(versions.get(row.subject_key) ?? []), row.version]);
    expect(versions.size).toBeGreaterThan(4);
    for (const found of versions.values()) expect(found).toEqual(found.map((_, at) => at + 1));
  });

  it('never goes back in time', async () => {
    const instants = (await all(world)).map((row) => row.numbered_at?.getTime() ?? 0);
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
  });

  it('showed every reader the same events in the same order while it ran', async () => {
    const expected = (await all(world)).map((row) => row.id);
    for (const reading of readings) expect(reading).toEqual(expected);
  });
});

async function storm(world: FeedWorld): Promise<{ committed: string[]; readings: string[][] }> {
  const options = { url: world.database.urls.sequencer, batch: 7, pollMs: 20, log: quiet };
  const [first, second] = [startSequencer(options), startSequencer(options)];
  const waker = startFeedWaker({ url: world.database.urls.reader, pollMs: 20, log: quiet });
  const ended = new AbortController();
  try {
    const readers = [1, 3, 100].map((size) => readAlong(world, size, waker.wait.bind(waker), ended.signal));
    const committed: string[] = [];
    const writers = Array.from({ length: 16 }, async (_, seed) => {
      const ids = await write(world, seed, 30, () => first.nudge());
      committed.push(...ids);
      // The seventh to finish: writers and sequencers are in full swing.
      if (seed === 7) {
        await killSequencers(world);
        await first.stop();
      }
    });
    await Promise.all(writers);
    await second.pass().catch(() => second.pass());
    ended.abort();
    return { committed, readings: await Promise.all(readers) };
  } finally {
    ended.abort();
    await Promise.all([first.stop(), second.stop(), waker.stop()]);
  }
}

/** One connection that changes subjects under their lock; one transaction in five is rolled back. Answers the ids of committed events. */
async function write(world: FeedWorld, seed: number, transactions: number, committed: () => void): Promise<string[]> {
  const random = randomFrom(seed);
  const ids: string[] = [];
  const count = seed === 7 ? transactions / 2 : transactions;
  const client = await begun(world);
  await client.query('rollback');
  for (let turn = 0; turn < count; turn++) {
    await client.query(`begin; select set_config('hub.viewer_role', 'ADMIN', true)`);
    const mine: string[] = [];
    // In ascending order, so that writers do not deadlock.
    const subjects = [...new Set([random(16), random(16)])].sort((a, b) => a - b).slice(0, 1 + random(2));
    for (const subject of subjects) {
      const { rows } = await client.query<{ version: number }>('update test_subject set version = version + 1 where id = $1 returning version', [subject + 1]);
      await client.query('select pg_sleep(random() * 0.02)');
      mine.push(await insert(client, String(subject + 1), rows[0]?.version ?? 0));
    }
    await client.query('select pg_sleep(random() * 0.02)');
    if (random(5) === 0) {
      await client.query('rollback');
      continue;
    }
    await client.query('commit');
    committed();
    ids.push(...mine);
  }
  await client.end();
  return ids;
}

/** Follows the feed in pages until told to end, and then to its end. */
async function readAlong(
  world: FeedWorld,
  size: number,
  wait: (after: bigint, signal: AbortSignal) => Promise<void>,
  ended: AbortSignal,
): Promise<string[]> {
  const read = readFor(world.pools, LOCAL_OPERATOR);
  const seen: string[] = [];
  let position = 0n;
  for (;;) {
    const last = ended.aborted;
    const page = await read(async (tx) => {
      const { head: until } = await feedState(tx);
      return eventsAfter(tx, LOCAL_OPERATOR, { after: position, until }, size);
    });
    seen.push(...page.map((row) => row.id));
    position = BigInt(page.at(-1)?.position ?? position);
    if (page.length < size) {
      if (last) return seen;
      await wait(position, ended);
    }
  }
}

async function begun(world: FeedWorld): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: world.database.urls.hub });
  client.on('error', quiet);
  await client.connect();
  await client.query(`begin; select set_config('hub.viewer_role', 'ADMIN', true)`);
  return client;
}

async function insert(client: pg.Client, subject: string, version: number): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into event (type, province_id, organisation_id, subject_type, subject_key, version, exposure, actor)
     values ('REPORT_PUBLISHED', ${NORTH}, ${NORTH_WOMEN}, 'Report', $1, $2, 2, 'test') returning id`,
    [subject, version],
  );
  return rows[0]?.id ?? '';
}

async function killSequencers(world: FeedWorld): Promise<void> {
  const killed = await world.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'phoi-hop sequencer'`,
  );
  expect(killed.length).toBeGreaterThan(0);
}

/** Whole numbers below a limit, the same for the same seed. */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >>> 8) % limit;
  };
}
