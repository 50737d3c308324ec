import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { ANONYMOUS, LOCAL_OPERATOR } from '../../src/ground/viewer/viewer.ts';
import { inTurn, viewerOf } from '../support/graph-world.ts';
import { AN_GIANG, openRecordWorld, type RecordWorld } from '../support/record-mutations.ts';

let world: RecordWorld;
beforeAll(async () => {
  world = await openRecordWorld();
}, 60_000);
beforeEach(async () => {
  await world.empty();
  await world.sql('truncate person, office restart identity cascade');
});
afterAll(() => world.close());

const aPerson = (differences: object = {}): object => ({
  keeper: world.id('TD'),
  visibility: 'PUBLIC',
  name: 'Lâm Quốc Toàn',
  offices: [
    { organisation: world.id('TD'), title: 'Phó Bí thư', since: { latest: '2018-07-10' } },
    { organisation: world.id('HPN'), title: 'Ủy viên', until: { earliest: '2018-01-01', latest: '2018-12-31' } },
  ],
  ...differences,
});

const youth = () => viewerOf('OFFICER', { organisations: [world.key['TD'] ?? 0] });
const OFFICES =
  'version offices { id ordinal title since { latest precision } until { precision } provenance { kind } organisation { code } person { name } }';

async function enter(differences: object = {}): Promise<string> {
  const { record, userErrors, codes } = await world.change(youth(), 'createPerson', aPerson(differences));
  expect([userErrors, codes]).toEqual([[], []]);
  return String(record?.['id']);
}

