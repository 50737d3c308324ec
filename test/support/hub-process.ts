import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll } from '@jest/globals';
import { builtFile } from './built-programs.ts';
import type { TestDatabase } from './hub.ts';

/** Variables a hub is started with; nothing of the test's own environment reaches it but the way to its programs. */
export type HubEnvironment = Readonly<Record<string, string>>;

/** What a program said and how it ended. */
export interface Ended {
  /** Null where a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A process that runs a program of the hub as a person would start it. */
export interface Program {
  pid: number;
  /** Lines of standard output so far. */
  lines: readonly string[];
  /** Standard error so far. */
  errors(): string;
  kill(signal: NodeJS.Signals): void;
  /** Stops reading its standard output, as `head` does when it has enough. */
  hangUp(): void;
  /** The first line of standard output, past or to come, that has the text; rejects with both outputs when it ended without. */
  line(text: string): Promise<string>;
  ended: Promise<Ended>;
}

/** A hub that said it is ready. */
export interface RunningHub extends Program {
  url: string;
}

/** What the programs of a test inherit of the environment: nothing that configures a hub. */
export function inherited(): { PATH: string; HOME: string } {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME };
}

const running = new Set<ChildProcess>();

// What a failed test left running would outlive the whole run.
afterAll(async () => {
  const left = [...running];
  for (const child of left) child.kill('SIGKILL');
  await Promise.all(left.map((child) => once(child, 'close')));
});

/** Starts a program of the hub as it was compiled. */
export function startProgram(
  program: 'main' | 'cli',
  env: HubEnvironment,
  args: readonly string[] = [],
  cwd = tmpdir(),
  reading: { pace?: number } = {},
): Program {
  const child = spawn(process.execPath, [builtFile('src', `${program}.ts`), ...args], {
    cwd,
    env: { ...inherited(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pace } = reading;
  if (pace !== undefined) readSlowly(child, pace);
  return watch(child);
}

/** After every piece of its output, so many milliseconds go by before the next is read. */
function readSlowly({ stdout }: ChildProcess, pace: number): void {
  stdout?.on('data', () => {
    stdout.pause();
    setTimeout(() => stdout.resume(), pace);
  });
}

function watch(child: ChildProcess): Program {
  const { pid, stdout, stderr } = child;
  if (pid === undefined || !stdout || !stderr) throw new Error('The program could not be started.');
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let errors = '';
  let over = false;
  const wake = (): void => waiting.forEach((look) => look());
  createInterface({ input: stdout }).on('line', (line) => {
    lines.push(line);
    wake();
  });
  stderr.setEncoding('utf8').on('data', (part: string) => (errors += part));
  running.add(child);
  const ended = once(child, 'close').then(([code]) => {
    over = true;
    running.delete(child);
    wake();
    return { code: code as number | null, stdout: lines.map((line) => `${line}\n`).join(''), stderr: errors };
  });
  const line = (text: string): Promise<string> =>
    new Promise((found, failed) => {
      const look = (): void => {
        const hit = lines.find((one) => one.includes(text));
        if (hit !== undefined) found(hit);
        else if (over) failed(new Error(`It ended without “${text}”:\n${lines.join('\n')}\n${errors}`));
        else return;
        waiting.delete(look);
      };
      waiting.add(look);
      look();
    });
  return {
    pid,
    lines,
    errors: () => errors,
    kill: (signal) => void child.kill(signal),
    hangUp: () => void stdout.destroy(),
    line,
    ended,
  };
}

/** Starts a hub on a free port and waits until it is ready. */
export async function startHub(env: HubEnvironment): Promise<RunningHub> {
  const program = startProgram('main', { PORT: '0', ...env });
  const ready = await program.line('Phối Hợp is ready at ');
  return { ...program, url: ready.replace(/^.* at /, '') };
}

/** Runs a command of the command line to its end. */
export function runCommand(env: HubEnvironment, args: readonly string[], cwd?: string): Promise<Ended> {
  return startProgram('cli', env, args, cwd).ended;
}

/** Stops a hub as the system does, and answers how it ended. */
export async function stopHub(hub: Program | undefined): Promise<Ended | undefined> {
  hub?.kill('SIGTERM');
  return hub?.ended;
}

/** A new folder that other users may pass through, as the embedded server's own user must. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'phoi-hop-hub-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** Removes a data folder. */
export function dropFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Variables of a hub on a database of the shared test server, with its own folder for the rest. */
export function hubOn(database: TestDatabase, folder: string): HubEnvironment {
  return {
    HUB_DATA_DIR: folder,
    DATABASE_URL: database.ownerUrl,
    HUB_ROLE_PREFIX: 'hub_test',
    HUB_RUNTIME_URL: database.urls.hub,
    HUB_SEQUENCER_URL: database.urls.sequencer,
    HUB_READER_URL: database.urls.reader,
  };
}

/** Lines of standard error that are no log records: what a person is told. */
export function toldOn(stderr: string): string[] {
  return stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{"level":'));
}

/** Ids of processes that work in a folder or name it in their command: a hub's database is found by its data directory. */
export function processesIn(folder: string): number[] {
  if (process.platform !== 'linux') {
    const listed = execFileSync('ps', ['-axo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
    return listed.filter((line) => line.includes(folder)).map((line) => Number.parseInt(line, 10));
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) =>
      `${orNothing(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))} ${orNothing(() => readlinkSync(`/proc/${pid}/cwd`))}`.includes(
        folder,
      ),
    )
    .map(Number);
}

/** A process may end between being listed and being looked at. */
function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
