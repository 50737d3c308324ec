import { createHash } from 'node:crypto';
import { isDate } from '../period/local-date.ts';
import { shaped, type Tx } from './data-source.ts';
import { type FilterInput, filterSql } from './list-filter.ts';
import { columnsSql, ListFault, type ListField, type ListSource, Params, type SqlType } from './list-source.ts';

/** Which rows are wanted, in which order, from where on. */
export interface ListQuery {
  filter?: FilterInput | null | undefined;
  order: readonly { field: string; direction: 'ASC' | 'DESC' }[];
  /** Rows wanted: from the start where `forward`, from the end otherwise. */
  size: number;
  forward: boolean;
  after?: string | undefined;
  before?: string | undefined;
  /** Properties of the rows that are needed; left out: all. */
  needed?: readonly string[] | undefined;
  /** Whether cursors are needed; left out: they are. */
  cursors?: boolean | undefined;
  /** Conditions the caller adds, each given the collector of values. */
  where?: readonly ((params: Params) => string)[];
}

/** The column that names the parent of a nested list. A composite key has `more`, and its parts are joined by a colon. */
export interface ListParent {
  sql: string;
  type: SqlType;
  more?: readonly { sql: string; type: SqlType }[];
}

/** The parents' keys as columns `key1, key2 …` beside `parent_key`, and the condition that ties a row to them. */
export function parentSql(
  parent: ListParent,
  keys: readonly (string | number)[],
  params: Params,
): { from: string; on: string } {
  const columns = [{ sql: parent.sql, type: parent.type }, ...(parent.more ?? [])];
  const parts = keys.map((key) => String(key).split(':'));
  const arrays = columns.map(({ type }, at) =>
    params.add(
      parts.map((part) => part[at]),
      `${type}[]`,
    ),
  );
  const names = columns.map((_, at) => `key${at + 1}`);
  return {
    from: `unnest(${params.add(keys.map(String), 'text[]')}, ${arrays.join(', ')}) parent (parent_key, ${names.join(', ')})`,
    on: columns.map(({ sql }, at) => `${sql} = parent.key${at + 1}`).join(' and '),
  };
}

/** One page of one list. */
export interface ListPage<R> {
  rows: R[];
  /** The cursor of a row, by its place in the page; the page must have been asked for with cursors. */
  readonly cursor: (at: number) => string;
  /** Whether rows follow in the direction walked. */
  more: boolean;
}

interface OrderTerm {
  field: ListField;
  descending: boolean;
}

/** One page of a list that has no parent. */
export async function listPage<R extends object>(tx: Tx, source: ListSource, query: ListQuery): Promise<ListPage<R>> {
  const plan = planPage(source, query);
  const params = new Params();
  const text = `select ${plan.columns} from ${source.from} where ${whereSql(source, query, plan, params)}
    order by ${plan.orderBy} limit ${query.size + 1}`;
  return pageOf(await shaped<R & Keyed>(tx, source.name, text, params.values), query, plan);
}

/** One page for each parent, in one statement however many parents there are. */
export async function listPages<R extends object>(
  tx: Tx,
  source: ListSource,
  query: ListQuery,
  parent: ListParent,
  keys: readonly (string | number)[],
): Promise<ListPage<R>[]> {
  const plan = planPage(source, query);
  const params = new Params();
  const parents = parentSql(parent, keys, params);
  const text = `select parent.parent_key, page.* from ${parents.from}
    cross join lateral (select ${plan.columns} from ${source.from}
      where ${parents.on} and ${whereSql(source, query, plan, params)}
      order by ${plan.orderBy} limit ${query.size + 1}) page`;
  const rows = await shaped<R & Keyed & { parent_key: string }>(tx, `${source.name}OfParents`, text, params.values);
  const groups = new Map<string, (R & Keyed)[]>(keys.map((key) => [String(key), []]));
  for (const row of rows) groups.get(row.parent_key)?.push(row);
  return keys.map((key) => pageOf(groups.get(String(key)) ?? [], query, plan));
}

/** How many rows a list has in all, whatever page is asked. */
export async function listCount(tx: Tx, source: ListSource, query: ListQuery): Promise<number> {
  const params = new Params();
  const text = `select count(*)::integer as count from ${source.from} where ${conditionsSql(source, query, params)}`;
  const [row] = await shaped<{ count: number }>(tx, `${source.name}Count`, text, params.values);
  return row?.count ?? 0;
}

/** How many rows each parent has, in one statement. */
export async function listCounts(
  tx: Tx,
  source: ListSource,
  query: ListQuery,
  parent: ListParent,
  keys: readonly (string | number)[],
): Promise<number[]> {
  const params = new Params();
  const parents = parentSql(parent, keys, params);
  const text = `select parent.parent_key, counted.count from ${parents.from}
    cross join lateral (select count(*)::integer as count from ${source.from}
      where ${parents.on} and ${conditionsSql(source, query, params)}) counted`;
  const rows = await shaped<{ parent_key: string; count: number }>(tx, `${source.name}Counts`, text, params.values);
  const counts = new Map(rows.map((row) => [row.parent_key, row.count]));
  return keys.map((key) => counts.get(String(key)) ?? 0);
}

/** The values of a row's order terms, as texts: `page_key0`, `page_key1` … */
type Keyed = Readonly<Record<`page_key${number}`, string>>;

interface Plan {
  terms: OrderTerm[];
  columns: string;
  orderBy: string;
  tag: string;
}

