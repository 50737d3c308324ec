import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { organisationLoaders } from '../../catalogue/organisation/organisation.loader.ts';
import { Organisation } from '../../catalogue/organisation/organisation.type.ts';
import type { Context } from '../../ground/gql/context.ts';
import { Participation } from './organisation-role.ts';

/** The organisation of a participation. */
@Resolver(() => Participation)
class ParticipationResolver {
  @FieldResolver(() => Organisation, { description: 'The organisation, as today or on the last day of its life.' })
  organisation(
    @Root() { organisationId }: Participation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> {
    return context.use(organisationLoaders).byId.load(organisationId, info);
  }
}

/** The resolvers that several kinds of records share. */
export const participationResolvers = [ParticipationResolver] as const;
