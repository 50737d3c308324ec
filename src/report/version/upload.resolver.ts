import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../ground/gql/context.ts';
import { type NodeFetcher, numbersInId, toGlobalId } from '../../ground/gql/node.ts';
import { reportLoaders } from './report.loader.ts';
import { Report } from './report.type.ts';
import { uploadByKey } from './upload.store.ts';
import { type KeptIssue, Upload, UploadIssue } from './upload.type.ts';

/** What hangs on an upload. */
@Resolver(() => Upload)
export class UploadResolver {
  @FieldResolver(() => Report, { nullable: true, description: 'The report it became a version of; null where it was refused.' })
  report(@Root() upload: Upload, @Ctx() context: Context): Promise<Report | null> | null {
    return upload.reportId === null ? null : context.use(reportLoaders).byKey.load(`${upload.provinceId}:${upload.reportId}`);
  }
}

/** The resolvers of uploads. */
export const uploadResolvers = [UploadResolver] as const;

function toIssue(kept: KeptIssue): UploadIssue {
  const { code, severity, sheet, cell, read, expected } = kept;
  return Object.assign(new UploadIssue(), {
    code,
    severity,
    sheet: sheet ?? null,
    cell: cell ?? null,
    read: read ?? null,
    expected: expected ?? null,
    kept,
  });
}

/** Answers `node(id)` for uploads: the row policy shows them to their organisation alone. */
export const uploadNode: NodeFetcher = {
  type: 'Upload',
  fetch: async (context, id) => {
    const [province, upload] = numbersInId(id, 'Upload', 2) ?? [];
    if (province === undefined || upload === undefined || context.viewer.role === 'ANONYMOUS' || context.viewer.role === 'PARTNER') return null;
    const row = await context.read((tx) => uploadByKey(tx, province, String(upload)));
    if (!row) return null;
    const issues = (row.issues as KeptIssue[]).map(toIssue);
    return new Upload({ ...row, id: toGlobalId('Upload', row.provinceId, row.id), issues });
  },
};
