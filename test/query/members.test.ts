import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isObjectType } from 'graphql';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import type { Viewer } from '../../src/ground/viewer/viewer.ts';
import { type GraphWorld, openGraphWorld, viewerOf } from '../support/graph-world.ts';
import { selectionOf } from '../support/schema-walk.ts';

let world: GraphWorld;
let own: { id: number; provinceId: number };
let other: { id: number; provinceId: number };
let viewers: Record<string, Viewer>;
let first: string;

beforeAll(async () => {
  world = await openGraphWorld();
  const of = async (code: string): Promise<{ id: number; provinceId: number }> => {
    const [row] = await world.sql<{ id: number; provinceId: number }>(
      `select id, province_id as "provinceId" from organisation where code = $1 and valid_to is null`,
      [code],
    );
    if (!row) throw new Error(`No organisation ${code}.`);
    return row;
  };
  [own, other] = await Promise.all([of('LDLD-91'), of('HPN-91')]);
  await world.sql(
    `insert into member (province_id, organisation_id, pseudonym, birth_year, sex, joined_on, left_on, synthetic)
     select $1, $2, 'ĐV-' || lpad(n::text, 3, '0'), 1970 + n % 3, case when n % 2 = 0 then 'FEMALE' else 'MALE' end,
       date '2020-01-01' + n, case when n = 12 then date '2026-01-31' end, true from generate_series(1, 12) n`,
    [own.provinceId, own.id],
  );
  await world.sql(
    `with unit as (insert into organisation_unit (province_id, keeper_id, exposure, organisation_id, kind, name, sort_key, folded, origin)
       values ($1, $2, 2, $2, 'GRASSROOTS_UNION', 'CĐCS An Phú', 'A', 'cdcs an phu', 'MANUAL') returning id)
     update member set unit_id = unit.id from unit where pseudonym = 'ĐV-001'`,
    [own.provinceId, own.id],
  );
  await world.sql(
    `insert into member (province_id, organisation_id, pseudonym, synthetic) values ($1, $2, 'HV-001', true)`,
    [other.provinceId, other.id],
  );
  const [row] = await world.sql<{ id: number }>(`select id from member where pseudonym = 'ĐV-001'`);
  first = toGlobalId('Member', own.provinceId, row?.id ?? 0);
  viewers = {
    anonymous: viewerOf('ANONYMOUS'),
    partner: viewerOf('PARTNER'),
    analyst: viewerOf('ANALYST'),
    reviewer: viewerOf('REVIEWER', { provinces: [own.provinceId] }),
    administrator: viewerOf('ADMIN'),
    'administrator with organisations': viewerOf('ADMIN', { organisations: [own.id] }),
    'officer of another': viewerOf('OFFICER', { organisations: [other.id] }),
    'officer of none': viewerOf('OFFICER'),
  };
}, 60_000);
afterAll(() => world.close());

const officer = (): Viewer => viewerOf('OFFICER', { organisations: [own.id] });
const leader = (): Viewer => viewerOf('LEADER', { organisations: [own.id] });

interface Page {
  members: { totalCount: number; nodes: { pseudonym: string }[]; groups: { count: number }[] };
}
const PAGE = `query ($filter: MemberFilter, $first: Int!) { members(first: $first, filter: $filter) { totalCount
  nodes { pseudonym } groups(by: [SEX], first: 5) { key { sex } count } } }`;

