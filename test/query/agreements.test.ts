import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { type AgreementGround, layAgreementGround, organisationId } from '../support/agreements.ts';
import { type GraphWorld, inTurn, openGraphWorld } from '../support/graph-world.ts';

let world: GraphWorld;
let ground: AgreementGround;

/** Forty agreements of four years, two kinds and two keepers, each with parties, items, plans and events. */
const LAY = `
with laid as (
  insert into agreement (province_id, keeper_id, exposure, kind, name, sort_key, folded, term_start_earliest, term_start_latest,
    term_end_earliest, term_end_latest, signed_earliest, signed_latest, origin)
  select o.province_id, o.id, 2, case when n % 3 = 0 then 'REGULATION' else 'PROGRAMME' end, 'Thỏa thuận ' || n, lpad(n::text, 3, '0'), 'thoa thuan ' || n,
    make_date(2018 + n % 4, 1, 1), make_date(2018 + n % 4, 12, 31),
    case when n % 3 > 0 then make_date(2023, 1, 1) end, case when n % 3 > 0 then make_date(2023, 12, 31) end,
    case when n % 5 > 0 then make_date(2018 + n % 4, 2, 1) end, case when n % 5 > 0 then make_date(2018 + n % 4, 2, 1) end, 'MANUAL'
  from generate_series(1, 40) n join organisation o on o.id = case when n % 2 = 0 then $1::integer else $2::integer end
  returning id, sort_key::integer as n
), party as (
  insert into agreement_party (agreement_id, organisation_id, role, ordinal, origin)
  select id, $3::integer, case when n % 2 = 0 then 'LEAD' else 'MEMBER' end, 1, 'MANUAL' from laid
  union all select id, $1::integer, 'MEMBER', 2, 'MANUAL' from laid where n % 4 = 0
), item as (
  insert into agreement_item (agreement_id, kind, ordinal, text, giver_id, origin)
  select id, kind, 1, 'Nội dung', case when kind = 'SUPPORT' then $3::integer end, 'MANUAL' from laid
  cross join (values ('CONTENT'), ('OBJECTIVE'), ('SUPPORT')) of (kind) returning id, kind
), target as (
  insert into agreement_item_target select id, $4::integer from item where kind = 'CONTENT'
), indicator as (
  insert into agreement_item_indicator select id, (select min(id) from indicator) from item where kind <> 'SUPPORT'
), receiver as (
  insert into agreement_item_receiver select id, $1::integer from item where kind = 'SUPPORT'
), policy as (
  insert into agreement_policy select id, $5::integer from laid where n % 2 = 0
), signed as (
  insert into signatory (agreement_id, person_id, organisation_id, ordinal, origin)
  select id, $6::integer, $3::integer, 1, 'MANUAL' from laid returning id
), office as (
  insert into signatory_office select id, $7::integer from signed
), plan as (
  insert into agreement_plan (province_id, keeper_id, exposure, agreement_id, year, name, sort_key, folded, origin)
  select o.province_id, o.id, 2, laid.id, 2018 + n % 4, 'Kế hoạch', 'k', 'ke hoach', 'MANUAL' from laid join organisation o on o.id = $1
), held as (
  insert into agreement_event (province_id, keeper_id, exposure, agreement_id, kind, name, sort_key, folded, held_earliest, held_latest, place_id, chair_id, origin)
  select o.province_id, o.id, 2, laid.id, what, 'Sự kiện', 's', 'su kien', make_date(2019, 1 + n % 12, 3), make_date(2019, 1 + n % 12, 3), o.province_id, $6, 'MANUAL'
  from laid cross join (values ('SIGNING'), ('REVIEW_MEETING')) of (what) join organisation o on o.id = $1 where what = 'SIGNING' or n % 2 = 0 returning id
) insert into agreement_event_party select id, $3 from held`;

beforeAll(async () => {
  world = await openGraphWorld();
  ground = await layAgreementGround(world);
  const { here, gone, target, policy, person } = ground;
  await world.sql(LAY, [here.LDLD, here.HPN, gone.LDLD, target, policy, person.id, person.offices[0]]);
}, 60_000);
afterAll(() => world.close());

