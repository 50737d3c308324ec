import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** The system user that PostgreSQL runs as when the hub itself is root; PostgreSQL refuses to run as root. */
export interface RunAs {
  uid: number;
  gid: number;
}

const execute = promisify(execFile);

/**
 * Says which user PostgreSQL must run as: undefined for this process's own user (the hub is not root), else the owner
 * of existing data, else the user `postgres` (made when absent), else `nobody`.
 * Throws when data exist that this process's user may not open.
 */
export async function chooseRunAs(pgData: string, log: (line: string) => void): Promise<RunAs | undefined> {
  const self = process.getuid?.();
  const existing = await stat(pgData).catch(() => undefined);
  if (self !== 0) {
    if (existing && self !== undefined && existing.uid !== self) {
      throw new Error(
        `The database in ${pgData} belongs to the user with uid ${existing.uid}, but the hub runs with uid ${self}. ` +
          `Run the hub as that user (root also works), or set HUB_DATA_DIR to another folder.`,
      );
    }
    return undefined;
  }
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  return (await lookUp('postgres')) ?? (await create(log)) ?? (await fallBack(log));
}

async function lookUp(name: string): Promise<RunAs | undefined> {
  try {
    const [uid, gid] = await Promise.all([execute('id', ['-u', name]), execute('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function create(log: (line: string) => void): Promise<RunAs | undefined> {
  try {
    await execute('groupadd', ['--system', 'postgres']).catch(() => undefined);
    await execute('useradd', ['--system', '--gid', 'postgres', '--shell', '/usr/sbin/nologin', 'postgres']);
    log('PostgreSQL does not run as root: the system user "postgres" was made for it.');
  } catch {
    return undefined;
  }
  return lookUp('postgres');
}

async function fallBack(log: (line: string) => void): Promise<RunAs> {
  const nobody = await lookUp('nobody');
  if (!nobody) {
    throw new Error(
      'PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody", nor could one be made with useradd. ' +
        'Run the hub as an ordinary user, or set DATABASE_URL.',
    );
  }
  log('PostgreSQL does not run as root, and no user "postgres" could be made: it runs as "nobody".');
  return nobody;
}

/**
 * The first folder on the way to `path` (itself included, when it is a folder) that does not let the user through,
 * or undefined when all do. Only the owner, group and other bits are read: access lists can only be more generous.
 */
export async function blockingFolder(path: string, runAs: RunAs | undefined): Promise<string | undefined> {
  if (!runAs) return undefined;
  const folders: string[] = [];
  for (let at = path; ; at = dirname(at)) {
    folders.unshift(at);
    if (dirname(at) === at) break;
  }
  for (const folder of folders) {
    const found = await stat(folder).catch(() => undefined);
    if (!found?.isDirectory()) continue;
    const bit = found.uid === runAs.uid ? 0o100 : found.gid === runAs.gid ? 0o010 : 0o001;
    if ((found.mode & bit) === 0) return folder;
  }
  return undefined;
}
