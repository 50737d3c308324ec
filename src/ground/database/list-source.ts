/** PostgreSQL types that a listed column may have; cursors and filters cast to them explicitly. */
export type SqlType = 'text' | 'integer' | 'bigint' | 'smallint' | 'numeric' | 'date' | 'timestamptz' | 'boolean';

/** Collects the values of one statement. */
export class Params {
  readonly values: unknown[] = [];

  /** Adds a value and answers its place, as `$3::integer`. */
  add(value: unknown, type: SqlType | `${SqlType}[]`): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

/** One column by which a list can be filtered or ordered. */
export interface ListField {
  /** An expression over the aliases of the source. Never null where the list may be ordered by it. */
  sql: string;
  /** What filters look at where `sql` has something stand in for null, so that orders have a place for it. */
  known?: string;
  type: SqlType;
  /** The folded twin that `contains` searches: no case, no tone marks, no đ. */
  folded?: string;
  /** Turns what a client wrote (a global id) into what the column holds; answers null where it cannot be one. */
  decode?: (value: string) => unknown;
  /** Whether the list may be ordered by it. */
  orderable?: boolean;
}

/** How a filter reaches the rows of another list. */
export interface ListRelation {
  source: () => ListSource;
  /** The condition that ties the inner rows to the outer one, over the aliases of both. */
  on: string;
}

/** What a list is made of. Stores declare one for each kind of row; the graph pages, filters, orders and counts through it. */
export interface ListSource {
  name: string;
  from: string;
  /** What a row reads where nothing says which of it is needed. */
  columns: string;
  /** The same column by column, by property of the row: then only what was asked for is read. */
  select?: Readonly<Record<string, string>>;
  /** The unique tie-break: every order ends with it. */
  key: readonly ListField[];
  fields: Readonly<Record<string, ListField>>;
  relations?: Readonly<Record<string, ListRelation>>;
  /** Operators with a meaning of their own, as `within` on the tree of places. */
  special?: Readonly<Record<string, (value: unknown, params: Params) => string>>;
  /** Conditions every row of the list meets, whatever is asked. */
  always?: string;
}

/** A filter or a cursor that cannot be understood. The graph answers it as BAD_USER_INPUT. */
export class ListFault extends Error {
  constructor(
    readonly kind: 'FILTER' | 'CURSOR',
    message: string,
  ) {
    super(message);
  }
}

/** Every column of a selection as SQL. */
export function allColumns(select: Readonly<Record<string, string>>): string {
  return Object.entries(select)
    .map(([property, sql]) => `${sql} as "${property}"`)
    .join(', ');
}

/** The columns of a list as SQL: all, or those of the properties that are needed. */
export function columnsSql(
  source: Pick<ListSource, 'columns' | 'select'>,
  needed: readonly string[] | undefined,
): string {
  const { select } = source;
  if (!select || !needed) return source.columns;
  return needed.map((property) => `${select[property]} as "${property}"`).join(', ');
}
