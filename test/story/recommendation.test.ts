import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromGlobalId, toGlobalId } from '../../src/ground/gql/node.ts';
import type { Viewer } from '../../src/ground/viewer/viewer.ts';
import { type EvaluationWorld, openEvaluationWorld } from '../support/evaluation-world.ts';

let world: EvaluationWorld;
beforeAll(async () => {
  world = await openEvaluationWorld();
}, 60_000);
afterAll(() => world.close());

const org = (code: string): string => toGlobalId('Organisation', world.organisation[code] ?? 0);
const directive = (more: object = {}): object => ({
  keeper: org('UBND-91'),
  visibility: 'PUBLIC',
  kind: 'DIRECTIVE',
  from: org('UBND-91'),
  to: [org('LDLD-91'), org('HPN-91')],
  text: 'Tiếp tục phối hợp thực hiện',
  agreement: world.ids.agreement,
  meeting: world.ids.meeting,
  ...more,
});
const followUp = (id: string, expectedVersion: number, state: string, more: object = {}): object => ({
  id,
  expectedVersion,
  reason: 'Theo báo cáo',
  on: '2026-11-20',
  text: 'Đã họp',
  state,
  ...more,
});
async function made(more: object = {}, viewer: Viewer = world.viewers.reviewer): Promise<string> {
  const { record, userErrors } = await world.change('createRecommendation', viewer, directive(more));
  expect(userErrors).toEqual([]);
  return record?.id ?? '';
}
const FOLLOWED = 'version state overdue followUps { ordinal on text state organisation { code } provenance { kind } }';

