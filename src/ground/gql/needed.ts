import type { GraphQLResolveInfo } from 'graphql';
import type { ListSource } from '../database/list-source.ts';
import { fieldsAsked } from './selection.ts';

/** What of a row each field of its type is made from. */
export interface NeedingColumns {
  readonly source: Pick<ListSource, 'select'>;
  /** Properties of the row by field; a field not named here needs the property of its own name, where there is one. */
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  /** Properties that are always read, as those of the key. */
  readonly always?: readonly string[];
}

/** By what is needed of, then by what was asked: both are made once, for the room and for the document. */
const known = new WeakMap<object, WeakMap<ReadonlySet<string>, readonly string[]>>();

/** The properties of a row that a request needs, in a fixed order; undefined where the source does not tell its columns apart. */
export function neededFor(
  list: NeedingColumns,
  info: GraphQLResolveInfo,
  connection = false,
): readonly string[] | undefined {
  const { select } = list.source;
  if (!select) return undefined;
  const asked = fieldsAsked(info, connection);
  const identity = list.needs ?? select;
  let byAsked = known.get(identity);
  if (!byAsked) known.set(identity, (byAsked = new WeakMap()));
  let needed = byAsked.get(asked);
  if (!needed) {
    const wanted = new Set(list.always ?? []);
    for (const field of asked) {
      for (const property of list.needs?.[field] ?? (field in select ? [field] : [])) wanted.add(property);
    }
    needed = Object.keys(select).filter((property) => wanted.has(property));
    byAsked.set(asked, needed);
  }
  return needed;
}
