import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { madeOnce } from '../../catalogue/day.ts';
import { Organisation } from '../../catalogue/organisation/organisation.type.ts';
import { type ConnectionData, nestedConnection, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { NodeFetcher } from '../../ground/gql/node.ts';
import { oneRow, rowsOf } from '../../ground/gql/rows.ts';
import { recordKey } from '../../ground/record/record.source.ts';
import { Participation } from '../common/organisation-role.ts';
import { LINKED_TO, RoleArgs, rolesSql, throughLinks } from '../common/through-links.ts';
import { movementsFor } from '../movement/movement.resolver.ts';
import { Movement } from '../movement/movement.type.ts';
import { CampaignListArgs } from './campaign.input.ts';
import { campaignList, campaignRoles } from './campaign.source.ts';
import { Campaign, CampaignConnection } from './campaign.type.ts';

/** The list of campaigns as the caller sees it today. */
export const campaignsFor = madeOnce((viewer, on) => campaignList(viewer, on));

/** Campaigns in lists, and what hangs on one. */
@Resolver(() => Campaign)
class CampaignResolver {
  @Query(() => CampaignConnection, {
    description:
      'Campaigns, and months and weeks of action, national ones and those of provinces. `first` or `last` is required.',
  })
  campaigns(
    @Args(() => CampaignListArgs) args: CampaignListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Campaign>> {
    return rootConnection(context, campaignsFor(context), args, info);
  }

  @FieldResolver(() => Campaign, {
    nullable: true,
    description:
      'The national campaign that the province carries out; null where none is named, or it is national itself.',
  })
  national(
    @Root() { nationalId }: Campaign,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Campaign | null> {
    return oneRow(context, campaignsFor(context), nationalId, info);
  }

  @FieldResolver(() => CampaignConnection, {
    description: 'The campaigns by which provinces carry it out. `first` or `last` is required.',
  })
  carriedOut(
    @Root() { recordId }: Campaign,
    @Args(() => CampaignListArgs) args: CampaignListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Campaign>> {
    const parent = { sql: 'c0.national_id', type: 'integer' } as const;
    return nestedConnection(context, campaignsFor(context), parent, recordId, args, info);
  }

  @FieldResolver(() => Movement, {
    nullable: true,
    description: 'The movement it belongs to; null where it belongs to none, or to one you may not see.',
  })
  movement(
    @Root() { movementId }: Campaign,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Movement | null> {
    return oneRow(context, movementsFor(context), movementId, info);
  }

  @FieldResolver(() => [Participation], { description: 'The organisations that take part, by role.' })
  roles(
    @Root() { recordId }: Campaign,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Participation[]> {
    return rowsOf(context, campaignRoles, recordId, info);
  }
}

/** The campaigns of a movement. */
@Resolver(() => Movement)
class MovementCampaignsResolver {
  @FieldResolver(() => CampaignConnection, {
    description: 'The campaigns that belong to it. `first` or `last` is required.',
  })
  campaigns(
    @Root() { recordId }: Movement,
    @Args(() => CampaignListArgs) args: CampaignListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Campaign>> {
    const parent = { sql: 'c0.movement_id', type: 'integer' } as const;
    return nestedConnection(context, campaignsFor(context), parent, recordId, args, info);
  }
}

/** The campaigns in which an organisation takes part. */
@Resolver(() => Organisation)
class OrganisationCampaignsResolver {
  @FieldResolver(() => CampaignConnection, {
    description: 'The campaigns in which it takes part, by its role. `first` or `last` is required.',
  })
  campaigns(
    @Root() { organisationId }: Organisation,
    @Args(() => RoleArgs) { roles }: RoleArgs,
    @Args(() => CampaignListArgs) args: CampaignListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Campaign>> {
    const links = { table: 'campaign_role', row: 'campaign_id', to: 'organisation_id', where: rolesSql(roles) };
    const list = throughLinks(campaignsFor(context), links);
    return nestedConnection(context, list, LINKED_TO, organisationId, args, info);
  }
}

/** The resolvers that read campaigns. */
export const campaignResolvers = [CampaignResolver, MovementCampaignsResolver, OrganisationCampaignsResolver] as const;

/** How `node(id)` answers for campaigns. */
export const campaignNode: NodeFetcher = {
  type: 'Campaign',
  fetch: (context, id) => oneRow(context, campaignsFor(context), recordKey('Campaign', id)),
};
