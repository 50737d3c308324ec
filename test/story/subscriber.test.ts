import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { anEvent, HandWaker } from '../support/feed.ts';
import { LiveFeed, manyEvents } from '../support/live-feed.ts';

let feed: LiveFeed;
beforeEach(async () => {
  feed = await LiveFeed.open();
});
afterEach(() => feed.close());

describe('a subscriber', () => {
  it('without a cursor is told at once where the feed stands, and hears only of what comes later', async () => {
    await feed.written(manyEvents(3));
    const waker = new HandWaker();
    const live = await feed.subscriber(waker);
    const first = await live.next();
    expect(first.events).toEqual([]);
    expect(first.cursor).toBe(first.head);
    const ids = await feed.written();
    waker.reach(4n);
    expect(await live.take(1)).toEqual(ids);
    expect(await (await feed.subscriber(waker, { after: first.cursor })).take(1)).toEqual(ids);
  });

  it('costs no SQL while it has nothing to hear', async () => {
    const waker = new HandWaker();
    const after = await feed.head();
    const idle = await Promise.all(Array.from({ length: 20 }, () => feed.subscriber(waker, { after })));
    const waiting = idle.map((one) => one.next());
    await waker.gathered(20);
    await feed.sequencer.pass();
    const before = feed.world.statements.splice(0);
    await feed.written();
    expect(before).toContainEqual(expect.stringContaining('eventsAfter'));
    expect(feed.world.statements.filter((text) => text.includes('eventsAfter') || text.includes('feedState'))).toEqual(
      [],
    );
    waker.reach(1n);
    expect((await Promise.all(waiting)).map((batch) => batch.events.length)).toEqual(idle.map(() => 1));
  });

  it('is read for only as far as it asks: 500 events wait in the database and not in memory', async () => {
    const after = await feed.head();
    await feed.written(manyEvents(500));
    const slow = await feed.subscriber(new HandWaker(), { after, batchSize: 5 });
    const reads = (): number => feed.world.statements.filter((text) => text.includes('/* eventsAfter */')).length;
    feed.world.statements.splice(0);
    expect(reads()).toBe(0);
    await slow.next();
    expect(reads()).toBe(1);
    await slow.next();
    expect(reads()).toBe(2);
  });

  it('ends at once when it is told to, also while it waits', async () => {
    const waker = new HandWaker();
    const live = await feed.subscriber(waker, { after: await feed.head() });
    const pending = live.stream.next();
    await waker.gathered(1);
    await live.stream.return?.();
    expect(await pending).toEqual({ value: undefined, done: true });
    expect(waker.waiting).toBe(0);
  });

  it('with a filter that nothing meets is moved on by batches without events', async () => {
    const after = await feed.head();
    await feed.written(manyEvents(1_200, { exposure: 0 }));
    const live = await feed.subscriber(new HandWaker(), { after }, ANONYMOUS);
    const moved = await live.next();
    expect(moved.events).toEqual([]);
    expect(moved.cursor).toBe(moved.head);
    expect(moved.cursor).not.toBe(after);
  });

  it('is delivered what it may see at the moment of delivery', async () => {
    const waker = new HandWaker();
    let now: Viewer = LOCAL_OPERATOR;
    const live = await feed.subscriber(waker, { after: await feed.head() }, LOCAL_OPERATOR, async () => now);
    const [hidden] = await feed.written([anEvent({ exposure: 0 })]);
    expect(await live.take(1)).toEqual([hidden]);
    now = ANONYMOUS;
    const [, shown] = await feed.written([anEvent({ exposure: 0 }), anEvent({ exposure: 2 })]);
    waker.reach(3n);
    expect(await live.take(1)).toEqual([shown]);
  });

  it('whose key was revoked hears why, and nothing after', async () => {
    const revoked = Object.assign(new Error('revoked'), { code: 'UNAUTHENTICATED' });
    const live = await feed.subscriber(new HandWaker(), { after: await feed.head() }, LOCAL_OPERATOR, () =>
      Promise.reject(revoked),
    );
    await feed.written();
    await expect(live.next()).rejects.toBe(revoked);
    expect(await live.stream.next()).toEqual({ value: undefined, done: true });
  });

  it('is told where the feed became another under it', async () => {
    const waker = new HandWaker();
    const live = await feed.subscriber(waker);
    await live.next();
    await feed.world.sql('update feed set id = gen_random_uuid()');
    const pending = live.next();
    waker.reach(1n);
    await expect(pending).rejects.toMatchObject({ code: 'CURSOR_DIVERGED' });
  });
});
