import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../ground/gql/context.ts';
import { CloseRecordInput } from '../../ground/record/record.input.ts';
import { recordMutations } from '../../ground/record/record-mutations.ts';
import { AgreementPayload, CorrectAgreementInput, CreateAgreementInput } from './agreement-change.input.ts';
import { agreementDraft } from './agreement-draft.ts';
import { agreementKind } from './agreement.kind.ts';
import { agreementsFor } from './agreement.resolver.ts';

const change = recordMutations(agreementKind, 'agreement', AgreementPayload, agreementsFor);

/** Entering, correcting and closing agreements. */
@Resolver()
class AgreementChangeResolver {
  @Mutation(() => AgreementPayload, {
    description:
      'Enters an agreement with its parties, signatories, contents and the rest. Needs the right to keep records of its keeper.',
  })
  createAgreement(
    @Arg('input', () => CreateAgreementInput, { description: 'What is entered.' }) input: CreateAgreementInput,
    @Ctx() context: Context,
  ): Promise<AgreementPayload> {
    return change.create(context, 'createAgreement', input, (tx) => agreementDraft(tx, input));
  }

  @Mutation(() => AgreementPayload, { description: 'Corrects an agreement by a new version with its reason.' })
  correctAgreement(
    @Arg('input', () => CorrectAgreementInput, { description: 'What it says from now on.' })
    input: CorrectAgreementInput,
    @Ctx() context: Context,
  ): Promise<AgreementPayload> {
    return change.correct(context, 'correctAgreement', input, (tx) => agreementDraft(tx, input));
  }

  @Mutation(() => AgreementPayload, {
    description: 'Closes an agreement on a day, as when it is ended before its term. It stays to be read.',
  })
  closeAgreement(
    @Arg('input', () => CloseRecordInput, { description: 'Which, when and why.' }) input: CloseRecordInput,
    @Ctx() context: Context,
  ): Promise<AgreementPayload> {
    return change.close(context, 'closeAgreement', input);
  }
}

/** The resolvers that change agreements. */
export const agreementChangeResolvers = [AgreementChangeResolver] as const;
