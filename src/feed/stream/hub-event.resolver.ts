import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root, Subscription } from 'type-graphql';
import { organisationLoaders } from '../../catalogue/organisation/organisation.loader.ts';
import { Organisation } from '../../catalogue/organisation/organisation.type.ts';
import { placeLoaders } from '../../catalogue/place/place.loader.ts';
import { Place } from '../../catalogue/place/place.type.ts';
import { type ConnectionData, pageSize } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import { fromGlobalId, Node, type NodeFetcher } from '../../ground/gql/node.ts';
import { checkBatchSize, EventPageArgs, EventStreamArgs } from './hub-event.input.ts';
import { eventLoaders } from './hub-event.loader.ts';
import { EventBatch, EventConnection, HubEvent } from './hub-event.type.ts';
import { pageOfEvents } from './page-events.ts';
import { provinceWithin } from './province-within.ts';
import { type Delivery, subscribeToEvents } from './pull-events.ts';

/** The feed: what has happened, and what happens. */
@Resolver(() => HubEvent)
class HubEventResolver {
  @Query(() => EventConnection, {
    description:
      'What has happened, oldest first, as far as the caller may know it. `first` is required. Go on with `after`, or subscribe with it.',
  })
  async events(
    @Args(() => EventPageArgs) args: EventPageArgs,
    @Ctx() context: Context,
  ): Promise<ConnectionData<HubEvent>> {
    const { size } = pageSize(args.first);
    const provinceId = await provinceWithin(context, args.within);
    return pageOfEvents(context, { types: args.types ?? null, provinceId }, args.after, size);
  }

  @FieldResolver(() => Place, { description: 'The province it belongs to, as it was on the data date of the report.' })
  province(@Root() event: HubEvent, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Place> {
    return context.use(placeLoaders).byId.load(event.provinceId, info);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'Whose report it is about; null where it is about none’s.',
  })
  organisation(
    @Root() event: HubEvent,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> | null {
    return event.organisationId === null
      ? null
      : context.use(organisationLoaders).byId.load(event.organisationId, info);
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description: 'What it is about; null where the caller may not see that.',
  })
  subject(@Root() event: HubEvent, @Ctx() context: Context): Promise<object | null> {
    return context.node(event.subjectId);
  }
}

interface SubscribeData {
  args: EventStreamArgs;
  context: Context;
}

async function subscribe({ args, context }: SubscribeData): Promise<AsyncIterableIterator<Delivery>> {
  const batchSize = checkBatchSize(args.batchSize);
  const provinceId = await provinceWithin(context, args.within);
  return subscribeToEvents(context, { batchSize, provinceId, types: args.types ?? null, after: args.after ?? null });
}

/** The feed as it grows. */
@Resolver()
class EventStreamResolver {
  @Subscription(() => EventBatch, {
    subscribe: (data) => subscribe(data),
    description:
      'Events as they happen, in the one order of the feed, each at least once. With `after` it begins behind that cursor and misses ' +
      'nothing; without, with a batch that only says where the feed stands. Permissions are those of the moment of delivery.',
  })
  events(@Root() delivery: Delivery, @Args(() => EventStreamArgs) _args: EventStreamArgs): EventBatch {
    if ('fault' in delivery) throw delivery.fault;
    return delivery;
  }
}

/** How `node(id)` answers for events. */
export const eventNode: NodeFetcher = {
  type: 'HubEvent',
  async fetch(context, id) {
    const key = fromGlobalId(id)?.key ?? [];
    const [eventId = ''] = key;
    // 18 digits always fit a bigint.
    return key.length === 1 && /^[1-9]\d{0,17}$/.test(eventId) ? context.use(eventLoaders).byId.load(eventId) : null;
  },
};

/** The resolvers of this room. */
export const eventResolvers = [HubEventResolver, EventStreamResolver] as const;
