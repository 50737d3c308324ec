import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import {
  type AgreementGround,
  changeOf,
  type Changed,
  layAgreementGround,
  organisationId,
} from '../support/agreements.ts';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';

let world: GraphWorld;
let ground: AgreementGround;
beforeAll(async () => {
  world = await openGraphWorld();
  ground = await layAgreementGround(world);
}, 60_000);
afterAll(() => world.close());

const change = async (viewer: Viewer, name: string, field: string, input: object): Promise<Changed['payload']> =>
  (await world.ask<Changed>(changeOf(name, field), { input }, world.contextOf(viewer))).payload;

const traces = async (id: string): Promise<object[]> => {
  const key = Buffer.from(id, 'base64url').toString().split(':');
  const events = await world.sql(
    'select type, version from event where subject_type = $1 and subject_key = $2 order by id',
    key,
  );
  const audits = await world.sql(
    'select action from audit where subject_type = $1 and subject_id = $2 order by at, id',
    key,
  );
  return events.map((event, at) => ({ ...event, ...audits[at] })).concat(audits.slice(events.length));
};

/** The programme of 2018 between two organisations of a province that has since been dissolved. */
function programme(): object {
  const [labour, youth] = [organisationId(ground.gone.LDLD), organisationId(ground.gone.TD)];
  return {
    keeper: organisationId(ground.here.LDLD),
    visibility: 'PUBLIC',
    kind: 'PROGRAMME',
    name: 'Chương trình phối hợp giai đoạn 2018 - 2023',
    termStart: { earliest: '2018-01-01', latest: '2018-12-31' },
    termEnd: { earliest: '2023-01-01', latest: '2023-12-31' },
    signed: { on: '2018-07-10' },
    parties: [
      { organisation: youth, role: 'LEAD' },
      { organisation: labour, role: 'MEMBER' },
    ],
    signatories: [
      {
        person: toGlobalId('Person', ground.person.id),
        organisation: labour,
        offices: ground.person.offices.map((id) => toGlobalId('Office', id)),
      },
    ],
    contents: [
      {
        text: 'Tuyên truyền',
        targetGroups: [toGlobalId('TargetGroup', ground.target)],
        indicators: [toGlobalId('Indicator', 'LD_GU')],
      },
      { text: 'Chăm lo, hỗ trợ' },
    ],
    objectives: [{ text: 'Xây dựng đội ngũ' }],
    supports: [{ text: 'Đào tạo nghề', giver: labour, receivers: [youth] }],
    policies: [toGlobalId('PolicyReference', ground.policy)],
  };
}

const READ = `query ($id: ID!) { node(id: $id) { ... on Agreement {
  kind name termStart { precision } termEnd { precision } signed { earliest precision } province { code }
  parties { role ordinal organisation { name validTo } provenance { kind } }
  signatories { person { name } organisation { abbreviation } offices { title } }
  contents { ordinal text targetGroups { name } indicators { code } } objectives { text }
  supports { text giver { abbreviation } receivers { abbreviation } } policies { title }
  versions { version action reason changes { field } } } } }`;

