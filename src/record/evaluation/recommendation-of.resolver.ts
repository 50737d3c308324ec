import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Organisation } from '../../catalogue/organisation/organisation.type.ts';
import { type ConnectionData, nestedConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import { AgreementEvent } from '../agreement/agreement-event.type.ts';
import { Agreement } from '../agreement/agreement.type.ts';
import { LINKED_TO, throughLinks } from '../common/through-links.ts';
import { Evaluation } from './evaluation.type.ts';
import { RecommendationListArgs } from './recommendation.input.ts';
import { recommendationsFor } from './recommendation.resolver.ts';
import { type Recommendation, RecommendationConnection } from './recommendation.type.ts';

/** What is asked of the recommendations of something: a page, by whom, with which fields. */
interface Asked {
  readonly args: RecommendationListArgs;
  readonly context: Context;
  readonly info: GraphQLResolveInfo;
}

type Column = 'agreement_id' | 'evaluation_id' | 'meeting_id' | 'from_id';

function below(column: Column, key: number, { args, context, info }: Asked): Promise<ConnectionData<Recommendation>> {
  const parent = { sql: `rc0.${column}`, type: 'integer' } as const;
  return nestedConnection(context, recommendationsFor(context), parent, key, args, info);
}

/** The recommendations that belong to an agreement. */
@Resolver(() => Agreement)
class AgreementRecommendationsResolver {
  @FieldResolver(() => RecommendationConnection, {
    description: 'The directives, requests and proposals that belong to it. `first` or `last` is required.',
  })
  recommendations(
    @Root() { recordId }: Agreement,
    @Args(() => RecommendationListArgs) args: RecommendationListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Recommendation>> {
    return below('agreement_id', recordId, { args, context, info });
  }
}

/** The recommendations that come from an evaluation. */
@Resolver(() => Evaluation)
class EvaluationRecommendationsResolver {
  @FieldResolver(() => RecommendationConnection, {
    description: 'The directives, requests and proposals that come from it. `first` or `last` is required.',
  })
  recommendations(
    @Root() { recordId }: Evaluation,
    @Args(() => RecommendationListArgs) args: RecommendationListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Recommendation>> {
    return below('evaluation_id', recordId, { args, context, info });
  }
}

/** The recommendations made at a meeting. */
@Resolver(() => AgreementEvent)
class AgreementEventRecommendationsResolver {
  @FieldResolver(() => RecommendationConnection, {
    description: 'The directives, requests and proposals that were made there. `first` or `last` is required.',
  })
  recommendations(
    @Root() { recordId }: AgreementEvent,
    @Args(() => RecommendationListArgs) args: RecommendationListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Recommendation>> {
    return below('meeting_id', recordId, { args, context, info });
  }
}

/** The recommendations that an organisation makes, and those it is given. */
@Resolver(() => Organisation)
class OrganisationRecommendationsResolver {
  @FieldResolver(() => RecommendationConnection, {
    description: 'The directives, requests and proposals that it makes to others. `first` or `last` is required.',
  })
  recommendationsFrom(
    @Root() { organisationId }: Organisation,
    @Args(() => RecommendationListArgs) args: RecommendationListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Recommendation>> {
    return below('from_id', organisationId, { args, context, info });
  }

  @FieldResolver(() => RecommendationConnection, {
    description: 'The directives, requests and proposals that others make to it. `first` or `last` is required.',
  })
  recommendationsTo(
    @Root() { organisationId }: Organisation,
    @Args(() => RecommendationListArgs) args: RecommendationListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Recommendation>> {
    const links = { table: 'recommendation_addressee', row: 'recommendation_id', to: 'organisation_id' };
    const list = throughLinks(recommendationsFor(context), links);
    return nestedConnection(context, list, LINKED_TO, organisationId, args, info);
  }
}

/** The resolvers that lead from other things to their recommendations. */
export const recommendationOfResolvers = [
  AgreementRecommendationsResolver,
  EvaluationRecommendationsResolver,
  AgreementEventRecommendationsResolver,
  OrganisationRecommendationsResolver,
] as const;
