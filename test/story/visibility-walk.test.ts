import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType } from 'graphql';
import { encodeEventCursor } from '../../src/feed/stream/cursor.ts';
import { subscribeToEvents } from '../../src/feed/stream/pull-events.ts';
import type { Caller, Context } from '../../src/ground/gql/context.ts';
import { fromGlobalId, toGlobalId } from '../../src/ground/gql/node.ts';
import { readFor, snapshotFor } from '../../src/ground/viewer/session.ts';
import { ANONYMOUS, LOCAL_OPERATOR } from '../../src/ground/viewer/viewer.ts';
import { bringIn, bringInAndPublish, labourFile, womenFile, youthFile } from '../support/bring-in.ts';
import { type GraphWorld, openGraphWorld, viewerOf } from '../support/graph-world.ts';
import { argumentsOf, type Literals, selectionOf } from '../support/schema-walk.ts';
import { hiddenRecords } from '../support/record-tables.ts';
import { enterSecrets, FORMER, MEMBER, type Secrets, SETS } from '../support/secret-world.ts';
import { hideRecordsForGood } from '../support/secrets-gone.ts';

// A number that stands in what nobody may see, and nowhere else.
const SECRET = '987654';
// Texts of hidden records and registers.
const MARKS = [...Object.keys(SETS).filter((mark) => !['zqpublic', 'zqpointing'].includes(mark)), FORMER, MEMBER];
const quoted = (texts: readonly string[]): string[] => texts.map((text) => JSON.stringify(text));

let world: GraphWorld;
let secrets: Secrets;
let hidden: string[];
let queries: string[];

/** Whoever sees only what is published, and both ways to ask with predicates that hold for every row. */
const callers: Record<string, () => Context> = {
  anonymous: () => world.contextOf(ANONYMOUS),
  partner: () => world.contextOf(viewerOf('PARTNER')),
  'the public login with predicates that are always true': () =>
    world.contextOf(LOCAL_OPERATOR, {
      read: readFor(world.pools, ANONYMOUS),
      snapshot: snapshotFor(world.pools, ANONYMOUS),
    }),
  'the hub’s login that says nothing of its viewer, with predicates that are always true': () => {
    const bare: Caller['read'] = (work) => world.pools.hub.transaction('REPEATABLE READ', work);
    return world.contextOf(LOCAL_OPERATOR, { read: bare, snapshot: bare });
  },
};
const before = new Map<string, string[]>();
const delivered = new Map<string, string>();

beforeAll(async () => {
  world = await openGraphWorld();
  const admin = (): Context => world.contextOf(LOCAL_OPERATOR);
  await bringInAndPublish(admin(), labourFile());
  await bringInAndPublish(admin(), womenFile());
  await bringInAndPublish(
    admin(),
    womenFile((text) => text.replaceAll('1.722;1.722', '1.723;1.723')),
  );
  await bringIn(
    admin(),
    womenFile((text) => text.replaceAll('1.722;1.722', '987.654;987.654')),
  );
  await bringIn(admin(), youthFile());
  const refused = await bringIn(
    admin(),
    womenFile((text) => text.replaceAll('1.722;1.722', '987.654;chín trăm')),
  );
  expect(refused.outcome).toBe('REJECT');
  // No form of the corpus carries an indicator of the organisation alone.
  await world.sql(`insert into figure select province_id, report_id, version, place_id, (select id from indicator where code = 'EV_SELF_SCORE'), measure,
    breakdown_id, organisation_id, form_id, period_id, data_to, ${SECRET}, missing, status, qualifier, sheet, cell, printed, exposure, published_by, ended_by
    from figure where exposure = 2 and value is not null order by 1, 2, 3, 4, 5 limit 1`);
  secrets = await enterSecrets(world);
  hidden = [...(await hiddenIds()), ...(await hiddenRecords(world)), ...secrets.members];
  queries = await everyQuery();
  for (const [name, context] of Object.entries(callers)) {
    before.set(name, await answers(context));
    delivered.set(name, await stream(context()));
  }
}, 240_000);
afterAll(() => world.close());

/** What is hidden: figures that are not public or not published, versions, reports, uploads and events that are not. */
const HIDDEN_FIGURE = `(f.exposure < 2 or f.breakdown_id <> 0 or f.indicator_id in (select id from indicator where disclosure <> 'PUBLIC'))`;

