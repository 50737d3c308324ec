import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { signal } from './embedded-process.ts';

/**
 * When the process was started, as the system says it (an opaque text), or undefined when there is none. A process id
 * alone is not enough: ids are given again, in containers after every restart. A zombie counts as gone.
 */
export function processMark(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
    // proc_pid_stat(5): the name is in parentheses and may hold anything; after it come the state and, 19 further, the start.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function commandLine(pid: number): string {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/**
 * Takes `hub.lock` in a data folder for this process and returns the function that gives it back. A lock whose process
 * is gone is replaced. Throws, naming the process, when another hub lives.
 */
export function takeLock(dataDir: string): () => void {
  const file = join(dataDir, 'hub.lock');
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, started: processMark(process.pid) ?? '' }));
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (linked(own, file)) {
        let held = true;
        return () => {
          if (held) rmSync(file, { force: true });
          held = false;
        };
      }
      const text = readOr(file, '');
      const pid = liveHolder(text);
      if (pid !== undefined) throw inUse(dataDir, pid);
      putAside(file, text);
    }
  } finally {
    rmSync(own, { force: true });
  }
  throw new Error(`${file} could not be taken: other hubs are starting in the same folder. Start one of them only.`);
}

function inUse(dataDir: string, pid: number): Error {
  return new Error(
    `The data folder ${dataDir} is in use by a running hub, process ${pid}. ` +
      `Stop that one (kill ${pid}), or give this one a folder of its own with HUB_DATA_DIR.`,
  );
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function liveHolder(text: string): number | undefined {
  try {
    const { pid, started } = JSON.parse(text) as { pid: number; started: string };
    const mark = processMark(pid);
    return mark !== undefined && mark === started ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** The living process that holds the lock of a data folder; 0 when its holder is dead, undefined when there is no lock. */
export function lockHolder(dataDir: string): number | undefined {
  const text = readOr(join(dataDir, 'hub.lock'), '');
  return text === '' ? undefined : (liveHolder(text) ?? 0);
}

/** Removes a dead lock; when another starter was quicker and the file is no longer the dead one, puts it back. */
function putAside(file: string, dead: string): void {
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readOr(aside, '') !== dead) linked(aside, file);
  rmSync(aside, { force: true });
}

function readOr(file: string, fallback: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return fallback;
  }
}

/**
 * Clears the way for a new server in a data directory whose hub was killed. A server that still runs there is stopped
 * (not kept: a child of our own has our settings and its log); a `postmaster.pid` whose number now belongs to some
 * other process is removed, because PostgreSQL would refuse it. Call only while holding the lock.
 */
export async function clearOrphan(pgData: string, log: (line: string) => void): Promise<void> {
  const file = join(pgData, 'postmaster.pid');
  const pid = Number(readOr(file, '').split('\n')[0]);
  const mark = pid > 0 ? processMark(pid) : undefined;
  if (mark === undefined) return;
  if (!commandLine(pid).includes(pgData)) {
    log(`postmaster.pid names process ${pid}, which is no PostgreSQL server of this folder any more: removed.`);
    await rm(file, { force: true });
    return;
  }
  log(`A PostgreSQL server of a killed hub still runs (process ${pid}): it is stopped first.`);
  for (const [name, tries] of [
    ['SIGINT', 400],
    ['SIGQUIT', 200],
  ] as const) {
    signal(pid, name);
    for (let attempt = 0; attempt < tries; attempt += 1) {
      if (processMark(pid) !== mark) return;
      await pause(25);
    }
  }
  throw new Error(`The PostgreSQL server of a killed hub (process ${pid}) does not end. Stop it with: kill -9 ${pid}`);
}
