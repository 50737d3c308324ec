import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Context } from '../../ground/gql/context.ts';
import { recordVersionLoaders } from '../../ground/record/record.loader.ts';
import { HubRecord, RecordVersion } from '../../ground/record/record.type.ts';
import { placeLoaders } from '../place/place.loader.ts';
import { Place } from '../place/place.type.ts';
import { organisationLoaders } from './organisation.loader.ts';
import { Organisation } from './organisation.type.ts';

/** What every record leads to. */
@Resolver(() => HubRecord)
class RecordResolver {
  @FieldResolver(() => Place, { description: 'Its province as it was, or the country for a national record.' })
  province(
    @Root() { provinceId }: HubRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Place> {
    return context.use(placeLoaders).byId.load(provinceId, info);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation that keeps it and may correct it; null where the hub’s catalogue does.',
  })
  keeper(
    @Root() { keeperId }: HubRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> | null {
    return keeperId === null ? null : context.use(organisationLoaders).byId.load(keeperId, info);
  }

  @FieldResolver(() => [RecordVersion], { description: 'Its versions, oldest first, each with what it changed.' })
  versions(
    @Root() { recordType, recordId }: HubRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RecordVersion[]> {
    return context.use(recordVersionLoaders)(recordType, recordId, info);
  }
}

/** The resolvers of what records have in common. */
export const recordResolvers = [RecordResolver] as const;
