import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Context } from '../gql/context.ts';
import type { NodeFetcher } from '../gql/node.ts';
import { oneRow, rowsOf } from '../gql/rows.ts';
import { FieldProvenance, Provenance } from '../record/provenance.type.ts';
import { recordVersionLoaders } from '../record/record.loader.ts';
import { recordKey } from '../record/record.source.ts';
import { RecordVersion } from '../record/record.type.ts';
import { documentList, quoteList } from './document.source.ts';
import { Quote, SourceDocument } from './source-document.type.ts';

/** What a provenance leads to. */
@Resolver(() => Provenance)
class ProvenanceResolver {
  @FieldResolver(() => SourceDocument, {
    nullable: true,
    description: 'The document it was taken from; null where it comes from none, or from one you may not see.',
  })
  document(
    @Root() { documentId }: Provenance,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SourceDocument | null> {
    return oneRow(context, documentList(context.viewer), documentId, info);
  }

  @FieldResolver(() => Quote, { nullable: true, description: 'The passage that says it; null where none is named.' })
  quote(
    @Root() { quoteId }: Provenance,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Quote | null> {
    return oneRow(context, quoteList(context.viewer), quoteId, info);
  }
}

/** What the provenance of a field leads to. */
@Resolver(() => FieldProvenance)
class FieldProvenanceResolver {
  @FieldResolver(() => Quote, { nullable: true, description: 'The passage that says it; null where none is named.' })
  quote(
    @Root() { quoteId }: FieldProvenance,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Quote | null> {
    return oneRow(context, quoteList(context.viewer), quoteId, info);
  }
}

/** The passages and versions of a document. */
@Resolver(() => SourceDocument)
class DocumentPartsResolver {
  @FieldResolver(() => [RecordVersion], { description: 'Its versions, oldest first, each with what it changed.' })
  versions(
    @Root() { documentId }: SourceDocument,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RecordVersion[]> {
    return context.use(recordVersionLoaders)('SourceDocument', documentId, info);
  }

  @FieldResolver(() => [Quote], { description: 'The passages that records were taken from, by their names.' })
  quotes(
    @Root() { documentId }: SourceDocument,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Quote[]> {
    const list = {
      ...quoteList(context.viewer),
      by: { sql: 'q0.document_id', type: 'integer' },
      order: 'q0.id',
    } as const;
    return rowsOf(context, list, documentId, info);
  }
}

/** The document of a passage. */
@Resolver(() => Quote)
class QuoteResolver {
  @FieldResolver(() => SourceDocument, {
    nullable: true,
    description: 'The document it stands in; null where you may not see that.',
  })
  document(
    @Root() { documentId }: Quote,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SourceDocument | null> {
    return oneRow(context, documentList(context.viewer), documentId, info);
  }
}

/** The resolvers of this room. */
export const documentResolvers = [
  ProvenanceResolver,
  FieldProvenanceResolver,
  DocumentPartsResolver,
  QuoteResolver,
] as const;

/** How `node(id)` answers for documents and quotes. */
export const documentNodes: readonly NodeFetcher[] = [
  {
    type: 'SourceDocument',
    fetch: (context, id) => oneRow(context, documentList(context.viewer), recordKey('SourceDocument', id)),
  },
  { type: 'Quote', fetch: (context, id) => oneRow(context, quoteList(context.viewer), recordKey('Quote', id)) },
];
