import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { FormFilter } from '../../catalogue/form/form.input.ts';
import { OrganisationFilter } from '../../catalogue/organisation/organisation.input.ts';
import { PlaceFilter } from '../../catalogue/place/place.input.ts';
import { PageArgs } from '../../ground/gql/connection.ts';
import { DateFilter, IdFilter, orderInput, type OrderTermInput, TextFilter } from '../../ground/gql/filters.ts';

/** Conditions on reports. */
@InputType({ description: 'Conditions on reports. All that are given must hold. Names are those of today.' })
export class ReportFilter {
  @Field(() => [ReportFilter], { nullable: true, description: 'All of these must hold.' }) and?: ReportFilter[];
  @Field(() => [ReportFilter], { nullable: true, description: 'At least one of these must hold.' }) or?: ReportFilter[];
  @Field(() => ReportFilter, { nullable: true, description: 'This must not hold.' }) not?: ReportFilter;
  @Field(() => IdFilter, { nullable: true, description: 'On the id.' }) id?: IdFilter;
  @Field(() => TextFilter, { nullable: true, description: 'On the key of the period, as `2026-S1`.' })
  period?: TextFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the last day of the data.' }) dataTo?: DateFilter;
  @Field(() => FormFilter, { nullable: true, description: 'On the form.' }) form?: FormFilter;
  @Field(() => OrganisationFilter, { nullable: true, description: 'On the organisation that reports.' })
  organisation?: OrganisationFilter;
  @Field(() => PlaceFilter, { nullable: true, description: 'On the place it is for.' }) place?: PlaceFilter;
  @Field(() => ID, { nullable: true, description: 'Reports for the place with this id or for places below it.' })
  within?: string;
}

/** One term of an order of reports. */
const ReportOrder = orderInput('Report', {
  DATA_TO: { field: 'dataTo', description: 'The last day of the data.' },
  PERIOD: { field: 'period', description: 'The key of the period.' },
});

/** The arguments of every list of reports. */
@ArgsType()
export class ReportListArgs extends PageArgs {
  @Field(() => ReportFilter, { nullable: true, description: 'Which reports; left out: all you may see.' })
  filter?: ReportFilter;
  @Field(() => [ReportOrder], {
    nullable: true,
    description: 'The order; left out: the newest data first. Ties go by id.',
  })
  orderBy?: OrderTermInput[];
}
