import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../ground/gql/connection.ts';
import {
  DateFilter,
  enumFilter,
  NumberFilter,
  orderInput,
  type OrderTermInput,
  TextFilter,
} from '../../ground/gql/filters.ts';
import { ParticipationFilter, RecordFilter } from '../common/record-filter.input.ts';
import { MovementFilter } from '../movement/movement.input.ts';
import { CampaignKindEnum } from './campaign.type.ts';

/** Conditions on a kind of campaign. */
const CampaignKindFilter = enumFilter('CampaignKind', CampaignKindEnum);

/** Conditions on campaigns. */
@InputType({ description: 'Conditions on campaigns. All that are given must hold.' })
export class CampaignFilter extends RecordFilter {
  @Field(() => [CampaignFilter], { nullable: true, description: 'All of these must hold.' }) and?: CampaignFilter[];
  @Field(() => [CampaignFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: CampaignFilter[];
  @Field(() => CampaignFilter, { nullable: true, description: 'This must not hold.' }) not?: CampaignFilter;
  @Field(() => CampaignKindFilter, { nullable: true, description: 'On the kind.' }) kind?: object;
  @Field(() => TextFilter, { nullable: true, description: 'On the name; `contains` looks at the English one too.' })
  name?: TextFilter;
  @Field(() => NumberFilter, { nullable: true, description: 'On the calendar year it is of.' }) year?: NumberFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day it can have begun.' }) starts?: DateFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day it can have ended.' }) ends?: DateFilter;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only national campaigns; false: only those of provinces.',
  })
  national?: boolean;
  @Field(() => MovementFilter, { nullable: true, description: 'On the movement it belongs to.' })
  movement?: MovementFilter;
  @Field(() => ParticipationFilter, { nullable: true, description: 'Some organisation that takes part.' })
  roles?: ParticipationFilter;
}

/** One term of an order of campaigns. */
const CampaignOrder = orderInput('Campaign', {
  NAME: { field: 'sortKey', description: 'The name, by the Vietnamese alphabet.' },
  STARTS: { field: 'starts', description: 'The first day it can have begun; unknown days come last.' },
});

/** The arguments of every list of campaigns. */
@ArgsType()
export class CampaignListArgs extends PageArgs {
  @Field(() => CampaignFilter, { nullable: true, description: 'Which campaigns; left out: all.' })
  filter?: CampaignFilter;
  @Field(() => [CampaignOrder], { nullable: true, description: 'The order; left out: by name. Ties go by id.' })
  orderBy?: OrderTermInput[];
}
