import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';

let world: GraphWorld;
const RUNS = 250;

/** A key of a list: how the graph is asked for it, what it is in SQL written by hand, and how that value reads in the graph. */
interface Key {
  ask: string;
  sql: string;
  shown: (value: never) => unknown;
}
/** A filter with the condition that it means. */
interface Filter {
  graph: string;
  sql: string;
}
interface Subject {
  field: string;
  table: string;
  keys: Record<string, Key>;
  filters: Filter[];
  sums: Record<string, { sql: string; order: string }>;
}

const same = (value: unknown): unknown => value;
const place = (id: number): unknown => ({ id: toGlobalId('Place', id) });
const organisation = (id: number): unknown => ({ id: toGlobalId('Organisation', id) });
const campaign = (id: number): unknown => ({ id: toGlobalId('Campaign', id) });

/** A calendar bucket of a span, by its texts: the two ends agree in the part of the ISO day that names it. */
const bucket = (column: string, length: number): string =>
  `case when left(${column}_earliest::text, ${length}) = left(${column}_latest::text, ${length}) then left(${column}_earliest::text, ${length}) end`;
const quarter = (column: string): string =>
  `case when extract(year from ${column}_earliest) * 4 + extract(quarter from ${column}_earliest) = extract(year from ${column}_latest) * 4 + extract(quarter from ${column}_latest)
    then extract(year from ${column}_earliest)::text || '-Q' || extract(quarter from ${column}_earliest)::text end`;

const COMMON: Record<string, Key> = {
  PROVINCE: { ask: 'province { id }', sql: 'province_id', shown: place },
  KEEPER: { ask: 'keeper { id }', sql: 'keeper_id', shown: organisation },
  ORIGIN: { ask: 'origin', sql: 'origin', shown: same },
};

const MOVEMENTS: Subject = {
  field: 'movements',
  table: 'movement',
  keys: {
    ...COMMON,
    LAUNCHED_YEAR: { ask: 'launchedYear', sql: bucket('launched', 4), shown: same },
    LAUNCHED_QUARTER: { ask: 'launchedQuarter', sql: quarter('launched'), shown: same },
    LAUNCHED_MONTH: { ask: 'launchedMonth', sql: bucket('launched', 7), shown: same },
  },
  filters: [
    { graph: '{}', sql: 'true' },
    { graph: '{ name: { contains: "lua" } }', sql: `name ilike '%lúa%'` },
    {
      graph: '{ not: { province: { code: { eq: "91" } } } }',
      sql: `province_id not in (select id from place where code = '91')`,
    },
    { graph: '{ launched: { lt: "2025-07-01" } }', sql: `coalesce(launched_earliest, launched_latest) < '2025-07-01'` },
    { graph: '{ national: true }', sql: 'keeper_id is null and national_id is null' },
    {
      graph: '{ keeper: { kind: { in: [LDLD, HPN] } } }',
      sql: `(select kind from organisation where id = keeper_id) in ('LDLD', 'HPN')`,
    },
  ],
  sums: {},
};

const ACTIVITIES: Subject = {
  field: 'activities',
  table: 'activity',
  keys: {
    ...COMMON,
    KIND: { ask: 'kind', sql: 'kind', shown: same },
    CAMPAIGN: { ask: 'campaign { id }', sql: 'campaign_id', shown: campaign },
    LEAD: {
      ask: 'lead { id }',
      sql: `(select organisation_id from activity_role where activity_id = activity.id and role = 'LEADS')`,
      shown: organisation,
    },
    HELD_MONTH: { ask: 'heldMonth', sql: bucket('held', 7), shown: same },
    HELD_DAY: { ask: 'heldDay', sql: bucket('held', 10), shown: same },
  },
  filters: [
    { graph: '{}', sql: 'true' },
    { graph: '{ kind: { in: [GIFTS, TRAINING] } }', sql: `kind = 'GIFTS' or kind = 'TRAINING'` },
    {
      graph: '{ or: [{ held: { gte: "2026-03-01" } }, { name: { contains: "gao" } }] }',
      sql: `coalesce(held_earliest, held_latest) >= '2026-03-01' or name ilike '%gạo%'`,
    },
    {
      graph: '{ roles: { role: { eq: SUPPORTS }, organisation: { kind: { eq: TD } } } }',
      sql: `id in (select activity_id from activity_role r join organisation o on o.id = r.organisation_id where r.role = 'SUPPORTS' and o.kind = 'TD')`,
    },
  ],
  sums: {
    participants: { sql: 'participants', order: 'SUM_PARTICIPANTS' },
    gifts: { sql: 'gifts', order: 'SUM_GIFTS' },
    valueVnd: { sql: 'value_vnd', order: 'SUM_VALUE_VND' },
  },
};

