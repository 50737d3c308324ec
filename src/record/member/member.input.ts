import { ArgsType, Field, InputType } from 'type-graphql';
import { OrganisationFilter } from '../../catalogue/organisation/organisation.input.ts';
import { OrganisationUnitFilter } from '../../catalogue/unit/unit.input.ts';
import { PageArgs } from '../../ground/gql/connection.ts';
import {
  DateFilter,
  enumFilter,
  IdFilter,
  NumberFilter,
  orderInput,
  type OrderTermInput,
  TextFilter,
} from '../../ground/gql/filters.ts';
import { SexEnum } from './member.type.ts';

/** Conditions on a sex. */
const SexFilter = enumFilter('Sex', SexEnum);

/** Conditions on members. */
@InputType({ description: 'Conditions on members. All that are given must hold.' })
class MemberFilter {
  @Field(() => [MemberFilter], { nullable: true, description: 'All of these must hold.' }) and?: MemberFilter[];
  @Field(() => [MemberFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: MemberFilter[];
  @Field(() => MemberFilter, { nullable: true, description: 'This must not hold.' }) not?: MemberFilter;
  @Field(() => IdFilter, { nullable: true, description: 'On the id.' }) id?: IdFilter;
  @Field(() => TextFilter, { nullable: true, description: 'On the pseudonym.' }) pseudonym?: TextFilter;
  @Field(() => NumberFilter, { nullable: true, description: 'On the year of birth.' }) birthYear?: NumberFilter;
  @Field(() => SexFilter, { nullable: true, description: 'On the sex.' }) sex?: object;
  @Field(() => DateFilter, { nullable: true, description: 'On the day of admission.' }) joinedOn?: DateFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the last day as a member.' }) leftOn?: DateFilter;
  @Field(() => OrganisationFilter, { nullable: true, description: 'On the organisation whose register it is.' })
  organisation?: OrganisationFilter;
  @Field(() => OrganisationUnitFilter, { nullable: true, description: 'On the grassroots unit.' })
  unit?: OrganisationUnitFilter;
}

/** One term of an order of members. */
const MemberOrder = orderInput('Member', {
  PSEUDONYM: { field: 'pseudonym', description: 'The pseudonym, sign by sign.' },
  JOINED: { field: 'joined', description: 'The day of admission; unknown days come last.' },
});

/** The arguments of every list of members. */
@ArgsType()
export class MemberListArgs extends PageArgs {
  @Field(() => MemberFilter, { nullable: true, description: 'Which members; left out: all that you may see.' })
  filter?: MemberFilter;
  @Field(() => [MemberOrder], { nullable: true, description: 'The order; left out: by pseudonym. Ties go by id.' })
  orderBy?: OrderTermInput[];
}
