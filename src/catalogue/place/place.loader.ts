import DataLoader from 'dataloader';
import { byKey, groupByKey } from '../../ground/database/by-key.ts';
import type { Context } from '../../ground/gql/context.ts';
import { dayAsked } from '../day.ts';
import type { PlaceTileRow, PlaceVersionRow } from './place.row.ts';
import { type PlaceEdgeOf, placeStore } from './place.store.ts';
import { type Place, toPlace } from './place.type.ts';

/** Loaders of one request. */
export interface PlaceLoaders {
  /** A place by id as today. Rejects where there is none: foreign keys promise one. */
  byId: { load(id: number): Promise<Place> };
  /** A place by id as on a day (ISO date), or on the nearest day of its life. Rejects where there is none. */
  byIdOn: { load(asked: { id: number; on: string }): Promise<Place> };
  /** The same, null where there is none: for ids that clients bring. */
  findOn: { load(asked: { id: number; on: string }): Promise<Place | null> };
  predecessors: DataLoader<number, PlaceEdgeOf[]>;
  successors: DataLoader<number, PlaceEdgeOf[]>;
  versions: DataLoader<number, PlaceVersionRow[]>;
  tile: DataLoader<number, PlaceTileRow | null>;
}

/** Makes a request's loaders of places: give it to `context.use`. */
export function placeLoaders(context: Context): PlaceLoaders {
  const findOn = placesOn(context);
  const byIdOn = {
    load: async (asked: { id: number; on: string }): Promise<Place> => {
      const place = await findOn.load(asked);
      if (place === null) throw new Error(`Expected a place with id ${asked.id}, found none: the catalogue lost it.`);
      return place;
    },
  };
  const edges = (direction: 'predecessors' | 'successors') =>
    new DataLoader<number, PlaceEdgeOf[]>(async (ids) => {
      const rows = await context.read((tx) => placeStore.edges(tx, direction, ids));
      return groupByKey(ids, rows, (row) => row.of);
    });
  return {
    findOn,
    byIdOn,
    byId: { load: (id) => byIdOn.load({ id, on: dayAsked(context) }) },
    predecessors: edges('predecessors'),
    successors: edges('successors'),
    versions: new DataLoader(async (ids) => {
      const rows = await context.read((tx) => placeStore.versions(tx, ids));
      return groupByKey(ids, rows, (row) => row.placeId);
    }),
    tile: new DataLoader(async (ids) => {
      const rows = await context.read((tx) => placeStore.tiles(tx, ids));
      return byKey(ids, rows, (row) => row.placeId);
    }),
  };
}

function placesOn(context: Context): DataLoader<{ id: number; on: string }, Place | null, string> {
  const keyOf = ({ id, on }: { id: number; on: string }): string => `${id} ${on}`;
  return new DataLoader(
    async (asked: readonly { id: number; on: string }[]) => {
      const rows = await context.read((tx) => placeStore.byIdsOn(tx, asked));
      return byKey(asked.map(keyOf), rows, keyOf).map((row) => row && toPlace(row, row.on));
    },
    { cacheKeyFn: keyOf },
  );
}
