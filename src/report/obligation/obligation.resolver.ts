import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { madeOnce } from '../../catalogue/day.ts';
import { type ConnectionData, nestedConnection, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { NodeFetcher } from '../../ground/gql/node.ts';
import { oneRow } from '../../ground/gql/rows.ts';
import { recordKey } from '../../ground/record/record.source.ts';
import { HubRecord } from '../../ground/record/record.type.ts';
import { agreementsFor } from '../../record/agreement/agreement.resolver.ts';
import { Agreement } from '../../record/agreement/agreement.type.ts';
import { ObligationListArgs } from './obligation.input.ts';
import { obligationYearLoader } from './obligation.loader.ts';
import { obligationList } from './obligation.source.ts';
import { Obligation, ObligationConnection, ObligationYear } from './obligation.type.ts';

/** The list of obligations as the caller sees it today. */
export const obligationsFor = madeOnce((viewer, on) => obligationList(viewer, on));

/** Obligations in lists, and what hangs on one. */
@Resolver(() => Obligation)
class ObligationResolver {
  @Query(() => ObligationConnection, {
    description: 'What parties of agreements owe each other again and again. `first` or `last` is required.',
  })
  obligations(
    @Args(() => ObligationListArgs) args: ObligationListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Obligation>> {
    return rootConnection(context, obligationsFor(context), args, info);
  }

  @FieldResolver(() => Agreement, {
    nullable: true,
    description: 'The agreement that it comes from; null where you may not see that.',
  })
  agreement(
    @Root() { agreementId }: Obligation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Agreement | null> {
    return oneRow(context, agreementsFor(context), agreementId, info);
  }

  @FieldResolver(() => [ObligationYear], {
    description:
      'How it stands in each year, oldest first, at most 100. From its first to its last year; where one is not stated, from the ' +
      'beginning and to the end of its agreement; where that is not known either, from the first year with a record and to the ' +
      'current year. Years that had not ended when it or its agreement was closed are left out unless they were met.',
  })
  async years(@Root() { recordId }: Obligation, @Ctx() context: Context): Promise<ObligationYear[]> {
    const years = await context.use(obligationYearLoader).load(recordId);
    return years.map((year) => Object.assign(new ObligationYear(), year));
  }
}

/** What meets an obligation. */
@Resolver(() => ObligationYear)
class ObligationYearResolver {
  @FieldResolver(() => HubRecord, {
    nullable: true,
    description:
      'The plan, the review meeting (the first of the year) or the evaluation (of the furthest stage) that meets it; null where ' +
      'none that you may see is recorded.',
  })
  metBy(@Root() { metById }: ObligationYear, @Ctx() context: Context): Promise<object | null> | null {
    return metById === null ? null : context.node(metById);
  }
}

/** The obligations of an agreement. */
@Resolver(() => Agreement)
class AgreementObligationsResolver {
  @FieldResolver(() => ObligationConnection, {
    description: 'What its parties owe each other again and again. `first` or `last` is required.',
  })
  obligations(
    @Root() { recordId }: Agreement,
    @Args(() => ObligationListArgs) args: ObligationListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Obligation>> {
    const parent = { sql: 'ob0.agreement_id', type: 'integer' } as const;
    return nestedConnection(context, obligationsFor(context), parent, recordId, args, info);
  }
}

/** The resolvers that read obligations. */
export const obligationResolvers = [ObligationResolver, ObligationYearResolver, AgreementObligationsResolver] as const;

/** How `node(id)` answers for obligations. */
export const obligationNode: NodeFetcher = {
  type: 'Obligation',
  fetch: (context, id) => oneRow(context, obligationsFor(context), recordKey('Obligation', id)),
};
