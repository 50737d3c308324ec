import { Field, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import { documentedEnum } from '../../ground/gql/enum.ts';
import { toGlobalId } from '../../ground/gql/node.ts';
import { HubRecord, recordParts } from '../../ground/record/record.type.ts';
import { DateSpan, toSpan } from '../../ground/record/span.type.ts';
import { placeKeyOf, recordGroupKeys, timeKeys } from '../common/record-list.ts';
import type { AgreementEventRow } from './agreement-event.row.ts';
import { Agreement } from './agreement.type.ts';

/** `AgreementEventKind` in the graph. */
export const AgreementEventKindEnum = documentedEnum<AgreementEventRow['kind']>(
  'AgreementEventKind',
  'What happened around an agreement.',
  {
    SIGNING: 'It was signed (lễ ký kết).',
    DIALOGUE: 'Leaders met and talked with officers or workers (gặp gỡ, đối thoại).',
    REVIEW_MEETING: 'The parties met to evaluate and draw lessons (họp đánh giá, rút kinh nghiệm).',
  },
);

/** `PartOfDay` in the graph. */
export const PartOfDayEnum = documentedEnum<NonNullable<AgreementEventRow['partOfDay']>>(
  'PartOfDay',
  'The part of a day, as sources say it.',
  {
    MORNING: 'In the morning (buổi sáng).',
    AFTERNOON: 'In the afternoon (buổi chiều).',
    EVENING: 'In the evening (buổi tối).',
  },
);

/** What happened around an agreement on some day. */
@ObjectType({
  implements: HubRecord,
  description: 'A signing, a dialogue or a review meeting. A dialogue may belong to no agreement.',
})
export class AgreementEvent extends HubRecord {
  @Field(() => AgreementEventKindEnum, { description: 'What happened.' }) kind!: AgreementEventRow['kind'];
  @Field(() => String, { description: 'What it is called, as written.' }) name!: string;
  @Field(() => DateSpan, { nullable: true, description: 'The day it was held; null where that is not known.' })
  held!: DateSpan | null;
  @Field(() => PartOfDayEnum, { nullable: true, description: 'The part of that day; null where not stated.' })
  partOfDay!: AgreementEventRow['partOfDay'];
  @Field(() => String, { nullable: true, description: 'The hall or the house, as written; null where not stated.' })
  venue!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Who was there, in the words of the source; null where not stated.',
  })
  participants!: string | null;
  agreementId!: number | null;
  placeId!: number | null;
  chairId!: number | null;
  documentId!: number | null;
}

/** The event of a row, of which only the needed columns may have been read. */
export function toAgreementEvent(row: AgreementEventRow): AgreementEvent {
  return Object.assign(new AgreementEvent(), {
    ...recordParts('AgreementEvent', row),
    kind: row.kind,
    name: row.name,
    held: toSpan(row.heldEarliest, row.heldLatest),
    partOfDay: row.partOfDay,
    venue: row.venue,
    participants: row.participants,
    agreementId: row.agreementId,
    placeId: row.placeId,
    chairId: row.chairId,
    documentId: row.documentId,
  });
}

/** A page of events around agreements. */
export const AgreementEventConnection = connectionType('AgreementEvent', () => AgreementEvent, {
  keys: {
    KIND: {
      sql: 'age0.kind',
      type: 'text',
      field: 'kind',
      output: () => AgreementEventKindEnum,
      description: 'What happened.',
    },
    AGREEMENT: {
      sql: 'age0.agreement_id',
      type: 'integer',
      relation: 'agreement',
      field: 'agreement',
      output: () => Agreement,
      description: 'The agreement it belongs to; null for those that belong to none, or to one you may not see.',
      resolve: (id: number, context) => context.node(toGlobalId('Agreement', id)),
    },
    PLACE: placeKeyOf('age0.place_id', 'place', 'Where it was held, as far as that is known.'),
    ...recordGroupKeys('age0'),
    ...timeKeys('age0', 'held', 'in which it was held'),
  },
});
