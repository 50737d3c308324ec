import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../ground/gql/context.ts';
import { CloseRecordInput } from '../../ground/record/record.input.ts';
import { recordMutations } from '../../ground/record/record-mutations.ts';
import {
  agreementPlanDraft,
  AgreementPlanPayload,
  CorrectAgreementPlanInput,
  CreateAgreementPlanInput,
} from './agreement-plan-change.input.ts';
import { agreementPlanKind } from './agreement-plan.kind.ts';
import { agreementPlansFor } from './agreement-plan.resolver.ts';

const change = recordMutations(agreementPlanKind, 'agreementPlan', AgreementPlanPayload, agreementPlansFor);

/** Entering, correcting and closing yearly plans. */
@Resolver()
class AgreementPlanChangeResolver {
  @Mutation(() => AgreementPlanPayload, {
    description: 'Enters a yearly plan of an agreement. Needs the right to keep records of its keeper.',
  })
  createAgreementPlan(
    @Arg('input', () => CreateAgreementPlanInput, { description: 'What is entered.' }) input: CreateAgreementPlanInput,
    @Ctx() context: Context,
  ): Promise<AgreementPlanPayload> {
    return change.create(context, 'createAgreementPlan', input, (tx) => agreementPlanDraft(tx, input));
  }

  @Mutation(() => AgreementPlanPayload, { description: 'Corrects a yearly plan by a new version with its reason.' })
  correctAgreementPlan(
    @Arg('input', () => CorrectAgreementPlanInput, { description: 'What it says from now on.' })
    input: CorrectAgreementPlanInput,
    @Ctx() context: Context,
  ): Promise<AgreementPlanPayload> {
    return change.correct(context, 'correctAgreementPlan', input, (tx) => agreementPlanDraft(tx, input));
  }

  @Mutation(() => AgreementPlanPayload, { description: 'Closes a yearly plan on a day. It stays to be read.' })
  closeAgreementPlan(
    @Arg('input', () => CloseRecordInput, { description: 'Which, when and why.' }) input: CloseRecordInput,
    @Ctx() context: Context,
  ): Promise<AgreementPlanPayload> {
    return change.close(context, 'closeAgreementPlan', input);
  }
}

/** The resolvers that change yearly plans. */
export const agreementPlanChangeResolvers = [AgreementPlanChangeResolver] as const;
