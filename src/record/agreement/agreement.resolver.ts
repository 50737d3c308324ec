import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { dayAsked, madeOnce } from '../../catalogue/day.ts';
import { Organisation } from '../../catalogue/organisation/organisation.type.ts';
import { PolicyReference } from '../../catalogue/reference/policy-reference.type.ts';
import { documentList } from '../../ground/document/document.source.ts';
import { SourceDocument } from '../../ground/document/source-document.type.ts';
import { type ConnectionData, nestedConnection, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import type { NodeFetcher } from '../../ground/gql/node.ts';
import { oneRow, rowsOf } from '../../ground/gql/rows.ts';
import { recordKey } from '../../ground/record/record.source.ts';
import {
  agreementItems,
  agreementParties,
  agreementPolicies,
  agreementSignatories,
  agreementSupports,
} from './agreement-part.source.ts';
import { AgreementListArgs } from './agreement.input.ts';
import { agreementList, agreementsOfPartyList } from './agreement.source.ts';
import {
  Agreement,
  AgreementConnection,
  AgreementItem,
  AgreementParty,
  AgreementSupport,
  Signatory,
} from './agreement.type.ts';

/** The list of agreements as the caller sees it today. */
export const agreementsFor = madeOnce((viewer, on) => agreementList(viewer, on));

const CONTENTS = agreementItems('CONTENT');
const OBJECTIVES = agreementItems('OBJECTIVE');

/** Agreements in lists, and what hangs on one. */
@Resolver(() => Agreement)
class AgreementResolver {
  @Query(() => AgreementConnection, {
    description: 'Coordination programmes and regulations. `first` or `last` is required.',
  })
  agreements(
    @Args(() => AgreementListArgs) args: AgreementListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Agreement>> {
    return rootConnection(context, agreementsFor(context), args, info);
  }

  @FieldResolver(() => SourceDocument, {
    nullable: true,
    description: 'The paper itself; null where none is named, or where you may not see it.',
  })
  document(
    @Root() { documentId }: Agreement,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SourceDocument | null> {
    return oneRow(context, documentList(context.viewer), documentId, info);
  }

  @FieldResolver(() => [AgreementParty], { description: 'The organisations it binds, as the source lists them.' })
  parties(
    @Root() { recordId }: Agreement,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementParty[]> {
    return rowsOf(context, agreementParties, recordId, info);
  }

  @FieldResolver(() => [Signatory], { description: 'Who signed it, as the source lists them.' })
  signatories(
    @Root() { recordId }: Agreement,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Signatory[]> {
    return rowsOf(context, agreementSignatories, recordId, info);
  }

  @FieldResolver(() => [AgreementItem], { description: 'What the parties do together (nội dung phối hợp).' })
  contents(
    @Root() { recordId }: Agreement,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementItem[]> {
    return rowsOf(context, CONTENTS, recordId, info);
  }

  @FieldResolver(() => [AgreementItem], { description: 'What it is meant to reach (mục đích, mục tiêu).' })
  objectives(
    @Root() { recordId }: Agreement,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementItem[]> {
    return rowsOf(context, OBJECTIVES, recordId, info);
  }

  @FieldResolver(() => [AgreementSupport], { description: 'What parties support others with (hỗ trợ).' })
  supports(
    @Root() { recordId }: Agreement,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementSupport[]> {
    return rowsOf(context, agreementSupports, recordId, info);
  }

  @FieldResolver(() => [PolicyReference], { description: 'The resolutions and laws that it refers to, by title.' })
  policies(
    @Root() { recordId }: Agreement,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PolicyReference[]> {
    return rowsOf(context, agreementPolicies(context.viewer, dayAsked(context)), recordId, info);
  }
}

/** The agreements of an organisation. */
@Resolver(() => Organisation)
class OrganisationAgreementsResolver {
  @FieldResolver(() => AgreementConnection, {
    description: 'The agreements that it is a party of, by name. `first` or `last` is required.',
  })
  agreements(
    @Root() { organisationId }: Organisation,
    @Args(() => AgreementListArgs) args: AgreementListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<Agreement>> {
    const list = agreementsOfPartyList(context.viewer, dayAsked(context));
    const parent = { sql: 'agp0.organisation_id', type: 'integer' } as const;
    return nestedConnection(context, list, parent, organisationId, args, info);
  }
}

/** The resolvers that read agreements themselves. */
export const agreementResolvers = [AgreementResolver, OrganisationAgreementsResolver] as const;

/** How `node(id)` answers for agreements. */
export const agreementNode: NodeFetcher = {
  type: 'Agreement',
  fetch: (context, id) => oneRow(context, agreementsFor(context), recordKey('Agreement', id)),
};
