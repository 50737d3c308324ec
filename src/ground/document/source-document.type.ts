import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../gql/connection.ts';
import { documentedEnum } from '../gql/enum.ts';
import { Node, toGlobalId } from '../gql/node.ts';
import { DateScalar } from '../gql/scalars.ts';
import { type DateSpan, DateSpan as DateSpanType, toSpan } from '../record/span.type.ts';
import { toVisibility, type Visibility, VisibilityEnum } from '../record/visibility.enum.ts';
import type { QuoteRow, SourceDocumentRow } from './document.row.ts';

/** `DocumentKind` in the graph. */
export const DocumentKindEnum = documentedEnum<SourceDocumentRow['kind']>('DocumentKind', 'What a document is.', {
  ARTICLE: 'An article or a post that was published.',
  OFFICIAL: 'An official paper: plan, report, decision, notice and their like.',
});

/** `DocumentNumberStyle` in the graph. */
const DocumentNumberStyleEnum = documentedEnum<NonNullable<SourceDocumentRow['style']>>(
  'DocumentNumberStyle',
  'How the number of a paper is written.',
  {
    STATE: 'As state bodies write it, slash first: `125/BC-UBND`.',
    PARTY: 'As the Party and the Youth Union write it, hyphen first: `225-KH/TWĐTN-CTTN`.',
  },
);

/** The number of an official paper. */
@ObjectType({
  description:
    'The number of an official paper. Issuer, type, number and year together are unique, however it is written.',
})
export class DocumentNumber {
  @Field(() => String, { description: 'The number as it was written, without stray spaces: `225-KH/TWĐTN-CTTN`.' })
  symbol!: string;
  @Field(() => Int, { description: 'The running number, from 1 in every year.' }) number!: number;
  @Field(() => String, {
    nullable: true,
    description: 'The letters of the type: `KH` plan, `BC` report, `TB` notice; null for a plain letter (công văn).',
  })
  type!: string | null;
  @Field(() => Int, { nullable: true, description: 'The year of issue; null where it is not known.' })
  year!: number | null;
  @Field(() => DocumentNumberStyleEnum, { nullable: true, description: 'How it is written.' })
  style!: SourceDocumentRow['style'];
}

/** Something written that records were taken from, or that belongs to them. */
@ObjectType({
  implements: Node,
  description:
    'Something written that records were taken from or that belongs to them: an article or an official paper.',
})
export class SourceDocument extends Node {
  @Field(() => DocumentKindEnum, { description: 'Whether it is an article or an official paper.' })
  kind!: SourceDocumentRow['kind'];
  @Field(() => String, { description: 'Its title, or what the paper says it is about (trích yếu), as written.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'Who wrote the article, as signed there; null where unsigned.' })
  author!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Where it was published, as written there; null where not stated.',
  })
  publisher!: string | null;
  @Field(() => String, { nullable: true, description: 'The section it stood in; null where not stated.' })
  section!: string | null;
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was published, ISO 8601 in UTC, to the minute; null where not stated.',
  })
  publishedAt!: Date | null;
  @Field(() => DocumentNumber, {
    nullable: true,
    description: 'Its official number; null where it has or states none.',
  })
  number!: DocumentNumber | null;
  @Field(() => DateSpanType, { nullable: true, description: 'The day it bears; null where it is not known.' })
  dated!: DateSpan | null;
  @Field(() => Int, {
    description: 'The version shown, from 1: give it as `expectedVersion` to correct what is said of it.',
  })
  version!: number;
  @Field(() => VisibilityEnum, { description: 'Who may know of it.' }) visibility!: Visibility;
  @Field(() => DateScalar, { nullable: true, description: 'The day it was closed; null while it is open.' })
  closedOn!: string | null;
  documentId!: number;
  issuerId!: number | null;
  provinceId!: number;
  keeperId!: number | null;
}

/** The document of a row, of which only the needed columns may have been read. */
export function toSourceDocument(row: SourceDocumentRow): SourceDocument {
  return Object.assign(new SourceDocument(), {
    id: toGlobalId('SourceDocument', row.id),
    kind: row.kind,
    title: row.title,
    author: row.author,
    publisher: row.publisher,
    section: row.section,
    publishedAt: row.publishedAt,
    dated: toSpan(row.datedEarliest, row.datedLatest),
    number:
      row.symbol == null || row.number == null
        ? null
        : Object.assign(new DocumentNumber(), {
            symbol: row.symbol,
            number: row.number,
            // A plain letter keeps an empty text, so that its number is unique too.
            type: row.type === '' ? null : row.type,
            year: row.year,
            style: row.style,
          }),
    version: row.version,
    visibility: toVisibility(row.exposure),
    closedOn: row.closedOn,
    documentId: row.id,
    issuerId: row.issuerId,
    provinceId: row.provinceId,
    keeperId: row.keeperId,
  });
}

/** A passage of a document. */
@ObjectType({ implements: Node, description: 'A passage of a document, verbatim but for white space.' })
export class Quote extends Node {
  @Field(() => String, { description: 'What the passage is called within its document: `S2-8`.' }) key!: string;
  @Field(() => String, { description: 'The words as they stand there, faults included.' }) text!: string;
  quoteId!: number;
  documentId!: number;
}

/** The quote of a row. */
export function toQuote(row: QuoteRow): Quote {
  return Object.assign(new Quote(), {
    id: toGlobalId('Quote', row.id),
    key: row.key,
    text: row.text,
    quoteId: row.id,
    documentId: row.documentId,
  });
}

/** A page of documents. */
export const SourceDocumentConnection = connectionType('SourceDocument', () => SourceDocument);