async function hiddenIds(): Promise<string[]> {
  const rows = await world.sql<{ id: string }>(`
    select concat_ws(':', 'Report', province_id, id) as id from report where exposure < 2
    union all select concat_ws(':', 'ReportVersion', province_id, report_id, version) from report_version where exposure < 2
    union all select concat_ws(':', 'Upload', province_id, id) from upload
    union all select concat_ws(':', 'HubEvent', id) from event where exposure < 2
    union all (select concat_ws(':', 'Figure', province_id, report_id, version, place_id, indicator_id, measure, breakdown_id)
      from figure f where ${HIDDEN_FIGURE} and place_id = province_id)
    union all (select concat_ws(':', 'Figure', province_id, report_id, version, place_id, indicator_id, measure, breakdown_id)
      from figure f where ${HIDDEN_FIGURE} and place_id <> province_id order by place_id, indicator_id, breakdown_id limit 30)`);
  return rows.map(({ id }) => {
    const [type = '', ...key] = id.split(':');
    return toGlobalId(type, ...key);
  });
}

/** Things of which nothing is ever hidden; what hangs on them is reached from themselves. */
const CATALOGUE = ['Place', 'Organisation', 'Indicator', 'Form'];

/** How many ways to ask are tried at most, evenly over all there are; of the catalogue a few, of reports most. */
const WAYS = 12;
const WAYS_OF: Readonly<Record<string, number>> = {
  ...Object.fromEntries(CATALOGUE.map((type) => [`${type}Connection`, 6])),
  ReportConnection: 80,
  Node: 60,
  IndicatorTable: 60,
  EventConnection: 20,
};

/** Every root field in many ways, with everything hidden as a filter, a cursor or an id. */
async function everyQuery(): Promise<string[]> {
  const { schema } = world;
  const literals = await literalsOfWorld();
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  return roots.flatMap((field) => {
    const type = getNamedType(field.type).name;
    const ways = argumentsOf(field, literals);
    const step = Math.ceil(ways.length / (WAYS_OF[type] ?? WAYS));
    const plain = new Set(CATALOGUE.filter((one) => !type.startsWith(one)));
    const records = field.args.some(({ name }) => name === 'filter') && type !== 'ReportConnection';
    // Deep once; where the ways are many, what they list and count is what tells.
    const depth = (at: number): number => {
      if (field.name === 'indicatorTable') return 2;
      if (at === 0) return ['search', 'events', 'node', 'nodes'].includes(field.name) ? 1 : 2;
      return records || ways.length > 100 || type === 'Node' ? 0 : 1;
    };
    return ways.flatMap((way, at) =>
      at % step === 0
        ? [`{ ${field.name}${way ? `(${way})` : ''} ${selectionOf(schema, field.type, depth(at), plain)} }`]
        : [],
    );
  });
}

async function literalsOfWorld(): Promise<Literals> {
  const [feed] = await world.sql<{ id: string; head: string }>('select id, head from feed');
  const head = Number(feed?.head);
  const positions = [0, 1, 2, 3, 4, 5, Math.floor(head / 2), head - 20, head].map((at) =>
    encodeEventCursor(feed?.id ?? '', BigInt(at)),
  );
  const place = toGlobalId('Place', 2091);
  const page = await world.ask<{ reports: { edges: { cursor: string }[] } }>(
    '{ reports(first: 50) { edges { cursor } } }',
    {},
    world.contextOf(LOCAL_OPERATOR),
  );
  const ofType = (type: string): string[] => hidden.filter((id) => fromGlobalId(id)?.type === type);
  const reports = ofType('Report');
  const types = new Set(hidden.map((id) => fromGlobalId(id)?.type ?? ''));
  const oneOfEach = [...types].flatMap((type) => ofType(type).slice(0, 1));
  const codes = (rows: { code: string }[]): string => `[${quoted(rows.map(({ code }) => code)).join(', ')}]`;
  const measured = await world.sql<{ code: string; place_rule: string }>(
    'select distinct i.code, i.place_rule from figure f join indicator i on i.id = f.indicator_id order by 1',
  );
  return {
    ID: quoted([...reports.slice(0, 2), place, ...ofType('Campaign').slice(0, 1), ...ofType('Agreement').slice(0, 1)]),
    id: quoted(oneOfEach),
    ids: Array.from(
      { length: Math.ceil(hidden.length / 50) },
      (_, at) => `[${quoted(hidden.slice(at * 50, at * 50 + 50)).join(', ')}]`,
    ),
    within: quoted([place, toGlobalId('Place', 1001)]),
    after: quoted([...page.reports.edges.map(({ cursor }) => cursor), ...positions]),
    before: quoted(page.reports.edges.map(({ cursor }) => cursor)),
    String: quoted(['2026-S1', 'TD-02X', 'TD-91', '91']),
    Date: quoted(['2026-06-14']),
    Boolean: ['true'],
    Int: ['1'],
    contains: quoted(['zqhidden', '2026']),
    text: quoted(['zqhidden', 'zqbelow', 'zqformer', 'zqpublic', 'zqmember']),
    Decimal: quoted(['10']),
    indicators: [codes(measured.filter((one) => one.place_rule !== 'NONE')), codes(measured)],
    codes: ['["91"]', '["VN"]'],
    keys: ['["2026-S1", "2026-06", "2026-Q2", "2026"]'],
    from: quoted(['2026-01']),
    to: quoted(['2026-06']),
    organisations: ['["LDLD", "HPN", "TD"]', '["TD-91"]'],
  };
}

