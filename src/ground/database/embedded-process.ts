import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { RunAs } from './embedded-user.ts';

/** A running PostgreSQL server that this process started. */
export interface Postmaster {
  pid: number;
  /** Resolves once the server is gone, whatever the reason. */
  exited: Promise<void>;
  /** The last lines of its log, for error messages. */
  tail(): string;
  /** Fast shutdown (SIGINT): sessions are ended, data are written. Harder after 20 s. Resolves when it is gone. */
  stop(): Promise<void>;
}

/** What one start of the server needs. `settings` are passed as `-c name=value`. */
export interface Launch {
  postgres: string;
  pgData: string;
  settings: Record<string, string>;
  runAs: RunAs | undefined;
  log: (line: string) => void;
}

// Nothing of the caller's environment: PGDATA, PGPORT and LANG would change what the server does, and secrets of the
// hub do not belong there. The folder '/' because the current one may be closed to the other user.
const surroundings = { cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' } } satisfies SpawnOptions;

/** Runs a program to its end; `code` is null when it could not be started, and `output` is both its streams. */
export function runProgram(
  file: string,
  args: string[],
  runAs: RunAs | undefined,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawnQuietly(file, args, { ...surroundings, ...runAs, stdio: ['ignore', 'pipe', 'pipe'] }, (error) =>
      resolve({ code: null, output: `${output}${error.message}` }),
    );
    for (const stream of [child?.stdout, child?.stderr])
      stream?.on('data', (part: Buffer) => (output += part.toString('utf8')));
    child?.on('close', (code) => resolve({ code, output }));
  });
}

/** spawn() throws some failures and emits the others; either way one call of `failed`. */
function spawnQuietly(
  file: string,
  args: string[],
  options: SpawnOptions,
  failed: (error: Error) => void,
): ChildProcess | undefined {
  try {
    return spawn(file, args, options).on('error', failed);
  } catch (error) {
    failed(error instanceof Error ? error : new Error(String(error)));
    return undefined;
  }
}

/**
 * Starts the server and resolves when it accepts connections. Rejects with its last log lines when it ends before.
 * The server leads its own session, so that Ctrl-C in a terminal reaches the hub alone, which then drains with its
 * database still there; a guard process stops the server if the hub is killed.
 */
export function launchPostmaster(launch: Launch): Promise<Postmaster> {
  const args = [
    '-D',
    launch.pgData,
    ...Object.entries(launch.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    const tail = (): string => lines.slice(-12).join('\n');
    const refuse = (error: Error): void => reject(new Error(`PostgreSQL could not be started: ${error.message}`));
    const options: SpawnOptions = {
      ...surroundings,
      ...launch.runAs,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    };
    const child = spawnQuietly(launch.postgres, args, options, refuse);
    const pid = child?.pid;
    if (!child?.stderr || pid === undefined) return;
    const guard = startGuard(pid, launch.runAs);
    const exited = new Promise<void>((gone) => child.once('close', () => gone()));
    void exited.then(() => {
      guard?.kill('SIGKILL');
      refuse(new Error(`it ended with ${child.exitCode ?? child.signalCode}. Its last lines:\n${tail()}`));
    });
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line);
      if (lines.length > 50) lines.shift();
      launch.log(line);
      if (line.includes('database system is ready to accept connections')) {
        resolve({ pid, exited, tail, stop: () => stopGently(pid, exited) });
      }
    });
  });
}

async function stopGently(pid: number, exited: Promise<void>): Promise<void> {
  let gone = false;
  void exited.then(() => (gone = true));
  signal(pid, 'SIGINT');
  // SIGQUIT leaves recovery to the next start, which is better than a hub that never ends.
  const harder = setTimeout(() => {
    if (!gone) signal(pid, 'SIGQUIT');
  }, 20_000);
  await exited;
  clearTimeout(harder);
}

/** Sends a signal; false when there is no such process any more. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** A shell that waits for the end of a pipe which only the hub holds: killed or not, the hub leaves no server behind. */
function startGuard(pid: number, runAs: RunAs | undefined): ChildProcess | undefined {
  const script = 'read -r line; kill -INT "$1" 2>/dev/null';
  const options: SpawnOptions = { ...surroundings, ...runAs, detached: true, stdio: ['pipe', 'ignore', 'ignore'] };
  const guard = spawnQuietly('/bin/sh', ['-c', script, 'guard', String(pid)], options, () => undefined);
  guard?.stdin?.on('error', () => undefined);
  guard?.unref();
  return guard;
}
