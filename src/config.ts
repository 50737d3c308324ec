/** Everything the environment decides, checked. Other rooms get plain options out of it. */
export interface Config {
  /** TCP port; 0 takes any free one. */
  port: number;
  host: string;
  /** URL of the owner's login; null for the embedded PostgreSQL. */
  databaseUrl: string | null;
  /** Ready logins for the three roles; null where the hub makes its own. */
  roleUrls: { hub: string | null; sequencer: string | null; reader: string | null };
  rolePrefix: string;
  /** As given, perhaps relative to the folder the hub was started in. */
  dataDir: string;
  /** `auto`: only in a fresh embedded database. */
  demo: 'on' | 'off' | 'auto';
  introspection: 'open' | 'authenticated';
  /** Origins that browsers may call from, or `*` for all. */
  corsOrigins: '*' | readonly string[];
  logLevel: LogLevel;
  /** Milliseconds that requests under way get to finish. */
  shutdownGraceMs: number;
}

/** The levels of pino. */
export type LogLevel = (typeof logLevels)[number];

/** The environment as it came, or as a test gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every variable with its default and meaning: the README's table is printed from this. */
export const configTable = [
  { name: 'PORT', default: '4000', meaning: 'TCP port, 0 to 65535; 0 takes any free one' },
  { name: 'HOST', default: '127.0.0.1', meaning: 'address to listen at; 0.0.0.0 for all' },
  {
    name: 'DATABASE_URL',
    default: '',
    meaning:
      'a PostgreSQL 15 to 18, as an owner with CREATEROLE: postgres://user:password@host/database; unset: the embedded PostgreSQL',
  },
  { name: 'HUB_RUNTIME_URL', default: '', meaning: 'ready login for requests; unset: the hub makes <prefix>_hub' },
  {
    name: 'HUB_SEQUENCER_URL',
    default: '',
    meaning: 'ready login for numbering events; unset: the hub makes <prefix>_sequencer',
  },
  {
    name: 'HUB_READER_URL',
    default: '',
    meaning: 'ready login for public reading; unset: the hub makes <prefix>_reader',
  },
  {
    name: 'HUB_ROLE_PREFIX',
    default: 'phoi_hop',
    meaning: 'prefix of the logins that the hub makes; one for each database of a server',
  },
  {
    name: 'HUB_DATA_DIR',
    default: '.hub',
    meaning: 'folder for the embedded database, generated passwords, the lock and the command socket',
  },
  {
    name: 'HUB_DEMO',
    default: 'auto',
    meaning: 'the demo archive: on, off, or auto (only into a fresh embedded database)',
  },
  {
    name: 'HUB_INTROSPECTION',
    default: 'open',
    meaning: 'who may ask for the schema: open (everybody) or authenticated',
  },
  {
    name: 'HUB_CORS_ORIGINS',
    default: '',
    meaning: 'origins that browsers may call from, separated by commas, or *; unset: none',
  },
  { name: 'LOG_LEVEL', default: 'info', meaning: `how much is logged: ${logLevels.join(', ')}` },
  {
    name: 'HUB_SHUTDOWN_GRACE_MS',
    default: '10000',
    meaning: 'milliseconds that requests under way get to finish at a stop, 0 to 600000',
  },
] as const satisfies readonly { name: string; default: string; meaning: string }[];

type Variable = (typeof configTable)[number]['name'];

/** Reads the process's own environment; the only place that does. */
export function readConfig(): { ok: Config } | { faults: string[] } {
  return parseConfig(process.env);
}

/** The folder a person called the command line from: npm runs it in the project's folder and remembers theirs. */
export function callerFolder(): string {
  const { npm_lifecycle_event: script, INIT_CWD: from } = process.env;
  // Only in our own script: a program that npm runs hands its variables on to whatever it starts, wherever that is.
  return script === 'hub' && from ? from : process.cwd();
}

/**
 * Checks an environment. Either a whole configuration or all faults at once, each naming the variable, what came
 * (passwords hidden) and what is accepted. An empty variable counts as unset.
 */
