import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../../ground/gql/user-error.type.ts';
import type { PartDraft, RecordDraft } from '../../ground/record/record-kind.ts';
import { keptText, keyOf, NewRecordInput, NextVersionInput, stated, textOf } from '../../ground/record/record.input.ts';
import { DateSpanInput, spanColumns } from '../../ground/record/span.type.ts';
import { fold } from '../../ground/text/fold.ts';
import { Person } from './person.type.ts';

/** An office, as a client states it. */
@InputType({ description: 'An office that the person held.' })
export class OfficeInput {
  @Field(() => ID, { description: 'The organisation it was held in.' }) organisation!: string;
  @Field(() => String, { description: 'The title as written: `Phó Bí thư`.' }) title!: string;
  @Field(() => DateSpanInput, { nullable: true, description: 'The first day it is known for.' })
  since?: DateSpanInput | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'The last day it is known for.' })
  until?: DateSpanInput | null;
}

const OFFICES = 'The offices held, in their order; one title in one organisation stands once.';

/** What `createPerson` is given. */
@InputType({ description: 'A public office-holder who signed or spoke. Nobody else is entered.' })
export class CreatePersonInput extends NewRecordInput {
  @Field(() => String, { description: 'The full name, family name first, without titles.' }) name!: string;
  @Field(() => [OfficeInput], { nullable: true, description: OFFICES }) offices?: OfficeInput[] | null;
}

/** What `correctPerson` is given. */
@InputType({
  description: 'What is said of a person from now on. What is left out stays; a list replaces the whole list.',
})
export class CorrectPersonInput extends NextVersionInput {
  @Field(() => String, { nullable: true, description: 'The full name, family name first, without titles.' })
  name?: string | null;
  @Field(() => [OfficeInput], { nullable: true, description: OFFICES }) offices?: OfficeInput[] | null;
}

/** What changes of persons answer. */
@ObjectType({ description: 'The person as recorded now, or what stands in the way.' })
export class PersonPayload {
  @Field(() => Person, { nullable: true, description: 'The person as recorded now; null where nothing was changed.' })
  person!: Person | null;
  @Field(() => [UserError], { description: 'What stands in the way; empty when it was done.' })
  userErrors!: UserError[];
}

/** What an input states of a person. Raises `HubError` BAD_USER_INPUT. */
export function personDraft(input: CreatePersonInput | CorrectPersonInput): RecordDraft {
  const offices = input.offices?.map(({ organisation, title, since, until }, at) =>
    officePart({
      organisationId: keyOf('Organisation', organisation, 'offices', String(at), 'organisation'),
      title: textOf(title, 'offices', String(at), 'title'),
      ordinal: at + 1,
      ...spanColumns('since', since ?? null),
      ...spanColumns('until', until ?? null),
    }),
  );
  return {
    values: stated({ name: keptText(input.name, 'name') }),
    ...(offices ? { parts: { offices } } : {}),
  };
}

/** An office as a part of a person: its columns, with the text that is searched. */
function officePart(office: PartDraft & { readonly title: string }): PartDraft {
  return { ...office, folded: fold(office.title) };
}
