import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { migrations } from '../migrations/all.ts';
import { callerOf, identify } from './access/caller.ts';
import { noteDemoLoaded, serverVersion, settledKind } from './archive.store.ts';
import { loadCatalogue } from './catalogue/load-catalogue.ts';
import type { Config } from './config.ts';
import { type Sequencer, startSequencer } from './feed/sequencer/sequencer.ts';
import { type ListeningWaker, startFeedWaker } from './feed/stream/listening-waker.ts';
import { fetchNode } from './graph/schema.ts';
import { openDataSource } from './ground/database/data-source.ts';
import { type EmbeddedServer, startEmbedded } from './ground/database/embedded-server.ts';
import { migrate, pendingMigrations } from './ground/database/migrate.ts';
import { ensureRoles, type RoleUrls } from './ground/database/roles.ts';
import { type Caller, type Context, makeContext } from './ground/gql/context.ts';
import type { Pools } from './ground/viewer/session.ts';
import { LOCAL_OPERATOR, type Viewer } from './ground/viewer/viewer.ts';
import { loadNationalRecords } from './record/national/load-national.ts';
import { openChildReader } from './report/intake/reader/child-reader.ts';
import type { FileReader } from './report/intake/reader/file-reader.ts';
import { rows } from './rows.ts';

/** Where an opening archive tells what it does. */
export interface ArchiveVoice {
  log: (line: string) => void;
  progress: (text: string) => void;
}

/** An open database with everything that works on it, without a door to the outside. */
export interface Archive {
  pools: Pools;
  sequencer: Sequencer;
  /** Reads files that nobody trusts, in processes of their own. */
  reader: FileReader;
  /** Whether every report in it is synthetic. */
  synthetic: boolean;
  /** Whether the demo reports have yet to enter. */
  demoWanted: boolean;
  /** Notes that the demo reports have entered. */
  demoLoaded(): Promise<void>;
  /** The context of a viewer who is known: the local operator, the demo. */
  contextOf(viewer: Viewer): Context;
  /** The context of a request by its headers. Raises `HubError` UNAUTHENTICATED. */
  contextFor(headers: { authorization?: string | undefined; 'idempotency-key'?: string | undefined }): Promise<Context>;
  /** Whether the database answers and its schema is this hub's. */
  ready(): Promise<boolean>;
  /** Resolves with a reason when the embedded server is gone for good. */
  lost: Promise<string>;
  close(): Promise<void>;
}

/** Connections of each pool: small, because two cores gain nothing from more and every instance brings its own. */
const POOL_SIZE = 10;

/**
 * Opens the archive: the embedded server or the one named, its roles, migrations, catalogue, pools and sequencer. Throws one
 * clear error where that cannot be, with everything it had opened closed again.
 */
export async function openArchive(config: Config, voice: ArchiveVoice, reader = openChildReader()): Promise<Archive> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = (): Promise<void> => closeAll(closers);
  try {
    const server = config.databaseUrl === null ? await startServer(config, voice) : null;
    if (server) closers.push(() => server.stop());
    const ownerUrl = server?.ownerUrl ?? config.databaseUrl ?? '';
    const urls = await prepareDatabase(config, ownerUrl, voice);
    const kind = await settleKind(config, ownerUrl, server !== null);
    const pools = await openPools(urls, closers);
    const sequencer = startSequencer({ url: urls.sequencer, log: voice.log });
    closers.push(() => sequencer.stop());
    const feed = startFeedWaker({ url: urls.reader, log: voice.log });
    closers.push(() => feed.stop());
    await enterNationalRecords(pools, voice);
    closers.push(() => reader.close());
    return {
      ...assemble(pools, sequencer, feed),
      reader,
      ...kind,
      lost: server?.lost ?? new Promise(() => undefined),
      close,
    };
  } catch (fault) {
    // The fault is what matters; what then fails to close is only its consequence.
    await close().catch((also: unknown) => voice.log(also instanceof Error ? also.message : String(also)));
    throw fault;
  }
}

/** The movements and campaigns of the whole country, where this archive does not have them yet. */
async function enterNationalRecords(pools: Pools, voice: ArchiveVoice): Promise<void> {
  const entered = await callerOf(pools, LOCAL_OPERATOR).write((tx) => loadNationalRecords(tx, LOCAL_OPERATOR));
  if (entered > 0) voice.progress(`national records: ${entered} entered`);
}

/** Closes the last opened first, and the database in any case, whatever went wrong before it. */
async function closeAll(closers: (() => Promise<unknown>)[]): Promise<void> {
  const faults: unknown[] = [];
  for (const closer of closers.splice(0).toReversed()) await closer().catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw faults[0];
}

async function startServer(config: Config, voice: ArchiveVoice): Promise<EmbeddedServer> {
  return startEmbedded({ dataDir: config.dataDir, durable: true, log: voice.log, progress: voice.progress });
}

/** The oldest PostgreSQL that everything here runs on. */
const OLDEST_SERVER = 15;

async function refuseOldServer(ownerUrl: string): Promise<void> {
  const version = await asOwner(ownerUrl, (owner) => serverVersion(owner.manager)).catch((fault: unknown) => {
    throw new Error(unusable(ownerUrl, fault), { cause: fault });
  });
  if (Number.parseInt(version, 10) >= OLDEST_SERVER) return;
  throw new Error(
    `DATABASE_URL names a PostgreSQL ${version}; the hub needs ${OLDEST_SERVER} to 18. Upgrade the server, or leave DATABASE_URL out.`,
  );
}

