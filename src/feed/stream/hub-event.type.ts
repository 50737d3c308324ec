import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import { Node, toGlobalId } from '../../ground/gql/node.ts';
import { EventCursorScalar } from '../../ground/gql/scalars.ts';
import { encodeEventCursor } from './cursor.ts';
import type { NumberedEvent } from './hub-event.store.ts';

/** Kinds of events. */
export enum EventType {
  REPORT_RECEIVED = 'REPORT_RECEIVED',
  REPORT_ATTACHED = 'REPORT_ATTACHED',
  REPORT_PUBLISHED = 'REPORT_PUBLISHED',
  RECORD_CREATED = 'RECORD_CREATED',
  RECORD_CORRECTED = 'RECORD_CORRECTED',
  RECORD_CLOSED = 'RECORD_CLOSED',
  RECOMMENDATION_FOLLOWED_UP = 'RECOMMENDATION_FOLLOWED_UP',
  UNIT_FOUNDED = 'UNIT_FOUNDED',
  UNITS_MERGED = 'UNITS_MERGED',
  UNIT_DISSOLVED = 'UNIT_DISSOLVED',
  PLACES_MERGED = 'PLACES_MERGED',
  ORGANISATIONS_MERGED = 'ORGANISATIONS_MERGED',
  ORGANISATION_REGISTERED = 'ORGANISATION_REGISTERED',
}
registerEnumType(EventType, {
  name: 'EventType',
  description: 'What happened.',
  valuesConfig: {
    REPORT_RECEIVED: { description: 'A version of a report came in (tiếp nhận).' },
    REPORT_ATTACHED: { description: 'A signed document or another file was added to a version of a report.' },
    REPORT_PUBLISHED: { description: 'A version of a report was published (chốt); it may replace another.' },
    RECORD_CREATED: { description: 'A movement, agreement or other record was entered.' },
    RECORD_CORRECTED: { description: 'A record has a new version.' },
    RECORD_CLOSED: { description: 'A record was closed.' },
    RECOMMENDATION_FOLLOWED_UP: {
      description: 'Something was done about a recommendation; its state may have changed.',
    },
    UNIT_FOUNDED: { description: 'A grassroots unit was founded.' },
    UNITS_MERGED: { description: 'Grassroots units were merged into one, which is the subject.' },
    UNIT_DISSOLVED: { description: 'A grassroots unit was dissolved.' },
    PLACES_MERGED: { description: 'Places were merged into one, which is the subject.' },
    ORGANISATIONS_MERGED: { description: 'Organisations were merged into one, which is the subject.' },
    ORGANISATION_REGISTERED: { description: 'An organisation outside the seven actors was registered.' },
  },
});

/** Something that happened, at its place in the feed. */
@ObjectType('HubEvent', {
  implements: Node,
  description: 'Something that happened, at its place in the one order of the feed.',
})
export class HubEvent extends Node {
  @Field(() => EventType, { description: 'What happened.' }) type!: EventType;
  @Field(() => EventCursorScalar, { description: 'Its place in the feed: give it as `after` to go on behind it.' })
  cursor!: string;
  @Field(() => GraphQLDateTime, {
    description: 'When it was given its place, ISO 8601 in UTC; never earlier than the event before it.',
  })
  numberedAt!: Date;
  @Field(() => Int, { description: 'The version of the subject that it is about, from 1.' }) version!: number;
  @Field(() => Int, { nullable: true, description: 'The version that it replaced; null where it replaced none.' })
  replacedVersion!: number | null;
  /** Key of the province as it was on the data date. */
  provinceId!: number;
  organisationId!: number | null;
  /** Global id of what it is about. */
  subjectId!: string;
}

/** What a subscription delivers at a time. */
@ObjectType({
  description: 'Events in order, and where to go on from. It may be without events: then it only moves the cursor.',
})
export class EventBatch {
  @Field(() => [HubEvent], { description: 'What happened, oldest first; at most `batchSize`.' }) events!: HubEvent[];
  @Field(() => EventCursorScalar, {
    description:
      'Keep it, and subscribe with it as `after` to go on from here: everything up to here has been delivered.',
  })
  cursor!: string;
  @Field(() => EventCursorScalar, {
    description: 'The end of the feed when the batch was read; equal to `cursor` when nothing is left.',
  })
  head!: string;
}

/** A page of events. */
export const EventConnection = connectionType('Event', () => HubEvent);

/** The event as the graph shows it. */
export function toHubEvent(feedId: string, row: NumberedEvent): HubEvent {
  return Object.assign(new HubEvent(), {
    id: toGlobalId('HubEvent', row.id),
    type: EventType[row.type],
    cursor: encodeEventCursor(feedId, BigInt(row.position)),
    numberedAt: row.numberedAt,
    version: row.version,
    replacedVersion: row.replacedVersion,
    provinceId: row.provinceId,
    organisationId: row.organisationId,
    subjectId: toGlobalId(row.subjectType, row.subjectKey),
  });
}