describe('an agreement', () => {
  it('is entered with all that belongs to it, and its parties stay what they were', async () => {
    const { record, userErrors } = await change(ground.officer, 'createAgreement', 'agreement', programme());
    expect(userErrors).toEqual([]);
    const { node } = await world.ask<{ node: Record<string, unknown> }>(READ, { id: record?.id });
    expect(node).toMatchObject({
      kind: 'PROGRAMME',
      termStart: { precision: 'YEAR' },
      termEnd: { precision: 'YEAR' },
      signed: { earliest: '2018-07-10', precision: 'DAY' },
      parties: [
        { role: 'LEAD', ordinal: 1, organisation: { validTo: '2025-06-30' }, provenance: { kind: 'MANUAL' } },
        {
          role: 'MEMBER',
          ordinal: 2,
          organisation: { name: 'Liên đoàn Lao động tỉnh Kiên Giang', validTo: '2025-06-30' },
        },
      ],
      signatories: [
        {
          person: { name: 'Người ký thứ nhất' },
          organisation: { abbreviation: 'LĐLĐ tỉnh Kiên Giang' },
          offices: [{ title: 'Chủ tịch' }, { title: 'Tỉnh ủy viên' }],
        },
      ],
      contents: [
        {
          ordinal: 1,
          text: 'Tuyên truyền',
          targetGroups: [{ name: 'nhóm thử nghiệm' }],
          indicators: [{ code: 'LD_GU' }],
        },
        { ordinal: 2, text: 'Chăm lo, hỗ trợ', targetGroups: [], indicators: [] },
      ],
      objectives: [{ text: 'Xây dựng đội ngũ' }],
      supports: [{ text: 'Đào tạo nghề', giver: { abbreviation: 'LĐLĐ tỉnh Kiên Giang' }, receivers: [{}] }],
      policies: [{ title: 'Nghị quyết thử nghiệm' }],
      versions: [{ version: 1, action: 'createAgreement', reason: null }],
    });
    expect(await traces(record?.id ?? '')).toEqual([{ type: 'RECORD_CREATED', version: 1, action: 'createAgreement' }]);
  });

  it('is corrected list by list: what is left out stays, null takes away, and the version says what changed', async () => {
    const { record } = await change(ground.officer, 'createAgreement', 'agreement', programme());
    const id = record?.id ?? '';
    const corrected = await change(ground.officer, 'correctAgreement', 'agreement', {
      id,
      expectedVersion: 1,
      reason: 'Đối chiếu bản chính',
      contents: [{ text: 'Tuyên truyền, vận động' }],
      signatories: null,
      termEnd: null,
    });
    expect(corrected).toEqual({ record: { id, version: 2, closedOn: null }, userErrors: [] });
    const { node } = await world.ask<{ node: { versions: { changes: { field: string }[] }[] } }>(READ, { id });
    expect(node).toMatchObject({
      termEnd: null,
      contents: [{ ordinal: 1, text: 'Tuyên truyền, vận động', targetGroups: [] }],
      objectives: [{ text: 'Xây dựng đội ngũ' }],
      supports: [{ text: 'Đào tạo nghề' }],
      signatories: [],
      parties: [{ ordinal: 1 }, { ordinal: 2 }],
    });
    expect(node.versions[1]?.changes.map(({ field }) => field)).toEqual([
      'contents',
      'signatories',
      'termEndEarliest',
      'termEndLatest',
    ]);
    const closing = { id, expectedVersion: 2, reason: 'Hai bên thống nhất kết thúc', on: '2024-01-01' };
    expect(await change(ground.officer, 'closeAgreement', 'agreement', closing)).toEqual({
      record: { id, version: 3, closedOn: '2024-01-01' },
      userErrors: [],
    });
    expect(await traces(id)).toEqual([
      { type: 'RECORD_CREATED', version: 1, action: 'createAgreement' },
      { type: 'RECORD_CORRECTED', version: 2, action: 'correctAgreement' },
      { type: 'RECORD_CLOSED', version: 3, action: 'closeAgreement' },
    ]);
  });

  it('is not changed by whoever may not, nor on what is no longer so, and no trace is left', async () => {
    const { record } = await change(ground.officer, 'createAgreement', 'agreement', programme());
    const id = record?.id ?? '';
    const before = await traces(id);
    const correction = { id, expectedVersion: 1, reason: 'Sửa', name: 'Tên khác' };
    for (const viewer of [ground.stranger, ground.reviewer]) {
      const { userErrors } = await change(viewer, 'correctAgreement', 'agreement', correction);
      expect(userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
    expect(
      (await change(ground.officer, 'correctAgreement', 'agreement', { ...correction, expectedVersion: 4 })).userErrors,
    ).toMatchObject([{ code: 'CONFLICT', path: ['expectedVersion'] }]);
    expect(await traces(id)).toEqual(before);
    const foreign = { ...programme(), keeper: organisationId(ground.here.HPN) };
    const refused = await change(ground.officer, 'createAgreement', 'agreement', foreign);
    expect(refused).toMatchObject({ record: null, userErrors: [{ code: 'FORBIDDEN' }] });
  });

  it.each([
    ['parties', { parties: [{ organisation: toGlobalId('Place', 1), role: 'LEAD' }] }, ['parties', 'organisation']],
    [
      'indicators',
      { contents: [{ text: 'a', indicators: [toGlobalId('Indicator', 'NONE')] }] },
      ['contents', 'indicators'],
    ],
    ['a blank text', { objectives: [{ text: ' ' }] }, ['objectives', 'text']],
    ['a name taken away', { name: ' ' }, ['name']],
    ['a term that ends before it begins', { termEnd: { earliest: '2024-01-01', latest: '2023-01-01' } }, ['termEnd']],
  ])('says which input cannot be: %s', async (_, differences, path) => {
    const { record, userErrors } = await change(ground.officer, 'createAgreement', 'agreement', {
      ...programme(),
      ...differences,
    });
    expect([record, userErrors]).toMatchObject([null, [{ code: 'BAD_USER_INPUT', path }]]);
  });

  it('is signed only in offices of the signer', async () => {
    const signatories = [
      {
        person: toGlobalId('Person', ground.person.id),
        organisation: organisationId(ground.gone.LDLD),
        offices: ground.other.offices.map((id) => toGlobalId('Office', id)),
      },
    ];
    const { userErrors } = await change(ground.officer, 'createAgreement', 'agreement', {
      ...programme(),
      signatories,
    });
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', path: ['signatories', 'offices'] }]);
  });

  it('is entered once for one idempotency key', async () => {
    const input = { ...programme(), idempotencyKey: 'chương trình một lần' };
    const first = await change(ground.officer, 'createAgreement', 'agreement', input);
    expect(await change(ground.officer, 'createAgreement', 'agreement', input)).toEqual(first);
    expect(await traces(first.record?.id ?? '')).toHaveLength(1);
    const { userErrors } = await change(ground.officer, 'createAgreement', 'agreement', { ...input, name: 'Khác' });
    expect(userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
  });
});

describe('yearly plans and events of an agreement', () => {
  const common = (agreement: string) => ({ keeper: organisationId(ground.here.LDLD), visibility: 'PUBLIC', agreement });

  it('are entered, corrected and closed, a plan once for a year', async () => {
    const id = (await change(ground.officer, 'createAgreement', 'agreement', programme())).record?.id ?? '';
    const plan = { ...common(id), year: 2019, name: 'Kế hoạch năm 2019', issued: { on: '2019-02-01' } };
    const planned = (await change(ground.officer, 'createAgreementPlan', 'agreementPlan', plan)).record?.id ?? '';
    expect((await change(ground.officer, 'createAgreementPlan', 'agreementPlan', plan)).userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT' },
    ]);
    const meeting = {
      ...common(id),
      kind: 'REVIEW_MEETING',
      name: 'Họp đánh giá năm 2019',
      held: { earliest: '2019-12-01', latest: '2019-12-31' },
      partOfDay: 'AFTERNOON',
      chair: toGlobalId('Person', ground.other.id),
      organisations: [organisationId(ground.gone.TD), organisationId(ground.gone.LDLD)],
    };
    const held = (await change(ground.officer, 'createAgreementEvent', 'agreementEvent', meeting)).record?.id ?? '';
    const step = { expectedVersion: 1, reason: 'Sửa' };
    const year = { ...step, id: planned, year: 2020 };
    await change(ground.officer, 'correctAgreementPlan', 'agreementPlan', year);
    await change(ground.officer, 'correctAgreementEvent', 'agreementEvent', {
      ...step,
      id: held,
      partOfDay: null,
      venue: 'Hội trường',
    });
    await change(ground.officer, 'closeAgreementEvent', 'agreementEvent', {
      ...step,
      id: held,
      expectedVersion: 2,
      on: '2020-01-01',
    });
    await change(ground.officer, 'closeAgreementPlan', 'agreementPlan', {
      ...step,
      id: planned,
      expectedVersion: 2,
      on: '2021-01-01',
    });
    const { node } = await world.ask<{ node: object }>(
      `query ($id: ID!) { node(id: $id) { ... on Agreement {
        plans(first: 5) { nodes { year name version closedOn issued { precision } agreement { id } } }
        events(first: 5) { totalCount } signings: events(first: 5, filter: { kind: { eq: SIGNING } }) { totalCount }
        reviewMeetings(first: 5) { totalCount nodes { held { precision } partOfDay venue closedOn chair { name } organisations { validTo } } } } } }`,
      { id },
    );
    expect(node).toEqual({
      plans: {
        nodes: [
          {
            year: 2020,
            name: 'Kế hoạch năm 2019',
            version: 3,
            closedOn: '2021-01-01',
            issued: { precision: 'DAY' },
            agreement: { id },
          },
        ],
      },
      events: { totalCount: 1 },
      signings: { totalCount: 0 },
      reviewMeetings: {
        totalCount: 1,
        nodes: [
          {
            held: { precision: 'MONTH' },
            partOfDay: null,
            venue: 'Hội trường',
            closedOn: '2020-01-01',
            chair: { name: 'Người ký thứ hai' },
            organisations: [{ validTo: '2025-06-30' }, { validTo: '2025-06-30' }],
          },
        ],
      },
    });
  });

  it('are not tied to an agreement that the writer may not see', async () => {
    const hidden = { ...programme(), visibility: 'ORGANISATION' };
    const id = (await change(ground.officer, 'createAgreement', 'agreement', hidden)).record?.id ?? '';
    const plan = { ...common(id), keeper: organisationId(ground.here.HPN), year: 2019, name: 'Kế hoạch' };
    expect((await change(ground.stranger, 'createAgreementPlan', 'agreementPlan', plan)).userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', path: ['agreement'] },
    ]);
  });
});

describe('an agreement that only its organisation may know of', () => {
  it('is seen by its officer and an administrator, and in no way by others', async () => {
    const hidden = { ...programme(), visibility: 'ORGANISATION', name: 'Chương trình nội bộ' };
    const id = (await change(ground.officer, 'createAgreement', 'agreement', hidden)).record?.id ?? '';
    const query = `query ($id: ID!, $party: ID!) { node(id: $id) { id } agreements(first: 5, filter: { name: { contains: "noi bo" } }) { totalCount }
      party: node(id: $party) { ... on Organisation { agreements(first: 5, filter: { name: { contains: "noi bo" } }) { totalCount } } } }`;
    const variables = { id, party: organisationId(ground.gone.LDLD) };
    for (const viewer of [ground.officer, LOCAL_OPERATOR]) {
      expect(await world.ask(query, variables, world.contextOf(viewer))).toEqual({
        node: { id },
        agreements: { totalCount: 1 },
        party: { agreements: { totalCount: 1 } },
      });
    }
    const contexts = [undefined, world.contextOf(ground.stranger), world.contextOf(ground.reviewer)];
    for (const context of contexts) {
      expect(await world.ask(query, variables, context)).toEqual({
        node: null,
        agreements: { totalCount: 0 },
        party: { agreements: { totalCount: 0 } },
      });
    }
  });
});
