import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { madeOnce } from '../../catalogue/day.ts';
import { organisationLoaders } from '../../catalogue/organisation/organisation.loader.ts';
import { Organisation } from '../../catalogue/organisation/organisation.type.ts';
import { unitsFor } from '../../catalogue/unit/unit.resolver.ts';
import { OrganisationUnit } from '../../catalogue/unit/unit.type.ts';
import { type ConnectionData, nestedConnection, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { NodeFetcher } from '../../ground/gql/node.ts';
import { oneRow, rowsOf } from '../../ground/gql/rows.ts';
import { MemberListArgs } from './member.input.ts';
import { memberKey, memberList } from './member.source.ts';
import { Member, MemberConnection } from './member.type.ts';

/** The list of members as the caller sees it today: empty for whoever is not of an organisation. */
const membersFor = madeOnce((viewer, on) => memberList(viewer, on));

/** Members in lists, and what hangs on one. */
@Resolver(() => Member)
class MemberResolver {
  @Query(() => MemberConnection, {
    description:
      'The registers of members of your organisations; empty for everybody else. `first` or `last` is required.',
  })
  members(
    @Args(() => MemberListArgs) args: MemberListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Member>> {
    return rootConnection(context, membersFor(context), args, info);
  }

  @FieldResolver(() => Organisation, { description: 'The organisation whose register it is.' })
  organisation(
    @Root() { organisationId }: Member,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> {
    return context.use(organisationLoaders).byId.load(organisationId, info);
  }

  @FieldResolver(() => OrganisationUnit, {
    nullable: true,
    description: 'The grassroots unit the person belongs to; null where the register does not have it.',
  })
  unit(
    @Root() { unitId }: Member,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrganisationUnit | null> {
    return oneRow(context, unitsFor(context), unitId, info);
  }
}

/** The register of an organisation. */
@Resolver(() => Organisation)
class OrganisationMembersResolver {
  @FieldResolver(() => MemberConnection, {
    description:
      'The persons of its register, where it keeps one and you are its officer or leader; else none. `first` or `last` is required.',
  })
  members(
    @Root() { organisationId }: Organisation,
    @Args(() => MemberListArgs) args: MemberListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Member>> {
    const parent = { sql: 'me0.organisation_id', type: 'integer' } as const;
    return nestedConnection(context, membersFor(context), parent, organisationId, args, info);
  }
}

/** The resolvers of this room. */
export const memberResolvers = [MemberResolver, OrganisationMembersResolver] as const;

/** How `node(id)` answers for members. */
export const memberNode: NodeFetcher = {
  type: 'Member',
  fetch: async (context, globalId) => {
    const key = memberKey(globalId);
    if (key === null) return null;
    const list = { ...membersFor(context), by: { sql: 'me0.id', type: 'integer' }, order: 'me0.id' } as const;
    const found = await rowsOf(context, list, key.id);
    return found.find((member) => member.provinceId === key.provinceId) ?? null;
  },
};
