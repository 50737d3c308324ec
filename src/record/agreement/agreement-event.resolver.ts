import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { dayAsked, madeOnce } from '../../catalogue/day.ts';
import { organisationLoaders } from '../../catalogue/organisation/organisation.loader.ts';
import { Organisation } from '../../catalogue/organisation/organisation.type.ts';
import { personsFor } from '../../catalogue/person/person.resolver.ts';
import { Person } from '../../catalogue/person/person.type.ts';
import { placeLoaders } from '../../catalogue/place/place.loader.ts';
import { Place } from '../../catalogue/place/place.type.ts';
import { documentList } from '../../ground/document/document.source.ts';
import { SourceDocument } from '../../ground/document/source-document.type.ts';
import { type ConnectionData, nestedConnection, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { NodeFetcher } from '../../ground/gql/node.ts';
import { oneRow, rowsOf } from '../../ground/gql/rows.ts';
import { recordKey } from '../../ground/record/record.source.ts';
import { AgreementEventListArgs } from './agreement-event.input.ts';
import { agreementEventList, agreementEventParties, reviewMeetingList } from './agreement-event.source.ts';
import { AgreementEvent, AgreementEventConnection } from './agreement-event.type.ts';
import { agreementsFor } from './agreement.resolver.ts';
import { Agreement } from './agreement.type.ts';

/** The list of events around agreements as the caller sees it today. */
export const agreementEventsFor = madeOnce((viewer, on) => agreementEventList(viewer, on));

/** The day (ISO date) by which an event names places and organisations: when it was held, else today. */
function dayOf({ held }: AgreementEvent, context: Context): string {
  return dayAsked(context, held?.earliest ?? held?.latest ?? null);
}

/** Events around agreements in lists, and what hangs on one. */
@Resolver(() => AgreementEvent)
class AgreementEventResolver {
  @Query(() => AgreementEventConnection, {
    description: 'Signings, dialogues and review meetings, by day. `first` or `last` is required.',
  })
  agreementEvents(
    @Args(() => AgreementEventListArgs) args: AgreementEventListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<AgreementEvent>> {
    return rootConnection(context, agreementEventsFor(context), args, info);
  }

  @FieldResolver(() => Agreement, {
    nullable: true,
    description: 'The agreement it belongs to; null where it belongs to none, or to one that you may not see.',
  })
  agreement(
    @Root() { agreementId }: AgreementEvent,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Agreement | null> {
    return oneRow(context, agreementsFor(context), agreementId, info);
  }

  @FieldResolver(() => Place, {
    nullable: true,
    description: 'Where it was held, shown as on that day; null where not stated.',
  })
  place(
    @Root() event: AgreementEvent,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Place> | null {
    const { placeId: id } = event;
    return id === null ? null : context.use(placeLoaders).byIdOn.load({ id, on: dayOf(event, context) }, info);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: 'Who was in the chair (chủ trì); null where not stated, or where you may not see that.',
  })
  chair(
    @Root() { chairId }: AgreementEvent,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Person | null> {
    return oneRow(context, personsFor(context), chairId, info);
  }

  @FieldResolver(() => SourceDocument, {
    nullable: true,
    description: 'The minutes or the paper about it; null where none is named, or where you may not see it.',
  })
  document(
    @Root() { documentId }: AgreementEvent,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SourceDocument | null> {
    return oneRow(context, documentList(context.viewer), documentId, info);
  }

  @FieldResolver(() => [Organisation], {
    description: 'The organisations that held it or took part, each shown as on that day or the nearest of its life.',
  })
  async organisations(
    @Root() event: AgreementEvent,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation[]> {
    const rows = await rowsOf(context, agreementEventParties, event.recordId);
    const { byIdOn } = context.use(organisationLoaders);
    return Promise.all(rows.map(({ organisationId: id }) => byIdOn.load({ id, on: dayOf(event, context) }, info)));
  }
}

/** The events around an agreement. */
@Resolver(() => Agreement)
class AgreementEventsResolver {
  @FieldResolver(() => AgreementEventConnection, {
    description: 'What happened around it, by day. `first` or `last` is required.',
  })
  events(
    @Root() { recordId }: Agreement,
    @Args(() => AgreementEventListArgs) args: AgreementEventListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<AgreementEvent>> {
    return nestedConnection(context, agreementEventsFor(context), OF_AGREEMENT, recordId, args, info);
  }

  @FieldResolver(() => AgreementEventConnection, {
    description: 'Its review meetings alone, by day. `first` or `last` is required.',
  })
  reviewMeetings(
    @Root() { recordId }: Agreement,
    @Args(() => AgreementEventListArgs) args: AgreementEventListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<AgreementEvent>> {
    const list = reviewMeetingList(context.viewer, dayAsked(context));
    return nestedConnection(context, list, OF_AGREEMENT, recordId, args, info);
  }
}

const OF_AGREEMENT = { sql: 'age0.agreement_id', type: 'integer' } as const;

/** The resolvers that read events around agreements. */
export const agreementEventResolvers = [AgreementEventResolver, AgreementEventsResolver] as const;

/** How `node(id)` answers for events around agreements. */
export const agreementEventNode: NodeFetcher = {
  type: 'AgreementEvent',
  fetch: (context, id) => oneRow(context, agreementEventsFor(context), recordKey('AgreementEvent', id)),
};
