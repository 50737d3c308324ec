import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Organisation } from '../../catalogue/organisation/organisation.type.ts';
import { TargetGroup } from '../../catalogue/reference/target-group.type.ts';
import { type ConnectionData, nestedConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import { Agreement } from '../agreement/agreement.type.ts';
import { Campaign } from '../campaign/campaign.type.ts';
import { LINKED_TO, RoleArgs, rolesSql, throughLinks } from '../common/through-links.ts';
import { Movement } from '../movement/movement.type.ts';
import { ActivityListArgs } from './activity.input.ts';
import { activitiesFor } from './activity.resolver.ts';
import { type Activity, ActivityConnection } from './activity.type.ts';

function activitiesBy(
  column: 'campaign_id' | 'movement_id' | 'agreement_id',
  { recordId }: { recordId: number },
  args: ActivityListArgs,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<ConnectionData<Activity>> {
  return nestedConnection(
    context,
    activitiesFor(context),
    { sql: `a0.${column}`, type: 'integer' },
    recordId,
    args,
    info,
  );
}

/** The activities of a campaign. */
@Resolver(() => Campaign)
class CampaignActivitiesResolver {
  @FieldResolver(() => ActivityConnection, {
    description: 'What was held or done in it; group by HELD_DAY to see it day by day. `first` or `last` is required.',
  })
  activities(
    @Root() campaign: Campaign,
    @Args(() => ActivityListArgs) args: ActivityListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Activity>> {
    return activitiesBy('campaign_id', campaign, args, context, info);
  }
}

/** The activities of a movement. */
@Resolver(() => Movement)
class MovementActivitiesResolver {
  @FieldResolver(() => ActivityConnection, {
    description:
      'What was held or done in it; what belongs to its campaigns stands there. `first` or `last` is required.',
  })
  activities(
    @Root() movement: Movement,
    @Args(() => ActivityListArgs) args: ActivityListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Activity>> {
    return activitiesBy('movement_id', movement, args, context, info);
  }
}

/** The activities of an agreement. */
@Resolver(() => Agreement)
class AgreementActivitiesResolver {
  @FieldResolver(() => ActivityConnection, {
    description: 'What was held or done to carry it out. `first` or `last` is required.',
  })
  activities(
    @Root() agreement: Agreement,
    @Args(() => ActivityListArgs) args: ActivityListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Activity>> {
    return activitiesBy('agreement_id', agreement, args, context, info);
  }
}

/** The activities for a target group. */
@Resolver(() => TargetGroup)
class TargetGroupActivitiesResolver {
  @FieldResolver(() => ActivityConnection, {
    description: 'What was held or done for it. `first` or `last` is required.',
  })
  activities(
    @Root() { recordId }: TargetGroup,
    @Args(() => ActivityListArgs) args: ActivityListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Activity>> {
    const links = { table: 'activity_target', row: 'activity_id', to: 'target_group_id' };
    return nestedConnection(context, throughLinks(activitiesFor(context), links), LINKED_TO, recordId, args, info);
  }
}

/** The activities in which an organisation takes part. */
@Resolver(() => Organisation)
class OrganisationActivitiesResolver {
  @FieldResolver(() => ActivityConnection, {
    description:
      'The activities in which it takes part, by its role: with `roles: [LEADS]` those it leads, so that what several hold together ' +
      'is counted under one. `first` or `last` is required.',
  })
  activities(
    @Root() { organisationId }: Organisation,
    @Args(() => RoleArgs) { roles }: RoleArgs,
    @Args(() => ActivityListArgs) args: ActivityListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Activity>> {
    const links = { table: 'activity_role', row: 'activity_id', to: 'organisation_id', where: rolesSql(roles) };
    const list = throughLinks(activitiesFor(context), links);
    return nestedConnection(context, list, LINKED_TO, organisationId, args, info);
  }
}

/** The resolvers that lead from other things to their activities. */
export const activitiesOfResolvers = [
  CampaignActivitiesResolver,
  MovementActivitiesResolver,
  AgreementActivitiesResolver,
  TargetGroupActivitiesResolver,
  OrganisationActivitiesResolver,
] as const;