describe('the register of members', () => {
  it('is read by officers and leaders of its organisation, whole and by what they ask for', async () => {
    for (const viewer of [officer(), leader()]) {
      const context = world.contextOf(viewer);
      const { members } = await world.ask<Page>(PAGE, { first: 2 }, context);
      expect([members.totalCount, members.nodes.map(({ pseudonym }) => pseudonym)]).toEqual([12, ['ĐV-001', 'ĐV-002']]);
      expect(members.groups).toEqual([
        { key: { sex: 'FEMALE' }, count: 6 },
        { key: { sex: 'MALE' }, count: 6 },
      ]);
      const filter = {
        sex: { eq: 'FEMALE' },
        birthYear: { gte: 1971 },
        leftOn: { isNull: true },
        pseudonym: { contains: 'đv-' },
      };
      const some = await world.ask<Page>(PAGE, { first: 9, filter }, context);
      expect(some.members.nodes.map(({ pseudonym }) => pseudonym)).toEqual(['ĐV-002', 'ĐV-004', 'ĐV-008', 'ĐV-010']);
    }
  });

  it('answers a member with its organisation by id', async () => {
    const { node } = await world.ask<{ node: object }>(
      'query ($id: ID!) { node(id: $id) { id ... on Member { pseudonym birthYear sex joinedOn leftOn synthetic unit { name } organisation { code } } } }',
      { id: first },
      world.contextOf(officer()),
    );
    expect(node).toEqual({
      id: first,
      pseudonym: 'ĐV-001',
      birthYear: 1971,
      sex: 'MALE',
      joinedOn: '2020-01-02',
      leftOn: null,
      synthetic: true,
      unit: { name: 'CĐCS An Phú' },
      organisation: { code: 'LDLD-91' },
    });
    const filter = { unit: { name: { contains: 'an phu' } } };
    const { members } = await world.ask<Page>(PAGE, { first: 9, filter }, world.contextOf(officer()));
    expect(members.nodes).toEqual([{ pseudonym: 'ĐV-001' }]);
  });

  it('is empty for everybody else, whatever they ask', async () => {
    for (const [name, viewer] of Object.entries(viewers)) {
      const context = world.contextOf(viewer);
      const asked = await world.ask<object>(
        `query ($filter: MemberFilter, $id: ID!) {
          members(first: 100, filter: $filter) { totalCount nodes { pseudonym } groups(by: [BIRTH_YEAR], first: 5) { count } }
          organisation(code: "LDLD-91") { members(first: 100) { totalCount nodes { pseudonym } groups(by: [], first: 5) { count } } }
          node(id: $id) { id } nodes(ids: [$id]) { id } }`,
        { id: first, filter: { organisation: { code: { eq: 'LDLD-91' } } } },
        context,
      );
      const empty = { totalCount: 0, nodes: [] };
      expect([name, asked]).toEqual([
        name,
        {
          members: { ...empty, groups: [] },
          organisation: { members: { ...empty, groups: [{ count: 0 }] } },
          node: null,
          nodes: [null],
        },
      ]);
    }
  });

  it('is closed by the row policies themselves to all of them', async () => {
    const count = async (viewer: Viewer): Promise<number | string> => {
      const read = world.contextOf(viewer).read((tx) => tx.query('select count(*)::integer as count from member'));
      return read.then(
        (rows: { count: number }[]) => rows[0]?.count ?? -1,
        (fault: { code?: string }) => fault.code ?? 'fault',
      );
    };
    expect([await count(officer()), await count(leader())]).toEqual([12, 12]);
    const seen = await Promise.all(Object.entries(viewers).map(async ([name, viewer]) => [name, await count(viewer)]));
    expect(Object.fromEntries(seen)).toEqual({
      // The public role may not even name the table.
      anonymous: '42501',
      partner: '42501',
      analyst: 0,
      reviewer: 0,
      administrator: 0,
      'administrator with organisations': 0,
      'officer of another': 1,
      'officer of none': 0,
    });
  });

  it('costs as many statements for ten organisations as for one', async () => {
    const statements = async (n: number): Promise<number> => {
      world.pools.statements.splice(0);
      await world.ask(
        `query ($n: Int!) { organisations(first: $n) { nodes { members(first: 3) { totalCount nodes { pseudonym organisation { code } } } } } }`,
        { n },
        world.contextOf(officer()),
      );
      return world.pools.statements.splice(0).length;
    };
    expect(await statements(10)).toBe(await statements(1));
  });

  it('shows through no other field: neither of the root nor of what hangs on the organisation', async () => {
    const organisation = world.schema.getType('Organisation');
    if (!isObjectType(organisation)) throw new Error('No type Organisation.');
    const walk = `query ($id: ID!) { node(id: $id) { ... on Organisation ${selectionOf(world.schema, organisation, 2)} } }`;
    const id = toGlobalId('Organisation', own.id);
    const mine = JSON.stringify(await world.answer(walk, { id }, world.contextOf(officer())));
    expect(mine).toContain('ĐV-001');
    for (const [name, viewer] of Object.entries(viewers)) {
      const text = JSON.stringify(await world.answer(walk, { id }, world.contextOf(viewer)));
      expect([name, text.includes('LDLD-91'), /[ĐH]V-0/.test(text)]).toEqual([name, true, false]);
    }
  });

  it('has no field that could name a person', () => {
    const member = world.schema.getType('Member');
    if (!isObjectType(member)) throw new Error('No type Member.');
    expect(Object.keys(member.getFields()).sort()).toEqual([
      'birthYear',
      'id',
      'joinedOn',
      'leftOn',
      'organisation',
      'pseudonym',
      'sex',
      'synthetic',
      'unit',
    ]);
    const root = world.schema.getQueryType()?.getFields() ?? {};
    const leading = Object.values(world.schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter((field) => /MemberConnection|\bMember!?\b/.test(String(field.type)))
          .map((field) => `${type.name}.${field.name}`),
      );
    expect(root['members']).toBeDefined();
    expect(leading.sort()).toEqual([
      'MemberConnection.nodes',
      'MemberEdge.node',
      'Organisation.members',
      'Query.members',
    ]);
  });
});
