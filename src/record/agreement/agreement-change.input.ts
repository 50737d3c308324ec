import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../../ground/gql/user-error.type.ts';
import { NewRecordInput, NextVersionInput } from '../../ground/record/record.input.ts';
import { DateSpanInput } from '../../ground/record/span.type.ts';
import type { AgreementPartyRow, AgreementRow } from './agreement.row.ts';
import { Agreement, AgreementKindEnum, AgreementPartyRoleEnum } from './agreement.type.ts';

/** A party, as a client states it. */
@InputType({ description: 'An organisation that an agreement binds.' })
export class AgreementPartyInput {
  @Field(() => ID, { description: 'The organisation.' }) organisation!: string;
  @Field(() => AgreementPartyRoleEnum, { description: 'Whether it leads.' }) role!: AgreementPartyRow['role'];
}

/** A signatory, as a client states it. */
@InputType({ description: 'A person who signed an agreement.' })
export class SignatoryInput {
  @Field(() => ID, { description: 'Who signed.' }) person!: string;
  @Field(() => ID, { description: 'The party signed for.' }) organisation!: string;
  @Field(() => [ID], { nullable: true, description: 'The offices named with the signature; all are that person’s.' })
  offices?: string[] | null;
}

/** A content or an objective, as a client states it. */
@InputType({ description: 'A content or an objective of an agreement.' })
export class AgreementItemInput {
  @Field(() => String, { description: 'What it says, in the words of the source.' }) text!: string;
  @Field(() => [ID], { nullable: true, description: 'The target groups it is for.' }) targetGroups?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'The indicators by which it is followed.' })
  indicators?: string[] | null;
}

/** A support, as a client states it. */
@InputType({ description: 'What one party supports others with.' })
export class AgreementSupportInput {
  @Field(() => String, { description: 'What the support is, in the words of the source.' }) text!: string;
  @Field(() => ID, { nullable: true, description: 'The organisation that gives it.' }) giver?: string | null;
  @Field(() => [ID], { nullable: true, description: 'The organisations that are supported.' })
  receivers?: string[] | null;
}

/** What `createAgreement` is given. */
@InputType({ description: 'An agreement to be entered. What is left out stays unknown; nothing is guessed.' })
export class CreateAgreementInput extends NewRecordInput {
  @Field(() => AgreementKindEnum, { description: 'Whether it is a programme or a regulation.' })
  kind!: AgreementRow['kind'];
  @Field(() => String, { description: 'Its name, as written.' }) name!: string;
  @Field(() => DateSpanInput, { nullable: true, description: 'When its term begins.' })
  termStart?: DateSpanInput | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'When its term ends.' }) termEnd?: DateSpanInput | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'When it was signed.' }) signed?: DateSpanInput | null;
  @Field(() => ID, { nullable: true, description: 'The paper itself.' }) document?: string | null;
  @Field(() => [AgreementPartyInput], { nullable: true, description: 'The organisations it binds, in their order.' })
  parties?: AgreementPartyInput[] | null;
  @Field(() => [SignatoryInput], { nullable: true, description: 'Who signed it, in their order.' })
  signatories?: SignatoryInput[] | null;
  @Field(() => [AgreementItemInput], { nullable: true, description: 'What the parties do together, in its order.' })
  contents?: AgreementItemInput[] | null;
  @Field(() => [AgreementItemInput], { nullable: true, description: 'What it is meant to reach, in its order.' })
  objectives?: AgreementItemInput[] | null;
  @Field(() => [AgreementSupportInput], { nullable: true, description: 'What parties support others with.' })
  supports?: AgreementSupportInput[] | null;
  @Field(() => [ID], { nullable: true, description: 'The resolutions and laws that it refers to.' })
  policies?: string[] | null;
}

/** What `correctAgreement` is given. */
@InputType({
  description:
    'What an agreement says from now on. What is left out stays; null takes a value away; a list replaces the whole list.',
})
export class CorrectAgreementInput extends NextVersionInput {
  @Field(() => AgreementKindEnum, { nullable: true, description: 'Whether it is a programme or a regulation.' })
  kind?: AgreementRow['kind'] | null;
  @Field(() => String, { nullable: true, description: 'Its name, as written.' }) name?: string | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'When its term begins.' })
  termStart?: DateSpanInput | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'When its term ends.' }) termEnd?: DateSpanInput | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'When it was signed.' }) signed?: DateSpanInput | null;
  @Field(() => ID, { nullable: true, description: 'The paper itself.' }) document?: string | null;
  @Field(() => [AgreementPartyInput], { nullable: true, description: 'The organisations it binds, all of them.' })
  parties?: AgreementPartyInput[] | null;
  @Field(() => [SignatoryInput], { nullable: true, description: 'Who signed it, all of them.' })
  signatories?: SignatoryInput[] | null;
  @Field(() => [AgreementItemInput], { nullable: true, description: 'What the parties do together, all of it.' })
  contents?: AgreementItemInput[] | null;
  @Field(() => [AgreementItemInput], { nullable: true, description: 'What it is meant to reach, all of it.' })
  objectives?: AgreementItemInput[] | null;
  @Field(() => [AgreementSupportInput], { nullable: true, description: 'What parties support others with, all of it.' })
  supports?: AgreementSupportInput[] | null;
  @Field(() => [ID], { nullable: true, description: 'The resolutions and laws that it refers to, all of them.' })
  policies?: string[] | null;
}

/** What changes of agreements answer. */
@ObjectType({ description: 'The agreement as it is now, or what stands in the way.' })
export class AgreementPayload {
  @Field(() => Agreement, {
    nullable: true,
    description: 'The agreement as it is now; null where nothing was changed.',
  })
  agreement!: Agreement | null;
  @Field(() => [UserError], { description: 'What stands in the way; empty when it was done.' })
  userErrors!: UserError[];
}
