import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { ANONYMOUS } from '../../src/ground/viewer/viewer.ts';
import { inTurn } from '../support/graph-world.ts';
import { AN_GIANG, openRecordWorld, type RecordWorld } from '../support/record-mutations.ts';

let world: RecordWorld;
/** A Workers’ Month with activities on many days, by a formula: even ones are led by the Federation of Labour, odd ones by the Youth Union. */
beforeAll(async () => {
  world = await openRecordWorld();
  await world.empty();
  const { key } = world;
  await world.sql(
    `insert into movement (province_id, keeper_id, exposure, name, sort_key, folded, origin)
      select $1, $2, 2, 'Phong trào ' || n, n, 'phong trao ' || n, 'MANUAL' from generate_series(1, 12) n`,
    [AN_GIANG, key['LDLD']],
  );
  await world.sql(
    `insert into campaign (province_id, keeper_id, exposure, kind, movement_id, name, year, sort_key, folded, origin)
      select $1, $2, 2, 'MONTH', n % 12 + 1, 'Tháng Công nhân ' || n, 2000 + n, lpad(n::text, 3, '0'), 'thang cong nhan ' || n, 'MANUAL' from generate_series(1, 12) n`,
    [AN_GIANG, key['LDLD']],
  );
  await world.sql(
    `insert into target_group (province_id, exposure, name, sort_key, folded, origin)
      select id, 2, 'Công nhân xa quê ' || n, n, 'cong nhan xa que ' || n, 'MANUAL' from place, generate_series(1, 12) n where level = 'COUNTRY'`,
  );
  await world.sql(
    `insert into policy_reference (province_id, exposure, title, sort_key, folded, origin)
      select id, 2, 'Nghị quyết ' || n, n, 'nghi quyet ' || n, 'MANUAL' from place, generate_series(1, 12) n where level = 'COUNTRY'`,
  );
  await world.sql(
    `insert into activity (province_id, keeper_id, exposure, kind, campaign_id, movement_id, place_id, name, sort_key, folded, origin, held_earliest, held_latest, participants, gifts, value_vnd)
      select $1, $2, 2, case n % 3 when 0 then 'GIFTS' else 'MEDICAL_CARE' end, n % 12 + 1, n % 12 + 1,
        (select id from place where level = 'COMMUNE' and province_id = $1 order by id limit 1 offset n % 4),
        'Hoạt động ' || n, lpad(n::text, 4, '0'), 'hoat dong ' || n, 'MANUAL', case when n % 10 > 0 then date '2026-05-01' + n % 28 end, date '2026-05-01' + n % 28,
        case when n % 4 > 0 then n end, case when n % 3 = 0 then n * 2 end, n * 9007199254740993::numeric
      from generate_series(1, 360) n`,
    [AN_GIANG, key['LDLD']],
  );
  await world.sql(
    `insert into activity_role (activity_id, organisation_id, role, origin)
      select id, case id % 2 when 0 then $1::integer else $2::integer end, 'LEADS', 'MANUAL' from activity where id % 5 > 0
      union all select id, $1, 'CARRIES_OUT', 'MANUAL' from activity where id % 4 = 0
      union all select id, $2, 'RESPONDS', 'MANUAL' from activity`,
    [key['LDLD'], key['TD']],
  );
  await world.sql(
    `insert into activity_target select id, id % 12 + 1 from activity union all select id, (id + 1) % 12 + 1 from activity where id % 2 = 0;
     insert into activity_policy select id, id % 12 + 1 from activity;
     insert into campaign_role (campaign_id, organisation_id, role, origin)
       select c.id, o.id, r, 'MANUAL' from campaign c, organisation o, unnest(array['LAUNCHES', 'CARRIES_OUT']) r where o.code in ('LDLD-91', 'TD-91');
     insert into movement_role (movement_id, organisation_id, role, origin)
       select c.id, o.id, r, 'MANUAL' from movement c, organisation o, unnest(array['LAUNCHES', 'CARRIES_OUT']) r where o.code in ('LDLD-91', 'TD-91');
     insert into award (province_id, keeper_id, exposure, rung, recipient_kind, organisation_id, quantity, reason, movement_id, campaign_id, name, sort_key, folded, origin)
       select province_id, keeper_id, 2, 'COMMENDATION', 'PERSON', keeper_id, id, 'MOVEMENT', movement_id, campaign_id, name, sort_key, folded, 'MANUAL' from activity where id <= 60`,
  );
}, 60_000);
afterAll(() => world.close());