async function total(filter: object, list = 'agreements'): Promise<number> {
  const type = `${list.charAt(0).toUpperCase()}${list.slice(1, -1)}Filter`;
  const query = `query ($filter: ${type}) { list: ${list}(first: 1, filter: $filter) { totalCount } }`;
  const { list: found } = await world.ask<{ list: { totalCount: number } }>(query, { filter });
  return found.totalCount;
}

const counted = async (where: string): Promise<number> =>
  Number((await world.sql<{ n: string }>(`select count(*) as n from agreement a where ${where}`))[0]?.n);

describe('filters of agreements', () => {
  it.each<[string, object, string]>([
    ['kind', { kind: { eq: 'REGULATION' } }, `a.kind = 'REGULATION'`],
    ['name without tone marks', { name: { contains: 'thoa thuan 1' } }, `a.name like 'Thỏa thuận 1%'`],
    [
      'term and signing',
      { termStart: { gte: '2020-01-01' }, signed: { lt: '2021-01-01' } },
      `a.term_start_earliest >= '2020-01-01' and a.signed_earliest < '2021-01-01'`,
    ],
    [
      'a policy',
      { policy: { title: { contains: 'thu nghiem' } } },
      `exists (select 1 from agreement_policy p where p.agreement_id = a.id)`,
    ],
    [
      'a target group',
      { targetGroup: { name: { contains: 'nhom' } }, not: { kind: { eq: 'PROGRAMME' } } },
      `a.kind = 'REGULATION'`,
    ],
    ['a signatory', { signatory: { name: { contains: 'khong ai' } } }, 'false'],
    [
      'plans of a year',
      { plans: { year: { gte: 2020 } } },
      `exists (select 1 from agreement_plan p where p.agreement_id = a.id and p.year >= 2020)`,
    ],
    [
      'events',
      { events: { kind: { eq: 'REVIEW_MEETING' }, held: { gte: '2019-07-01' } } },
      `exists (select 1 from agreement_event e where e.agreement_id = a.id and e.kind = 'REVIEW_MEETING' and e.held_earliest >= '2019-07-01')`,
    ],
  ])('find by %s what SQL finds', async (_, filter, where) => {
    const found = await total(filter);
    expect(found).toBe(await counted(where));
    expect(found > 0).toBe(where !== 'false');
  });

  it('ask organisation and role of the same party', async () => {
    const party = (role: string, id: number): object => ({
      party: { role: { eq: role }, organisation: { id: { eq: organisationId(id) } } },
    });
    expect([await total(party('LEAD', ground.gone.LDLD)), await total(party('MEMBER', ground.here.LDLD))]).toEqual([
      20, 10,
    ]);
    expect(await total(party('LEAD', ground.here.LDLD))).toBe(0);
  });

  it('know which held on a day: begun, not ended, and not all parties gone', async () => {
    expect(await total({ inForceOn: '2017-12-31' })).toBe(0);
    expect(await total({ inForceOn: '2019-06-01' })).toBe(await counted(`a.term_start_earliest <= '2019-06-01'`));
    expect(await total({ inForceOn: '2024-06-01' })).toBe(await counted(`a.kind = 'REGULATION'`));
    // Regulations have no end, but where the one party of Kiên Giang stands alone, nobody is bound after its province.
    expect(await total({ inForceOn: '2025-12-01' })).toBe(
      await counted(`a.kind = 'REGULATION' and a.sort_key::integer % 4 = 0`),
    );
  });

  it('reach agreements from plans and events too', async () => {
    const agreement = { kind: { eq: 'REGULATION' } };
    expect(await total({ agreement }, 'agreementPlans')).toBe(13);
    expect(
      await total({ agreement, organisation: { id: { eq: organisationId(ground.gone.LDLD) } } }, 'agreementEvents'),
    ).toBe(19);
    expect(
      await total(
        { chair: { name: { contains: 'nguoi ky' } }, place: { level: { eq: 'PROVINCE' } }, kind: { eq: 'SIGNING' } },
        'agreementEvents',
      ),
    ).toBe(40);
  });
});

