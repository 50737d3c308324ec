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
import { mergeRuns } from '../place/dated.ts';
import { placeLoaders } from '../place/place.loader.ts';
import { Place } from '../place/place.type.ts';
import { OrganisationListArgs } from './organisation.input.ts';
import { organisationLoaders } from './organisation.loader.ts';
import { ORGANISATION_ALWAYS, ORGANISATION_NEEDS, organisationKey, organisationSource } from './organisation.source.ts';
import { type OrganisationEdgeOf, type OrganisationOn, organisationStore } from './organisation.store.ts';
import {
  Organisation,
  OrganisationConnection,
  OrganisationName,
  OrganisationSuccession,
  toOrganisation,
  toOrganisationName,
} from './organisation.type.ts';

/** The list of the organisations that live on a day. */
function organisationList(on: string): ListDefinition<OrganisationOn, Organisation> {
  return {
    type: 'Organisation',
    source: organisationSource(on),
    convert: (row) => toOrganisation(row, on),
    defaultOrder: [{ field: 'sortKey', direction: 'ASC' }],
    variant: on,
    needs: ORGANISATION_NEEDS,
    always: ORGANISATION_ALWAYS,
  };
}

/** Organisations by code and in lists, and what hangs on one. */
@Resolver(() => Organisation)
class OrganisationResolver {
  @Query(() => Organisation, {
    nullable: true,
    description: 'The organisation with a code; null where none has, or with `on` where none has it on that day.',
  })
  async organisation(
    @Args(() => CodeOnArgs) { code, on }: CodeOnArgs,
    @Ctx() context: Context,
  ): Promise<Organisation | null> {
    const day = dayAsked(context, on);
    const row = await context.read((tx) =>
      on ? organisationStore.byCodeOn(tx, code, day) : organisationStore.lastByCode(tx, code, day),
    );
    return row && toOrganisation(row, day);
  }

  @Query(() => OrganisationConnection, {
    description: 'The organisations that live on a day, default today. `first` or `last` is required.',
  })
  organisations(
    @Args(() => OrganisationListArgs) args: OrganisationListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Organisation>> {
    return rootConnection(context, organisationList(dayAsked(context, args.on)), args, info);
  }

  @FieldResolver(() => Place, { description: 'Its province, on the same day.' })
  province(
    @Root() { provinceId: id, on }: Organisation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Place> {
    return context.use(placeLoaders).byIdOn.load({ id, on }, info);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation directly above it on the day shown; null where there is none in the hub.',
  })
  parent(
    @Root() { parentId: id, on }: Organisation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> | null {
    return id === null ? null : context.use(organisationLoaders).byIdOn.load({ id, on }, info);
  }

  @FieldResolver(() => [OrganisationSuccession], {
    description: 'The organisations it came from by merger, first by day, then by code.',
  })
  async predecessors(@Root() organisation: Organisation, @Ctx() context: Context): Promise<OrganisationSuccession[]> {
    const edges = await context.use(organisationLoaders).predecessors.load(organisation.organisationId);
    return toSuccessions(edges, organisation.on);
  }

  @FieldResolver(() => [OrganisationSuccession], {
    description: 'The organisations it went into by merger, first by day, then by code.',
  })
  async successors(@Root() organisation: Organisation, @Ctx() context: Context): Promise<OrganisationSuccession[]> {
    const edges = await context.use(organisationLoaders).successors.load(organisation.organisationId);
    return toSuccessions(edges, organisation.on);
  }

  @FieldResolver(() => [OrganisationName], { description: 'Every name it has had, in order of time.' })
  async names(@Root() organisation: Organisation, @Ctx() context: Context): Promise<OrganisationName[]> {
    const versions = await context.use(organisationLoaders).versions.load(organisation.organisationId);
    // A version also begins where only the parent changed.
    return mergeRuns(versions, (a, b) => a.name === b.name).map(toOrganisationName);
  }
}

function toSuccessions(edges: readonly OrganisationEdgeOf[], asked: string): OrganisationSuccession[] {
  return edges.map(({ on, extent, other }) =>
    Object.assign(new OrganisationSuccession(), { on, extent, organisationId: other, asked }),
  );
}

/** The organisation at the other end of an edge. */
@Resolver(() => OrganisationSuccession)
class OrganisationSuccessionResolver {
  @FieldResolver(() => Organisation, {
    description: 'The other organisation, shown as on the day asked for or the nearest day of its life.',
  })
  organisation(
    @Root() { organisationId: id, asked: on }: OrganisationSuccession,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> {
    return context.use(organisationLoaders).byIdOn.load({ id, on }, info);
  }
}

/** The organisations of a place. */
@Resolver(() => Place)
class PlaceOrganisationsResolver {
  @FieldResolver(() => OrganisationConnection, {
    description: 'The organisations of a province; none for other places. `first` or `last` is required.',
  })
  organisations(
    @Root() place: Place,
    @Args(() => OrganisationListArgs) args: OrganisationListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Organisation>> {
    const parent = { sql: 'o0.province_id', type: 'integer' } as const;
    return nestedConnection(context, organisationList(args.on ?? place.shownOn), parent, place.placeId, args, info);
  }
}

/** The resolvers of this room. */
export const organisationResolvers = [
  OrganisationResolver,
  OrganisationSuccessionResolver,
  PlaceOrganisationsResolver,
] as const;

/** Answers `node(id)` for organisations, as today. */
export const organisationNode: NodeFetcher = {
  type: 'Organisation',
  fetch: async (context, globalId) => {
    const id = organisationKey(globalId);
    return id === null ? null : context.use(organisationLoaders).findOn.load({ id, on: dayAsked(context) });
  },
};
