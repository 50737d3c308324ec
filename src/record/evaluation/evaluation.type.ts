import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../ground/gql/connection.ts';
import { documentedEnum } from '../../ground/gql/enum.ts';
import { toGlobalId } from '../../ground/gql/node.ts';
import { DecimalScalar } from '../../ground/gql/scalars.ts';
import { Provenance, toProvenance } from '../../ground/record/provenance.type.ts';
import { HubRecord, recordParts } from '../../ground/record/record.type.ts';
import { Agreement } from '../agreement/agreement.type.ts';
import { organisationKeyOf, recordGroupKeys } from '../common/record-list.ts';
import type {
  EvaluationCriterionRow,
  EvaluationGrade,
  EvaluationRemarkRow,
  EvaluationRow,
  EvaluationStage,
} from './evaluation.row.ts';

/** `EvaluationStage` in the graph. */
export const EvaluationStageEnum = documentedEnum<EvaluationStage>(
  'EvaluationStage',
  'How far an evaluation has come. It goes one step at a time, and never back.',
  {
    SELF: 'The organisation evaluates itself (tự đánh giá).',
    REVIEW: 'Reviewers appraise it (thẩm định).',
    CONCLUDED: 'It has been concluded (kết luận).',
  },
);

/** `EvaluationGrade` in the graph. */
export const EvaluationGradeEnum = documentedEnum<EvaluationGrade>(
  'EvaluationGrade',
  'A grade, only where an evaluation states one: prose is not turned into a grade.',
  {
    EXCELLENT: 'Hoàn thành xuất sắc nhiệm vụ.',
    GOOD: 'Hoàn thành tốt nhiệm vụ.',
    COMPLETED: 'Hoàn thành nhiệm vụ.',
    NOT_COMPLETED: 'Không hoàn thành nhiệm vụ.',
  },
);

/** An evaluation of the carrying-out of something. */
@ObjectType({
  implements: HubRecord,
  description:
    'An evaluation (đánh giá, tổng kết) of how an agreement, a movement or a campaign was carried out, by one organisation or by all parties together. ' +
    'The organisation’s own and the reviewers’ are records of their own; `stages` leads from one to the other.',
})
export class Evaluation extends HubRecord {
  @Field(() => String, { description: 'Its name as written.' }) name!: string;
  @Field(() => EvaluationStageEnum, { description: 'How far it has come.' }) stage!: EvaluationStage;
  @Field(() => Int, {
    nullable: true,
    description: 'The calendar year it is about; null where it is about no single one.',
  })
  year!: number | null;
  @Field(() => EvaluationGradeEnum, { nullable: true, description: 'The grade; null unless one is stated.' })
  grade!: EvaluationGrade | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The score in points; null where none was given.' })
  score!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The most points there could be; null where not stated.' })
  maxScore!: string | null;
  @Field(() => String, { nullable: true, description: 'What was found, in brief; null where not stated.' })
  summary!: string | null;
  @Field(() => String, { nullable: true, description: 'The conclusion in its own words; null before there is one.' })
  conclusion!: string | null;
  agreementId!: number | null;
  movementId!: number | null;
  campaignId!: number | null;
  planId!: number | null;
  meetingId!: number | null;
  evaluatedId!: number | null;
  concludedById!: number | null;
}

/** The evaluation of a row, of which only the needed columns may have been read. */
export function toEvaluation(row: EvaluationRow): Evaluation {
  const { name, stage, year, grade, score, maxScore, summary, conclusion } = row;
  const { agreementId, movementId, campaignId, planId, meetingId, evaluatedId, concludedById } = row;
  return Object.assign(new Evaluation(), {
    ...recordParts('Evaluation', row),
    name,
    stage,
    year,
    grade,
    score,
    maxScore,
    summary,
    conclusion,
    agreementId,
    movementId,
    campaignId,
    planId,
    meetingId,
    evaluatedId,
    concludedById,
  });
}

/** One criterion with its score. */
@ObjectType({ description: 'One criterion of an evaluation with its score.' })
export class EvaluationCriterion {
  @Field(() => Int, { description: 'Its place among the criteria, from 1.' }) ordinal!: number;
  @Field(() => String, { description: 'What is scored.' }) name!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'The points given; null where not scored.' })
  score!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The most points there could be; null where not stated.' })
  maxScore!: string | null;
  @Field(() => String, { nullable: true, description: 'What the score rests on; null where not stated.' })
  evidence!: string | null;
}

/** The criterion of a row. */
export function toEvaluationCriterion(row: EvaluationCriterionRow): EvaluationCriterion {
  const { ordinal, name, score, maxScore, evidence } = row;
  return Object.assign(new EvaluationCriterion(), { ordinal, name, score, maxScore, evidence });
}

/** A finding or a lesson. */
@ObjectType({ description: 'A finding or a lesson of an evaluation, in its own words.' })
export class EvaluationRemark {
  @Field(() => Int, { description: 'Its place among the findings or the lessons, from 1.' }) ordinal!: number;
  @Field(() => String, { description: 'The words.' }) text!: string;
  @Field(() => Provenance, { description: 'Where that is taken from.' }) provenance!: Provenance;
  organisationId!: number | null;
}

/** The remark of a row. */
export function toEvaluationRemark(row: EvaluationRemarkRow): EvaluationRemark {
  const { ordinal, text, organisationId } = row;
  return Object.assign(new EvaluationRemark(), { ordinal, text, organisationId, provenance: toProvenance(row) });
}

/** A page of evaluations. */
export const EvaluationConnection = connectionType('Evaluation', () => Evaluation, {
  keys: {
    ...recordGroupKeys('ev0'),
    AGREEMENT: {
      sql: 'ev0.agreement_id',
      type: 'integer',
      relation: 'agreement',
      field: 'agreement',
      output: () => Agreement,
      description: 'The agreement they belong to; null where they belong to none, or to one you may not see.',
      resolve: (id: number, context) => context.node(toGlobalId('Agreement', id)),
    },
    STAGE: {
      sql: 'ev0.stage',
      type: 'text',
      field: 'stage',
      output: () => EvaluationStageEnum,
      description: 'How far they have come.',
    },
    GRADE: {
      sql: 'ev0.grade',
      type: 'text',
      field: 'grade',
      output: () => EvaluationGradeEnum,
      description: 'The grade; null for those that state none.',
    },
    YEAR: {
      sql: 'ev0.year',
      type: 'integer',
      field: 'year',
      output: () => Int,
      description: 'The calendar year they are about; null where it is no single one.',
    },
    EVALUATED: organisationKeyOf(
      'ev0.evaluated_id',
      'evaluated',
      'The organisation that is evaluated; null: all parties together.',
    ),
  },
  sums: {
    score: { sql: 'ev0.score', description: 'Points given, over the evaluations that have a score.' },
    maxScore: {
      sql: 'ev0.max_score',
      description: 'Points there could have been, over the evaluations that state it.',
    },
  },
});
