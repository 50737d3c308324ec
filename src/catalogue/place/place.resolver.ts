import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import {
  type ConnectionData,
  type ListDefinition,
  nestedConnection,
  rootConnection,
} from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { NodeFetcher } from '../../ground/gql/node.ts';
import { CodeOnArgs, dayAsked } from '../day.ts';
import { mergeRuns } from './dated.ts';
import { PlaceListArgs } from './place.input.ts';
import { placeLoaders } from './place.loader.ts';
import { PLACE_ALWAYS, PLACE_NEEDS, placeKey, placeSource } from './place.source.ts';
import { type PlaceEdgeOf, type PlaceOn, placeStore } from './place.store.ts';
import { Place, PlaceConnection, PlaceName, PlaceSuccession, Tile, toPlace, toPlaceName } from './place.type.ts';

/** The list of the places that live on a day. */
function placeList(on: string): ListDefinition<PlaceOn, Place> {
  return {
    type: 'Place',
    source: placeSource(on),
    convert: (row) => toPlace(row, on),
    defaultOrder: [{ field: 'shortName', direction: 'ASC' }],
    variant: on,
    needs: PLACE_NEEDS,
    always: PLACE_ALWAYS,
  };
}

/** Places by code and in lists, and what hangs on a place. */
@Resolver(() => Place)
class PlaceResolver {
  @Query(() => Place, {
    nullable: true,
    description: 'The place with an official code; null where none has, or with `on` where none has it on that day.',
  })
  async place(@Args(() => CodeOnArgs) { code, on }: CodeOnArgs, @Ctx() context: Context): Promise<Place | null> {
    const day = dayAsked(context, on);
    const row = await context.read((tx) =>
      on ? placeStore.byCodeOn(tx, code, day) : placeStore.lastByCode(tx, code, day),
    );
    return row && toPlace(row, day);
  }

  @Query(() => PlaceConnection, {
    description: 'The places that live on a day, default today. `first` or `last` is required.',
  })
  places(
    @Args(() => PlaceListArgs) args: PlaceListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Place>> {
    return rootConnection(context, placeList(dayAsked(context, args.on)), args, info);
  }

  @FieldResolver(() => Place, { nullable: true, description: 'The place directly above it; null for the country.' })
  parent(
    @Root() { parentId: id, on }: Place,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Place> | null {
    return id === null ? null : context.use(placeLoaders).byIdOn.load({ id, on }, info);
  }

  @FieldResolver(() => Place, {
    nullable: true,
    description: 'The province it lies in: itself for a province, null for the country.',
  })
  province(
    @Root() { provinceId: id, on }: Place,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Place> | null {
    return id === null ? null : context.use(placeLoaders).byIdOn.load({ id, on }, info);
  }

  @FieldResolver(() => PlaceConnection, { description: 'The places directly below it. `first` or `last` is required.' })
  children(
    @Root() place: Place,
    @Args(() => PlaceListArgs) args: PlaceListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Place>> {
    const parent = { sql: 'v0.parent_id', type: 'integer' } as const;
    return nestedConnection(context, placeList(args.on ?? place.shownOn), parent, place.placeId, args, info);
  }

  @FieldResolver(() => [PlaceSuccession], {
    description: 'The places it came from by merger or split, first by day, then by code.',
  })
  async predecessors(@Root() place: Place, @Ctx() context: Context): Promise<PlaceSuccession[]> {
    return toSuccessions(await context.use(placeLoaders).predecessors.load(place.placeId), place.on);
  }

  @FieldResolver(() => [PlaceSuccession], {
    description: 'The places it went into by merger or split, first by day, then by code.',
  })
  async successors(@Root() place: Place, @Ctx() context: Context): Promise<PlaceSuccession[]> {
    return toSuccessions(await context.use(placeLoaders).successors.load(place.placeId), place.on);
  }

  @FieldResolver(() => [PlaceName], { description: 'Every name and type it has had, in order of time.' })
  async names(@Root() place: Place, @Ctx() context: Context): Promise<PlaceName[]> {
    const versions = await context.use(placeLoaders).versions.load(place.placeId);
    return mergeRuns(versions, (a, b) => a.name === b.name && a.type === b.type).map(toPlaceName);
  }

  @FieldResolver(() => Tile, { nullable: true, description: 'Its cell of the tile map; null where it has none.' })
  tile(@Root() place: Place, @Ctx() context: Context): Promise<Tile | null> {
    return context.use(placeLoaders).tile.load(place.placeId);
  }
}

function toSuccessions(edges: readonly PlaceEdgeOf[], asked: string): PlaceSuccession[] {
  return edges.map(({ on, extent, other }) =>
    Object.assign(new PlaceSuccession(), { on, extent, placeId: other, asked }),
  );
}

/** The place at the other end of an edge. */
@Resolver(() => PlaceSuccession)
class PlaceSuccessionResolver {
  @FieldResolver(() => Place, {
    description: 'The other place, shown as on the day asked for or the nearest day of its life.',
  })
  place(
    @Root() { placeId: id, asked: on }: PlaceSuccession,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Place> {
    return context.use(placeLoaders).byIdOn.load({ id, on }, info);
  }
}

/** The resolvers of this room. */
export const placeResolvers = [PlaceResolver, PlaceSuccessionResolver] as const;

/** Answers `node(id)` for places, as today. */
export const placeNode: NodeFetcher = {
  type: 'Place',
  fetch: async (context, globalId) => {
    const id = placeKey(globalId);
    return id === null ? null : context.use(placeLoaders).findOn.load({ id, on: dayAsked(context) });
  },
};
