import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHandler } from 'graphql-sse';
import type { OperationArgs, Request } from 'graphql-sse';
import { GraphQLError } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { abandonment, edgeHeaders, isJson, notJson, readBody, sendError } from './http-answer.ts';
import { maskedThrown } from './mask.ts';
import { operationArgs, shuttingDown, type OperationParts } from './socket.ts';

/** The response behind one stream; `clear` resolves once what was written has left, so that a paused reader holds back its source. */
interface Sink {
  readonly response: ServerResponse;
  readonly signal: AbortSignal;
  clear: Promise<void>;
}

type StreamRequest = Request<IncomingMessage, Sink>;

/** Answers GraphQL over SSE; resolves when the stream is over. */
export type StreamHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * SSE in graphql-sse's "distinct connections" mode: one request, one operation, `next` events and a `complete`. Its other
 * mode keeps unbounded queues for streams that nobody has opened, and stays off. A stream that the hub ends to restart has no
 * `complete`, so clients know to come again.
 */
export function streamHandler<Context extends object>(parts: OperationParts<Context>): StreamHandler {
  const { options, execution } = parts;
  const handle = createHandler<IncomingMessage, Sink>({
    authenticate: () => null,
    validate: () => [],
    execute: (args) => execution.execute(args),
    subscribe: (args) => execution.subscribe(args),
    onSubscribe: async (request, asked) => {
      const { signal } = request.context;
      const args = await operationArgs(parts, asked, () => options.contextFor(edgeHeaders(request.raw), 'sse', signal));
      // graphql-sse expects the type of its own `context` option; ours is made here, a request at a time.
      if (!Array.isArray(args)) return args as OperationArgs<undefined>;
      const denied = args.find((error) => error.extensions['code'] === 'UNAUTHENTICATED');
      if (denied === undefined) return refusal(args);
      sendError(request.context.response, denied);
      return [null, { status: 401, statusText: 'Unauthorized' }];
    },
    onNext: (_context, request) => request.context.clear,
  });
  return async (request, response) => {
    try {
      const body = await acceptable(request, parts.draining());
      const sink: Sink = { response, signal: abandonment(response), clear: Promise.resolve() };
      const [events, init] = await handle(asStreamRequest(request, body, sink));
      if (!response.headersSent) response.writeHead(init.status, init.statusText, init.headers);
      if (events === null || typeof events === 'string') response.end(events ?? undefined);
      else await pour(events, sink);
    } catch (error) {
      if (response.headersSent || request.errored !== null) response.destroy();
      else sendError(response, maskedThrown(error, options.logger));
    }
  };
}

/** The body of a request that may be answered by a stream; throws HubError otherwise. */
async function acceptable(request: IncomingMessage, draining: boolean): Promise<string> {
  if (draining) throw shuttingDown();
  if (request.headers.accept?.includes('text/event-stream') !== true) {
    const message = "Cần 'Accept: text/event-stream'. / Expected 'Accept: text/event-stream'.";
    throw new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
  }
  if (request.method !== 'POST') return '';
  if (!isJson(request.headers['content-type'])) throw notJson(request.headers['content-type']);
  return readBody(request);
}

function asStreamRequest(request: IncomingMessage, body: string, sink: Sink): StreamRequest {
  return {
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: { get: (name) => (name === 'accept' ? 'text/event-stream' : edgeHeaders(request)[name]) },
    body,
    raw: request,
    context: sink,
  };
}

/** A refused document as a stream of its errors: the client reads the same codes as over HTTP and WebSocket. */
async function* refusal(errors: readonly GraphQLError[]): AsyncGenerator<ExecutionResult, void, undefined> {
  yield { errors };
}

async function pour(events: AsyncGenerator<string, void, undefined>, sink: Sink): Promise<void> {
  const { response } = sink;
  const leave = (): void => void events.return();
  if (response.destroyed) leave();
  response.once('close', leave);
  for await (const text of events) {
    if (response.destroyed || response.writableEnded) break;
    if (response.write(text)) continue;
    sink.clear = flushed(response);
    await sink.clear;
  }
  response.off('close', leave);
  response.end();
}

function flushed(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      response.off('drain', over);
      response.off('close', over);
      resolve();
    };
    response.on('drain', over);
    response.on('close', over);
  });
}
