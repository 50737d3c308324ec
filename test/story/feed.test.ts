import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startSequencer } from '../../src/feed/sequencer/sequencer.ts';
import { type ListeningWaker, startFeedWaker } from '../../src/feed/stream/listening-waker.ts';
import { appendEvent } from '../../src/ground/outbox/outbox.store.ts';
import { writeFor } from '../../src/ground/viewer/session.ts';
import { LOCAL_OPERATOR } from '../../src/ground/viewer/viewer.ts';
import { anEvent, killBackends, writeEvents } from '../support/feed.ts';
import { byPosition, globalEventId, LiveFeed, manyEvents } from '../support/live-feed.ts';

const quiet = (): void => undefined;

let feed: LiveFeed;
beforeEach(async () => {
  feed = await LiveFeed.open();
});
afterEach(() => feed.close());

describe('delivery', () => {
  let waker: ListeningWaker;
  beforeEach(() => {
    waker = startFeedWaker({ url: feed.world.database.urls.reader, pollMs: 50, log: quiet });
  });
  afterEach(() => waker.stop());

  it('brings all 50 events of one transaction in batches of one', async () => {
    const after = await feed.head();
    const live = await feed.subscriber(waker, { after, batchSize: 1 });
    const arriving = live.take(50);
    const ids = await feed.written(manyEvents(50));
    expect(await arriving).toEqual(ids);
  });

  it('brings both events where the first to be inserted is the last to be committed, in one order for all', async () => {
    const after = await feed.head();
    const live = await feed.subscriber(waker, { after });
    let firstId = '';
    let overtook = quiet;
    let slow: Promise<void> = Promise.resolve();
    await new Promise<void>((inserted) => {
      slow = writeFor(
        feed.world.pools,
        LOCAL_OPERATOR,
      )(async (tx) => {
        firstId = await appendEvent(tx, anEvent({ subjectKey: 'slow' }));
        const end = new Promise<void>((resolve) => (overtook = resolve));
        inserted();
        await end;
      });
    });
    const [second] = await feed.written([anEvent({ subjectKey: 'quick' })]);
    expect(await live.take(1)).toEqual([second]);
    overtook();
    await slow;
    await feed.sequencer.pass();
    expect(await live.take(1)).toEqual([globalEventId(firstId)]);
    expect(await (await feed.subscriber(waker, { after })).take(2)).toEqual([second, globalEventId(firstId)]);
  });

  it('never brings an event of a transaction that was rolled back', async () => {
    const live = await feed.subscriber(waker, { after: await feed.head() });
    const undone = writeFor(
      feed.world.pools,
      LOCAL_OPERATOR,
    )(async (tx) => {
      await appendEvent(tx, anEvent({ subjectKey: 'undone' }));
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    const ids = await feed.written();
    expect(await live.take(1)).toEqual(ids);
  });

  it('goes on where the listening backend was killed', async () => {
    const live = await feed.subscriber(waker, { after: await feed.head() });
    const ids = await feed.written();
    expect(await live.take(1)).toEqual(ids);
    expect(await killBackends(feed.world, 'phoi-hop feed')).toBe(1);
    const more = await feed.written(manyEvents(3));
    expect(await live.take(3)).toEqual(more);
  });

  it('comes by the poll where no notification was sent', async () => {
    const live = await feed.subscriber(waker, { after: await feed.head() });
    const [id = ''] = await writeEvents(feed.world, [anEvent()]);
    await feed.world.sql(
      'with head as (update feed set head = 1, numbered_at = now()) update event set position = 1, numbered_at = now()',
    );
    expect(await live.take(1)).toEqual([globalEventId(id)]);
  });

  it('gives a reader that resumes at any cursor it was given everything behind it, once and in order', async () => {
    await feed.written(manyEvents(40));
    const all = await (await feed.subscriber(waker, { after: await feed.beginning() })).take(40);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.nat(3)), { minLength: 1, maxLength: 8 }),
        async (lives) => {
          const seen: string[] = [];
          let after = await feed.beginning();
          for (const [batchSize, batches] of [...lives, [100, 1] as const]) {
            const life = await feed.subscriber(waker, { after, batchSize });
            for (let turn = 0; turn < batches && seen.length < all.length; turn++) {
              const batch = await life.next();
              seen.push(...batch.events.map((event) => event.id));
              after = batch.cursor;
            }
            await life.stream.return?.();
          }
          expect(seen).toEqual(all);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('skips nothing for a reader that breaks off and resumes at old cursors while 8 writers write', async () => {
    const after = await feed.beginning();
    const second = startSequencer({ url: feed.world.database.urls.sequencer, batch: 3, pollMs: 10, log: quiet });
    try {
      const ids: string[] = [];
      const writers = Array.from({ length: 8 }, async (_, writer) => {
        for (let turn = 0; turn < 20; turn++) {
          ids.push(...(await writeEvents(feed.world, manyEvents(1 + (turn % 3), { subjectKey: String(writer) }))));
          if (turn % 2 === 0) feed.sequencer.nudge();
        }
      });
      const total = 8 * (7 * 1 + 7 * 2 + 6 * 3);
      const seen = new Map<string, string>();
      const cursors = [after];
      const lives: { from: string; seen: string[] }[] = [];
      for (let life = 0; seen.size < total; life++) {
        const from = (life % 3 === 0 ? cursors[(life * 7919) % cursors.length] : cursors.at(-1)) ?? after;
        const reader = await feed.subscriber(waker, { after: from, batchSize: 1 + (life % 13) });
        const mine: string[] = [];
        lives.push({ from, seen: mine });
        for (let turn = 0; turn <= life % 4 && seen.size < total; turn++) {
          const batch = await reader.next();
          for (const event of batch.events) seen.set(event.cursor, event.id);
          mine.push(...batch.events.map((event) => event.cursor));
          if (batch.events.length > 0 && !cursors.includes(batch.cursor)) cursors.push(batch.cursor);
          cursors.sort(byPosition);
        }
        await reader.stream.return?.();
      }
      await Promise.all(writers);
      expect([...seen.values()].sort()).toEqual(ids.map(globalEventId).sort());
      const order = [after, ...[...seen.keys()].sort(byPosition)];
      for (const life of lives) {
        const start = order.indexOf(life.from) + 1;
        expect(life.seen).toEqual(order.slice(start, start + life.seen.length));
      }
    } finally {
      await second.stop();
    }
  });

  it('gives the cursor of an event the same meaning as that of a batch', async () => {
    await feed.written(manyEvents(5));
    const [batch] = [await (await feed.subscriber(waker, { after: await feed.beginning() })).next()];
    const rest = await (await feed.subscriber(waker, { after: batch.events[2]?.cursor ?? '' })).next();
    expect(rest.events.map((event) => event.version)).toEqual([4, 5]);
  });
});
