import { mkdir, realpath, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { nativeFolder, placeBinaries } from './embedded-binaries.ts';
import { createCluster, prepareDatabase, refuseOtherMajor } from './embedded-cluster.ts';
import { keepRunning } from './embedded-keeper.ts';
import { clearOrphan, takeLock } from './embedded-lock.ts';
import { choosePlace, defaultElsewhere, makeSocketFolder, type Place } from './embedded-place.ts';
import { keepSecret } from './embedded-secrets.ts';

/** Where and how the embedded server runs. */
export interface EmbeddedOptions {
  /** The hub's data folder (`HUB_DATA_DIR`); made when absent. */
  dataDir: string;
  /** False switches fsync and its like off: for tests, whose data nobody needs after a crash. */
  durable: boolean;
  /** Every line of the server's log, and what the hub did about it. */
  log: (line: string) => void;
  /** What is being done now, for a person who waits. */
  progress?: (text: string) => void;
  /** Where data and binaries go when the hub runs as root below a folder closed to others. Default `/var/lib/phoi-hop`. */
  elsewhere?: string;
}

/** A running embedded PostgreSQL. URLs carry their passwords; they reach the server by a Unix socket. */
export interface EmbeddedServer {
  /** Login `phoi_hop_owner` (CREATEROLE, CREATEDB, no superuser) of the database `phoi_hop`, which it owns. */
  ownerUrl: string;
  /** The superuser, in the database `postgres`: for tests and repair, never for the hub's own work. */
  superUrl: string;
  /** True when the database was made by this start. */
  fresh: boolean;
  /** The data directory of PostgreSQL, for a backup of the stopped server. */
  pgData: string;
  /** Resolves with the reason if the server ends unasked and cannot be started again; otherwise never. */
  lost: Promise<string>;
  /** Fast shutdown; gives the data folder free. Safe to call twice. */
  stop(): Promise<void>;
}

const owner = 'phoi_hop_owner';
const superuser = 'phoi_hop_super';
const database = 'phoi_hop';

/**
 * Starts the PostgreSQL that comes with npm, making its files on the first start and recovering what a killed hub left.
 * Throws one clear error when another hub uses the folder, the files are of another major version, or nothing can run.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  if (process.platform === 'win32') {
    throw new Error(
      'The embedded PostgreSQL does not run on Windows. Set DATABASE_URL to a PostgreSQL server (15 to 18), or use WSL.',
    );
  }
  await mkdir(resolve(options.dataDir), { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const dataDir = await realpath(resolve(options.dataDir));
  const release = takeLock(dataDir);
  try {
    return await startLocked({ ...options, dataDir }, release);
  } catch (error) {
    release();
    throw error;
  }
}

async function startLocked(options: EmbeddedOptions, release: () => void): Promise<EmbeddedServer> {
  const elsewhere = options.elsewhere ?? defaultElsewhere;
  const place = await choosePlace(options.dataDir, elsewhere, options.log);
  const secretsFile = join(options.dataDir, 'secrets.json');
  const superPassword = keepSecret(secretsFile, superuser);
  const ownerPassword = keepSecret(secretsFile, owner);
  const { pgData, postgres, version } = await readyFiles(options, place, [place.folder, elsewhere], superPassword);
  const socketFolder = await makeSocketFolder(place.folder, place.runAs);
  options.progress?.(`Starting ${version} …`);
  const settings = settingsOf(options.durable, socketFolder);
  const kept = await keepRunning({ postgres, pgData, settings, runAs: place.runAs, log: options.log });
  const stop = async (): Promise<void> => {
    await kept.stop();
    if (dirname(socketFolder) !== place.folder) await rm(socketFolder, { recursive: true, force: true });
    release();
  };
  const urlOf = (user: string, password: string, name: string): string =>
    `postgres://${user}:${password}@localhost/${name}?host=${encodeURIComponent(socketFolder)}`;
  const superUrl = urlOf(superuser, superPassword, 'postgres');
  try {
    const fresh = await prepareDatabase({ superUrl, owner, ownerPassword, database });
    return { superUrl, ownerUrl: urlOf(owner, ownerPassword, database), fresh, pgData, lost: kept.lost, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Programs that run and data files that fit them, with nobody else at work in them. */
async function readyFiles(
  options: EmbeddedOptions,
  place: Place,
  copyRoots: string[],
  password: string,
): Promise<{ pgData: string; postgres: string; version: string }> {
  const pgData = join(place.folder, 'postgres');
  const { runAs } = place;
  const binaries = await placeBinaries(nativeFolder(), copyRoots, runAs);
  if (await stat(join(pgData, 'PG_VERSION')).catch(() => undefined)) {
    await refuseOtherMajor(pgData, binaries);
    await clearOrphan(pgData, options.log);
  } else {
    options.progress?.(`Making the database files in ${pgData} …`);
    await createCluster({ initdb: binaries.initdb, pgData, superuser, password, durable: options.durable, runAs });
  }
  return { pgData, postgres: binaries.postgres, version: binaries.version };
}

function settingsOf(durable: boolean, socketFolder: string): Record<string, string> {
  return {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: '100',
    jit: 'off',
    lc_messages: 'C',
    log_line_prefix: '',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
}
