import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { type ConnectionData, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { NodeFetcher } from '../../ground/gql/node.ts';
import { oneRow, rowsOf } from '../../ground/gql/rows.ts';
import { recordKey } from '../../ground/record/record.source.ts';
import { madeOnce } from '../day.ts';
import { organisationLoaders } from '../organisation/organisation.loader.ts';
import { Organisation } from '../organisation/organisation.type.ts';
import { PersonListArgs } from './person.input.ts';
import { officeParts, officesOfOrganisation, personList } from './person.source.ts';
import { Office, Person, PersonConnection } from './person.type.ts';

/** The list of persons as the caller sees it today. */
export const personsFor = madeOnce((viewer, on) => personList(viewer, on));

/** Persons in lists, and their offices. */
@Resolver(() => Person)
class PersonResolver {
  @Query(() => PersonConnection, {
    description: 'Public office-holders who signed or spoke, by given name. `first` or `last` is required.',
  })
  persons(
    @Args(() => PersonListArgs) args: PersonListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Person>> {
    return rootConnection(context, personsFor(context), args, info);
  }

  @FieldResolver(() => [Office], { description: 'The offices held, in the order of the source.' })
  offices(@Root() { recordId }: Person, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Office[]> {
    return rowsOf(context, officeParts(context.viewer), recordId, info);
  }
}

/** What an office leads to. */
@Resolver(() => Office)
class OfficeResolver {
  @FieldResolver(() => Person, { nullable: true, description: 'Who held it; null where you may not see that.' })
  person(
    @Root() { personId }: Office,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Person | null> {
    return oneRow(context, personsFor(context), personId, info);
  }

  @FieldResolver(() => Organisation, { description: 'Where it was held, as today or on the last day of its life.' })
  organisation(
    @Root() { organisationId }: Office,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> {
    return context.use(organisationLoaders).byId.load(organisationId, info);
  }
}

/** The offices of an organisation. */
@Resolver(() => Organisation)
class OrganisationOfficesResolver {
  @FieldResolver(() => [Office], { description: 'The offices that are known, first by the day they are known from.' })
  offices(
    @Root() { organisationId }: Organisation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Office[]> {
    return rowsOf(context, officesOfOrganisation(context.viewer), organisationId, info);
  }
}

/** The resolvers that read persons. */
export const personResolvers = [PersonResolver, OfficeResolver, OrganisationOfficesResolver] as const;

/** How `node(id)` answers for persons. */
export const personNode: NodeFetcher = {
  type: 'Person',
  fetch: (context, id) => oneRow(context, personsFor(context), recordKey('Person', id)),
};

/** How `node(id)` answers for offices. */
export const officeNode: NodeFetcher = {
  type: 'Office',
  fetch: (context, id) => oneRow(context, officeParts(context.viewer), recordKey('Office', id)),
};
