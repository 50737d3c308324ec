import { shaped, type Tx } from './data-source.ts';
import { conditionsSql, type ListParent, type ListQuery, parentSql } from './list-page.ts';
import { type ListSource, Params, type SqlType } from './list-source.ts';

/** What a list can be grouped by: an expression over the aliases of its source. */
export interface GroupKeySql {
  readonly sql: string;
  readonly type: SqlType;
}

/** A condition on a count or a sum; the values are whole or decimal numbers as text. */
export type GroupRange = Readonly<Partial<Record<'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte', string | number>>>;

/** Groups of a list: by which keys, which sums, which groups, in which order, how many. */
export interface GroupQuery {
  readonly keys: readonly GroupKeySql[];
  readonly sums: readonly string[];
  readonly havingCount?: GroupRange | null | undefined;
  /** Conditions on sums, beside the sum (an expression) they are on. */
  readonly havingSums: readonly { readonly sql: string; readonly range: GroupRange }[];
  /** Places of keys (from 0), `count`, or a sum (an expression). */
  readonly order: readonly { readonly by: number | 'count' | string; readonly descending: boolean }[];
  readonly limit: number;
}

/** One group: its keys and sums in the order they were asked, sums as text, null where no row has a number. */
export interface GroupRow {
  readonly keys: readonly unknown[];
  readonly count: number;
  readonly sums: readonly (string | null)[];
}

interface Flat {
  parent_key?: string;
  count: number;
  [column: string]: unknown;
}

const OPERATORS: Readonly<Record<string, string>> = { eq: '=', ne: '<>', gt: '>', gte: '>=', lt: '<', lte: '<=' };

/** The groups of a list that meets a filter, in one statement. The filter counts, the page asked of the list does not. */
export async function listGroups(
  tx: Tx,
  source: ListSource,
  query: Pick<ListQuery, 'filter' | 'where'>,
  group: GroupQuery,
): Promise<GroupRow[]> {
  const params = new Params();
  const text = groupSql(source, `where ${conditionsSql(source, query, params)}`, group, params);
  return (await shaped<Flat>(tx, `${source.name}Groups`, text, params.values)).map((row) => toGroup(row, group));
}

/** The groups below each parent, in one statement however many parents there are. */
export async function listGroupsOf(
  tx: Tx,
  source: ListSource,
  query: Pick<ListQuery, 'filter' | 'where'>,
  group: GroupQuery,
  parent: ListParent,
  keys: readonly (string | number)[],
): Promise<GroupRow[][]> {
  const params = new Params();
  const parents = parentSql(parent, keys, params);
  const where = `where ${parents.on} and ${conditionsSql(source, query, params)}`;
  const text = `select parent.parent_key, grouped.* from ${parents.from}
    cross join lateral (${groupSql(source, where, group, params)}) grouped`;
  const rows = await shaped<Flat>(tx, `${source.name}GroupsOfParents`, text, params.values);
  const found = new Map<string, GroupRow[]>(keys.map((key) => [String(key), []]));
  for (const row of rows) found.get(String(row.parent_key))?.push(toGroup(row, group));
  return keys.map((key) => found.get(String(key)) ?? []);
}

function groupSql(source: ListSource, where: string, group: GroupQuery, params: Params): string {
  const keys = group.keys.map(({ sql }, at) => `${sql} as key${at}`);
  const sums = group.sums.map((sql, at) => `sum(${sql})::text as sum${at}`);
  const by = group.keys.map((_, at) => String(at + 1));
  const having = [
    ...rangeSql('count(*)', group.havingCount, 'bigint', params),
    ...group.havingSums.flatMap(({ sql, range }) => rangeSql(`sum(${sql})`, range, 'numeric', params)),
  ];
  return `select ${[...keys, 'count(*)::integer as count', ...sums].join(', ')} from ${source.from} ${where}
    ${by.length > 0 ? `group by ${by.join(', ')}` : ''} ${having.length > 0 ? `having ${having.join(' and ')}` : ''}
    order by ${orderSql(group)} limit ${group.limit}`;
}

/** The order asked for, then by the keys: groups then stand in one order whatever the plan. */
function orderSql({ order, keys }: GroupQuery): string {
  const asked = order.map(({ by, descending }) => {
    const sql = typeof by === 'number' ? String(by + 1) : by === 'count' ? 'count(*)' : `sum(${by})`;
    return `${sql} ${descending ? 'desc nulls last' : 'asc nulls last'}`;
  });
  return [...asked, ...keys.map((_, at) => `${at + 1} asc nulls last`)].join(', ') || 'count(*)';
}

function rangeSql(sql: string, range: GroupRange | null | undefined, type: SqlType, params: Params): string[] {
  return Object.entries(range ?? {}).flatMap(([operator, operand]) => {
    const sign = OPERATORS[operator];
    return sign === undefined || operand === undefined || operand === null
      ? []
      : [`${sql} ${sign} ${params.add(operand, type)}`];
  });
}

function toGroup(row: Flat, group: GroupQuery): GroupRow {
  return {
    keys: group.keys.map((_, at) => row[`key${at}`] ?? null),
    count: row.count,
    sums: group.sums.map((_, at) => (row[`sum${at}`] as string | null) ?? null),
  };
}
