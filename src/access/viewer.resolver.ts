import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { organisationLoaders } from '../catalogue/organisation/organisation.loader.ts';
import { Organisation } from '../catalogue/organisation/organisation.type.ts';
import { placeLoaders } from '../catalogue/place/place.loader.ts';
import { Place } from '../catalogue/place/place.type.ts';
import type { Context } from '../ground/gql/context.ts';
import { ViewerRoleEnum, ViewerType } from './viewer.type.ts';

/** Who is asking. */
@Resolver(() => ViewerType)
class ViewerResolver {
  @Query(() => ViewerType, { description: 'Who is asking, as the hub understands it.' })
  viewer(@Ctx() { viewer }: Context): ViewerType {
    return Object.assign(new ViewerType(), {
      role: ViewerRoleEnum[viewer.role],
      organisationIds: viewer.organisations,
      provinceIds: viewer.provinces,
    });
  }

  @FieldResolver(() => [Organisation], {
    description: 'The organisation of an officer or leader, and those it came from; empty for others.',
  })
  organisations(@Root() viewer: ViewerType, @Ctx() context: Context): Promise<Organisation[]> {
    return Promise.all(viewer.organisationIds.map((id) => context.use(organisationLoaders).byId.load(id)));
  }

  @FieldResolver(() => [Place], {
    description: 'The province of a reviewer, and those it came from; empty for others.',
  })
  provinces(@Root() viewer: ViewerType, @Ctx() context: Context): Promise<Place[]> {
    return Promise.all(viewer.provinceIds.map((id) => context.use(placeLoaders).byId.load(id)));
  }
}

/** The resolvers of this room. */
export const accessResolvers = [ViewerResolver] as const;