export function parseConfig(env: Environment): { ok: Config } | { faults: string[] } {
  const read = new Reader(env);
  const config: Config = {
    port: read.integer('PORT', 65_535),
    host: read.matching('HOST', /^[A-Za-z0-9.:_-]+$/, 'a host name or an address such as 127.0.0.1, 0.0.0.0 or ::'),
    databaseUrl: read.postgresUrl('DATABASE_URL'),
    roleUrls: {
      hub: read.postgresUrl('HUB_RUNTIME_URL'),
      sequencer: read.postgresUrl('HUB_SEQUENCER_URL'),
      reader: read.postgresUrl('HUB_READER_URL'),
    },
    // 40 characters leave room for "_sequencer" below PostgreSQL's 63 bytes a name.
    rolePrefix: read.matching(
      'HUB_ROLE_PREFIX',
      /^[a-z_][a-z0-9_]{0,40}$/,
      'up to 41 of a-z, 0-9 and _, not beginning with a digit',
    ),
    dataDir: read.text('HUB_DATA_DIR'),
    demo: read.oneOf('HUB_DEMO', ['on', 'off', 'auto']),
    introspection: read.oneOf('HUB_INTROSPECTION', ['open', 'authenticated']),
    corsOrigins: read.origins('HUB_CORS_ORIGINS'),
    logLevel: read.oneOf('LOG_LEVEL', logLevels),
    shutdownGraceMs: read.integer('HUB_SHUTDOWN_GRACE_MS', 600_000),
  };
  for (const name of ['HUB_RUNTIME_URL', 'HUB_SEQUENCER_URL', 'HUB_READER_URL'] as const) {
    if (read.text(name) !== '' && read.text('DATABASE_URL') === '') {
      read.faults.push(
        `${name} is set but DATABASE_URL is not: the embedded database makes its own logins. Set DATABASE_URL too, or unset ${name}.`,
      );
    }
  }
  return read.faults.length === 0 ? { ok: config } : { faults: read.faults };
}

/** Reads variables one by one and collects what is wrong; what a faulty one returns is never used. */
class Reader {
  readonly faults: string[] = [];
  private readonly env: Environment;

  constructor(env: Environment) {
    this.env = env;
  }

  text(name: Variable): string {
    return this.env[name]?.trim() || (configTable.find((row) => row.name === name)?.default ?? '');
  }

  integer(name: Variable, max: number): number {
    const text = this.text(name);
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
    if (value > max) this.refuse(name, text, `a whole number from 0 to ${max}`);
    return value;
  }

  matching(name: Variable, pattern: RegExp, accepted: string): string {
    const text = this.text(name);
    if (!pattern.test(text)) this.refuse(name, text, accepted);
    return text;
  }

  oneOf<T extends string>(name: Variable, accepted: readonly [T, ...T[]]): T {
    const text = this.text(name);
    const found = accepted.find((value) => value === text);
    if (found === undefined) this.refuse(name, text, `one of ${accepted.join(', ')}`);
    return found ?? accepted[0];
  }

  postgresUrl(name: Variable): string | null {
    const text = this.text(name);
    if (text === '') return null;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.protocol === 'postgres:' || url?.protocol === 'postgresql:') return text;
    const accepted =
      'postgres://user:password@host:port/database (for a socket: postgres://user:password@localhost/database?host=/folder)';
    // Never the text itself: it may be a URL with a password and one wrong letter.
    this.refuse(name, url ? `${url.protocol}//…` : 'a text that is no URL', accepted);
    return null;
  }

  origins(name: Variable): '*' | string[] {
    const text = this.text(name);
    if (text === '*') return '*';
    const entries = text
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
    return entries.flatMap((entry) => {
      const url = URL.canParse(entry) ? new URL(entry) : undefined;
      const bare = url && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href && !entry.endsWith('/');
      if (!bare)
        this.refuse(
          name,
          entry,
          'origins such as https://example.vn, without a path or a final slash, separated by commas, or * alone',
        );
      return bare ? [url.origin] : [];
    });
  }

  private refuse(name: Variable, came: string, accepted: string): void {
    this.faults.push(`${name} is ${JSON.stringify(came)}; accepted is ${accepted}.`);
  }
}
