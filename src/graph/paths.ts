import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { HubError } from '../ground/gql/hub-error.ts';
import type { Connections } from './connections.ts';
import { allowOrigin, isPreflight } from './cors.ts';
import type { RouteTools, Transport } from './edge-options.ts';
import type { StreamHandler } from './event-stream.ts';
import {
  abandonment,
  edgeHeaders,
  isJson,
  notJson,
  readBody,
  sendError,
  sendJson,
  sendText,
  statusOf,
} from './http-answer.ts';
import { maskedThrown } from './mask.ts';
import { matchRoute } from './route-match.ts';
import { operationArgs, type OperationParts } from './socket.ts';
import { serveExplorer } from './static-files.ts';

/** Everything the request handler reaches. */
export interface PathParts<Context extends object> extends OperationParts<Context> {
  readonly apollo: ApolloServer<Context>;
  readonly connections: Connections;
  readonly stream: StreamHandler;
}

/** Answers every HTTP request: the given routes first, then the edge's own paths; never rejects. */
export function requestHandler<Context extends object>(
  parts: PathParts<Context>,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { options, connections } = parts;
  return async (request, response) => {
    connections.track(response);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('x-frame-options', 'DENY');
    response.setHeader('referrer-policy', 'no-referrer');
    allowOrigin(request, response, options.corsOrigins);
    try {
      if (isPreflight(request)) sendText(response, 204, '', {});
      else if (!(await ownRoute(parts, request, response))) await builtIn(parts, request, response);
    } catch (error) {
      // The caller hung up while sending: there is nobody to answer and nothing to log.
      if (response.headersSent || request.errored !== null) response.destroy();
      else sendError(response, maskedThrown(error, options.logger));
    }
  };
}

async function ownRoute<Context extends object>(
  parts: PathParts<Context>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { options } = parts;
  const path = pathOf(request);
  const match = matchRoute(options.routes ?? {}, request.method ?? 'GET', path);
  if ('allow' in match) {
    if (match.allow.length === 0 || path === '/graphql' || path === '/') return false;
    const allow = match.allow.join(', ');
    sendJson(
      response,
      405,
      { errors: [{ message: `Expected ${allow}, got ${request.method}.`, extensions: { code: 'BAD_REQUEST' } }] },
      { allow },
    );
    return true;
  }
  const signal = abandonment(response);
  const tools: RouteTools<Context> = {
    context: () => options.contextFor(edgeHeaders(request), 'route', signal),
    operate: (query, variables, context) => operate(parts, query, variables, context),
    params: match.params,
    signal,
  };
  return (await match.handler(request, response, tools)) !== false;
}

async function operate<Context extends object>(
  parts: PathParts<Context>,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<ExecutionResult> {
  const args = await operationArgs(parts, { query, variables }, () => Promise.resolve(context));
  return Array.isArray(args) ? { errors: args } : parts.execution.execute(args);
}

async function builtIn<Context extends object>(
  parts: PathParts<Context>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { options, connections } = parts;
  switch (pathOf(request)) {
    case '/graphql':
      return graphql(parts, request, response);
    case '/graphql/stream':
      connections.stream(response);
      return parts.stream(request, response);
    case '/healthz':
      return sendJson(response, 200, { status: 'alive' });
    case '/readyz': {
      const ready = !connections.draining && (await options.ready().catch(() => false));
      return sendJson(
        response,
        ready ? 200 : 503,
        { status: ready ? 'ready' : connections.draining ? 'draining' : 'not ready' },
        { 'cache-control': 'no-store' },
      );
    }
    default: {
      const reads = request.method === 'GET' || request.method === 'HEAD';
      if (reads && (await serveExplorer(response, pathOf(request), options.explorerDir))) return;
      return sendError(response, nothingHere(request));
    }
  }
}

function nothingHere(request: IncomingMessage): HubError {
  const path = pathOf(request).slice(0, 200);
  return new HubError({
    code: 'NOT_FOUND',
    vi: `Không có gì tại ${request.method} ${path}. GraphQL ở /graphql.`,
    en: `Nothing at ${request.method} ${path}. GraphQL is at /graphql.`,
  });
}

async function graphql<Context extends object>(
  parts: PathParts<Context>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const posts = request.method === 'POST';
  if (posts && !isJson(request.headers['content-type'])) throw notJson(request.headers['content-type']);
  const body = posts ? parsed(await readBody(request)) : undefined;
  const httpGraphQLRequest: HTTPGraphQLRequest = {
    method: request.method ?? 'GET',
    headers: new HeaderMap(Object.entries(edgeHeaders(request)).map(([name, value]) => [name, value ?? ''])),
    search: new URL(request.url ?? '/', 'http://hub').search,
    body,
  };
  const signal = abandonment(response);
  const answer = await parts.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest,
    context: () => contextOf(parts, request, 'http', signal),
  });
  const text = answer.body.kind === 'complete' ? answer.body.string : '';
  sendText(response, answer.status ?? 200, text, {
    'cache-control': 'no-store',
    ...Object.fromEntries(answer.headers),
  });
}

/** JSON of a body; a text that is not JSON becomes undefined, which Apollo answers with 400 in the right media type. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The context, its failures as Apollo wants them: masked, with the HTTP status in the extensions. */
async function contextOf<Context extends object>(
  parts: PathParts<Context>,
  request: IncomingMessage,
  transport: Transport,
  signal: AbortSignal,
): Promise<Context> {
  try {
    return await parts.options.contextFor(edgeHeaders(request), transport, signal);
  } catch (error) {
    const shown = maskedThrown(error, parts.options.logger);
    const status = statusOf(shown);
    const headers = new HeaderMap(status === 401 ? [['www-authenticate', 'Bearer']] : []);
    throw new GraphQLError(shown.message, { extensions: { ...shown.extensions, http: { status, headers } } });
  }
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}
