import { type GraphQLSchema, type IntrospectionQuery, getIntrospectionQuery } from 'graphql';
import type { Context } from '../../src/ground/gql/context.ts';
import { openEdge } from '../../src/graph/server.ts';
import { hubSchema } from '../../src/graph/schema.ts';
import { savedOperations, type SavedOperation, variablesFor } from './client-operations.ts';
import { openDemoArchive } from './demo-archive.ts';

/** What the hub answered to one request. */
export interface Heard {
  data: Record<string, unknown>;
  errors?: readonly { message: string }[];
}

/** A saved query with the variables it is asked with. */
export interface ReadyQuery extends SavedOperation {
  variables: Record<string, unknown>;
}

/** The demo archive behind its HTTP edge, as clients of other makers meet it. */
export interface ClientHub {
  /** URL of the graph. */
  url: string;
  schema: GraphQLSchema;
  /** What introspection answers over HTTP. */
  introspection: IntrospectionQuery;
  /** Every saved query, ready to ask. */
  queries: ReadyQuery[];
  /** The data of a query; throws its first error. */
  ask(query: string, variables?: object): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** Opens the edge over the demo archive on a free port. */
export async function openClientHub(): Promise<ClientHub> {
  const [demo, schema] = await Promise.all([openDemoArchive(), hubSchema()]);
  const { archive } = demo;
  const faults: unknown[] = [];
  const fault = (facts: object): void => void faults.push(facts);
  const edge = await openEdge<Context>({
    schema,
    host: '127.0.0.1',
    port: 0,
    contextFor: (headers) => archive.contextFor(headers),
    ready: () => archive.ready(),
    corsOrigins: [],
    introspection: 'open',
    isAuthenticated: (context) => context.viewer.role !== 'ANONYMOUS',
    logger: { error: fault, warn: fault, info: () => undefined, debug: () => undefined },
    graceMs: 1_000,
  });
  const url = `${edge.url}/graphql`;
  const ask: ClientHub['ask'] = async (query, variables = {}) => {
    const { fetch: heard, last } = listeningFetch();
    await heard(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = last();
    if (errors) throw new Error(`${errors[0]?.message} ${faults.length > 0 ? String(faults) : ''}`);
    return data;
  };
  const operations = (await savedOperations()).filter(({ kind }) => kind === 'query');
  const queries: ReadyQuery[] = [];
  for (const operation of operations) {
    const variables = await variablesFor(schema, operation, async (query) => (await ask(query)) as never);
    queries.push({ ...operation, variables });
  }
  const introspection = (await ask(getIntrospectionQuery())) as unknown as IntrospectionQuery;
  const close = async (): Promise<void> => {
    await edge.close();
    await demo.close();
  };
  return { url, schema, introspection, queries, ask, close };
}

/** A `fetch` with ears. */
export interface ListeningFetch {
  fetch: typeof fetch;
  /** What was heard last. Throws where nothing was. */
  last(): Heard;
  /** How many answers were heard. */
  count(): number;
  /** From now on every answer is heard as `edit` makes it. */
  change(edit: (text: string) => string): void;
}

/** A `fetch` for a client, and what it heard last: the answer before any cache has touched it. */
export function listeningFetch(): ListeningFetch {
  let last: Heard | undefined;
  let edit = (text: string): string => text;
  let count = 0;
  return {
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      const text = edit(await response.text());
      last = JSON.parse(text) as Heard;
      count += 1;
      return new Response(text, { status: response.status, headers: response.headers });
    },
    last: () => {
      if (!last) throw new Error('The client has asked the hub nothing.');
      return last;
    },
    count: () => count,
    change: (how) => void (edit = how),
  };
}
