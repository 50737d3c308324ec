import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphWorld } from '../support/graph-world.ts';
import { factsOf, FROM, list, openArticlesWorld, type Proof, prove } from '../support/articles-world.ts';

let world: GraphWorld;
beforeAll(async () => {
  world = await openArticlesWorld();
}, 60_000);
afterAll(() => world.close());

const PROGRAMME = 'name: { eq: "Chương trình phối hợp giai đoạn 2018 - 2023" }';
const SPAN = '{ earliest latest precision }';

function programme(select: string, at: string, says: object, more: Partial<Proof> = {}): Proof {
  return { ask: list('agreements', PROGRAMME, select), at: `agreements.nodes.0${at}`, says, ...more };
}

function item(kind: 'contents' | 'objectives', at: number, says: object, derived: string[] = []): Proof {
  const select = `${kind} { ordinal text targetGroups { name } indicators { code } ${FROM} }`;
  return programme(select, `.${kind}.${at}`, { ordinal: at + 1, ...says }, { derived });
}

function obligation(kind: string, text: string): Proof {
  return {
    ask: list(
      'obligations',
      `kind: { eq: ${kind} }`,
      `kind frequency firstYear lastYear text agreement { name } ${FROM}`,
    ),
    at: 'obligations.nodes.0',
    says: {
      frequency: 'YEARLY',
      firstYear: 2018,
      lastYear: 2023,
      text: expect.stringContaining(text),
      agreement: { name: 'Chương trình phối hợp giai đoạn 2018 - 2023' },
    },
    derived: ['firstYear', 'lastYear'],
  };
}

const SIGNATORIES = `signatories { person { name } organisation { name }
  offices { title organisation { name kind } since ${SPAN} until ${SPAN} ${FROM} } ${FROM} }`;
const KNOWN_ON = {
  since: { earliest: null, latest: '2018-07-11', precision: 'NOT_LATER' },
  until: { earliest: '2018-07-11', latest: null, precision: 'NOT_EARLIER' },
};

function signatory(at: number, name: string, party: string, offices: readonly object[]): Proof {
  return programme(SIGNATORIES, `.signatories.${at}`, {
    person: { name },
    organisation: { name: party },
    offices: offices.map((office) => ({ ...office, ...KNOWN_ON })),
  });
}

const group = (...names: string[]): { name: string }[] => names.map((name) => ({ name }));

const PROOFS: Readonly<Record<string, Proof>> = {
  A03: programme(
    `kind name document { id } termStart ${SPAN} termEnd ${SPAN} parties { role organisation { name } } ${FROM}`,
    '',
    {
      kind: 'PROGRAMME',
      document: null,
      termStart: { earliest: '2018-01-01', latest: '2018-12-31', precision: 'YEAR' },
      termEnd: { earliest: '2023-01-01', latest: '2023-12-31', precision: 'YEAR' },
      parties: [
        { role: 'MEMBER', organisation: { name: 'Liên đoàn Lao động tỉnh Kiên Giang' } },
        { role: 'MEMBER', organisation: { name: 'Tỉnh đoàn Kiên Giang' } },
      ],
    },
  ),
  A04: {
    ask: list(
      'agreementEvents',
      'kind: { eq: SIGNING }',
      `held ${SPAN} partOfDay venue place { id } participants chair { id } organisations { name } agreement { signed ${SPAN} } ${FROM}`,
    ),
    at: 'agreementEvents.nodes.0',
    says: {
      held: { earliest: '2018-07-10', latest: '2018-07-10', precision: 'DAY' },
      partOfDay: 'AFTERNOON',
      venue: null,
      place: null,
      participants: null,
      chair: null,
      organisations: expect.arrayContaining([
        { name: 'Liên đoàn Lao động tỉnh Kiên Giang' },
        { name: 'Tỉnh đoàn Kiên Giang' },
      ]),
      agreement: { signed: { earliest: '2018-07-10', latest: '2018-07-10', precision: 'DAY' } },
    },
    derived: ['held'],
  },
  A05: signatory(0, 'Trần Thanh Việt', 'Liên đoàn Lao động tỉnh Kiên Giang', [
    { title: 'Tỉnh ủy viên', organisation: { name: 'Tỉnh ủy Kiên Giang', kind: 'TINH_UY' } },
    {
      title: 'Chủ tịch Liên đoàn Lao động tỉnh',
      organisation: { name: 'Liên đoàn Lao động tỉnh Kiên Giang', kind: 'LDLD' },
    },
  ]),
  A06: signatory(1, 'Lâm Quốc Toàn', 'Tỉnh đoàn Kiên Giang', [
    { title: 'Phó Bí thư Tỉnh đoàn', organisation: { name: 'Tỉnh đoàn Kiên Giang', kind: 'TD' } },
    {
      title: 'Chủ tịch Hội LHTN Việt Nam tỉnh Kiên Giang',
      organisation: { name: 'Hội LHTN Việt Nam tỉnh Kiên Giang', kind: 'LHTN' },
    },
  ]),
  A07: {
    ask: `{ organisation(code: "LHTN-91", on: "2018-07-11") { name kind validTo parent { id } province { name }
      offices { title person { name offices { organisation { kind } } } ${FROM} } } }`,
    at: 'organisation.offices.0',
    says: {
      person: {
        name: 'Lâm Quốc Toàn',
        offices: [{ organisation: { kind: 'TD' } }, { organisation: { kind: 'LHTN' } }],
      },
    },
    derived: ['since', 'until'],
  },
  A08: item('contents', 0, {
    text: expect.stringMatching(/^Tuyên truyền nâng cao nhận thức .* người sử dụng lao động .* tại doanh nghiệp$/),
    targetGroups: group('đoàn viên', 'người lao động', 'người sử dụng lao động', 'thanh niên công nhân'),
    indicators: [],
  }),
  A09: item('contents', 1, {
    text: expect.stringMatching(/^chăm lo, hỗ trợ, đồng hành bảo vệ quyền lợi hợp pháp, chính đáng/),
    targetGroups: group('đoàn viên', 'thanh niên công nhân'),
    indicators: [],
  }),
  A10: item(
    'contents',
    2,
    {
      text: expect.stringMatching(/^phát triển đoàn viên, hội viên .* ngoài Nhà nước\.$/),
      indicators: expect.arrayContaining([
        { code: 'LD_GU_FOUNDED' },
        { code: 'TN_ORG_NONSTATE_NEW' },
        { code: 'TN_LHTN_ORG_NEW' },
      ]),
    },
    ['indicators'],
  ),
  A11: obligation('PLAN', 'xây dựng kế hoạch phối hợp cụ thể từng năm'),
  A12: obligation('REVIEW_MEETING', 'mỗi năm một lần hai ngành tổ chức họp đánh giá, rút kinh nghiệm'),
  A13: obligation('SUMMARY', 'làm cơ sở định hướng xây dựng kế hoạch hoạt động cho năm tiếp theo'),
  A14: item('objectives', 0, { text: expect.stringMatching(/^đẩy mạnh công tác tuyên truyền, giáo dục .* yêu nước$/) }),
  A15: item('objectives', 1, {
    text: expect.stringMatching(/^tăng cường các hoạt động chăm lo .* thanh niên công nhân\.$/),
  }),
  A16: item('objectives', 2, { text: expect.stringMatching(/Công đoàn cơ sở và cơ sở Đoàn trực thuộc/) }),
  A17: {
    ask: list(
      'targetGroups',
      'name: { in: ["đoàn viên", "thanh niên công nhân", "lao động trẻ", "người lao động", "người sử dụng lao động"] }',
      `name english: name(lang: EN) ${FROM}`,
    ),
    at: 'targetGroups.nodes',
    says: group('đoàn viên', 'lao động trẻ', 'người lao động', 'người sử dụng lao động', 'thanh niên công nhân'),
    derived: ['nameEn'],
  },
};

