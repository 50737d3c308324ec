import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { ANONYMOUS } from '../../src/ground/viewer/viewer.ts';
import { inTurn, viewerOf } from '../support/graph-world.ts';
import { AN_GIANG, type Changed, openRecordWorld, type RecordWorld } from '../support/record-mutations.ts';

let world: RecordWorld;
beforeAll(async () => {
  world = await openRecordWorld();
}, 60_000);
beforeEach(async () => {
  await world.empty();
  await world.sql('truncate source_document restart identity cascade');
});
afterAll(() => world.close());

const aPaper = (differences: object = {}): object => ({
  keeper: world.id('LDLD'),
  visibility: 'PUBLIC',
  kind: 'OFFICIAL',
  title: 'Kế hoạch tổ chức Tháng Công nhân năm 2026',
  issuer: world.id('LDLD'),
  number: 'Số: 05 / KH - LĐLĐ',
  dated: { on: '2026-03-02' },
  ...differences,
});

const PAPER =
  'id version title number { symbol number type year style } dated { precision } issuer { code } keeper { code } province { code } quotes { key text }';

function create(differences: object = {}, viewer = world.officer): Promise<Changed> {
  return world.change(viewer, 'createDocument', aPaper(differences), PAPER);
}

function correct(id: unknown, expectedVersion: number, differences: object): Promise<Changed> {
  const said = { id, expectedVersion, reason: 'Đối chiếu bản gốc', ...differences };
  return world.change(world.officer, 'correctDocument', said, PAPER);
}

describe('a paper', () => {
  it('is entered with its number taken apart, its year from the day it bears, and its passages', async () => {
    const { record } = await create({ quotes: [{ key: 'K-1', text: '  Tổ chức\u00a0Tháng  Công nhân. ' }] });
    expect(record).toMatchObject({
      version: 1,
      number: { symbol: '05/KH-LĐLĐ', number: 5, type: 'KH', year: 2026, style: 'STATE' },
      dated: { precision: 'DAY' },
      issuer: { code: 'LDLD-91' },
      keeper: { code: 'LDLD-91' },
      province: { code: '91' },
      quotes: [{ key: 'K-1', text: 'Tổ chức Tháng Công nhân.' }],
    });
    expect(await world.traces()).toEqual(['RECORD_CREATED SourceDocument 1', 'createDocument SourceDocument']);
  });

  it('is corrected by versions; passages are added, and a number can be taken away', async () => {
    const { record } = await create({ quotes: [{ key: 'K-1', text: 'Một.' }] });
    const second = await correct(record?.['id'], 1, { number: '6/KH-LĐLĐ', quotes: [{ key: 'K-2', text: 'Hai.' }] });
    expect(second.record).toMatchObject({
      version: 2,
      number: { number: 6, year: 2026 },
      quotes: [{ key: 'K-1' }, { key: 'K-2' }],
    });
    expect((await correct(record?.['id'], 1, { title: 'Khác' })).userErrors.map(({ code }) => code)).toEqual([
      'CONFLICT',
    ]);
    const third = await correct(record?.['id'], 2, { dated: { earliest: '2026-12-15', latest: '2027-01-15' } });
    expect(third.record).toMatchObject({ version: 3, number: { number: 6, year: 2026 } });
    expect((await correct(record?.['id'], 3, { number: null })).record).toMatchObject({ version: 4, number: null });
    const changes = await world.ask<{ node: { versions: { changes: { field: string }[] }[] } }>(
      'query ($id: ID!) { node(id: $id) { ... on SourceDocument { versions { changes { field } } } } }',
      { id: record?.['id'] },
    );
    expect(changes.node.versions.slice(1).map((one) => one.changes.map(({ field }) => field))).toEqual([
      ['number', 'quotes', 'symbol'],
      ['datedEarliest', 'datedLatest'],
      ['number', 'style', 'symbol', 'type', 'year'],
    ]);
  });

  it('has a number of its own: by issuer, type, number and year, however it is written', async () => {
    const { record } = await create();
    const same = await create({ number: '5-KH/LĐLĐ', title: 'Kế hoạch khác' });
    const [{ code, path, vi, en } = { code: '', path: [], vi: '', en: '' }] = same.userErrors;
    expect([code, path]).toEqual(['BAD_USER_INPUT', ['number']]);
    for (const text of [vi, en]) {
      expect(text).toContain('05/KH-LĐLĐ “Kế hoạch tổ chức Tháng Công nhân năm 2026”');
      expect(text).toContain(String(record?.['id']));
    }
    const others = [
      { issuer: world.id('HND') },
      { number: '5/BC-LĐLĐ' },
      { number: '5/LĐLĐ-CSPL' },
      { number: '6/KH-LĐLĐ' },
      { dated: { on: '2025-03-02' } },
    ];
    for (const other of others) expect((await create(other)).userErrors).toEqual([]);
    expect((await create({ number: '05/LĐLĐ-ToC' })).userErrors.map(({ path: at }) => at)).toEqual([['number']]);
    const moved = await correct(record?.['id'], 1, { number: '6/KH-LĐLĐ' });
    expect(moved.userErrors.map(({ path: at }) => at)).toEqual([['number']]);
    expect((await correct(record?.['id'], 1, { title: 'Tên khác, số cũ' })).userErrors).toEqual([]);
  });

  it('that comes twice at once stands once', async () => {
    const answers = await Promise.all([create(), create(), create()]);
    expect(answers.filter(({ record }) => record !== null)).toHaveLength(1);
    for (const { record, userErrors } of answers)
      expect([record === null, userErrors.length]).toEqual([record === null, record === null ? 1 : 0]);
    expect(await world.traces()).toHaveLength(2);
  });

  it.each([
    ['no number', { number: 'Kế hoạch năm' }, ['number']],
    ['an article’s number', { kind: 'ARTICLE' }, ['number']],
    ['another year than its day', { year: 2025 }, ['year']],
    ['another year in its symbol than in its day', { number: '19/2025/QĐ-UBND' }, ['dated']],
    ['an empty title', { title: ' ' }, ['title']],
    ['an issuer that is a place', { issuer: toGlobalId('Place', AN_GIANG) }, ['issuer']],
    [
      'a passage twice',
      {
        quotes: [
          { key: 'a', text: 'a' },
          { key: 'a', text: 'b' },
        ],
      },
      [],
    ],
  ])('is refused with the input that is wrong: %s', async (_name, differences, path) => {
    const { userErrors } = await create(differences);
    expect(userErrors.map((fault) => [fault.code, fault.path])).toEqual([['BAD_USER_INPUT', path]]);
    expect(await world.traces()).toEqual([]);
  });

  it('is seen by its keeper alone where the keeper says so, its passages too', async () => {
    const { record } = await create({ visibility: 'ORGANISATION', quotes: [{ key: 'K-1', text: 'Một.' }] });
    const seen = async (viewer = ANONYMOUS): Promise<unknown> => {
      const query =
        'query ($id: ID!) { node(id: $id) { ... on SourceDocument { quotes { key } } } documents(first: 1) { totalCount } }';
      return (await world.answer(query, { id: record?.['id'] }, world.contextOf(viewer))).data;
    };
    const nothing = { node: null, documents: { totalCount: 0 } };
    expect(await seen()).toEqual(nothing);
    expect(await seen(viewerOf('OFFICER', { organisations: [world.key['TD'] ?? 0] }))).toEqual(nothing);
    expect(await seen(viewerOf('REVIEWER', { provinces: [AN_GIANG] }))).toEqual(nothing);
    expect(await seen(world.officer)).toEqual({ node: { quotes: [{ key: 'K-1' }] }, documents: { totalCount: 1 } });
  });

  it('answers a repeated request once, and refuses the key for another', async () => {
    const first = await create({ idempotencyKey: 'giấy-1' });
    expect((await create({ idempotencyKey: 'giấy-1' })).record?.['id']).toBe(first.record?.['id']);
    const other = await create({ idempotencyKey: 'giấy-1', title: 'Khác' });
    expect(other.userErrors.map(({ code }) => code)).toEqual(['IDEMPOTENCY_CONFLICT']);
    expect(await world.traces()).toHaveLength(2);
  });
});

