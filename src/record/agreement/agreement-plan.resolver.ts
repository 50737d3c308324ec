import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { madeOnce } from '../../catalogue/day.ts';
import { documentList } from '../../ground/document/document.source.ts';
import { SourceDocument } from '../../ground/document/source-document.type.ts';
import { type ConnectionData, nestedConnection, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { NodeFetcher } from '../../ground/gql/node.ts';
import { oneRow } from '../../ground/gql/rows.ts';
import { recordKey } from '../../ground/record/record.source.ts';
import { AgreementPlanListArgs } from './agreement-plan.input.ts';
import { agreementPlanList } from './agreement-plan.source.ts';
import { AgreementPlan, AgreementPlanConnection } from './agreement-plan.type.ts';
import { agreementsFor } from './agreement.resolver.ts';
import { Agreement } from './agreement.type.ts';

/** The list of yearly plans as the caller sees it today. */
export const agreementPlansFor = madeOnce((viewer, on) => agreementPlanList(viewer, on));

/** Yearly plans in lists, and what hangs on one. */
@Resolver(() => AgreementPlan)
class AgreementPlanResolver {
  @Query(() => AgreementPlanConnection, {
    description: 'Yearly plans of agreements, by year. `first` or `last` is required.',
  })
  agreementPlans(
    @Args(() => AgreementPlanListArgs) args: AgreementPlanListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<AgreementPlan>> {
    return rootConnection(context, agreementPlansFor(context), args, info);
  }

  @FieldResolver(() => Agreement, {
    nullable: true,
    description: 'The agreement that it carries out; null where you may not see that.',
  })
  agreement(
    @Root() { agreementId }: AgreementPlan,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Agreement | null> {
    return oneRow(context, agreementsFor(context), agreementId, info);
  }

  @FieldResolver(() => SourceDocument, {
    nullable: true,
    description: 'The paper itself; null where none is named, or where you may not see it.',
  })
  document(
    @Root() { documentId }: AgreementPlan,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SourceDocument | null> {
    return oneRow(context, documentList(context.viewer), documentId, info);
  }
}

/** The plans of an agreement. */
@Resolver(() => Agreement)
class AgreementPlansResolver {
  @FieldResolver(() => AgreementPlanConnection, {
    description: 'Its yearly plans that are recorded, by year. `first` or `last` is required.',
  })
  plans(
    @Root() { recordId }: Agreement,
    @Args(() => AgreementPlanListArgs) args: AgreementPlanListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<AgreementPlan>> {
    const parent = { sql: 'agpl0.agreement_id', type: 'integer' } as const;
    return nestedConnection(context, agreementPlansFor(context), parent, recordId, args, info);
  }
}

/** The resolvers that read yearly plans. */
export const agreementPlanResolvers = [AgreementPlanResolver, AgreementPlansResolver] as const;

/** How `node(id)` answers for yearly plans. */
export const agreementPlanNode: NodeFetcher = {
  type: 'AgreementPlan',
  fetch: (context, id) => oneRow(context, agreementPlansFor(context), recordKey('AgreementPlan', id)),
};
