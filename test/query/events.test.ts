import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ExecutionResult,
  graphql,
  type GraphQLSchema,
  lexicographicSortSchema,
  parse,
  printSchema,
  subscribe,
} from 'graphql';
import { buildSchema } from 'type-graphql';
import { organisationResolvers } from '../../src/catalogue/organisation/organisation.resolver.ts';
import { placeResolvers } from '../../src/catalogue/place/place.resolver.ts';
import { startSequencer } from '../../src/feed/sequencer/sequencer.ts';
import { encodeEventCursor } from '../../src/feed/stream/cursor.ts';
import { eventNode, eventResolvers } from '../../src/feed/stream/hub-event.resolver.ts';
import { eventsAfter, feedState } from '../../src/feed/stream/hub-event.store.ts';
import type { Context } from '../../src/ground/gql/context.ts';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import type { Exposure } from '../../src/ground/viewer/circle.ts';
import { readFor } from '../../src/ground/viewer/session.ts';
import { ANONYMOUS, LOCAL_OPERATOR, type Viewer, type ViewerRole } from '../../src/ground/viewer/viewer.ts';
import {
  anEvent,
  contextOf,
  type FeedWorld,
  HandWaker,
  NORTH,
  NORTH_WOMEN,
  NORTH_YOUTH,
  openFeedWorld,
  SOUTH,
  SOUTH_WOMEN,
  writeEvents,
} from '../support/feed.ts';

const viewer = (role: ViewerRole, organisations: number[] = [], provinces: number[] = []): Viewer => ({
  role,
  actor: 'test',
  organisations,
  provinces,
});
const exposures: Exposure[] = [0, 1, 2];
const reporters = [
  [NORTH, NORTH_WOMEN],
  [NORTH, NORTH_YOUTH],
  [SOUTH, SOUTH_WOMEN],
] as const;
const FOREIGN = encodeEventCursor('00000000-0000-4000-8000-000000000000', 1n);

let world: FeedWorld;
let schema: GraphQLSchema;
let feedId: string;
beforeAll(async () => {
  world = await openFeedWorld();
  schema = await buildSchema({
    resolvers: [...eventResolvers, ...placeResolvers, ...organisationResolvers],
    validate: false,
    pubSub: { publish: () => undefined, subscribe: () => Promise.reject(new Error('unused')) as never },
  });
  const events = reporters.flatMap(([provinceId, organisationId]) =>
    exposures.map((exposure) =>
      anEvent({ provinceId, organisationId, exposure, subjectKey: `${organisationId}:${exposure}` }),
    ),
  );
  await writeEvents(world, [
    ...events,
    anEvent({ type: 'REPORT_RECEIVED', organisationId: null, version: 2, replacedVersion: 1 }),
  ]);
  const sequencer = startSequencer({ url: world.database.urls.sequencer, log: () => undefined });
  await sequencer.pass();
  await sequencer.stop();
  const [feed] = await world.sql<{ id: string }>('select id from feed');
  feedId = feed?.id ?? '';
});
afterAll(() => world.close());

