import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { groupByKey } from '../database/by-key.ts';
import { lookUpRows, type RowLookup } from '../database/row-lookup.ts';
import type { Context } from './context.ts';
import type { ListDefinition } from './connection.ts';
import { neededFor } from './needed.ts';

/** What a look-up needs of a list: where its rows come from, and what they become. */
export type RowDefinition<R extends object, T extends object> = Pick<
  ListDefinition<R, T>,
  'source' | 'convert' | 'needs' | 'always' | 'variant'
>;

function lookups(): Map<string, DataLoader<number | string, object[]>> {
  return new Map();
}

/** The loader of one request for one list, column, order and set of needed properties. */
function lookup<R extends object, T extends object>(
  context: Context,
  list: RowDefinition<R, T>,
  ask: RowLookup,
): DataLoader<number | string, T[]> {
  const loaders = context.use(lookups);
  const { source, convert } = list;
  const name = JSON.stringify([source.name, list.variant, ask.by.sql, ask.order, ask.needed]);
  let loader = loaders.get(name) as DataLoader<number | string, T[]> | undefined;
  if (!loader) {
    loader = new DataLoader(async (keys) => {
      const rows = await context.read((tx) => lookUpRows<R>(tx, source, ask, keys));
      return groupByKey(keys.map(String), rows, (row) => String(row.looked_up)).map((group) => group.map(convert));
    });
    loaders.set(name, loader);
  }
  return loader;
}

/** The row with a key, as the viewer may see it, with what the request needs of it; null where there is none. */
export async function oneRow<R extends object, T extends object>(
  context: Context,
  list: RowDefinition<R, T>,
  key: number | string | null,
  info?: GraphQLResolveInfo,
): Promise<T | null> {
  const [by] = list.source.key;
  if (key === null || !by) return null;
  const found = await lookup(context, list, { by, needed: info && neededFor(list, info) }).load(key);
  return found[0] ?? null;
}

/** Every row of a list whose column `by` has a value, in its order: for parts and relations that are few by nature. */
export function rowsOf<R extends object, T extends object>(
  context: Context,
  list: RowDefinition<R, T> & Pick<RowLookup, 'by' | 'order'>,
  value: number | string,
  info?: GraphQLResolveInfo,
): Promise<T[]> {
  const { by, order } = list;
  return lookup(context, list, { by, order, needed: info && neededFor(list, info) }).load(value);
}
