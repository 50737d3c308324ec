import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../ground/gql/connection.ts';
import { enumFilter, NumberFilter, orderInput, type OrderTermInput } from '../../ground/gql/filters.ts';
import { AgreementFilter } from '../../record/agreement/agreement.input.ts';
import { RecordFilter } from '../../record/common/record-filter.input.ts';
import { ObligationFrequencyEnum, ObligationKindEnum } from './obligation.type.ts';

/** Conditions on what is owed. */
const ObligationKindFilter = enumFilter('ObligationKind', ObligationKindEnum);
/** Conditions on how often it is owed. */
const ObligationFrequencyFilter = enumFilter('ObligationFrequency', ObligationFrequencyEnum);

/** Conditions on obligations. */
@InputType({ description: 'Conditions on obligations. All that are given must hold.' })
export class ObligationFilter extends RecordFilter {
  @Field(() => [ObligationFilter], { nullable: true, description: 'All of these must hold.' })
  and?: ObligationFilter[];
  @Field(() => [ObligationFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: ObligationFilter[];
  @Field(() => ObligationFilter, { nullable: true, description: 'This must not hold.' }) not?: ObligationFilter;
  @Field(() => ObligationKindFilter, { nullable: true, description: 'On what is owed.' }) kind?: object;
  @Field(() => ObligationFrequencyFilter, { nullable: true, description: 'On how often.' }) frequency?: object;
  @Field(() => NumberFilter, { nullable: true, description: 'On the first calendar year, as stated.' })
  firstYear?: NumberFilter;
  @Field(() => NumberFilter, { nullable: true, description: 'On the last calendar year, as stated.' })
  lastYear?: NumberFilter;
  @Field(() => AgreementFilter, { nullable: true, description: 'On the agreement that it comes from.' })
  agreement?: AgreementFilter;
}

/** One term of an order of obligations. */
const ObligationOrder = orderInput('Obligation', {
  FIRST_YEAR: { field: 'beginning', description: 'The first calendar year; those that state none come last.' },
  KIND: { field: 'kind', description: 'What is owed: plans, review meetings, summaries.' },
});

/** The arguments of every list of obligations. */
@ArgsType()
export class ObligationListArgs extends PageArgs {
  @Field(() => ObligationFilter, { nullable: true, description: 'Which obligations; left out: all.' })
  filter?: ObligationFilter;
  @Field(() => [ObligationOrder], { nullable: true, description: 'The order; left out: by first year. Ties go by id.' })
  orderBy?: OrderTermInput[];
}
