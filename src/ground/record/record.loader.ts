import DataLoader from 'dataloader';
import { groupByKey } from '../database/by-key.ts';
import type { Context } from '../gql/context.ts';
import { versionsOf } from './record.store.ts';
import { type RecordVersion, toRecordVersions } from './record.type.ts';

/** Loaders of the versions of records, one for each type, for one request. */
export function recordVersionLoaders(context: Context): (type: string) => DataLoader<number, RecordVersion[]> {
  const loaders = new Map<string, DataLoader<number, RecordVersion[]>>();
  return (type) => {
    let loader = loaders.get(type);
    if (!loader) {
      loader = new DataLoader(async (ids) => {
        const rows = await context.read((tx) => versionsOf(tx, type, ids));
        return groupByKey(ids, rows, (row) => row.subjectId).map(toRecordVersions);
      });
      loaders.set(type, loader);
    }
    return loader;
  };
}
