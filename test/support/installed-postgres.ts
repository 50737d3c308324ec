import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase } from '../../src/ground/database/embedded-cluster.ts';
import { takeLock } from '../../src/ground/database/embedded-lock.ts';
import { choosePlace, makeSocketFolder } from '../../src/ground/database/embedded-place.ts';
import { launchPostmaster, runProgram } from '../../src/ground/database/embedded-process.ts';
import type { OwnTestServer } from './postgres.ts';

/** Where Debian puts the oldest PostgreSQL that the hub supports. */
export const installed15 = '/usr/lib/postgresql/15/bin';

/** True when that PostgreSQL is on this machine; tests on it are skipped otherwise. */
export const has15 = existsSync(`${installed15}/initdb`);

/** A server of an installed PostgreSQL in a new temporary folder, with an owner like the embedded one's. No fsync. */
export async function startInstalledServer(
  bin: string,
  log: (line: string) => void = () => undefined,
): Promise<OwnTestServer> {
  // Named and locked as the embedded one's folder is, so that the next run sweeps what a killed one left.
  const folder = await mkdtemp(join(tmpdir(), 'phoi-hop-test-installed-'));
  const release = takeLock(folder);
  const { runAs } = await choosePlace(folder, folder, log);
  // PostgreSQL makes no folder in one that belongs to root.
  if (runAs) await chown(folder, runAs.uid, runAs.gid);
  const pgData = join(folder, 'postgres');
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, 'pw\n', { mode: 0o644 });
  const args = [
    '-D',
    pgData,
    '-U',
    'boss',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ];
  const made = await runProgram(`${bin}/initdb`, args, runAs);
  if (made.code !== 0) throw new Error(`initdb of ${bin} failed:\n${made.output}`);
  const socket = await makeSocketFolder(folder, runAs);
  const url = (user: string, database: string): string =>
    `postgres://${user}:pw@localhost/${database}?host=${encodeURIComponent(socket)}`;
  const settings = { listen_addresses: '', unix_socket_directories: socket, fsync: 'off' };
  const postmaster = await launchPostmaster({ postgres: `${bin}/postgres`, pgData, settings, runAs, log });
  await prepareDatabase({
    superUrl: url('boss', 'postgres'),
    owner: 'phoi_hop_owner',
    ownerPassword: 'pw',
    database: 'phoi_hop',
  });
  const stop = async (): Promise<void> => {
    await postmaster.stop();
    release();
    await rm(folder, { recursive: true, force: true });
  };
  const superUrl = url('boss', 'postgres');
  const ownerUrl = (database: string): string => url('phoi_hop_owner', database);
  return { superUrl, ownerUrl, handle: JSON.stringify({ superUrl, owner: ownerUrl('phoi_hop') }), folder, stop };
}
