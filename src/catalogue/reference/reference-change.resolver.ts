import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../ground/gql/context.ts';
import { recordMutations } from '../../ground/record/record-mutations.ts';
import {
  CorrectPolicyReferenceInput,
  CreatePolicyReferenceInput,
  policyReferenceDraft,
  PolicyReferencePayload,
} from './policy-reference-change.input.ts';
import { policyReferenceKind } from './policy-reference.kind.ts';
import { policyReferencesFor, targetGroupsFor } from './reference.resolver.ts';
import {
  CorrectTargetGroupInput,
  CreateTargetGroupInput,
  targetGroupDraft,
  TargetGroupPayload,
} from './target-group-change.input.ts';
import { targetGroupKind } from './target-group.kind.ts';

const groups = recordMutations(targetGroupKind, 'targetGroup', TargetGroupPayload, targetGroupsFor);
const policies = recordMutations(policyReferenceKind, 'policyReference', PolicyReferencePayload, policyReferencesFor);

/** Entering and correcting target groups and references to policies. */
@Resolver()
class ReferenceChangeResolver {
  @Mutation(() => TargetGroupPayload, {
    description: 'Enters a target group. Needs the right to keep records of its keeper.',
  })
  createTargetGroup(
    @Arg('input', () => CreateTargetGroupInput, { description: 'What is entered.' }) input: CreateTargetGroupInput,
    @Ctx() context: Context,
  ): Promise<TargetGroupPayload> {
    return groups.create(context, 'createTargetGroup', input, () => targetGroupDraft(input));
  }

  @Mutation(() => TargetGroupPayload, { description: 'Corrects a target group by a new version with its reason.' })
  correctTargetGroup(
    @Arg('input', () => CorrectTargetGroupInput, { description: 'What it says from now on.' })
    input: CorrectTargetGroupInput,
    @Ctx() context: Context,
  ): Promise<TargetGroupPayload> {
    return groups.correct(context, 'correctTargetGroup', input, () => targetGroupDraft(input));
  }

  @Mutation(() => PolicyReferencePayload, {
    description: 'Enters a policy to be referred to. Needs the right to keep records of its keeper.',
  })
  createPolicyReference(
    @Arg('input', () => CreatePolicyReferenceInput, { description: 'What is entered.' })
    input: CreatePolicyReferenceInput,
    @Ctx() context: Context,
  ): Promise<PolicyReferencePayload> {
    return policies.create(context, 'createPolicyReference', input, () => policyReferenceDraft(input));
  }

  @Mutation(() => PolicyReferencePayload, {
    description: 'Corrects a reference to a policy by a new version with its reason.',
  })
  correctPolicyReference(
    @Arg('input', () => CorrectPolicyReferenceInput, { description: 'What it says from now on.' })
    input: CorrectPolicyReferenceInput,
    @Ctx() context: Context,
  ): Promise<PolicyReferencePayload> {
    return policies.correct(context, 'correctPolicyReference', input, () => policyReferenceDraft(input));
  }
}

/** The resolvers that change target groups and references to policies. */
export const referenceChangeResolvers = [ReferenceChangeResolver] as const;
