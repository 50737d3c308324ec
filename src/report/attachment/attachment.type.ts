import { Field, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { documentedEnum } from '../../ground/gql/enum.ts';
import { Node, toGlobalId } from '../../ground/gql/node.ts';
import { DateScalar } from '../../ground/gql/scalars.ts';
import type { AttachmentKindName } from './attachment.row.ts';
import type { SeenAttachment } from './attachment.store.ts';

/** `AttachmentKind` in the graph. */
const AttachmentKindEnum = documentedEnum<AttachmentKindName>('AttachmentKind', 'What a file is to its report.', {
  SIGNED_DOCUMENT: 'The document that was signed (văn bản ký): a PDF with its number, date, subject and signer.',
  NARRATIVE: 'The report in words (phần lời, thuyết minh).',
  OTHER: 'Anything else that belongs to it.',
});

/** What a signed document says of itself. */
@ObjectType({ description: 'What a signed document says of itself, as its sender stated it.' })
export class SignedDocument {
  @Field(() => String, { description: 'Its number and symbol as written: `125/BC-LĐLĐ`.' }) number!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The letters of its type: `BC` report, `KH` plan; null for a plain letter (công văn).',
  })
  type!: string | null;
  @Field(() => DateScalar, { description: 'The day it bears.' }) date!: string;
  @Field(() => String, { description: 'What it is about (trích yếu).' }) subject!: string;
  @Field(() => String, { nullable: true, description: 'The office of whoever signed; null where not stated.' })
  signerOffice!: string | null;
  /** Null where it may not be told. */
  signerName!: string | null;
}

/** A file that belongs to a version of a report beside its workbook. */
@ObjectType({
  implements: Node,
  description:
    'A file that belongs to a version of a report beside its workbook, kept unchanged. Of published versions everybody knows of the signed document; ' +
    'the bytes are for the organisation, its reviewers from the submission on, and administrators.',
})
export class Attachment extends Node {
  @Field(() => AttachmentKindEnum, { description: 'What it is to the report.' }) kind!: AttachmentKindName;
  @Field(() => String, { description: 'Its media type, by its bytes.' }) mediaType!: string;
  @Field(() => Int, { description: 'Its size in bytes.' }) byteSize!: number;
  @Field(() => String, { description: 'SHA-256 of its bytes, as hexadecimal text.' }) sha256!: string;
  @Field(() => GraphQLDateTime, { description: 'When it was attached, ISO 8601 in UTC.' }) attachedAt!: Date;
  @Field(() => SignedDocument, {
    nullable: true,
    description: 'What the signed document says of itself; null for other kinds.',
  })
  document!: SignedDocument | null;
  /** Null where it may not be told; so is the way to the bytes then. */
  name!: string | null;
  provinceId!: number;
  reportId!: string;
  version!: number;
}

/** The attachment of a row. */
export function toAttachment(row: SeenAttachment): Attachment {
  return Object.assign(new Attachment(), {
    id: toGlobalId('Attachment', row.provinceId, row.id),
    kind: row.kind,
    mediaType: row.mediaType,
    byteSize: row.byteSize,
    sha256: row.sha256,
    attachedAt: row.attachedAt,
    document:
      row.documentNumber === null
        ? null
        : Object.assign(new SignedDocument(), {
            number: row.documentNumber,
            // A plain letter keeps an empty text.
            type: row.documentType || null,
            date: row.documentDate,
            subject: row.documentSubject,
            signerOffice: row.signerOffice,
            signerName: row.signerName,
          }),
    name: row.open ? row.fileName : null,
    provinceId: row.provinceId,
    reportId: row.reportId,
    version: row.version,
  });
}
