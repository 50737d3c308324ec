import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditServer } from 'graphql-http';
import type { Edge } from '../../src/graph/edge-options.ts';
import { toyEdge } from '../support/toy-edge.ts';

describe('GraphQL over HTTP, by the audits of graphql-http', () => {
  let edge: Edge;
  beforeAll(async () => {
    edge = await toyEdge();
  });
  afterAll(() => edge.close());

  async function counts(headers: Record<string, string>): Promise<{ ok: number; others: string[] }> {
    const fetchFn = (url: string, init: RequestInit = {}): Promise<Response> =>
      fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), ...headers } });
    const results = await auditServer({ url: `${edge.url}/graphql`, fetchFn });
    const others = results.flatMap((result) =>
      result.status === 'ok' ? [] : [`${result.status} ${result.id}: ${result.name}: ${result.reason}`],
    );
    return { ok: results.length - others.length, others };
  }

  it('passes all 61 with the preflight header', async () => {
    expect(await counts({ 'apollo-require-preflight': 'true' })).toEqual({ ok: 61, others: [] });
  });

  it('has no error and at least 58 passes without it', async () => {
    const { ok, others } = await counts({});
    expect(others.filter((line) => line.startsWith('error'))).toEqual([]);
    expect(ok).toBeGreaterThanOrEqual(58);
  });
});
