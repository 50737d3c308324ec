import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import type { Viewer } from '../../src/ground/viewer/viewer.ts';
import { type EvaluationWorld, openEvaluationWorld } from '../support/evaluation-world.ts';

let world: EvaluationWorld;
beforeAll(async () => {
  world = await openEvaluationWorld();
}, 60_000);
afterAll(() => world.close());

const org = (code: string): string => toGlobalId('Organisation', world.organisation[code] ?? 0);
const self = (more: object = {}): object => ({
  keeper: org('LDLD-91'),
  visibility: 'REVIEWERS',
  stage: 'SELF',
  name: 'Tự đánh giá năm 2025',
  agreement: world.ids.agreement,
  evaluated: org('LDLD-91'),
  year: 2025,
  ...more,
});
const review = (more: object = {}): object =>
  self({ keeper: org('UBND-91'), stage: 'REVIEW', name: 'Thẩm định năm 2025', ...more });

async function made(viewer: Viewer, input: object): Promise<string> {
  const { record, userErrors } = await world.change('createEvaluation', viewer, input);
  expect(userErrors).toEqual([]);
  return record?.id ?? '';
}
const step = (id: string, expectedVersion: number, more: object): object => ({
  id,
  expectedVersion,
  reason: 'Theo hồ sơ',
  ...more,
});