beforeAll(async () => {
  world = await openGraphWorld();
  // Whole numbers by a formula of the row: nothing is random, and every kind of gap occurs.
  await world.sql(`
    insert into movement (province_id, keeper_id, exposure, name, sort_key, folded, origin, launched_earliest, launched_latest)
      select o.province_id, case when n % 5 > 0 then o.id end, case n % 7 when 0 then 1 else 2 end, title, title, folded, 'MANUAL',
        case when n % 4 > 0 then day end, case when n % 9 > 0 then day + (array[0, 0, 0, 20, 80, 300])[n % 6 + 1] end
      from generate_series(1, 900) n
      join lateral (select id, province_id from organisation order by (id * 31 + n) % 601, id limit 1) o on true
      cross join lateral (select date '2024-01-01' + n % 900 as day, case n % 3 when 0 then 'Lúa xanh' else 'Biển sạch' end || n as title,
        case n % 3 when 0 then 'lua xanh' else 'bien sach' end || n as folded) named;
    insert into campaign (province_id, exposure, kind, name, sort_key, folded, origin)
      select (select id from place where level = 'COUNTRY'), 2, 'MONTH', 'Tháng ' || n, n, 'thang ' || n, 'MANUAL' from generate_series(1, 5) n;
    insert into activity (province_id, keeper_id, exposure, kind, campaign_id, name, sort_key, folded, origin, held_earliest, held_latest, participants, gifts, value_vnd)
      select o.province_id, o.id, case n % 11 when 0 then 0 else 2 end, (array['GIFTS', 'TRAINING', 'CHARITY', 'OTHER'])[n % 4 + 1],
        case when n % 6 > 0 then n % 5 + 1 end, title, title, folded, 'SYNTHETIC', case when n % 8 > 0 then day end, case when n % 13 > 0 then day + (array[0, 0, 0, 40])[n % 4 + 1] end,
        case when n % 3 > 0 then n * 7 end, case when n % 5 = 0 then n end, case when n % 4 = 1 then n * 1000000000000 end
      from generate_series(1, 1200) n
      join lateral (select id, province_id from organisation where id % 10 < 6 order by (id * 17 + n) % 401, id limit 1) o on true
      cross join lateral (select date '2026-01-01' + n % 120 as day, case n % 5 when 0 then 'Tặng gạo ' else 'Hội thao ' end || n as title,
        case n % 5 when 0 then 'tang gao ' else 'hoi thao ' end || n as folded) named;
    insert into activity_role (activity_id, organisation_id, role, origin) select id, keeper_id, 'LEADS', 'SYNTHETIC' from activity where id % 3 > 0;
    insert into activity_role (activity_id, organisation_id, role, origin)
      select a.id, o.id, 'SUPPORTS', 'SYNTHETIC' from activity a join organisation o on o.province_id = a.province_id and o.kind = 'TD' where a.id % 2 = 0`);
}, 60_000);
afterAll(() => world.close());

interface Asked {
  keys: string[];
  filter: Filter;
  least: number | null;
  most: { sum: string; value: number } | null;
  order: { field: string; sql: string; descending: boolean }[];
  first: number;
}

function questions(subject: Subject): fc.Arbitrary<Asked> {
  const sums = Object.entries(subject.sums);
  return fc
    .record({
      keys: fc.shuffledSubarray(Object.keys(subject.keys), { maxLength: 3 }),
      filter: fc.constantFrom(...subject.filters),
      least: fc.option(fc.integer({ min: 1, max: 12 })),
      most:
        sums.length > 0
          ? fc.option(
              fc.record({
                sum: fc.constantFrom(...sums.map(([name]) => name)),
                value: fc.integer({ min: 0, max: 90_000 }),
              }),
            )
          : fc.constant(null),
      first: fc.integer({ min: 1, max: 100 }),
      ordered: fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 2 }),
    })
    .map(({ ordered, ...asked }) => {
      const fields = [
        { field: 'COUNT', sql: 'count(*)' },
        ...asked.keys.map((key) => ({ field: `KEY_${key}`, sql: subject.keys[key]?.sql ?? '' })),
        ...sums.map(([, { order, sql }]) => ({ field: order, sql: `sum(${sql})` })),
      ];
      const order = ordered.map(([at, descending]) => ({
        ...(fields[at % fields.length] ?? { field: 'COUNT', sql: 'count(*)' }),
        descending,
      }));
      return { ...asked, order };
    });
}

