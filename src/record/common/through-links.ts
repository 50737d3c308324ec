import { ArgsType, Field } from 'type-graphql';
import type { ListParent } from '../../ground/database/list-page.ts';
import type { ListRelation, ListSource } from '../../ground/database/list-source.ts';
import type { ListDefinition } from '../../ground/gql/connection.ts';
import { type OrganisationRole, OrganisationRoleEnum } from './organisation-role.ts';

/** A table that ties the rows of a list to something else. */
export interface LinkTable {
  readonly table: string;
  /** The column with the key of the list's row. */
  readonly row: string;
  /** The column with the key of what it is tied to. */
  readonly to: string;
  /** Which links count, as SQL over the table; left out: all. */
  readonly where?: string;
}

/** Where a list that goes through links hangs on its parent. */
export const LINKED_TO: ListParent & { readonly type: 'integer' } = { sql: 'linked.parent_id', type: 'integer' };

/**
 * A list of which only rows are left that a table ties to something, each once for each thing it is tied to, however many
 * links there are between the two. Hangs on its parent by `LINKED_TO`.
 */
export function throughLinks<R extends object, T extends object>(
  list: ListDefinition<R, T>,
  { table, row, to, where = 'true' }: LinkTable,
): ListDefinition<R, T> {
  const { source } = list;
  const [key] = source.key;
  return {
    ...list,
    source: {
      ...source,
      name: `${source.name}By_${table}`,
      from: `${source.from} join (select distinct ${row} as row_id, ${to} as parent_id from ${table} where ${where}) linked
        on linked.row_id = ${key?.sql}`,
    },
    variant: `${list.variant} ${where}`,
  };
}

/** The relation from the rows of `alias`, whose key is in the column `to`, to those of another list by a table of links. */
export function linkRelation(
  alias: string,
  source: () => ListSource,
  { table, row, to }: Omit<LinkTable, 'where'>,
): ListRelation {
  return {
    source: () => {
      const inner = source();
      return { ...inner, from: `${table} link join ${inner.from} on ${inner.key[0]?.sql} = link.${row}` };
    },
    on: `link.${to} = ${alias}.id`,
  };
}

/** By which roles a list goes from an organisation. */
@ArgsType()
export class RoleArgs {
  @Field(() => [OrganisationRoleEnum], {
    nullable: true,
    description: 'Only those in which the organisation has one of these roles; left out: any.',
  })
  roles?: OrganisationRole[] | null;
}

/** The condition on a table of roles that a list of roles means. The values are those of the enumeration. */
export function rolesSql(roles: readonly OrganisationRole[] | null | undefined): string {
  if (!roles) return 'true';
  return `role = any ('{${[...new Set(roles)].sort().join(',')}}'::text[])`;
}