describe('an organisation’s own evaluation', () => {
  it('says what was stated and nothing else', async () => {
    const { record } = await world.change<object>(
      'createEvaluation',
      world.viewers.officer,
      self({
        plan: world.ids.plan,
        score: '87.50',
        maxScore: '100',
        criteria: [
          { name: 'Kế hoạch', score: '20', maxScore: '20' },
          { name: 'Kết quả', evidence: 'Báo cáo số 12' },
        ],
        findings: [{ text: 'Đã hoàn thành nhiệm vụ của tổ chức mình' }],
        lessons: [{ text: 'Phối hợp sớm hơn', organisation: org('HPN-91') }],
      }),
      `version stage grade score maxScore conclusion year summary concludedBy { name } agreement { name } plan { year } movement { name } evaluated { code }
       criteria { ordinal name score maxScore evidence } findings { ordinal text organisation { code } provenance { kind } } lessons { ordinal text organisation { code } }`,
    );
    expect(record).toEqual({
      version: 1,
      stage: 'SELF',
      grade: null,
      score: '87.50',
      maxScore: '100',
      conclusion: null,
      year: 2025,
      summary: null,
      concludedBy: null,
      agreement: { name: 'Chương trình A' },
      plan: { year: 2025 },
      movement: null,
      evaluated: { code: 'LDLD-91' },
      criteria: [
        { ordinal: 1, name: 'Kế hoạch', score: '20', maxScore: '20', evidence: null },
        { ordinal: 2, name: 'Kết quả', score: null, maxScore: null, evidence: 'Báo cáo số 12' },
      ],
      findings: [
        {
          ordinal: 1,
          text: 'Đã hoàn thành nhiệm vụ của tổ chức mình',
          organisation: null,
          provenance: { kind: 'MANUAL' },
        },
      ],
      lessons: [{ ordinal: 1, text: 'Phối hợp sớm hơn', organisation: { code: 'HPN-91' } }],
    });
  });

  it.each([
    ['ORGANISATION', ['officer', 'admin']],
    ['REVIEWERS', ['officer', 'reviewer', 'admin']],
    ['PUBLIC', ['anonymous', 'officer', 'stranger', 'reviewer', 'distant', 'admin']],
  ])('with the visibility %s is seen by %j, with its parts, and by nobody else', async (visibility, expected) => {
    const id = await made(
      world.viewers.officer,
      self({ visibility, criteria: [{ name: 'Kế hoạch' }], findings: [{ text: 'Tốt' }] }),
    );
    const seen: string[] = [];
    for (const name of ['anonymous', 'officer', 'stranger', 'reviewer', 'distant', 'admin'] as const) {
      const context = world.contextOf(world.viewers[name]);
      const query = `query ($id: ID!) { node(id: $id) { ... on Evaluation { criteria { name } findings { text } } } evaluations(first: 1, filter: { id: { eq: $id } }) { totalCount } }`;
      const { node, evaluations } = await world.ask<{ node: unknown; evaluations: { totalCount: number } }>(
        query,
        { id },
        context,
      );
      expect(evaluations.totalCount).toBe(node ? 1 : 0);
      if (node) expect(node).toEqual({ criteria: [{ name: 'Kế hoạch' }], findings: [{ text: 'Tốt' }] });
      if (node) seen.push(name);
    }
    expect(seen).toEqual(expected);
  });

  it('is corrected list by list, and every version stays', async () => {
    const id = await made(
      world.viewers.officer,
      self({ score: '80', findings: [{ text: 'Tốt' }], lessons: [{ text: 'Sớm hơn' }] }),
    );
    const { record, userErrors } = await world.change<{
      versions: { version: number; reason: string | null; changes: { field: string }[] }[];
    }>(
      'correctEvaluation',
      world.viewers.officer,
      step(id, 1, { score: null, findings: [{ text: 'Khá' }, { text: 'Đều' }] }),
      'score findings { ordinal text } lessons { text } versions { version action reason changes { field } }',
    );
    expect(userErrors).toEqual([]);
    expect(record).toMatchObject({
      score: null,
      findings: [
        { ordinal: 1, text: 'Khá' },
        { ordinal: 2, text: 'Đều' },
      ],
      lessons: [{ text: 'Sớm hơn' }],
    });
    expect(record?.versions.map(({ version, reason }) => [version, reason])).toEqual([
      [1, null],
      [2, 'Theo hồ sơ'],
    ]);
    expect(record?.versions[1]?.changes.map(({ field }) => field)).toEqual(['findings', 'score']);
  });

  it('is neither reviewed nor concluded by whoever is evaluated, by no way there is', async () => {
    const { officer, stranger, reviewer, committee, anonymous } = world.viewers;
    const id = await made(officer, self());
    const before = await world.traces();
    const refusals = [
      ['createEvaluation', officer, self({ stage: 'REVIEW' }), 'FORBIDDEN'],
      ['createEvaluation', officer, self({ stage: 'CONCLUDED' }), 'FORBIDDEN'],
      ['createEvaluation', officer, review(), 'FORBIDDEN'],
      ['createEvaluation', committee, review(), 'FORBIDDEN'],
      ['createEvaluation', anonymous, self(), 'UNAUTHENTICATED'],
      ['createEvaluation', reviewer, self(), 'FORBIDDEN'],
      ['advanceEvaluation', officer, step(id, 1, { stage: 'REVIEW' }), 'FORBIDDEN'],
    ] as const;
    for (const [mutation, viewer, input, code] of refusals) {
      expect([mutation, viewer.role, await world.refused(mutation, viewer, input)]).toEqual([
        mutation,
        viewer.role,
        code,
      ]);
    }
    for (const viewer of [stranger, reviewer]) {
      const { userErrors } = await world.change('advanceEvaluation', viewer, step(id, 1, { stage: 'REVIEW' }));
      expect(userErrors.map(({ code }) => code)).toEqual(['NOT_FOUND']);
    }
    expect(await world.traces()).toEqual(before);
  });
});

