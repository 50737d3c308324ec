import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { groupByKey } from '../database/by-key.ts';
import type { Context } from '../gql/context.ts';
import { neededFor } from '../gql/needed.ts';
import { VERSION_SELECT, versionsOf } from './record.store.ts';
import { type RecordVersion, toRecordVersions } from './record.type.ts';

/** Reads the versions of a record of a type by its key, oldest first, with what the request needs of them. */
export type VersionLoader = (type: string, id: number, info: GraphQLResolveInfo) => Promise<RecordVersion[]>;

const VERSIONS = { source: { select: VERSION_SELECT }, needs: { changes: ['data'] }, always: ['version'] };

/** Loaders of the versions of records for one request, one for each type and set of needed columns. */
export function recordVersionLoaders(context: Context): VersionLoader {
  const loaders = new Map<string, DataLoader<number, RecordVersion[]>>();
  return (type, id, info) => {
    const needed = neededFor(VERSIONS, info);
    const name = `${type} ${needed?.join()}`;
    let loader = loaders.get(name);
    if (!loader) {
      loader = new DataLoader(async (ids) => {
        const rows = await context.read((tx) => versionsOf(tx, context.viewer, type, ids, needed));
        return groupByKey(ids, rows, (row) => row.subjectId).map(toRecordVersions);
      });
      loaders.set(name, loader);
    }
    return loader.load(id);
  };
}
