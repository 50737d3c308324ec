import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../../ground/gql/connection.ts';
import { orderInput, type OrderTermInput } from '../../ground/gql/filters.ts';
import { AgreementEventFilter } from './agreement.input.ts';

/** One term of an order of events around agreements. */
const AgreementEventOrder = orderInput('AgreementEvent', {
  HELD: { field: 'held', description: 'The first day it can have been held, else the last; unknown days come last.' },
  NAME: { field: 'sortKey', description: 'The name, by the Vietnamese alphabet.' },
});

/** The arguments of every list of events around agreements. */
@ArgsType()
export class AgreementEventListArgs extends PageArgs {
  @Field(() => AgreementEventFilter, { nullable: true, description: 'Which events; left out: all.' })
  filter?: AgreementEventFilter;
  @Field(() => [AgreementEventOrder], { nullable: true, description: 'The order; left out: by day. Ties go by id.' })
  orderBy?: OrderTermInput[];
}
