import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSequencer } from '../../src/feed/sequencer/sequencer.ts';
import { eventsAfter, feedState } from '../../src/feed/stream/hub-event.store.ts';
import { startFeedWaker } from '../../src/feed/stream/listening-waker.ts';
import { readFor } from '../../src/ground/viewer/session.ts';
import { LOCAL_OPERATOR } from '../../src/ground/viewer/viewer.ts';
import {
  begunSession,
  type FeedWorld,
  feedHead,
  insertEvent,
  killBackends,
  openFeedWorld,
  storedEvents,
} from '../support/feed.ts';

const quiet = (): void => undefined;

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
    const rows = await storedEvents(world);
    expect(committed.length).toBeGreaterThan(300);
    expect(rows.map((row) => row.id).sort()).toEqual([...committed].sort());
    expect(rows.map((row) => row.position)).toEqual(rows.map((_, at) => String(at + 1)));
    expect(await feedHead(world)).toBe(String(rows.length));
  });

  it('keeps the order of commits for each subject', async () => {
    const versions = new Map<string, number[]>();
    for (const row of await storedEvents(world))
      versions.set(row.subject_key, [...(versions.get(row.subject_key) ?? []), row.version]);
    expect(versions.size).toBeGreaterThan(4);
    for (const found of versions.values()) expect(found).toEqual(found.map((_, at) => at + 1));
  });

  it('never goes back in time', async () => {
    const instants = (await storedEvents(world)).map((row) => row.numbered_at?.getTime() ?? 0);
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
  });

  it('showed every reader the same events in the same order while it ran', async () => {
    const expected = (await storedEvents(world)).map((row) => row.id);
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
        expect(await killBackends(world, 'phoi-hop sequencer')).toBeGreaterThan(0);
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
  const client = await begunSession(world);
  await client.query('rollback');
  for (let turn = 0; turn < count; turn++) {
    await client.query(`begin; select set_config('hub.viewer_role', 'ADMIN', true)`);
    const mine: string[] = [];
    // In ascending order, so that writers do not deadlock.
    const subjects = [...new Set([random(16), random(16)])].sort((a, b) => a - b).slice(0, 1 + random(2));
    for (const subject of subjects) {
      const { rows } = await client.query<{ version: number }>(
        'update test_subject set version = version + 1 where id = $1 returning version',
        [subject + 1],
      );
      await client.query('select pg_sleep(random() * 0.02)');
      mine.push(await insertEvent(client, String(subject + 1), rows[0]?.version ?? 0));
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

/** Whole numbers below a limit, the same for the same seed. */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >>> 8) % limit;
  };
}