async function answers(context: () => Context): Promise<string[]> {
  const found: string[] = [];
  const one = async (query: string, at: number): Promise<void> => {
    const { data, errors } = await world.answer(query, {}, context());
    // Of an answer that a fault has taken away altogether, it depends on the moment how many others were on their way.
    const faults =
      data === null ? [...new Set(errors.map(({ code }) => code))] : errors.map(({ code, path }) => [code, path]);
    found[at] = JSON.stringify([data, faults]);
  };
  // A few at a time: the database works while answers are put together.
  for (let at = 0; at < queries.length; at += 4) {
    await Promise.all(queries.slice(at, at + 4).map((query, next) => one(query, at + next)));
  }
  return found;
}

/** What a subscriber from the beginning is given until it has caught up. */
async function stream(context: Context): Promise<string> {
  const [feed] = await world.sql<{ id: string }>('select id from feed');
  const batches = await subscribeToEvents(context, { batchSize: 100, after: encodeEventCursor(feed?.id ?? '', 0n) });
  const seen: unknown[] = [];
  for await (const batch of batches) {
    if ('fault' in batch) throw batch.fault;
    seen.push(batch.events);
    if (batch.cursor === batch.head || seen.length > 50) break;
  }
  return JSON.stringify(seen);
}

describe('the walk', () => {
  it('reaches everything hidden, as an administrator, but for registers', async () => {
    const found = (await answers(() => world.contextOf(LOCAL_OPERATOR))).join('\n');
    expect(hidden.length).toBeGreaterThan(160);
    expect(hidden.filter((id) => !found.includes(JSON.stringify(id)))).toEqual(secrets.members);
    expect(found).toContain(SECRET);
    expect(MARKS.filter((mark) => !found.includes(mark))).toEqual([MEMBER]);
    const stages = ['PUBLISHED', 'REPLACED', 'DRAFT'].map((state) => found.includes(`"state":"${state}"`));
    expect(stages).toEqual([true, true, true]);
    expect(await stream(world.contextOf(LOCAL_OPERATOR))).toContain('REPORT_RECEIVED');
  }, 60_000);

  it('goes through every root field, in hundreds of ways', () => {
    const fields = Object.keys(world.schema.getQueryType()?.getFields() ?? {});
    expect(fields.filter((field) => !queries.some((query) => query.startsWith(`{ ${field}`)))).toEqual([]);
    expect(queries.length).toBeGreaterThan(350);
  });
});

describe('what is not public', () => {
  it.each(Object.keys(callers))('is in no answer: %s', (name) => {
    const found = [...(before.get(name) ?? []), delivered.get(name) ?? ''].join('\n');
    expect(found.length).toBeGreaterThan(100_000);
    expect(hidden.filter((id) => found.includes(JSON.stringify(id)))).toEqual([]);
    expect(found).not.toContain(SECRET);
    expect(MARKS.filter((mark) => found.includes(mark))).toEqual([]);
    expect(found).toContain('zqpointing');
    expect(found).not.toContain('"DRAFT"');
    expect(found).not.toContain('REPORT_RECEIVED');
  });
});

describe('a partner', () => {
  it('is answered as anonymous callers are, whatever is asked', () => {
    const differing = queries.filter((_, at) => before.get('partner')?.[at] !== before.get('anonymous')?.[at]);
    expect(differing.filter((query) => !query.startsWith('{ viewer'))).toEqual([]);
  });
});

describe('once everything hidden is gone', () => {
  beforeAll(async () => {
    await hideRecordsForGood(world);
    await world.sql(`delete from figure f where ${HIDDEN_FIGURE};
      delete from report_version where exposure < 2;
      delete from event where exposure < 2;
      delete from total where breakdown_id <> 0 or indicator_id in (select id from indicator where disclosure <> 'PUBLIC');
      delete from report where exposure < 2;
      update report r set latest_version = (select max(version) from report_version v where v.province_id = r.province_id and v.report_id = r.id);
      delete from stored_file;
      delete from upload u where not exists (select from report_version v where v.province_id = u.province_id and v.upload_id = u.id);
      update upload set file_name = null, issues = '[]', sha256 = repeat('0', 64), report_id = null`);
  });

  it.each(Object.entries(callers).filter(([name]) => name !== 'partner'))(
    'every answer is still the same, whatever was asked: %s',
    async (name, context) => {
      const after = await answers(context);
      const others = queries.filter((_, at) => after[at] !== before.get(name)?.[at]);
      expect(others.map((query) => query.slice(0, 200))).toEqual([]);
      expect(await stream(context())).toBe(delivered.get(name));
    },
    120_000,
  );
});
