import { type Sequencer, startSequencer } from '../../src/feed/sequencer/sequencer.ts';
import { encodeEventCursor } from '../../src/feed/stream/cursor.ts';
import type { EventBatch } from '../../src/feed/stream/hub-event.type.ts';
import { type Delivery, type EventRequest, subscribeToEvents } from '../../src/feed/stream/pull-events.ts';
import type { FeedWaker } from '../../src/ground/gql/feed-waker.ts';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import type { NewEvent } from '../../src/ground/outbox/outbox.store.ts';
import { LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { anEvent, contextOf, type FeedWorld, HandWaker, openFeedWorld, writeEvents } from './feed.ts';

/** The global id of an event. */
export const globalEventId = (eventId: string): string => toGlobalId('HubEvent', eventId);

/** Events with the versions 1, 2, 3 … */
export const manyEvents = (count: number, differences: Partial<NewEvent> = {}): NewEvent[] =>
  Array.from({ length: count }, (_, at) => anEvent({ version: at + 1, ...differences }));

/** Cursors of one feed hold their positions big-endian, so that the order of their bytes is that of the feed. */
export function byPosition(a: string, b: string): number {
  return Buffer.from(a, 'base64url').compare(Buffer.from(b, 'base64url'));
}

/** Somebody who listens. */
export interface Subscriber {
  stream: AsyncIterableIterator<Delivery>;
  /** The next batch; throws why there is none. */
  next(): Promise<EventBatch>;
  /** Ids of the next events, at least so many. */
  take(count: number): Promise<string[]>;
}

/** A feed with a sequencer that numbers when it is told to, and subscribers that end with it. */
export class LiveFeed {
  readonly #open: AsyncIterableIterator<Delivery>[] = [];

  private constructor(
    readonly world: FeedWorld,
    readonly sequencer: Sequencer,
  ) {}

  static async open(): Promise<LiveFeed> {
    const world = await openFeedWorld();
    const sequencer = startSequencer({ url: world.database.urls.sequencer, pollMs: 60_000, log: () => undefined });
    return new LiveFeed(world, sequencer);
  }

  async close(): Promise<void> {
    for (const stream of this.#open) await stream.return?.();
    await this.sequencer.stop();
    await this.world.close();
  }

  async subscriber(
    feed: FeedWaker,
    request: Partial<EventRequest> = {},
    viewer: Viewer = LOCAL_OPERATOR,
    again?: () => Promise<Viewer>,
  ): Promise<Subscriber> {
    const context = contextOf(this.world, viewer, feed, again);
    const stream = await subscribeToEvents(context, { batchSize: 50, ...request });
    this.#open.push(stream);
    const next = async (): Promise<EventBatch> => {
      const { value, done } = await stream.next();
      if (done === true) throw new Error('The stream has ended.');
      if ('fault' in value) throw value.fault;
      return value;
    };
    const take = async (count: number): Promise<string[]> => {
      const ids: string[] = [];
      while (ids.length < count) ids.push(...(await next()).events.map((event) => event.id));
      return ids;
    };
    return { stream, next, take };
  }

  /** Writes events in one transaction, has them numbered, and answers their global ids. */
  async written(events: readonly NewEvent[] = [anEvent()]): Promise<string[]> {
    const ids = await writeEvents(this.world, events);
    await this.sequencer.pass();
    return ids.map(globalEventId);
  }

  /** The cursor of the present end. */
  async head(): Promise<string> {
    return (await (await this.subscriber(new HandWaker())).next()).cursor;
  }

  /** The cursor before the first event. */
  async beginning(): Promise<string> {
    const [feed] = await this.world.sql<{ id: string }>('select id from feed');
    return encodeEventCursor(feed?.id ?? '', 0n);
  }
}
