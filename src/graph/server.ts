import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApolloServer } from '@apollo/server';
import type { WebSocketServer } from 'ws';
import { Admission } from './admission.ts';
import { apolloServer } from './apollo.ts';
import { Connections } from './connections.ts';
import type { Edge, EdgeOptions } from './edge-options.ts';
import { streamHandler } from './event-stream.ts';
import { compiledExecution, type ExecutionOptions } from './execution.ts';
import { requestHandler } from './paths.ts';
import { socketServer, type OperationParts } from './socket.ts';

/** Longer than the idle time of the usual proxies, so that the proxy and not the hub ends an idle connection. */
const KEEP_ALIVE_MS = 65_000;
const HEADERS_MS = 30_000;
/** A form of 60 MB comes through at 4 megabits a second, as a commune's line has. */
const REQUEST_MS = 120_000;
const SETTLE_MS = 250;

/**
 * Opens the HTTP edge: /graphql (HTTP and WebSocket), /graphql/stream (SSE), /healthz, /readyz, the explorer at /, and the
 * routes given. Rejects with one clear error when the address cannot be listened on.
 */
export async function openEdge<Context extends object>(options: EdgeOptions<Context>): Promise<Edge> {
  const { schema, logger } = options;
  const execution = compiledExecution(schema, { logger, ...renewal(options) });
  const admission = new Admission<Context>(options);
  const apollo = apolloServer<Context>({ schema, execution, admission, logger });
  await apollo.start();
  const server = createServer({
    headersTimeout: HEADERS_MS,
    requestTimeout: REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
  });
  const connections = new Connections(server);
  const parts: OperationParts<Context> = {
    schema,
    options,
    execution,
    admission,
    draining: () => connections.draining,
  };
  const sockets = socketServer(parts);
  const stream = streamHandler(parts);
  const answer = requestHandler({ ...parts, apollo, connections, stream });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => void answer(request, response));
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    upgrade(sockets, request, socket, head),
  );
  await listening(server, options);
  return running(server, sockets, connections, apollo, options);
}

function renewal<Context extends object>({
  renewContext,
}: EdgeOptions<Context>): Pick<ExecutionOptions, 'renewContext'> {
  // The executor carries contexts without knowing their type; what it hands back is what `contextFor` made.
  return renewContext === undefined ? {} : { renewContext: (context) => renewContext(context as Context) };
}

function upgrade(sockets: WebSocketServer, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  // A client may hang up in the middle of its handshake; without a listener that would end the process.
  socket.on('error', () => socket.destroy());
  if (pathOf(request) !== '/graphql') {
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    return;
  }
  sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

function listening(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen(port, host, () => resolve());
  });
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const why: Record<string, string> = {
    EADDRINUSE: 'another process listens there. Stop it, or set PORT to a free port (0 takes any)',
    EACCES: 'the system does not allow this user to listen there. Set PORT to 1024 or above',
    EADDRNOTAVAIL: 'this machine has no such address. Set HOST to one of its own, such as 127.0.0.1',
  };
  return new Error(`Cannot listen on ${host}:${port}: ${why[error.code ?? ''] ?? error.message}.`, { cause: error });
}

function running<Context extends object>(
  server: Server,
  sockets: WebSocketServer,
  connections: Connections,
  apollo: ApolloServer<Context>,
  options: EdgeOptions<Context>,
): Edge {
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  let drained: Promise<void> | undefined;
  let closed: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    for (const client of sockets.clients) client.terminate();
    sockets.close();
    const over = server.listening ? connections.closeListener(0) : Promise.resolve();
    connections.destroy();
    await over;
    await apollo.stop();
  };
  return {
    url: `http://${host}:${port}`,
    port,
    drain: () => (drained ??= drain(sockets, connections, options)),
    close: () => (closed ??= stop()),
  };
}

/** In this order nobody is reset: balancers learn first, then clients are told to leave, then the door closes. */
async function drain<Context extends object>(
  sockets: WebSocketServer,
  connections: Connections,
  options: EdgeOptions<Context>,
): Promise<void> {
  const end = Date.now() + options.graceMs;
  const left = (): number => Math.max(0, end - Date.now());
  options.logger.info({ graceMs: options.graceMs }, 'draining');
  connections.startDraining();
  await pause(Math.min(options.settleMs ?? SETTLE_MS, left()));
  for (const client of sockets.clients) client.close(1001, 'Going away');
  connections.endStreams();
  await connections.settled(left());
  await connections.closeListener(left());
  options.logger.info({}, 'drained');
}