describe('a campaign day by day', () => {
  it('is what SQL written by hand answers, with exact sums', async () => {
    const { campaigns } = await world.ask<{ campaigns: { nodes: { activities: { groups: object[] } }[] } }>(
      `{ campaigns(first: 1, filter: { year: { eq: 2003 } }) { nodes { activities(first: 1) {
        groups(by: [HELD_DAY], first: 31) { key { heldDay } count sum { participants gifts valueVnd } } } } } }`,
    );
    const rows = await world.sql<Record<string, string>>(
      `select case when held_earliest is not null then held_latest::text end as day, count(*)::integer as count, sum(participants)::text as participants,
         sum(gifts)::text as gifts, sum(value_vnd)::text as value
       from activity where campaign_id = 3 group by 1 order by 1 nulls last`,
    );
    expect(campaigns.nodes[0]?.activities.groups).toEqual(
      rows.map(({ day, count, participants, gifts, value }) => ({
        key: { heldDay: day },
        count,
        sum: { participants, gifts, valueVnd: value },
      })),
    );
    expect(rows.length).toBeGreaterThan(5);
  });

  it.each([
    [
      'LEAD',
      'lead { id }',
      `(select organisation_id from activity_role r where r.activity_id = a.id and role = 'LEADS')`,
    ],
    ['PLACE', 'place { id }', 'place_id'],
    ['KIND', 'kind', 'kind'],
    ['CAMPAIGN', 'campaign { id }', 'campaign_id'],
  ])('groups by %s as SQL written by hand does', async (by, field, sql) => {
    const { activities } = await world.ask<{ activities: { groups: { key: Record<string, unknown> }[] } }>(
      `{ activities(first: 1) { groups(by: [${by}], first: 50, having: { sum: { gifts: { gt: "0" } } }) { key { ${field} } count sum { gifts } } } }`,
    );
    const rows = await world.sql<{ key: unknown; count: number; gifts: string }>(
      `select ${sql} as key, count(*)::integer as count, sum(gifts)::text as gifts from activity a group by 1 having sum(gifts) > 0 order by 1 nulls last`,
    );
    const types: Record<string, string> = { LEAD: 'Organisation', PLACE: 'Place', CAMPAIGN: 'Campaign' };
    const shown = (key: unknown): unknown =>
      types[by] && key !== null ? { id: toGlobalId(types[by], Number(key)) } : key;
    const name = field.split(' ')[0] ?? '';
    expect(activities.groups).toEqual(
      rows.map(({ key, count, gifts }) => ({ key: { [name]: shown(key) }, count, sum: { gifts } })),
    );
  });
});

describe('synthetic numbers', () => {
  const GROUPS = `query ($by: [ActivityGroupBy!]!) { activities(first: 1, filter: { name: { contains: "pha tron" } }) {
    groups(by: $by, first: 9, orderBy: [{ field: SUM_GIFTS, direction: DESC }]) { count sum { gifts participants } } } }`;
  const enter = (origin: string, gifts: number | null): Promise<unknown> =>
    world.sql(
      `insert into activity (province_id, keeper_id, exposure, kind, name, sort_key, folded, origin, gifts, participants)
        values ($1, $2, 2, 'GIFTS', 'Pha trộn', 'p', 'pha tron', $3, $4, case when $3 = 'MANUAL' then 5 end)`,
      [AN_GIANG, world.key['LDLD'], origin, gifts],
    );

  it('are never added to others: the sum is an error that says what to ask, the rest of the group stands', async () => {
    await enter('SYNTHETIC', 1000);
    await enter('MANUAL', null);
    const alone = await world.answer(GROUPS, { by: [] });
    expect(alone).toEqual({
      data: { activities: { groups: [{ count: 2, sum: { gifts: '1000', participants: '5' } }] } },
      errors: [],
    });
    await enter('MANUAL', 7);
    const mixed = await world.answer(GROUPS, { by: [] });
    expect(mixed.data).toEqual({ activities: { groups: [{ count: 3, sum: { gifts: null, participants: '10' } }] } });
    expect(mixed.errors).toEqual([
      { code: 'NO_MEANING', path: 'activities.groups.0.sum.gifts', message: expect.stringContaining('ORIGIN') },
    ]);
    expect(await world.ask(GROUPS, { by: ['ORIGIN'] })).toEqual({
      activities: {
        groups: [
          { count: 1, sum: { gifts: '1000', participants: null } },
          { count: 2, sum: { gifts: '7', participants: '10' } },
        ],
      },
    });
    const having = `{ activities(first: 1, filter: { name: { contains: "pha tron" } }) { groups(by: [], first: 1, having: { sum: { gifts: { gte: "0" } } }) { count } } }`;
    expect(await world.ask(having)).toEqual({ activities: { groups: [] } });
    await world.sql(`delete from activity where folded = 'pha tron'`);
  });
});

