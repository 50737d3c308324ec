import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { madeOnce } from '../../catalogue/day.ts';
import { placeLoaders } from '../../catalogue/place/place.loader.ts';
import { Place } from '../../catalogue/place/place.type.ts';
import { PolicyReference } from '../../catalogue/reference/policy-reference.type.ts';
import { policyReferencesFor, targetGroupsFor } from '../../catalogue/reference/reference.resolver.ts';
import { TargetGroup } from '../../catalogue/reference/target-group.type.ts';
import { type ConnectionData, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { NodeFetcher } from '../../ground/gql/node.ts';
import { oneRow, rowsOf } from '../../ground/gql/rows.ts';
import { recordKey } from '../../ground/record/record.source.ts';
import { agreementsFor } from '../agreement/agreement.resolver.ts';
import { Agreement } from '../agreement/agreement.type.ts';
import { campaignsFor } from '../campaign/campaign.resolver.ts';
import { Campaign } from '../campaign/campaign.type.ts';
import { Participation } from '../common/organisation-role.ts';
import { LINKED_TO, throughLinks } from '../common/through-links.ts';
import { movementsFor } from '../movement/movement.resolver.ts';
import { Movement } from '../movement/movement.type.ts';
import { ActivityListArgs } from './activity.input.ts';
import { ACTIVITY_POLICIES, ACTIVITY_TARGETS, activityList, activityRoles } from './activity.source.ts';
import { Activity, ActivityConnection } from './activity.type.ts';

/** The list of activities as the caller sees it today. */
export const activitiesFor = madeOnce((viewer, on) => activityList(viewer, on));

/** Activities in lists, and what hangs on one. */
@Resolver(() => Activity)
class ActivityResolver {
  @Query(() => ActivityConnection, {
    description: 'What was held or done, each once however many organisations held it. `first` or `last` is required.',
  })
  activities(
    @Args(() => ActivityListArgs) args: ActivityListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Activity>> {
    return rootConnection(context, activitiesFor(context), args, info);
  }

  @FieldResolver(() => Campaign, {
    nullable: true,
    description: 'The campaign it belongs to; null where it belongs to none, or to one you may not see.',
  })
  campaign(
    @Root() { campaignId }: Activity,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Campaign | null> {
    return oneRow(context, campaignsFor(context), campaignId, info);
  }

  @FieldResolver(() => Movement, {
    nullable: true,
    description: 'The movement it belongs to itself; null where it belongs to none, or to one you may not see.',
  })
  movement(
    @Root() { movementId }: Activity,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Movement | null> {
    return oneRow(context, movementsFor(context), movementId, info);
  }

  @FieldResolver(() => Agreement, {
    nullable: true,
    description: 'The agreement it carries out; null where there is none, or one you may not see.',
  })
  agreement(
    @Root() { agreementId }: Activity,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Agreement | null> {
    return oneRow(context, agreementsFor(context), agreementId, info);
  }

  @FieldResolver(() => Place, {
    nullable: true,
    description: 'The place where it was held, as today or on the last day of its life; null where that is not stated.',
  })
  place(
    @Root() { placeId }: Activity,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Place> | null {
    return placeId === null ? null : context.use(placeLoaders).byId.load(placeId, info);
  }

  @FieldResolver(() => [Participation], {
    description: 'The organisations that take part, by role; at most one leads.',
  })
  roles(
    @Root() { recordId }: Activity,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Participation[]> {
    return rowsOf(context, activityRoles, recordId, info);
  }

  @FieldResolver(() => [TargetGroup], { description: 'Whom it is for, by name; without those you may not see.' })
  targetGroups(
    @Root() { recordId }: Activity,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TargetGroup[]> {
    const list = throughLinks(targetGroupsFor(context), ACTIVITY_TARGETS);
    return rowsOf(context, { ...list, by: LINKED_TO, order: 'tg0.sort_key, tg0.id' }, recordId, info);
  }

  @FieldResolver(() => [PolicyReference], {
    description: 'The policies that it carries out, by title; without those you may not see.',
  })
  policies(
    @Root() { recordId }: Activity,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PolicyReference[]> {
    const list = throughLinks(policyReferencesFor(context), ACTIVITY_POLICIES);
    return rowsOf(context, { ...list, by: LINKED_TO, order: 'pr0.sort_key, pr0.id' }, recordId, info);
  }
}

/** The resolvers that read activities. */
export const activityResolvers = [ActivityResolver] as const;

/** How `node(id)` answers for activities. */
export const activityNode: NodeFetcher = {
  type: 'Activity',
  fetch: (context, id) => oneRow(context, activitiesFor(context), recordKey('Activity', id)),
};
