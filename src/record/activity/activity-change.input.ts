import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DecimalScalar } from '../../ground/gql/scalars.ts';
import { UserError } from '../../ground/gql/user-error.type.ts';
import { NewRecordInput, NextVersionInput } from '../../ground/record/record.input.ts';
import { DateSpanInput } from '../../ground/record/span.type.ts';
import { type OrganisationRole, OrganisationRoleEnum } from '../common/organisation-role.ts';
import type { ActivityKind } from './activity.row.ts';
import { Activity, ActivityKindEnum } from './activity.type.ts';

const PARTICIPANTS = 'Participants in turns (lượt người), not persons; 0 or more.';
const GIFTS = 'Gifts that were given (suất quà); 0 or more.';
const VALUE = 'The value of what was given or done, in whole đồng (VND): `"12500000"`.';

/** An organisation with its role in an activity, as a client states it. */
@InputType({ description: 'An organisation and what it has to do with the activity.' })
export class ActivityRoleInput {
  @Field(() => ID, { description: 'The organisation.' }) organisation!: string;
  @Field(() => OrganisationRoleEnum, { description: 'Its role; at most one organisation leads.' })
  role!: OrganisationRole;
}

/** What `createActivity` is given. */
@InputType({ description: 'An activity to be entered. What is left out stays unknown; nothing is guessed.' })
export class CreateActivityInput extends NewRecordInput {
  @Field(() => ActivityKindEnum, { description: 'What is done.' }) kind!: ActivityKind;
  @Field(() => String, { description: 'Its name, as written.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'What was done.' }) description?: string | null;
  @Field(() => ID, { nullable: true, description: 'The campaign it belongs to.' }) campaign?: string | null;
  @Field(() => ID, { nullable: true, description: 'The movement it belongs to.' }) movement?: string | null;
  @Field(() => ID, { nullable: true, description: 'The agreement it carries out.' }) agreement?: string | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'The day it was held.' }) held?: DateSpanInput | null;
  @Field(() => ID, { nullable: true, description: 'The place where it was held.' }) place?: string | null;
  @Field(() => Int, { nullable: true, description: PARTICIPANTS }) participants?: number | null;
  @Field(() => Int, { nullable: true, description: GIFTS }) gifts?: number | null;
  @Field(() => DecimalScalar, { nullable: true, description: VALUE }) valueVnd?: string | null;
  @Field(() => [ActivityRoleInput], { nullable: true, description: 'The organisations that take part.' })
  roles?: ActivityRoleInput[] | null;
  @Field(() => [ID], { nullable: true, description: 'The target groups it is for.' }) targetGroups?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'The policies it carries out.' }) policies?: string[] | null;
}

/** What `correctActivity` is given. */
@InputType({
  description:
    'What an activity says from now on. What is left out stays; null takes a value away; a list replaces the whole list.',
})
export class CorrectActivityInput extends NextVersionInput {
  @Field(() => ActivityKindEnum, { nullable: true, description: 'What is done.' }) kind?: ActivityKind;
  @Field(() => String, { nullable: true, description: 'Its name, as written.' }) name?: string;
  @Field(() => String, { nullable: true, description: 'What was done.' }) description?: string | null;
  @Field(() => ID, { nullable: true, description: 'The campaign it belongs to.' }) campaign?: string | null;
  @Field(() => ID, { nullable: true, description: 'The movement it belongs to.' }) movement?: string | null;
  @Field(() => ID, { nullable: true, description: 'The agreement it carries out.' }) agreement?: string | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'The day it was held.' }) held?: DateSpanInput | null;
  @Field(() => ID, { nullable: true, description: 'The place where it was held.' }) place?: string | null;
  @Field(() => Int, { nullable: true, description: PARTICIPANTS }) participants?: number | null;
  @Field(() => Int, { nullable: true, description: GIFTS }) gifts?: number | null;
  @Field(() => DecimalScalar, { nullable: true, description: VALUE }) valueVnd?: string | null;
  @Field(() => [ActivityRoleInput], { nullable: true, description: 'The organisations that take part, all of them.' })
  roles?: ActivityRoleInput[] | null;
  @Field(() => [ID], { nullable: true, description: 'The target groups it is for, all of them.' })
  targetGroups?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'The policies it carries out, all of them.' })
  policies?: string[] | null;
}

/** What changes of activities answer. */
@ObjectType({ description: 'The activity as it is now, or what stands in the way.' })
export class ActivityPayload {
  @Field(() => Activity, { nullable: true, description: 'The activity as it is now; null where nothing was changed.' })
  activity!: Activity | null;
  @Field(() => [UserError], { description: 'What stands in the way; empty when it was done.' })
  userErrors!: UserError[];
}