interface Page {
  nodes: { id: string; version: number }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

async function ask(
  source: string,
  variables: Record<string, unknown> = {},
  who: Viewer = LOCAL_OPERATOR,
): Promise<ExecutionResult> {
  return graphql({ schema, source, variableValues: variables, contextValue: contextOf(world, who, new HandWaker()) });
}

const PAGE = `query ($first: Int, $after: EventCursor, $types: [EventType!], $within: ID) {
  events(first: $first, after: $after, types: $types, within: $within) { nodes { id version } pageInfo { hasNextPage endCursor } totalCount } }`;

async function page(variables: Record<string, unknown>, who?: Viewer): Promise<Page> {
  const { data, errors } = await ask(PAGE, variables, who);
  expect(errors).toBeUndefined();
  return (data as unknown as { events: Page }).events;
}

const codes = (result: ExecutionResult): unknown[] => (result.errors ?? []).map((error) => error.extensions['code']);

describe('who sees which events', () => {
  // Events as "organisation exposure"; the last event of the world belongs to nobody and is open to everybody.
  const open = ['women 2', 'youth 2', 'south 2', 'none 2'];
  const cases: [string, Viewer, string[]][] = [
    ['ANONYMOUS', ANONYMOUS, open],
    ['PARTNER', viewer('PARTNER'), open],
    ['ANALYST', viewer('ANALYST'), open],
    ['OFFICER of one organisation', viewer('OFFICER', [NORTH_WOMEN]), ['women 0', 'women 1', ...open]],
    [
      'LEADER with a predecessor',
      viewer('LEADER', [NORTH_WOMEN, SOUTH_WOMEN]),
      ['women 0', 'women 1', 'south 0', 'south 1', ...open],
    ],
    ['REVIEWER of a province', viewer('REVIEWER', [], [NORTH]), ['women 1', 'youth 1', ...open]],
    ['REVIEWER of no province', viewer('REVIEWER'), open],
    ['ANONYMOUS with a circle that is not theirs', viewer('ANONYMOUS', [NORTH_WOMEN], [NORTH]), open],
    ['ADMIN', LOCAL_OPERATOR, ['women 0', 'women 1', 'youth 0', 'youth 1', 'south 0', 'south 1', ...open]],
  ];
  const names = new Map<number | null, string>([
    [NORTH_WOMEN, 'women'],
    [NORTH_YOUTH, 'youth'],
    [SOUTH_WOMEN, 'south'],
    [null, 'none'],
  ]);

  it.each(cases)('%s: by the store, by the row policies alone, and by node(id)', async (_name, who, expected) => {
    const rows = await world.sql<{ id: string; organisation_id: number | null; exposure: number }>(
      'select * from event',
    );
    const called = (ids: readonly string[]) =>
      rows
        .filter((row) => ids.includes(row.id))
        .map((row) => `${names.get(row.organisation_id)} ${row.exposure}`)
        .sort();
    const read = readFor(world.pools, who);
    const store = await read(async (tx) => eventsAfter(tx, who, { after: 0n, until: (await feedState(tx)).head }, 100));
    const policies = (await read((tx) => tx.query('select id from event'))) as { id: string }[];
    const context = contextOf(world, who, new HandWaker());
    const nodes = await Promise.all(rows.map((row) => eventNode.fetch(context, toGlobalId('HubEvent', row.id))));
    const wanted = [...expected].sort();
    expect(called(store.map((row) => row.id))).toEqual(wanted);
    expect(called(policies.map((row) => row.id))).toEqual(wanted);
    expect(called(rows.filter((_, at) => nodes[at]).map((row) => row.id))).toEqual(wanted);
    expect((await page({ first: 100 }, who)).totalCount).toBe(wanted.length);
  });

  it('keeps the wall of the store where the row policies would let everything through', async () => {
    const read = readFor(world.pools, LOCAL_OPERATOR);
    expect(await read((tx) => eventsAfter(tx, ANONYMOUS, { after: 0n, until: 100n }, 100))).toHaveLength(open.length);
  });
});

describe('events', () => {
  it('walks the whole feed in pages, in order', async () => {
    const whole = await page({ first: 100 });
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const part: Page = await page({ first: 3, after });
      seen.push(...part.nodes.map((node) => node.id));
      more = part.pageInfo.hasNextPage;
      after = part.pageInfo.endCursor;
    }
    expect(seen).toEqual(whole.nodes.map((node) => node.id));
    expect(seen).toHaveLength(whole.totalCount);
  });

  it('can be narrowed to types and to a province', async () => {
    expect((await page({ first: 9, types: ['REPORT_RECEIVED'] })).totalCount).toBe(1);
    expect((await page({ first: 9, types: [] })).totalCount).toBe(0);
    expect((await page({ first: 9, within: toGlobalId('Place', SOUTH) })).totalCount).toBe(3);
  });

  it('refuses to be narrowed to what is no province', async () => {
    const missing = [1_999_999_999, 99_999_999_999].map((id) => toGlobalId('Place', id));
    for (const within of ['nothing', toGlobalId('Organisation', NORTH_WOMEN), ...missing]) {
      expect(codes(await ask(PAGE, { first: 1, within }))).toEqual(['BAD_USER_INPUT']);
    }
  });

  it('refuses cursors that are forged, foreign or of the future, and pages without a size', async () => {
    expect(codes(await ask(PAGE, { first: 1, after: 'forged' }))).toEqual(['CURSOR_UNKNOWN']);
    expect(codes(await ask(PAGE, { first: 1, after: encodeEventCursor(feedId, 11n) }))).toEqual(['CURSOR_UNKNOWN']);
    expect(codes(await ask(PAGE, { first: 1, after: FOREIGN }))).toEqual(['CURSOR_DIVERGED']);
    for (const first of [null, 0, 101]) expect(codes(await ask(PAGE, { first }))).toHaveLength(1);
  });

  it('knows province, organisation and versions, with as many statements for ten events as for one', async () => {
    const source = `query ($first: Int!) { events(first: $first) { nodes { type version replacedVersion numberedAt
      province { code } organisation { code province { code } } subject { id } } } }`;
    const count = async (first: number): Promise<number> => {
      world.statements.splice(0);
      expect((await ask(source, { first })).errors).toBeUndefined();
      return world.statements.length;
    };
    const one = await count(1);
    expect(await count(10)).toBe(one);
    const { data } = await ask(source, { first: 10 });
    const { nodes } = JSON.parse(JSON.stringify(data)).events;
    const north = { province: { code: 'T1' }, organisation: { code: 'T-1', province: { code: 'T1' } } };
    expect(nodes[0]).toMatchObject({
      type: 'REPORT_PUBLISHED',
      version: 1,
      replacedVersion: null,
      subject: null,
      ...north,
    });
    expect(nodes[0].numberedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(nodes[9]).toMatchObject({ type: 'REPORT_RECEIVED', version: 2, replacedVersion: 1, organisation: null });
  });
});

describe('the subscription', () => {
  const STREAM = `subscription ($after: EventCursor, $within: ID, $batchSize: Int) {
    events(after: $after, within: $within, batchSize: $batchSize) { events { version province { code } organisation { code } } cursor head } }`;
  const here = (): Context => contextOf(world, LOCAL_OPERATOR, new HandWaker());

  async function start(variables: Record<string, unknown>, context = here()): Promise<AsyncGenerator<ExecutionResult>> {
    const stream = await subscribe({
      schema,
      document: parse(STREAM),
      variableValues: variables,
      contextValue: context,
    });
    if (Symbol.asyncIterator in stream) return stream as AsyncGenerator<ExecutionResult>;
    throw Object.assign(new Error('refused'), { codes: codes(stream) });
  }

  it('delivers batches with a cursor to go on from', async () => {
    const stream = await start({
      after: encodeEventCursor(feedId, 0n),
      within: toGlobalId('Place', SOUTH),
      batchSize: 2,
    });
    const batches = [(await stream.next()).value, (await stream.next()).value];
    await stream.return(undefined);
    const south = { version: 1, province: { code: 'T2' }, organisation: { code: 'T-3' } };
    const end = encodeEventCursor(feedId, 10n);
    expect(batches).toMatchObject([
      { data: { events: { events: [south, south], head: end } } },
      { data: { events: { events: [south], cursor: end, head: end } } },
    ]);
  });

  it('says why it ends where the caller may no longer ask', async () => {
    const revoked = Object.assign(new Error('revoked'), { extensions: { code: 'UNAUTHENTICATED' } });
    const stream = await start(
      {},
      contextOf(world, LOCAL_OPERATOR, new HandWaker(), () => Promise.reject(revoked)),
    );
    expect(codes((await stream.next()).value)).toEqual(['UNAUTHENTICATED']);
    expect(await stream.next()).toEqual({ value: undefined, done: true });
  });

  it('does not start with a cursor or a size that cannot be', async () => {
    await expect(start({ after: 'forged' })).rejects.toMatchObject({ codes: ['CURSOR_UNKNOWN'] });
    await expect(start({ after: encodeEventCursor(feedId, 11n) })).rejects.toMatchObject({ codes: ['CURSOR_UNKNOWN'] });
    await expect(start({ after: FOREIGN })).rejects.toMatchObject({ codes: ['CURSOR_DIVERGED'] });
    for (const batchSize of [0, 101, -1]) {
      await expect(start({ batchSize })).rejects.toMatchObject({ codes: ['BAD_USER_INPUT'] });
    }
  });

  it('has the fields that clients rely on', () => {
    const sdl = printSchema(lexicographicSortSchema(schema))
      .replaceAll(/"""[^]*?"""\s*/g, '')
      .replaceAll(/\s+/g, ' ');
    expect(sdl).toContain('events( after: EventCursor first: Int types: [EventType!] within: ID ): EventConnection!');
    expect(sdl).toContain(
      'type Subscription { events( after: EventCursor batchSize: Int = 50 types: [EventType!] within: ID ): EventBatch! }',
    );
  });
});
