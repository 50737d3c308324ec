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
import { DateSpanInput, spanColumns } from '../../ground/record/span.type.ts';
import { AgreementPlan } from './agreement-plan.type.ts';
import { agreementStore } from './agreement.store.ts';

/** What `createAgreementPlan` is given. */
@InputType({ description: 'A yearly plan to be entered. An agreement has at most one for a year.' })
export class CreateAgreementPlanInput extends NewRecordInput {
  @Field(() => ID, { description: 'The agreement that it carries out.' }) agreement!: string;
  @Field(() => Int, { description: 'The calendar year it is for, 1945 to 2200.' }) year!: number;
  @Field(() => String, { description: 'Its name, as written.' }) name!: string;
  @Field(() => DateSpanInput, { nullable: true, description: 'When it was issued.' }) issued?: DateSpanInput | null;
  @Field(() => ID, { nullable: true, description: 'The paper itself.' }) document?: string | null;
  @Field(() => ID, { nullable: true, description: 'The evaluation, as a rule of the year before, that it builds on.' })
  fedBy?: string | null;
}

/** What `correctAgreementPlan` is given. */
@InputType({
  description: 'What a yearly plan says from now on. What is left out stays; null takes a value away.',
})
export class CorrectAgreementPlanInput extends NextVersionInput {
  @Field(() => ID, { nullable: true, description: 'The agreement that it carries out.' }) agreement?: string | null;
  @Field(() => Int, { nullable: true, description: 'The calendar year it is for, 1945 to 2200.' }) year?: number | null;
  @Field(() => String, { nullable: true, description: 'Its name, as written.' }) name?: string | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'When it was issued.' }) issued?: DateSpanInput | null;
  @Field(() => ID, { nullable: true, description: 'The paper itself.' }) document?: string | null;
  @Field(() => ID, { nullable: true, description: 'The evaluation, as a rule of the year before, that it builds on.' })
  fedBy?: string | null;
}

/** What changes of yearly plans answer. */
@ObjectType({ description: 'The yearly plan as it is now, or what stands in the way.' })
export class AgreementPlanPayload {
  @Field(() => AgreementPlan, { nullable: true, description: 'The plan as it is now; null where nothing was changed.' })
  agreementPlan!: AgreementPlan | null;
  @Field(() => [UserError], { description: 'What stands in the way; empty when it was done.' })
  userErrors!: UserError[];
}

/** What an input states of a yearly plan. Raises `HubError` BAD_USER_INPUT. */
export async function agreementPlanDraft(
  tx: Tx,
  input: CreateAgreementPlanInput | CorrectAgreementPlanInput,
): Promise<RecordDraft> {
  const agreementId = optionalKey('Agreement', kept(input.agreement, 'agreement'), 'agreement');
  await agreementStore.mustSee(tx, agreementId);
  return {
    values: stated({
      agreementId,
      year: optionalYear(kept(input.year, 'year'), 'year'),
      name: keptText(input.name, 'name'),
      documentId: optionalKey('SourceDocument', input.document, 'document'),
      fedById: optionalKey('Evaluation', input.fedBy, 'fedBy'),
      ...spanColumns('issued', input.issued),
    }),
  };
}
