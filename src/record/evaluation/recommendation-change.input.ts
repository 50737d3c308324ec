import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../ground/gql/scalars.ts';
import { UserError } from '../../ground/gql/user-error.type.ts';
import type { PartDraft, RecordDraft } from '../../ground/record/record-kind.ts';
import {
  kept,
  keptText,
  keyOf,
  NewRecordInput,
  NextVersionInput,
  optionalKey,
  optionalText,
  stated,
  textOf,
} from '../../ground/record/record.input.ts';
import { DateSpanInput, spanColumns } from '../../ground/record/span.type.ts';
import type { RecommendationKind, RecommendationState } from './recommendation.row.ts';
import { Recommendation, RecommendationKindEnum, RecommendationStateEnum } from './recommendation.type.ts';

const KIND = 'What it is.';
const FROM = 'The organisation it comes from.';
const SPEAKER = 'The person who spoke.';
const ADDRESSEE = 'To whom, in the words of the source.';
const ORDINAL = 'Its place among those made together, from 1.';
const TEXT = 'What is recommended, in its own words.';
const DEADLINE = 'The last day on which it is due.';
const AGREEMENT = 'The agreement it belongs to.';
const EVALUATION = 'The evaluation it comes from.';
const MEETING = 'The meeting at which it was made.';
const DOCUMENT = 'The paper that states it.';
const ISSUED = 'When it was made.';

/** What `createRecommendation` is given. */
@InputType({
  description: 'A directive, a request or a proposal to be entered. It is OPEN until a follow-up says something else.',
})
export class CreateRecommendationInput extends NewRecordInput {
  @Field(() => RecommendationKindEnum, { description: KIND }) kind!: RecommendationKind;
  @Field(() => ID, { description: FROM }) from!: string;
  @Field(() => String, { description: TEXT }) text!: string;
  @Field(() => [ID], { nullable: true, description: 'The organisations it is addressed to.' }) to?: string[] | null;
  @Field(() => String, { nullable: true, description: ADDRESSEE }) addressee?: string | null;
  @Field(() => ID, { nullable: true, description: SPEAKER }) speaker?: string | null;
  @Field(() => Int, { nullable: true, description: ORDINAL }) ordinal?: number | null;
  @Field(() => DateScalar, { nullable: true, description: DEADLINE }) deadline?: string | null;
  @Field(() => ID, { nullable: true, description: AGREEMENT }) agreement?: string | null;
  @Field(() => ID, { nullable: true, description: EVALUATION }) evaluation?: string | null;
  @Field(() => ID, { nullable: true, description: MEETING }) meeting?: string | null;
  @Field(() => ID, { nullable: true, description: DOCUMENT }) document?: string | null;
  @Field(() => DateSpanInput, { nullable: true, description: ISSUED }) issued?: DateSpanInput | null;
  @Field(() => [ID], { nullable: true, description: 'The groups of people that it is about.' })
  targetGroups?: string[] | null;
}

/** What `correctRecommendation` is given. */
@InputType({
  description:
    'What a recommendation says from now on. What is left out stays; null takes a value away; a list replaces the whole list. Its state is moved by follow-ups.',
})
export class CorrectRecommendationInput extends NextVersionInput {
  @Field(() => RecommendationKindEnum, { nullable: true, description: KIND }) kind?: RecommendationKind;
  @Field(() => ID, { nullable: true, description: FROM }) from?: string;
  @Field(() => String, { nullable: true, description: TEXT }) text?: string;
  @Field(() => [ID], { nullable: true, description: 'The organisations it is addressed to, all of them.' }) to?:
    | string[]
    | null;
  @Field(() => String, { nullable: true, description: ADDRESSEE }) addressee?: string | null;
  @Field(() => ID, { nullable: true, description: SPEAKER }) speaker?: string | null;
  @Field(() => Int, { nullable: true, description: ORDINAL }) ordinal?: number | null;
  @Field(() => DateScalar, { nullable: true, description: DEADLINE }) deadline?: string | null;
  @Field(() => ID, { nullable: true, description: AGREEMENT }) agreement?: string | null;
  @Field(() => ID, { nullable: true, description: EVALUATION }) evaluation?: string | null;
  @Field(() => ID, { nullable: true, description: MEETING }) meeting?: string | null;
  @Field(() => ID, { nullable: true, description: DOCUMENT }) document?: string | null;
  @Field(() => DateSpanInput, { nullable: true, description: ISSUED }) issued?: DateSpanInput | null;
  @Field(() => [ID], { nullable: true, description: 'The groups of people that it is about, all of them.' })
  targetGroups?: string[] | null;
}

/** What `followUpRecommendation` is given. */
@InputType({ description: 'What was done about a recommendation, and what became of it by that.' })
export class FollowUpRecommendationInput extends NextVersionInput {
  @Field(() => DateScalar, { description: 'The day on which it stood so, today or before.' }) on!: string;
  @Field(() => String, { description: 'What was done, or why not.' }) text!: string;
  @Field(() => RecommendationStateEnum, {
    description:
      'What became of it: the same as before while it goes on, or a step on. Where nothing was known of it before, whatever is known now.',
  })
  state!: RecommendationState;
  @Field(() => ID, { nullable: true, description: 'The organisation that did it.' }) organisation?: string | null;
}

/** What changes of recommendations answer. */
@ObjectType({ description: 'The recommendation as it is now, or what stands in the way.' })
export class RecommendationPayload {
  @Field(() => Recommendation, {
    nullable: true,
    description: 'The recommendation as it is now; null where nothing was changed.',
  })
  recommendation!: Recommendation | null;
  @Field(() => [UserError], { description: 'What stands in the way; empty when it was done.' })
  userErrors!: UserError[];
}

/** What an input states of a recommendation, but for its state. Raises `HubError` BAD_USER_INPUT. */
export function recommendationDraft(input: CreateRecommendationInput | CorrectRecommendationInput): RecordDraft {
  const { deadline, ordinal } = input;
  const from = kept(input.from, 'from');
  return {
    values: stated({
      kind: kept(input.kind, 'kind'),
      fromId: optionalKey('Organisation', from, 'from'),
      text: keptText(input.text, 'text'),
      addressee: optionalText(input.addressee, 'addressee'),
      speakerId: optionalKey('Person', input.speaker, 'speaker'),
      ordinal,
      deadline,
      agreementId: optionalKey('Agreement', input.agreement, 'agreement'),
      evaluationId: optionalKey('Evaluation', input.evaluation, 'evaluation'),
      meetingId: optionalKey('AgreementEvent', input.meeting, 'meeting'),
      documentId: optionalKey('SourceDocument', input.document, 'document'),
      ...spanColumns('issued', input.issued),
    }),
    parts: {
      ...(input.to === undefined ? {} : { to: linked('Organisation', 'organisationId', input.to, 'to') }),
      ...(input.targetGroups === undefined
        ? {}
        : { targetGroups: linked('TargetGroup', 'targetGroupId', input.targetGroups, 'targetGroups') }),
    },
  };
}

function linked(type: string, property: string, ids: readonly string[] | null, path: string): PartDraft[] {
  return (ids ?? []).map((id) => ({ [property]: keyOf(type, id, path) }));
}

/** The follow-up that an input states, at its place among those of the recommendation. Raises `HubError` BAD_USER_INPUT. */
export function followUpPart(input: FollowUpRecommendationInput, ordinal: number): PartDraft {
  return {
    ordinal,
    on: input.on,
    text: textOf(input.text, 'text'),
    state: input.state,
    organisationId: optionalKey('Organisation', input.organisation, 'organisation') ?? null,
  };
}
