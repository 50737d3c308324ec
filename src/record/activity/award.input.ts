import { ArgsType, Field, InputType } from 'type-graphql';
import { OrganisationFilter } from '../../catalogue/organisation/organisation.input.ts';
import { OrganisationUnitFilter } from '../../catalogue/unit/unit.input.ts';
import { PageArgs } from '../../ground/gql/connection.ts';
import {
  DateFilter,
  enumFilter,
  NumberFilter,
  orderInput,
  type OrderTermInput,
  TextFilter,
} from '../../ground/gql/filters.ts';
import { CampaignFilter } from '../campaign/campaign.input.ts';
import { RecordFilter } from '../common/record-filter.input.ts';
import { MovementFilter } from '../movement/movement.input.ts';
import { AwardLadderEnum, AwardReasonEnum, AwardRecipientKindEnum, AwardRungEnum } from './award.enum.ts';

/** Conditions on a rung. */
const AwardRungFilter = enumFilter('AwardRung', AwardRungEnum);
/** Conditions on a ladder. */
const AwardLadderFilter = enumFilter('AwardLadder', AwardLadderEnum);
/** Conditions on a kind of recipient. */
const AwardRecipientKindFilter = enumFilter('AwardRecipientKind', AwardRecipientKindEnum);
/** Conditions on a reason. */
const AwardReasonFilter = enumFilter('AwardReason', AwardReasonEnum);

/** Conditions on awards. */
@InputType({ description: 'Conditions on awards. All that are given must hold.' })
export class AwardFilter extends RecordFilter {
  @Field(() => [AwardFilter], { nullable: true, description: 'All of these must hold.' }) and?: AwardFilter[];
  @Field(() => [AwardFilter], { nullable: true, description: 'At least one of these must hold.' }) or?: AwardFilter[];
  @Field(() => AwardFilter, { nullable: true, description: 'This must not hold.' }) not?: AwardFilter;
  @Field(() => AwardRungFilter, { nullable: true, description: 'On which award it is.' }) rung?: object;
  @Field(() => AwardLadderFilter, { nullable: true, description: 'On the ladder it stands on.' }) ladder?: object;
  @Field(() => NumberFilter, { nullable: true, description: 'On its step on the ladder, 1 being the highest.' })
  rank?: NumberFilter;
  @Field(() => AwardRecipientKindFilter, { nullable: true, description: 'On whom it goes to.' }) recipientKind?: object;
  @Field(() => AwardReasonFilter, { nullable: true, description: 'On what it is given for.' }) reason?: object;
  @Field(() => TextFilter, {
    nullable: true,
    description: 'On the name; `contains` looks at the collective that received it too.',
  })
  name?: TextFilter;
  @Field(() => NumberFilter, { nullable: true, description: 'On how many received it.' }) quantity?: NumberFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day it can have been decided.' })
  decided?: DateFilter;
  @Field(() => OrganisationFilter, { nullable: true, description: 'On the organisation that received it.' })
  organisation?: OrganisationFilter;
  @Field(() => OrganisationUnitFilter, { nullable: true, description: 'On the grassroots unit that received it.' })
  unit?: OrganisationUnitFilter;
  @Field(() => MovementFilter, { nullable: true, description: 'On the movement it was given for.' })
  movement?: MovementFilter;
  @Field(() => CampaignFilter, { nullable: true, description: 'On the campaign it was given for.' })
  campaign?: CampaignFilter;
}

/** One term of an order of awards. */
const AwardOrder = orderInput('Award', {
  NAME: { field: 'sortKey', description: 'The name, by the Vietnamese alphabet.' },
  LADDER: { field: 'ladder', description: 'The ladder, by its name; order by RANK after it.' },
  RANK: { field: 'rank', description: 'The step on the ladder, 1 being the highest.' },
  QUANTITY: { field: 'quantity', description: 'How many received it.' },
  DECIDED: { field: 'decided', description: 'The first day it can have been decided; unknown days come last.' },
});

/** The arguments of every list of awards. */
@ArgsType()
export class AwardListArgs extends PageArgs {
  @Field(() => AwardFilter, { nullable: true, description: 'Which awards; left out: all.' }) filter?: AwardFilter;
  @Field(() => [AwardOrder], { nullable: true, description: 'The order; left out: by name. Ties go by id.' })
  orderBy?: OrderTermInput[];
}
