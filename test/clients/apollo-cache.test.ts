import { ApolloClient, gql, HttpLink, InMemoryCache, type TypedDocumentNode, type TypePolicies } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type ClientHub, listeningFetch, type ListeningFetch, openClientHub } from '../support/client-hub.ts';
import { withIds } from '../support/client-operations.ts';
import { type SchemaShape, shapeOf } from '../support/client-shape.ts';

let hub: ClientHub;
let shape: SchemaShape;
const complaints: unknown[][] = [];

beforeAll(async () => {
  hub = await openClientHub();
  shape = shapeOf(hub.introspection);
}, 120_000);
afterAll(() => hub?.close());

beforeEach(() => {
  complaints.length = 0;
  for (const level of ['warn', 'error'] as const) {
    jest.spyOn(console, level).mockImplementation((...said: unknown[]) => void complaints.push(said));
  }
});
afterEach(() => {
  jest.restoreAllMocks();
});

interface Apollo {
  client: ApolloClient;
  cache: InMemoryCache;
  heard: ListeningFetch;
}

/** A client told of the schema what introspection tells. */
function openApollo(): Apollo {
  const typePolicies: TypePolicies = {};
  for (const type of shape.withoutId) typePolicies[type] = { merge: true };
  for (const { type, field, keyArgs } of shape.lists) {
    typePolicies[type] = {
      ...typePolicies[type],
      fields: { ...typePolicies[type]?.fields, [field]: relayStylePagination(keyArgs) },
    };
  }
  const heard = listeningFetch();
  const cache = new InMemoryCache({ possibleTypes: shape.possibleTypes, typePolicies });
  const link = new HttpLink({ uri: hub.url, fetch: heard.fetch });
  return { client: new ApolloClient({ cache, link }), cache, heard };
}

/** Every object in a cache that is not an entity of its own but has an id. */
function unnormalised(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'id' in value && path.includes('/') ? [path] : [];
  return [
    ...own,
    ...Object.entries(value).flatMap(([name, item]) => unnormalised(item, path === '' ? name : `${path}/${name}`)),
  ];
}

describe('the cache of Apollo Client', () => {
  it('reads back every saved query exactly as the network answered it, from the cache alone', async () => {
    for (const { file, document, variables } of hub.queries) {
      const { client, cache, heard } = openApollo();
      await client.query({ query: document, variables });
      const { missing, complete } = cache.diff({
        query: cache.transformDocument(document),
        variables,
        optimistic: false,
        returnPartialData: true,
      });
      expect([file, complete, missing]).toEqual([file, true, undefined]);
      const again = await client.query({ query: document, variables, fetchPolicy: 'cache-only' });
      expect([file, emptyToNull(again.data)]).toEqual([file, heard.last().data]);
      expect([file, heard.count()]).toEqual([file, 1]);
    }
    expect(complaints).toEqual([]);
  });

  it('knows a thing again by its id, whichever queries brought it', async () => {
    const { client, cache, heard } = openApollo();
    const broughtBy = new Map<string, Set<string>>();
    for (const { file, document, variables } of hub.queries) {
      const query = withIds(hub.schema, document);
      await client.query({ query, variables });
      expect([file, emptyToNull(client.readQuery({ query, variables }))]).toEqual([file, heard.last().data]);
      for (const key of entitiesIn(heard.last().data)) broughtBy.set(key, (broughtBy.get(key) ?? new Set()).add(file));
    }
    const { __META, ROOT_QUERY, ...entities } = cache.extract();
    expect(ROOT_QUERY).toBeDefined();
    expect(Object.keys(entities).toSorted()).toEqual([...broughtBy.keys()].toSorted());
    expect(unnormalised({ ROOT_QUERY, ...entities }, '')).toEqual([]);
    expect([...broughtBy.values()].filter(({ size }) => size > 1).length).toBeGreaterThan(5);
    expect(complaints).toEqual([]);
  });

  it('adds the second page to the first, and changes a thing wherever it is shown', async () => {
    const { client, cache } = openApollo();
    const query: TypedDocumentNode<Places, { first: number; after?: string | undefined }> = gql`
      query ($first: Int!, $after: String) {
        places(first: $first, after: $after, orderBy: [{ field: CODE }]) {
          totalCount
          edges { cursor node { id code name } }
          pageInfo { hasNextPage endCursor }
        }
      }
    `;
    interface Places {
      places: { edges: { node: { id: string; name: string; code: string } }[]; pageInfo: { endCursor: string } };
    }
    const first = await client.query({ query, variables: { first: 7 } });
    const more = { first: 7, after: first.data?.places.pageInfo.endCursor };
    await client.watchQuery({ query, variables: { first: 7 } }).fetchMore({ variables: more });
    const { places } = client.readQuery({ query, variables: { first: 7 } }) ?? {};
    const direct = (await hub.ask(
      '{ places(first: 14, orderBy: [{ field: CODE }]) { edges { node { id code name } } } }',
    )) as unknown as Places;
    expect(places?.edges).toMatchObject(direct.places.edges);
    expect(places?.edges).toHaveLength(14);

    const ninth = places?.edges[8]?.node;
    const one = gql`query ($code: String!) { place(code: $code) { id name } }`;
    await client.query({ query: one, variables: { code: ninth?.code } });
    cache.modify({ id: `Place:${ninth?.id}`, fields: { name: () => 'Đổi tên' } });
    const after = client.readQuery({ query, variables: { first: 7 } });
    expect(after?.places.edges[8]?.node.name).toBe('Đổi tên');
    expect(client.readQuery({ query: one, variables: { code: ninth?.code } })).toMatchObject({
      place: { name: 'Đổi tên' },
    });
  });
});

/** `relayStylePagination` makes an empty text of the cursors of a page without rows, which the hub answers as null. */
function emptyToNull(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data), (name, value: unknown) =>
    (name === 'startCursor' || name === 'endCursor') && value === '' ? null : value,
  );
}

/** The keys under which a cache keeps what an answer holds. */
function entitiesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'id' in value && '__typename' in value ? [`${String(value.__typename)}:${String(value.id)}`] : [];
  return [...own, ...Object.values(value).flatMap(entitiesIn)];
}
