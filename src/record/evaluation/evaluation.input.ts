import { ArgsType, Field, InputType } from 'type-graphql';
import { OrganisationFilter } from '../../catalogue/organisation/organisation.input.ts';
import { PersonFilter } from '../../catalogue/person/person.input.ts';
import { PageArgs } from '../../ground/gql/connection.ts';
import { enumFilter, NumberFilter, orderInput, type OrderTermInput, TextFilter } from '../../ground/gql/filters.ts';
import { AgreementEventFilter, AgreementFilter, AgreementPlanFilter } from '../agreement/agreement.input.ts';
import { CampaignFilter } from '../campaign/campaign.input.ts';
import { RecordFilter } from '../common/record-filter.input.ts';
import { MovementFilter } from '../movement/movement.input.ts';
import { EvaluationGradeEnum, EvaluationStageEnum } from './evaluation.type.ts';

/** Conditions on how far an evaluation has come. */
const EvaluationStageFilter = enumFilter('EvaluationStage', EvaluationStageEnum);
/** Conditions on a grade. */
const EvaluationGradeFilter = enumFilter('EvaluationGrade', EvaluationGradeEnum);

/** Conditions on evaluations. */
@InputType({ description: 'Conditions on evaluations. All that are given must hold.' })
export class EvaluationFilter extends RecordFilter {
  @Field(() => [EvaluationFilter], { nullable: true, description: 'All of these must hold.' }) and?: EvaluationFilter[];
  @Field(() => [EvaluationFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: EvaluationFilter[];
  @Field(() => EvaluationFilter, { nullable: true, description: 'This must not hold.' }) not?: EvaluationFilter;
  @Field(() => TextFilter, { nullable: true, description: 'On the name.' }) name?: TextFilter;
  @Field(() => EvaluationStageFilter, { nullable: true, description: 'On how far it has come.' }) stage?: object;
  @Field(() => EvaluationGradeFilter, { nullable: true, description: 'On the grade.' }) grade?: object;
  @Field(() => NumberFilter, { nullable: true, description: 'On the calendar year it is about.' }) year?: NumberFilter;
  @Field(() => OrganisationFilter, { nullable: true, description: 'On the organisation that is evaluated.' })
  evaluated?: OrganisationFilter;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those of all parties together; false: only those of one organisation.',
  })
  allParties?: boolean;
  @Field(() => AgreementFilter, { nullable: true, description: 'On the agreement it is about.' })
  agreement?: AgreementFilter;
  @Field(() => AgreementPlanFilter, { nullable: true, description: 'On the yearly plan it is about.' })
  plan?: AgreementPlanFilter;
  @Field(() => AgreementEventFilter, { nullable: true, description: 'On the meeting at which it was made.' })
  meeting?: AgreementEventFilter;
  @Field(() => MovementFilter, { nullable: true, description: 'On the movement it is about.' })
  movement?: MovementFilter;
  @Field(() => CampaignFilter, { nullable: true, description: 'On the campaign it is about.' })
  campaign?: CampaignFilter;
  @Field(() => PersonFilter, { nullable: true, description: 'On the person who concluded it.' })
  concludedBy?: PersonFilter;
}

/** One term of an order of evaluations. */
const EvaluationOrder = orderInput('Evaluation', {
  NAME: { field: 'sortKey', description: 'The name, by the Vietnamese alphabet.' },
  YEAR: { field: 'year', description: 'The calendar year it is about; those of no single one come last.' },
});

/** The arguments of every list of evaluations. */
@ArgsType()
export class EvaluationListArgs extends PageArgs {
  @Field(() => EvaluationFilter, { nullable: true, description: 'Which evaluations; left out: all.' })
  filter?: EvaluationFilter;
  @Field(() => [EvaluationOrder], { nullable: true, description: 'The order; left out: by name. Ties go by id.' })
  orderBy?: OrderTermInput[];
}
