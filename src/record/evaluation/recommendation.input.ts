import { ArgsType, Field, InputType } from 'type-graphql';
import { OrganisationFilter } from '../../catalogue/organisation/organisation.input.ts';
import { PersonFilter } from '../../catalogue/person/person.input.ts';
import { TargetGroupFilter } from '../../catalogue/reference/reference.input.ts';
import { PageArgs } from '../../ground/gql/connection.ts';
import { DateFilter, enumFilter, orderInput, type OrderTermInput, TextFilter } from '../../ground/gql/filters.ts';
import { AgreementEventFilter, AgreementFilter } from '../agreement/agreement.input.ts';
import { RecordFilter } from '../common/record-filter.input.ts';
import { EvaluationFilter } from './evaluation.input.ts';
import { RecommendationKindEnum, RecommendationStateEnum } from './recommendation.type.ts';

/** Conditions on a kind of recommendation. */
const RecommendationKindFilter = enumFilter('RecommendationKind', RecommendationKindEnum);
/** Conditions on what became of a recommendation. */
const RecommendationStateFilter = enumFilter('RecommendationState', RecommendationStateEnum);

/** Conditions on recommendations. */
@InputType({ description: 'Conditions on recommendations. All that are given must hold.' })
export class RecommendationFilter extends RecordFilter {
  @Field(() => [RecommendationFilter], { nullable: true, description: 'All of these must hold.' })
  and?: RecommendationFilter[];
  @Field(() => [RecommendationFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: RecommendationFilter[];
  @Field(() => RecommendationFilter, { nullable: true, description: 'This must not hold.' }) not?: RecommendationFilter;
  @Field(() => RecommendationKindFilter, { nullable: true, description: 'On the kind.' }) kind?: object;
  @Field(() => RecommendationStateFilter, { nullable: true, description: 'On what became of it.' }) state?: object;
  @Field(() => TextFilter, { nullable: true, description: 'On the words; `contains` looks at the addressee too.' })
  text?: TextFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the last day on which it is due.' })
  deadline?: DateFilter;
  @Field(() => DateFilter, { nullable: true, description: 'On the first day it can have been made.' })
  issued?: DateFilter;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only those overdue today; false: only those that are not, of those with a deadline and a known state.',
  })
  overdue?: boolean;
  @Field(() => OrganisationFilter, { nullable: true, description: 'On the organisation it comes from.' })
  from?: OrganisationFilter;
  @Field(() => OrganisationFilter, { nullable: true, description: 'Some organisation that it is addressed to.' })
  to?: OrganisationFilter;
  @Field(() => TargetGroupFilter, { nullable: true, description: 'Some group of people that it is about.' })
  targetGroups?: TargetGroupFilter;
  @Field(() => PersonFilter, { nullable: true, description: 'On the person who spoke.' }) speaker?: PersonFilter;
  @Field(() => AgreementFilter, { nullable: true, description: 'On the agreement it belongs to.' })
  agreement?: AgreementFilter;
  @Field(() => EvaluationFilter, { nullable: true, description: 'On the evaluation it comes from.' })
  evaluation?: EvaluationFilter;
  @Field(() => AgreementEventFilter, { nullable: true, description: 'On the meeting at which it was made.' })
  meeting?: AgreementEventFilter;
}

/** One term of an order of recommendations. */
const RecommendationOrder = orderInput('Recommendation', {
  ORDINAL: { field: 'ordinalOrder', description: 'The place among those made together; those without one come last.' },
  TEXT: { field: 'sortKey', description: 'The words, by the Vietnamese alphabet.' },
  DEADLINE: { field: 'deadline', description: 'The last day on which it is due; those without one come last.' },
  ISSUED: { field: 'issued', description: 'The first day it can have been made; unknown days come last.' },
});

/** The arguments of every list of recommendations. */
@ArgsType()
export class RecommendationListArgs extends PageArgs {
  @Field(() => RecommendationFilter, { nullable: true, description: 'Which recommendations; left out: all.' })
  filter?: RecommendationFilter;
  @Field(() => [RecommendationOrder], {
    nullable: true,
    description: 'The order; left out: as they were made together, then by their words. Ties go by id.',
  })
  orderBy?: OrderTermInput[];
}