function query(subject: Subject, { keys, filter, least, most, order, first }: Asked): string {
  const having = [
    least === null ? '' : `count: { gte: ${least} }`,
    most === null ? '' : `sum: { ${most.sum}: { lte: "${most.value}" } }`,
  ].join(' ');
  const key = keys.length > 0 ? `key { ${keys.map((name) => subject.keys[name]?.ask).join(' ')} }` : '';
  const sums = Object.keys(subject.sums);
  return `{ ${subject.field}(first: 1, filter: ${filter.graph}) { groups(by: [${keys.join(', ')}], first: ${first},
    ${having.trim() ? `having: { ${having} },` : ''} orderBy: [${order.map(({ field, descending }) => `{ field: ${field}, direction: ${descending ? 'DESC' : 'ASC'} }`).join(', ')}]) {
    ${key} count ${sums.length > 0 ? `sum { ${sums.join(' ')} }` : ''} } } }`;
}

function byHand(subject: Subject, { keys, filter, least, most, order, first }: Asked): string {
  const columns = keys.map((name) => subject.keys[name]?.sql ?? '');
  const sums = Object.values(subject.sums);
  const selected = [
    ...columns.map((sql, at) => `${sql} as k${at}`),
    'count(*)::int as n',
    ...sums.map(({ sql }, at) => `sum(${sql})::text as s${at}`),
  ];
  const having = [
    least === null ? 'true' : `count(*) >= ${least}`,
    most === null ? 'true' : `sum(${subject.sums[most.sum]?.sql}) <= ${most.value}`,
  ];
  const by = columns.map((_, at) => `k${at}`);
  const text = `select * from (select ${selected.join(', ')} from ${subject.table} where exposure = 2 and (${filter.sql})
    ${by.length > 0 ? `group by ${columns.map((_, at) => at + 1).join(', ')}` : ''} having ${having.join(' and ')}) g`;
  const terms = order.map(({ field, descending }) => {
    const sum = sums.findIndex((one) => one.order === field);
    const key = keys.findIndex((name) => `KEY_${name}` === field);
    return `${key >= 0 ? `k${key}` : sum >= 0 ? `s${sum}::numeric` : 'n'} ${descending ? 'desc' : 'asc'} nulls last`;
  });
  const all = [...terms, ...by.map((name) => `${name} asc nulls last`)];
  return `${text} ${all.length > 0 ? `order by ${all.join(', ')}` : ''} limit ${first}`;
}

async function agree(subject: Subject, asked: Asked): Promise<number> {
  const rows = await world.sql<Record<string, unknown>>(byHand(subject, asked));
  const wanted = rows.map((row) => ({
    ...(asked.keys.length > 0
      ? {
          key: Object.assign(
            {},
            ...asked.keys.map((name, at) => {
              const key = subject.keys[name];
              const value = row[`k${at}`];
              return { [key?.ask.split(' ')[0] ?? '']: value === null ? null : key?.shown(value as never) };
            }),
          ) as object,
        }
      : {}),
    count: row['n'],
    ...(Object.keys(subject.sums).length > 0
      ? { sum: Object.fromEntries(Object.keys(subject.sums).map((name, at) => [name, row[`s${at}`]])) }
      : {}),
  }));
  const answer = await world.ask<Record<string, { groups: object[] }>>(query(subject, asked));
  expect([query(subject, asked), answer[subject.field]?.groups]).toEqual([query(subject, asked), wanted]);
  return wanted.length;
}

describe('random groups are what SQL written by hand answers', () => {
  it.each([MOVEMENTS, ACTIVITIES])(
    `of $field, ${RUNS} times`,
    async (subject) => {
      let groups = 0;
      await fc.assert(
        fc.asyncProperty(questions(subject), async (asked) => {
          groups += await agree(subject, asked);
        }),
        { numRuns: RUNS, seed: 54 },
      );
      expect(groups).toBeGreaterThan(RUNS * 5);
    },
    120_000,
  );
});

describe('groups are refused', () => {
  it.each([
    ['by: [PROVINCE, PROVINCE], first: 5'],
    ['by: [PROVINCE], first: 0'],
    ['by: [PROVINCE], first: 101'],
    ['by: [PROVINCE], first: 5, orderBy: [{ field: KEY_KEEPER }]'],
  ])('with %s', async (args) => {
    const { data, errors } = await world.answer(`{ movements(first: 1) { groups(${args}) { count } } }`);
    expect([data, errors.map(({ code }) => code)]).toEqual([null, ['BAD_USER_INPUT']]);
  });
});
