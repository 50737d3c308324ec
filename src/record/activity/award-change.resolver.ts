import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../ground/gql/context.ts';
import { CloseRecordInput } from '../../ground/record/record.input.ts';
import { recordMutations } from '../../ground/record/record-mutations.ts';
import { AwardPayload, CorrectAwardInput, CreateAwardInput } from './award-change.input.ts';
import { awardDraft } from './award-draft.ts';
import { awardKind } from './award.kind.ts';
import { awardsFor } from './award.resolver.ts';

const change = recordMutations(awardKind, 'award', AwardPayload, awardsFor);

/** Entering, correcting and closing awards. */
@Resolver()
class AwardChangeResolver {
  @Mutation(() => AwardPayload, { description: 'Enters an award. Needs the right to keep records of its keeper.' })
  createAward(
    @Arg('input', () => CreateAwardInput, { description: 'What is entered.' }) input: CreateAwardInput,
    @Ctx() context: Context,
  ): Promise<AwardPayload> {
    return change.create(context, 'createAward', input, () => awardDraft(input));
  }

  @Mutation(() => AwardPayload, { description: 'Corrects an award by a new version with its reason.' })
  correctAward(
    @Arg('input', () => CorrectAwardInput, { description: 'What it says from now on.' }) input: CorrectAwardInput,
    @Ctx() context: Context,
  ): Promise<AwardPayload> {
    return change.correct(context, 'correctAward', input, (_tx, before) => awardDraft(input, before));
  }

  @Mutation(() => AwardPayload, { description: 'Closes an award on a day. It stays to be read.' })
  closeAward(
    @Arg('input', () => CloseRecordInput, { description: 'Which, when and why.' }) input: CloseRecordInput,
    @Ctx() context: Context,
  ): Promise<AwardPayload> {
    return change.close(context, 'closeAward', input);
  }
}

/** The resolvers that change awards. */
export const awardChangeResolvers = [AwardChangeResolver] as const;
