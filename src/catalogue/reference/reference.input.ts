import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../ground/gql/connection.ts';
import { DateFilter, orderInput, type OrderTermInput, TextFilter } from '../../ground/gql/filters.ts';
import { RecordFilter } from '../organisation/record-filter.input.ts';

/** Conditions on target groups. */
@InputType({ description: 'Conditions on target groups. All that are given must hold.' })
export class TargetGroupFilter extends RecordFilter {
  @Field(() => [TargetGroupFilter], { nullable: true, description: 'All of these must hold.' })
  and?: TargetGroupFilter[];
  @Field(() => [TargetGroupFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: TargetGroupFilter[];
  @Field(() => TargetGroupFilter, { nullable: true, description: 'This must not hold.' }) not?: TargetGroupFilter;
  @Field(() => TextFilter, { nullable: true, description: 'On the name; `contains` looks at the English one too.' })
  name?: TextFilter;
}

/** One term of an order of target groups. */
const TargetGroupOrder = orderInput('TargetGroup', {
  NAME: { field: 'sortKey', description: 'The name, by the Vietnamese alphabet.' },
});

/** The arguments of every list of target groups. */
@ArgsType()
export class TargetGroupListArgs extends PageArgs {
  @Field(() => TargetGroupFilter, { nullable: true, description: 'Which target groups; left out: all.' })
  filter?: TargetGroupFilter;
  @Field(() => [TargetGroupOrder], { nullable: true, description: 'The order; left out: by name. Ties go by id.' })
  orderBy?: OrderTermInput[];
}

/** Conditions on references to policies. */
@InputType({ description: 'Conditions on references to policies. All that are given must hold.' })
export class PolicyReferenceFilter extends RecordFilter {
  @Field(() => [PolicyReferenceFilter], { nullable: true, description: 'All of these must hold.' })
  and?: PolicyReferenceFilter[];
  @Field(() => [PolicyReferenceFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: PolicyReferenceFilter[];
  @Field(() => PolicyReferenceFilter, { nullable: true, description: 'This must not hold.' })
  not?: PolicyReferenceFilter;
  @Field(() => TextFilter, { nullable: true, description: 'On the title; `contains` looks at the symbol too.' })
  title?: TextFilter;
  @Field(() => TextFilter, { nullable: true, description: 'On the number and symbol as written.' }) symbol?: TextFilter;
  @Field(() => TextFilter, { nullable: true, description: 'On who adopted it.' }) issuer?: TextFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day it can have been adopted.' })
  adopted?: DateFilter;
}

/** One term of an order of references to policies. */
const PolicyReferenceOrder = orderInput('PolicyReference', {
  TITLE: { field: 'sortKey', description: 'The title, by the Vietnamese alphabet.' },
  ADOPTED: { field: 'adopted', description: 'The first day it can have been adopted; unknown days come last.' },
});

/** The arguments of every list of references to policies. */
@ArgsType()
export class PolicyReferenceListArgs extends PageArgs {
  @Field(() => PolicyReferenceFilter, { nullable: true, description: 'Which references; left out: all.' })
  filter?: PolicyReferenceFilter;
  @Field(() => [PolicyReferenceOrder], { nullable: true, description: 'The order; left out: by title. Ties go by id.' })
  orderBy?: OrderTermInput[];
}
