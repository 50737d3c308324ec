import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { factsOf, FROM, list, openArticlesWorld, type Proof, prove } from '../support/articles-world.ts';
import type { GraphWorld } from '../support/graph-world.ts';

let world: GraphWorld;
beforeAll(async () => {
  world = await openArticlesWorld();
}, 60_000);
afterAll(() => world.close());

const REGULATION = 'kind: { eq: REGULATION }';
const SPAN = '{ earliest latest precision }';
const COMMITTEE = 'UBND-74';
/** In the order of the article; by role they come in the order of the catalogue. */
const FIVE = ['CCB-74', 'HPN-74', 'TD-74', 'HND-74', 'LDLD-74'];
const BY_KIND = ['LDLD-74', 'HPN-74', 'TD-74', 'HND-74', 'CCB-74'];
const codes = (...of: string[]): { code: string }[] => of.map((code) => ({ code }));

function regulation(select: string, at: string, says: object, derived: readonly string[] = []): Proof {
  return { ask: list('agreements', REGULATION, select), at: `agreements.nodes.0${at}`, says, derived };
}

const EVALUATION = `stage year grade score maxScore summary conclusion evaluated { id } concludedBy { name offices { title } }
  meeting { kind } agreement { kind } criteria { name } lessons { text } findings { text organisation { code } ${FROM} } ${FROM}`;

function evaluation(at: string, says: object, more: Partial<Proof> = {}): Proof {
  return { ask: list('evaluations', 'year: { eq: 2014 }', EVALUATION), at: `evaluations.nodes.0${at}`, says, ...more };
}

const ACTIVITY = `name kind held ${SPAN} place { id } participants gifts valueVnd closedOn agreement { kind }
  roles { role organisation { code } } targetGroups { name } policies { title symbol issuer } ${FROM}`;
const NOTHING_MORE = { held: null, place: null, participants: null, gifts: null, valueVnd: null, closedOn: null };

function activity(name: string, kind: string, by: readonly string[], says: object = {}): Proof {
  return {
    ask: list('activities', `name: { eq: "${name}" }`, ACTIVITY),
    at: 'activities.nodes.0',
    says: {
      kind,
      ...NOTHING_MORE,
      agreement: { kind: 'REGULATION' },
      roles: by.map((code) => ({ role: 'CARRIES_OUT', organisation: { code } })),
      ...says,
    },
    derived: ['kind', 'agreement'],
  };
}

/** A movement or campaign of the article: the national one of the same name is another. */
function carried(root: 'movements' | 'campaigns', name: string, roles: readonly object[], more: object = {}): Proof {
  const own =
    root === 'movements' ? 'launched { precision } linked { movement { name } }' : 'kind year starts { precision }';
  return {
    ask: list(
      root,
      `origin: { eq: SOURCE }, name: { eq: "${name}" }`,
      `name english: name(lang: EN) national { keeper { id } } ${own} roles { role among organisation { code } ${FROM} } ${FROM}`,
    ),
    at: `${root}.nodes.0`,
    says: { name, national: { keeper: null }, roles, ...more },
    derived: ['nameEn', 'national'],
  };
}

const role = (code: string, as: string, among: string | null = null): object => ({
  role: as,
  among,
  organisation: { code },
});

const REQUEST = `kind ordinal text addressee deadline state issued ${SPAN} from { code } to { code } targetGroups { name }
  speaker { name offices { title } } agreement { kind } meeting { kind } evaluation { year } followUps { text } ${FROM}`;

function request(ordinal: number, text: string, addressee: string | null, targetGroups: readonly object[] = []): Proof {
  return {
    ask: list('recommendations', `kind: { eq: REQUEST }, text: { contains: "${text}" }`, REQUEST),
    at: 'recommendations.nodes.0',
    says: {
      ordinal,
      addressee,
      deadline: null,
      state: null,
      issued: null,
      from: { code: COMMITTEE },
      to: codes(...BY_KIND),
      speaker: { name: 'Trần Văn Nam', offices: [{ title: 'Chủ tịch UBND tỉnh Bình Dương' }] },
      agreement: { kind: 'REGULATION' },
      meeting: { kind: 'REVIEW_MEETING' },
      evaluation: { year: 2014 },
      followUps: [],
      targetGroups,
    },
    derived: ['from', 'to'],
  };
}

