import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../ground/gql/context.ts';
import { CloseRecordInput } from '../../ground/record/record.input.ts';
import { recordMutations } from '../../ground/record/record-mutations.ts';
import {
  obligationDraft,
  ObligationPayload,
  CorrectObligationInput,
  CreateObligationInput,
} from './obligation-change.input.ts';
import { obligationKind } from './obligation.kind.ts';
import { obligationsFor } from './obligation.resolver.ts';

const change = recordMutations(obligationKind, 'obligation', ObligationPayload, obligationsFor);

/** Entering, correcting and closing obligations. */
@Resolver()
class ObligationChangeResolver {
  @Mutation(() => ObligationPayload, {
    description:
      'Enters what the parties of an agreement owe each other. Needs the right to keep records of its keeper.',
  })
  createObligation(
    @Arg('input', () => CreateObligationInput, { description: 'What is entered.' }) input: CreateObligationInput,
    @Ctx() context: Context,
  ): Promise<ObligationPayload> {
    return change.create(context, 'createObligation', input, (tx) => obligationDraft(tx, input));
  }

  @Mutation(() => ObligationPayload, { description: 'Corrects an obligation by a new version with its reason.' })
  correctObligation(
    @Arg('input', () => CorrectObligationInput, { description: 'What it says from now on.' })
    input: CorrectObligationInput,
    @Ctx() context: Context,
  ): Promise<ObligationPayload> {
    return change.correct(context, 'correctObligation', input, (tx) => obligationDraft(tx, input));
  }

  @Mutation(() => ObligationPayload, {
    description:
      'Closes an obligation on a day: years that have not ended by then are no longer owed. It stays to be read.',
  })
  closeObligation(
    @Arg('input', () => CloseRecordInput, { description: 'Which, when and why.' }) input: CloseRecordInput,
    @Ctx() context: Context,
  ): Promise<ObligationPayload> {
    return change.close(context, 'closeObligation', input);
  }
}

/** The resolvers that change obligations. */
export const obligationChangeResolvers = [ObligationChangeResolver] as const;
