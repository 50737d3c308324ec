import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../ground/gql/connection.ts';
import { DateFilter, orderInput, type OrderTermInput, TextFilter } from '../../ground/gql/filters.ts';
import { OrganisationFilter } from '../organisation/organisation.input.ts';
import { RecordFilter } from '../organisation/record-filter.input.ts';

/** Conditions on one office. */
@InputType({ description: 'Conditions on an office; all that are given must hold of the same one.' })
export class OfficeFilter {
  @Field(() => TextFilter, { nullable: true, description: 'On the title.' }) title?: TextFilter;
  @Field(() => OrganisationFilter, { nullable: true, description: 'On the organisation.' })
  organisation?: OrganisationFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day it is known for.' }) since?: DateFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the last day it is known for.' }) until?: DateFilter;
}

/** Conditions on persons. */
@InputType({ description: 'Conditions on persons. All that are given must hold.' })
export class PersonFilter extends RecordFilter {
  @Field(() => [PersonFilter], { nullable: true, description: 'All of these must hold.' }) and?: PersonFilter[];
  @Field(() => [PersonFilter], { nullable: true, description: 'At least one of these must hold.' }) or?: PersonFilter[];
  @Field(() => PersonFilter, { nullable: true, description: 'This must not hold.' }) not?: PersonFilter;
  @Field(() => TextFilter, { nullable: true, description: 'On the full name.' }) name?: TextFilter;
  @Field(() => OfficeFilter, { nullable: true, description: 'Some office that the person held.' })
  offices?: OfficeFilter;
}

/** One term of an order of persons. */
const PersonOrder = orderInput('Person', {
  NAME: { field: 'sortKey', description: 'The given name, then the family name, by the Vietnamese alphabet.' },
});

/** The arguments of every list of persons. */
@ArgsType()
export class PersonListArgs extends PageArgs {
  @Field(() => PersonFilter, { nullable: true, description: 'Which persons; left out: all.' }) filter?: PersonFilter;
  @Field(() => [PersonOrder], { nullable: true, description: 'The order; left out: by name. Ties go by id.' })
  orderBy?: OrderTermInput[];
}