describe('the article of Kiên Giang, 2018', () => {
  it.each(factsOf('A').slice(2))('states $id, $type', async (fact) => {
    const proof = PROOFS[fact.id];
    if (!proof) throw new Error(`No query finds ${fact.id}.`);
    expect(fact.basis !== 'stated' && !proof.derived).toBe(false);
    await prove(world, fact, proof);
  });

  it('leaves the parties of a dissolved province what they were', async () => {
    const { agreements } = await world.ask<{ agreements: { nodes: object[] } }>(
      list(
        'agreements',
        PROGRAMME,
        'province { name validTo } keeper { name } parties { organisation { code validTo successors { on } } }',
      ),
    );
    const gone = (code: string): object => ({
      organisation: { code, validTo: '2025-06-30', successors: [{ on: '2025-07-01' }] },
    });
    expect(agreements.nodes).toEqual([
      {
        province: { name: 'Tỉnh Kiên Giang', validTo: '2025-06-30' },
        keeper: { name: 'Liên đoàn Lao động tỉnh Kiên Giang' },
        parties: [gone('LDLD-91'), gone('TD-91')],
      },
    ]);
    expect(
      await world.ask(
        '{ organisation(code: "LDLD-91", on: "2026-11-23") { name agreements(first: 5) { totalCount } } }',
      ),
    ).toEqual({ organisation: { name: 'Liên đoàn Lao động tỉnh An Giang', agreements: { totalCount: 0 } } });
  });

  it('is all there is of the programme: two signatories, three contents, three objectives, three obligations', async () => {
    const { agreements } = await world.ask<{ agreements: { nodes: Record<string, object[]>[] } }>(
      list(
        'agreements',
        PROGRAMME,
        `signatories { person { name } } contents { ordinal } objectives { ordinal } supports { ordinal } policies { id }
         obligations(first: 9) { nodes { kind } } plans(first: 9) { nodes { id } } evaluations(first: 9) { nodes { id } }
         recommendations(first: 9) { nodes { id } } activities(first: 9) { nodes { id } }`,
      ),
    );
    const none = { nodes: [] };
    expect(agreements.nodes).toEqual([
      {
        signatories: [{ person: { name: 'Trần Thanh Việt' } }, { person: { name: 'Lâm Quốc Toàn' } }],
        contents: [{ ordinal: 1 }, { ordinal: 2 }, { ordinal: 3 }],
        objectives: [{ ordinal: 1 }, { ordinal: 2 }, { ordinal: 3 }],
        supports: [],
        policies: [],
        obligations: {
          nodes: expect.arrayContaining([{ kind: 'PLAN' }, { kind: 'REVIEW_MEETING' }, { kind: 'SUMMARY' }]),
        },
        plans: none,
        evaluations: none,
        recommendations: none,
        activities: none,
      },
    ]);
  });
});