describe('filters across relations', () => {
  it.each([
    ['{ campaign: { year: { in: [2003, 2004] } } }', 'campaign_id in (3, 4)'],
    [
      '{ campaign: { movement: { name: { eq: "Phong trào 5" } } } }',
      'campaign_id in (select id from campaign where movement_id = 5)',
    ],
    ['{ movement: { name: { contains: "phong trao 7" } } }', 'movement_id = 7'],
    [
      '{ targetGroup: { name: { contains: "xa que 12" } } }',
      'id in (select activity_id from activity_target where target_group_id = 12)',
    ],
    [
      '{ policy: { title: { eq: "Nghị quyết 9" } } }',
      'id in (select activity_id from activity_policy where policy_id = 9)',
    ],
    ['{ not: { agreement: { name: { contains: "" } } }, gifts: { gte: 700 } }', 'gifts >= 700'],
    ['{ valueVnd: { gt: "3152519739159347550" } }', 'value_vnd > 3152519739159347550'],
    [
      '{ roles: { role: { eq: LEADS }, organisation: { kind: { eq: TD } } } }',
      `id in (select activity_id from activity_role r join organisation o on o.id = r.organisation_id where r.role = 'LEADS' and o.kind = 'TD')`,
    ],
  ])('activities(filter: %s)', async (filter, sql) => {
    const { activities } = await world.ask<{ activities: { totalCount: number } }>(
      `{ activities(first: 1, filter: ${filter}) { totalCount } }`,
    );
    const [row] = await world.sql<{ count: number }>(`select count(*)::integer as count from activity where ${sql}`);
    expect(activities.totalCount).toBe(row?.count);
    expect(row?.count).toBeGreaterThan(0);
    expect(row?.count).toBeLessThan(360);
  });

  it('activities within a commune are those held there', async () => {
    const [place] = await world.sql<{ place_id: number; count: number }>(
      'select place_id, count(*)::integer as count from activity group by 1 order by 1 limit 1',
    );
    const { activities } = await world.ask<{ activities: { totalCount: number } }>(
      'query ($id: ID!) { activities(first: 1, filter: { within: $id }) { totalCount } }',
      { id: toGlobalId('Place', place?.place_id ?? 0) },
    );
    expect(activities.totalCount).toBe(place?.count);
  });
});

describe('an organisation', () => {
  it('leads to what it takes part in, each once, by the roles asked for', async () => {
    const list = (roles: string): string => `(first: 1${roles}) { totalCount nodes { id } }`;
    const { organisation } = await world.ask<{ organisation: Record<string, { totalCount: number }> }>(
      `{ organisation(code: "LDLD-91") { all: activities${list('')} leads: activities${list(', roles: [LEADS]')} none: activities${list(', roles: []')}
        campaigns${list('')} movements${list(', roles: [LAUNCHES, CARRIES_OUT]')} responds: movements${list(', roles: [RESPONDS]')} awards(first: 1) { totalCount } } }`,
    );
    const counts = Object.fromEntries(Object.entries(organisation).map(([name, { totalCount }]) => [name, totalCount]));
    const [row] = await world.sql<Record<string, number>>(
      `select count(distinct activity_id)::integer as all, (count(*) filter (where role = 'LEADS'))::integer as leads from activity_role where organisation_id = $1`,
      [world.key['LDLD']],
    );
    expect(counts).toEqual({ ...row, none: 0, campaigns: 12, movements: 12, responds: 0, awards: 60 });
  });
});

describe('what hangs on many costs what hangs on one', () => {
  const ACTIVITY = `id name kind participants valueVnd held { earliest } place { code } province { code } keeper { code } provenance { kind }
    campaign { name year } movement { name } agreement { name } roles { role organisation { code } } targetGroups { name } policies { title }`;
  it.each([
    `query ($n: Int!) { campaigns(first: $n) { nodes { name movement { name } national { id } carriedOut(first: 2) { totalCount } roles { organisation { code } }
      activities(first: 3) { totalCount groups(by: [HELD_DAY], first: 5) { count } nodes { ${ACTIVITY} } } } } }`,
    `query ($n: Int!) { movements(first: $n) { nodes { campaigns(first: 2) { totalCount nodes { name } } activities(first: 2) { nodes { ${ACTIVITY} } }
      awards(first: 2) { totalCount nodes { rung rank quantity organisation { code } unit { id } movement { name } campaign { name } decision { id } } } } } }`,
    `query ($n: Int!) { targetGroups(first: $n) { nodes { activities(first: 2) { totalCount nodes { ${ACTIVITY} } } } } }`,
    `query ($n: Int!) { organisations(first: $n, filter: { province: { code: { eq: "91" } } }) { nodes { code
      movements(first: 2) { totalCount nodes { name } } campaigns(first: 2, roles: [LAUNCHES]) { nodes { name } } activities(first: 2) { nodes { ${ACTIVITY} } } awards(first: 2) { nodes { rung } } } } }`,
  ])('%#', async (query) => {
    const statements = async (n: number): Promise<string[]> => {
      const { read, snapshot } = world.contextOf(ANONYMOUS);
      world.pools.statements.splice(0);
      await world.ask(query, { n }, world.contextOf(ANONYMOUS, { read: inTurn(read), snapshot }));
      return world.pools.statements
        .splice(0)
        .map((text) => /^\/\* (\w+) \*\//.exec(text)?.[1] ?? text)
        .sort();
    };
    const one = query.includes('organisations(') ? await statements(6) : await statements(1);
    expect(await statements(10)).toEqual(one);
    expect(one.length).toBeGreaterThan(3);
  });

  it('reads no column that is not asked for', async () => {
    world.pools.statements.splice(0);
    await world.ask('{ activities(first: 2) { nodes { name } } }');
    const [text] = world.pools.statements.splice(0).filter((statement) => statement.includes('activities'));
    for (const column of ['value_vnd', 'participants', 'origin', 'description'])
      expect(text).not.toContain(`a0.${column}`);
    expect(text).toContain('a0.name');
  });
});
