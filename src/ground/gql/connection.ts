import DataLoader from 'dataloader';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { type GroupQuery, type GroupRow, listGroups, listGroupsOf } from '../database/list-group.ts';
import {
  type ListPage,
  type ListParent,
  type ListQuery,
  listCount,
  listCounts,
  listPage,
  listPages,
} from '../database/list-page.ts';
import { ListFault, type ListSource } from '../database/list-source.ts';
import type { Context } from './context.ts';
import type { OrderTermInput } from './filters.ts';
import { type Groupable, type GroupSpec, groupTypes } from './group.ts';
import { HubError } from './hub-error.ts';
import { cursorsAsked } from './selection.ts';
import { neededFor, type NeedingColumns } from './needed.ts';

/** Rows a page may have. */
export const PAGE_LIMIT = 100;

/** The arguments of every connection. One of `first` and `last` is required. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'So many from the start, 1 to 100.' }) first?: number;
  @Field(() => String, { nullable: true, description: 'Only what follows this cursor.' }) after?: string;
  @Field(() => Int, { nullable: true, description: 'So many from the end, 1 to 100.' }) last?: number;
  @Field(() => String, { nullable: true, description: 'Only what precedes this cursor.' }) before?: string;
}

/** Where a page stands in its list. */
@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow this page.' }) hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Whether more precede this page.' }) hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null where the page is empty.' })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last row; null where the page is empty.' })
  endCursor!: string | null;
}

/** What a connection holds before it is counted. */
export interface ConnectionData<T> {
  edges: { node: T; cursor: string }[];
  nodes: T[];
  pageInfo: PageInfo;
  totalCount(): Promise<number>;
}

