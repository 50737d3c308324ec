import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DecimalScalar } from '../../ground/gql/scalars.ts';
import { UserError } from '../../ground/gql/user-error.type.ts';
import type { PartDraft, RecordDraft } from '../../ground/record/record-kind.ts';
import {
  keptText,
  NewRecordInput,
  NextVersionInput,
  optionalKey,
  optionalText,
  stated,
  textOf,
  yearOf,
} from '../../ground/record/record.input.ts';
import type { EvaluationGrade, EvaluationStage } from './evaluation.row.ts';
import { Evaluation, EvaluationGradeEnum, EvaluationStageEnum } from './evaluation.type.ts';

/** One criterion, as a client states it. */
@InputType({ description: 'One criterion with its score. Its place in the list is its ordinal.' })
export class EvaluationCriterionInput {
  @Field(() => String, { description: 'What is scored.' }) name!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'The points given, 0 or more.' }) score?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The most points there could be, more than 0.' })
  maxScore?: string | null;
  @Field(() => String, { nullable: true, description: 'What the score rests on.' }) evidence?: string | null;
}

/** A finding or a lesson, as a client states it. */
@InputType({ description: 'A finding or a lesson. Its place in the list is its ordinal.' })
export class EvaluationRemarkInput {
  @Field(() => String, { description: 'The words.' }) text!: string;
  @Field(() => ID, { nullable: true, description: 'The organisation it is about; left out: all.' })
  organisation?: string | null;
}

const AGREEMENT = 'The agreement it is about.';
const PLAN = 'The yearly plan it is about; its agreement must be given too.';
const MEETING = 'The meeting at which it was made.';
const MOVEMENT = 'The movement it is about.';
const CAMPAIGN = 'The campaign it is about.';
const EVALUATED = 'The organisation that is evaluated; null: all parties together.';
const YEAR = 'The calendar year it is about, 1900 to 2100.';
const NAME = 'Its name, as written.';
const GRADE = 'The grade, only where one is stated.';
const SCORE = 'The score in points, 0 or more.';
const MAX_SCORE = 'The most points there could be, more than 0.';
const SUMMARY = 'What was found, in brief.';
const CONCLUSION = 'The conclusion in its own words; only at CONCLUDED.';
const CONCLUDED_BY = 'The person who concluded it; only at CONCLUDED.';

/** What `createEvaluation` is given. */
@InputType({ description: 'An evaluation to be entered. What is left out stays unknown; nothing is guessed.' })
export class CreateEvaluationInput extends NewRecordInput {
  @Field(() => EvaluationStageEnum, {
    description: 'How far it has come. Organisations enter their own at SELF; reviewers and administrators at any.',
  })
  stage!: EvaluationStage;
  @Field(() => String, { description: NAME }) name!: string;
  @Field(() => ID, { nullable: true, description: AGREEMENT }) agreement?: string | null;
  @Field(() => ID, { nullable: true, description: PLAN }) plan?: string | null;
  @Field(() => ID, { nullable: true, description: MEETING }) meeting?: string | null;
  @Field(() => ID, { nullable: true, description: MOVEMENT }) movement?: string | null;
  @Field(() => ID, { nullable: true, description: CAMPAIGN }) campaign?: string | null;
  @Field(() => ID, { nullable: true, description: EVALUATED }) evaluated?: string | null;
  @Field(() => Int, { nullable: true, description: YEAR }) year?: number | null;
  @Field(() => EvaluationGradeEnum, { nullable: true, description: GRADE }) grade?: EvaluationGrade | null;
  @Field(() => DecimalScalar, { nullable: true, description: SCORE }) score?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: MAX_SCORE }) maxScore?: string | null;
  @Field(() => String, { nullable: true, description: SUMMARY }) summary?: string | null;
  @Field(() => String, { nullable: true, description: CONCLUSION }) conclusion?: string | null;
  @Field(() => ID, { nullable: true, description: CONCLUDED_BY }) concludedBy?: string | null;
  @Field(() => [EvaluationCriterionInput], { nullable: true, description: 'What is scored, one by one.' })
  criteria?: EvaluationCriterionInput[] | null;
  @Field(() => [EvaluationRemarkInput], { nullable: true, description: 'What was found.' })
  findings?: EvaluationRemarkInput[] | null;
  @Field(() => [EvaluationRemarkInput], { nullable: true, description: 'The lessons drawn.' })
  lessons?: EvaluationRemarkInput[] | null;
}

