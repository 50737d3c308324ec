import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { inTurn, viewerOf } from '../support/graph-world.ts';
import { type Hit, openSearchWorld, RECORD_KINDS, type SearchWorld } from '../support/search-world.ts';

let world: SearchWorld;
beforeAll(async () => {
  world = await openSearchWorld();
  const of = (kind: string, ...names: string[]) => names.map((name) => ({ kind, name }));
  await world.add(
    { kind: 'MOVEMENT', name: 'Lao động giỏi, lao động sáng tạo', also: 'Good labour, creative labour' },
    { kind: 'MOVEMENT', name: 'Giỏi việc nước, đảm việc nhà', also: 'Good at national tasks, capable at home' },
    ...of('MOVEMENT', 'Lao động giỏi', 'Phụ nữ tích cực học tập, lao động sáng tạo, xây dựng gia đình hạnh phúc'),
    ...of('CAMPAIGN', 'Tháng Công nhân', 'Hội thi CNLĐ giỏi'),
    ...of(
      'ACTIVITY',
      'Hòa giải',
      'Hoà giải ở cơ sở',
      'Tổ hòa giải',
      'Hoa giai nhân',
      'Ngày hội hoa giải',
      'Tặng quà cho ĐVTN',
    ),
    ...of(
      'ACTIVITY',
      'Hội thi Ea',
      'Hội thi Cạ',
      'Hội thi Đa',
      'Hội thi Ân',
      'Hội thi Ca',
      'Hội thi An',
      'Hội thi Cá',
      'Hội thi Da',
    ),
    ...of('AGREEMENT', 'Chương trình phối hợp giữa Liên đoàn Lao động và Tỉnh đoàn giai đoạn 2018 - 2023'),
    ...of('EVALUATION', 'Đánh giá hoạt động của LĐLĐ tỉnh năm 2014'),
    { kind: 'RECOMMENDATION', name: 'Đề nghị tháo gỡ khó khăn cho doanh nghiệp', also: 'các sở, ngành' },
    ...of('PERSON', 'Trần Thanh Việt', 'Lâm Quốc Toàn'),
    { kind: 'DOCUMENT', name: 'Kế hoạch phối hợp năm 2019', also: '125/KH-UBND' },
    ...of('UNIT', 'Công đoàn cơ sở Công ty An Phú', 'CĐCS Trường Tiểu học số 2'),
    { kind: 'POLICY', name: 'Một số vấn đề cấp bách về xây dựng Đảng hiện nay', also: '12-NQ/TW' },
    { kind: 'TARGET_GROUP', name: 'Đoàn viên, thanh niên', also: 'Union youth members' },
  );
}, 60_000);
afterAll(() => world.close());

