import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../ground/gql/context.ts';
import { CloseRecordInput } from '../../ground/record/record.input.ts';
import { recordMutations } from '../../ground/record/record-mutations.ts';
import { ActivityPayload, CorrectActivityInput, CreateActivityInput } from './activity-change.input.ts';
import { activityDraft } from './activity-draft.ts';
import { activityKind } from './activity.kind.ts';
import { activitiesFor } from './activity.resolver.ts';

const change = recordMutations(activityKind, 'activity', ActivityPayload, activitiesFor);

/** Entering, correcting and closing activities. */
@Resolver()
class ActivityChangeResolver {
  @Mutation(() => ActivityPayload, {
    description: 'Enters an activity. Needs the right to keep records of its keeper.',
  })
  createActivity(
    @Arg('input', () => CreateActivityInput, { description: 'What is entered.' }) input: CreateActivityInput,
    @Ctx() context: Context,
  ): Promise<ActivityPayload> {
    return change.create(context, 'createActivity', input, () => activityDraft(input));
  }

  @Mutation(() => ActivityPayload, { description: 'Corrects an activity by a new version with its reason.' })
  correctActivity(
    @Arg('input', () => CorrectActivityInput, { description: 'What it says from now on.' }) input: CorrectActivityInput,
    @Ctx() context: Context,
  ): Promise<ActivityPayload> {
    return change.correct(context, 'correctActivity', input, () => activityDraft(input));
  }

  @Mutation(() => ActivityPayload, { description: 'Closes an activity on a day. It stays to be read.' })
  closeActivity(
    @Arg('input', () => CloseRecordInput, { description: 'Which, when and why.' }) input: CloseRecordInput,
    @Ctx() context: Context,
  ): Promise<ActivityPayload> {
    return change.close(context, 'closeActivity', input);
  }
}

/** The resolvers that change activities. */
export const activityChangeResolvers = [ActivityChangeResolver] as const;
