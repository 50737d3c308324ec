import { type DocumentNode, execute, type ExecutionResult, type GraphQLSchema, parse, validate } from 'graphql';
import pg from 'pg';
import { callerOf } from '../../src/access/caller.ts';
import { startSequencer } from '../../src/feed/sequencer/sequencer.ts';
import { fetchNode, hubSchema } from '../../src/graph/schema.ts';
import { type Caller, type Context, makeContext } from '../../src/ground/gql/context.ts';
import type { Read } from '../../src/ground/viewer/session.ts';
import { ANONYMOUS, type Viewer, type ViewerRole } from '../../src/ground/viewer/viewer.ts';
import { HandWaker } from './feed.ts';
import { cloneDatabase, openTestPools, type TestDatabase, type TestPools } from './hub.ts';
import { testServer, withDatabase } from './postgres.ts';

/** The whole graph over a database of its own, asked in process. */
export interface GraphWorld {
  database: TestDatabase;
  pools: TestPools;
  schema: GraphQLSchema;
  /** As the superuser, whom no policy binds. */
  sql<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>;
  /** The context of one request; `differences` replace parts of what the caller brings. */
  contextOf(viewer: Viewer, differences?: Partial<Caller & Pick<Context, 'idempotencyKey'>>): Context;
  /** The data of an answer as plain JSON; throws its first error. */
  ask<T>(source: string, variables?: object, context?: Context): Promise<T>;
  /** An answer as it goes out: data and the codes of its errors. */
  answer(source: string, variables?: object, context?: Context): Promise<Answer>;
  /** Gives every committed event its position. */
  number(): Promise<void>;
  close(): Promise<void>;
}

/** What was answered, with the errors by code and path. */
export interface Answer {
  data: unknown;
  errors: { code: unknown; path: string; message: string }[];
}

/** Noon of the day the tests live on, in Vietnam. */
const NOON = Date.parse('2026-11-23T12:00:00+07:00');

/** Opens the graph over a database, which stays when it closes; left out: over a clone of its own, which goes. */
export async function openGraphWorld(given?: TestDatabase): Promise<GraphWorld> {
  const [database, schema] = await Promise.all([given ?? cloneDatabase(), hubSchema()]);
  const pools = await openTestPools(database);
  const documents = new Map<string, DocumentNode>();
  const superuser = new pg.Pool({ connectionString: withDatabase(testServer().superUrl, database.name), max: 4 });
  // A dropped database ends its sessions; a pool without a listener would take the test process with it.
  superuser.on('error', () => undefined);
  const contextOf: GraphWorld['contextOf'] = (viewer, differences = {}) =>
    makeContext({
      ...callerOf(pools, viewer),
      ...differences,
      clock: () => NOON,
      feed: new HandWaker(),
      fetchNode,
    });
  const answer = async (
    source: string,
    variables: object = {},
    contextValue = contextOf(ANONYMOUS),
  ): Promise<Answer> => {
    const document = documents.get(source) ?? parse(source);
    const refusals = documents.has(source) ? [] : validate(schema, document);
    if (refusals.length === 0) documents.set(source, document);
    const { data, errors = [] }: ExecutionResult =
      refusals.length > 0
        ? { errors: refusals }
        : await execute({ schema, document, variableValues: { ...variables }, contextValue });
    return {
      data: JSON.parse(JSON.stringify(data ?? null)),
      errors: errors.map(({ extensions, path, message }) => ({
        code: extensions['code'] ?? null,
        path: (path ?? []).join('.'),
        message,
      })),
    };
  };
  return {
    database,
    pools,
    schema,
    contextOf,
    answer,
    sql: async (text, values = []) => (await superuser.query(text, values)).rows,
    ask: async <T>(source: string, variables?: object, context?: Context) => {
      const { data, errors } = await answer(source, variables, context);
      if (errors[0]) throw new Error(`${errors[0].path}: ${errors[0].message}`);
      return data as T;
    },
    async number() {
      const sequencer = startSequencer({ url: database.urls.sequencer, log: () => undefined });
      await sequencer.pass();
      await sequencer.stop();
    },
    async close() {
      await Promise.all([pools.close(), superuser.end()]);
      if (!given) await database.drop();
    },
  };
}

/** A viewer of a role with a circle. */
export function viewerOf(role: ViewerRole, circle: { organisations?: number[]; provinces?: number[] } = {}): Viewer {
  return { role, actor: `test ${role}`, organisations: [], provinces: [], ...circle };
}

/** Reading that begins only when the reading before it has ended: what is batched together then depends on nothing but the query. */
export function inTurn(read: Read): Read {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(() => read(work));
    last = mine.catch(() => undefined);
    return mine;
  };
}
