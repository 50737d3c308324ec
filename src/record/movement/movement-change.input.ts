import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../../ground/gql/user-error.type.ts';
import type { RecordDraft } from '../../ground/record/record-kind.ts';
import {
  keptText,
  NewRecordInput,
  NextVersionInput,
  optionalKey,
  optionalText,
  keyOf,
  stated,
} from '../../ground/record/record.input.ts';
import { DateSpanInput, spanColumns } from '../../ground/record/span.type.ts';
import { ParticipationInput, participationParts } from '../common/organisation-role.ts';
import { Movement } from './movement.type.ts';

/** What `createMovement` is given. */
@InputType({ description: 'A movement to be entered. What is left out stays unknown; nothing is guessed.' })
export class CreateMovementInput extends NewRecordInput {
  @Field(() => String, { description: 'Its name, as written.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Its name in English.' }) nameEn?: string | null;
  @Field(() => String, { nullable: true, description: 'What it is about.' }) description?: string | null;
  @Field(() => ID, { nullable: true, description: 'The national movement that the province carries out.' })
  national?: string | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'When it was launched.' }) launched?: DateSpanInput | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'When it ended.' }) ended?: DateSpanInput | null;
  @Field(() => [ParticipationInput], { nullable: true, description: 'The organisations that take part.' })
  roles?: ParticipationInput[] | null;
  @Field(() => [ID], { nullable: true, description: 'The movements it is tied to.' }) linked?: string[] | null;
}

/** What `correctMovement` is given. */
@InputType({
  description:
    'What a movement says from now on. What is left out stays; null takes a value away; a list replaces the whole list.',
})
export class CorrectMovementInput extends NextVersionInput {
  @Field(() => String, { nullable: true, description: 'Its name, as written.' }) name?: string;
  @Field(() => String, { nullable: true, description: 'Its name in English.' }) nameEn?: string | null;
  @Field(() => String, { nullable: true, description: 'What it is about.' }) description?: string | null;
  @Field(() => ID, { nullable: true, description: 'The national movement that the province carries out.' })
  national?: string | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'When it was launched.' }) launched?: DateSpanInput | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'When it ended.' }) ended?: DateSpanInput | null;
  @Field(() => [ParticipationInput], { nullable: true, description: 'The organisations that take part, all of them.' })
  roles?: ParticipationInput[] | null;
  @Field(() => [ID], { nullable: true, description: 'The movements it is tied to, all of them.' }) linked?:
    | string[]
    | null;
}

/** What changes of movements answer. */
@ObjectType({ description: 'The movement as it is now, or what stands in the way.' })
export class MovementPayload {
  @Field(() => Movement, { nullable: true, description: 'The movement as it is now; null where nothing was changed.' })
  movement!: Movement | null;
  @Field(() => [UserError], { description: 'What stands in the way; empty when it was done.' })
  userErrors!: UserError[];
}

/** What an input states of a movement. Raises `HubError` BAD_USER_INPUT. */
export function movementDraft(input: CreateMovementInput | CorrectMovementInput): RecordDraft {
  const roles = participationParts(input.roles);
  const linked = input.linked === null ? [] : input.linked;
  const links = linked?.map((id) => ({ linkedId: keyOf('Movement', id, 'linked') }));
  return {
    values: stated({
      name: keptText(input.name, 'name'),
      nameEn: optionalText(input.nameEn, 'nameEn'),
      description: optionalText(input.description, 'description'),
      nationalId: optionalKey('Movement', input.national, 'national'),
      ...spanColumns('launched', input.launched),
      ...spanColumns('ended', input.ended),
    }),
    parts: { ...(roles ? { roles } : {}), ...(links ? { links } : {}) } as NonNullable<RecordDraft['parts']>,
  };
}
