import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../ground/gql/connection.ts';
import { enumFilter, IdFilter, orderInput, type OrderTermInput, TextFilter } from '../../ground/gql/filters.ts';
import type { OrganisationKind } from '../organisation/organisation.kind.ts';
import { OrganisationKindEnum } from '../organisation/organisation.type.ts';
import { CountedByEnum, DisclosureEnum, PlaceRuleEnum, TimeRuleEnum, ValueTypeEnum } from './indicator.type.ts';

/** Conditions on what the values of an indicator are. */
const ValueTypeFilter = enumFilter('ValueType', ValueTypeEnum);
/** Conditions on how an indicator adds up over time. */
const TimeRuleFilter = enumFilter('TimeRule', TimeRuleEnum);
/** Conditions on how an indicator adds up over places. */
const PlaceRuleFilter = enumFilter('PlaceRule', PlaceRuleEnum);
/** Conditions on who may see an indicator. */
const DisclosureFilter = enumFilter('Disclosure', DisclosureEnum);
/** Conditions on whose count answers. */
const CountedByFilter = enumFilter('CountedBy', CountedByEnum);

/** Conditions on indicators. */
@InputType({ description: 'Conditions on indicators. All that are given must hold.' })
export class IndicatorFilter {
  @Field(() => [IndicatorFilter], { nullable: true, description: 'All of these must hold.' }) and?: IndicatorFilter[];
  @Field(() => [IndicatorFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: IndicatorFilter[];
  @Field(() => IndicatorFilter, { nullable: true, description: 'This must not hold.' }) not?: IndicatorFilter;
  @Field(() => IdFilter, { nullable: true, description: 'On the id.' }) id?: IdFilter;
  @Field(() => TextFilter, { nullable: true, description: 'On the code.' }) code?: TextFilter;
  @Field(() => TextFilter, {
    nullable: true,
    description: 'On the Vietnamese name; `contains` also looks at the English one.',
  })
  name?: TextFilter;
  @Field(() => TextFilter, { nullable: true, description: 'On the unit.' }) unit?: TextFilter;
  @Field(() => OrganisationKindEnum, { nullable: true, description: 'This kind of organisation reports it.' })
  owner?: OrganisationKind;
  @Field(() => ValueTypeFilter, { nullable: true, description: 'On what its values are.' }) valueType?: object;
  @Field(() => TimeRuleFilter, { nullable: true, description: 'On how it adds up over time.' }) timeRule?: object;
  @Field(() => PlaceRuleFilter, { nullable: true, description: 'On how it adds up over places.' }) placeRule?: object;
  @Field(() => DisclosureFilter, { nullable: true, description: 'On who may see it.' }) disclosure?: object;
  @Field(() => CountedByFilter, { nullable: true, description: 'On whose count answers.' }) countedBy?: object;
}

/** One term of an order of indicators. */
const IndicatorOrder = orderInput('Indicator', {
  NAME: { field: 'sortKey', description: 'The Vietnamese name, by the Vietnamese alphabet.' },
  CODE: { field: 'code', description: 'The code.' },
});

/** The arguments of every list of indicators. */
@ArgsType()
export class IndicatorListArgs extends PageArgs {
  @Field(() => IndicatorFilter, { nullable: true, description: 'Which indicators; left out: all.' })
  filter?: IndicatorFilter;
  @Field(() => [IndicatorOrder], { nullable: true, description: 'The order; left out: by code.' })
  orderBy?: OrderTermInput[];
}
