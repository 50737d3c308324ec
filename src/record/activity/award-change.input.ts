import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../ground/gql/user-error.type.ts';
import { NewRecordInput, NextVersionInput } from '../../ground/record/record.input.ts';
import { DateSpanInput } from '../../ground/record/span.type.ts';
import type { AwardRung } from './award-ladder.ts';
import { AwardReasonEnum, AwardRecipientKindEnum, AwardRungEnum } from './award.enum.ts';
import type { AwardReason, AwardRecipientKind } from './award.row.ts';
import { Award } from './award.type.ts';

const NAME = 'Its name as written; never the name of a person.';
const KIND = 'Whom it goes to; titles for persons go to persons, titles for collectives to collectives.';
const ORGANISATION = 'The organisation that received it, or whose people or units did.';
const UNIT = 'The grassroots unit that received it, or whose people did.';
const RECIPIENT = 'The collective as written; not for persons, who are counted and never named.';
// Inputs of corrections have a `reason` already: why the record is corrected.
const FOR = 'What it is given for, which the award shows as `reason`.';
const DECISION = 'The decision (quyết định), a document that the hub knows.';

/** What `createAward` is given. */
@InputType({ description: 'An award to be entered. What is left out stays unknown; nothing is guessed.' })
export class CreateAwardInput extends NewRecordInput {
  @Field(() => AwardRungEnum, { description: 'Which award it is.' }) rung!: AwardRung;
  @Field(() => String, { description: NAME }) name!: string;
  @Field(() => AwardRecipientKindEnum, { description: KIND }) recipientKind!: AwardRecipientKind;
  @Field(() => ID, { nullable: true, description: ORGANISATION }) organisation?: string | null;
  @Field(() => ID, { nullable: true, description: UNIT }) unit?: string | null;
  @Field(() => String, { nullable: true, description: RECIPIENT }) recipient?: string | null;
  @Field(() => Int, { description: 'How many persons or collectives received it, from 1.' }) quantity!: number;
  @Field(() => AwardReasonEnum, { description: FOR }) awardedFor!: AwardReason;
  @Field(() => ID, { nullable: true, description: 'The movement it was given for.' }) movement?: string | null;
  @Field(() => ID, { nullable: true, description: 'The campaign it was given for.' }) campaign?: string | null;
  @Field(() => ID, { nullable: true, description: DECISION }) decision?: string | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'When it was decided.' }) decided?: DateSpanInput | null;
}

/** What `correctAward` is given. */
@InputType({
  description: 'What an award says from now on. What is left out stays; null takes a value away.',
})
export class CorrectAwardInput extends NextVersionInput {
  @Field(() => AwardRungEnum, { nullable: true, description: 'Which award it is.' }) rung?: AwardRung;
  @Field(() => String, { nullable: true, description: NAME }) name?: string;
  @Field(() => AwardRecipientKindEnum, { nullable: true, description: KIND }) recipientKind?: AwardRecipientKind;
  @Field(() => ID, { nullable: true, description: ORGANISATION }) organisation?: string | null;
  @Field(() => ID, { nullable: true, description: UNIT }) unit?: string | null;
  @Field(() => String, { nullable: true, description: RECIPIENT }) recipient?: string | null;
  @Field(() => Int, { nullable: true, description: 'How many persons or collectives received it, from 1.' })
  quantity?: number;
  @Field(() => AwardReasonEnum, { nullable: true, description: FOR }) awardedFor?: AwardReason;
  @Field(() => ID, { nullable: true, description: 'The movement it was given for.' }) movement?: string | null;
  @Field(() => ID, { nullable: true, description: 'The campaign it was given for.' }) campaign?: string | null;
  @Field(() => ID, { nullable: true, description: DECISION }) decision?: string | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'When it was decided.' }) decided?: DateSpanInput | null;
}

/** What changes of awards answer. */
@ObjectType({ description: 'The award as it is now, or what stands in the way.' })
export class AwardPayload {
  @Field(() => Award, { nullable: true, description: 'The award as it is now; null where nothing was changed.' })
  award!: Award | null;
  @Field(() => [UserError], { description: 'What stands in the way; empty when it was done.' })
  userErrors!: UserError[];
}
