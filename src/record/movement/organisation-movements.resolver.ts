import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Organisation } from '../../catalogue/organisation/organisation.type.ts';
import { type ConnectionData, nestedConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import { LINKED_TO, RoleArgs, rolesSql, throughLinks } from '../common/through-links.ts';
import { MovementListArgs } from './movement.input.ts';
import { movementsFor } from './movement.resolver.ts';
import { type Movement, MovementConnection } from './movement.type.ts';

/** The movements in which an organisation takes part. */
@Resolver(() => Organisation)
class OrganisationMovementsResolver {
  @FieldResolver(() => MovementConnection, {
    description: 'The movements in which it takes part, by its role. `first` or `last` is required.',
  })
  movements(
    @Root() { organisationId }: Organisation,
    @Args(() => RoleArgs) { roles }: RoleArgs,
    @Args(() => MovementListArgs) args: MovementListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Movement>> {
    const links = { table: 'movement_role', row: 'movement_id', to: 'organisation_id', where: rolesSql(roles) };
    const list = throughLinks(movementsFor(context), links);
    return nestedConnection(context, list, LINKED_TO, organisationId, args, info);
  }
}

/** The resolvers that lead from an organisation to its movements. */
export const organisationMovementsResolvers = [OrganisationMovementsResolver] as const;