interface Page {
  edges: { cursor: string; node: Hit }[];
  nodes: Hit[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}
const SEARCH = `query ($text: String!, $kinds: [SearchKind!], $first: Int!, $after: String) { search(text: $text, kinds: $kinds, first: $first, after: $after) {
  totalCount edges { cursor node { kind match matched } } nodes { kind match matched } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

async function search(text: string, more: object = {}, viewer: Viewer = ANONYMOUS): Promise<Page> {
  const answer = await world.ask<{ search: Page }>(SEARCH, { text, first: 100, ...more }, world.contextOf(viewer));
  return answer.search;
}

const line = ({ kind, match, matched }: Hit): string => `${kind} ${match} ${matched}`;
/** Kinds whose things are all written by this test. */
const RECORDS = { kinds: RECORD_KINDS };

/** What is looked for among records, and everything that is found, in order. */
const CLAIMS: Record<string, string[]> = {
  'lao dong gioi': [
    'MOVEMENT EXACT_FOLDED Lao động giỏi',
    'MOVEMENT BEGINS_FOLDED Lao động giỏi, lao động sáng tạo',
    'CAMPAIGN ABBREVIATION Hội thi CNLĐ giỏi'.replace('CNLĐ', 'CNLĐ'),
  ].slice(0, 2),
  'Lao động giỏi': ['MOVEMENT EXACT Lao động giỏi', 'MOVEMENT BEGINS Lao động giỏi, lao động sáng tạo'],
  'LAO ĐỘNG GIỎI': ['MOVEMENT EXACT Lao động giỏi', 'MOVEMENT BEGINS Lao động giỏi, lao động sáng tạo'],
  'sáng tạo lao động': [
    'MOVEMENT WORDS Lao động giỏi, lao động sáng tạo',
    'MOVEMENT WORDS Phụ nữ tích cực học tập, lao động sáng tạo, xây dựng gia đình hạnh phúc',
  ],
  'hòa giải': [
    'ACTIVITY EXACT Hòa giải',
    'ACTIVITY BEGINS Hoà giải ở cơ sở',
    'ACTIVITY WORDS Tổ hòa giải',
    'ACTIVITY BEGINS_FOLDED Hoa giai nhân',
    'ACTIVITY WORDS_FOLDED Ngày hội hoa giải',
  ],
  'hòa gi': [
    'ACTIVITY BEGINS Hòa giải',
    'ACTIVITY BEGINS Hoà giải ở cơ sở',
    'ACTIVITY CONTAINS Tổ hòa giải',
    'ACTIVITY BEGINS_FOLDED Hoa giai nhân',
    'ACTIVITY CONTAINS_FOLDED Ngày hội hoa giải',
  ],
  'công nhân lao động': ['CAMPAIGN ABBREVIATION Hội thi CNLĐ giỏi'],
  'cnld gioi': ['CAMPAIGN WORDS_FOLDED Hội thi CNLĐ giỏi'],
  ĐVTN: ['ACTIVITY WORDS Tặng quà cho ĐVTN', 'TARGET_GROUP ABBREVIATION Đoàn viên, thanh niên'],
  'đoàn viên thanh niên': ['TARGET_GROUP EXACT Đoàn viên, thanh niên', 'ACTIVITY ABBREVIATION Tặng quà cho ĐVTN'],
  'cong doan co so': [
    'UNIT BEGINS_FOLDED Công đoàn cơ sở Công ty An Phú',
    'UNIT ABBREVIATION CĐCS Trường Tiểu học số 2',
  ],
  'CĐCS An Phú': ['UNIT ABBREVIATION Công đoàn cơ sở Công ty An Phú'],
  '125/KH-UBND': ['DOCUMENT EXACT 125/KH-UBND'],
  '125 KH UBND': ['DOCUMENT EXACT 125/KH-UBND'],
  'nq 12': ['POLICY WORDS 12-NQ/TW'],
  'viet tran': ['PERSON WORDS_FOLDED Trần Thanh Việt'],
  'good labour': ['MOVEMENT BEGINS_FOLDED Good labour, creative labour'],
  'cac so nganh': ['RECOMMENDATION EXACT_FOLDED các sở, ngành'],
  '“2018–2023”': ['AGREEMENT WORDS Chương trình phối hợp giữa Liên đoàn Lao động và Tỉnh đoàn giai đoạn 2018 - 2023'],
  'không có gì như thế': [],
  '100% _': [],
};

describe('search among records', () => {
  it.each(Object.keys(CLAIMS))('“%s” finds what it should, in order', async (text) => {
    const { nodes, totalCount } = await search(text, RECORDS);
    expect(nodes.map(line)).toEqual(CLAIMS[text]);
    expect(totalCount).toBe(nodes.length);
  });

  it('takes hòa and hoà for one, in what is looked for and in names', async () => {
    expect(await search('hoà giải', RECORDS)).toEqual(await search('hòa giải', RECORDS));
    expect((await search('HOÀ GIẢI', RECORDS)).nodes).toEqual((await search('hòa giải', RECORDS)).nodes);
    expect((await search('hoà giải'.normalize('NFD'), RECORDS)).nodes).toEqual(
      (await search('hòa giải', RECORDS)).nodes,
    );
  });

  it('orders names that match alike as a Vietnamese dictionary would', async () => {
    const { nodes } = await search('hội thi', { kinds: ['ACTIVITY'] });
    expect(nodes.map(({ matched }) => matched.slice('Hội thi '.length))).toEqual([
      'An',
      'Ân',
      'Ca',
      'Cá',
      'Cạ',
      'Da',
      'Đa',
      'Ea',
    ]);
  });
});

describe('search among everything', () => {
  it('“LĐLĐ” finds the federations of labour first, by their abbreviation, then what is written out', async () => {
    const { nodes } = await search('LĐLĐ');
    expect(new Set(nodes.slice(0, 86).map(({ kind, match }) => `${kind} ${match}`))).toEqual(
      new Set(['ORGANISATION BEGINS']),
    );
    expect(nodes.slice(86).map(line)).toEqual([
      'EVALUATION WORDS Đánh giá hoạt động của LĐLĐ tỉnh năm 2014',
      'AGREEMENT ABBREVIATION Chương trình phối hợp giữa Liên đoàn Lao động và Tỉnh đoàn giai đoạn 2018 - 2023',
    ]);
    const written = await search('Liên đoàn Lao động');
    expect(new Set(written.nodes.map(({ kind }) => kind))).toEqual(
      new Set(['ORGANISATION', 'AGREEMENT', 'EVALUATION']),
    );
  });

  it('“lao dong gioi” finds the movements before an indicator that speaks of them', async () => {
    expect((await search('lao dong gioi')).nodes.map(line)).toEqual([
      'MOVEMENT EXACT_FOLDED Lao động giỏi',
      'MOVEMENT BEGINS_FOLDED Lao động giỏi, lao động sáng tạo',
      'INDICATOR WORDS_FOLDED Sáng kiến được công nhận (Lao động giỏi, LĐ sáng tạo)',
    ]);
  });

  it('finds a place by a name it no longer has, once, and says which name it was', async () => {
    const { nodes } = await search('Thừa Thiên Huế', { kinds: ['PLACE'] });
    expect(nodes.map(line)).toEqual(['PLACE EXACT Thừa Thiên Huế']);
    const names = await world.ask<{ search: { nodes: { node: object }[] } }>(
      '{ search(text: "thua thien hue", kinds: [PLACE], first: 9) { nodes { node { ... on Place { name } } } } }',
    );
    expect(names.search.nodes).toEqual([{ node: { name: 'Thành phố Huế' } }]);
  });

  it('prefers names with the very marks: “Thạnh An” is not “Thanh An”', async () => {
    const first = (await search('Thạnh An', { kinds: ['PLACE'] })).nodes;
    const marked = first.findIndex(({ matched }) => matched === 'Thanh An');
    const own = first.findLastIndex(({ matched }) => matched === 'Thạnh An');
    expect([marked, own].every((at) => at >= 0)).toBe(true);
    expect(own).toBeLessThan(marked);
  });

  it('leads to the thing itself, of every kind', async () => {
    const { search: found } = await world.ask<{ search: { nodes: { kind: string; node: { __typename: string } }[] } }>(
      `query ($kinds: [SearchKind!]) { search(text: "a", kinds: $kinds, first: 100) { nodes { kind node { __typename id } } } }`.replace(
        '"a"',
        '"an"',
      ),
      {},
    );
    const types = new Map(found.nodes.map(({ kind, node }) => [kind, node.__typename]));
    for (const [kind, text] of Object.entries({
      MOVEMENT: 'Lao động',
      CAMPAIGN: 'Tháng',
      ACTIVITY: 'Hòa giải',
      AGREEMENT: 'Chương trình',
      EVALUATION: 'Đánh giá',
      RECOMMENDATION: 'Đề nghị',
      PERSON: 'Lâm',
      DOCUMENT: 'Kế hoạch',
      UNIT: 'CĐCS',
      POLICY: 'NQ',
      TARGET_GROUP: 'thanh niên',
      PLACE: 'An Giang',
      ORGANISATION: 'LĐLĐ',
      INDICATOR: 'đoàn viên',
      FORM: 'công đoàn',
    })) {
      const one = await world.ask<{ search: { nodes: { node: { __typename: string } }[] } }>(
        'query ($text: String!, $kinds: [SearchKind!]) { search(text: $text, kinds: $kinds, first: 1) { nodes { node { __typename } } } }',
        { text, kinds: [kind] },
      );
      types.set(kind, one.search.nodes[0]?.node.__typename ?? 'none');
    }
    expect(Object.fromEntries(types)).toEqual({
      PLACE: 'Place',
      ORGANISATION: 'Organisation',
      INDICATOR: 'Indicator',
      FORM: 'Form',
      MOVEMENT: 'Movement',
      CAMPAIGN: 'Campaign',
      ACTIVITY: 'Activity',
      AGREEMENT: 'Agreement',
      EVALUATION: 'Evaluation',
      RECOMMENDATION: 'Recommendation',
      PERSON: 'Person',
      DOCUMENT: 'SourceDocument',
      UNIT: 'OrganisationUnit',
      POLICY: 'PolicyReference',
      TARGET_GROUP: 'TargetGroup',
    });
  });

  it('says where the words stand', async () => {
    const marked = async (text: string, kind: string): Promise<string[]> => {
      const answer = await world.ask<{
        search: { nodes: { matched: string; highlights: { start: number; end: number }[] }[] };
      }>(
        'query ($text: String!, $kinds: [SearchKind!]) { search(text: $text, kinds: $kinds, first: 1) { nodes { matched highlights { start end } } } }',
        { text, kinds: [kind] },
      );
      const [hit] = answer.search.nodes;
      return (hit?.highlights ?? []).map(({ start, end }) => hit?.matched.slice(start, end) ?? '');
    };
    expect(await marked('tao dong', 'MOVEMENT')).toEqual(['động', 'động', 'tạo']);
    expect(await marked('ĐVTN', 'TARGET_GROUP')).toEqual(['Đoàn', 'viên', 'thanh', 'niên']);
    expect(await marked('2018-2023 dong', 'AGREEMENT')).toEqual(['động', '2018', '2023']);
  });
});

describe('pages of a search', () => {
  it('walked by three are the whole, each hit once', async () => {
    const whole = await search('an', { kinds: ['PLACE'] });
    const walked: Hit[] = [];
    for (let after: string | null = null; walked.length < 99; ) {
      const page: Page = await search('an', { kinds: ['PLACE'], first: 3, ...(after ? { after } : {}) });
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      walked.push(...page.nodes);
      after = page.pageInfo.endCursor;
    }
    expect(whole.totalCount).toBeGreaterThan(99);
    expect(walked).toEqual(whole.nodes.slice(0, 99));
    expect(whole.edges.map(({ node }) => node)).toEqual(whole.nodes);
    const last = await search('hòa giải', {
      ...RECORDS,
      after: (await search('hòa giải', RECORDS)).pageInfo.startCursor,
    });
    expect([last.nodes.length, last.pageInfo.hasNextPage]).toEqual([4, false]);
  });

  it('are refused by a cursor of another search, a forged one, and sizes out of range', async () => {
    const { pageInfo } = await search('an giang');
    const code = async (variables: object): Promise<unknown> =>
      (await world.answer(SEARCH, { text: 'an', first: 3, ...variables })).errors.map((error) => error.code)[0];
    const forged = (...values: string[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');
    expect(await code({ after: pageInfo.endCursor })).toBe('CURSOR_UNKNOWN');
    expect(await code({ after: 'x' })).toBe('CURSOR_UNKNOWN');
    expect(await code({ after: forged('a', '1', '1', 'x\0', 'PLACE', '1') })).toBe('CURSOR_UNKNOWN');
    expect(await code({ first: 0 })).toBe('BAD_USER_INPUT');
    expect(await code({ first: 101 })).toBe('BAD_USER_INPUT');
  });

  it('are empty where no kind is wanted', async () => {
    expect(await search('an', { kinds: [] })).toMatchObject({
      nodes: [],
      totalCount: 0,
      pageInfo: { hasNextPage: false },
    });
  });
});

describe('what is looked for', () => {
  it.each([
    ['', 'too short'],
    [' \t ', 'too short'],
    ['a', 'too short'],
    ['“–”', 'too short'],
    ['%_\\(.*[', 'too short'],
    ['a'.repeat(201), 'too long'],
  ])('is refused: %j, %s', async (text) => {
    const { errors } = await world.answer(SEARCH, { text, first: 3 });
    expect(errors.map(({ code, path }) => [code, path])).toEqual([['BAD_USER_INPUT', 'search']]);
  });

  it.each([
    'ab',
    'x\0y',
    "an'; drop table place; --",
    'a'.repeat(200),
    'a b c d e f g h i',
    'Đ Đ',
    '🙂🙂',
    'an (giang',
    'công đoàn '.repeat(19),
  ])('is only ever text: %j', async (text) => {
    expect((await world.answer(SEARCH, { text, first: 3 })).errors).toEqual([]);
  });
});

describe('who finds what', () => {
  const found = async (viewer: Viewer): Promise<string[]> =>
    (await search('zaxovi', {}, viewer)).nodes.map(({ kind, matched }) => `${kind} ${matched.slice(-1)}`).sort();
  const some = (...exposures: number[]): string[] =>
    RECORD_KINDS.flatMap((kind) => exposures.map((exposure) => `${kind} ${exposure}`)).sort();

  it('is what the visibility of each record allows, for every kind', async () => {
    for (const kind of RECORD_KINDS) {
      for (const exposure of [0, 1, 2] as const) await world.add({ kind, name: `Zaxovi ${exposure}`, exposure });
    }
    const { id, provinceId } = world.keeper;
    expect(await found(ANONYMOUS)).toEqual(some(2));
    expect(await found(viewerOf('PARTNER', { organisations: [id], provinces: [provinceId] }))).toEqual(some(2));
    expect(await found(viewerOf('ANALYST', { organisations: [id], provinces: [provinceId] }))).toEqual(some(2));
    expect(await found(viewerOf('OFFICER', { organisations: [id + 1] }))).toEqual(some(2));
    expect(await found(viewerOf('OFFICER', { organisations: [id] }))).toEqual(some(0, 1, 2));
    expect(await found(viewerOf('LEADER', { organisations: [id] }))).toEqual(some(0, 1, 2));
    expect(await found(viewerOf('REVIEWER', { provinces: [provinceId] }))).toEqual(some(1, 2));
    expect(await found(viewerOf('REVIEWER', { provinces: [provinceId + 1] }))).toEqual(some(2));
    expect(await found(LOCAL_OPERATOR)).toEqual(some(0, 1, 2));
    const counted = await search('zaxovi', { first: 1 });
    expect(counted.totalCount).toBe(RECORD_KINDS.length);
  }, 60_000);

  it('never is a member of the register', async () => {
    await world.sql(
      `insert into member (province_id, organisation_id, pseudonym, synthetic) values ($1, $2, 'Qwertza', true)`,
      [world.keeper.provinceId, world.keeper.id],
    );
    for (const viewer of [ANONYMOUS, LOCAL_OPERATOR, viewerOf('OFFICER', { organisations: [world.keeper.id] })]) {
      expect((await search('qwertza', {}, viewer)).totalCount).toBe(0);
    }
  });
});

describe('the statements of a search', () => {
  const statements = async (query: string, variables: object, viewer: Viewer): Promise<string[]> => {
    const { read, snapshot } = world.contextOf(viewer);
    world.pools.statements.splice(0);
    await world.ask(query, variables, world.contextOf(viewer, { read: inTurn(read), snapshot }));
    return world.pools.statements
      .splice(0)
      .map((text) => /^\/\* (\w+) \*\//.exec(text)?.[1] ?? text.slice(0, 20))
      .filter((name) => !/TRANSACTION|COMMIT|setViewer/.test(name));
  };

  it('are one, where nothing of the things is asked', async () => {
    const query = '{ search(text: "an", first: 100) { nodes { kind matched match highlights { start } } } }';
    expect(await statements(query, {}, ANONYMOUS)).toEqual(['search']);
    expect(await statements(query, {}, viewerOf('OFFICER', { organisations: [world.keeper.id] }))).toEqual(['search']);
  });

  it('are one for each kind besides, however many hits', async () => {
    const query =
      'query ($first: Int!) { search(text: "an", kinds: [PLACE, ORGANISATION], first: $first) { nodes { node { id ... on Place { code } ... on Organisation { code } } } } }';
    const many = await statements(query, { first: 100 }, ANONYMOUS);
    expect(many[0]).toBe('search');
    expect(many.length).toBeLessThanOrEqual(3);
  });
});
