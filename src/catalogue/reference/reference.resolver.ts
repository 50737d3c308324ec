import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { type ConnectionData, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { NodeFetcher } from '../../ground/gql/node.ts';
import { oneRow } from '../../ground/gql/rows.ts';
import { recordKey } from '../../ground/record/record.source.ts';
import { madeOnce } from '../day.ts';
import { type PolicyReference, PolicyReferenceConnection } from './policy-reference.type.ts';
import { PolicyReferenceListArgs, TargetGroupListArgs } from './reference.input.ts';
import { policyReferenceList, targetGroupList } from './reference.source.ts';
import { type TargetGroup, TargetGroupConnection } from './target-group.type.ts';

/** The list of target groups as the caller sees it today. */
export const targetGroupsFor = madeOnce((viewer, on) => targetGroupList(viewer, on));

/** The list of references to policies as the caller sees it today. */
export const policyReferencesFor = madeOnce((viewer, on) => policyReferenceList(viewer, on));

/** Target groups and references to policies in lists. */
@Resolver()
class ReferenceResolver {
  @Query(() => TargetGroupConnection, {
    description: 'Groups of people whom activities and agreements are for. `first` or `last` is required.',
  })
  targetGroups(
    @Args(() => TargetGroupListArgs) args: TargetGroupListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<TargetGroup>> {
    return rootConnection(context, targetGroupsFor(context), args, info);
  }

  @Query(() => PolicyReferenceConnection, {
    description: 'Resolutions, laws and their like that records refer to. `first` or `last` is required.',
  })
  policyReferences(
    @Args(() => PolicyReferenceListArgs) args: PolicyReferenceListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<PolicyReference>> {
    return rootConnection(context, policyReferencesFor(context), args, info);
  }
}

/** The resolvers that read target groups and references to policies. */
export const referenceResolvers = [ReferenceResolver] as const;

/** How `node(id)` answers for target groups. */
export const targetGroupNode: NodeFetcher = {
  type: 'TargetGroup',
  fetch: (context, id) => oneRow(context, targetGroupsFor(context), recordKey('TargetGroup', id)),
};

/** How `node(id)` answers for references to policies. */
export const policyReferenceNode: NodeFetcher = {
  type: 'PolicyReference',
  fetch: (context, id) => oneRow(context, policyReferencesFor(context), recordKey('PolicyReference', id)),
};
