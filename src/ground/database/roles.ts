import pg from 'pg';
import { keepSecret, scramVerifier } from './embedded-secrets.ts';

/** Connection URLs of the three logins that the hub works with. None of them owns a table or passes by a row policy. */
export interface RoleUrls {
  /** Every request's work, under row policies. */
  hub: string;
  /** Numbers committed events. */
  sequencer: string;
  /** Reads published, public data without per-request settings. */
  reader: string;
}

/** How the logins are named and where their passwords are kept. */
export interface RoleOptions {
  /** The logins are `<prefix>_hub`, `<prefix>_sequencer` and `<prefix>_reader`. */
  prefix: string;
  /** JSON file, mode 0600, for the generated passwords. */
  secretsFile: string;
  /** Logins that somebody else keeps; for these nothing is made, changed or checked. */
  urls?: Partial<Record<keyof RoleUrls, string | null>>;
  /** Told when a password had to be set again. */
  log?: (line: string) => void;
}

const kinds = ['hub', 'sequencer', 'reader'] as const satisfies (keyof RoleUrls)[];

// So that hubs that start together on one database make each login once. Any number that nothing else of ours locks.
const rolesLock = 7464_467;

/**
 * Makes the hub's logins where they are missing and returns their URLs. Run it before the migrations, which grant to
 * these names. Works for a login with CREATEROLE on PostgreSQL 15 to 18, and may run in several processes at once.
 * Throws when a role of that name is another database's or nobody's known, has rights it must not have, or when the
 * owner's login may not make roles.
 */
export async function ensureRoles(ownerUrl: string, options: RoleOptions): Promise<RoleUrls> {
  const urls: Partial<RoleUrls> = {};
  const missing: (keyof RoleUrls)[] = [];
  for (const kind of kinds) {
    const given = options.urls?.[kind];
    if (given) urls[kind] = given;
    else missing.push(kind);
  }
  if (missing.length > 0) {
    await onOwner(ownerUrl, async (client) => {
      for (const kind of missing) urls[kind] = await ensureRole(client, ownerUrl, `${options.prefix}_${kind}`, options);
    });
  }
  const { hub, sequencer, reader } = urls;
  if (!hub || !sequencer || !reader)
    throw new Error('ensureRoles must give one URL for each of hub, sequencer and reader.');
  return { hub, sequencer, reader };
}

async function onOwner(ownerUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [rolesLock]);
    await work(client);
  } finally {
    // Ending the session gives the advisory lock back.
    await client.end();
  }
}

async function ensureRole(client: pg.Client, ownerUrl: string, role: string, options: RoleOptions): Promise<string> {
  const database = (await client.query<{ name: string }>('select current_database() as name')).rows[0]?.name ?? '';
  const mark = `phoi-hop:${database}`;
  const known = await findRole(client, role);
  if (known) refuseForeign(role, known, mark, options.prefix);
  const password = keepSecret(options.secretsFile, role);
  if (!known) await createRole(client, role, mark, password);
  await allowConnect(client, role, database);
  const url = withLogin(ownerUrl, role, password);
  if (known && !(await canLogIn(url))) {
    options.log?.(
      `The kept password of the database role "${role}" was refused: it is set anew. Hubs with another secrets file lose theirs.`,
    );
    await client.query(
      `alter role ${client.escapeIdentifier(role)} password ${client.escapeLiteral(scramVerifier(password))}`,
    );
  }
  return url;
}

interface KnownRole {
  comment: string | null;
  excess: string[];
}

async function findRole(client: pg.Client, role: string): Promise<KnownRole | undefined> {
  const { rows } = await client.query<KnownRole>(
    `select shobj_description(oid, 'pg_authid') as comment,
            array_remove(array[case when rolsuper then 'SUPERUSER' end, case when rolbypassrls then 'BYPASSRLS' end,
                               case when rolcreaterole then 'CREATEROLE' end, case when rolcreatedb then 'CREATEDB' end], null) as excess
       from pg_roles where rolname = $1`,
    [role],
  );
  return rows[0];
}

function refuseForeign(role: string, known: KnownRole, mark: string, prefix: string): void {
  if (known.comment !== mark) {
    const whose = known.comment?.startsWith('phoi-hop:')
      ? `belongs to the hub in the database "${known.comment.slice('phoi-hop:'.length)}"`
      : "exists, and is not marked as the hub's own";
    throw new Error(
      `The database role "${role}" ${whose}, and its password will not be touched. Set HUB_ROLE_PREFIX to a prefix of this ` +
        `hub's own (it is "${prefix}"), or name ready logins in HUB_RUNTIME_URL, HUB_SEQUENCER_URL and HUB_READER_URL.`,
    );
  }
  if (known.excess.length > 0) {
    throw new Error(
      `The database role "${role}" has ${known.excess.join(', ')}, with which row policies are no wall. ` +
        `Run as a superuser: alter role "${role}" ${known.excess.map((right) => `no${right.toLowerCase()}`).join(' ')};`,
    );
  }
}

async function createRole(client: pg.Client, role: string, mark: string, password: string): Promise<void> {
  const name = client.escapeIdentifier(role);
  try {
    // Together, so that no role is ever without its mark.
    await client.query('begin');
    await client.query(
      `create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole noinherit ` +
        `password ${client.escapeLiteral(scramVerifier(password))}`,
    );
    await client.query(`comment on role ${name} is ${client.escapeLiteral(mark)}`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    if (codeOf(error) !== '42501') throw error;
    throw new Error(
      `The login of DATABASE_URL may not make the database role "${role}" (${messageOf(error)}). Run as a superuser: ` +
        `alter role "${client.user ?? ''}" createrole; or make the three logins and name them in HUB_RUNTIME_URL, HUB_SEQUENCER_URL and HUB_READER_URL.`,
    );
  }
}

async function allowConnect(client: pg.Client, role: string, database: string): Promise<void> {
  const grant = `grant connect on database ${client.escapeIdentifier(database)} to ${client.escapeIdentifier(role)}`;
  await client.query(grant).catch((error: unknown) => {
    if (codeOf(error) !== '42501') throw error;
  });
  const { rows } = await client.query<{ ok: boolean }>(`select has_database_privilege($1, $2, 'connect') as ok`, [
    role,
    database,
  ]);
  if (rows[0]?.ok !== true) {
    throw new Error(
      `The database role "${role}" may not connect to "${database}", and the login of DATABASE_URL may not allow it. Run as its owner: ${grant};`,
    );
  }
}

async function canLogIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 28P01: wrong password. Anything else (no entry in pg_hba.conf, too many connections) a new password would not cure.
    if (codeOf(error) === '28P01') return false;
    throw new Error(
      `The server refused the hub's own login "${decodeURIComponent(new URL(url).username)}": ${messageOf(error)}. ` +
        'Allow it in pg_hba.conf as the login of DATABASE_URL is allowed.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The same server and database for another login. */
function withLogin(url: string, user: string, password: string): string {
  const changed = new URL(url);
  // A URL without a host (`postgres:///db?host=/run/postgresql`) cannot hold a user; the `host` parameter wins anyway.
  if (changed.hostname === '') changed.hostname = 'localhost';
  changed.username = encodeURIComponent(user);
  changed.password = encodeURIComponent(password);
  changed.searchParams.delete('user');
  changed.searchParams.delete('password');
  return changed.toString();
}

function codeOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
