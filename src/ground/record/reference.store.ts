import type { EntityTarget } from 'typeorm';
import { named, shaped, type Tx } from '../database/data-source.ts';
import { changeRefusals } from './change-refusal.ts';
import type { PartDraft, PartKind, RecordDraft, RecordKind } from './record-kind.ts';

/** What a draft is looked through with, and what was found: keys by the table they lead to, each with the input that named it. */
interface Reading {
  readonly tx: Tx;
  readonly keys: ForeignKeys;
  readonly found: Map<string, Map<number, string>>;
}

/**
 * Refuses a draft that leads to a record which is not there, or which the writer may not see: foreign keys look past the row
 * policies, and an answer must not tell the two apart. Raises `HubError` BAD_USER_INPUT with the path of the input.
 */
export async function mustSeeWhatItNames(tx: Tx, kind: RecordKind, draft: RecordDraft): Promise<void> {
  const reading: Reading = { tx, keys: await foreignKeys(tx), found: new Map() };
  readValues(reading, kind.row, draft.values, null);
  readParts(reading, kind.parts, draft.parts ?? {}, null);
  for (const [table, wanted] of reading.found) {
    const text = `select id from ${table} where id = any ($1::integer[])`;
    const rows = await shaped<{ id: number }>(tx, 'recordsNamed', text, [[...wanted.keys()]]);
    const seen = new Set(rows.map(({ id }) => id));
    for (const [id, input] of wanted) if (!seen.has(id)) throw changeRefusals.leadsNowhere(input);
  }
}

function readParts(
  reading: Reading,
  kinds: Readonly<Record<string, PartKind>>,
  drafts: Readonly<Record<string, unknown>>,
  whole: string | null,
): void {
  for (const [name, part] of Object.entries(kinds)) {
    const input = whole ?? part.input ?? name;
    for (const draft of (drafts[name] ?? []) as readonly PartDraft[]) {
      readValues(reading, part.row, draft, input);
      readParts(reading, part.parts ?? {}, draft, input);
    }
  }
}

function readValues(
  { tx, keys, found }: Reading,
  row: EntityTarget<object>,
  values: Readonly<Record<string, unknown>>,
  input: string | null,
): void {
  const { columns, tableName } = tx.dataSource.getMetadata(row);
  for (const { propertyName, databaseName } of columns) {
    const value = values[propertyName];
    const table = keys.get(`${tableName}.${databaseName}`);
    if (table === undefined || typeof value !== 'number') continue;
    const wanted = found.get(table) ?? new Map<number, string>();
    wanted.set(value, input ?? propertyName.replace(/Id$/, ''));
    found.set(table, wanted);
  }
}

/** The tables of which not everybody sees every row, by the columns that lead to them: `campaign.movement_id` to `movement`. */
type ForeignKeys = ReadonlyMap<string, string>;

let known: Promise<ForeignKeys> | undefined;

/** Read once a process: migrations have run before anything is changed. */
function foreignKeys(tx: Tx): Promise<ForeignKeys> {
  known ??= readForeignKeys(tx).catch((fault: unknown) => {
    known = undefined;
    throw fault;
  });
  return known;
}

async function readForeignKeys(tx: Tx): Promise<ForeignKeys> {
  const rows = await named<{ column: string; table: string }>(
    tx,
    'foreignKeys',
    `select f.conrelid::regclass::text || '.' || k.attname as "column", t.relname as "table"
     from pg_constraint f join pg_class t on t.oid = f.confrelid and t.relrowsecurity
     join pg_attribute k on k.attrelid = f.conrelid and k.attnum = f.conkey[1]
     where f.contype = 'f' and cardinality(f.conkey) = 1`,
  );
  return new Map(rows.map(({ column, table }) => [column, table]));
}
