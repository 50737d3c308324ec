import { dynamic, named, type Tx } from '../ground/database/data-source.ts';

/** How many rows of a table a load added, altered and took away. */
export interface TableChange {
  readonly inserted: number;
  readonly changed: number;
  readonly removed: number;
}

/** What a table should hold. Names of tables and columns come from the code, never from data. */
export interface TableSync {
  readonly table: string;
  /** Columns that tell rows apart; never null. */
  readonly key: readonly string[];
  /** Every column that is written, with its type in SQL; the rows have a field for each. */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly object[];
  /** Where given, rows that agree with no wanted row in these columns (never null) go first. Without it nothing is taken away. */
  readonly prune?: readonly string[];
  /** A boolean column: where it is true, a row is neither altered nor taken away. */
  readonly spare?: string;
  /** With `spare`: wanted rows that agree in these columns (never null) with a spared row are not added. */
  readonly instead?: readonly string[];
}

/** Makes a table hold the wanted rows, in one statement (two with `prune`) however many there are. Equal rows stay untouched. */
export async function syncTable(tx: Tx, sync: TableSync): Promise<TableChange> {
  const wanted = JSON.stringify(sync.rows);
  const removed = sync.prune === undefined ? 0 : await prune(tx, sync, sync.prune, wanted);
  const names = Object.keys(sync.columns);
  const rest = names.filter((name) => !sync.key.includes(name));
  const list = (alias: string, columns: readonly string[]): string =>
    columns.map((name) => `${alias}.${name}`).join(', ');
  const changes = `update ${sync.table} t set ${rest.map((name) => `${name} = s.${name}`).join(', ')} from seed s
      where ${match(sync.key)}${spared(sync)} and (${list('t', rest)}) is distinct from (${list('s', rest)}) returning 1`;
  const [counts] = await dynamic<{ inserted: number; changed: number }>(
    tx,
    `sync_${sync.table}`,
    `with seed as materialized (${seedSql(sync)}),
      changed as (${rest.length === 0 ? 'select 1 where false' : changes}),
      inserted as (insert into ${sync.table} (${names.join(', ')}) select ${list('s', names)} from seed s
        where not exists (select 1 from ${sync.table} t where ${match(sync.key)})${unlessSpared(sync)} returning 1)
    select (select count(*) from inserted)::integer as inserted, (select count(*) from changed)::integer as changed`,
    [wanted],
  );
  return { inserted: counts?.inserted ?? 0, changed: counts?.changed ?? 0, removed };
}

async function prune(tx: Tx, sync: TableSync, columns: readonly string[], wanted: string): Promise<number> {
  const [counts] = await dynamic<{ removed: number }>(
    tx,
    `prune_${sync.table}`,
    `with seed as materialized (${seedSql(sync)}),
      removed as (delete from ${sync.table} t where not exists (select 1 from seed s where ${match(columns)})${spared(sync)} returning 1)
    select count(*)::integer as removed from removed`,
    [wanted],
  );
  return counts?.removed ?? 0;
}

function seedSql({ columns }: TableSync): string {
  const types = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  return `select * from jsonb_to_recordset($1::jsonb) as r (${types.join(', ')})`;
}

function spared({ spare }: TableSync): string {
  return spare === undefined ? '' : ` and not t.${spare}`;
}

function unlessSpared({ table, spare, instead }: TableSync): string {
  if (spare === undefined || instead === undefined) return '';
  return ` and not exists (select 1 from ${table} t where t.${spare} and ${match(instead)})`;
}

function match(columns: readonly string[]): string {
  return columns.map((name) => `t.${name} = s.${name}`).join(' and ');
}

// Any constant that nothing else uses: two hubs that start at once load one after the other.
const LOAD_LOCK = 7_140_212;

/** Waits until no other transaction loads the catalogue, and keeps others out until this one ends. */
export async function lockCatalogue(tx: Tx): Promise<void> {
  await named(tx, 'lockCatalogue', 'select pg_advisory_xact_lock($1)', [LOAD_LOCK]);
}

/** Tells the planner how large the tables have become; without it a fresh database plans for almost empty ones. */
export async function analyseTables(tx: Tx, tables: readonly string[]): Promise<void> {
  await dynamic(tx, 'analyseCatalogue', `analyze ${tables.join(', ')}`);
}
