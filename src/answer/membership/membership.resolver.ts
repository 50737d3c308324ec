import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { isOrganisationKind } from '../../catalogue/organisation/organisation.kind.ts';
import { Organisation } from '../../catalogue/organisation/organisation.type.ts';
import type { Context } from '../../ground/gql/context.ts';
import { PeriodKeyScalar } from '../../ground/gql/scalars.ts';
import { fieldsAsked } from '../../ground/gql/selection.ts';
import { membershipIndicators } from './membership-indicators.ts';
import { membershipLoaders } from './membership.loader.ts';
import { Membership } from './membership.type.ts';

/** The membership of organisations. */
@Resolver(() => Organisation)
class MembershipResolver {
  @FieldResolver(() => Membership, {
    nullable: true,
    description:
      'Its members in a period, from its published reports; null for organisations that have none, as the People’s Committee and the Front.',
  })
  async membership(
    @Root() { organisationId, provinceId, kind }: Organisation,
    @Arg('period', () => PeriodKeyScalar, { description: 'The period, as `2026-S1`.' }) period: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Membership | null> {
    if (!isOrganisationKind(kind) || membershipIndicators(kind) === null) return null;
    const loader = context.use(membershipLoaders)(period, fieldsAsked(info).has('parts'));
    return loader.load({ organisationId, provinceId, kind });
  }
}

/** The resolvers of this room. */
export const membershipResolvers = [MembershipResolver] as const;
