import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { madeOnce } from '../../catalogue/day.ts';
import { type ConnectionData, nestedConnection, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { NodeFetcher } from '../../ground/gql/node.ts';
import { oneRow, rowsOf } from '../../ground/gql/rows.ts';
import { recordKey } from '../../ground/record/record.source.ts';
import { Participation } from '../common/organisation-role.ts';
import { MovementListArgs } from './movement.input.ts';
import { movementLinks, movementLinksBack, movementList, movementRoles } from './movement.source.ts';
import { Movement, MovementConnection, MovementLink } from './movement.type.ts';

/** The list of movements as the caller sees it today. */
export const movementsFor = madeOnce((viewer, on) => movementList(viewer, on));

/** Movements in lists, and what hangs on one. */
@Resolver(() => Movement)
class MovementResolver {
  @Query(() => MovementConnection, {
    description: 'Emulation movements, national ones and those of provinces. `first` or `last` is required.',
  })
  movements(
    @Args(() => MovementListArgs) args: MovementListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Movement>> {
    return rootConnection(context, movementsFor(context), args, info);
  }

  @FieldResolver(() => Movement, {
    nullable: true,
    description:
      'The national movement that the province carries out; null where none is named, or it is national itself.',
  })
  national(
    @Root() { nationalId }: Movement,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Movement | null> {
    return oneRow(context, movementsFor(context), nationalId, info);
  }

  @FieldResolver(() => MovementConnection, {
    description: 'The movements by which provinces carry it out. `first` or `last` is required.',
  })
  carriedOut(
    @Root() { recordId }: Movement,
    @Args(() => MovementListArgs) args: MovementListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Movement>> {
    const parent = { sql: 'm0.national_id', type: 'integer' } as const;
    return nestedConnection(context, movementsFor(context), parent, recordId, args, info);
  }

  @FieldResolver(() => [Participation], { description: 'The organisations that take part, by role.' })
  roles(
    @Root() { recordId }: Movement,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Participation[]> {
    return rowsOf(context, movementRoles, recordId, info);
  }

  @FieldResolver(() => [MovementLink], { description: 'The movements it is tied to (gắn với), from its side.' })
  linked(
    @Root() { recordId }: Movement,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MovementLink[]> {
    return rowsOf(context, movementLinks, recordId, info);
  }

  @FieldResolver(() => [MovementLink], { description: 'The movements that are tied to it, from theirs.' })
  linkedFrom(
    @Root() { recordId }: Movement,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MovementLink[]> {
    return rowsOf(context, movementLinksBack, recordId, info);
  }
}

/** The movement at the other end of a link. */
@Resolver(() => MovementLink)
class MovementLinkResolver {
  @FieldResolver(() => Movement, { nullable: true, description: 'The other movement; null where you may not see it.' })
  movement(
    @Root() { movementId }: MovementLink,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Movement | null> {
    return oneRow(context, movementsFor(context), movementId, info);
  }
}

/** The resolvers that read movements. */
export const movementResolvers = [MovementResolver, MovementLinkResolver] as const;

/** How `node(id)` answers for movements. */
export const movementNode: NodeFetcher = {
  type: 'Movement',
  fetch: (context, id) => oneRow(context, movementsFor(context), recordKey('Movement', id)),
};
