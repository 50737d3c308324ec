import { WebSocket } from 'ws';
import type { GraphQLFormattedError } from 'graphql';
import { HubError } from '../../src/ground/gql/hub-error.ts';
import type { Edge, EdgeOptions } from '../../src/graph/edge-options.ts';
import type { EdgeLogger } from '../../src/graph/mask.ts';
import { openEdge } from '../../src/graph/server.ts';
import { toySchema, type ToyContext } from './toy-schema.ts';

/** A logger that keeps what it was told. */
export interface KeepingLogger extends EdgeLogger {
  readonly faults: object[];
}

/** A logger that keeps faults and says nothing. */
export function keepingLogger(): KeepingLogger {
  const faults: object[] = [];
  return {
    faults,
    error: (facts) => void faults.push(facts),
    warn: () => undefined,
    info: () => undefined,
    debug: () => undefined,
  };
}

/** A promise and its handle. */
export interface Gate {
  readonly promise: Promise<void>;
  open(): void;
}

/** A gate that a test opens when it wants. */
export function gate(): Gate {
  let open: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (open = resolve));
  return { promise, open };
}

/** The toy schema behind a real edge on a free port; the key 'an' is known, 'broken' makes the context fail, others are refused. */
export async function toyEdge(given: Partial<EdgeOptions<ToyContext>> & { held?: Promise<void> } = {}): Promise<Edge> {
  const { held, ...options } = given;
  return openEdge<ToyContext>({
    schema: await toySchema(),
    host: '127.0.0.1',
    port: 0,
    contextFor: async ({ authorization }) => {
      if (authorization === 'Bearer broken')
        throw new Error('password authentication failed for user "hub" at /srv/hub/db.ts');
      if (authorization !== undefined && authorization !== 'Bearer an') {
        throw new HubError({ code: 'UNAUTHENTICATED', vi: 'Khoá không hợp lệ.', en: 'The key is not valid.' });
      }
      return { user: authorization === undefined ? undefined : 'an', gate: held ?? Promise.resolve() };
    },
    ready: () => Promise.resolve(true),
    corsOrigins: [],
    introspection: 'open',
    isAuthenticated: ({ user }) => user !== undefined,
    logger: keepingLogger(),
    graceMs: 5000,
    settleMs: 50,
    ...options,
  });
}

/** What a transport answered: the HTTP status where there is one, and the GraphQL result. */
export interface Answer {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors: readonly GraphQLFormattedError[];
  readonly text: string;
}

type Asked = { query: string; variables?: Record<string, unknown>; authorization?: string };

function answer(status: number, text: string): Answer {
  const { data, errors } = JSON.parse(text) as {
    data?: Record<string, unknown> | null;
    errors?: GraphQLFormattedError[];
  };
  return { status, ...(data === undefined ? {} : { data }), errors: errors ?? [], text };
}

function authorizationOf({ authorization }: Asked): Record<string, string> {
  return authorization === undefined ? {} : { authorization };
}

/** Asks by POST, as a client does that reads both media types. */
export async function askHttp(edge: Edge, asked: Asked): Promise<Answer> {
  const { query, variables } = asked;
  const response = await fetch(`${edge.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...authorizationOf(asked),
    },
    body: JSON.stringify({ query, variables }),
  });
  return answer(response.status, await response.text());
}

/** Asks over SSE; the answer is the last `next` event, or the JSON of a refusal. */
async function askSse(edge: Edge, asked: Asked): Promise<Answer> {
  const { query, variables } = asked;
  const response = await fetch(`${edge.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...authorizationOf(asked) },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  if (!(response.headers.get('content-type') ?? '').startsWith('text/event-stream'))
    return answer(response.status, text);
  const events = [...text.matchAll(/^event: next\ndata: (.*)$/gm)].map((match) => match[1] ?? '');
  return answer(response.status, events.at(-1) ?? '{}');
}

/** A raw `graphql-transport-ws` client. */
export interface RawSocket {
  readonly socket: WebSocket;
  send(message: unknown): void;
  /** The next message that is not yet read. */
  next(): Promise<{ type: string; id?: string; payload?: unknown }>;
  readonly closed: Promise<{ code: number; reason: string }>;
}

/** Opens a socket; nothing is sent yet. */
export async function rawSocket(edge: Edge, protocol = 'graphql-transport-ws'): Promise<RawSocket> {
  const socket = new WebSocket(edge.url.replace('http', 'ws') + '/graphql', protocol);
  const read: Array<{ type: string }> = [];
  const readers: Array<(message: { type: string }) => void> = [];
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as { type: string };
    const reader = readers.shift();
    if (reader === undefined) read.push(message);
    else reader(message);
  });
  socket.on('error', () => undefined);
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.once('close', (code, reason: Buffer) => resolve({ code, reason: reason.toString() })),
  );
  await Promise.race([new Promise((resolve) => socket.once('open', resolve)), closed]);
  return {
    socket,
    closed,
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    next: () => {
      const message = read.shift();
      return message === undefined ? new Promise((resolve) => readers.push(resolve)) : Promise.resolve(message);
    },
  };
}

/** Opens a socket and has it acknowledged. */
export async function readySocket(edge: Edge, payload: Record<string, unknown> = {}): Promise<RawSocket> {
  const raw = await rawSocket(edge);
  raw.send({ type: 'connection_init', payload });
  const { type } = await raw.next();
  if (type !== 'connection_ack') throw new Error(`Expected connection_ack, got ${type}.`);
  return raw;
}

/** Asks over WebSocket; the answer is the first result or the errors. Status is 0. */
async function askSocket(edge: Edge, { query, variables, authorization }: Asked): Promise<Answer> {
  const raw = await readySocket(edge, authorization === undefined ? {} : { Authorization: authorization });
  raw.send({ id: '1', type: 'subscribe', payload: { query, variables } });
  const { type, payload } = await raw.next();
  raw.socket.terminate();
  return answer(0, JSON.stringify(type === 'error' ? { errors: payload } : payload));
}

/** The three transports, by name. */
export const TRANSPORTS = { http: askHttp, websocket: askSocket, sse: askSse } as const;