describe('the list of documents', () => {
  beforeEach(async () => {
    await create();
    await create({
      number: '225 - KH/TWĐTN-CTTN',
      title: 'Kế hoạch của Đoàn',
      issuer: world.id('TD'),
      dated: { on: '2025-01-10' },
    });
    await create({
      kind: 'ARTICLE',
      title: 'Ánh sáng phong trào',
      number: null,
      issuer: null,
      dated: null,
      publishedAt: '2018-07-11T23:30:00+07:00',
    });
  });

  it('is filtered by number, year, issuer, place and the day of publication in Vietnam', async () => {
    const titles = async (filter: object, orderBy?: object[]): Promise<string[]> => {
      const query =
        'query ($filter: SourceDocumentFilter, $orderBy: [SourceDocumentOrder!]) { documents(first: 9, filter: $filter, orderBy: $orderBy) { nodes { title } } }';
      const { documents } = await world.ask<{ documents: { nodes: { title: string }[] } }>(query, { filter, orderBy });
      return documents.nodes.map(({ title }) => title.slice(0, 12));
    };
    expect(await titles({})).toEqual(['Ánh sáng pho', 'Kế hoạch của', 'Kế hoạch tổ ']);
    expect(await titles({}, [{ field: 'DATED' }])).toEqual(['Kế hoạch của', 'Kế hoạch tổ ', 'Ánh sáng pho']);
    expect(await titles({ issuer: { kind: { eq: 'TD' } } })).toEqual(['Kế hoạch của']);
    expect(await titles({ number: { eq: 5 }, year: { gte: 2026 }, type: { eq: 'KH' } })).toEqual(['Kế hoạch tổ ']);
    expect(await titles({ title: { contains: '225-kh' } })).toEqual(['Kế hoạch của']);
    expect(await titles({ published: { eq: '2018-07-11' } })).toEqual(['Ánh sáng pho']);
    expect(await titles({ published: { gte: '2018-07-11' }, dated: { isNull: true } })).toEqual(['Ánh sáng pho']);
    expect(await titles({ within: toGlobalId('Place', AN_GIANG), kind: { eq: 'ARTICLE' } })).toEqual(['Ánh sáng pho']);
    expect(await titles({ within: toGlobalId('Place', 2079) })).toEqual([]);
  });

  it('costs the same number of statements for one as for three, and hangs on organisations too', async () => {
    const statements = async (first: number): Promise<number> => {
      const { read } = world.contextOf(ANONYMOUS);
      world.pools.statements.splice(0);
      await world.ask(
        'query ($first: Int!) { documents(first: $first, orderBy: [{ field: DATED }]) { nodes { title issuer { documents(first: 2) { nodes { title } } } versions { version } quotes { key } } } }',
        { first },
        world.contextOf(ANONYMOUS, { read: inTurn(read) }),
      );
      return world.pools.statements.splice(0).length;
    };
    expect(await statements(3)).toBe(await statements(1));
    expect(
      await world.ask(
        '{ organisation(code: "TD-91") { documents(first: 2) { totalCount nodes { number { style } } } } }',
      ),
    ).toEqual({
      organisation: { documents: { totalCount: 1, nodes: [{ number: { style: 'PARTY' } }] } },
    });
  });
});