/** Makes the connection and edge types of a node type, to be declared once in its room. */
export function connectionType<T extends object>(
  name: string,
  node: () => ClassType<T>,
  groups?: GroupSpec,
): ClassType<ConnectionData<T>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a page, with its cursor.` })
  class Edge {
    @Field(() => node(), { description: 'The thing itself.' }) node!: T;
    @Field(() => String, { description: 'Its place in this list: give it as `after` or `before`.' }) cursor!: string;
  }
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection implements ConnectionData<T> {
    @Field(() => [Edge], { description: 'The rows with their cursors.' }) edges!: Edge[];
    @Field(() => [node()], { description: 'The rows alone.' }) nodes!: T[];
    @Field(() => PageInfo, { description: 'Where the page stands.' }) pageInfo!: PageInfo;
    count!: () => Promise<number>;
    group!: Groupable['group'];
    @Field(() => Int, { description: 'How many rows the whole list has. Counted only when asked for.' })
    totalCount(): Promise<number> {
      return this.count();
    }
    constructor(data?: Omit<ConnectionData<T>, 'totalCount'> & Groupable & { count: () => Promise<number> }) {
      if (data) Object.assign(this, data);
    }
  }
  if (groups) groupTypes(name, groups).addTo(Connection);
  made.set(name, Connection as unknown as Maker);
  return Connection;
}

type Maker = new (data: object) => ConnectionData<object>;
const made = new Map<string, Maker>();

/** Everything a connection field was asked: the page, a filter, an order. */
export interface ListArgs extends PageArgs {
  filter?: object | null;
  orderBy?: OrderTermInput[] | null;
}

/** A list as a room offers it to the graph. */
export interface ListDefinition<R extends object, T extends object> extends Omit<NeedingColumns, 'source'> {
  /** Name of the node type, as given to `connectionType`. */
  type: string;
  source: ListSource;
  convert: (row: R) => T;
  /** The order where the client gives none. */
  defaultOrder: readonly { field: string; direction: 'ASC' | 'DESC' }[];
  where?: ListQuery['where'];
  /** What `where` depends on, so that one request's pages of different days do not share a loader. */
  variant?: string;
}

/** One page of a list without a parent. Raises `HubError` BAD_USER_INPUT, PAGE_SIZE or CURSOR_UNKNOWN. */
export async function rootConnection<R extends object, T extends object>(
  context: Context,
  list: ListDefinition<R, T>,
  args: ListArgs,
  info?: GraphQLResolveInfo,
): Promise<ConnectionData<T>> {
  const query = toQuery(list, args, info);
  const page = await faultsAsErrors(context.read((tx) => listPage<R>(tx, list.source, query)));
  return build(list, query, page, {
    count: () => context.read((tx) => listCount(tx, list.source, query)),
    group: (group) => context.read((tx) => listGroups(tx, list.source, query, group)),
  });
}

/** Loaders of nested pages, one for each list and set of arguments of a request. */
function pageLoaders(): Map<string, PageLoaders> {
  return new Map();
}

interface PageLoaders {
  pages: DataLoader<string | number, ListPage<object>>;
  counts: DataLoader<string | number, number>;
}

/** One page of a list below a parent. However many parents a query has, each field costs one statement, and one for its counts. */
export function nestedConnection<R extends object, T extends object>(
  context: Context,
  list: ListDefinition<R, T>,
  parent: ListParent,
  key: string | number,
  args: ListArgs,
  info?: GraphQLResolveInfo,
): Promise<ConnectionData<T>> {
  const field = context.use(nestedFields);
  const node = info?.fieldNodes.length === 1 ? info.fieldNodes[0] : undefined;
  let nested = node && field.get(node);
  // A field of a fragment may stand below several types; the list and the parent tell them apart.
  if (!nested || nested.source !== list.source || nested.parent !== parent.sql) {
    nested = nestedField(context, list, parent, args, info);
    if (node) field.set(node, nested);
  }
  const { query, name, pages, counts } = nested;
  return pages.load(key).then((page) =>
    build(list, query, page as ListPage<R>, {
      count: () => counts.load(key),
      group: (group) => groupLoader(context, list, query, parent, `${name} ${JSON.stringify(group)}`, group).load(key),
    }),
  );
}

/** What a nested field asks for, and the loaders of its pages: the same for every parent of a request. */
interface NestedField extends PageLoaders {
  source: ListSource;
  parent: string;
  query: ListQuery;
  name: string;
}

function nestedFields(): Map<FieldNode, NestedField> {
  return new Map();
}

function nestedField<R extends object, T extends object>(
  context: Context,
  list: ListDefinition<R, T>,
  parent: ListParent,
  args: ListArgs,
  info: GraphQLResolveInfo | undefined,
): NestedField {
  const query = toQuery(list, args, info);
  const loaders = context.use(pageLoaders);
  const name = JSON.stringify([
    list.source.name,
    list.variant,
    parent,
    query.filter,
    query.order,
    query.size,
    query.forward,
    query.after,
    query.before,
    query.needed,
    query.cursors,
  ]);
  let pair = loaders.get(name);
  if (!pair) {
    pair = {
      pages: new DataLoader((keys) =>
        faultsAsErrors(context.read((tx) => listPages(tx, list.source, query, parent, keys))),
      ),
      counts: new DataLoader((keys) => context.read((tx) => listCounts(tx, list.source, query, parent, keys))),
    };
    loaders.set(name, pair);
  }
  return { ...pair, source: list.source, parent: parent.sql, query, name };
}

function groupLoaders(): Map<string, DataLoader<string | number, GroupRow[]>> {
  return new Map();
}

function groupLoader<R extends object, T extends object>(
  context: Context,
  list: ListDefinition<R, T>,
  query: ListQuery,
  parent: ListParent,
  name: string,
  group: GroupQuery,
): DataLoader<string | number, GroupRow[]> {
  const loaders = context.use(groupLoaders);
  let loader = loaders.get(name);
  if (!loader) {
    loader = new DataLoader((keys) => context.read((tx) => listGroupsOf(tx, list.source, query, group, parent, keys)));
    loaders.set(name, loader);
  }
  return loader;
}

function build<R extends object, T extends object>(
  list: ListDefinition<R, T>,
  query: ListQuery,
  page: ListPage<R>,
  more: Groupable & { count: () => Promise<number> },
): ConnectionData<T> {
  const nodes = page.rows.map(list.convert);
  const Connection = made.get(list.type);
  if (!Connection) throw new Error(`No connection type was made for ${list.type}.`);
  // Nobody sees the cursors that nobody asked for.
  const cursorAt = query.cursors === false ? () => '' : page.cursor;
  const last = nodes.length - 1;
  return new Connection({
    nodes,
    edges: nodes.map((node, at) => ({ node, cursor: cursorAt(at) })),
    pageInfo: {
      hasNextPage: query.forward ? page.more : query.before !== undefined,
      hasPreviousPage: query.forward ? query.after !== undefined : page.more,
      startCursor: last < 0 ? null : cursorAt(0),
      endCursor: last < 0 ? null : cursorAt(last),
    },
    ...more,
  }) as ConnectionData<T>;
}

function toQuery<R extends object, T extends object>(
  list: ListDefinition<R, T>,
  args: ListArgs,
  info: GraphQLResolveInfo | undefined,
): ListQuery {
  const { size, forward } = pageSize(args.first, args.last);
  return {
    filter: (args.filter ?? null) as ListQuery['filter'],
    order: args.orderBy?.length ? args.orderBy : list.defaultOrder,
    size,
    forward,
    after: args.after ?? undefined,
    before: args.before ?? undefined,
    needed: info && neededFor(list, info, true),
    cursors: info === undefined || cursorsAsked(info),
    ...(list.where ? { where: list.where } : {}),
  };
}

/** How many rows are wanted and from which end. Raises `HubError` PAGE_SIZE unless exactly one of the two is 1 to 100. */
export function pageSize(first?: number | null, last?: number | null): { size: number; forward: boolean } {
  const size = first ?? last;
  const clear = (first ?? null) === null || (last ?? null) === null;
  if (clear && typeof size === 'number' && size >= 1 && size <= PAGE_LIMIT)
    return { size, forward: (first ?? null) !== null };
  const came = `first: ${first ?? 'none'}, last: ${last ?? 'none'}`;
  throw new HubError({
    code: 'BAD_USER_INPUT',
    vi: `Cần đúng một trong hai tham số first, last với giá trị từ 1 đến ${PAGE_LIMIT}; nhận được ${came}.`,
    en: `Give exactly one of first and last, from 1 to ${PAGE_LIMIT}; got ${came}.`,
    facts: { reason: 'PAGE_SIZE' },
  });
}

async function faultsAsErrors<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (fault) {
    if (!(fault instanceof ListFault)) throw fault;
    const code = fault.kind === 'CURSOR' ? 'CURSOR_UNKNOWN' : 'BAD_USER_INPUT';
    const vi =
      fault.kind === 'CURSOR'
        ? 'Con trỏ trang không hợp lệ với danh sách này. Hãy bắt đầu lại, không dùng con trỏ.'
        : 'Bộ lọc hoặc thứ tự sắp xếp không hợp lệ.';
    throw new HubError({ code, vi, en: fault.message });
  }
}
