import { graphql, type GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { breakdownRows } from '../../src/catalogue/breakdown/breakdown.row.ts';
import { formNode, formResolvers } from '../../src/catalogue/form/form.resolver.ts';
import { formRows } from '../../src/catalogue/form/form.row.ts';
import { indicatorNode, indicatorResolvers } from '../../src/catalogue/indicator/indicator.resolver.ts';
import { indicatorRows } from '../../src/catalogue/indicator/indicator.row.ts';
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts';
import { organisationNode, organisationResolvers } from '../../src/catalogue/organisation/organisation.resolver.ts';
import { organisationRows } from '../../src/catalogue/organisation/organisation.row.ts';
import { periodRows } from '../../src/catalogue/period/period.row.ts';
import { placeNode, placeResolvers } from '../../src/catalogue/place/place.resolver.ts';
import { placeRows } from '../../src/catalogue/place/place.row.ts';
import { openDataSource } from '../../src/ground/database/data-source.ts';
import { type Context, type ContextParts, makeContext } from '../../src/ground/gql/context.ts';
import { fromGlobalId } from '../../src/ground/gql/node.ts';
import { readFor, snapshotFor, writeFor } from '../../src/ground/viewer/session.ts';
import { ANONYMOUS } from '../../src/ground/viewer/viewer.ts';
import { cloneDatabase } from './hub.ts';

/** The table classes of the catalogue. */
const catalogueRows = [
  ...placeRows,
  ...organisationRows,
  ...indicatorRows,
  ...periodRows,
  ...formRows,
  ...breakdownRows,
];

const nodes = [placeNode, organisationNode, indicatorNode, formNode];

/** A database with the catalogue, open as its owner, as the hub and as the public reader. */
export interface TestCatalogue {
  owner: DataSource;
  hub: DataSource;
  reader: DataSource;
  /** Texts of the reader's statements since the last `splice`. */
  statements: string[];
  close(): Promise<void>;
}

/** Clones the test database and sees to it that it has the catalogue. */
export async function openCatalogue(): Promise<TestCatalogue> {
  const database = await cloneDatabase();
  const statements: string[] = [];
  const open = (url: string, onStatement?: (text: string) => void): Promise<DataSource> =>
    openDataSource({
      url,
      entities: catalogueRows,
      poolSize: 4,
      applicationName: 'test catalogue',
      ...(onStatement ? { onStatement } : {}),
    });
  const owner = await open(database.ownerUrl);
  const hub = await open(database.urls.hub);
  const reader = await open(database.urls.reader, (text) => statements.push(text));
  await owner.transaction((tx) => loadCatalogue(tx));
  statements.length = 0;
  const close = async (): Promise<void> => {
    await Promise.all([owner.destroy(), hub.destroy(), reader.destroy()]);
    await database.drop();
  };
  return { owner, hub, reader, statements, close };
}

/** The catalogue's part of the schema. */
export function catalogueSchema(): Promise<GraphQLSchema> {
  const refuse = (): never => {
    throw new Error('The catalogue publishes nothing.');
  };
  const resolvers = [...placeResolvers, ...organisationResolvers, ...indicatorResolvers, ...formResolvers];
  return buildSchema({
    resolvers: resolvers as unknown as NonEmptyArray<(typeof resolvers)[number]>,
    validate: false,
    emitSchemaFile: false,
    pubSub: { publish: refuse, subscribe: refuse },
  });
}

/** The context of an anonymous request at noon in Vietnam of a day (ISO date). */
export function anonymousContext({ hub, reader }: TestCatalogue, today: string): Context {
  const pools = { hub, reader };
  return makeContext({
    viewer: ANONYMOUS,
    read: readFor(pools, ANONYMOUS),
    snapshot: snapshotFor(pools, ANONYMOUS),
    write: writeFor(pools, ANONYMOUS),
    clock: () => Date.parse(`${today}T12:00:00+07:00`),
    fetchNode: async (context, id) => {
      const type = fromGlobalId(id)?.type;
      return (await nodes.find((node) => node.type === type)?.fetch(context, id)) ?? null;
    },
  } as ContextParts);
}

/** Asks the catalogue; answers plain JSON of the shape the test states. Throws the first error of an answer. */
export type Ask = <T>(query: string, variables?: object, today?: string) => Promise<T>;

/** Asks as an anonymous caller; `today` is an ISO date. */
export function asker(schema: GraphQLSchema, catalogue: TestCatalogue): Ask {
  return async <T>(source: string, variables: object = {}, today = '2026-11-23') => {
    const contextValue = anonymousContext(catalogue, today);
    const answer = await graphql({ schema, source, variableValues: { ...variables }, contextValue });
    const [error] = answer.errors ?? [];
    if (error) throw error;
    return JSON.parse(JSON.stringify(answer.data)) as T;
  };
}
