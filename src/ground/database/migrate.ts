import type { DataSource } from 'typeorm';
import { openDataSource } from './data-source.ts';

/** Two hubs that start at once must not migrate at once. Any constant will do as long as nothing else uses it. */
const MIGRATION_LOCK = 7_140_211;

/** Raised where the database has run a migration that this hub does not know. */
export class DatabaseAheadError extends Error {
  constructor(readonly unknown: readonly string[]) {
    super(
      `The database is ahead of this hub: it has run ${unknown.join(', ')}, which this version does not know. ` +
        'Start the version that ran it, or a newer one.',
    );
  }
}

/** What `migrate` needs: the owner's connection, the names of the roles and every migration in order. */
export interface MigrateOptions {
  ownerUrl: string;
  /** The migrations grant to `<prefix>_hub`, `<prefix>_sequencer` and `<prefix>_reader` … */
  rolePrefix: string;
  /** … unless the logins are somebody else's and have these names. */
  roles?: Readonly<Record<'hub' | 'sequencer' | 'reader', string>>;
  migrations: readonly (new () => object)[];
  progress?: (text: string) => void;
}

/**
 * Brings the schema up to date and answers the names of the migrations that ran now.
 * Raises `DatabaseAheadError` where the database knows more than this hub.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const source = await openDataSource({
    url: options.ownerUrl,
    entities: [],
    migrations: options.migrations,
    poolSize: 2,
    applicationName: 'phoi-hop migrate',
    startup: `${roleSettings(options)} -c lock_timeout=2s -c client_min_messages=warning`,
  });
  const lock = source.createQueryRunner();
  try {
    // Another hub's migrations may take longer than any lock of ours should wait for a table.
    await lock.query('set lock_timeout = 0');
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseAhead(source, options.migrations);
    const ran = await source.runMigrations();
    for (const migration of ran) options.progress?.(`migration ${migration.name}`);
    return ran.map((migration) => migration.name);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

function roleSettings({ rolePrefix, roles }: MigrateOptions): string {
  const named = Object.entries(roles ?? {}).map(
    ([kind, name]) => `-c hub.role_${kind}=${name.replace(/[\\ ]/g, '\\$&')}`,
  );
  return [`-c hub.role_prefix=${rolePrefix}`, ...named].join(' ');
}

async function refuseAhead(source: DataSource, known: readonly (new () => object)[]): Promise<void> {
  const [table] = await source.query<{ there: boolean }[]>(`select to_regclass('migration') is not null as there`);
  if (!table?.there) return;
  const names = new Set(known.map((migration) => migration.name));
  const ran = await source.query<{ name: string }[]>('select name from migration order by id');
  const unknown = ran.map((row) => row.name).filter((name) => !names.has(name));
  if (unknown.length > 0) throw new DatabaseAheadError(unknown);
}

/** Names of the migrations that have not run yet; empty when the schema is current. Works with the hub's own connection. */
export async function pendingMigrations(source: DataSource, known: readonly (new () => object)[]): Promise<string[]> {
  const ran = await source.query<{ name: string }[]>('select name from migration');
  const names = new Set(ran.map((row) => row.name));
  return known.map((migration) => migration.name).filter((name) => !names.has(name));
}