describe('a recommendation', () => {
  it('says what was stated, is open, and is found from everything it names', async () => {
    const [group] = await world.sql<{ id: number }>(
      `insert into target_group (province_id, keeper_id, exposure, origin, name, sort_key, folded)
       values ($1, $2, 2, 'MANUAL', 'Người ở trọ', 'nguoi o tro', 'nguoi o tro') returning id`,
      [world.province, world.organisation['UBND-91']],
    );
    const evaluation = await world.change('createEvaluation', world.viewers.reviewer, {
      keeper: org('UBND-91'),
      visibility: 'PUBLIC',
      stage: 'CONCLUDED',
      name: 'Đánh giá năm 2014',
      agreement: world.ids.agreement,
      year: 2014,
    });
    const { record } = await world.change<{ id: string }>(
      'createRecommendation',
      world.viewers.reviewer,
      directive({
        ordinal: 4,
        addressee: '5 tổ chức chính trị - xã hội',
        evaluation: evaluation.record?.id,
        targetGroups: [toGlobalId('TargetGroup', group?.id ?? 0)],
        issued: { earliest: '2015-01-01', latest: '2015-12-31' },
      }),
      `id version kind text addressee ordinal deadline state overdue issued { precision } from { code } to { code } speaker { name } document { title }
       agreement { name } evaluation { year grade } meeting { name } targetGroups { name } followUps { text }`,
    );
    const { id, ...said } = record ?? { id: '' };
    expect(said).toEqual({
      version: 1,
      kind: 'DIRECTIVE',
      text: 'Tiếp tục phối hợp thực hiện',
      addressee: '5 tổ chức chính trị - xã hội',
      ordinal: 4,
      deadline: null,
      state: 'OPEN',
      overdue: null,
      issued: { precision: 'YEAR' },
      from: { code: 'UBND-91' },
      to: expect.arrayContaining([{ code: 'LDLD-91' }, { code: 'HPN-91' }]),
      speaker: null,
      document: null,
      agreement: { name: 'Chương trình A' },
      evaluation: { year: 2014, grade: null },
      meeting: { name: 'Họp đánh giá' },
      targetGroups: [{ name: 'Người ở trọ' }],
      followUps: [],
    });
    const only = `(first: 9, filter: { id: { eq: "${id}" } }) { nodes { id } totalCount }`;
    const back = await world.ask<Record<string, object>>(
      `query ($a: ID!, $e: ID!, $m: ID!) {
        agreement: node(id: $a) { ... on Agreement { recommendations${only} } } evaluation: node(id: $e) { ... on Evaluation { recommendations${only} } }
        meeting: node(id: $m) { ... on AgreementEvent { recommendations${only} } }
        giver: organisation(code: "UBND-91") { recommendations: recommendationsFrom${only} } taker: organisation(code: "HPN-91") { recommendations: recommendationsTo${only} } }`,
      { a: world.ids.agreement, e: evaluation.record?.id, m: world.ids.meeting },
    );
    for (const [from, found] of Object.entries(back)) {
      expect([from, found]).toEqual([from, { recommendations: { nodes: [{ id }], totalCount: 1 } }]);
    }
    const { organisation } = await world.ask<{ organisation: object }>(
      `{ organisation(code: "LDLD-91") { recommendationsFrom${only} } }`,
    );
    expect(organisation).toEqual({ recommendationsFrom: { nodes: [], totalCount: 0 } });
  });

  it('of the visibility ORGANISATION is seen with its follow-ups by its keeper and nobody else', async () => {
    const { officer, stranger, reviewer, anonymous, admin } = world.viewers;
    const own = { keeper: org('LDLD-91'), from: org('LDLD-91'), to: [org('UBND-91')], visibility: 'ORGANISATION' };
    const id = await made(own, officer);
    await world.change('followUpRecommendation', officer, followUp(id, 1, 'IN_PROGRESS'));
    const seenBy = async (viewer: Viewer): Promise<unknown> =>
      (
        await world.ask<{ node: unknown }>(
          'query ($id: ID!) { node(id: $id) { ... on Recommendation { to { code } followUps { text } versions { version } } } }',
          { id },
          world.contextOf(viewer),
        )
      ).node;
    for (const viewer of [officer, admin]) {
      expect(await seenBy(viewer)).toEqual({
        to: [{ code: 'UBND-91' }],
        followUps: [{ text: 'Đã họp' }],
        versions: [{ version: 1 }, { version: 2 }],
      });
    }
    for (const viewer of [anonymous, stranger, reviewer]) expect(await seenBy(viewer)).toBeNull();
  });

  it('is corrected without its state, and closed; what it said before stays', async () => {
    const { reviewer } = world.viewers;
    const id = await made();
    const step = { id, reason: 'Sai địa chỉ' };
    const corrected = await world.change(
      'correctRecommendation',
      reviewer,
      { ...step, expectedVersion: 1, to: [org('MTTQ-91')], deadline: '2026-11-01' },
      'version state overdue deadline to { code } text',
    );
    expect(corrected.record).toEqual({
      version: 2,
      state: 'OPEN',
      overdue: true,
      deadline: '2026-11-01',
      to: [{ code: 'MTTQ-91' }],
      text: 'Tiếp tục phối hợp thực hiện',
    });
    const closed = await world.change(
      'closeRecommendation',
      reviewer,
      { ...step, expectedVersion: 2, on: '2026-11-23' },
      'state overdue closedOn versions { action changes { field } }',
    );
    expect(closed.record).toMatchObject({ state: 'OPEN', overdue: false, closedOn: '2026-11-23' });
    expect(closed.record).toHaveProperty('versions.1.changes', [{ field: 'deadline' }, { field: 'to' }]);
    const late = await world.change('followUpRecommendation', reviewer, followUp(id, 3, 'IN_PROGRESS'));
    expect(late.userErrors.map(({ code }) => code)).toEqual(['ILLEGAL_STATE']);
  });

  it.each([
    ['what it comes from', () => ({ from: world.ids.plan }), 'from'],
    ['whom it is addressed to', () => ({ to: [world.ids.plan] }), 'to'],
    ['its words', () => ({ text: ' ' }), 'text'],
    ['a meeting of another agreement', () => ({ agreement: world.ids.other }), 'meeting'],
    ['no day', () => ({ issued: {} }), 'issued'],
  ])('is refused with the path, and leaves nothing: %s', async (_what, more, path) => {
    const before = await world.traces();
    const { record, userErrors } = await world.change(
      'createRecommendation',
      world.viewers.reviewer,
      directive(more()),
    );
    expect([record, userErrors.map(({ code, path: at }) => [code, ...at])]).toEqual([null, [['BAD_USER_INPUT', path]]]);
    expect(await world.traces()).toEqual(before);
  });
});

