import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { madeOnce } from '../../catalogue/day.ts';
import { organisationLoaders } from '../../catalogue/organisation/organisation.loader.ts';
import { Organisation } from '../../catalogue/organisation/organisation.type.ts';
import { OrganisationUnit } from '../../catalogue/unit/unit.type.ts';
import { unitsFor } from '../../catalogue/unit/unit.resolver.ts';
import { documentList } from '../../ground/document/document.source.ts';
import { SourceDocument } from '../../ground/document/source-document.type.ts';
import { type ConnectionData, nestedConnection, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { NodeFetcher } from '../../ground/gql/node.ts';
import { oneRow } from '../../ground/gql/rows.ts';
import { recordKey } from '../../ground/record/record.source.ts';
import { campaignsFor } from '../campaign/campaign.resolver.ts';
import { Campaign } from '../campaign/campaign.type.ts';
import { movementsFor } from '../movement/movement.resolver.ts';
import { Movement } from '../movement/movement.type.ts';
import { AwardListArgs } from './award.input.ts';
import { awardList } from './award.source.ts';
import { Award, AwardConnection } from './award.type.ts';

/** The list of awards as the caller sees it today. */
export const awardsFor = madeOnce((viewer, on) => awardList(viewer, on));

/** Awards in lists, and what hangs on one. */
@Resolver(() => Award)
class AwardResolver {
  @Query(() => AwardConnection, {
    description: 'Titles and commendations that were awarded. `first` or `last` is required.',
  })
  awards(
    @Args(() => AwardListArgs) args: AwardListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Award>> {
    return rootConnection(context, awardsFor(context), args, info);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation that received it, or whose people or units did; null where that is not stated.',
  })
  organisation(
    @Root() { organisationId }: Award,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> | null {
    return organisationId === null ? null : context.use(organisationLoaders).byId.load(organisationId, info);
  }

  @FieldResolver(() => OrganisationUnit, {
    nullable: true,
    description:
      'The grassroots unit that received it, or whose people did; null where none is stated, or one you may not see.',
  })
  unit(
    @Root() { unitId }: Award,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrganisationUnit | null> {
    return oneRow(context, unitsFor(context), unitId, info);
  }

  @FieldResolver(() => Movement, {
    nullable: true,
    description: 'The movement it was given for; null where there is none, or one you may not see.',
  })
  movement(
    @Root() { movementId }: Award,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Movement | null> {
    return oneRow(context, movementsFor(context), movementId, info);
  }

  @FieldResolver(() => Campaign, {
    nullable: true,
    description: 'The campaign it was given for; null where there is none, or one you may not see.',
  })
  campaign(
    @Root() { campaignId }: Award,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Campaign | null> {
    return oneRow(context, campaignsFor(context), campaignId, info);
  }

  @FieldResolver(() => SourceDocument, {
    nullable: true,
    description: 'The decision (quyết định) with its number; null where it is not known, or one you may not see.',
  })
  decision(
    @Root() { decisionId }: Award,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SourceDocument | null> {
    return oneRow(context, documentList(context.viewer), decisionId, info);
  }
}

/** The awards of a movement. */
@Resolver(() => Movement)
class MovementAwardsResolver {
  @FieldResolver(() => AwardConnection, { description: 'The awards given for it. `first` or `last` is required.' })
  awards(
    @Root() { recordId }: Movement,
    @Args(() => AwardListArgs) args: AwardListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Award>> {
    const parent = { sql: 'aw0.movement_id', type: 'integer' } as const;
    return nestedConnection(context, awardsFor(context), parent, recordId, args, info);
  }
}

/** The awards of an organisation. */
@Resolver(() => Organisation)
class OrganisationAwardsResolver {
  @FieldResolver(() => AwardConnection, {
    description: 'The awards that it, its people or its units received. `first` or `last` is required.',
  })
  awards(
    @Root() { organisationId }: Organisation,
    @Args(() => AwardListArgs) args: AwardListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Award>> {
    const parent = { sql: 'aw0.organisation_id', type: 'integer' } as const;
    return nestedConnection(context, awardsFor(context), parent, organisationId, args, info);
  }
}

/** The resolvers that read awards. */
export const awardResolvers = [AwardResolver, MovementAwardsResolver, OrganisationAwardsResolver] as const;

/** How `node(id)` answers for awards. */
export const awardNode: NodeFetcher = {
  type: 'Award',
  fetch: (context, id) => oneRow(context, awardsFor(context), recordKey('Award', id)),
};
