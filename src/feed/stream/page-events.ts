import type { ConnectionData } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import { decodeEventCursor } from './cursor.ts';
import { countEvents, type EventSelection, eventsAfter, feedState } from './hub-event.store.ts';
import { EventConnection, type HubEvent, toHubEvent } from './hub-event.type.ts';

/**
 * A page of the events that have happened, oldest first. Raises `HubError` CURSOR_UNKNOWN or CURSOR_DIVERGED.
 */
export async function pageOfEvents(
  context: Context,
  selection: EventSelection,
  after: string | null | undefined,
  size: number,
): Promise<ConnectionData<HubEvent>> {
  const { feed, rows } = await context.read(async (tx) => {
    const state = await feedState(tx);
    const from = after ? decodeEventCursor(after, state) : 0n;
    return {
      feed: state,
      rows: await eventsAfter(tx, context.viewer, { ...selection, after: from, until: state.head }, size + 1),
    };
  });
  const nodes = rows.slice(0, size).map((row) => toHubEvent(feed.id, row));
  return new EventConnection({
    nodes,
    edges: nodes.map((node) => ({ node, cursor: node.cursor })),
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: Boolean(after),
      startCursor: nodes[0]?.cursor ?? null,
      endCursor: nodes.at(-1)?.cursor ?? null,
    },
    count: () => context.read((tx) => countEvents(tx, context.viewer, { ...selection, after: 0n, until: feed.head })),
  });
}