describe('a person', () => {
  it('is entered with offices, each with the days it is known for', async () => {
    const { record } = await world.change(youth(), 'createPerson', aPerson(), OFFICES);
    expect(record).toMatchObject({
      version: 1,
      offices: [
        {
          ordinal: 1,
          title: 'Phó Bí thư',
          since: { latest: '2018-07-10', precision: 'NOT_LATER' },
          until: null,
          organisation: { code: 'TD-91' },
        },
        {
          ordinal: 2,
          title: 'Ủy viên',
          since: null,
          until: { precision: 'YEAR' },
          provenance: { kind: 'MANUAL' },
          person: { name: 'Lâm Quốc Toàn' },
        },
      ],
    });
    expect(await world.traces()).toEqual(['RECORD_CREATED Person 1', 'createPerson Person']);
  });

  it('keeps the keys of offices through corrections, for signatures name them, and the sources of those that stay as they are', async () => {
    const id = await enter();
    await world.sql(
      `with paper as (insert into source_document (province_id, exposure, kind, title, sort_key, folded)
         values (1, 2, 'ARTICLE', 'Bài', 'A', 'bai') returning id)
       update office set origin = 'SOURCE', basis = 'STATED', source_document_id = (select id from paper)`,
    );
    const query = `query ($id: ID!) { node(id: $id) { ... on Person { ${OFFICES} } } }`;
    const { node } = await world.ask<{ node: { offices: { id: string }[] } }>(query, { id });
    const correction = {
      id,
      expectedVersion: 1,
      reason: 'Bổ sung chức vụ',
      offices: [
        { organisation: world.id('HND'), title: 'Ủy viên' },
        {
          organisation: world.id('HPN'),
          title: 'Ủy viên',
          until: { earliest: '2018-01-01', latest: '2018-12-31' },
        },
        { organisation: world.id('TD'), title: 'Phó Bí thư', until: { on: '2020-01-01' } },
      ],
    };
    const { record } = await world.change(youth(), 'correctPerson', correction, OFFICES);
    expect(record).toMatchObject({
      version: 2,
      offices: [
        { ordinal: 1, organisation: { code: 'HND-91' }, provenance: { kind: 'MANUAL' } },
        { id: node.offices[1]?.id, ordinal: 2, organisation: { code: 'HPN-91' }, provenance: { kind: 'SOURCE' } },
        { id: node.offices[0]?.id, ordinal: 3, until: { precision: 'DAY' }, provenance: { kind: 'MANUAL' } },
      ],
    });
    const versions = await world.ask<{ node: { versions: { version: number; changes: { field: string }[] }[] } }>(
      'query ($id: ID!) { node(id: $id) { ... on Person { versions { version changes { field } } } } }',
      { id },
    );
    expect(versions.node.versions.map(({ version, changes }) => [version, changes.map(({ field }) => field)])).toEqual([
      [1, ['exposure', 'fieldSources', 'name', 'offices', 'origin']],
      [2, ['offices']],
    ]);
  });

  it('is refused with the path where an input is wrong, and leaves nothing', async () => {
    const wrong = { organisation: world.id('TD').slice(1), title: 'Bí thư' };
    const { userErrors } = await world.change(youth(), 'createPerson', aPerson({ offices: [wrong] }));
    expect(userErrors.map(({ code, path }) => [code, path])).toEqual([
      ['BAD_USER_INPUT', ['offices', '0', 'organisation']],
    ]);
    const twice = { organisation: world.id('TD'), title: 'Bí thư' };
    const repeated = await world.change(youth(), 'createPerson', aPerson({ offices: [twice, twice] }));
    expect(repeated.userErrors.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
    expect(await world.traces()).toEqual([]);
  });

  it('is a stranger’s only to see where the keeper lets everybody see', async () => {
    const hidden = await enter({ visibility: 'ORGANISATION' });
    const seen = async (viewer = ANONYMOUS): Promise<unknown> =>
      (
        await world.answer(
          'query ($id: ID!) { node(id: $id) { id } persons(first: 1) { totalCount } td: organisation(code: "TD-91") { offices { title } } }',
          { id: hidden },
          world.contextOf(viewer),
        )
      ).data;
    const nothing = { node: null, persons: { totalCount: 0 }, td: { offices: [] } };
    expect(await seen()).toEqual(nothing);
    expect(await seen(world.officer)).toEqual(nothing);
    expect(await seen(viewerOf('REVIEWER', { provinces: [AN_GIANG] }))).toEqual(nothing);
    expect(await seen(youth())).toEqual({
      node: { id: hidden },
      persons: { totalCount: 1 },
      td: { offices: [{ title: 'Phó Bí thư' }] },
    });
    const correction = { id: hidden, expectedVersion: 1, reason: 'Sửa tên', name: 'Lâm Toàn' };
    const stranger = await world.change(world.officer, 'correctPerson', correction);
    expect(stranger.userErrors.map(({ code }) => code)).toEqual(['NOT_FOUND']);
    const foreign = await world.change(world.officer, 'createPerson', aPerson());
    expect(foreign.codes).toEqual(['FORBIDDEN']);
  });
});

describe('the list of persons', () => {
  beforeEach(async () => {
    for (const name of ['Trần Thị Bình', 'Nguyễn Văn Bình', 'Võ Thị An', 'Đỗ Quỳnh']) await enter({ name });
  });

  it('goes by given name, and is filtered by name, title and organisation of one office', async () => {
    const names = async (filter: object): Promise<string[]> =>
      (
        await world.ask<{ persons: { nodes: { name: string }[] } }>(
          'query ($filter: PersonFilter) { persons(first: 9, filter: $filter) { nodes { name } } }',
          { filter },
        )
      ).persons.nodes.map(({ name }) => name);
    expect(await names({})).toEqual(['Võ Thị An', 'Nguyễn Văn Bình', 'Trần Thị Bình', 'Đỗ Quỳnh']);
    expect(await names({ name: { contains: 'do quynh' } })).toEqual(['Đỗ Quỳnh']);
    expect(
      await names({ offices: { title: { contains: 'pho bi thu' }, organisation: { code: { eq: 'TD-91' } } } }),
    ).toHaveLength(4);
    expect(
      await names({ offices: { title: { contains: 'pho bi thu' }, organisation: { code: { eq: 'HPN-91' } } } }),
    ).toEqual([]);
    expect(await names({ not: { offices: { since: { lte: '2018-12-31' } } } })).toEqual([]);
  });

  it('costs the same number of statements for one person as for four', async () => {
    const statements = async (first: number): Promise<number> => {
      const { read } = world.contextOf(ANONYMOUS);
      world.pools.statements.splice(0);
      await world.ask(
        'query ($first: Int!) { persons(first: $first) { nodes { name offices { title organisation { code offices { title person { name } } } } } } }',
        { first },
        world.contextOf(ANONYMOUS, { read: inTurn(read) }),
      );
      return world.pools.statements.splice(0).length;
    };
    const one = await statements(1);
    expect(await statements(4)).toBe(one);
  });

  it('reads no column that nobody asked for', async () => {
    world.pools.statements.splice(0);
    await world.ask('{ persons(first: 2) { nodes { name } } }');
    const [text = ''] = world.pools.statements.splice(0);
    expect(text).toMatch(/select pe0\.id as "id", pe0\.name as "name" from/);
  });
});

describe('target groups and references to policies', () => {
  it('are entered, corrected by versions, and found without marks', async () => {
    const own = { keeper: world.id('LDLD'), visibility: 'PUBLIC' };
    const group = await world.change(
      world.officer,
      'createTargetGroup',
      { ...own, name: 'Người ở nhà trọ', nameEn: 'People in rented rooms' },
      'id version name(lang: EN)',
    );
    expect(group.record).toMatchObject({ version: 1, name: 'People in rented rooms' });
    const again = await world.change(world.officer, 'createTargetGroup', { ...own, name: 'Người ở nhà trọ' });
    expect(again.userErrors.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
    const taken = await world.change(
      world.officer,
      'correctTargetGroup',
      { id: group.record?.['id'], expectedVersion: 1, reason: 'Bỏ tên tiếng Anh', nameEn: null },
      'version name(lang: EN)',
    );
    expect(taken.record).toEqual({ version: 2, name: 'Người ở nhà trọ' });

    const policy = await world.change(
      world.officer,
      'createPolicyReference',
      {
        ...own,
        title: 'Một số vấn đề cấp bách về xây dựng Đảng hiện nay',
        issuer: 'Ban Chấp hành Trung ương',
        adopted: { earliest: '2012-01-01', latest: '2012-12-31' },
      },
      'id title symbol issuer adopted { precision }',
    );
    expect(policy.record).toMatchObject({ symbol: null, adopted: { precision: 'YEAR' } });
    const corrected = await world.change(world.officer, 'correctPolicyReference', {
      id: policy.record?.['id'],
      expectedVersion: 1,
      reason: 'Bổ sung số',
      symbol: '12-NQ/TW',
      title: null,
    });
    expect(corrected.userErrors.map(({ path }) => path)).toEqual([['title']]);
    await world.change(world.officer, 'correctPolicyReference', {
      id: policy.record?.['id'],
      expectedVersion: 1,
      reason: 'Bổ sung số',
      symbol: '12-NQ/TW',
    });

    const found = await world.ask<unknown>(`{
      targetGroups(first: 5, filter: { name: { contains: "nha tro" } }) { nodes { name } groups(by: [KEEPER], first: 5) { count key { keeper { code } } } }
      policyReferences(first: 5, filter: { title: { contains: "12-nq" }, adopted: { gte: "2012-01-01" } }) { nodes { symbol version } groups(by: [ADOPTED_YEAR], first: 5) { count key { adoptedYear } } } }`);
    expect(found).toEqual({
      targetGroups: {
        nodes: [{ name: 'Người ở nhà trọ' }],
        groups: [{ count: 1, key: { keeper: { code: 'LDLD-91' } } }],
      },
      policyReferences: {
        nodes: [{ symbol: '12-NQ/TW', version: 2 }],
        groups: [{ count: 1, key: { adoptedYear: '2012' } }],
      },
    });
    expect((await world.traces()).length).toBe(8);
    const nodes = [group.record?.['id'], policy.record?.['id'], toGlobalId('TargetGroup', 99)];
    expect(
      await world.ask(
        'query ($nodes: [ID!]!) { nodes(ids: $nodes) { __typename } }',
        { nodes },
        world.contextOf(LOCAL_OPERATOR),
      ),
    ).toEqual({
      nodes: [{ __typename: 'TargetGroup' }, { __typename: 'PolicyReference' }, null],
    });
  });
});
