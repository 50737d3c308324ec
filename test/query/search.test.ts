import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Viewer } from '../../src/ground/viewer/viewer.ts';
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
  'lao dong gioi': ['MOVEMENT EXACT_FOLDED Lao động giỏi', 'MOVEMENT BEGINS_FOLDED Lao động giỏi, lao động sáng tạo'],
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
    'EVALUATION CONTAINS_FOLDED Đánh giá hoạt động của LĐLĐ tỉnh năm 2014',
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
    const types = new Map<string, string>();
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
