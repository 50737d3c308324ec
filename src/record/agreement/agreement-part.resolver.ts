import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { dayAsked } from '../../catalogue/day.ts';
import { indicatorList } from '../../catalogue/indicator/indicator.resolver.ts';
import { Indicator } from '../../catalogue/indicator/indicator.type.ts';
import { organisationLoaders } from '../../catalogue/organisation/organisation.loader.ts';
import { Organisation } from '../../catalogue/organisation/organisation.type.ts';
import { personsFor } from '../../catalogue/person/person.resolver.ts';
import { Office, Person } from '../../catalogue/person/person.type.ts';
import { TargetGroup } from '../../catalogue/reference/target-group.type.ts';
import type { Context } from '../../ground/gql/context.ts';
import { oneRow, rowsOf } from '../../ground/gql/rows.ts';
import { itemIndicators, itemTargetGroups, signatoryOffices, supportReceivers } from './agreement-part.source.ts';
import { AgreementItem, AgreementParty, AgreementSupport, Signatory } from './agreement.type.ts';

const SHOWN = 'shown as on the day of the agreement or the nearest day of its life, never its successor';

/** An organisation as on the day of an agreement (ISO date), or as today or on the last day of its life where that is not known. */
function organisationOn(
  context: Context,
  id: number,
  day: string | null,
  info: GraphQLResolveInfo,
): Promise<Organisation> {
  return context.use(organisationLoaders).byIdOn.load({ id, on: dayAsked(context, day) }, info);
}

/** Who a party is. */
@Resolver(() => AgreementParty)
class AgreementPartyResolver {
  @FieldResolver(() => Organisation, { description: `The organisation itself, ${SHOWN}.` })
  organisation(
    @Root() { organisationId, day }: AgreementParty,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> {
    return organisationOn(context, organisationId, day, info);
  }
}

/** Who signed, for whom and in which offices. */
@Resolver(() => Signatory)
class SignatoryResolver {
  @FieldResolver(() => Person, { nullable: true, description: 'Who signed; null where you may not see that.' })
  person(
    @Root() { personId }: Signatory,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Person | null> {
    return oneRow(context, personsFor(context), personId, info);
  }

  @FieldResolver(() => Organisation, { description: `The party signed for, ${SHOWN}.` })
  organisation(
    @Root() { organisationId, day }: Signatory,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> {
    return organisationOn(context, organisationId, day, info);
  }

  @FieldResolver(() => [Office], { description: 'The offices named with the signature, as the source lists them.' })
  offices(
    @Root() { signatoryId }: Signatory,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Office[]> {
    return rowsOf(context, signatoryOffices(context.viewer), signatoryId, info);
  }
}

/** Whom a content or an objective is for, and by what it is followed. */
@Resolver(() => AgreementItem)
class AgreementItemResolver {
  @FieldResolver(() => [TargetGroup], { description: 'Whom it is for, by name.' })
  targetGroups(
    @Root() { itemId }: AgreementItem,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TargetGroup[]> {
    return rowsOf(context, itemTargetGroups(context.viewer, dayAsked(context)), itemId, info);
  }

  @FieldResolver(() => [Indicator], { description: 'The indicators by which it is followed.' })
  async indicators(
    @Root() { itemId }: AgreementItem,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Indicator[]> {
    const rows = await rowsOf(context, itemIndicators, itemId);
    const found = await Promise.all(rows.map(({ indicatorId }) => oneRow(context, indicatorList, indicatorId, info)));
    return found.filter((one) => one !== null);
  }
}

/** Who supports whom. */
@Resolver(() => AgreementSupport)
class AgreementSupportResolver {
  @FieldResolver(() => Organisation, {
    nullable: true,
    description: `Who gives it, ${SHOWN}; null where not stated.`,
  })
  giver(
    @Root() { giverId, day }: AgreementSupport,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> | null {
    return giverId === null ? null : organisationOn(context, giverId, day, info);
  }

  @FieldResolver(() => [Organisation], { description: `Who is supported, each ${SHOWN}.` })
  async receivers(
    @Root() { itemId, day }: AgreementSupport,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation[]> {
    const rows = await rowsOf(context, supportReceivers, itemId);
    return Promise.all(rows.map(({ organisationId }) => organisationOn(context, organisationId, day, info)));
  }
}

/** The resolvers that read the parts of agreements. */
export const agreementPartResolvers = [
  AgreementPartyResolver,
  SignatoryResolver,
  AgreementItemResolver,
  AgreementSupportResolver,
] as const;
