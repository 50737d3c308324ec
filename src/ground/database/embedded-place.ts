import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blockingFolder, chooseRunAs, type RunAs } from './embedded-user.ts';

/** Where root's hub keeps what the PostgreSQL user must reach, when the project lies below a folder closed to others. */
export const defaultElsewhere = '/var/lib/phoi-hop';

/** The folder that holds `postgres/` and the socket, and the user that PostgreSQL runs as. */
export interface Place {
  folder: string;
  runAs: RunAs | undefined;
}

/**
 * Chooses the folder for the database files: the data folder itself, or, when that lies below a folder that the
 * PostgreSQL user cannot pass (a project in /root), a new folder below `elsewhere`, remembered in `postgres-at.json`.
 * Throws when the remembered folder belongs to another data folder, or when neither can be used.
 */
export async function choosePlace(dataDir: string, elsewhere: string, log: (line: string) => void): Promise<Place> {
  const note = join(dataDir, 'postgres-at.json');
  const remembered = await rememberedPlace(dataDir, note);
  if (remembered !== undefined) {
    return { folder: remembered, runAs: await chooseRunAs(join(remembered, 'postgres'), log) };
  }
  const runAs = await chooseRunAs(join(dataDir, 'postgres'), log);
  const closed = await blockingFolder(dataDir, runAs);
  if (closed === undefined || !runAs) return { folder: dataDir, runAs };
  if (closed === dataDir) {
    await chmod(dataDir, 0o711);
    return { folder: dataDir, runAs };
  }
  if (await stat(join(dataDir, 'postgres')).catch(() => undefined)) {
    throw new Error(
      `The database in ${dataDir} cannot be reached by the user that PostgreSQL runs as (uid ${runAs.uid}): ` +
        `the folder ${closed} lets nobody else through. Cure: chmod o+x '${closed}'.`,
    );
  }
  const folder = await makeElsewhere(elsewhere, closed, runAs);
  await writeFile(note, `${JSON.stringify({ for: dataDir, at: folder })}\n`, { mode: 0o600 });
  log(`The folder ${closed} is closed to the user that PostgreSQL runs as, so the database files are in ${folder}.`);
  return { folder, runAs };
}

async function rememberedPlace(dataDir: string, note: string): Promise<string | undefined> {
  const text = await readFile(note, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const known = JSON.parse(text) as { for: string; at: string };
  if (known.for === dataDir) return known.at;
  throw new Error(
    `${note} says that the database of ${known.for} is in ${known.at}, but the data folder is ${dataDir}: it was moved or copied. ` +
      'When it was moved, and the old one is gone, correct "for" in that file; when it was copied, use an empty HUB_DATA_DIR.',
  );
}

async function makeElsewhere(elsewhere: string, closed: string, runAs: RunAs): Promise<string> {
  try {
    // A strict umask would close a folder of our own making; one that was there is left as it is.
    if (await mkdir(elsewhere, { recursive: true })) await chmod(elsewhere, 0o755);
    const shut = await blockingFolder(elsewhere, runAs);
    if (shut !== undefined) throw new Error(`${shut} is closed as well`);
    const folder = await mkdtemp(join(elsewhere, 'hub-'));
    await chmod(folder, 0o711);
    return folder;
  } catch (error) {
    throw new Error(
      `PostgreSQL cannot run as root, and the folder ${closed} lets no other user through. A place in ${elsewhere} could not be made ` +
        `(${error instanceof Error ? error.message : String(error)}). Cure: chmod o+x '${closed}', or set HUB_DATA_DIR to an open folder.`,
    );
  }
}

/**
 * Makes the empty folder (0700, owned by the PostgreSQL user) for the server's Unix socket: `run` beside the data, or a
 * new one in the temporary folder when that path is longer than the system allows for sockets (104 bytes on macOS).
 */
export async function makeSocketFolder(place: string, runAs: RunAs | undefined): Promise<string> {
  const near = join(place, 'run');
  const fits = (folder: string): boolean => Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= 100;
  let folder = near;
  if (fits(near)) {
    // Whoever was here is gone (the caller holds the lock); a left socket lock with a number given again would stop the start.
    await rm(near, { recursive: true, force: true });
    await mkdir(near, { mode: 0o700 });
  } else {
    const temporary = tmpdir();
    folder = await mkdtemp(join(fits(join(temporary, 'phoi-hop-000000')) ? temporary : '/tmp', 'phoi-hop-'));
  }
  if (runAs) await chown(folder, runAs.uid, runAs.gid);
  return folder;
}
