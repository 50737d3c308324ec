import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { builtFile } from './built-programs.ts';

/** A script of the tests that runs in a Node process of its own. */
export interface Child {
  pid: number;
  /** The next line it prints; rejects with its errors when it ended instead. */
  line(): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  /** Signals its whole process group, as Ctrl-C in a terminal does. */
  killGroup(signal: NodeJS.Signals): void;
  /** Its exit code, or null when a signal ended it. */
  ended: Promise<number | null>;
}

/** Starts `test/support/<script>` as it was compiled; its standard output is read line by line. */
export function startChild(script: string, args: string[]): Child {
  const child: ChildProcess = spawn(process.execPath, [builtFile('test', 'support', script), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let errors = '';
  child.stderr?.on('data', (part: Buffer) => (errors += part.toString('utf8')));
  const ended = new Promise<number | null>((end) => child.on('close', (code) => end(code)));
  const { pid } = child;
  if (!child.stdout || pid === undefined) throw new Error(`${script} could not be started`);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid,
    ended,
    kill: (signal) => void child.kill(signal),
    killGroup: (signal) => void process.kill(-pid, signal),
    line: async () => {
      const next = await lines.next();
      if (next.done) throw new Error(`${script} ended. It said:\n${errors}`);
      return next.value;
    },
  };
}

/** The server's own process, as `postmaster.pid` in its data directory names it. */
export function postmasterOf(pgData: string): number {
  return Number(readFileSync(`${pgData}/postmaster.pid`, 'utf8').split('\n')[0]);
}

/** Ids of the living processes that a process has started itself. */
export function childrenOf(pid: number): number[] {
  if (process.platform !== 'linux') {
    const listed = execFileSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8' }).split('\n');
    return listed
      .map((line) => line.trim().split(/\s+/).map(Number))
      .flatMap(([id = 0, by]) => (by === pid ? [id] : []));
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number);
}

/** A zombie counts as gone, and a process may end between being listed and being looked at. */
function parentOf(pid: string): number | null {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return state === 'Z' ? null : Number(parent);
  } catch {
    return null;
  }
}

/** Whether a process is there and not over. */
export function isAlive(pid: number): boolean {
  if (process.platform === 'linux') return parentOf(String(pid)) !== null;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
