import { fold } from '../text/fold.ts';
import { ListFault, type ListField, type ListSource, type Params } from './list-source.ts';

/** A filter as it comes from the graph: `and`, `or`, `not`, fields with operators, relations, special operators. */
export type FilterInput = { readonly [name: string]: unknown };

const COMPARISONS: Readonly<Record<string, string>> = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

/** The condition in SQL that a filter means; `true` where it says nothing. Raises `ListFault`. */
export function filterSql(source: ListSource, filter: FilterInput | null | undefined, params: Params): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(filter ?? {})) {
    if (value === undefined) continue;
    if (value === null)
      throw new ListFault('FILTER', `Filter “${name}” is null. Leave it out, or ask { isNull: true }.`);
    parts.push(partSql(source, name, value, params));
  }
  if (parts.length === 0) return 'true';
  return parts.length === 1 ? String(parts[0]) : `(${parts.join(' and ')})`;
}

function partSql(source: ListSource, name: string, value: unknown, params: Params): string {
  if (name === 'and' || name === 'or') return branchesSql(source, name, value as FilterInput[], params);
  if (name === 'not') return `not coalesce(${filterSql(source, value as FilterInput, params)}, false)`;
  const special = source.special?.[name];
  if (special) return special(value, params);
  const relation = source.relations?.[name];
  if (relation) {
    const inner = relation.source();
    const where = [relation.on, inner.always, filterSql(inner, value as FilterInput, params)]
      .filter(Boolean)
      .join(' and ');
    return `exists (select 1 from ${inner.from} where ${where})`;
  }
  const field = source.fields[name];
  if (!field) throw new ListFault('FILTER', `Unknown filter “${name}” on ${source.name}.`);
  const operators = Object.entries(value as FilterInput).filter(([, operand]) => operand !== undefined);
  const sql = operators.map(([operator, operand]) => operatorSql(field, name, operator, operand, params));
  return sql.length === 0 ? 'true' : `(${sql.join(' and ')})`;
}

function branchesSql(
  source: ListSource,
  joint: 'and' | 'or',
  branches: readonly FilterInput[],
  params: Params,
): string {
  if (branches.length === 0) return joint === 'and' ? 'true' : 'false';
  return `(${branches.map((branch) => filterSql(source, branch, params)).join(` ${joint} `)})`;
}

function operatorSql(field: ListField, name: string, operator: string, operand: unknown, params: Params): string {
  if (operand === null) throw new ListFault('FILTER', `“${name}.${operator}” is null. Ask { isNull: true } instead.`);
  refuseNul(name, operand);
  const sql = field.known ?? field.sql;
  const held = (value: unknown) => (field.decode ? field.decode(String(value)) : value);
  switch (operator) {
    case 'isNull':
      return operand === true ? `${sql} is null` : `${sql} is not null`;
    case 'eq':
      return `${sql} = ${params.add(held(operand), field.type)}`;
    case 'ne':
      return `${sql} is distinct from ${params.add(held(operand), field.type)}`;
    case 'in':
      return `${sql} = any (${params.add((operand as unknown[]).map(held), `${field.type}[]`)})`;
    case 'contains':
      return containsSql(field, operand as string, params);
    default: {
      const comparison = COMPARISONS[operator];
      if (!comparison) throw new ListFault('FILTER', `Unknown operator “${operator}” on “${name}”.`);
      return `${sql} ${comparison} ${params.add(held(operand), field.type)}`;
    }
  }
}

/** PostgreSQL's text has no NUL: such an operand would come back as a fault of the hub. */
function refuseNul(name: string, operand: unknown): void {
  const values: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  if (values.some((value) => typeof value === 'string' && value.includes('\0'))) {
    throw new ListFault('FILTER', `“${name}” has a NUL character, which no text here can have. Remove it.`);
  }
}

function containsSql(field: ListField, text: string, params: Params): string {
  const pattern = `%${fold(text).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return `${field.folded ?? field.sql} like ${params.add(pattern, 'text')}`;
}