/** What `correctEvaluation` is given. */
@InputType({
  description:
    'What an evaluation says from now on. What is left out stays; null takes a value away; a list replaces the whole list. The stage is moved by `advanceEvaluation`.',
})
export class CorrectEvaluationInput extends NextVersionInput {
  @Field(() => String, { nullable: true, description: NAME }) name?: string;
  @Field(() => ID, { nullable: true, description: AGREEMENT }) agreement?: string | null;
  @Field(() => ID, { nullable: true, description: PLAN }) plan?: string | null;
  @Field(() => ID, { nullable: true, description: MEETING }) meeting?: string | null;
  @Field(() => ID, { nullable: true, description: MOVEMENT }) movement?: string | null;
  @Field(() => ID, { nullable: true, description: CAMPAIGN }) campaign?: string | null;
  @Field(() => ID, { nullable: true, description: EVALUATED }) evaluated?: string | null;
  @Field(() => Int, { nullable: true, description: YEAR }) year?: number | null;
  @Field(() => EvaluationGradeEnum, { nullable: true, description: GRADE }) grade?: EvaluationGrade | null;
  @Field(() => DecimalScalar, { nullable: true, description: SCORE }) score?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: MAX_SCORE }) maxScore?: string | null;
  @Field(() => String, { nullable: true, description: SUMMARY }) summary?: string | null;
  @Field(() => String, { nullable: true, description: CONCLUSION }) conclusion?: string | null;
  @Field(() => ID, { nullable: true, description: CONCLUDED_BY }) concludedBy?: string | null;
  @Field(() => [EvaluationCriterionInput], { nullable: true, description: 'What is scored, all of it.' })
  criteria?: EvaluationCriterionInput[] | null;
  @Field(() => [EvaluationRemarkInput], { nullable: true, description: 'What was found, all of it.' })
  findings?: EvaluationRemarkInput[] | null;
  @Field(() => [EvaluationRemarkInput], { nullable: true, description: 'The lessons drawn, all of them.' })
  lessons?: EvaluationRemarkInput[] | null;
}

/** What `advanceEvaluation` is given. */
@InputType({
  description: 'The next stage of an evaluation and what it states. What is left out stays; null takes a value away.',
})
export class AdvanceEvaluationInput extends NextVersionInput {
  @Field(() => EvaluationStageEnum, {
    description: 'The stage that follows: REVIEW after SELF, CONCLUDED after REVIEW.',
  })
  stage!: EvaluationStage;
  @Field(() => EvaluationGradeEnum, { nullable: true, description: GRADE }) grade?: EvaluationGrade | null;
  @Field(() => DecimalScalar, { nullable: true, description: SCORE }) score?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: MAX_SCORE }) maxScore?: string | null;
  @Field(() => String, { nullable: true, description: SUMMARY }) summary?: string | null;
  @Field(() => String, { nullable: true, description: CONCLUSION }) conclusion?: string | null;
  @Field(() => ID, { nullable: true, description: CONCLUDED_BY }) concludedBy?: string | null;
}

/** What changes of evaluations answer. */
@ObjectType({ description: 'The evaluation as it is now, or what stands in the way.' })
export class EvaluationPayload {
  @Field(() => Evaluation, {
    nullable: true,
    description: 'The evaluation as it is now; null where nothing was changed.',
  })
  evaluation!: Evaluation | null;
  @Field(() => [UserError], { description: 'What stands in the way; empty when it was done.' })
  userErrors!: UserError[];
}

/** What an input states of an evaluation, but for its stage. Raises `HubError` BAD_USER_INPUT. */
export function evaluationDraft(input: CreateEvaluationInput | CorrectEvaluationInput): RecordDraft {
  return {
    values: {
      ...assessed(input),
      ...stated({
        name: keptText(input.name, 'name'),
        agreementId: optionalKey('Agreement', input.agreement, 'agreement'),
        planId: optionalKey('AgreementPlan', input.plan, 'plan'),
        meetingId: optionalKey('AgreementEvent', input.meeting, 'meeting'),
        movementId: optionalKey('Movement', input.movement, 'movement'),
        campaignId: optionalKey('Campaign', input.campaign, 'campaign'),
        evaluatedId: optionalKey('Organisation', input.evaluated, 'evaluated'),
        year: yearOf(input.year, 'year'),
      }),
    },
    parts: {
      ...(input.criteria === undefined ? {} : { criteria: criteriaParts(input.criteria ?? []) }),
      ...(input.findings === undefined ? {} : { findings: remarkParts(input.findings ?? [], 'findings') }),
      ...(input.lessons === undefined ? {} : { lessons: remarkParts(input.lessons ?? [], 'lessons') }),
    },
  };
}

/** What every stage may state, as columns. Raises `HubError` BAD_USER_INPUT. */
export function assessed(
  input: CreateEvaluationInput | CorrectEvaluationInput | AdvanceEvaluationInput,
): Record<string, unknown> {
  const { grade, score, maxScore } = input;
  return stated({
    grade,
    score,
    maxScore,
    summary: optionalText(input.summary, 'summary'),
    conclusion: optionalText(input.conclusion, 'conclusion'),
    concludedById: optionalKey('Person', input.concludedBy, 'concludedBy'),
  });
}

function criteriaParts(criteria: readonly EvaluationCriterionInput[]): PartDraft[] {
  return criteria.map(({ name, score, maxScore, evidence }, at) => ({
    ordinal: at + 1,
    name: textOf(name, 'criteria', 'name'),
    score: score ?? null,
    maxScore: maxScore ?? null,
    evidence: optionalText(evidence, 'criteria', 'evidence') ?? null,
  }));
}

function remarkParts(remarks: readonly EvaluationRemarkInput[], path: string): PartDraft[] {
  return remarks.map(({ text, organisation }, at) => ({
    ordinal: at + 1,
    text: textOf(text, path, 'text'),
    organisationId: optionalKey('Organisation', organisation, path, 'organisation') ?? null,
  }));
}
