import { toGlobalId } from '../../src/ground/gql/node.ts';
import type { GraphWorld } from './graph-world.ts';
import type { RecordIds } from './secret-records.ts';

/** The number in a global id of a record. */
export function keyIn(globalId: string | undefined): number {
  return Number(
    Buffer.from(globalId ?? '', 'base64url')
      .toString('utf8')
      .split(':')
      .at(-1),
  );
}

/** As the superuser: everything in a set of records says that it was taken from a passage of a document, field by field too. */
export async function takenFrom(world: GraphWorld, records: RecordIds, source: RecordIds): Promise<void> {
  const own = new Set(await recordTables(world));
  const columns = await world.sql<{ table: string; column: string; whole: string }>(SOURCED);
  for (const table of new Set(columns.map((one) => one.table))) {
    const part = columns.find((one) => one.table === table && one.column === `${one.whole}_id` && own.has(one.whole));
    const [record, key] = own.has(table) ? [table, 'id'] : [part?.whole ?? '', part?.column ?? 'id'];
    await world.sql(
      `update ${table} set origin = 'SOURCE', basis = 'STATED', source_document_id = $2::integer, source_quote_id = $3::integer,
         field_sources = jsonb_build_object('name', jsonb_build_object('basis', 'STATED', 'quoteId', $3::integer)) where ${key} = $1::integer`,
      [keyIn(records[typeOf(record)]), keyIn(source['SourceDocument']), keyIn(source['Quote'])],
    );
  }
}

/** Every foreign key of one column of the tables that say where their rows come from, with the table it leads to. */
const SOURCED = `select c.relname as table, k.attname as column, f.confrelid::regclass::text as whole
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'source_quote_id'
  join pg_constraint f on f.conrelid = c.oid and f.contype = 'f' and cardinality(f.conkey) = 1
  join pg_attribute k on k.attrelid = c.oid and k.attnum = f.conkey[1]
  where c.relkind = 'r' order by c.relname, k.attnum`;

/** The type in the graph of a table of records: `AgreementPlan` of `agreement_plan`. */
export function typeOf(table: string): string {
  return table.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The tables of records: those with an exposure of their own and versions. */
export async function recordTables(world: GraphWorld): Promise<string[]> {
  const rows = await world.sql<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'keeper_id'
     join pg_attribute e on e.attrelid = c.oid and e.attname = 'closed_on' where c.relkind = 'r' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** A table whose rows are parts of a record or of a part, with the column that says of which. */
export interface PartTable {
  readonly table: string;
  readonly column: string;
  /** The table that the column leads to: of records, or of parts. */
  readonly whole: string;
}

/**
 * The tables of parts, by the foreign keys of the database: what hangs on a record or on a part, is no record and no version.
 * The first key of a table leads to its whole, but for mergers of units, which belong to the unit that comes after.
 */
export async function partTables(world: GraphWorld): Promise<PartTable[]> {
  const records = await recordTables(world);
  const keys = await world.sql<PartTable>(
    `select f.conrelid::regclass::text as table, k.attname as column, f.confrelid::regclass::text as whole
     from pg_constraint f join pg_attribute k on k.attrelid = f.conrelid and k.attnum = f.conkey[1]
     where f.contype = 'f' and cardinality(f.conkey) = 1 and f.connamespace = 'public'::regnamespace order by 1, k.attnum`,
  );
  const wholes = new Set(records);
  const parts = keys.filter(
    ({ table, column }) => !wholes.has(table) && table !== 'member' && column !== 'predecessor_id',
  );
  for (let known = 0; known < wholes.size; ) {
    known = wholes.size;
    for (const { table, whole } of parts) if (wholes.has(whole)) wholes.add(table);
  }
  return parts.filter(
    (part, at) =>
      wholes.has(part.whole) && parts.findIndex(({ table, whole }) => table === part.table && wholes.has(whole)) === at,
  );
}

/** Global ids of every record that not everybody may see, of the offices of such persons and the passages of such documents. */
export async function hiddenRecords(world: GraphWorld): Promise<string[]> {
  const own = (await recordTables(world)).map((name) => `select '${name}' as type, id from ${name} where exposure < 2`);
  const rows = await world.sql<{ type: string; id: number }>(
    `${own.join(' union all ')}
     union all select 'office', o.id from office o join person p on p.id = o.person_id where p.exposure < 2
     union all select 'quote', q.id from quote q join source_document d on d.id = q.document_id where d.exposure < 2`,
  );
  return rows.map(({ type, id }) => toGlobalId(typeOf(type), id));
}