describe('a review', () => {
  it('stands beside what the organisation says of itself, each with its score', async () => {
    const about = { agreement: world.ids.other };
    const own = await made(world.viewers.officer, self({ ...about, score: '95', maxScore: '100' }));
    await made(world.viewers.reviewer, review({ ...about, score: '88', maxScore: '100' }));
    await made(world.viewers.reviewer, review({ ...about, year: 2024 }));
    await made(world.viewers.reviewer, review({ ...about, evaluated: null }));
    await made(world.viewers.reviewer, review({ agreement: null, movement: world.ids.movement }));
    const { node } = await world.ask<{ node: { stages: { nodes: object[] } } }>(
      `query ($id: ID!) { node(id: $id) { ... on Evaluation { stages(first: 9, orderBy: [{ field: NAME }]) { totalCount nodes { stage score keeper { code } } } } } }`,
      { id: own },
      world.contextOf(world.viewers.reviewer),
    );
    expect(node.stages).toEqual({
      totalCount: 2,
      nodes: [
        { stage: 'REVIEW', score: '88', keeper: { code: 'UBND-91' } },
        { stage: 'SELF', score: '95', keeper: { code: 'LDLD-91' } },
      ],
    });
  });

  it('goes to its conclusion with what that states, one step at a time, leaving one event and one audit row each', async () => {
    const { reviewer } = world.viewers;
    const id = await made(reviewer, review({ stage: 'SELF' }));
    const person = await world.sql<{ id: number }>(
      `insert into person (province_id, keeper_id, exposure, origin, name, sort_key, folded)
       values ($1, $2, 2, 'MANUAL', 'Nguyễn Văn A', 'a', 'nguyen van a') returning id`,
      [world.province, world.organisation['UBND-91']],
    );
    const before = await world.traces();
    const advance = (version: number, more: object) =>
      world.change<{ stage: string; version: number }>(
        'advanceEvaluation',
        reviewer,
        step(id, version, more),
        'version stage grade score conclusion concludedBy { name }',
      );
    for (const stage of ['CONCLUDED', 'SELF']) {
      const { record, userErrors } = await advance(1, { stage });
      expect([record, userErrors.map(({ code, path }) => [code, ...path])]).toEqual([
        null,
        [['ILLEGAL_STATE', 'stage']],
      ]);
    }
    expect((await advance(1, { stage: 'REVIEW', conclusion: 'Hoàn thành' })).userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', path: ['conclusion'] },
    ]);
    expect((await advance(1, { stage: 'REVIEW', score: '90', maxScore: '100' })).record).toMatchObject({
      version: 2,
      stage: 'REVIEW',
    });
    expect((await advance(1, { stage: 'CONCLUDED' })).userErrors.map(({ code }) => code)).toEqual(['CONFLICT']);
    expect(
      await advance(2, {
        stage: 'CONCLUDED',
        grade: 'GOOD',
        conclusion: 'Hoàn thành tốt nhiệm vụ',
        concludedBy: toGlobalId('Person', person[0]?.id ?? 0),
      }),
    ).toEqual({
      record: {
        version: 3,
        stage: 'CONCLUDED',
        grade: 'GOOD',
        score: '90',
        conclusion: 'Hoàn thành tốt nhiệm vụ',
        concludedBy: { name: 'Nguyễn Văn A' },
      },
      userErrors: [],
    });
    for (const stage of ['SELF', 'REVIEW', 'CONCLUDED']) {
      expect((await advance(3, { stage })).userErrors.map(({ code }) => code)).toEqual(['ILLEGAL_STATE']);
    }
    expect(await world.traces()).toEqual({ events: before.events + 2, audits: before.audits + 2 });
  });

  it('is corrected once concluded, only with a reason and by those who conclude', async () => {
    const { reviewer, committee, admin } = world.viewers;
    const id = await made(reviewer, review({ stage: 'CONCLUDED', conclusion: 'Hoàn thành' }));
    const correct = (viewer: Viewer, version: number, more: object) =>
      world.change('correctEvaluation', viewer, step(id, version, more), 'version stage conclusion');
    expect((await correct(reviewer, 1, { reason: ' ', conclusion: 'Tốt' })).userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', path: ['reason'] },
    ]);
    expect(await world.refused('correctEvaluation', committee, step(id, 1, { conclusion: 'Tốt' }))).toBe('FORBIDDEN');
    expect(await world.refused('closeEvaluation', committee, step(id, 1, { on: '2026-11-23' }))).toBe('FORBIDDEN');
    expect((await correct(reviewer, 1, { conclusion: 'Hoàn thành tốt' })).record).toEqual({
      version: 2,
      stage: 'CONCLUDED',
      conclusion: 'Hoàn thành tốt',
    });
    expect((await correct(admin, 2, { conclusion: null })).record).toMatchObject({ version: 3, conclusion: null });
  });

  it('is closed once, and takes no step after that', async () => {
    const { reviewer } = world.viewers;
    const id = await made(reviewer, review());
    const close = (version: number) =>
      world.change('closeEvaluation', reviewer, step(id, version, { on: '2026-11-20' }), 'closedOn version');
    expect((await close(1)).record).toEqual({ closedOn: '2026-11-20', version: 2 });
    expect((await close(2)).userErrors.map(({ code }) => code)).toEqual(['ILLEGAL_STATE']);
    const advanced = await world.change('advanceEvaluation', reviewer, step(id, 2, { stage: 'CONCLUDED' }));
    expect(advanced.userErrors.map(({ code }) => code)).toEqual(['ILLEGAL_STATE']);
  });
});
