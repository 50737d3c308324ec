import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** What the command line asks of a running hub. Paths in `args` are relative to `cwd`, the caller's folder. */
export interface CommandRequest {
  command: string;
  args: string[];
  cwd: string;
}

/** What comes back, one JSON object a line; `exit` is the last and carries the exit code. */
export type CommandMessage =
  | { progress: string }
  | { bar: Bar }
  | { line: string }
  | { error: string }
  | { exit: number };

/** How far a long piece of work has come. */
export interface Bar {
  label: string;
  done: number;
  total: number;
}

/** Where a command writes. Each resolves when the caller can take more, so a slow terminal holds a command back. */
export interface CommandOutput {
  /** Something for a person who waits; not part of the result. */
  progress(text: string): Promise<void>;
  /** How far something that takes long has come; it is superseded by the next one and by whatever else is said. */
  bar(state: Bar): Promise<void>;
  /** A line of the result. */
  line(text: string): Promise<void>;
  error(text: string): Promise<void>;
  /** Aborted when the caller went away or the hub stops. */
  gone: AbortSignal;
}

/** Does one command and resolves with its exit code. What it throws is told to the caller, with exit code 1. */
export type CommandHandler = (request: CommandRequest, output: CommandOutput) => Promise<number>;

/** The socket of a running hub. */
export interface CommandServer {
  /** Where it listens. */
  path: string;
  /** Takes no more commands, tells those under way through `gone`, waits for them, and removes the socket. */
  close(): Promise<void>;
}

const longestRequest = 1_000_000;
// The system's limit is 104 bytes on macOS and 108 on Linux, the final zero included.
const longestPath = 100;

/**
 * Opens the socket `hub.sock` (mode 0600: this user only) in the data folder for the commands given by name. Resolves
 * with null when another hub already answers there. When the path is too long for a socket, it lies in a new temporary
 * folder that `hub.sock.path` names.
 */
export async function serveCommands(
  dataDir: string,
  handlers: Readonly<Record<string, CommandHandler>>,
): Promise<CommandServer | null> {
  await mkdir(resolve(dataDir), { recursive: true, mode: 0o700 });
  const living = await dial(socketPath(dataDir), dataDir);
  if (living) {
    living.destroy();
    return null;
  }
  const path = newSocketPath(dataDir);
  const stopping = new AbortController();
  const atWork = new Set<Promise<void>>();
  const server = createServer((socket) => {
    const work = serveOne(socket, handlers, stopping.signal).finally(() => atWork.delete(work));
    atWork.add(work);
  });
  await listen(server, path);
  await chmod(path, 0o600);
  const close = async (): Promise<void> => {
    const closed = new Promise<void>((done) => server.close(() => done()));
    stopping.abort();
    await Promise.all(atWork);
    await closed;
    forget(dataDir);
  };
  return { path, close };
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((ready, fail) => {
    server.once('error', fail);
    server.listen(path, () => {
      server.off('error', fail);
      ready();
    });
  });
}

/** One connection: one request line, its messages, the end. Never rejects. */
async function serveOne(
  socket: Socket,
  handlers: Readonly<Record<string, CommandHandler>>,
  stopping: AbortSignal,
): Promise<void> {
  const left = new AbortController();
  socket.on('close', () => left.abort());
  socket.on('error', () => left.abort());
  const gone = AbortSignal.any([left.signal, stopping]);
  const send = (message: CommandMessage): Promise<void> => write(socket, message);
  try {
    const text = await requestLine(socket, gone);
    if (text === undefined) return;
    const output: CommandOutput = {
      progress: (progress) => send({ progress }),
      bar: (bar) => send({ bar }),
      line: (line) => send({ line }),
      error: (error) => send({ error }),
      gone,
    };
    await send({ exit: await obey(text, handlers, output) });
  } catch (error) {
    await send({ error: error instanceof Error ? error.message : String(error) });
    await send({ exit: 1 });
  } finally {
    // Not left half open: a caller that never closes its side would keep close() waiting.
    socket.destroySoon();
  }
}

async function obey(
  text: string,
  handlers: Readonly<Record<string, CommandHandler>>,
  output: CommandOutput,
): Promise<number> {
  const request = parseRequest(text);
  const handler = Object.hasOwn(handlers, request.command) ? handlers[request.command] : undefined;
  if (handler) return handler(request, output);
  const known = Object.keys(handlers).join(', ');
  await output.error(
    `The running hub has no command "${request.command}"; it has: ${known}. If it was updated since it was started, restart it.`,
  );
  return 2;
}