describe('groups of agreements', () => {
  it('by kind and year are those of SQL, with keys that are things of the graph', async () => {
    const { agreements } = await world.ask<{ agreements: { groups: { key: object; count: number }[] } }>(
      `{ agreements(first: 1, filter: { signed: { lt: "2100-01-01" } }) { groups(by: [KIND, TERM_START_YEAR, KEEPER], first: 100) { key { kind termStartYear keeper { id } } count } } }`,
    );
    const rows = await world.sql<{ kind: string; year: string; keeper: number; n: number }>(
      `select kind, to_char(term_start_earliest, 'YYYY') as year, keeper_id as keeper, count(*)::integer as n from agreement
       where signed_earliest is not null group by 1, 2, 3 order by 1, 2, 3`,
    );
    expect(rows.length).toBeGreaterThan(6);
    expect(agreements.groups).toEqual(
      rows.map(({ kind, year, keeper, n }) => ({
        key: { kind, termStartYear: year, keeper: { id: organisationId(keeper) } },
        count: n,
      })),
    );
  });
});

describe('lists of agreements', () => {
  it('are those that an organisation is a party of, though its province is gone', async () => {
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Organisation { agreements(first: 2, orderBy: [{ field: SIGNED, direction: DESC }]) {
      totalCount groups(by: [KIND], first: 5) { key { kind } count } nodes { parties { organisation { id } } } } } } }`;
    const ids = [ground.gone.LDLD, ground.here.LDLD, ground.gone.TD].map(organisationId);
    const { nodes } = await world.ask<{
      nodes: { agreements: { totalCount: number; groups: object[]; nodes: object[] } }[];
    }>(query, { ids });
    expect(nodes.map(({ agreements }) => [agreements.totalCount, agreements.nodes.length])).toEqual([
      [40, 2],
      [10, 2],
      [0, 0],
    ]);
    expect(nodes[0]?.agreements.groups).toEqual([
      { key: { kind: 'PROGRAMME' }, count: 27 },
      { key: { kind: 'REGULATION' }, count: 13 },
    ]);
  });

  it('cost the same statements for forty agreements as for one, with all that hangs on them', async () => {
    const query = `query ($n: Int!) { agreements(first: $n) { nodes { name province { code } keeper { code } document { title } provenance { kind document { title } }
      versions { version } parties { role organisation { name province { name } } } signatories { person { name } organisation { name } offices { title } }
      contents { text targetGroups { name } indicators { code } } objectives { text indicators { code } } supports { text giver { name } receivers { name } } policies { title }
      plans(first: 3) { totalCount nodes { year agreement { name } document { title } fedBy { name } } }
      events(first: 3) { totalCount nodes { kind place { name } chair { name } organisations { name } agreement { name } } }
      reviewMeetings(first: 3) { totalCount nodes { name } } evaluations(first: 1) { totalCount } obligations(first: 1) { totalCount } } } }`;
    const statements = async (n: number): Promise<string[]> => {
      const { read, snapshot } = world.contextOf(ground.officer);
      world.pools.statements.splice(0);
      const { agreements } = await world.ask<{ agreements: { nodes: object[] } }>(
        query,
        { n },
        world.contextOf(ground.officer, { read: inTurn(read), snapshot }),
      );
      expect(agreements.nodes).toHaveLength(n);
      return world.pools.statements
        .splice(0)
        .map((text) => /^\/\* (\w+) \*\//.exec(text)?.[1] ?? text)
        .sort();
    };
    expect(await statements(40)).toEqual(await statements(1));
  });

  it('read only the columns that were asked for', async () => {
    world.pools.statements.splice(0);
    await world.ask('{ agreements(first: 3) { nodes { name parties { role } } } }');
    const text = world.pools.statements.splice(0).join('\n');
    expect(text).toContain('ag0.name');
    expect(text).not.toMatch(/ag0\.(kind|document_id)\b|field_sources|source_document_id|agp0\.organisation_id as/);
  });

  it('say nothing of an id of another type', async () => {
    const id = toGlobalId('AgreementPlan', 999_999);
    expect(await world.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
  });
});
