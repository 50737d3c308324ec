import { describe, expect, it } from '@jest/globals';
import { type Sequencer, startSequencer } from '../../src/feed/sequencer/sequencer.ts';
import { startFeedWaker } from '../../src/feed/stream/listening-waker.ts';
import {
  anEvent,
  begunSession,
  type FeedWorld,
  feedHead,
  insertEvent,
  killBackends,
  openFeedWorld,
  storedEvents,
  writeEvents,
} from '../support/feed.ts';

const quiet = (): void => undefined;

async function withWorld(
  work: (world: FeedWorld, start: (batch?: number, pollMs?: number) => Sequencer) => Promise<void>,
): Promise<void> {
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
      const ids = await writeEvents(
        world,
        Array.from({ length: 25 }, (_, at) => anEvent({ version: at + 1 })),
      );
      await start(4).pass();
      const rows = await storedEvents(world);
      expect(rows.map((row) => row.id)).toEqual(ids);
      expect(rows.map((row) => row.position)).toEqual(ids.map((_, at) => String(at + 1)));
      expect(await feedHead(world)).toBe('25');
    }));

  it('gives each batch a later instant of whole milliseconds, also where the clock has gone back', () =>
    withWorld(async (world, start) => {
      await world.sql(`update feed set numbered_at = '2027-01-01T00:00:00Z'`);
      await writeEvents(world, [anEvent(), anEvent(), anEvent()]);
      await start(1, 60_000).pass();
      const instants = (await storedEvents(world)).map((row) => row.numbered_at?.toISOString());
      expect(instants).toEqual(['2027-01-01T00:00:00.001Z', '2027-01-01T00:00:00.002Z', '2027-01-01T00:00:00.003Z']);
    }));

  it('numbers the transaction that inserted first and committed last behind the one that overtook it', () =>
    withWorld(async (world, start) => {
      const sequencer = start();
      const slow = await begunSession(world);
      const first = await insertEvent(slow, '1', 1);
      const [second] = await writeEvents(world, [anEvent()]);
      expect(await sequencer.pass()).toBeGreaterThanOrEqual(0);
      expect((await storedEvents(world)).map((row) => [row.id, row.position])).toEqual([[second, '1']]);
      await slow.query('commit');
      await slow.end();
      await sequencer.pass();
      expect((await storedEvents(world)).map((row) => [row.id, row.position])).toEqual([
        [second, '1'],
        [first, '2'],
      ]);
    }));

  it('leaves no gap where a transaction was rolled back', () =>
    withWorld(async (world, start) => {
      await writeEvents(world, [anEvent()]);
      const lost = await begunSession(world);
      const id = await insertEvent(lost, '1', 2);
      await lost.query('rollback');
      await lost.end();
      await writeEvents(world, [anEvent()]);
      await start().pass();
      const rows = await storedEvents(world);
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
        expect(await feedHead(world)).toBe('1');
      } finally {
        await waker.stop();
      }
    }));

  it('goes on after its backend is killed', () =>
    withWorld(async (world, start) => {
      const sequencer = start(1_000, 20);
      await sequencer.pass();
      expect(await killBackends(world, 'phoi-hop sequencer')).toBeGreaterThan(0);
      await writeEvents(world, [anEvent()]);
      const waker = startFeedWaker({ url: world.database.urls.reader, log: quiet });
      try {
        await waker.wait(0n);
        expect(await feedHead(world)).toBe('1');
      } finally {
        await waker.stop();
      }
    }));

  it('waits for the one at work, so that a pass leaves nothing behind that was committed before it', () =>
    withWorld(async (world, start) => {
      const [one, two] = [start(1, 60_000), start(1, 60_000)];
      await writeEvents(
        world,
        Array.from({ length: 40 }, () => anEvent()),
      );
      await Promise.all([one.pass(), two.pass()]);
      expect((await storedEvents(world)).map((row) => row.position)).toEqual(
        Array.from({ length: 40 }, (_, at) => String(at + 1)),
      );
    }));

  it('does not number beside another that holds the lock, and goes on when that one is gone', () =>
    withWorld(async (world, start) => {
      await writeEvents(world, [anEvent()]);
      const holder = await begunSession(world);
      await holder.query('select pg_advisory_xact_lock(7140212)');
      const pass = start(1_000, 60_000).pass();
      expect(await Promise.race([pass, holder.query('select pg_sleep(0.1)').then(() => 'still waiting')])).toBe(
        'still waiting',
      );
      expect(await feedHead(world)).toBe('0');
      await holder.end();
      await pass;
      expect(await feedHead(world)).toBe('1');
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
      await expect(world.pools.hub.query('update event set position = 1, numbered_at = now()')).rejects.toThrow(
        /permission denied/,
      );
      await expect(world.pools.hub.query('update feed set head = 9')).rejects.toThrow(/permission denied/);
      await expect(world.pools.hub.query('delete from event')).rejects.toThrow(/permission denied/);
    }));
});
