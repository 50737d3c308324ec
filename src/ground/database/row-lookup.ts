import { shaped, type Tx } from './data-source.ts';
import { columnsSql, type ListSource, Params, type SqlType } from './list-source.ts';

/** How rows are looked up: by which column, in which order, and which of their properties are needed. */
export interface RowLookup {
  readonly by: { readonly sql: string; readonly type: SqlType };
  /** As SQL; left out: in no order. */
  readonly order?: string | undefined;
  readonly needed?: readonly string[] | undefined;
}

/** Rows of a list by the values of one column, each with that value as `looked_up`; one statement however many values. */
export function lookUpRows<R extends object>(
  tx: Tx,
  source: ListSource,
  { by, order, needed }: RowLookup,
  keys: readonly (number | string)[],
): Promise<(R & { looked_up: number | string })[]> {
  const params = new Params();
  const where = [`${by.sql} = any (${params.add([...keys], `${by.type}[]`)})`, source.always]
    .filter(Boolean)
    .join(' and ');
  const columns = [`${by.sql} as looked_up`, columnsSql(source, needed)].filter(Boolean).join(', ');
  const text = `select ${columns} from ${source.from} where ${where}${order ? ` order by ${order}` : ''}`;
  return shaped(tx, `${source.name}Of`, text, params.values);
}
