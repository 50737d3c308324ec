import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AWARD_STEPS, type AwardRung, recipientOf } from '../../src/record/activity/award-ladder.ts';
import { openRecordWorld, type RecordWorld } from '../support/record-mutations.ts';

let world: RecordWorld;
beforeAll(async () => {
  world = await openRecordWorld();
}, 60_000);
beforeEach(() => world.empty());
afterAll(() => world.close());

const award = (differences: object = {}): object => ({
  keeper: world.id('LDLD'),
  visibility: 'PUBLIC',
  rung: 'PROVINCIAL_MERIT',
  name: 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',
  recipientKind: 'COLLECTIVE',
  quantity: 1,
  awardedFor: 'MOVEMENT',
  ...differences,
});

describe('an award', () => {
  it('is entered, corrected and closed by versions, each with one event and one audit row', async () => {
    const { officer } = world;
    const { record: movement } = await world.change(officer, 'createMovement', {
      keeper: world.id('LDLD'),
      visibility: 'PUBLIC',
      name: 'Lao động giỏi, lao động sáng tạo',
    });
    const { record } = await world.change(
      officer,
      'createAward',
      award({ movement: movement?.['id'], organisation: world.id('LDLD'), recipient: 'Công đoàn cơ sở Nhà máy nước' }),
      'id rung ladder rank form level recipient quantity reason movement { awards(first: 2) { nodes { name } } } unit { id } decision { id } campaign { id }',
    );
    expect(record).toEqual({
      id: expect.any(String),
      rung: 'PROVINCIAL_MERIT',
      ladder: 'COMMENDATIONS',
      rank: 7,
      form: 'COMMENDATION',
      level: 'PROVINCE',
      recipient: 'Công đoàn cơ sở Nhà máy nước',
      quantity: 1,
      reason: 'MOVEMENT',
      movement: { awards: { nodes: [{ name: 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh' }] } },
      unit: null,
      decision: null,
      campaign: null,
    });
    const said = { id: record?.['id'], reason: 'Theo quyết định khen thưởng' };
    const corrected = await world.change(
      officer,
      'correctAward',
      { ...said, expectedVersion: 1, decided: { on: '2026-07-28' }, awardedFor: 'THEMATIC', recipient: null },
      'version reason recipient decided { precision } organisation { code awards(first: 1) { totalCount } }',
    );
    expect(corrected.record).toEqual({
      version: 2,
      reason: 'THEMATIC',
      recipient: null,
      decided: { precision: 'DAY' },
      organisation: { code: 'LDLD-91', awards: { totalCount: 1 } },
    });
    await world.change(officer, 'closeAward', { ...said, expectedVersion: 2, on: '2026-08-01' });
    expect((await world.traces()).filter((trace) => trace.includes('Award'))).toEqual([
      'RECORD_CLOSED Award 3',
      'RECORD_CORRECTED Award 2',
      'RECORD_CREATED Award 1',
      'closeAward Award',
      'correctAward Award',
      'createAward Award',
    ]);
  });

  it.each([
    ['a person by name', { rung: 'COMMENDATION', recipientKind: 'PERSON', recipient: 'Nguyễn Văn A' }, 'recipient'],
    ['a title of persons for a collective', { rung: 'ADVANCED_WORKER' }, 'recipientKind'],
    ['a flag for a person', { rung: 'GOVERNMENT_EMULATION_FLAG', recipientKind: 'PERSON' }, 'recipientKind'],
    ['nobody', { quantity: 0 }, 'quantity'],
    ['a movement that is an organisation', { movement: 'T3JnYW5pc2F0aW9uOjE' }, 'movement'],
  ])('is refused with %s, at the path of the input', async (_name, differences, path) => {
    const { record, userErrors } = await world.change(world.officer, 'createAward', award(differences));
    expect([record, userErrors.map((error) => [error.code, error.path])]).toEqual([null, [['BAD_USER_INPUT', [path]]]]);
    expect(await world.traces()).toEqual([]);
  });

  it('of a named collective cannot become one of persons while the name stands', async () => {
    const { record } = await world.change(world.officer, 'createAward', award({ recipient: 'Tổ may số 3' }));
    const input = { id: record?.['id'], expectedVersion: 1, reason: 'Ghi nhầm đối tượng', recipientKind: 'PERSON' };
    const kept = await world.change(world.officer, 'correctAward', input);
    expect(kept.userErrors.map(({ path }) => path)).toEqual([['recipient']]);
    const counted = await world.change(
      world.officer,
      'correctAward',
      { ...input, recipient: null, quantity: 3 },
      'recipientKind recipient quantity',
    );
    expect(counted.record).toEqual({ recipientKind: 'PERSON', recipient: null, quantity: 3 });
  });
});

describe('the ladders', () => {
  it('have every rung of the table, with ranks from 1 without a gap', async () => {
    const [check] = await world.sql<{ rungs: string[] }>(
      `select array(select m[1] from regexp_matches(pg_get_constraintdef(oid), '''(\\w+)''', 'g') m) as rungs
        from pg_constraint where conname = 'award_rung_check'`,
    );
    expect(Object.keys(AWARD_STEPS).sort()).toEqual(check?.rungs.sort());
    for (const ladder of new Set(Object.values(AWARD_STEPS).map((step) => step.ladder))) {
      const ranks = new Set(Object.values(AWARD_STEPS).flatMap((step) => (step.ladder === ladder ? [step.rank] : [])));
      expect([ladder, [...ranks].sort((a, b) => a - b)]).toEqual([
        ladder,
        Array.from({ length: ranks.size }, (_, at) => at + 1),
      ]);
    }
  });

  it('order, filter and group awards', async () => {
    for (const rung of Object.keys(AWARD_STEPS) as AwardRung[]) {
      await world.change(
        world.officer,
        'createAward',
        award({
          rung,
          name: rung,
          recipientKind: recipientOf(rung) ?? 'PERSON',
          quantity: AWARD_STEPS[rung].rank * 10,
        }),
      );
    }
    const { titles, high, all } = await world.ask<{
      titles: { nodes: { rung: string }[] };
      high: { nodes: { rung: string; level: string }[] };
      all: { groups: object[] };
    }>(`{
      titles: awards(first: 50, filter: { ladder: { in: [PERSONAL_TITLES, COLLECTIVE_TITLES] } }, orderBy: [{ field: LADDER, direction: DESC }, { field: RANK }]) { nodes { rung } }
      high: awards(first: 50, filter: { rank: { lte: 2 }, ladder: { eq: COMMENDATIONS } }, orderBy: [{ field: RANK }]) { nodes { rung level } }
      all: awards(first: 1) { groups(by: [LADDER], first: 9) { key { ladder } count sum { quantity } } } }`);
    expect(titles.nodes.map(({ rung }) => rung)).toEqual([
      'NATIONAL_EMULATION_FIGHTER',
      'PROVINCIAL_EMULATION_FIGHTER',
      'GRASSROOTS_EMULATION_FIGHTER',
      'ADVANCED_WORKER',
      'GOVERNMENT_EMULATION_FLAG',
      'PROVINCIAL_EMULATION_FLAG',
      'EXCELLENT_LABOUR_COLLECTIVE',
      'ADVANCED_LABOUR_COLLECTIVE',
    ]);
    expect(high.nodes).toEqual([
      { rung: 'ORDER', level: 'STATE' },
      { rung: 'MEDAL', level: 'STATE' },
    ]);
    expect(all.groups).toEqual([
      { key: { ladder: 'COLLECTIVE_TITLES' }, count: 4, sum: { quantity: '100' } },
      { key: { ladder: 'COMMENDATIONS' }, count: 9, sum: { quantity: '430' } },
      { key: { ladder: 'COMMUNITY_TITLES' }, count: 3, sum: { quantity: '60' } },
      { key: { ladder: 'PERSONAL_TITLES' }, count: 4, sum: { quantity: '100' } },
    ]);
  }, 30_000);
});
