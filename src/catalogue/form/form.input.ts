import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../ground/gql/connection.ts';
import { enumFilter, IdFilter, orderInput, type OrderTermInput, TextFilter } from '../../ground/gql/filters.ts';
import { OrganisationKindFilter } from '../organisation/organisation.input.ts';
import { FormLayoutEnum } from './form.type.ts';

/** Conditions on the layout of a form. */
const FormLayoutFilter = enumFilter('FormLayout', FormLayoutEnum);

/** Conditions on forms. */
@InputType({ description: 'Conditions on forms. All that are given must hold.' })
export class FormFilter {
  @Field(() => [FormFilter], { nullable: true, description: 'All of these must hold.' }) and?: FormFilter[];
  @Field(() => [FormFilter], { nullable: true, description: 'At least one of these must hold.' }) or?: FormFilter[];
  @Field(() => FormFilter, { nullable: true, description: 'This must not hold.' }) not?: FormFilter;
  @Field(() => IdFilter, { nullable: true, description: 'On the id.' }) id?: IdFilter;
  @Field(() => TextFilter, { nullable: true, description: 'On the code.' }) code?: TextFilter;
  @Field(() => OrganisationKindFilter, {
    nullable: true,
    description: 'On the kind of organisation that reports with it.',
  })
  owner?: object;
  @Field(() => FormLayoutFilter, { nullable: true, description: 'On what its rows are.' }) layout?: object;
}

/** One term of an order of forms. */
const FormOrder = orderInput('Form', {
  CODE: { field: 'code', description: 'The code.' },
  TITLE: { field: 'sortKey', description: 'The Vietnamese title, by the Vietnamese alphabet.' },
});

/** The arguments of every list of forms. */
@ArgsType()
export class FormListArgs extends PageArgs {
  @Field(() => FormFilter, { nullable: true, description: 'Which forms; left out: all.' }) filter?: FormFilter;
  @Field(() => [FormOrder], { nullable: true, description: 'The order; left out: by code.' })
  orderBy?: OrderTermInput[];
}
