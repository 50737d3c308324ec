import { rowColumns } from '../database/row-columns.ts';
import { allColumns, type ListField, type ListSource, type SqlType } from '../database/list-source.ts';
import { numbersInId } from '../gql/node.ts';
import type { RowDefinition } from '../gql/rows.ts';
import { circleOf } from '../viewer/circle.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { PROVENANCE_NEEDS } from './provenance.type.ts';
import type { RecordRow } from './record.row.ts';

/** Key of the record of a type with this global id; null where it can be none. */
export function recordKey(type: string, globalId: string): number | null {
  return numbersInId(globalId, type, 1)?.[0] ?? null;
}

/** Which records under an alias the viewer sees, by the same rules as the row policies: the first wall, and the one indexes know. */
export function recordCircle(viewer: Viewer, alias: string): string {
  const { organisations, provinces } = circleOf(viewer);
  switch (viewer.role) {
    case 'ADMIN':
      return 'true';
    case 'OFFICER':
    case 'LEADER':
      return `(${alias}.exposure = 2 or ${alias}.keeper_id = any ('{${organisations.join(',')}}'::integer[]))`;
    case 'REVIEWER': {
      const own = `'{${provinces.join(',')}}'::integer[]`;
      return `(${alias}.exposure = 2 or ${alias}.province_id = any (${own}) and (${alias}.exposure = 1 or exists (
        select 1 from organisation keeper where keeper.id = ${alias}.keeper_id and keeper.kind in ('UBND', 'MTTQ'))))`;
    }
    default:
      return `${alias}.exposure = 2`;
  }
}

/** A span's day as lists order and filter by it: the first day it can have been, else the last; unknown days come last, and no comparison holds of them. */
export function spanField(alias: string, column: string): ListField {
  const known = `coalesce(${alias}.${column}_earliest, ${alias}.${column}_latest)`;
  return { sql: `coalesce(${known}, 'infinity'::date)`, known, type: 'date', orderable: true };
}

/** The parts of a record as a room offers them: a table class, the column that names the record, an order (SQL over the alias). */
export interface PartList<R extends object, T extends object> extends RowDefinition<R, T> {
  readonly by: { readonly sql: string; readonly type: SqlType };
  readonly order: string;
}

/** The list of a table of parts under an alias. `needs` says what fields are made from whose name is not their column's. */
export function partList<R extends object, T extends object>(
  row: abstract new () => R,
  table: string,
  alias: string,
  parts: {
    by: string;
    order: string;
    convert: (row: R) => T;
    needs: Readonly<Record<string, readonly string[]>>;
    key?: string;
    always?: readonly string[];
  },
): PartList<R, T> {
  const select = rowColumns(row, alias);
  return {
    source: {
      name: table,
      from: `${table} ${alias}`,
      columns: allColumns(select),
      select,
      key: parts.key === undefined ? [] : [{ sql: `${alias}.${parts.key}`, type: 'integer' }],
      fields: {},
    },
    convert: parts.convert,
    needs: { provenance: PROVENANCE_NEEDS, ...parts.needs },
    always: parts.always ?? (parts.needs['id'] ?? []).slice(0, 1),
    by: { sql: `${alias}.${parts.by}`, type: 'integer' },
    order: parts.order,
  };
}

/** What a room adds to the list of its records. */
export type RecordListParts = Pick<ListSource, 'name' | 'fields'> & Partial<Pick<ListSource, 'relations' | 'special'>>;

/** The list of a table of records as the viewer sees it: the columns of its class, the fields every record has, and the room's own. */
export function recordSource(
  row: abstract new () => RecordRow,
  table: string,
  alias: string,
  viewer: Viewer,
  type: string,
  parts: RecordListParts,
): ListSource {
  const select = rowColumns(row, alias);
  return {
    ...parts,
    from: `${table} ${alias}`,
    columns: allColumns(select),
    select,
    key: [{ sql: `${alias}.id`, type: 'integer' }],
    always: recordCircle(viewer, alias),
    fields: {
      id: { sql: `${alias}.id`, type: 'integer', decode: (id) => recordKey(type, id) },
      version: { sql: `${alias}.version`, type: 'integer' },
      closedOn: { sql: `${alias}.closed_on`, type: 'date' },
      origin: { sql: `${alias}.origin`, type: 'text' },
      ...parts.fields,
    },
  };
}

/** The fields of a list whose rows have a name that is sorted and searched. */
export function namedFields(alias: string): Readonly<Record<string, ListField>> {
  return {
    name: { sql: `${alias}.name`, type: 'text', folded: `${alias}.folded` },
    sortKey: { sql: `${alias}.sort_key`, type: 'text', orderable: true },
  };
}
