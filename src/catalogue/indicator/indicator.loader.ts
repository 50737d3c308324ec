import DataLoader from 'dataloader';
import { byKey } from '../../ground/database/by-key.ts';
import type { Context } from '../../ground/gql/context.ts';
import { indicatorStore } from './indicator.store.ts';
import { type Indicator, toIndicator } from './indicator.type.ts';

/** Loaders of one request. */
export interface IndicatorLoaders {
  /** An indicator by the id of its row; null where there is none. */
  findById: DataLoader<number, Indicator | null>;
  /** The same, rejecting where there is none: foreign keys promise one. */
  byId: { load(id: number): Promise<Indicator> };
  /** An indicator by its code; null where there is none. */
  byCode: DataLoader<string, Indicator | null>;
}

/** Makes a request's loaders of indicators: give it to `context.use`. */
export function indicatorLoaders(context: Context): IndicatorLoaders {
  const findById = new DataLoader<number, Indicator | null>(async (ids) => {
    const rows = await context.read((tx) => indicatorStore.byIds(tx, ids));
    return byKey(ids, rows, (row) => row.id).map((row) => row && toIndicator(row));
  });
  return {
    findById,
    byId: {
      load: async (id) => {
        const found = await findById.load(id);
        if (found === null) throw new Error(`Expected an indicator with id ${id}, found none: the catalogue lost it.`);
        return found;
      },
    },
    byCode: new DataLoader(async (codes) => {
      const rows = await context.read((tx) => indicatorStore.byCodes(tx, codes));
      return byKey(codes, rows, (row) => row.code).map((row) => row && toIndicator(row));
    }),
  };
}
