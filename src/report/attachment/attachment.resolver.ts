import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../ground/gql/context.ts';
import { HubError } from '../../ground/gql/hub-error.ts';
import { type NodeFetcher, numbersInId, toGlobalId } from '../../ground/gql/node.ts';
import { ReportVersion } from '../version/report.type.ts';
import { Upload } from '../version/upload.type.ts';
import { isAnnotatable } from './annotated-copy.ts';
import { attachmentLoaders } from './attachment.loader.ts';
import { Attachment, SignedDocument } from './attachment.type.ts';

/** Fields of an attachment that not everybody who knows of it may see. */
@Resolver(() => Attachment)
class AttachmentResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The name it was sent under. RESTRICTED for those who may not have its bytes: it may name a person.',
  })
  fileName(@Root() { name }: Attachment): string {
    if (name === null) throw restricted('fileName');
    return name;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where its bytes are, as a path of this hub; ask with `Authorization`. RESTRICTED for those who may not have them.',
  })
  url(@Root() { name, id }: Attachment): string {
    if (name === null) throw restricted('url');
    return `/attachments/${id}`;
  }
}

/** The name of whoever signed. */
@Resolver(() => SignedDocument)
class SignedDocumentResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The name of whoever signed, as the document has it. RESTRICTED for anonymous callers and partners.',
  })
  signer(@Root() { signerName }: SignedDocument): string {
    if (signerName === null) throw restricted('signer');
    return signerName;
  }
}

/** What belongs to a version beside its figures. */
@Resolver(() => ReportVersion)
class VersionAttachmentsResolver {
  @FieldResolver(() => [Attachment], {
    description:
      'The signed document and what else belongs to it, as far as you may see it: the signed document first.',
  })
  attachments(
    @Root() { provinceId, reportId, version }: ReportVersion,
    @Ctx() context: Context,
  ): Promise<Attachment[]> {
    return context.use(attachmentLoaders).ofVersion.load(`${provinceId}:${reportId}:${version}`);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where the bytes of its workbook are, as a path of this hub; ask with `Authorization`. RESTRICTED for those who may not have them.',
  })
  async fileUrl(@Root() { provinceId, reportId, version }: ReportVersion, @Ctx() context: Context): Promise<string> {
    const upload = await context.use(attachmentLoaders).workbookOf.load(`${provinceId}:${reportId}:${version}`);
    if (upload === null) throw restricted('fileUrl');
    return fileUrl(provinceId, upload);
  }
}

/** What came with an upload. */
@Resolver(() => Upload)
class UploadAttachmentsResolver {
  @FieldResolver(() => [Attachment], {
    description: 'What belongs to the version it became; nothing where it was refused, for then nothing is kept.',
  })
  attachments(
    @Root() { provinceId, reportId, version }: Upload,
    @Ctx() context: Context,
  ): Promise<Attachment[]> | Attachment[] {
    if (reportId === null || version === null) return [];
    return context.use(attachmentLoaders).ofVersion.load(`${provinceId}:${reportId}:${version}`);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where its bytes are, as a path of this hub; ask with `Authorization`. Null where they may not be kept.',
  })
  fileUrl(@Root() { id, byteSize }: Upload): string | null {
    return byteSize === null ? null : `/uploads/${id}/file`;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where the workbook is to be had with its issues as comments, as a path of this hub; ask with `Authorization`. Null where there are no issues, or where its bytes may not be kept.',
  })
  annotatedUrl(@Root() upload: Upload): string | null {
    return isAnnotatable(upload) ? `/uploads/${upload.id}/annotated` : null;
  }
}

function fileUrl(provinceId: number, upload: string): string {
  return `/uploads/${toGlobalId('Upload', provinceId, upload)}/file`;
}

function restricted(field: string): HubError {
  return new HubError({
    code: 'RESTRICTED',
    vi: `Bạn không được xem ${field} ở đây.`,
    en: `You may not see ${field} here.`,
  });
}

/** The resolvers of this room. */
export const attachmentResolvers = [
  AttachmentResolver,
  SignedDocumentResolver,
  VersionAttachmentsResolver,
  UploadAttachmentsResolver,
] as const;

/** Answers `node(id)` for attachments. */
export const attachmentNode: NodeFetcher = {
  type: 'Attachment',
  fetch: async (context, id) => {
    const key = numbersInId(id, 'Attachment', 2);
    return key ? context.use(attachmentLoaders).byKey.load(key.join(':')) : null;
  },
};
