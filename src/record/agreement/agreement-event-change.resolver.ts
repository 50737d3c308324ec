import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../ground/gql/context.ts';
import { CloseRecordInput } from '../../ground/record/record.input.ts';
import { recordMutations } from '../../ground/record/record-mutations.ts';
import {
  agreementEventDraft,
  AgreementEventPayload,
  CorrectAgreementEventInput,
  CreateAgreementEventInput,
} from './agreement-event-change.input.ts';
import { agreementEventKind } from './agreement-event.kind.ts';
import { agreementEventsFor } from './agreement-event.resolver.ts';

const change = recordMutations(agreementEventKind, 'agreementEvent', AgreementEventPayload, agreementEventsFor);

/** Entering, correcting and closing events around agreements. */
@Resolver()
class AgreementEventChangeResolver {
  @Mutation(() => AgreementEventPayload, {
    description: 'Enters a signing, a dialogue or a review meeting. Needs the right to keep records of its keeper.',
  })
  createAgreementEvent(
    @Arg('input', () => CreateAgreementEventInput, { description: 'What is entered.' })
    input: CreateAgreementEventInput,
    @Ctx() context: Context,
  ): Promise<AgreementEventPayload> {
    return change.create(context, 'createAgreementEvent', input, (tx) => agreementEventDraft(tx, input));
  }

  @Mutation(() => AgreementEventPayload, { description: 'Corrects an event by a new version with its reason.' })
  correctAgreementEvent(
    @Arg('input', () => CorrectAgreementEventInput, { description: 'What it says from now on.' })
    input: CorrectAgreementEventInput,
    @Ctx() context: Context,
  ): Promise<AgreementEventPayload> {
    return change.correct(context, 'correctAgreementEvent', input, (tx) => agreementEventDraft(tx, input));
  }

  @Mutation(() => AgreementEventPayload, { description: 'Closes an event on a day. It stays to be read.' })
  closeAgreementEvent(
    @Arg('input', () => CloseRecordInput, { description: 'Which, when and why.' }) input: CloseRecordInput,
    @Ctx() context: Context,
  ): Promise<AgreementEventPayload> {
    return change.close(context, 'closeAgreementEvent', input);
  }
}

/** The resolvers that change events around agreements. */
export const agreementEventChangeResolvers = [AgreementEventChangeResolver] as const;
