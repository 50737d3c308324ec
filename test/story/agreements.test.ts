import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import type { Viewer } from '../../src/ground/viewer/viewer.ts';
import {
  type AgreementGround,
  changeOf,
  changeRecordOf,
  type Changed,
  layAgreementGround,
  organisationId,
  programmeOf,
} from '../support/agreements.ts';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';

let world: GraphWorld;
let ground: AgreementGround;
beforeAll(async () => {
  world = await openGraphWorld();
  ground = await layAgreementGround(world);
}, 60_000);
afterAll(() => world.close());

const change = (viewer: Viewer, name: string, field: string, input: object): Promise<Changed['payload']> =>
  changeRecordOf(world, viewer, name, field, input);
const programme = (): object => programmeOf(ground);

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
    const variables = { input: foreign };
    const query = changeOf('createAgreement', 'agreement');
    const { errors } = await world.answer(query, variables, world.contextOf(ground.officer));
    expect(errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
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
