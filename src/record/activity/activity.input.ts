import { ArgsType, Field, InputType } from 'type-graphql';
import { PlaceFilter } from '../../catalogue/place/place.input.ts';
import { PolicyReferenceFilter, TargetGroupFilter } from '../../catalogue/reference/reference.input.ts';
import { PageArgs } from '../../ground/gql/connection.ts';
import {
  DateFilter,
  DecimalFilter,
  enumFilter,
  NumberFilter,
  orderInput,
  type OrderTermInput,
  TextFilter,
} from '../../ground/gql/filters.ts';
import { AgreementFilter } from '../agreement/agreement.input.ts';
import { CampaignFilter } from '../campaign/campaign.input.ts';
import { ParticipationFilter, RecordFilter } from '../common/record-filter.input.ts';
import { MovementFilter } from '../movement/movement.input.ts';
import { ActivityKindEnum } from './activity.type.ts';

/** Conditions on a kind of activity. */
const ActivityKindFilter = enumFilter('ActivityKind', ActivityKindEnum);

/** Conditions on activities. */
@InputType({ description: 'Conditions on activities. All that are given must hold.' })
export class ActivityFilter extends RecordFilter {
  @Field(() => [ActivityFilter], { nullable: true, description: 'All of these must hold.' }) and?: ActivityFilter[];
  @Field(() => [ActivityFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: ActivityFilter[];
  @Field(() => ActivityFilter, { nullable: true, description: 'This must not hold.' }) not?: ActivityFilter;
  @Field(() => ActivityKindFilter, { nullable: true, description: 'On what is done.' }) kind?: object;
  @Field(() => TextFilter, { nullable: true, description: 'On the name.' }) name?: TextFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day it can have been held.' })
  held?: DateFilter;
  @Field(() => NumberFilter, { nullable: true, description: 'On the participants, in turns (lượt người).' })
  participants?: NumberFilter;
  @Field(() => NumberFilter, { nullable: true, description: 'On the number of gifts.' }) gifts?: NumberFilter;
  @Field(() => DecimalFilter, { nullable: true, description: 'On the value in đồng (VND).' }) valueVnd?: DecimalFilter;
  @Field(() => PlaceFilter, { nullable: true, description: 'On the place where it was held.' }) place?: PlaceFilter;
  @Field(() => CampaignFilter, { nullable: true, description: 'On the campaign it belongs to.' })
  campaign?: CampaignFilter;
  @Field(() => MovementFilter, { nullable: true, description: 'On the movement it belongs to.' })
  movement?: MovementFilter;
  @Field(() => AgreementFilter, { nullable: true, description: 'On the agreement it carries out.' })
  agreement?: AgreementFilter;
  @Field(() => TargetGroupFilter, { nullable: true, description: 'Some target group that it is for.' })
  targetGroup?: TargetGroupFilter;
  @Field(() => PolicyReferenceFilter, { nullable: true, description: 'Some policy that it carries out.' })
  policy?: PolicyReferenceFilter;
  @Field(() => ParticipationFilter, { nullable: true, description: 'Some organisation that takes part.' })
  roles?: ParticipationFilter;
}

/** One term of an order of activities. */
const ActivityOrder = orderInput('Activity', {
  NAME: { field: 'sortKey', description: 'The name, by the Vietnamese alphabet.' },
  HELD: { field: 'held', description: 'The first day it can have been held; unknown days come last.' },
});

/** The arguments of every list of activities. */
@ArgsType()
export class ActivityListArgs extends PageArgs {
  @Field(() => ActivityFilter, { nullable: true, description: 'Which activities; left out: all.' })
  filter?: ActivityFilter;
  @Field(() => [ActivityOrder], { nullable: true, description: 'The order; left out: by name. Ties go by id.' })
  orderBy?: OrderTermInput[];
}
