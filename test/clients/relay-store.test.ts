import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import relay, { type ConcreteRequest, type FetchFunction, type ReaderFragment, type Variables } from 'relay-runtime';
import { type ClientHub, listeningFetch, type ListeningFetch, openClientHub } from '../support/client-hub.ts';
import { openRelayProject, type RelayProject } from '../support/client-relay.ts';

const { createOperationDescriptor, Environment, fetchQuery, getSingularSelector, Network, RecordSource, Store } = relay;

const FIELDS = 'edges { node { id code name } } pageInfo { hasNextPage endCursor }';

interface Page {
  edges: { node: { id: string; code: string; name: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

let hub: ClientHub;
let project: RelayProject;
let environment: InstanceType<typeof Environment>;
let heard: ListeningFetch;

beforeAll(async () => {
  [hub, project] = await Promise.all([openClientHub(), openRelayProject()]);
  await project.add(
    'Places',
    `fragment Places_list on Query @argumentDefinitions(first: { type: "Int", defaultValue: 7 }, after: { type: "String" })
      @refetchable(queryName: "PlacesPageQuery") {
      places(first: $first, after: $after, orderBy: [{ field: CODE }]) @connection(key: "Places_places") { ${FIELDS} } }`,
    'query PlacesQuery { ...Places_list }',
  );
  await project.add(
    'Communes',
    `fragment Communes_of on Place @argumentDefinitions(first: { type: "Int", defaultValue: 7 }, after: { type: "String" })
      @refetchable(queryName: "CommunesPageQuery") {
      children(first: $first, after: $after) @connection(key: "Communes_children") { ${FIELDS} } }`,
    'query CommunesQuery { place(code: "91") { id ...Communes_of } }',
  );
  expect(await project.compile()).toMatchObject({ code: 0 });

  heard = listeningFetch();
  const network: FetchFunction = async ({ text }, variables) => {
    const body = JSON.stringify({ query: text, variables });
    const headers = { 'content-type': 'application/json' };
    return (await (await heard.fetch(hub.url, { method: 'POST', headers, body })).json()) as never;
  };
  environment = new Environment({ network: Network.create(network), store: new Store(new RecordSource()) });
}, 120_000);
afterAll(async () => {
  await project?.remove();
  await hub?.close();
});

function request(name: string): ConcreteRequest {
  return project.artifact(name) as ConcreteRequest;
}

/** Fetches an operation and keeps what it brought. */
async function load(name: string, variables: Variables): Promise<void> {
  await fetchQuery(environment, request(name), variables).toPromise();
  environment.retain(createOperationDescriptor(request(name), variables));
}

/** What the store has for a fragment below a field of an operation, `null` for the root itself. */
function read(operation: string, field: string | null, fragment: string): Record<string, Page> {
  const { data } = environment.lookup(createOperationDescriptor(request(operation), {}).fragment);
  const owner = field === null ? data : data?.[field];
  const selector = getSingularSelector(project.artifact(fragment) as ReaderFragment, owner);
  if (!selector) throw new Error(`The store has nothing for ${fragment}.`);
  const found = environment.lookup(selector);
  expect(found.isMissingData).toBe(false);
  return found.data as unknown as Record<string, Page>;
}

/** The same rows in one request, past every cache. */
async function directly(list: string): Promise<unknown[]> {
  const { edges } = Object.values(await hub.ask(list))[0] as Page;
  return edges.map(({ node }) => node);
}

describe('a store of Relay', () => {
  it('adds the second page of a list of the root to the first', async () => {
    await load('PlacesQuery', {});
    const first = read('PlacesQuery', null, 'Places_list')['places'];
    expect(first?.edges).toHaveLength(7);
    await load('PlacesPageQuery', { first: 7, after: first?.pageInfo.endCursor });
    const both = read('PlacesQuery', null, 'Places_list')['places'];
    const all = await directly(`{ places(first: 14, orderBy: [{ field: CODE }]) { ${FIELDS} } }`);
    expect(both?.edges.map(({ node }) => node)).toMatchObject(all as object[]);
    expect(both?.edges).toHaveLength(14);
  });

  it('goes on below a thing by asking for it by its id', async () => {
    await load('CommunesQuery', {});
    const first = read('CommunesQuery', 'place', 'Communes_of')['children'];
    const { data } = environment.lookup(createOperationDescriptor(request('CommunesQuery'), {}).fragment);
    const id = (data?.['place'] as { id?: string } | undefined)?.id;
    await load('CommunesPageQuery', { id, first: 7, after: first?.pageInfo.endCursor });
    expect(heard.last().data).toMatchObject({ node: { __typename: 'Place', id } });
    const both = read('CommunesQuery', 'place', 'Communes_of')['children'];
    const { children } = (await hub.ask(`{ place(code: "91") { children(first: 14) { ${FIELDS} } } }`))['place'] as {
      children: Page;
    };
    expect(both?.edges.map(({ node }) => node)).toMatchObject(children.edges.map(({ node }) => node));
    expect(both?.edges).toHaveLength(14);
  });
});
