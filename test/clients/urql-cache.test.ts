import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AnyVariables, Client, fetchExchange, type OperationResult, type RequestPolicy } from '@urql/core';
import { cacheExchange, type KeyingConfig, type ResolverConfig } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { type DocumentNode, parse } from 'graphql';
import { type ClientHub, listeningFetch, type ListeningFetch, openClientHub } from '../support/client-hub.ts';
import { withIds, withTypeNames } from '../support/client-operations.ts';
import { type SchemaShape, shapeOf } from '../support/client-shape.ts';

interface Places {
  places: { edges: { node: { id: string; code: string; name: string } }[]; pageInfo: { endCursor: string } };
}

let hub: ClientHub;
let shape: SchemaShape;

beforeAll(async () => {
  hub = await openClientHub();
  shape = shapeOf(hub.introspection);
}, 120_000);
afterAll(() => hub?.close());

interface Urql {
  ask<Data>(query: DocumentNode, variables: AnyVariables, from?: RequestPolicy): Promise<OperationResult<Data>>;
  heard: ListeningFetch;
  complaints: string[];
  /** From now on the client hears every answer as `edit` makes it. */
  change(edit: (text: string) => string): void;
}

/** A client whose cache knows the schema by introspection. */
function openUrql(): Urql {
  const keys: KeyingConfig = Object.fromEntries(shape.withoutId.map((type) => [type, () => null]));
  const resolvers: ResolverConfig = {};
  for (const { type, field } of shape.lists) resolvers[type] = { ...resolvers[type], [field]: relayPagination() };
  const complaints: string[] = [];
  const heard = listeningFetch();
  const cache = cacheExchange({
    schema: hub.introspection,
    keys,
    resolvers,
    // Misses are told as well, for debugging.
    logger: (severity, said) => void (severity === 'debug' || complaints.push(said)),
  });
  const client = new Client({ url: hub.url, exchanges: [cache, fetchExchange], fetch: heard.fetch });
  return {
    ask: async (query, variables, from = 'cache-first') =>
      client.query(query, variables, { requestPolicy: from }).toPromise(),
    heard,
    complaints,
    change: heard.change,
  };
}

describe('the cache of urql, told the schema', () => {
  it('reads back every saved query exactly as the network answered it, from the cache alone', async () => {
    for (const { file, document, variables } of hub.queries) {
      const { ask, heard } = openUrql();
      // The cache answers with the names of types only where they were asked for; the network always has them.
      const query = withTypeNames(hub.schema, document);
      const fresh = await ask(query, variables);
      expect([file, fresh.error, fresh.data]).toEqual([file, undefined, heard.last().data]);
      const again = await ask(query, variables, 'cache-only');
      expect([file, again.data, again.stale]).toEqual([file, heard.last().data, false]);
      expect([file, heard.count()]).toEqual([file, 1]);
    }
  });

  it('has nothing to complain about where every thing is asked for its id', async () => {
    const { ask, complaints } = openUrql();
    for (const { file, document, variables } of hub.queries) {
      const { data, error, stale } = await ask(withIds(hub.schema, document), variables);
      expect([file, error, data === undefined, stale]).toEqual([file, undefined, false, false]);
    }
    expect(complaints).toEqual([]);
  });

  it('adds the second page to the first, and changes a thing wherever it is shown', async () => {
    const { ask, change } = openUrql();
    const list =
      parse(`query ($first: Int!, $after: String) { places(first: $first, after: $after, orderBy: [{ field: CODE }]) {
      edges { cursor node { id code name } } nodes { id } pageInfo { hasNextPage endCursor } } }`);
    const first = await ask<Places>(list, { first: 7 });
    const after = first.data?.places.pageInfo.endCursor;
    await ask<Places>(list, { first: 7, after });
    const { places } = (await ask<Places>(list, { first: 7 }, 'cache-only')).data ?? {};
    const direct = (await hub.ask(
      '{ places(first: 14, orderBy: [{ field: CODE }]) { edges { node { id code name } } nodes { id } } }',
    )) as unknown as Places;
    expect(places).toMatchObject(direct.places);
    expect(places?.edges).toHaveLength(14);

    const code = places?.edges[8]?.node.code;
    const one = parse('query ($code: String!) { place(code: $code) { id name } }');
    change((text) => text.replace(/"name":"[^"]*"/, '"name":"Đổi tên"'));
    await ask(one, { code });
    const renamed = (await ask<Places>(list, { first: 7, after }, 'cache-only')).data;
    expect(renamed?.places.edges.map(({ node }) => node.name).filter((name) => name === 'Đổi tên')).toHaveLength(1);
    expect(renamed?.places.edges[8]?.node).toMatchObject({ code, name: 'Đổi tên' });
  });
});
