import { chown, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { Binaries } from './embedded-binaries.ts';
import { runProgram } from './embedded-process.ts';
import { scramVerifier } from './embedded-secrets.ts';
import type { RunAs } from './embedded-user.ts';

/** What a new data directory is made from. */
export interface ClusterPlan {
  initdb: string;
  pgData: string;
  superuser: string;
  password: string;
  durable: boolean;
  runAs: RunAs | undefined;
}

/**
 * Runs initdb. The files are made beside their place and renamed, so a hub killed meanwhile leaves nothing half made.
 * Always UTF8 whatever LANG says: without it initdb takes SQL_ASCII. Throws with initdb's own words.
 */
export async function createCluster(plan: ClusterPlan): Promise<void> {
  const half = await mkdtemp(`${plan.pgData}-new-`);
  const passwordFile = join(dirname(plan.pgData), `${process.pid}.pw`);
  try {
    await writeFile(passwordFile, `${plan.password}\n`, { mode: 0o600 });
    if (plan.runAs) {
      await chown(half, plan.runAs.uid, plan.runAs.gid);
      await chown(passwordFile, plan.runAs.uid, plan.runAs.gid);
    }
    const failed =
      (await initialise(plan, half, passwordFile, 'C.UTF-8')) && (await initialise(plan, half, passwordFile, 'C'));
    if (failed) throw new Error(`The database files could not be made in ${plan.pgData}. initdb said:\n${failed}`);
    await rename(half, plan.pgData);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(half, { recursive: true, force: true });
  }
}

/** The character classes come from `locale`; where the system lacks C.UTF-8, plain C serves (collation is built in anyway). */
async function initialise(
  plan: ClusterPlan,
  folder: string,
  passwordFile: string,
  locale: string,
): Promise<string | undefined> {
  const args = [
    `--pgdata=${folder}`,
    `--username=${plan.superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${locale}`,
    '--no-instructions',
    ...(plan.durable ? [] : ['--no-sync']),
  ];
  const { code, output } = await runProgram(plan.initdb, args, plan.runAs);
  return code === 0 ? undefined : output.trim().split('\n').slice(-8).join('\n');
}

/** Throws when the files in a data directory were written by another major version of PostgreSQL than the programs'. */
export async function refuseOtherMajor(pgData: string, binaries: Binaries): Promise<void> {
  const found = (await readFile(join(pgData, 'PG_VERSION'), 'utf8')).trim();
  if (found === binaries.major) return;
  throw new Error(
    `${pgData} holds data of PostgreSQL ${found}, and this hub brings ${binaries.major}, which cannot open them. ` +
      `Start the release of the hub that wrote them and export, or serve them with a PostgreSQL ${found} and set DATABASE_URL, ` +
      'or set HUB_DATA_DIR to an empty folder to begin anew.',
  );
}

/** The login and the database that the hub owns. */
export interface OwnedDatabase {
  superUrl: string;
  owner: string;
  ownerPassword: string;
  database: string;
}

/** Makes the owner's login and the database where they are missing; true when the database was made now. */
export async function prepareDatabase(plan: OwnedDatabase): Promise<boolean> {
  const client = new pg.Client({ connectionString: plan.superUrl });
  client.on('error', () => undefined);
  await client.connect().catch((error: Error) => {
    throw new Error(
      `The embedded database does not accept the password kept in secrets.json (${error.message}). ` +
        'Restore that file from the same backup as the data, or set HUB_DATA_DIR to an empty folder to begin anew.',
    );
  });
  try {
    const login = client.escapeIdentifier(plan.owner);
    // Set at every start: whoever holds the superuser's password may repair the owner's.
    const known = await client.query('select from pg_roles where rolname = $1', [plan.owner]);
    await client.query(
      `${known.rowCount === 0 ? 'create' : 'alter'} role ${login} login createrole createdb nosuperuser ` +
        `password ${client.escapeLiteral(scramVerifier(plan.ownerPassword))}`,
    );
    const there = await client.query('select from pg_database where datname = $1', [plan.database]);
    if (there.rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(plan.database)} owner ${login}`);
    return there.rowCount === 0;
  } finally {
    await client.end();
  }
}
