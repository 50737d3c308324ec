import DataLoader from 'dataloader';
import { byKey } from '../../ground/database/by-key.ts';
import type { Context } from '../../ground/gql/context.ts';
import { eventsById, feedState } from './hub-event.store.ts';
import { type HubEvent, toHubEvent } from './hub-event.type.ts';

/** Loaders of one request. */
export interface EventLoaders {
  /** A numbered event by its id (decimal); null where there is none, or none the viewer may see. */
  byId: DataLoader<string, HubEvent | null>;
}

/** Makes a request's loaders of events: give it to `context.use`. */
export function eventLoaders(context: Context): EventLoaders {
  return {
    byId: new DataLoader((ids: readonly string[]) =>
      context.read(async (tx) => {
        const feed = await feedState(tx);
        const rows = await eventsById(tx, context.viewer, ids);
        return byKey(ids, rows, (row) => row.id).map((row) => row && toHubEvent(feed.id, row));
      }),
    ),
  };
}
