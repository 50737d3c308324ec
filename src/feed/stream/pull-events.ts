import type { Context } from '../../ground/gql/context.ts';
import { decodeEventCursor, encodeEventCursor, type FeedState } from './cursor.ts';
import { type EventSelection, eventsAfter, feedState } from './hub-event.store.ts';
import { EventBatch, toHubEvent } from './hub-event.type.ts';

/** What a subscriber asked for. */
export interface EventRequest extends EventSelection {
  /** Events of a batch at most. */
  readonly batchSize: number;
  /** Cursor to go on from; without one, from the head at the moment of subscribing. */
  readonly after?: string | null;
}

/** Positions read through for one batch at most: a filter that meets nothing must not read the whole feed in one statement. */
const SCAN = 10_000n;

/** Positions without a match after which a subscriber is told how far the reading has come. */
const CHECKPOINT = 1_000n;

/** A batch, or why there are no more: the field raises it, so that the subscriber hears it before the end. */
export type Delivery = EventBatch | { readonly fault: unknown };

/**
 * Starts delivering events: an iterator that reads a batch when it is asked for one, and waits where there is nothing.
 * Every batch is read with the permissions of its moment. `return()` ends it, also while it waits.
 * Raises `HubError` CURSOR_UNKNOWN or CURSOR_DIVERGED before the first batch.
 */
export async function subscribeToEvents(
  context: Context,
  request: EventRequest,
): Promise<AsyncIterableIterator<Delivery>> {
  const feed = await context.read((tx) => feedState(tx));
  const start = request.after ? decodeEventCursor(request.after, feed) : feed.head;
  return stoppable((signal) => deliveries(context, request, { feedId: feed.id, position: start }, signal));
}

interface Start {
  readonly feedId: string;
  readonly position: bigint;
}

async function* deliveries(
  context: Context,
  request: EventRequest,
  start: Start,
  signal: AbortSignal,
): AsyncGenerator<Delivery, undefined> {
  let { position } = start;
  // Who came without a cursor is given one at once, so that nothing is lost if the connection ends before the first event.
  let told = request.after ? position : -CHECKPOINT;
  while (!signal.aborted) {
    let page: Page;
    try {
      await context.renew();
      page = await readPage(context, request, start.feedId, position);
    } catch (fault) {
      yield { fault };
      return;
    }
    position = page.position;
    if (page.batch.events.length > 0 || position - told >= CHECKPOINT) {
      told = position;
      yield page.batch;
    }
    if (position === page.head) await context.feed.wait(position, signal);
  }
}

interface Page {
  readonly batch: EventBatch;
  readonly position: bigint;
  readonly head: bigint;
}

async function readPage(context: Context, request: EventRequest, feedId: string, after: bigint): Promise<Page> {
  return context.read(async (tx) => {
    const feed = await feedState(tx);
    // The same checks as at the start: a restore while the subscriber waited is not passed over in silence.
    decodeEventCursor(encodeEventCursor(feedId, after), feed);
    const until = after + SCAN < feed.head ? after + SCAN : feed.head;
    const rows = await eventsAfter(tx, context.viewer, { ...request, after, until }, request.batchSize);
    const last = rows.length === request.batchSize ? rows.at(-1) : undefined;
    const position = last ? BigInt(last.position) : until;
    return {
      batch: toBatch(
        feed,
        position,
        rows.map((row) => toHubEvent(feedId, row)),
      ),
      position,
      head: feed.head,
    };
  });
}

function toBatch(feed: FeedState, position: bigint, events: EventBatch['events']): EventBatch {
  return Object.assign(new EventBatch(), {
    events,
    cursor: encodeEventCursor(feed.id, position),
    head: encodeEventCursor(feed.id, feed.head),
  });
}

/** A generator whose `return()` does not have to wait for the step under way, as that of a bare generator does. */
function stoppable<T>(make: (signal: AbortSignal) => AsyncGenerator<T, undefined>): AsyncIterableIterator<T> {
  const abort = new AbortController();
  const inner = make(abort.signal);
  return {
    next: () => inner.next(),
    return: () => {
      abort.abort();
      return inner.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
