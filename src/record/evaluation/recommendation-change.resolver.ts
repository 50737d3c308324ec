import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { dayAsked } from '../../catalogue/day.ts';
import type { Context } from '../../ground/gql/context.ts';
import { HubError } from '../../ground/gql/hub-error.ts';
import { changeRecord, type NextVersion } from '../../ground/record/change-record.ts';
import { CloseRecordInput, keyOf } from '../../ground/record/record.input.ts';
import { recordMutations } from '../../ground/record/record-mutations.ts';
import { followUpCount, requireRecommendationTies } from './evaluation.store.ts';
import {
  CorrectRecommendationInput,
  CreateRecommendationInput,
  followUpPart,
  FollowUpRecommendationInput,
  recommendationDraft,
  RecommendationPayload,
} from './recommendation-change.input.ts';
import { requireStep } from './recommendation-state.rule.ts';
import { recommendationKind } from './recommendation.kind.ts';
import { recommendationsFor } from './recommendation.resolver.ts';
import type { RecommendationRow } from './recommendation.row.ts';
import { requireStillOpen } from './still-open.rule.ts';

const change = recordMutations(recommendationKind, 'recommendation', RecommendationPayload, recommendationsFor);
const tied = { andThen: requireRecommendationTies };

/** Entering, correcting, following up and closing recommendations. */
@Resolver()
class RecommendationChangeResolver {
  @Mutation(() => RecommendationPayload, {
    description: 'Enters a directive, a request or a proposal. Needs the right to keep records of its keeper.',
  })
  createRecommendation(
    @Arg('input', () => CreateRecommendationInput, { description: 'What is entered.' })
    input: CreateRecommendationInput,
    @Ctx() context: Context,
  ): Promise<RecommendationPayload> {
    const draft = (): ReturnType<typeof recommendationDraft> => {
      const { values, parts = {} } = recommendationDraft(input);
      return { values: { ...values, state: 'OPEN' }, parts };
    };
    return change.create(context, 'createRecommendation', input, draft, tied);
  }

  @Mutation(() => RecommendationPayload, {
    description: 'Corrects a recommendation by a new version with its reason.',
  })
  correctRecommendation(
    @Arg('input', () => CorrectRecommendationInput, { description: 'What it says from now on.' })
    input: CorrectRecommendationInput,
    @Ctx() context: Context,
  ): Promise<RecommendationPayload> {
    return change.correct(context, 'correctRecommendation', input, () => recommendationDraft(input), tied);
  }

  @Mutation(() => RecommendationPayload, {
    description:
      'Adds what was done about a recommendation, and moves its state: OPEN to IN_PROGRESS, from there to DONE or DECLINED; what is DONE may be taken up again.',
  })
  followUpRecommendation(
    @Arg('input', () => FollowUpRecommendationInput, { description: 'Which, what was done and what became of it.' })
    input: FollowUpRecommendationInput,
    @Ctx() context: Context,
  ): Promise<RecommendationPayload> {
    return change.answer(context, () =>
      changeRecord(context, recommendationKind, followingUp(input), async (tx, before) => {
        const { id, state, closedOn } = before as RecommendationRow;
        requirePast(input.on, dayAsked(context));
        requireStillOpen(closedOn);
        requireStep(state, input.state);
        const followUp = followUpPart(input, (await followUpCount(tx, id)) + 1);
        return { values: { state: input.state }, parts: { followUps: [followUp] } };
      }),
    );
  }

  @Mutation(() => RecommendationPayload, {
    description:
      'Closes a recommendation on a day, whatever became of it. It stays to be read, and is overdue no more.',
  })
  closeRecommendation(
    @Arg('input', () => CloseRecordInput, { description: 'Which, when and why.' }) input: CloseRecordInput,
    @Ctx() context: Context,
  ): Promise<RecommendationPayload> {
    return change.close(context, 'closeRecommendation', input);
  }
}

function followingUp({ idempotencyKey, ...request }: FollowUpRecommendationInput): NextVersion {
  const { expectedVersion, reason } = request;
  const id = keyOf('Recommendation', request.id, 'id');
  const action = 'followUpRecommendation';
  return { action, event: 'RECOMMENDATION_FOLLOWED_UP', request, idempotencyKey, id, expectedVersion, reason };
}

function requirePast(on: string, today: string): void {
  if (on <= today) return;
  throw new HubError({
    code: 'BAD_USER_INPUT',
    path: ['on'],
    vi: `“on” cần một ngày không sau hôm nay (${today}); nhận được ${on}.`,
    en: `“on” needs a day not after today (${today}); got ${on}.`,
  });
}

/** The resolvers that change recommendations. */
export const recommendationChangeResolvers = [RecommendationChangeResolver] as const;
