import DataLoader from 'dataloader';
import { byKey, groupByKey } from '../../ground/database/by-key.ts';
import type { Context } from '../../ground/gql/context.ts';
import { seesOnlyPublic } from '../../ground/viewer/viewer.ts';
import { attachmentsByKey, attachmentsOf, workbooksOf } from './attachment.store.ts';
import { type Attachment, toAttachment } from './attachment.type.ts';

/** Loaders of one request. */
export interface AttachmentLoaders {
  /** By `province:attachment`: an attachment as the viewer may see it, else null. */
  byKey: DataLoader<string, Attachment | null>;
  /** By `province:report:version`: what the version holds, as far as the viewer may see it. */
  ofVersion: DataLoader<string, Attachment[]>;
  /** By `province:report:version`: the upload whose file is the version's workbook; null where the viewer may not have it. */
  workbookOf: DataLoader<string, string | null>;
}

/** Makes a request's loaders of attachments: give it to `context.use`. */
export function attachmentLoaders(context: Context): AttachmentLoaders {
  const { viewer } = context;
  return {
    byKey: new DataLoader(async (keys) => {
      const rows = await context.read((tx) => attachmentsByKey(tx, viewer, keys.map(split)));
      return byKey(keys, rows, (row) => `${row.provinceId}:${row.id}`).map((row) => row && toAttachment(row));
    }),
    ofVersion: new DataLoader(async (keys) => {
      const rows = await context.read((tx) => attachmentsOf(tx, viewer, keys.map(splitVersion)));
      return groupByKey(keys, rows, versionOf).map((group) => group.map(toAttachment));
    }),
    workbookOf: new DataLoader(async (keys) => {
      // The public's login may not even ask which upload a version was made from.
      const rows = seesOnlyPublic(viewer)
        ? []
        : await context.read((tx) => workbooksOf(tx, viewer, keys.map(splitVersion)));
      return byKey(keys, rows, versionOf).map((row) => row && row.uploadId);
    }),
  };
}

function split(key: string): { provinceId: number; id: string } {
  const [province = '', id = ''] = key.split(':');
  return { provinceId: Number(province), id };
}

function splitVersion(key: string): { provinceId: number; reportId: string; version: number } {
  const [province = '', reportId = '', version = ''] = key.split(':');
  return { provinceId: Number(province), reportId, version: Number(version) };
}

function versionOf(row: { provinceId: number; reportId: string; version: number }): string {
  return `${row.provinceId}:${row.reportId}:${row.version}`;
}
