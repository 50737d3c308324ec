import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { byKey, groupByKey } from '../../ground/database/by-key.ts';
import type { Context } from '../../ground/gql/context.ts';
import { neededFor } from '../../ground/gql/needed.ts';
import { dayAsked } from '../day.ts';
import type { PlaceTileRow, PlaceVersionRow } from './place.row.ts';
import { PLACE_ALWAYS, PLACE_NEEDS, placeSelect } from './place.source.ts';
import { type PlaceEdgeOf, placeStore } from './place.store.ts';
import { type Place, toPlace } from './place.type.ts';

/** Loaders of one request. */
export interface PlaceLoaders {
  /** A place by id as today. Rejects where there is none: foreign keys promise one. */
  byId: { load(id: number, info?: GraphQLResolveInfo): Promise<Place> };
  /** A place by id as on a day (ISO date), or on the nearest day of its life. Rejects where there is none. */
  byIdOn: { load(asked: { id: number; on: string }, info?: GraphQLResolveInfo): Promise<Place> };
  /** The same, null where there is none: for ids that clients bring. */
  findOn: { load(asked: { id: number; on: string }, info?: GraphQLResolveInfo): Promise<Place | null> };
  predecessors: DataLoader<number, PlaceEdgeOf[]>;
  successors: DataLoader<number, PlaceEdgeOf[]>;
  versions: DataLoader<number, PlaceVersionRow[]>;
  tile: DataLoader<number, PlaceTileRow | null>;
}

/** Makes a request's loaders of places: give it to `context.use`. */
export function placeLoaders(context: Context): PlaceLoaders {
  const findOn = placesOn(context);
  const byIdOn = {
    load: async (asked: { id: number; on: string }, info?: GraphQLResolveInfo): Promise<Place> => {
      const place = await findOn.load(asked, info);
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
    byId: { load: (id, info) => byIdOn.load({ id, on: dayAsked(context) }, info) },
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

/** One loader for each set of needed columns: fields that ask for the same of their places share a statement. */
function placesOn(context: Context): PlaceLoaders['findOn'] {
  const keyOf = ({ id, on }: { id: number; on: string }): string => `${id} ${on}`;
  const loaders = new Map<unknown, DataLoader<{ id: number; on: string }, Place | null, string>>();
  const loaderOf = (needed: readonly string[] | undefined) => {
    const name = needed?.join();
    let loader = loaders.get(name);
    if (!loader) {
      loader = new DataLoader(
        async (asked: readonly { id: number; on: string }[]) => {
          const rows = await context.read((tx) => placeStore.byIdsOn(tx, asked, needed));
          return byKey(asked.map(keyOf), rows, keyOf).map((row) => row && toPlace(row, row.on));
        },
        { cacheKeyFn: keyOf },
      );
      loaders.set(name, loader);
    }
    return loader;
  };
  return { load: (asked, info) => loaderOf(info && neededFor(PLACE, info)).load(asked) };
}

const PLACE = { source: { select: placeSelect('p', 'v') }, needs: PLACE_NEEDS, always: PLACE_ALWAYS };
