import DataLoader from 'dataloader';
import { byKey } from '../../ground/database/by-key.ts';
import type { Context } from '../../ground/gql/context.ts';
import { periodStore } from './period.store.ts';
import { type Period, toPeriod } from './period.type.ts';

/** Loaders of one request. */
export interface PeriodLoaders {
  /** A period by the id of its row. Rejects where there is none: foreign keys promise one. */
  byId: DataLoader<number, Period>;
}

/** Makes a request's loaders of periods: give it to `context.use`. */
export function periodLoaders(context: Context): PeriodLoaders {
  return {
    byId: new DataLoader(async (ids) => {
      const rows = await context.read((tx) => periodStore.byIds(tx, ids));
      return byKey(ids, rows, (row) => row.id).map((row, at) =>
        row ? toPeriod(row) : new Error(`Expected a period with id ${ids[at]}, found none: the catalogue lost it.`),
      );
    }),
  };
}
