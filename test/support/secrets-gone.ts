import type { GraphWorld } from './graph-world.ts';
import { partTables, recordTables } from './record-tables.ts';

/** Columns that say something, as SQL that makes them say something else. */
function otherwise(column: string, type: string): string | null {
  if (/^(id|version|exposure|ordinal)$|_id$/.test(column)) return null;
  if (type === 'date') return `${column} + 1000`;
  if (['integer', 'bigint', 'numeric'].includes(type)) return `${column} + 7`;
  return type === 'text' ? `replace(${column}, 'zq', 'yx')` : null;
}

/**
 * As the superuser: hidden records go with their parts; those that public ones cannot do without say something else in every
 * column, and everything else that led to them leads nowhere. Their versions and events go, and so does every register.
 */
export async function hideRecordsForGood(world: GraphWorld): Promise<void> {
  const records = await recordTables(world);
  const parts = await partTables(world);
  const columns = await world.sql<{ table: string; column: string; type: string }>(
    `select table_name as table, column_name as column, data_type as type from information_schema.columns where table_schema = 'public'`,
  );
  const rewritten = (table: string): string =>
    columns
      .filter((one) => one.table === table)
      .flatMap(({ column, type }) => otherwise(column, type)?.replace(/^/, `${column} = `) ?? [])
      .join(', ');
  const keys = await world.sql<{ table: string; column: string; whole: string }>(
    `select f.conrelid::regclass::text as table, k.attname as column, f.confrelid::regclass::text as whole
     from pg_constraint f join pg_attribute k on k.attrelid = f.conrelid and k.attnum = f.conkey[1]
     where f.contype = 'f' and cardinality(f.conkey) = 1 and not k.attnotnull and k.attname not like 'source%'`,
  );
  const loose = keys.filter(({ whole }) => records.includes(whole));
  const own = parts.filter(({ whole }) => records.includes(whole));
  await world.sql(`
    delete from record_version where exposure < 2;
    delete from member;
    ${loose.map(({ table, column, whole }) => `update ${table} set ${column} = null where ${column} in (select id from ${whole} where exposure < 2)`).join(';')};
    ${own.map(({ table, column, whole }) => set(table, rewritten(table), `${column} in (select id from ${whole} where exposure < 2)`)).join('')}
    ${records.map((table) => set(table, rewritten(table), 'exposure < 2')).join('')}
    do $$ declare hidden record; begin
      for pass in 1..5 loop
        ${records
          .map((table) =>
            gone(
              table,
              own.filter(({ whole }) => whole === table),
            ),
          )
          .join('\n')}
      end loop;
    end $$`);
}

function set(table: string, values: string, where: string): string {
  return values === '' ? '' : `update ${table} set ${values} where ${where};`;
}

function gone(table: string, parts: readonly { table: string; column: string }[]): string {
  const deletes = parts.map((part) => `delete from ${part.table} where ${part.column} = hidden.id;`);
  return `for hidden in select id from ${table} where exposure < 2 loop
    begin ${deletes.join(' ')} delete from ${table} where id = hidden.id; exception when foreign_key_violation then null; end;
  end loop;`;
}
