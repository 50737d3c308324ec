import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { IntrospectionPolicy } from './admission.ts';
import type { EdgeLogger } from './mask.ts';

/** How a request came in. */
export type Transport = 'http' | 'websocket' | 'sse' | 'route';

/** Request headers, names in lower case, repeated ones joined; on a WebSocket `authorization` may come from `connectionParams`. */
export interface EdgeHeaders {
  readonly authorization?: string;
  readonly [name: string]: string | undefined;
}

/** What a route of another room gets beside the request. */
export interface RouteTools<Context> {
  /** The caller's context; throws HubError UNAUTHENTICATED, which the edge answers with 401. */
  context(): Promise<Context>;
  /** Parses, checks and executes a query or mutation as HTTP would; errors are in the result, masked. */
  operate(query: string, variables: Readonly<Record<string, unknown>>, context: Context): Promise<ExecutionResult>;
  /** What stands in the path at the `:names` of the route. */
  readonly params: Readonly<Record<string, string>>;
  /** Aborts when the caller hangs up before the answer is finished. */
  readonly signal: AbortSignal;
}

/** Answers a request. Returning `false` without having answered passes the request on to the edge's own paths. */
export type RouteHandler<Context> = (
  request: IncomingMessage,
  response: ServerResponse,
  tools: RouteTools<Context>,
) => Promise<boolean | void>;

/** Everything `openEdge` is told. */
export interface EdgeOptions<Context extends object> {
  readonly schema: GraphQLSchema;
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Makes the context of one request or one WebSocket operation; may throw HubError UNAUTHENTICATED. */
  readonly contextFor: (headers: EdgeHeaders, transport: Transport, signal: AbortSignal) => Promise<Context>;
  /** The context for the next event of a subscription (fresh loaders, permissions looked up again); default: the same one. */
  readonly renewContext?: (context: Context) => Promise<Context> | Context;
  /** Whether the hub can answer: database reachable, migrations current. */
  readonly ready: () => Promise<boolean>;
  /** Origins that browsers may call from, or '*'. */
  readonly corsOrigins: readonly string[] | '*';
  readonly introspection: IntrospectionPolicy;
  readonly isAuthenticated: (context: Context) => boolean;
  readonly logger: EdgeLogger;
  /** Further paths, as 'POST /intake' or 'GET /uploads/:id/file'; they are asked before the edge's own. */
  readonly routes?: Readonly<Record<string, RouteHandler<Context>>>;
  /** Folder of the built explorer; without it `/` says how to build it. */
  readonly explorerDir?: string;
  /** How long `drain` waits for requests in flight, in milliseconds. */
  readonly graceMs: number;
  /** How long `drain` keeps serving after readiness has failed, so that idle clients learn of it, in milliseconds; default 250. */
  readonly settleMs?: number;
}

/** The running edge. */
export interface Edge {
  /** Base URL, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Fails readiness, answers with `Connection: close`, lets requests in flight finish, ends the streams, closes the listener. */
  drain(): Promise<void>;
  /** Drops whatever is still connected and frees everything. */
  close(): Promise<void>;
}
