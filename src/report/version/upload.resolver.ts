import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { byKey } from '../../ground/database/by-key.ts';
import type { Context } from '../../ground/gql/context.ts';
import { type NodeFetcher, numbersInId, toGlobalId } from '../../ground/gql/node.ts';
import type { ViewerRole } from '../../ground/viewer/viewer.ts';
import { reportLoaders } from './report.loader.ts';
import { Report } from './report.type.ts';
import type { UploadRow } from './upload.row.ts';
import { uploadsByKey } from './upload.store.ts';
import { type KeptIssue, Upload, UploadIssue } from './upload.type.ts';

/** What hangs on an upload. */
@Resolver(() => Upload)
class UploadResolver {
  @FieldResolver(() => Report, {
    nullable: true,
    description: 'The report it became a version of; null where it was refused.',
  })
  report(@Root() upload: Upload, @Ctx() context: Context): Promise<Report | null> | null {
    return upload.reportId === null
      ? null
      : context.use(reportLoaders).byKey.load(`${upload.provinceId}:${upload.reportId}`);
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

function toUpload(row: UploadRow): Upload {
  const issues = (row.issues as KeptIssue[]).map(toIssue);
  return new Upload({ ...row, id: toGlobalId('Upload', row.provinceId, row.id), issues });
}

/** Makes a request's loader of uploads, by `province:upload`: null where there is none, or none the viewer may see. */
function uploadLoader(context: Context): DataLoader<string, Upload | null> {
  return new DataLoader(async (keys) => {
    const rows = await context.read((tx) => uploadsByKey(tx, context.viewer, keys.map(split)));
    return byKey(keys, rows, (row) => `${row.provinceId}:${row.id}`).map((row) => row && toUpload(row));
  });
}

function split(key: string): { provinceId: number; uploadId: string } {
  const [province = '', uploadId = ''] = key.split(':');
  return { provinceId: Number(province), uploadId };
}

/** Who sees uploads at all; nobody else is let near the table. */
const OWNERS: ReadonlySet<ViewerRole> = new Set<ViewerRole>(['OFFICER', 'LEADER', 'ADMIN']);

/** Answers `node(id)` for uploads: their organisation sees them, and administrators. */
export const uploadNode: NodeFetcher = {
  type: 'Upload',
  fetch: async (context, id) => {
    const key = numbersInId(id, 'Upload', 2);
    return key && OWNERS.has(context.viewer.role) ? context.use(uploadLoader).load(key.join(':')) : null;
  },
};
