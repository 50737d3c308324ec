import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { type ConnectionData, nestedConnection, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { NodeFetcher } from '../../ground/gql/node.ts';
import { oneRow, rowsOf } from '../../ground/gql/rows.ts';
import { recordKey } from '../../ground/record/record.source.ts';
import { madeOnce } from '../day.ts';
import { organisationLoaders } from '../organisation/organisation.loader.ts';
import { Organisation } from '../organisation/organisation.type.ts';
import { placeLoaders } from '../place/place.loader.ts';
import { Place } from '../place/place.type.ts';
import { OrganisationUnitListArgs } from './unit.input.ts';
import { unitList, unitPredecessors, unitSuccessors } from './unit.source.ts';
import { OrganisationUnit, OrganisationUnitConnection, OrganisationUnitSuccession } from './unit.type.ts';

/** The list of units as the caller sees it today. */
export const unitsFor = madeOnce((viewer, on) => unitList(viewer, on));

/** Units in lists, and what hangs on one. */
@Resolver(() => OrganisationUnit)
class UnitResolver {
  @Query(() => OrganisationUnitConnection, {
    description: 'Grassroots units of the organisations, those that ended too. `first` or `last` is required.',
  })
  organisationUnits(
    @Args(() => OrganisationUnitListArgs) args: OrganisationUnitListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<OrganisationUnit>> {
    return rootConnection(context, unitsFor(context), args, info);
  }

  @FieldResolver(() => Organisation, { description: 'The organisation it belongs to.' })
  organisation(
    @Root() { organisationId }: OrganisationUnit,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> {
    return context.use(organisationLoaders).byId.load(organisationId, info);
  }

  @FieldResolver(() => Place, { nullable: true, description: 'The place it is in; null where not stated.' })
  place(
    @Root() { placeId }: OrganisationUnit,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Place> | null {
    return placeId === null ? null : context.use(placeLoaders).byId.load(placeId, info);
  }

  @FieldResolver(() => [OrganisationUnitSuccession], { description: 'The units it came from by merger, first by day.' })
  predecessors(
    @Root() { recordId }: OrganisationUnit,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrganisationUnitSuccession[]> {
    return rowsOf(context, unitPredecessors, recordId, info);
  }

  @FieldResolver(() => [OrganisationUnitSuccession], { description: 'The units it went into by merger, first by day.' })
  successors(
    @Root() { recordId }: OrganisationUnit,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrganisationUnitSuccession[]> {
    return rowsOf(context, unitSuccessors, recordId, info);
  }
}

/** The unit at the other end of a merger. */
@Resolver(() => OrganisationUnitSuccession)
class UnitSuccessionResolver {
  @FieldResolver(() => OrganisationUnit, {
    nullable: true,
    description: 'The other unit; null where you may not see it.',
  })
  unit(
    @Root() { unitId }: OrganisationUnitSuccession,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrganisationUnit | null> {
    return oneRow(context, unitsFor(context), unitId, info);
  }
}

/** The units of an organisation. */
@Resolver(() => Organisation)
class OrganisationUnitsResolver {
  @FieldResolver(() => OrganisationUnitConnection, {
    description: 'Its grassroots units, those that ended too. `first` or `last` is required.',
  })
  units(
    @Root() { organisationId }: Organisation,
    @Args(() => OrganisationUnitListArgs) args: OrganisationUnitListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<OrganisationUnit>> {
    const parent = { sql: 'u0.organisation_id', type: 'integer' } as const;
    return nestedConnection(context, unitsFor(context), parent, organisationId, args, info);
  }
}

/** The resolvers that read units. */
export const unitResolvers = [UnitResolver, UnitSuccessionResolver, OrganisationUnitsResolver] as const;

/** How `node(id)` answers for units. */
export const unitNode: NodeFetcher = {
  type: 'OrganisationUnit',
  fetch: (context, id) => oneRow(context, unitsFor(context), recordKey('OrganisationUnit', id)),
};
