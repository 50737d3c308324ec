import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditServer } from 'graphql-http';
import type { Edge } from '../../src/graph/edge-options.ts';
import { hubSchema } from '../../src/graph/schema.ts';
import { openEdge } from '../../src/graph/server.ts';
import type { Context } from '../../src/ground/gql/context.ts';
import { openDemoArchive } from '../support/demo-archive.ts';

describe('the hub itself, by the audits of graphql-http', () => {
  let demo: Awaited<ReturnType<typeof openDemoArchive>>;
  let edge: Edge;
  beforeAll(async () => {
    demo = await openDemoArchive();
    const quiet = (): void => undefined;
    edge = await openEdge<Context>({
      schema: await hubSchema(),
      host: '127.0.0.1',
      port: 0,
      contextFor: (headers) => demo.archive.contextFor(headers),
      ready: () => demo.archive.ready(),
      corsOrigins: [],
      introspection: 'open',
      isAuthenticated: (context) => context.viewer.role !== 'ANONYMOUS',
      logger: { error: quiet, warn: quiet, info: quiet, debug: quiet },
      graceMs: 1_000,
    });
  });
  afterAll(async () => {
    await edge.close();
    await demo.close();
  });

  async function counts(headers: Record<string, string>): Promise<{ ok: number; others: string[] }> {
    const fetchFn = (url: string, init: RequestInit = {}): Promise<Response> =>
      fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), ...headers } });
    const results = await auditServer({ url: `${edge.url}/graphql`, fetchFn });
    const others = results.flatMap((result) =>
      result.status === 'ok' ? [] : [`${result.status} ${result.id}: ${result.name}`],
    );
    return { ok: results.length - others.length, others };
  }

  it('passes all 61 with the preflight header', async () => {
    expect(await counts({ 'apollo-require-preflight': 'true' })).toEqual({ ok: 61, others: [] });
  });

  it('has no error without it', async () => {
    const { others } = await counts({});
    expect(others.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});
