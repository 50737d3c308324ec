import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../../ground/gql/connection.ts';
import { orderInput, type OrderTermInput } from '../../ground/gql/filters.ts';
import { AgreementPlanFilter } from './agreement.input.ts';

/** One term of an order of yearly plans. */
const AgreementPlanOrder = orderInput('AgreementPlan', {
  YEAR: { field: 'year', description: 'The calendar year it is for.' },
  NAME: { field: 'sortKey', description: 'The name, by the Vietnamese alphabet.' },
  ISSUED: { field: 'issued', description: 'The first day it can have been issued; unknown days come last.' },
});

/** The arguments of every list of yearly plans. */
@ArgsType()
export class AgreementPlanListArgs extends PageArgs {
  @Field(() => AgreementPlanFilter, { nullable: true, description: 'Which plans; left out: all.' })
  filter?: AgreementPlanFilter;
  @Field(() => [AgreementPlanOrder], { nullable: true, description: 'The order; left out: by year. Ties go by id.' })
  orderBy?: OrderTermInput[];
}
