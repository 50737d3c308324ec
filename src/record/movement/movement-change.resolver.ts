import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../ground/gql/context.ts';
import { CloseRecordInput } from '../../ground/record/record.input.ts';
import { recordMutations } from '../../ground/record/record-mutations.ts';
import { CorrectMovementInput, CreateMovementInput, movementDraft, MovementPayload } from './movement-change.input.ts';
import { movementKind } from './movement.kind.ts';
import { movementsFor } from './movement.resolver.ts';

const change = recordMutations(movementKind, 'movement', MovementPayload, movementsFor);

/** Entering, correcting and closing movements. */
@Resolver()
class MovementChangeResolver {
  @Mutation(() => MovementPayload, { description: 'Enters a movement. Needs the right to keep records of its keeper.' })
  createMovement(
    @Arg('input', () => CreateMovementInput, { description: 'What is entered.' }) input: CreateMovementInput,
    @Ctx() context: Context,
  ): Promise<MovementPayload> {
    return change.create(context, 'createMovement', input, () => movementDraft(input));
  }

  @Mutation(() => MovementPayload, { description: 'Corrects a movement by a new version with its reason.' })
  correctMovement(
    @Arg('input', () => CorrectMovementInput, { description: 'What it says from now on.' }) input: CorrectMovementInput,
    @Ctx() context: Context,
  ): Promise<MovementPayload> {
    return change.correct(context, 'correctMovement', input, () => movementDraft(input));
  }

  @Mutation(() => MovementPayload, { description: 'Closes a movement on a day. It stays to be read.' })
  closeMovement(
    @Arg('input', () => CloseRecordInput, { description: 'Which, when and why.' }) input: CloseRecordInput,
    @Ctx() context: Context,
  ): Promise<MovementPayload> {
    return change.close(context, 'closeMovement', input);
  }
}

/** The resolvers that change movements. */
export const movementChangeResolvers = [MovementChangeResolver] as const;