/** What a person is told who named a server that does not answer or refuses the login; never the password. */
function unusable(ownerUrl: string, fault: unknown): string {
  const { hostname, port, pathname, searchParams } = new URL(ownerUrl);
  const where = searchParams.get('host') ?? `${hostname}:${port || '5432'}`;
  // A name with several addresses fails with one fault for each, and no message of its own.
  const why = fault instanceof AggregateError ? fault.errors.map(String).join(', ') : String(fault);
  return `The database ${pathname.slice(1)} at ${where} that DATABASE_URL names cannot be used (${why}). Start that server or correct the URL; without it the hub brings its own.`;
}

async function prepareDatabase(config: Config, ownerUrl: string, voice: ArchiveVoice): Promise<RoleUrls> {
  if (config.databaseUrl !== null) await refuseOldServer(ownerUrl);
  const urls = await ensureRoles(ownerUrl, {
    prefix: config.rolePrefix,
    secretsFile: join(config.dataDir, 'secrets.json'),
    urls: config.roleUrls,
    log: voice.log,
  });
  const roles = { hub: loginOf(urls.hub), sequencer: loginOf(urls.sequencer), reader: loginOf(urls.reader) };
  await migrate({ ownerUrl, rolePrefix: config.rolePrefix, roles, migrations, progress: voice.progress });
  await asOwner(ownerUrl, (owner) => owner.transaction((tx) => loadCatalogue(tx, voice.progress)));
  return urls;
}

function loginOf(url: string): string {
  const { username, searchParams } = new URL(url);
  return searchParams.get('user') ?? decodeURIComponent(username);
}

async function asOwner<T>(ownerUrl: string, work: (owner: DataSource) => Promise<T>): Promise<T> {
  const owner = await openDataSource({ url: ownerUrl, entities: rows, poolSize: 1, applicationName: 'phoi-hop owner' });
  try {
    return await work(owner);
  } finally {
    await owner.destroy();
  }
}

/**
 * An archive is of demo or of real reports from its first start on, because synthetic and real figures never meet. Its one
 * row is written last: a first start that was killed before leaves a database that is still fresh.
 */
async function settleKind(
  config: Config,
  ownerUrl: string,
  embedded: boolean,
): Promise<Pick<Archive, 'synthetic' | 'demoWanted' | 'demoLoaded'>> {
  const wanted = config.demo === 'on' || (config.demo === 'auto' && embedded) ? 'DEMO' : 'REAL';
  const row = await asOwner(ownerUrl, (owner) => settledKind(owner.manager, wanted));
  if (!row) throw new Error('The table archive has no row although one was just written.');
  if (config.demo !== 'auto' && row.kind !== wanted) throw new Error(kindMessage(row.kind));
  return {
    synthetic: row.kind === 'DEMO',
    demoWanted: row.kind === 'DEMO' && !row.loaded,
    demoLoaded: () => asOwner(ownerUrl, (owner) => noteDemoLoaded(owner.manager)),
  };
}

function kindMessage(kind: string): string {
  return kind === 'DEMO'
    ? 'HUB_DEMO=off, but this archive holds the synthetic demo reports, and these are never mixed with real ones. Use another HUB_DATA_DIR or database for real reports.'
    : 'HUB_DEMO=on, but this archive was begun for real reports, and synthetic ones are never mixed with them. Use another HUB_DATA_DIR or database for the demo.';
}

async function openPools(urls: RoleUrls, closers: (() => Promise<unknown>)[]): Promise<Pools> {
  const open = async (url: string, name: string): Promise<DataSource> => {
    const pool = await openDataSource({
      url,
      entities: rows,
      poolSize: POOL_SIZE,
      applicationName: `phoi-hop ${name}`,
    });
    closers.push(() => pool.destroy());
    return pool;
  };
  return { hub: await open(urls.hub, 'hub'), reader: await open(urls.reader, 'reader') };
}

function assemble(
  pools: Pools,
  sequencer: Sequencer,
  feed: ListeningWaker,
): Omit<Archive, 'reader' | 'synthetic' | 'demoWanted' | 'demoLoaded' | 'lost' | 'close'> {
  /** Events are numbered as soon as their change has committed. */
  const nudging = (viewer: Viewer): Caller => {
    const caller = callerOf(pools, viewer);
    const write: Caller['write'] = async (work) => {
      const done = await caller.write(work);
      sequencer.nudge();
      return done;
    };
    return { ...caller, write };
  };
  const parts = { clock: Date.now, feed, fetchNode };
  return {
    pools,
    sequencer,
    contextOf: (viewer) => makeContext({ ...nudging(viewer), ...parts }),
    contextFor: async (headers) => {
      const again = async (): Promise<Caller> => nudging(await identify(pools, headers.authorization));
      const key = headers['idempotency-key'];
      return makeContext({
        ...(await again()),
        ...parts,
        again,
        ...(key === undefined ? {} : { idempotencyKey: key }),
      });
    },
    ready: async () => {
      const pending = await pendingMigrations(pools.hub, migrations).catch(() => null);
      return pending?.length === 0;
    },
  };
}
