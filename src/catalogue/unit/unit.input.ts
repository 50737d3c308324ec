import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../ground/gql/connection.ts';
import { DateFilter, enumFilter, orderInput, type OrderTermInput, TextFilter } from '../../ground/gql/filters.ts';
import { OrganisationFilter } from '../organisation/organisation.input.ts';
import { RecordFilter } from '../organisation/record-filter.input.ts';
import { PlaceFilter } from '../place/place.input.ts';
import { UnitEndEnum, UnitKindEnum, UnitSectorEnum } from './unit.enum.ts';

/** Conditions on a kind of units. */
const UnitKindFilter = enumFilter('OrganisationUnitKind', UnitKindEnum);
/** Conditions on a sector. */
const UnitSectorFilter = enumFilter('OrganisationUnitSector', UnitSectorEnum);
/** Conditions on an end. */
const UnitEndFilter = enumFilter('OrganisationUnitEnd', UnitEndEnum);

/** Conditions on units. */
@InputType({ description: 'Conditions on grassroots units. All that are given must hold.' })
export class OrganisationUnitFilter extends RecordFilter {
  @Field(() => [OrganisationUnitFilter], { nullable: true, description: 'All of these must hold.' })
  and?: OrganisationUnitFilter[];
  @Field(() => [OrganisationUnitFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: OrganisationUnitFilter[];
  @Field(() => OrganisationUnitFilter, { nullable: true, description: 'This must not hold.' })
  not?: OrganisationUnitFilter;
  @Field(() => TextFilter, { nullable: true, description: 'On the name.' }) name?: TextFilter;
  @Field(() => UnitKindFilter, { nullable: true, description: 'On the kind.' }) kind?: object;
  @Field(() => UnitSectorFilter, { nullable: true, description: 'On the part of the economy.' }) sector?: object;
  @Field(() => UnitEndFilter, { nullable: true, description: 'On how it ended.' }) endKind?: object;
  @Field(() => Boolean, { nullable: true, description: 'True: only units that live; false: only those that ended.' })
  living?: boolean;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day it can have been founded.' })
  founded?: DateFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day it can have ended.' }) ended?: DateFilter;
  @Field(() => OrganisationFilter, { nullable: true, description: 'On the organisation it belongs to.' })
  organisation?: OrganisationFilter;
  @Field(() => PlaceFilter, { nullable: true, description: 'On the place it is in.' }) place?: PlaceFilter;
}

/** One term of an order of units. */
const OrganisationUnitOrder = orderInput('OrganisationUnit', {
  NAME: { field: 'sortKey', description: 'The name, by the Vietnamese alphabet.' },
  FOUNDED: { field: 'founded', description: 'The first day it can have been founded; unknown days come last.' },
  ENDED: { field: 'ended', description: 'The first day it can have ended; units that live come last.' },
});

/** The arguments of every list of units. */
@ArgsType()
export class OrganisationUnitListArgs extends PageArgs {
  @Field(() => OrganisationUnitFilter, { nullable: true, description: 'Which units; left out: all.' })
  filter?: OrganisationUnitFilter;
  @Field(() => [OrganisationUnitOrder], { nullable: true, description: 'The order; left out: by name. Ties go by id.' })
  orderBy?: OrderTermInput[];
}
