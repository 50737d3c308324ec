import { CloseCode } from 'graphql-ws';
import type { Context as SocketContext, ExecutionResult as SocketResult, SubscribePayload } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { GraphQLError } from 'graphql';
import type { ExecutionArgs, GraphQLSchema } from 'graphql';
import { WebSocketServer } from 'ws';
import { HubError } from '../ground/gql/hub-error.ts';
import type { Admission } from './admission.ts';
import type { EdgeHeaders, EdgeOptions } from './edge-options.ts';
import type { Execution } from './execution.ts';
import { edgeHeaders } from './http-answer.ts';
import { LIMITS, limitError } from './limits.ts';
import { maskedThrown } from './mask.ts';

/** What the operations of every transport share. */
export interface OperationParts<Context extends object> {
  readonly schema: GraphQLSchema;
  readonly options: EdgeOptions<Context>;
  readonly execution: Execution;
  readonly admission: Admission<Context>;
  /** True from the start of `drain` on: new operations are refused. */
  readonly draining: () => boolean;
}

type Params = Record<string, unknown> | undefined;
type Socket = SocketContext<Params, Extra>;

/**
 * WebSocket, protocol `graphql-transport-ws`. Authorization comes from `connectionParams.authorization` (any case) or the
 * upgrade's header; a refused one closes with 4403, and so does one that a running subscription finds revoked.
 */
export function socketServer<Context extends object>(parts: OperationParts<Context>): WebSocketServer {
  const { options, execution } = parts;
  const server = new WebSocketServer({ noServer: true, maxPayload: LIMITS.bodyBytes.value });
  useServer<NonNullable<Params>>(
    {
      isProd: true,
      execute: (args: ExecutionArgs) => execution.execute(args),
      subscribe: (args: ExecutionArgs) => execution.subscribe(args),
      onConnect: (socket) => permitted(options, socket as Socket),
      onSubscribe: (socket, _id, payload) => admitted(parts, socket as Socket, payload),
      onNext: (socket, _id, _payload, _args, result) => leaveWhenRevoked(socket, result),
    },
    server,
  );
  return server;
}

/** One signal a socket: a listener for every operation would add up. */
const signals = new WeakMap<object, AbortSignal>();

function signalOf({ extra }: Socket): AbortSignal {
  const known = signals.get(extra.socket);
  if (known !== undefined) return known;
  const controller = new AbortController();
  extra.socket.once('close', () => controller.abort());
  signals.set(extra.socket, controller.signal);
  return controller.signal;
}

function headersOf({ connectionParams, extra }: Socket): EdgeHeaders {
  const headers = edgeHeaders(extra.request);
  const own = Object.entries(connectionParams ?? {}).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  return typeof own === 'string' ? { ...headers, authorization: own } : headers;
}

async function permitted<Context extends object>(options: EdgeOptions<Context>, socket: Socket): Promise<boolean> {
  try {
    await options.contextFor(headersOf(socket), 'websocket', signalOf(socket));
    return true;
  } catch (error) {
    // 4403 says "not with this key"; a fault of ours is logged, and the client may come again.
    if (!(error instanceof HubError)) maskedThrown(error, options.logger);
    return false;
  }
}

async function admitted<Context extends object>(
  parts: OperationParts<Context>,
  socket: Socket,
  payload: SubscribePayload,
): Promise<ExecutionArgs | GraphQLError[]> {
  if (parts.draining()) return [shuttingDown()];
  const running = Object.keys(socket.subscriptions).length;
  if (running > LIMITS.socketOperations.value) return [limitError('socketOperations', running)];
  return operationArgs(parts, payload, () =>
    parts.options.contextFor(headersOf(socket), 'websocket', signalOf(socket)),
  );
}

/** The arguments to execute, or the errors (masked) why not; the same for WebSocket and SSE. */
export async function operationArgs<Context extends object>(
  parts: OperationParts<Context>,
  asked: { readonly query?: unknown; readonly operationName?: unknown; readonly variables?: unknown },
  contextFor: () => Promise<Context>,
): Promise<ExecutionArgs | GraphQLError[]> {
  if (typeof asked.query !== 'string')
    return [new GraphQLError("Expected a string 'query'.", { extensions: { code: 'BAD_REQUEST' } })];
  const document = parts.admission.parse(asked.query);
  if (!('kind' in document)) return [...document];
  try {
    const contextValue = await contextFor();
    const operationName = typeof asked.operationName === 'string' ? asked.operationName : null;
    const variables = (asked.variables ?? {}) as Record<string, unknown>;
    const refusals = parts.admission.refusals({ document, operationName, variables }, contextValue);
    if (refusals.length > 0) return [...refusals];
    return { schema: parts.schema, document, operationName, variableValues: variables, contextValue };
  } catch (error) {
    return [maskedThrown(error, parts.options.logger)];
  }
}

function leaveWhenRevoked({ extra }: Socket, result: SocketResult): void {
  const revoked = result.data == null && result.errors?.some((error) => error.extensions['code'] === 'UNAUTHENTICATED');
  if (revoked === true) extra.socket.close(CloseCode.Forbidden, 'Forbidden');
}

/** The refusal of new work while the hub stops. */
export function shuttingDown(): HubError {
  return new HubError({
    code: 'SHUTTING_DOWN',
    vi: 'Hệ thống đang dừng để bảo trì. Xin gửi lại sau ít giây.',
    en: 'The hub is stopping. Ask again in a few seconds.',
  });
}