function parseRequest(text: string): CommandRequest {
  const value = JSON.parse(text) as Partial<Record<keyof CommandRequest, unknown>> | null;
  const { command, args, cwd } = value ?? {};
  if (typeof command === 'string' && typeof cwd === 'string' && Array.isArray(args)) {
    return { command, args: args.map(String), cwd };
  }
  throw new Error('A command must be one line of JSON: {"command": text, "args": [texts], "cwd": folder}.');
}

/** The first line, or undefined when the caller left, sent none, or the hub is stopping. */
function requestLine(socket: Socket, gone: AbortSignal): Promise<string | undefined> {
  return new Promise((give, fail) => {
    let text = '';
    const leave = (): void => give(undefined);
    if (gone.aborted) return leave();
    gone.addEventListener('abort', leave, { once: true });
    socket.setEncoding('utf8');
    socket.on('end', leave);
    socket.on('data', (part: string) => {
      if (text.length > longestRequest) return;
      text += part;
      const end = text.indexOf('\n');
      if (end >= 0) give(text.slice(0, end));
      else if (text.length > longestRequest)
        fail(new Error(`A command may be ${longestRequest} characters long; this one is longer.`));
    });
  });
}

/** Resolves when the system took the bytes, or when the caller is gone and nobody will. */
function write(socket: Socket, message: CommandMessage): Promise<void> {
  return new Promise((done) => {
    if (socket.destroyed) return done();
    socket.write(`${JSON.stringify(message)}\n`, () => done());
  });
}

/**
 * Sends a request to the hub that runs in the data folder and hands on its messages in order. Resolves with the exit
 * code, or with null when no hub runs there; the socket of a killed one is then removed. Rejects when the hub ends
 * before the command does, or when the socket belongs to another user.
 */
export async function callRunningHub(
  dataDir: string,
  request: CommandRequest,
  onMessage: (message: CommandMessage) => void,
): Promise<number | null> {
  const socket = await dial(socketPath(dataDir), dataDir);
  if (!socket) return null;
  socket.write(`${JSON.stringify(request)}\n`);
  try {
    for await (const text of createInterface({ input: socket })) {
      const message = JSON.parse(text) as CommandMessage;
      onMessage(message);
      if ('exit' in message) return message.exit;
    }
  } finally {
    socket.destroy();
  }
  throw new Error(
    `The running hub ended before "${request.command}" did. See its log; what it had done until then may stand.`,
  );
}

/** A connection, or undefined when nobody listens. */
function dial(path: string | undefined, dataDir: string): Promise<Socket | undefined> {
  if (path === undefined) return Promise.resolve(undefined);
  return new Promise((give, fail) => {
    const socket = connect(path);
    socket.once('connect', () => give(socket));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return give(undefined);
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOTSOCK') {
        forget(dataDir);
        return give(undefined);
      }
      fail(
        new Error(
          `The hub's socket ${path} cannot be used (${error.code ?? error.message}). Run the command as the user who runs the hub.`,
        ),
      );
    });
  });
}

function socketPath(dataDir: string): string | undefined {
  const near = join(resolve(dataDir), 'hub.sock');
  if (Buffer.byteLength(near) <= longestPath) return near;
  try {
    return readFileSync(`${near}.path`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function newSocketPath(dataDir: string): string {
  const near = join(resolve(dataDir), 'hub.sock');
  if (Buffer.byteLength(near) <= longestPath) return near;
  const temporary = Buffer.byteLength(tmpdir()) <= longestPath - 30 ? tmpdir() : '/tmp';
  const path = join(mkdtempSync(join(temporary, 'phoi-hop-')), 'hub.sock');
  writeFileSync(`${near}.path`, `${path}\n`, { mode: 0o600 });
  return path;
}

/** Removes the socket and, when it lies elsewhere, its folder and the note of it. */
function forget(dataDir: string): void {
  const near = join(resolve(dataDir), 'hub.sock');
  const path = socketPath(dataDir);
  if (path === undefined) return;
  rmSync(path, { force: true });
  if (path === near) return;
  rmSync(dirname(path), { recursive: true, force: true });
  rmSync(`${near}.path`, { force: true });
}
