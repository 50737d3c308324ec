import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Tx } from '../../ground/database/data-source.ts';
import { UserError } from '../../ground/gql/user-error.type.ts';
import {
  kept,
  keptText,
  NewRecordInput,
  NextVersionInput,
  optionalKey,
  optionalYear,
  stated,
} from '../../ground/record/record.input.ts';
import type { RecordDraft } from '../../ground/record/record-kind.ts';
import { agreementStore } from '../../record/agreement/agreement.store.ts';
import type { ObligationRow } from './obligation.row.ts';
import { Obligation, ObligationFrequencyEnum, ObligationKindEnum } from './obligation.type.ts';

/** What `createObligation` is given. */
@InputType({ description: 'What the parties of an agreement owe each other, to be entered. Nothing is guessed.' })
export class CreateObligationInput extends NewRecordInput {
  @Field(() => ID, { description: 'The agreement that it comes from.' }) agreement!: string;
  @Field(() => ObligationKindEnum, { description: 'What is owed.' }) kind!: ObligationRow['kind'];
  @Field(() => ObligationFrequencyEnum, { description: 'How often.' }) frequency!: ObligationRow['frequency'];
  @Field(() => String, { description: 'What is owed, in the words of the source.' }) text!: string;
  @Field(() => Int, { nullable: true, description: 'The first calendar year it is owed for, 1945 to 2200.' })
  firstYear?: number | null;
  @Field(() => Int, { nullable: true, description: 'The last calendar year it is owed for, 1945 to 2200.' })
  lastYear?: number | null;
}

/** What `correctObligation` is given. */
@InputType({ description: 'What an obligation says from now on. What is left out stays; null takes a value away.' })
export class CorrectObligationInput extends NextVersionInput {
  @Field(() => ID, { nullable: true, description: 'The agreement that it comes from.' }) agreement?: string | null;
  @Field(() => ObligationKindEnum, { nullable: true, description: 'What is owed.' })
  kind?: ObligationRow['kind'] | null;
  @Field(() => ObligationFrequencyEnum, { nullable: true, description: 'How often.' })
  frequency?: ObligationRow['frequency'] | null;
  @Field(() => String, { nullable: true, description: 'What is owed, in the words of the source.' })
  text?: string | null;
  @Field(() => Int, { nullable: true, description: 'The first calendar year it is owed for, 1945 to 2200.' })
  firstYear?: number | null;
  @Field(() => Int, { nullable: true, description: 'The last calendar year it is owed for, 1945 to 2200.' })
  lastYear?: number | null;
}

/** What changes of obligations answer. */
@ObjectType({ description: 'The obligation as it is now, or what stands in the way.' })
export class ObligationPayload {
  @Field(() => Obligation, {
    nullable: true,
    description: 'The obligation as it is now; null where nothing was changed.',
  })
  obligation!: Obligation | null;
  @Field(() => [UserError], { description: 'What stands in the way; empty when it was done.' })
  userErrors!: UserError[];
}

/** What an input states of an obligation. Raises `HubError` BAD_USER_INPUT. */
export async function obligationDraft(
  tx: Tx,
  input: CreateObligationInput | CorrectObligationInput,
): Promise<RecordDraft> {
  const agreementId = optionalKey('Agreement', kept(input.agreement, 'agreement'), 'agreement');
  await agreementStore.mustSee(tx, agreementId);
  return {
    values: stated({
      agreementId,
      kind: kept(input.kind, 'kind'),
      frequency: kept(input.frequency, 'frequency'),
      text: keptText(input.text, 'text'),
      firstYear: optionalYear(input.firstYear, 'firstYear'),
      lastYear: optionalYear(input.lastYear, 'lastYear'),
    }),
  };
}
