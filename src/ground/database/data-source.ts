import { createHash } from 'node:crypto';
import { DataSource, type EntityManager, type Logger } from 'typeorm';

/** A transaction or a pooled connection: what every store takes first. */
export type Tx = EntityManager;

/** What opens a pool. */
export interface DataSourceOptions {
  url: string;
  entities: readonly (new () => object)[];
  migrations?: readonly (new () => object)[];
  poolSize: number;
  applicationName: string;
  /** PostgreSQL start-up options, as `-c hub.role_prefix=phoi_hop`. */
  startup?: string;
  /** Hears the text of every statement; tests count them. */
  onStatement?: (text: string) => void;
}

/** Opens a pool of connections to PostgreSQL. Nothing is ever synchronised: the schema comes from migrations alone. */
export async function openDataSource(options: DataSourceOptions): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url: options.url,
    entities: [...options.entities],
    migrations: [...(options.migrations ?? [])],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    poolSize: options.poolSize,
    applicationName: options.applicationName,
    connectTimeoutMS: 5_000,
    logging: options.onStatement ? ['query'] : false,
    ...(options.onStatement ? { logger: statementLogger(options.onStatement) } : {}),
    extra: {
      options: options.startup ?? '',
      idleTimeoutMillis: 30_000,
      keepAlive: true,
    },
  });
  return source.initialize();
}

function statementLogger(hear: (text: string) => void): Logger {
  const quiet = () => undefined;
  return {
    logQuery: (query: unknown) => hear(typeof query === 'string' ? query : String((query as { text: string }).text)),
    logQueryError: quiet,
    logQuerySlow: quiet,
    logSchemaBuild: quiet,
    logMigration: quiet,
    log: quiet,
  };
}

/**
 * Runs one named, prepared statement. The name stands in front of the text as well, so that logs, `pg_stat_statements`
 * and goldens show it. The text of a name never changes: build changing text with `dynamic`.
 */
export async function named<R>(tx: Tx, name: string, text: string, values: readonly unknown[] = []): Promise<R[]> {
  // TypeORM hands an object through to pg, which prepares it once a connection; measured 0.07 against 0.08 ms a row look-up.
  const answer: unknown = await tx.query({ name, text: `/* ${name} */ ${text}`, values: [...values] } as never);
  return rowsOf(answer);
}

/** Runs one statement whose text depends on what was asked for. It is not prepared: texts are many and would pile up. */
export async function dynamic<R>(tx: Tx, name: string, text: string, values: readonly unknown[] = []): Promise<R[]> {
  const answer: unknown = await tx.query(`/* ${name} */ ${text}`, [...values]);
  return rowsOf(answer);
}

/** Texts that are prepared under a name of their own; beyond so many, further ones are not prepared. */
const PLANNED_LIMIT = 500;
const planned = new Map<string, string>();

/**
 * Runs one statement whose text depends on the shape of what was asked (columns, filters, order) and comes again with other
 * values: each text is prepared once a connection under the name and its digest, as long as there are not too many of them.
 */
export async function shaped<R>(tx: Tx, name: string, text: string, values: readonly unknown[] = []): Promise<R[]> {
  let digest = planned.get(text);
  if (digest === undefined) {
    if (planned.size >= PLANNED_LIMIT) return dynamic(tx, name, text, values);
    digest = createHash('sha256').update(text).digest('base64url').slice(0, 10);
    planned.set(text, digest);
  }
  // PostgreSQL cuts names after 63 bytes, and the digest must not be what goes.
  const statement = { name: `${name.slice(0, 50)}_${digest}`, text: `/* ${name} */ ${text}`, values: [...values] };
  return rowsOf(await tx.query(statement as never));
}

/** TypeORM answers rows for a select and `[rows, count]` for `update … returning`. */
function rowsOf<R>(answer: unknown): R[] {
  if (!Array.isArray(answer)) return [];
  const first: unknown = answer[0];
  if (answer.length === 2 && Array.isArray(first) && typeof answer[1] === 'number') return first as R[];
  return answer as R[];
}
