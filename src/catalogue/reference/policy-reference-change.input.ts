import { Field, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../../ground/gql/user-error.type.ts';
import type { RecordDraft } from '../../ground/record/record-kind.ts';
import { keptText, NewRecordInput, NextVersionInput, optionalText, stated } from '../../ground/record/record.input.ts';
import { DateSpanInput, spanColumns } from '../../ground/record/span.type.ts';
import { PolicyReference } from './policy-reference.type.ts';

/** What `createPolicyReference` is given. */
@InputType({ description: 'A policy to be referred to. What is left out stays unknown.' })
export class CreatePolicyReferenceInput extends NewRecordInput {
  @Field(() => String, { description: 'Its title, or what it is called.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'Its number and symbol as written: `60-NQ/TW`.' })
  symbol?: string | null;
  @Field(() => String, { nullable: true, description: 'Who adopted it, in words.' }) issuer?: string | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'When it was adopted.' }) adopted?: DateSpanInput | null;
}

/** What `correctPolicyReference` is given. */
@InputType({
  description: 'What is said of a policy from now on. What is left out stays; null takes a value away.',
})
export class CorrectPolicyReferenceInput extends NextVersionInput {
  @Field(() => String, { nullable: true, description: 'Its title, or what it is called.' }) title?: string | null;
  @Field(() => String, { nullable: true, description: 'Its number and symbol as written.' }) symbol?: string | null;
  @Field(() => String, { nullable: true, description: 'Who adopted it, in words.' }) issuer?: string | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'When it was adopted.' }) adopted?: DateSpanInput | null;
}

/** What changes of references to policies answer. */
@ObjectType({ description: 'The reference as it is now, or what stands in the way.' })
export class PolicyReferencePayload {
  @Field(() => PolicyReference, {
    nullable: true,
    description: 'The reference as it is now; null where nothing was changed.',
  })
  policyReference!: PolicyReference | null;
  @Field(() => [UserError], { description: 'What stands in the way; empty when it was done.' })
  userErrors!: UserError[];
}

/** What an input states of a reference to a policy. Raises `HubError` BAD_USER_INPUT. */
export function policyReferenceDraft(input: CreatePolicyReferenceInput | CorrectPolicyReferenceInput): RecordDraft {
  return {
    values: stated({
      title: keptText(input.title, 'title'),
      symbol: optionalText(input.symbol, 'symbol'),
      issuer: optionalText(input.issuer, 'issuer'),
      ...spanColumns('adopted', input.adopted),
    }),
  };
}
