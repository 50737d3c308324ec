import { Field, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../../ground/gql/user-error.type.ts';
import type { RecordDraft } from '../../ground/record/record-kind.ts';
import { keptText, NewRecordInput, NextVersionInput, optionalText, stated } from '../../ground/record/record.input.ts';
import { TargetGroup } from './target-group.type.ts';

/** What `createTargetGroup` is given. */
@InputType({ description: 'A target group to be entered. Each name stands once.' })
export class CreateTargetGroupInput extends NewRecordInput {
  @Field(() => String, { description: 'Its name, as written: `công nhân ở nhà trọ`.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Its name in English.' }) nameEn?: string | null;
}

/** What `correctTargetGroup` is given. */
@InputType({
  description: 'What a target group is called from now on. What is left out stays; null takes a value away.',
})
export class CorrectTargetGroupInput extends NextVersionInput {
  @Field(() => String, { nullable: true, description: 'Its name, as written.' }) name?: string | null;
  @Field(() => String, { nullable: true, description: 'Its name in English.' }) nameEn?: string | null;
}

/** What changes of target groups answer. */
@ObjectType({ description: 'The target group as it is now, or what stands in the way.' })
export class TargetGroupPayload {
  @Field(() => TargetGroup, { nullable: true, description: 'The group as it is now; null where nothing was changed.' })
  targetGroup!: TargetGroup | null;
  @Field(() => [UserError], { description: 'What stands in the way; empty when it was done.' })
  userErrors!: UserError[];
}

/** What an input states of a target group. Raises `HubError` BAD_USER_INPUT. */
export function targetGroupDraft(input: CreateTargetGroupInput | CorrectTargetGroupInput): RecordDraft {
  return {
    values: stated({
      name: keptText(input.name, 'name'),
      nameEn: optionalText(input.nameEn, 'nameEn'),
    }),
  };
}
