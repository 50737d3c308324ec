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
import { PlaceLevelEnum, PlaceTypeEnum } from './place.enum.ts';

/** Conditions on a level of places. */
const PlaceLevelFilter = enumFilter('PlaceLevel', PlaceLevelEnum);
/** Conditions on a type of places. */
const PlaceTypeFilter = enumFilter('PlaceType', PlaceTypeEnum);

/** Conditions on places. Names, types and parents are those of the day the list is of. */
@InputType({
  description:
    'Conditions on places. All that are given must hold. Names, types and parents are those of the list’s day.',
})
export class PlaceFilter {
  @Field(() => [PlaceFilter], { nullable: true, description: 'All of these must hold.' }) and?: PlaceFilter[];
  @Field(() => [PlaceFilter], { nullable: true, description: 'At least one of these must hold.' }) or?: PlaceFilter[];
  @Field(() => PlaceFilter, { nullable: true, description: 'This must not hold.' }) not?: PlaceFilter;
  @Field(() => IdFilter, { nullable: true, description: 'On the id.' }) id?: IdFilter;
  @Field(() => TextFilter, { nullable: true, description: 'On the official code.' }) code?: TextFilter;
  @Field(() => TextFilter, { nullable: true, description: 'On the official Vietnamese name with its type word.' })
  name?: TextFilter;
  @Field(() => PlaceLevelFilter, { nullable: true, description: 'On the level.' }) level?: object;
  @Field(() => PlaceTypeFilter, { nullable: true, description: 'On what the place is called by law.' }) type?: object;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day of life.' }) validFrom?: DateFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the last day of life.' }) validTo?: DateFilter;
  @Field(() => ID, { nullable: true, description: 'The place with this id itself and everything below it.' })
  within?: string;
  @Field(() => PlaceFilter, { nullable: true, description: 'On the province it lies in; a province lies in itself.' })
  province?: PlaceFilter;
  @Field(() => PlaceFilter, { nullable: true, description: 'On the place directly above it.' }) parent?: PlaceFilter;
}

/** One term of an order of places. */
const PlaceOrder = orderInput('Place', {
  NAME: { field: 'shortName', description: 'The name without its type word, by the Vietnamese alphabet.' },
  CODE: { field: 'code', description: 'The official code.' },
});

/** The arguments of every list of places. */
@ArgsType()
export class PlaceListArgs extends PageArgs {
  @Field(() => PlaceFilter, { nullable: true, description: 'Which places; left out: all of the day.' })
  filter?: PlaceFilter;
  @Field(() => [PlaceOrder], { nullable: true, description: 'The order; left out: by name. Ties go by id.' })
  orderBy?: OrderTermInput[];
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The list is of the places that live on this day, shown as on it. Left out: today in Vietnam, or the day its parent is shown as on.',
  })
  on?: string;
}
