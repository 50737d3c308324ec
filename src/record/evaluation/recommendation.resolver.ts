import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { dayAsked, madeOnce } from '../../catalogue/day.ts';
import { organisationLoaders } from '../../catalogue/organisation/organisation.loader.ts';
import { Organisation } from '../../catalogue/organisation/organisation.type.ts';
import { personsFor } from '../../catalogue/person/person.resolver.ts';
import { Person } from '../../catalogue/person/person.type.ts';
import { targetGroupsFor } from '../../catalogue/reference/reference.resolver.ts';
import { TargetGroup } from '../../catalogue/reference/target-group.type.ts';
import { documentList } from '../../ground/document/document.source.ts';
import { SourceDocument } from '../../ground/document/source-document.type.ts';
import { type ConnectionData, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { NodeFetcher } from '../../ground/gql/node.ts';
import { oneRow, rowsOf } from '../../ground/gql/rows.ts';
import { recordKey } from '../../ground/record/record.source.ts';
import { agreementEventsFor } from '../agreement/agreement-event.resolver.ts';
import { AgreementEvent } from '../agreement/agreement-event.type.ts';
import { agreementsFor } from '../agreement/agreement.resolver.ts';
import { Agreement } from '../agreement/agreement.type.ts';
import { LINKED_TO, throughLinks } from '../common/through-links.ts';
import { evaluationsFor } from './evaluation.resolver.ts';
import { Evaluation } from './evaluation.type.ts';
import { isOverdue } from './recommendation-state.rule.ts';
import { RecommendationListArgs } from './recommendation.input.ts';
import { followUpList, recommendationAddressees, recommendationList } from './recommendation.source.ts';
import { FollowUp, Recommendation, RecommendationConnection } from './recommendation.type.ts';

/** The list of recommendations as the caller sees it today. */
export const recommendationsFor = madeOnce((viewer, on) => recommendationList(viewer, on));

/** Recommendations in lists, and what hangs on one. */
@Resolver(() => Recommendation)
class RecommendationResolver {
  @Query(() => RecommendationConnection, {
    description: 'Directives, requests and proposals. `first` or `last` is required.',
  })
  recommendations(
    @Args(() => RecommendationListArgs) args: RecommendationListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Recommendation>> {
    return rootConnection(context, recommendationsFor(context), args, info);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether its deadline has passed today while something is still to be done and it was not closed; null without a deadline or a known state.',
  })
  overdue(@Root() recommendation: Recommendation, @Ctx() context: Context): boolean | null {
    return isOverdue(recommendation, dayAsked(context));
  }

  @FieldResolver(() => Organisation, { description: 'The organisation it comes from.' })
  from(
    @Root() { fromId }: Recommendation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> {
    return context.use(organisationLoaders).byId.load(fromId, info);
  }

  @FieldResolver(() => [Organisation], { description: 'The organisations it is addressed to; none where not stated.' })
  async to(
    @Root() { recordId }: Recommendation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation[]> {
    const addressees = await rowsOf(context, recommendationAddressees, recordId);
    return Promise.all(
      addressees.map(({ organisationId }) => context.use(organisationLoaders).byId.load(organisationId, info)),
    );
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: 'The person who spoke; null where that is not stated, or where you may not see it.',
  })
  speaker(
    @Root() { speakerId }: Recommendation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Person | null> {
    return oneRow(context, personsFor(context), speakerId, info);
  }

  @FieldResolver(() => [FollowUp], { description: 'What was done about it, as it was entered.' })
  followUps(
    @Root() { recordId }: Recommendation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<FollowUp[]> {
    return rowsOf(context, followUpList, recordId, info);
  }

  @FieldResolver(() => [TargetGroup], { description: 'The groups of people that it is about, by name.' })
  targetGroups(
    @Root() { recordId }: Recommendation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TargetGroup[]> {
    const links = { table: 'recommendation_target', row: 'target_group_id', to: 'recommendation_id' };
    const list = throughLinks(targetGroupsFor(context), links);
    return rowsOf(context, { ...list, by: LINKED_TO, order: 'tg0.sort_key, tg0.id' }, recordId, info);
  }
}

/** What a recommendation belongs to. */
@Resolver(() => Recommendation)
class RecommendationOriginResolver {
  @FieldResolver(() => Agreement, {
    nullable: true,
    description: 'The agreement it belongs to; null where it belongs to none, or to one you may not see.',
  })
  agreement(
    @Root() { agreementId }: Recommendation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Agreement | null> {
    return oneRow(context, agreementsFor(context), agreementId, info);
  }

  @FieldResolver(() => Evaluation, {
    nullable: true,
    description: 'The evaluation it comes from; null where it comes from none, or from one you may not see.',
  })
  evaluation(
    @Root() { evaluationId }: Recommendation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Evaluation | null> {
    return oneRow(context, evaluationsFor(context), evaluationId, info);
  }

  @FieldResolver(() => AgreementEvent, {
    nullable: true,
    description: 'The meeting at which it was made; null where none is named, or one you may not see.',
  })
  meeting(
    @Root() { meetingId }: Recommendation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementEvent | null> {
    return oneRow(context, agreementEventsFor(context), meetingId, info);
  }

  @FieldResolver(() => SourceDocument, {
    nullable: true,
    description: 'The paper that states it; null where none is named, or one you may not see.',
  })
  document(
    @Root() { documentId }: Recommendation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SourceDocument | null> {
    return oneRow(context, documentList(context.viewer), documentId, info);
  }
}

/** The organisation of a follow-up. */
@Resolver(() => FollowUp)
class FollowUpResolver {
  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation that did it; null where that is not stated.',
  })
  organisation(
    @Root() { organisationId }: FollowUp,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> | null {
    return organisationId === null ? null : context.use(organisationLoaders).byId.load(organisationId, info);
  }
}

/** The resolvers that read recommendations. */
export const recommendationResolvers = [
  RecommendationResolver,
  RecommendationOriginResolver,
  FollowUpResolver,
] as const;

/** How `node(id)` answers for recommendations. */
export const recommendationNode: NodeFetcher = {
  type: 'Recommendation',
  fetch: (context, id) => oneRow(context, recommendationsFor(context), recordKey('Recommendation', id)),
};
