import { identify } from '../../src/access/caller.ts';
import { createAccessKey, type KeyRole } from '../../src/access/access-key.store.ts';
import { annotatedRoute } from '../../src/graph/annotated.route.ts';
import { fileRoutes } from '../../src/graph/file.route.ts';
import { formWorkbookRoute } from '../../src/graph/form-workbook.route.ts';
import { hereReader } from '../../src/report/intake/reader/here-reader.ts';
import { intakeRoute } from '../../src/graph/intake.route.ts';
import { openEdge } from '../../src/graph/server.ts';
import type { Context } from '../../src/ground/gql/context.ts';
import type { FileReader } from '../../src/report/intake/reader/file-reader.ts';
import type { GraphWorld } from './graph-world.ts';

/** What a request answered: its HTTP status and its body. */
export interface WireAnswer {
  status: number;
  body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; extensions: { code: string } & Record<string, unknown>; path?: (string | number)[] }[];
  } & Record<string, unknown>;
  /** The body as it came. */
  text: string;
}

/** The graph of a world behind its HTTP edge. */
export interface GraphEdge {
  /** Base URL, without a slash at the end. */
  url: string;
  /** A GraphQL request, with headers beside the usual ones. */
  post(query: string, variables?: object, headers?: Record<string, string>): Promise<WireAnswer>;
  /** A file to `POST /intake`. */
  intake(
    file: { name: string; bytes: Buffer },
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<WireAnswer>;
  /** Makes a key and answers the header that carries it. */
  keyOf(role: KeyRole, bound?: { organisationId?: number; provinceId?: number }): Promise<{ authorization: string }>;
  /** What the edge has logged, as text. */
  logged: string[];
  close(): Promise<void>;
}

/** Opens the edge over a world as the hub does, on a free port. */
export async function openGraphEdge(world: GraphWorld, reader: FileReader = hereReader): Promise<GraphEdge> {
  const logged: string[] = [];
  const log = (facts: object, message: string): void => {
    logged.push(
      `${message} ${JSON.stringify(facts, (_, value: unknown) => (value instanceof Error ? `${value.stack}` : value))}`,
    );
  };
  const edge = await openEdge<Context>({
    schema: world.schema,
    host: '127.0.0.1',
    port: 0,
    contextFor: async (headers) => {
      const key = headers['idempotency-key'];
      return world.contextOf(
        await identify(world.pools, headers.authorization),
        key === undefined ? {} : { idempotencyKey: key },
      );
    },
    ready: async () => true,
    corsOrigins: [],
    introspection: 'open',
    isAuthenticated: (context) => context.viewer.role !== 'ANONYMOUS',
    logger: { error: log, warn: log, info: () => undefined, debug: () => undefined },
    routes: {
      'POST /intake': intakeRoute({ synthetic: false, reader }),
      'GET /uploads/:id/annotated': annotatedRoute({ reader }),
      'GET /forms/:code/workbook': formWorkbookRoute(),
      ...fileRoutes({ reader: hereReader }),
    },
    graceMs: 1_000,
  });
  const read = async (response: Response): Promise<WireAnswer> => {
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text) as WireAnswer['body'], text };
  };
  return {
    url: edge.url,
    logged,
    post: async (query, variables = {}, headers = {}) =>
      read(
        await fetch(`${edge.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
          body: JSON.stringify({ query, variables }),
        }),
      ),
    intake: async (file, fields, headers = {}) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append('file', new Blob([new Uint8Array(file.bytes)]), file.name);
      return read(await fetch(`${edge.url}/intake`, { method: 'POST', headers, body: form }));
    },
    keyOf: async (role, bound = {}) => {
      const key = { label: role, role, organisationId: null, provinceId: null, demo: false, ...bound };
      return { authorization: `Bearer ${await createAccessKey(world.pools.hub.manager, key)}` };
    },
    close: () => edge.close(),
  };
}
