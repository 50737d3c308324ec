import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { type EvaluationWorld, openEvaluationWorld } from '../support/evaluation-world.ts';

let world: EvaluationWorld;
beforeAll(async () => {
  world = await openEvaluationWorld();
}, 60_000);
afterAll(() => world.close());

const self = (more: object = {}): object => ({
  keeper: toGlobalId('Organisation', world.organisation['LDLD-91'] ?? 0),
  visibility: 'REVIEWERS',
  stage: 'SELF',
  name: 'Tự đánh giá năm 2025',
  agreement: world.ids.agreement,
  year: 2025,
  ...more,
});

describe('an input that cannot be', () => {
  it.each([
    ['the plan of another agreement', () => ({ plan: world.ids.otherPlan }), 'plan'],
    ['a plan without its agreement', () => ({ plan: world.ids.plan, agreement: null }), 'plan'],
    ['the meeting of another agreement', () => ({ meeting: world.ids.meeting, agreement: world.ids.other }), 'meeting'],
    ['an id of another kind', () => ({ agreement: world.ids.plan }), 'agreement'],
    ['a name of spaces', () => ({ name: '  ' }), 'name'],
    ['a year that cannot be', () => ({ year: 25 }), 'year'],
    ['a conclusion of one’s own', () => ({ conclusion: 'Tốt' }), 'conclusion'],
  ])('is refused with its path and leaves nothing: %s', async (_what, more, path) => {
    const before = await world.traces();
    const { record, userErrors } = await world.change('createEvaluation', world.viewers.officer, self(more()));
    expect([record, userErrors.map(({ code, path: at }) => [code, ...at])]).toEqual([null, [['BAD_USER_INPUT', path]]]);
    expect(await world.traces()).toEqual(before);
  });

  it('is refused where it names what the writer may not see', async () => {
    const [row] = await world.sql<{ id: number }>(
      `insert into agreement (province_id, keeper_id, exposure, origin, kind, name, sort_key, folded)
       values ($1, $2, 0, 'MANUAL', 'PROGRAMME', 'Riêng', 'rieng', 'rieng') returning id`,
      [world.province, world.organisation['HPN-91']],
    );
    const hidden = self({ agreement: toGlobalId('Agreement', row?.id ?? 0) });
    expect((await world.change('createEvaluation', world.viewers.officer, hidden)).userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', path: ['agreement'] },
    ]);
  });

  it('is refused with a score above its maximum', async () => {
    const { userErrors } = await world.change(
      'createEvaluation',
      world.viewers.officer,
      self({ score: '101', maxScore: '100' }),
    );
    expect(userErrors.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('the same key', () => {
  it('answers the same evaluation once, and refuses another input', async () => {
    const input = self({ idempotencyKey: 'đánh giá 1' });
    const enter = () => world.change('createEvaluation', world.viewers.officer, input);
    const [one, two] = [await enter(), await enter()];
    expect(one.record?.id).toBeDefined();
    expect(two).toEqual(one);
    expect(await world.sql('select id from evaluation')).toHaveLength(1);
    const other = await world.change('createEvaluation', world.viewers.officer, { ...input, name: 'Khác' });
    expect(other.userErrors.map(({ code }) => code)).toEqual(['IDEMPOTENCY_CONFLICT']);
  });
});
