import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tx } from '../../ground/database/data-source.ts';
import { UserError } from '../../ground/gql/user-error.type.ts';
import {
  keyOf,
  kept,
  keptText,
  NewRecordInput,
  NextVersionInput,
  optionalKey,
  optionalText,
  stated,
} from '../../ground/record/record.input.ts';
import type { RecordDraft } from '../../ground/record/record-kind.ts';
import { DateSpanInput, spanColumns } from '../../ground/record/span.type.ts';
import type { AgreementEventRow } from './agreement-event.row.ts';
import { AgreementEvent, AgreementEventKindEnum, PartOfDayEnum } from './agreement-event.type.ts';
import { agreementStore } from './agreement.store.ts';

/** What `createAgreementEvent` is given. */
@InputType({ description: 'A signing, a dialogue or a review meeting to be entered. Nothing is guessed.' })
export class CreateAgreementEventInput extends NewRecordInput {
  @Field(() => ID, { nullable: true, description: 'The agreement it belongs to.' }) agreement?: string | null;
  @Field(() => AgreementEventKindEnum, { description: 'What happened.' }) kind!: AgreementEventRow['kind'];
  @Field(() => String, { description: 'What it is called, as written.' }) name!: string;
  @Field(() => DateSpanInput, { nullable: true, description: 'The day it was held.' }) held?: DateSpanInput | null;
  @Field(() => PartOfDayEnum, { nullable: true, description: 'The part of that day.' })
  partOfDay?: AgreementEventRow['partOfDay'];
  @Field(() => ID, { nullable: true, description: 'The place where it was held.' }) place?: string | null;
  @Field(() => String, { nullable: true, description: 'The hall or the house, as written.' }) venue?: string | null;
  @Field(() => String, { nullable: true, description: 'Who was there, in the words of the source.' })
  participants?: string | null;
  @Field(() => ID, { nullable: true, description: 'The person in the chair.' }) chair?: string | null;
  @Field(() => ID, { nullable: true, description: 'The minutes or the paper about it.' }) document?: string | null;
  @Field(() => [ID], { nullable: true, description: 'The organisations that held it or took part.' })
  organisations?: string[] | null;
}

/** What `correctAgreementEvent` is given. */
@InputType({
  description:
    'What an event says from now on. What is left out stays; null takes a value away; a list replaces the list.',
})
export class CorrectAgreementEventInput extends NextVersionInput {
  @Field(() => ID, { nullable: true, description: 'The agreement it belongs to.' }) agreement?: string | null;
  @Field(() => AgreementEventKindEnum, { nullable: true, description: 'What happened.' })
  kind?: AgreementEventRow['kind'] | null;
  @Field(() => String, { nullable: true, description: 'What it is called, as written.' }) name?: string | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'The day it was held.' }) held?: DateSpanInput | null;
  @Field(() => PartOfDayEnum, { nullable: true, description: 'The part of that day.' })
  partOfDay?: AgreementEventRow['partOfDay'];
  @Field(() => ID, { nullable: true, description: 'The place where it was held.' }) place?: string | null;
  @Field(() => String, { nullable: true, description: 'The hall or the house, as written.' }) venue?: string | null;
  @Field(() => String, { nullable: true, description: 'Who was there, in the words of the source.' })
  participants?: string | null;
  @Field(() => ID, { nullable: true, description: 'The person in the chair.' }) chair?: string | null;
  @Field(() => ID, { nullable: true, description: 'The minutes or the paper about it.' }) document?: string | null;
  @Field(() => [ID], { nullable: true, description: 'The organisations that held it or took part, all of them.' })
  organisations?: string[] | null;
}

/** What changes of events answer. */
@ObjectType({ description: 'The event as it is now, or what stands in the way.' })
export class AgreementEventPayload {
  @Field(() => AgreementEvent, {
    nullable: true,
    description: 'The event as it is now; null where nothing was changed.',
  })
  agreementEvent!: AgreementEvent | null;
  @Field(() => [UserError], { description: 'What stands in the way; empty when it was done.' })
  userErrors!: UserError[];
}

/** What an input states of an event. Raises `HubError` BAD_USER_INPUT. */
export async function agreementEventDraft(
  tx: Tx,
  input: CreateAgreementEventInput | CorrectAgreementEventInput,
): Promise<RecordDraft> {
  const agreementId = optionalKey('Agreement', input.agreement, 'agreement');
  await agreementStore.mustSee(tx, agreementId);
  const { organisations } = input;
  return {
    values: stated({
      agreementId,
      kind: kept(input.kind, 'kind'),
      name: keptText(input.name, 'name'),
      ...spanColumns('held', input.held),
      partOfDay: input.partOfDay,
      placeId: optionalKey('Place', input.place, 'place'),
      venue: optionalText(input.venue, 'venue'),
      participants: optionalText(input.participants, 'participants'),
      chairId: optionalKey('Person', input.chair, 'chair'),
      documentId: optionalKey('SourceDocument', input.document, 'document'),
    }),
    ...(organisations === undefined
      ? {}
      : {
          parts: {
            organisations: (organisations ?? []).map((id) => ({
              organisationId: keyOf('Organisation', id, 'organisations'),
            })),
          },
        }),
  };
}
