import { shaped, type Tx } from './data-source.ts';
import { conditionsSql, type ListParent, type ListQuery, parentSql } from './list-page.ts';
import { type ListSource, Params, type SqlType } from './list-source.ts';

/** What a list can be grouped by: an expression over the aliases of its source. */
export interface GroupKeySql {
  readonly sql: string;
  readonly type: SqlType;
  /** The relation that the key leads along: rows that lead to what the viewer may not see are grouped with those that lead nowhere. */
  readonly relation?: string | undefined;
}

/** A number that is summed, as an expression over the aliases of the source. */
export interface GroupSumSql {
  readonly sql: string;
  /** A condition that tells made-up numbers from others: the two are never added. */
  readonly apart?: string | undefined;
}

/** In place of a sum whose numbers must not be added. */
export const NOT_SUMMED = 'NOT_SUMMED';

/** A condition on a count or a sum; the values are whole or decimal numbers as text. */
export type GroupRange = Readonly<Partial<Record<'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte', string | number>>>;

/** Groups of a list: by which keys, which sums, which groups, in which order, how many. */
export interface GroupQuery {
  readonly keys: readonly GroupKeySql[];
  readonly sums: readonly GroupSumSql[];
  readonly havingCount?: GroupRange | null | undefined;
  /** Conditions on sums, beside the sum they are on. */
  readonly havingSums: readonly { readonly sum: GroupSumSql; readonly range: GroupRange }[];
  /** Places of keys (from 0), `count`, or a sum. */
  readonly order: readonly { readonly by: number | 'count' | GroupSumSql; readonly descending: boolean }[];
  readonly limit: number;
}

/** One group: its keys and sums in the order they were asked, sums as text: null where no row has a number, or `NOT_SUMMED`. */
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
  // Texts go bytewise: collations differ between servers.
  const keys = group.keys.map((key, at) => `${keySql(source, key)} as key${at}`);
  const sums = group.sums.map((sum, at) => `${shownSql(sum)} as sum${at}`);
  const by = group.keys.map((_, at) => String(at + 1));
  const having = [
    ...rangeSql('count(*)', group.havingCount, 'bigint', params),
    ...group.havingSums.flatMap(({ sum, range }) => rangeSql(sumSql(sum), range, 'numeric', params)),
  ];
  return `select ${[...keys, 'count(*)::integer as count', ...sums].join(', ')} from ${source.from} ${where}
    ${by.length > 0 ? `group by ${by.join(', ')}` : ''} ${having.length > 0 ? `having ${having.join(' and ')}` : ''}
    order by ${orderSql(group)} limit ${group.limit}`;
}

function keySql(source: ListSource, { sql, type, relation: name }: GroupKeySql): string {
  if (name === undefined) return type === 'text' ? `(${sql}) collate "C"` : sql;
  const relation = source.relations?.[name];
  if (!relation)
    throw new Error(`${source.name} has no relation “${name}” to be grouped by. This is a fault of the hub.`);
  const inner = relation.source();
  const where = [relation.on, inner.always].filter(Boolean).join(' and ');
  return `case when exists (select 1 from ${inner.from} where ${where}) then ${sql} end`;
}

function mixedSql({ sql, apart }: Required<GroupSumSql>): string {
  return `count(distinct (${apart})) filter (where ${sql} is not null) > 1`;
}

/** A sum as conditions and orders use it: without a value where its numbers must not be added. */
function sumSql({ sql, apart }: GroupSumSql): string {
  return apart === undefined ? `sum(${sql})` : `case when not (${mixedSql({ sql, apart })}) then sum(${sql}) end`;
}

function shownSql({ sql, apart }: GroupSumSql): string {
  if (apart === undefined) return `sum(${sql})::text`;
  return `case when ${mixedSql({ sql, apart })} then '${NOT_SUMMED}' else sum(${sql})::text end`;
}

/** The order asked for, then by the keys: groups then stand in one order whatever the plan. */
function orderSql({ order, keys }: GroupQuery): string {
  const asked = order.map(({ by, descending }) => {
    const sql = typeof by === 'number' ? String(by + 1) : by === 'count' ? 'count(*)' : sumSql(by);
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