describe('a follow-up', () => {
  it('is added to those before, moves the state, and leaves one event of its own and one audit row', async () => {
    const { reviewer } = world.viewers;
    const id = await made({ deadline: '2026-11-22' });
    const before = await world.traces();
    await world.change('followUpRecommendation', reviewer, followUp(id, 1, 'IN_PROGRESS'));
    const { record } = await world.change<object>(
      'followUpRecommendation',
      reviewer,
      followUp(id, 2, 'DONE', { on: '2026-11-23', text: 'Đã xong', organisation: org('LDLD-91') }),
      FOLLOWED,
    );
    const manual = { provenance: { kind: 'MANUAL' } };
    expect(record).toEqual({
      version: 3,
      state: 'DONE',
      overdue: false,
      followUps: [
        { ordinal: 1, on: '2026-11-20', text: 'Đã họp', state: 'IN_PROGRESS', organisation: null, ...manual },
        { ordinal: 2, on: '2026-11-23', text: 'Đã xong', state: 'DONE', organisation: { code: 'LDLD-91' }, ...manual },
      ],
    });
    expect(await world.traces()).toEqual({ events: before.events + 2, audits: before.audits + 2 });
    const [event] = await world.sql(
      'select type, subject_type, subject_key, version, replaced_version from event order by id desc limit 1',
    );
    expect(event).toEqual({
      type: 'RECOMMENDATION_FOLLOWED_UP',
      subject_type: 'Recommendation',
      subject_key: fromGlobalId(id)?.key[0],
      version: 3,
      replaced_version: 2,
    });
  });

  it('is refused to whom the recommendation is addressed, after today, without a reason, and on a version that is gone', async () => {
    const { reviewer, stranger } = world.viewers;
    const id = await made();
    const of = async (viewer: Viewer, input: object): Promise<unknown[]> =>
      (await world.change('followUpRecommendation', viewer, input)).userErrors.map(({ code, path }) => [code, ...path]);
    expect(await of(stranger, followUp(id, 1, 'IN_PROGRESS'))).toEqual([['NOT_FOUND']]);
    expect(await of(reviewer, followUp(id, 1, 'IN_PROGRESS', { on: '2026-11-24' }))).toEqual([
      ['BAD_USER_INPUT', 'on'],
    ]);
    expect(await of(reviewer, followUp(id, 1, 'IN_PROGRESS', { reason: '' }))).toEqual([['BAD_USER_INPUT', 'reason']]);
    expect(await of(reviewer, followUp(id, 7, 'IN_PROGRESS'))).toEqual([['CONFLICT', 'expectedVersion']]);
    expect(await of(reviewer, followUp(id, 1, 'DONE'))).toEqual([['ILLEGAL_STATE', 'state']]);
  });

  it('says the first that is known where the source did not', async () => {
    const id = await made();
    await world.sql('update recommendation set state = null where id = $1', [fromGlobalId(id)?.key[0]]);
    const { record } = await world.change<object>(
      'followUpRecommendation',
      world.viewers.reviewer,
      followUp(id, 1, 'DONE'),
      'state',
    );
    expect(record).toEqual({ state: 'DONE' });
  });

  it('keeps the state, the follow-ups and the versions as a model of them says, whatever is asked in whatever order', async () => {
    const ways: Record<string, string[]> = {
      OPEN: ['OPEN', 'IN_PROGRESS'],
      IN_PROGRESS: ['IN_PROGRESS', 'DONE', 'DECLINED'],
      DONE: ['IN_PROGRESS'],
      DECLINED: [],
    };
    const asked = fc.record({
      state: fc.constantFrom('OPEN', 'IN_PROGRESS', 'DONE', 'DECLINED'),
      stale: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 12 }), async (steps) => {
        const id = await made();
        const model = { version: 1, state: 'OPEN', followUps: [] as string[] };
        for (const { state, stale } of steps) {
          const { record, userErrors } = await world.change<{ version: number; state: string }>(
            'followUpRecommendation',
            world.viewers.reviewer,
            followUp(id, stale ? model.version + 1 : model.version, state),
            'version state followUps { ordinal state }',
          );
          const allowed = ways[model.state]?.includes(state) ?? false;
          if (stale || !allowed) {
            expect(userErrors.map(({ code }) => code)).toEqual([stale ? 'CONFLICT' : 'ILLEGAL_STATE']);
            continue;
          }
          model.version += 1;
          model.state = state;
          model.followUps.push(state);
          const { version, followUps } = model;
          expect(record).toEqual({
            version,
            state,
            followUps: followUps.map((one, at) => ({ ordinal: at + 1, state: one })),
          });
        }
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});
