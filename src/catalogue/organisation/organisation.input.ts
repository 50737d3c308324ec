import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../ground/gql/connection.ts';
import {
  DateFilter,
  enumFilter,
  IdFilter,
  orderInput,
  type OrderTermInput,
  TextFilter,
} from '../../ground/gql/filters.ts';
import { DateScalar } from '../../ground/gql/scalars.ts';
import { PlaceFilter } from '../place/place.input.ts';
import { OrganisationKindEnum } from './organisation.type.ts';

/** Conditions on a kind of organisation. */
export const OrganisationKindFilter = enumFilter('OrganisationKind', OrganisationKindEnum);

/** Conditions on organisations. Names and parents are those of the day the list is of. */
@InputType({
  description:
    'Conditions on organisations. All that are given must hold. Names and parents are those of the list’s day.',
})
export class OrganisationFilter {
  @Field(() => [OrganisationFilter], { nullable: true, description: 'All of these must hold.' })
  and?: OrganisationFilter[];
  @Field(() => [OrganisationFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: OrganisationFilter[];
  @Field(() => OrganisationFilter, { nullable: true, description: 'This must not hold.' }) not?: OrganisationFilter;
  @Field(() => IdFilter, { nullable: true, description: 'On the id.' }) id?: IdFilter;
  @Field(() => OrganisationKindFilter, { nullable: true, description: 'On the kind.' }) kind?: object;
  @Field(() => TextFilter, { nullable: true, description: 'On the code.' }) code?: TextFilter;
  @Field(() => TextFilter, {
    nullable: true,
    description: 'On the official Vietnamese name; `contains` also looks at the abbreviation and the English name.',
  })
  name?: TextFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day of life.' }) validFrom?: DateFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the last day of life.' }) validTo?: DateFilter;
  @Field(() => ID, {
    nullable: true,
    description: 'The organisations of the place with this id: of the province, or for the country of every province.',
  })
  within?: string;
  @Field(() => PlaceFilter, { nullable: true, description: 'On its province.' }) province?: PlaceFilter;
  @Field(() => OrganisationFilter, { nullable: true, description: 'On the organisation directly above it.' })
  parent?: OrganisationFilter;
}

/** One term of an order of organisations. */
const OrganisationOrder = orderInput('Organisation', {
  NAME: { field: 'sortKey', description: 'The official name, by the Vietnamese alphabet.' },
  CODE: { field: 'code', description: 'The code: by kind, then by province code.' },
});

/** The arguments of every list of organisations. */
@ArgsType()
export class OrganisationListArgs extends PageArgs {
  @Field(() => OrganisationFilter, { nullable: true, description: 'Which organisations; left out: all of the day.' })
  filter?: OrganisationFilter;
  @Field(() => [OrganisationOrder], { nullable: true, description: 'The order; left out: by name. Ties go by id.' })
  orderBy?: OrderTermInput[];
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The list is of the organisations that live on this day, shown as on it. Left out: today in Vietnam, or the day its place is shown as on.',
  })
  on?: string;
}