const PROOFS: Readonly<Record<string, Proof>> = {
  B03: {
    ask: list('agreementEvents', 'kind: { eq: DIALOGUE }', `name held ${SPAN} place { id } venue participants ${FROM}`),
    at: 'agreementEvents.nodes.0',
    says: {
      name: 'Gặp gỡ đối thoại giữa giữa lãnh đạo tỉnh với cán bộ CĐ và CNLĐ',
      held: null,
      place: null,
      venue: null,
      participants: 'lãnh đạo tỉnh với cán bộ CĐ và CNLĐ',
    },
    derived: ['agreement'],
  },
  B04: regulation(
    `name document { id } signed ${SPAN} termStart ${SPAN} termEnd ${SPAN} signatories { person { name } } ${FROM}`,
    '',
    {
      name: 'Quy chế phối hợp giữa UBND tỉnh cùng với các đoàn thể chính trị tỉnh',
      document: null,
      signed: null,
      termStart: { earliest: null, latest: '2014-05-05', precision: 'NOT_LATER' },
      termEnd: null,
      signatories: [],
    },
    ['termStart'],
  ),
  B05: regulation(`parties { role ordinal organisation { code validTo } ${FROM} }`, '.parties', [
    { role: 'LEAD', ordinal: 1, organisation: { code: COMMITTEE, validTo: '2025-06-30' } },
    ...FIVE.map((code, at) => ({
      role: 'MEMBER',
      ordinal: at + 2,
      organisation: { code, validTo: '2025-06-30' },
    })),
  ]),
  B06: evaluation(
    '',
    {
      summary: 'các bên đã hoàn thành nhiệm vụ của tổ chức mình',
      grade: null,
      score: null,
      maxScore: null,
      evaluated: null,
      criteria: [],
      lessons: [],
      agreement: { kind: 'REGULATION' },
    },
    { derived: ['year', 'stage'] },
  ),
  B07: activity(
    'triển khai thực hiện các nhóm giải pháp tháo gỡ khó khăn cho DN theo NQ của Chính phủ',
    'ENTERPRISE_SUPPORT',
    [...BY_KIND, COMMITTEE],
    {
      policies: [
        { title: 'Một số vấn đề cấp bách về xây dựng Đảng giai đoạn hiện nay', symbol: 'NQ Trung ương 4 khóa XI' },
        { title: 'NQ của Chính phủ', symbol: null, issuer: 'Chính phủ' },
      ],
    },
  ),
  B08: carried(
    'campaigns',
    'Học tập và làm theo tấm gương đạo đức Hồ Chí Minh',
    [...BY_KIND, COMMITTEE].map((code) => role(code, 'LINKED')),
    { kind: 'CAMPAIGN', year: null },
  ),
  B09: {
    ask: list('policyReferences', 'symbol: { eq: "NQ Trung ương 4 khóa XI" }', `title adopted ${SPAN} ${FROM}`),
    at: 'policyReferences.nodes.0',
    says: { title: 'Một số vấn đề cấp bách về xây dựng Đảng giai đoạn hiện nay', adopted: null },
  },
  B10: {
    ask: list('recommendations', 'kind: { eq: DIRECTIVE }', REQUEST),
    at: 'recommendations.nodes.0',
    says: {
      text: expect.stringMatching(/^quan tâm tạo điều kiện về cơ chế, chính sách, cơ sở vật chất/),
      from: { code: COMMITTEE },
      to: codes('SO_NGANH-74'),
      addressee: 'các sở, ngành',
      deadline: null,
      state: null,
      speaker: null,
    },
  },
  B11: regulation(`supports { text giver { code } receivers { code } ${FROM} }`, '.supports.0', {
    text: expect.stringMatching(/đào tạo nghề, bồi dưỡng nghiệp vụ công tác, tham quan học tập kinh nghiệm/),
    giver: { code: COMMITTEE },
    receivers: codes(...BY_KIND),
  }),
  B12: evaluation('.findings.0', {
    text: expect.stringMatching(/^Các phong trào thi đua yêu nước/),
    organisation: null,
  }),
  B13: evaluation('.findings.1', { organisation: { code: 'LDLD-74' } }),
  B14: carried('campaigns', 'Tháng công nhân', [role('LDLD-74', 'RESPONDS')], {
    kind: 'MONTH',
    year: null,
    starts: null,
  }),
  B15: carried('campaigns', 'Tuần lễ thanh niên công nhân', [role('LDLD-74', 'RESPONDS')], { kind: 'WEEK' }),
  B16: carried('movements', 'lao động giỏi, lao động sáng tạo', [role('LDLD-74', 'LAUNCHES')], { launched: null }),
  B17: carried('movements', 'giỏi việc nước, đảm việc nhà', [role('LDLD-74', 'LAUNCHES', 'nữ CNVCLĐ')], {
    linked: [{ movement: { name: 'Phụ nữ tích cực học tập, lao động sáng tạo, xây dựng gia đình hạnh phúc' } }],
  }),
  B18: carried('movements', 'Phụ nữ tích cực học tập, lao động sáng tạo, xây dựng gia đình hạnh phúc', [
    role('LDLD-74', 'LINKED', 'nữ CNVCLĐ'),
  ]),
  B19: activity('đầu tư phát triển kết cấu hạ tầng giao thông nông thôn', 'INFRASTRUCTURE', ['HND-74']),
  B20: carried('movements', 'chung sức xây dựng nông thôn mới', [role('HND-74', 'CARRIES_OUT')]),
  B21: activity('vận động thanh niên nhập ngũ', 'ENLISTMENT', ['CCB-74'], { targetGroups: [{ name: 'thanh niên' }] }),
  B22: activity('phòng chống tội phạm trên địa bàn', 'SECURITY', ['CCB-74']),
  B23: activity(
    'vận động đoàn viên, hội viên tham gia công tác xã hội từ thiện, chăm lo cho đoàn viên, hội viên, công nhân lao động nghèo, công nhân bị tai nạn lao động',
    'CHARITY',
    BY_KIND,
    {
      targetGroups: ['công nhân bị tai nạn lao động', 'công nhân lao động nghèo', 'đoàn viên', 'hội viên'].map(
        (name) => ({ name }),
      ),
    },
  ),
  B24: activity('tặng quà công nhân', 'GIFTS', ['TD-74']),
  B25: activity('khám và phát thuốc miễn phí', 'MEDICAL_CARE', ['TD-74']),
  B26: activity('tổ chức tư vấn pháp luật', 'LEGAL_ADVICE', ['TD-74']),
  B27: { ...activity('tổ chức tư vấn Luật giao thông', 'LEGAL_ADVICE', ['TD-74']), derived: ['name', 'kind'] },
  B28: activity('bán hàng giảm giá', 'DISCOUNT_SALE', ['TD-74']),
  B29: activity('trao quà cho thanh niên công nhân xa quê', 'GIFTS', ['TD-74']),
  B30: {
    ask: list(
      'agreementEvents',
      'kind: { eq: REVIEW_MEETING }',
      `held ${SPAN} place { id } venue chair { id } ${FROM}`,
    ),
    at: 'agreementEvents.nodes.0',
    says: {
      held: { earliest: null, latest: '2015-05-05', precision: 'NOT_LATER' },
      place: null,
      venue: null,
      chair: null,
    },
    derived: ['held', 'name', 'agreement'],
  },
  B31: {
    ask: list(
      'persons',
      'name: { eq: "Trần Văn Nam" }',
      `offices { title organisation { code name } since ${SPAN} ${FROM} } ${FROM}`,
    ),
    at: 'persons.nodes.0.offices.0',
    says: {
      title: 'Chủ tịch UBND tỉnh Bình Dương',
      organisation: { code: COMMITTEE, name: 'Ủy ban nhân dân tỉnh Bình Dương' },
      since: { earliest: null, latest: '2015-05-05', precision: 'NOT_LATER' },
    },
    derived: ['since', 'until'],
  },
  B32: evaluation(
    '',
    {
      conclusion: 'những kết quả đạt được trong năm 2014 có sự đóng góp tích cực của các ban, ngành, đoàn thể',
      concludedBy: { name: 'Trần Văn Nam' },
      meeting: { kind: 'REVIEW_MEETING' },
    },
    { field: 'conclusion' },
  ),
  B33: request(1, 'tiếp tục phối hợp thực hiện triển khai các chương trình', 'các đoàn thể'),
  B34: request(2, 'Rà soát kết quả đạt được', null),
  B35: request(3, 'tạo sự thống nhất triển khai thực hiện trong toàn thể mặt trận', 'Các đoàn thể chính trị'),
  B36: request(4, 'người ở nhà trọ trên địa bàn', 'các hội, đoàn thể', [
    { name: 'công nhân' },
    { name: 'người ở nhà trọ' },
  ]),
  B37: {
    ask: list(
      'targetGroups',
      'name: { in: ["công nhân", "người ở nhà trọ", "công nhân bị tai nạn lao động", "thanh niên công nhân xa quê", "nữ CNVCLĐ"] }',
      `name ${FROM}`,
    ),
    at: 'targetGroups.nodes',
    says: [
      'công nhân',
      'công nhân bị tai nạn lao động',
      'người ở nhà trọ',
      'nữ CNVCLĐ',
      'thanh niên công nhân xa quê',
    ].map((name) => ({ name })),
    derived: ['nameEn'],
  },
};

describe('the article of Bình Dương, 2015', () => {
  it.each(factsOf('B').slice(2))('states $id, $type', async (fact) => {
    const proof = PROOFS[fact.id];
    if (!proof) throw new Error(`No query finds ${fact.id}.`);
    expect(fact.basis !== 'stated' && !proof.derived).toBe(false);
    await prove(world, fact, proof);
  });
});
