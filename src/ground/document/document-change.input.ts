import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../gql/user-error.type.ts';
import { NewRecordInput, NextVersionInput } from '../record/record.input.ts';
import { DateSpanInput } from '../record/span.type.ts';
import type { SourceDocumentRow } from './document.row.ts';
import { DocumentKindEnum, SourceDocument } from './source-document.type.ts';

const NUMBER =
  'Its number as written, in either style: `125/BC-UBND`, `225 - KH/TWĐTN-CTTN`; stray spaces and `Số:` do not count. Papers only.';
const YEAR = 'The year of the number; left out: taken from the symbol or from the day it bears.';

/** A passage, as a client states it. */
@InputType({ description: 'A passage of the document.' })
export class QuoteInput {
  @Field(() => String, { description: 'What it is called within the document: `S2-8`. Each name stands once.' })
  key!: string;
  @Field(() => String, { description: 'The words as they stand there, faults included.' }) text!: string;
}

/** What `createDocument` is given. */
@InputType({ description: 'A document to be entered. What is left out stays unknown.' })
export class CreateDocumentInput extends NewRecordInput {
  @Field(() => DocumentKindEnum, { description: 'Whether it is an article or an official paper.' })
  kind!: SourceDocumentRow['kind'];
  @Field(() => String, { description: 'Its title, or what the paper says it is about (trích yếu), as written.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'Who wrote the article, as signed there.' })
  author?: string | null;
  @Field(() => String, { nullable: true, description: 'Where it was published.' }) publisher?: string | null;
  @Field(() => String, { nullable: true, description: 'The section it stood in.' }) section?: string | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was published, ISO 8601 with its offset.' })
  publishedAt?: Date | null;
  @Field(() => ID, { nullable: true, description: 'The organisation that issued the paper.' }) issuer?: string | null;
  @Field(() => String, { nullable: true, description: NUMBER }) number?: string | null;
  @Field(() => Int, { nullable: true, description: YEAR }) year?: number | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'The day it bears.' }) dated?: DateSpanInput | null;
  @Field(() => [QuoteInput], { nullable: true, description: 'Passages that records may be taken from.' })
  quotes?: QuoteInput[] | null;
}

/** What `correctDocument` is given. */
@InputType({
  description:
    'What is said of a document from now on. What is left out stays; null takes a value away; quotes are added, none is altered.',
})
export class CorrectDocumentInput extends NextVersionInput {
  @Field(() => String, { nullable: true, description: 'Its title, as written.' }) title?: string | null;
  @Field(() => String, { nullable: true, description: 'Who wrote the article, as signed there.' })
  author?: string | null;
  @Field(() => String, { nullable: true, description: 'Where it was published.' }) publisher?: string | null;
  @Field(() => String, { nullable: true, description: 'The section it stood in.' }) section?: string | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was published, ISO 8601 with its offset.' })
  publishedAt?: Date | null;
  @Field(() => ID, { nullable: true, description: 'The organisation that issued the paper.' }) issuer?: string | null;
  @Field(() => String, { nullable: true, description: NUMBER }) number?: string | null;
  @Field(() => Int, { nullable: true, description: YEAR }) year?: number | null;
  @Field(() => DateSpanInput, { nullable: true, description: 'The day it bears.' }) dated?: DateSpanInput | null;
  @Field(() => [QuoteInput], { nullable: true, description: 'Further passages.' }) quotes?: QuoteInput[] | null;
}

/** What changes of documents answer. */
@ObjectType({ description: 'The document as it is now, or what stands in the way.' })
export class DocumentPayload {
  @Field(() => SourceDocument, {
    nullable: true,
    description: 'The document as it is now; null where nothing was changed.',
  })
  document!: SourceDocument | null;
  @Field(() => [UserError], { description: 'What stands in the way; empty when it was done.' })
  userErrors!: UserError[];
}
