import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { SourceDocument, SourceDocumentConnection } from '../../ground/document/source-document.type.ts';
import { type ConnectionData, nestedConnection, rootConnection } from '../../ground/gql/connection.ts';
import type { Context } from '../../ground/gql/context.ts';
import { dayAsked } from '../day.ts';
import { placeLoaders } from '../place/place.loader.ts';
import { Place } from '../place/place.type.ts';
import { SourceDocumentListArgs } from './document.input.ts';
import { relatedDocumentList } from './document.source.ts';
import { organisationLoaders } from './organisation.loader.ts';
import { Organisation } from './organisation.type.ts';

/** Documents in lists, and what hangs on one. */
@Resolver(() => SourceDocument)
class DocumentResolver {
  @Query(() => SourceDocumentConnection, {
    description: 'Articles and official papers, by title. `first` or `last` is required.',
  })
  documents(
    @Args(() => SourceDocumentListArgs) args: SourceDocumentListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<SourceDocument>> {
    return rootConnection(context, relatedDocumentList(context.viewer, dayAsked(context)), args, info);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation that issued it; null where that is not known, as of most articles.',
  })
  issuer(
    @Root() { issuerId }: SourceDocument,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> | null {
    return issuerId === null ? null : context.use(organisationLoaders).byId.load(issuerId, info);
  }

  @FieldResolver(() => Place, { description: 'Its province as it was, or the country for one of the whole country.' })
  province(
    @Root() { provinceId }: SourceDocument,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Place> {
    return context.use(placeLoaders).byId.load(provinceId, info);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation that keeps the record and may correct it; null where the hub’s catalogue does.',
  })
  keeper(
    @Root() { keeperId }: SourceDocument,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organisation> | null {
    return keeperId === null ? null : context.use(organisationLoaders).byId.load(keeperId, info);
  }
}

/** The papers of an organisation. */
@Resolver(() => Organisation)
class OrganisationDocumentsResolver {
  @FieldResolver(() => SourceDocumentConnection, {
    description: 'The papers it issued, by title. `first` or `last` is required.',
  })
  documents(
    @Root() { organisationId }: Organisation,
    @Args(() => SourceDocumentListArgs) args: SourceDocumentListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionData<SourceDocument>> {
    const list = relatedDocumentList(context.viewer, dayAsked(context));
    return nestedConnection(context, list, { sql: 'd0.issuer_id', type: 'integer' }, organisationId, args, info);
  }
}

/** The resolvers of documents as organisations have them. */
export const organisationDocumentResolvers = [DocumentResolver, OrganisationDocumentsResolver] as const;
