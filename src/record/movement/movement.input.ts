import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../ground/gql/connection.ts';
import { DateFilter, orderInput, type OrderTermInput, TextFilter } from '../../ground/gql/filters.ts';
import { ParticipationFilter, RecordFilter } from '../common/record-filter.input.ts';

/** Conditions on movements. */
@InputType({ description: 'Conditions on movements. All that are given must hold.' })
export class MovementFilter extends RecordFilter {
  @Field(() => [MovementFilter], { nullable: true, description: 'All of these must hold.' }) and?: MovementFilter[];
  @Field(() => [MovementFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: MovementFilter[];
  @Field(() => MovementFilter, { nullable: true, description: 'This must not hold.' }) not?: MovementFilter;
  @Field(() => TextFilter, { nullable: true, description: 'On the name; `contains` looks at the English one too.' })
  name?: TextFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day it can have been launched.' })
  launched?: DateFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day it can have ended.' }) ended?: DateFilter;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only national movements; false: only those of provinces.',
  })
  national?: boolean;
  @Field(() => ParticipationFilter, { nullable: true, description: 'Some organisation that takes part.' })
  roles?: ParticipationFilter;
}

/** One term of an order of movements. */
const MovementOrder = orderInput('Movement', {
  NAME: { field: 'sortKey', description: 'The name, by the Vietnamese alphabet.' },
  LAUNCHED: { field: 'launched', description: 'The first day it can have been launched; unknown days come last.' },
});

/** The arguments of every list of movements. */
@ArgsType()
export class MovementListArgs extends PageArgs {
  @Field(() => MovementFilter, { nullable: true, description: 'Which movements; left out: all.' })
  filter?: MovementFilter;
  @Field(() => [MovementOrder], { nullable: true, description: 'The order; left out: by name. Ties go by id.' })
  orderBy?: OrderTermInput[];
}
