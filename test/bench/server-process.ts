import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A server in a process of its own. */
export interface ServerProcess {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** How a server is started. */
export interface ServerCommand {
  node: string;
  arguments: readonly string[];
  /** The whole environment: nothing of this process's own reaches it. */
  environment: Readonly<Record<string, string>>;
  /** What stands before the URL in the line that says it is ready. */
  readyWord: string;
}

/** Starts a server and waits for its URL. Rejects with what it said where it ends before that. */
export async function startServer(command: ServerCommand): Promise<ServerProcess> {
  const child = spawn(command.node, [...command.arguments], {
    env: { ...command.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const ended = once(child, 'close');
  createInterface({ input: child.stderr }).on('line', (line) => void said.push(line));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      const at = line.indexOf(command.readyWord);
      if (at >= 0) resolve(line.slice(at + command.readyWord.length).trim());
    });
    child.on('error', reject);
    child.on('close', () => reject(new Error(`${command.arguments.join(' ')} ended:\n${said.join('\n')}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
