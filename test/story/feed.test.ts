import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Sequencer, startSequencer } from '../../src/feed/sequencer/sequencer.ts';
import type { EventBatch } from '../../src/feed/stream/hub-event.type.ts';
import { type Delivery, type EventRequest, subscribeToEvents } from '../../src/feed/stream/pull-events.ts';
import { type ListeningWaker, startFeedWaker } from '../../src/feed/stream/listening-waker.ts';
import type { FeedWaker } from '../../src/ground/gql/feed-waker.ts';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { appendEvent } from '../../src/ground/outbox/outbox.store.ts';
import { writeFor } from '../../src/ground/viewer/session.ts';
import { ANONYMOUS, LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { anEvent, contextOf, type FeedWorld, HandWaker, openFeedWorld, writeEvents } from '../support/feed.ts';

const quiet = (): void => undefined;
const idOf = (eventId: string): string => toGlobalId('HubEvent', eventId);
const many = (count: number, differences = {}) => Array.from({ length: count }, (_, at) => anEvent({ version: at + 1, ...differences }));

let world: FeedWorld;
let sequencer: Sequencer;
let open: AsyncIterableIterator<Delivery>[];
beforeEach(async () => {
  world = await openFeedWorld();
  sequencer = startSequencer({ url: world.database.urls.sequencer, pollMs: 60_000, log: quiet });
  open = [];
});
afterEach(async () => {
  await Promise.all(open.map((stream) => stream.return?.()));
  await sequencer.stop();
  await world.close();
});

/** A subscriber, who may ask for the next batch. */
async function subscriber(feed: FeedWaker, request: Partial<EventRequest> = {}, viewer: Viewer = LOCAL_OPERATOR, again?: () => Promise<Viewer>) {
  const stream = await subscribeToEvents(contextOf(world, viewer, feed, again), { batchSize: 50, ...request });
  open.push(stream);
  const next = async (): Promise<EventBatch> => {
    const { value, done } = await stream.next();
    if (done) throw new Error('The stream has ended.');
    if ('fault' in (value as Delivery)) throw (value as { fault: unknown }).fault;
    return value as EventBatch;
  };
  const take = async (count: number): Promise<string[]> => {
    const ids: string[] = [];
    while (ids.length < count) ids.push(...(await next()).events.map((event) => event.id));
    return ids;
  };
  return { stream, next, take };
}

async function written(events = [anEvent()]): Promise<string[]> {
  const ids = await writeEvents(world, events);
  await sequencer.pass();
  return ids.map(idOf);
}

async function headCursor(): Promise<string> {
  return (await (await subscriber(new HandWaker())).next()).cursor;
}

describe('delivery', () => {
  let waker: ListeningWaker;
  beforeEach(() => {
    waker = startFeedWaker({ url: world.database.urls.reader, pollMs: 50, log: quiet });
  });
  afterEach(() => waker.stop());

  it('brings all 50 events of one transaction in batches of one', async () => {
    const after = await headCursor();
    const live = await subscriber(waker, { after, batchSize: 1 });
    const arriving = live.take(50);
    const ids = await written(many(50));
    expect(await arriving).toEqual(ids);
  });

  it('brings both events where the first to be inserted is the last to be committed, in one order for all', async () => {
    const after = await headCursor();
    const live = await subscriber(waker, { after });
    let firstId = '';
    let overtook = quiet as () => void;
    let slow: Promise<void> = Promise.resolve();
    await new Promise<void>((inserted) => {
      slow = writeFor(world.pools, LOCAL_OPERATOR)(async (tx) => {
        firstId = await appendEvent(tx, anEvent({ subjectKey: 'slow' }));
        const end = new Promise<void>((resolve) => (overtook = resolve));
        inserted();
        await end;
      });
    });
    const [second] = await written([anEvent({ subjectKey: 'quick' })]);
    expect(await live.take(1)).toEqual([second]);
    overtook();
    await slow;
    await sequencer.pass();
    expect(await live.take(1)).toEqual([idOf(firstId)]);
    expect(await (await subscriber(waker, { after })).take(2)).toEqual([second, idOf(firstId)]);
  });

  it('never brings an event of a transaction that was rolled back', async () => {
    const live = await subscriber(waker, { after: await headCursor() });
    const undone = writeFor(world.pools, LOCAL_OPERATOR)(async (tx) => {
      await appendEvent(tx, anEvent({ subjectKey: 'undone' }));
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    const ids = await written();
    expect(await live.take(1)).toEqual(ids);
  });

  it('goes on where the listening backend was killed', async () => {
    const live = await subscriber(waker, { after: await headCursor() });
    const ids = await written();
    expect(await live.take(1)).toEqual(ids);
    const killed = await world.sql(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'phoi-hop feed'`);
    expect(killed).toHaveLength(1);
    const more = await written(many(3));
    expect(await live.take(3)).toEqual(more);
  });

  it('comes by the poll where no notification was sent', async () => {
    const live = await subscriber(waker, { after: await headCursor() });
    const [id = ''] = await writeEvents(world, [anEvent()]);
    await world.sql('with head as (update feed set head = 1, numbered_at = now()) update event set position = 1, numbered_at = now()');
    expect(await live.take(1)).toEqual([idOf(id)]);
  });

  it('gives a reader that resumes at any cursor it was given everything behind it, once and in order', async () => {
    await written(many(40));
    const all = await (await subscriber(waker, { after: await beginning() })).take(40);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.nat(3)), { minLength: 1, maxLength: 8 }), async (lives) => {
        const seen: string[] = [];
        let after = await beginning();
        for (const [batchSize, batches] of [...lives, [100, 1] as const]) {
          const life = await subscriber(waker, { after, batchSize });
          for (let turn = 0; turn < batches && seen.length < all.length; turn++) {
            const batch = await life.next();
            seen.push(...batch.events.map((event) => event.id));
            after = batch.cursor;
          }
          await life.stream.return?.();
        }
        expect(seen).toEqual(all);
      }),
      { numRuns: 25 },
    );
  });

  it('skips nothing for a reader that breaks off and resumes at old cursors while 8 writers write', async () => {
    const after = await beginning();
    const second = startSequencer({ url: world.database.urls.sequencer, batch: 3, pollMs: 10, log: quiet });
    try {
      const ids: string[] = [];
      const writers = Array.from({ length: 8 }, async (_, writer) => {
        for (let turn = 0; turn < 20; turn++) {
          ids.push(...(await writeEvents(world, many(1 + (turn % 3), { subjectKey: String(writer) }))));
          if (turn % 2 === 0) sequencer.nudge();
        }
      });
      const total = 8 * (7 * 1 + 7 * 2 + 6 * 3);
      const seen = new Map<string, string>();
      const cursors = [after];
      for (let life = 0; seen.size < total; life++) {
        const from = cursors[(life * 7919) % cursors.length] ?? after;
        const reader = await subscriber(waker, { after: life % 3 === 0 ? from : (cursors.at(-1) ?? after), batchSize: 1 + (life % 13) });
        for (let turn = 0; turn <= life % 4 && seen.size < total; turn++) {
          const batch = await reader.next();
          for (const event of batch.events) seen.set(event.cursor, event.id);
          if (batch.events.length > 0 && !cursors.includes(batch.cursor)) cursors.push(batch.cursor);
          // Cursors hold their positions big-endian, so that their order is that of the feed.
          cursors.sort((a, b) => Buffer.from(a, 'base64url').compare(Buffer.from(b, 'base64url')));
        }
        await reader.stream.return?.();
      }
      await Promise.all(writers);
      expect([...seen.values()].sort()).toEqual(ids.map(idOf).sort());
    } finally {
      await second.stop();
    }
  });

  it('gives the cursor of an event the same meaning as that of a batch', async () => {
    await written(many(5));
    const [batch] = [await (await subscriber(waker, { after: await beginning() })).next()];
    const rest = await (await subscriber(waker, { after: batch.events[2]?.cursor ?? '' })).next();
    expect(rest.events.map((event) => event.version)).toEqual([4, 5]);
  });
});

/** The cursor before the first event, as a subscriber of the empty feed was given it. */
async function beginning(): Promise<string> {
  const { encodeEventCursor } = await import('../../src/feed/stream/cursor.ts');
  const [feed] = await world.sql<{ id: string }>('select id from feed');
  return encodeEventCursor(feed?.id ?? '', 0n);
}

describe('a subscriber', () => {
  it('without a cursor is told at once where the feed stands, and hears only of what comes later', async () => {
    await written(many(3));
    const waker = new HandWaker();
    const live = await subscriber(waker);
    const first = await live.next();
    expect(first.events).toEqual([]);
    expect(first.cursor).toBe(first.head);
    const ids = await written();
    waker.reach(4n);
    expect(await live.take(1)).toEqual(ids);
    expect((await (await subscriber(waker, { after: first.cursor })).take(1))).toEqual(ids);
  });

  it('costs no SQL while it has nothing to hear', async () => {
    const waker = new HandWaker();
    const after = await headCursor();
    const idle = await Promise.all(Array.from({ length: 20 }, () => subscriber(waker, { after })));
    const waiting = idle.map(({ next }) => next());
    await waker.gathered(20);
    await sequencer.pass();
    const before = world.statements.splice(0);
    await written();
    expect(before).toContainEqual(expect.stringContaining('eventsAfter'));
    expect(world.statements.filter((text) => text.includes('eventsAfter') || text.includes('feedState'))).toEqual([]);
    waker.reach(1n);
    expect((await Promise.all(waiting)).map((batch) => batch.events.length)).toEqual(idle.map(() => 1));
  });

  it('is read for only as far as it asks: 500 events wait in the database and not in memory', async () => {
    const after = await headCursor();
    await written(many(500));
    const slow = await subscriber(new HandWaker(), { after, batchSize: 5 });
    const reads = (): number => world.statements.filter((text) => text.includes('/* eventsAfter */')).length;
    world.statements.splice(0);
    expect(reads()).toBe(0);
    await slow.next();
    expect(reads()).toBe(1);
    await slow.next();
    expect(reads()).toBe(2);
  });

  it('ends at once when it is told to, also while it waits', async () => {
    const waker = new HandWaker();
    const live = await subscriber(waker, { after: await headCursor() });
    const pending = live.stream.next();
    await waker.gathered(1);
    await live.stream.return?.();
    expect(await pending).toEqual({ value: undefined, done: true });
    expect(waker.waiting).toBe(0);
  });

  it('with a filter that nothing meets is moved on by batches without events', async () => {
    const after = await headCursor();
    await written(many(1_200, { exposure: 0 }));
    const live = await subscriber(new HandWaker(), { after }, ANONYMOUS);
    const moved = await live.next();
    expect(moved.events).toEqual([]);
    expect(moved.cursor).toBe(moved.head);
    expect(moved.cursor).not.toBe(after);
  });

  it('is delivered what it may see at the moment of delivery', async () => {
    const waker = new HandWaker();
    let now: Viewer = LOCAL_OPERATOR;
    const live = await subscriber(waker, { after: await headCursor() }, LOCAL_OPERATOR, async () => now);
    const [hidden] = await written([anEvent({ exposure: 0 })]);
    expect(await live.take(1)).toEqual([hidden]);
    now = ANONYMOUS;
    const [, shown] = await written([anEvent({ exposure: 0 }), anEvent({ exposure: 2 })]);
    waker.reach(3n);
    expect(await live.take(1)).toEqual([shown]);
  });

  it('whose key was revoked hears why, and nothing after', async () => {
    const revoked = Object.assign(new Error('revoked'), { code: 'UNAUTHENTICATED' });
    const live = await subscriber(new HandWaker(), { after: await headCursor() }, LOCAL_OPERATOR, () => Promise.reject(revoked));
    await written();
    await expect(live.next()).rejects.toBe(revoked);
    expect(await live.stream.next()).toEqual({ value: undefined, done: true });
  });

  it('is told where the feed became another under it', async () => {
    const waker = new HandWaker();
    const live = await subscriber(waker);
    await live.next();
    await world.sql('update feed set id = gen_random_uuid()');
    const pending = live.next();
    waker.reach(1n);
    await expect(pending).rejects.toMatchObject({ code: 'CURSOR_DIVERGED' });
  });
});
