import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Organisation } from '../../catalogue/organisation/organisation.type.ts';
import { type ConnectionData, nestedConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import { oneRow } from '../../ground/gql/rows.ts';
import { AgreementEvent } from '../agreement/agreement-event.type.ts';
import { AgreementPlan } from '../agreement/agreement-plan.type.ts';
import { Agreement } from '../agreement/agreement.type.ts';
import { Campaign } from '../campaign/campaign.type.ts';
import { Movement } from '../movement/movement.type.ts';
import { EvaluationListArgs } from './evaluation.input.ts';
import { evaluationsFor } from './evaluation.resolver.ts';
import { Evaluation, EvaluationConnection } from './evaluation.type.ts';

/** What is asked of the evaluations of something: a page, by whom, with which fields. */
interface Asked {
  readonly args: EvaluationListArgs;
  readonly context: Context;
  readonly info: GraphQLResolveInfo;
}

type Column = 'agreement_id' | 'movement_id' | 'campaign_id' | 'plan_id' | 'meeting_id' | 'evaluated_id';

function below(column: Column, key: number, { args, context, info }: Asked): Promise<ConnectionData<Evaluation>> {
  const parent = { sql: `ev0.${column}`, type: 'integer' } as const;
  return nestedConnection(context, evaluationsFor(context), parent, key, args, info);
}

/** The evaluations of an agreement. */
@Resolver(() => Agreement)
class AgreementEvaluationsResolver {
  @FieldResolver(() => EvaluationConnection, {
    description: 'The evaluations of how it was carried out. `first` or `last` is required.',
  })
  evaluations(
    @Root() { recordId }: Agreement,
    @Args(() => EvaluationListArgs) args: EvaluationListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Evaluation>> {
    return below('agreement_id', recordId, { args, context, info });
  }
}

/** The evaluations of a yearly plan, and the one it builds on. */
@Resolver(() => AgreementPlan)
class AgreementPlanEvaluationsResolver {
  @FieldResolver(() => EvaluationConnection, {
    description: 'The evaluations of how it was carried out. `first` or `last` is required.',
  })
  evaluations(
    @Root() { recordId }: AgreementPlan,
    @Args(() => EvaluationListArgs) args: EvaluationListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Evaluation>> {
    return below('plan_id', recordId, { args, context, info });
  }

  @FieldResolver(() => Evaluation, {
    nullable: true,
    description:
      'The evaluation that it builds on, as a rule of the year before; null where none is named, or one you may not see.',
  })
  fedBy(
    @Root() { fedById }: AgreementPlan,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Evaluation | null> {
    return oneRow(context, evaluationsFor(context), fedById, info);
  }
}

/** The evaluations made at a meeting. */
@Resolver(() => AgreementEvent)
class AgreementEventEvaluationsResolver {
  @FieldResolver(() => EvaluationConnection, {
    description: 'The evaluations that were made there. `first` or `last` is required.',
  })
  evaluations(
    @Root() { recordId }: AgreementEvent,
    @Args(() => EvaluationListArgs) args: EvaluationListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Evaluation>> {
    return below('meeting_id', recordId, { args, context, info });
  }
}

/** The evaluations of a movement. */
@Resolver(() => Movement)
class MovementEvaluationsResolver {
  @FieldResolver(() => EvaluationConnection, {
    description: 'The evaluations of how it was carried out. `first` or `last` is required.',
  })
  evaluations(
    @Root() { recordId }: Movement,
    @Args(() => EvaluationListArgs) args: EvaluationListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Evaluation>> {
    return below('movement_id', recordId, { args, context, info });
  }
}

/** The evaluations of a campaign. */
@Resolver(() => Campaign)
class CampaignEvaluationsResolver {
  @FieldResolver(() => EvaluationConnection, {
    description: 'The evaluations of how it was carried out. `first` or `last` is required.',
  })
  evaluations(
    @Root() { recordId }: Campaign,
    @Args(() => EvaluationListArgs) args: EvaluationListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Evaluation>> {
    return below('campaign_id', recordId, { args, context, info });
  }
}

/** The evaluations of an organisation. */
@Resolver(() => Organisation)
class OrganisationEvaluationsResolver {
  @FieldResolver(() => EvaluationConnection, {
    description:
      'The evaluations of what this organisation did; those of all parties together are not among them. `first` or `last` is required.',
  })
  evaluations(
    @Root() { organisationId }: Organisation,
    @Args(() => EvaluationListArgs) args: EvaluationListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Evaluation>> {
    return below('evaluated_id', organisationId, { args, context, info });
  }
}

/** The resolvers that lead from other things to their evaluations. */
export const evaluationOfResolvers = [
  AgreementEvaluationsResolver,
  AgreementPlanEvaluationsResolver,
  AgreementEventEvaluationsResolver,
  MovementEvaluationsResolver,
  CampaignEvaluationsResolver,
  OrganisationEvaluationsResolver,
] as const;