function planPage(source: ListSource, query: ListQuery): Plan {
  const asked = query.order.map(({ field, direction }) => {
    const known = source.fields[field];
    if (!known?.orderable) throw new ListFault('FILTER', `${source.name} cannot be ordered by “${field}”.`);
    return { field: known, descending: direction === 'DESC' };
  });
  const terms = [...asked, ...source.key.map((field) => ({ field, descending: false }))];
  const keys = query.cursors === false ? [] : terms.map(({ field }, at) => `(${field.sql})::text as page_key${at}`);
  // Walking backwards is walking forwards in the opposite order.
  const walked = query.forward ? terms : terms.map((term) => ({ ...term, descending: !term.descending }));
  return {
    terms: walked,
    columns: [columnsSql(source, query.needed), ...keys].join(', '),
    orderBy: walked.map(({ field, descending }) => `${field.sql} ${descending ? 'desc' : 'asc'}`).join(', '),
    tag: tagOf(source.name, query.order),
  };
}

const tags = new Map<string, string>();

/** What tells the cursors of one order from those of another. */
function tagOf(name: string, order: ListQuery['order']): string {
  const text = JSON.stringify([name, order.map(({ field, direction }) => [field, direction])]);
  let tag = tags.get(text);
  if (tag === undefined) tags.set(text, (tag = createHash('sha256').update(text).digest('base64url').slice(0, 6)));
  return tag;
}

/** The condition every row of a list meets: of the source, of the caller, of the filter. Raises `ListFault`. */
export function conditionsSql(source: ListSource, query: Pick<ListQuery, 'filter' | 'where'>, params: Params): string {
  const parts = [
    source.always,
    ...(query.where ?? []).map((part) => part(params)),
    filterSql(source, query.filter, params),
  ];
  return parts.filter(Boolean).join(' and ');
}

function whereSql(source: ListSource, query: ListQuery, plan: Plan, params: Params): string {
  const parts = [conditionsSql(source, query, params)];
  const opposite = plan.terms.map((term) => ({ ...term, descending: !term.descending }));
  if (query.after)
    parts.push(beyondSql(query.forward ? plan.terms : opposite, cursorValues(query.after, plan), params));
  if (query.before)
    parts.push(beyondSql(query.forward ? opposite : plan.terms, cursorValues(query.before, plan), params));
  return parts.join(' and ');
}

/** The rows that stand after the cursor: a row comparison where all terms run one way, spelt out where they do not. */
function beyondSql(terms: readonly OrderTerm[], values: readonly string[], params: Params): string {
  const places = terms.map(({ field }, at) => params.add(values[at], field.type));
  const left = terms.map(({ field }) => field.sql);
  const directions = new Set(terms.map((term) => term.descending));
  if (directions.size === 1) return `(${left.join(', ')}) ${directions.has(true) ? '<' : '>'} (${places.join(', ')})`;
  const cases = terms.map(({ descending }, at) => {
    const equal = left.slice(0, at).map((sql, before) => `${sql} = ${places[before]}`);
    return [...equal, `${left[at]} ${descending ? '<' : '>'} ${places[at]}`].join(' and ');
  });
  return `(${cases.map((text) => `(${text})`).join(' or ')})`;
}

function pageOf<R extends object>(found: (R & Keyed)[], query: ListQuery, plan: Plan): ListPage<R> {
  const more = found.length > query.size;
  const rows = more ? found.slice(0, query.size) : found;
  if (!query.forward) rows.reverse();
  const cursor = (at: number): string => {
    const row = rows[at];
    if (!row) throw new Error(`There is no row ${at} on this page.`);
    return encodeCursor(
      plan.tag,
      plan.terms.map((_, term) => row[`page_key${term}`] ?? ''),
    );
  };
  return { rows, more, cursor };
}

function encodeCursor(tag: string, values: readonly string[]): string {
  return Buffer.from(JSON.stringify([tag, ...values]), 'utf8').toString('base64url');
}

function cursorValues(cursor: string, plan: Plan): string[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    parsed = null;
  }
  const known =
    Array.isArray(parsed) &&
    parsed.length === plan.terms.length + 1 &&
    parsed.every((part) => typeof part === 'string');
  if (!known) throw new ListFault('CURSOR', 'This cursor was not given by this list. Begin again without it.');
  const [tag, ...values] = parsed as string[];
  if (tag !== plan.tag) {
    throw new ListFault('CURSOR', 'This cursor belongs to another order of the list. Begin again without it.');
  }
  if (values.some((value, at) => !fits(value, plan.terms[at]?.field.type))) {
    throw new ListFault('CURSOR', 'This cursor has been changed. Begin again without it.');
  }
  return values;
}

const INSTANT = /^(\d{4}-\d\d-\d\d) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-]\d\d(:\d\d){0,2}$/;

/** An order may put it in place of what is not known. */
const LARGEST_INTEGER = 2_147_483_647;

/** Keeps a forged cursor from reaching PostgreSQL as a fault of its own. */
function fits(value: string, type: SqlType | undefined): boolean {
  if (type === 'smallint') return /^-?\d{1,4}$/.test(value);
  if (type === 'integer') return /^-?\d{1,10}$/.test(value) && Math.abs(Number(value)) <= LARGEST_INTEGER;
  if (type === 'numeric') return /^-?\d{1,40}(\.\d{1,40})?$/.test(value);
  if (type === 'bigint') return /^-?\d{1,18}$/.test(value);
  if (type === 'date') return value === '-infinity' || value === 'infinity' || isDate(value);
  if (type === 'timestamptz') return isDate(INSTANT.exec(value)?.[1] ?? '');
  if (type === 'boolean') return value === 'true' || value === 'false';
  return !value.includes('\0');
}
