import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { madeOnce } from '../../catalogue/day.ts';
import { organisationLoaders } from '../../catalogue/organisation/organisation.loader.ts';
import { Organisation } from '../../catalogue/organisation/organisation.type.ts';
import { personsFor } from '../../catalogue/person/person.resolver.ts';
import { Person } from '../../catalogue/person/person.type.ts';
import type { ListParent } from '../../ground/database/list-page.ts';
import { type ConnectionData, nestedConnection, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { NodeFetcher } from '../../ground/gql/node.ts';
import { oneRow, rowsOf } from '../../ground/gql/rows.ts';
import { recordKey } from '../../ground/record/record.source.ts';
import { agreementEventsFor } from '../agreement/agreement-event.resolver.ts';
import { AgreementEvent } from '../agreement/agreement-event.type.ts';
import { agreementPlansFor } from '../agreement/agreement-plan.resolver.ts';
import { AgreementPlan } from '../agreement/agreement-plan.type.ts';
import { agreementsFor } from '../agreement/agreement.resolver.ts';
import { Agreement } from '../agreement/agreement.type.ts';
import { campaignsFor } from '../campaign/campaign.resolver.ts';
import { Campaign } from '../campaign/campaign.type.ts';
import { movementsFor } from '../movement/movement.resolver.ts';
import { Movement } from '../movement/movement.type.ts';
import { EvaluationListArgs } from './evaluation.input.ts';
import { evaluationCriteria, evaluationFindings, evaluationLessons, evaluationList } from './evaluation.source.ts';
import { Evaluation, EvaluationConnection, EvaluationCriterion, EvaluationRemark } from './evaluation.type.ts';

/** The list of evaluations as the caller sees it today. */
export const evaluationsFor = madeOnce((viewer, on) => evaluationList(viewer, on));

/** Evaluations in lists, and what hangs on one. */
@Resolver(() => Evaluation)
class EvaluationResolver {
  @Query(() => EvaluationConnection, {
    description: 'Evaluations of agreements, movements and campaigns. `first` or `last` is required.',
  })
  evaluations(
    @Args(() => EvaluationListArgs) args: EvaluationListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Evaluation>> {
    return rootConnection(context, evaluationsFor(context), args, info);
  }

  @FieldResolver(() => EvaluationConnection, {
    description:
      'The evaluations of the same at every stage, itself among them: those of the same agreement (where it has none, movement; else campaign), the same year ' +
      'and the same organisation. So the organisation’s own score stands beside the reviewers’. `first` or `last` is required.',
  })
  stages(
    @Root() evaluation: Evaluation,
    @Args(() => EvaluationListArgs) args: EvaluationListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Evaluation>> {
    const { parent, key } = subjectOf(evaluation);
    return nestedConnection(context, evaluationsFor(context), parent, key, args, info);
  }

  @FieldResolver(() => [EvaluationCriterion], { description: 'What was scored, one by one, in order.' })
  criteria(
    @Root() { recordId }: Evaluation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EvaluationCriterion[]> {
    return rowsOf(context, evaluationCriteria, recordId, info);
  }

  @FieldResolver(() => [EvaluationRemark], { description: 'What was found, in order.' })
  findings(
    @Root() { recordId }: Evaluation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EvaluationRemark[]> {
    return rowsOf(context, evaluationFindings, recordId, info);
  }

  @FieldResolver(() => [EvaluationRemark], { description: 'The lessons drawn (rút kinh nghiệm), in order.' })
  lessons(
    @Root() { recordId }: Evaluation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EvaluationRemark[]> {
    return rowsOf(context, evaluationLessons, recordId, info);
  }
}

/** What an evaluation is about: the first that it names (itself where it names nothing), with year and organisation, null being a value of its own. */
function subjectOf(evaluation: Evaluation): { parent: ListParent; key: string } {
  const { agreementId, movementId, campaignId, recordId, year, evaluatedId } = evaluation;
  const [sql, id] =
    agreementId !== null
      ? ['ev0.agreement_id', agreementId]
      : movementId !== null
        ? ['ev0.movement_id', movementId]
        : campaignId !== null
          ? ['ev0.campaign_id', campaignId]
          : ['ev0.id', recordId];
  const more = [
    { sql: 'coalesce(ev0.year, 0)', type: 'integer' },
    { sql: 'coalesce(ev0.evaluated_id, 0)', type: 'integer' },
  ] as const;
  return { parent: { sql, type: 'integer', more }, key: `${id}:${year ?? 0}:${evaluatedId ?? 0}` };
}

/** What an evaluation is about and who made it. */
@Resolver(() => Evaluation)
class EvaluationSubjectResolver {
  @FieldResolver(() => Agreement, {
    nullable: true,
    description: 'The agreement it is about; null where it is about none, or about one you may not see.',
  })
  agreement(
    @Root() { agreementId }: Evaluation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Agreement | null> {
    return oneRow(context, agreementsFor(context), agreementId, info);
  }

  @FieldResolver(() => AgreementPlan, {
    nullable: true,
    description: 'The yearly plan it is about; null where it is about none, or about one you may not see.',
  })
  plan(
    @Root() { planId }: Evaluation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementPlan | null> {
    return oneRow(context, agreementPlansFor(context), planId, info);
  }

  @FieldResolver(() => AgreementEvent, {
    nullable: true,
    description: 'The meeting at which it was made; null where none is named, or one you may not see.',
  })
  meeting(
    @Root() { meetingId }: Evaluation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementEvent | null> {
    return oneRow(context, agreementEventsFor(context), meetingId, info);
  }

  @FieldResolver(() => Movement, {
    nullable: true,
    description: 'The movement it is about; null where it is about none, or about one you may not see.',
  })
  movement(
    @Root() { movementId }: Evaluation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Movement | null> {
    return oneRow(context, movementsFor(context), movementId, info);
  }

  @FieldResolver(() => Campaign, {
    nullable: true,
    description: 'The campaign it is about; null where it is about none, or about one you may not see.',
  })
  campaign(
    @Root() { campaignId }: Evaluation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Campaign | null> {
    return oneRow(context, campaignsFor(context), campaignId, info);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation that is evaluated; null: all parties together.',
  })
  evaluated(
    @Root() { evaluatedId }: Evaluation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> | null {
    return evaluatedId === null ? null : context.use(organisationLoaders).byId.load(evaluatedId, info);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: 'The person who concluded it; null where that is not stated, or where you may not see it.',
  })
  concludedBy(
    @Root() { concludedById }: Evaluation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Person | null> {
    return oneRow(context, personsFor(context), concludedById, info);
  }

  @FieldResolver(() => [AgreementPlan], { description: 'The yearly plans that build on it, by year.' })
  feeds(
    @Root() { recordId }: Evaluation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementPlan[]> {
    const by = { sql: 'agpl0.fed_by_id', type: 'integer' } as const;
    return rowsOf(context, { ...agreementPlansFor(context), by, order: 'agpl0.year, agpl0.id' }, recordId, info);
  }
}

/** The organisation of a remark. */
@Resolver(() => EvaluationRemark)
class EvaluationRemarkResolver {
  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation it is about; null where it is about all.',
  })
  organisation(
    @Root() { organisationId }: EvaluationRemark,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> | null {
    return organisationId === null ? null : context.use(organisationLoaders).byId.load(organisationId, info);
  }
}

/** The resolvers that read evaluations. */
export const evaluationResolvers = [EvaluationResolver, EvaluationSubjectResolver, EvaluationRemarkResolver] as const;

/** How `node(id)` answers for evaluations. */
export const evaluationNode: NodeFetcher = {
  type: 'Evaluation',
  fetch: (context, id) => oneRow(context, evaluationsFor(context), recordKey('Evaluation', id)),
};
