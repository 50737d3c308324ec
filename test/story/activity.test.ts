import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { ANONYMOUS, LOCAL_OPERATOR } from '../../src/ground/viewer/viewer.ts';
import { viewerOf } from '../support/graph-world.ts';
import { AN_GIANG, anActivity, openRecordWorld, type RecordWorld } from '../support/record-mutations.ts';

let world: RecordWorld;
beforeAll(async () => {
  world = await openRecordWorld();
}, 60_000);
beforeEach(() => world.empty());
afterAll(() => world.close());

const activity = (more: object = {}): object => anActivity(world, more);

describe('an activity', () => {
  it('keeps its numbers exactly, and whom it is for, through a correction that does not mention them', async () => {
    const { record: group } = await world.change(LOCAL_OPERATOR, 'createTargetGroup', {
      visibility: 'PUBLIC',
      name: 'Công nhân xa quê',
    });
    const { record: entered } = await world.change(
      world.officer,
      'createActivity',
      activity({ valueVnd: '99999999999999999999', targetGroups: [group?.['id']] }),
    );
    const { record } = await world.change(
      world.officer,
      'correctActivity',
      { id: entered?.['id'], expectedVersion: 1, reason: 'Đối chiếu danh sách', participants: 360, gifts: null },
      'kind participants gifts valueVnd held { earliest } targetGroups { name } policies { title } roles { role } place { code } campaign { id } agreement { id }',
    );
    expect(record).toEqual({
      kind: 'GIFTS',
      participants: 360,
      gifts: null,
      valueVnd: '99999999999999999999',
      held: { earliest: '2026-05-12' },
      targetGroups: [{ name: 'Công nhân xa quê' }],
      policies: [],
      roles: [{ role: 'LEADS' }, { role: 'SUPPORTS' }],
      place: null,
      campaign: null,
      agreement: null,
    });
    expect(await world.traces()).toEqual([
      'RECORD_CORRECTED Activity 2',
      'RECORD_CREATED Activity 1',
      'RECORD_CREATED TargetGroup 1',
      'correctActivity Activity',
      'createActivity Activity',
      'createTargetGroup TargetGroup',
    ]);
  });

  it('is entered once for one idempotency key, and another input under that key is refused', async () => {
    const keyed = activity({ idempotencyKey: 'quà 12/5' });
    const [first, again] = [
      await world.change(world.officer, 'createActivity', keyed),
      await world.change(world.officer, 'createActivity', keyed),
    ];
    expect(again.record).toEqual(first.record);
    const other = await world.change(world.officer, 'createActivity', { ...keyed, gifts: 201 });
    expect(other.userErrors.map(({ code }) => code)).toEqual(['IDEMPOTENCY_CONFLICT']);
    expect(await world.sql('select gifts from activity')).toEqual([{ gifts: '200' }]);
    expect(await world.traces()).toHaveLength(2);
  });

  const refused: [string, object, string[]][] = [
    [
      'two organisations that lead',
      {
        roles: [
          { organisation: 'LDLD', role: 'LEADS' },
          { organisation: 'TD', role: 'LEADS' },
        ],
      },
      ['roles'],
    ],
    [
      'an organisation that is none',
      { roles: [{ organisation: 'none', role: 'LEADS' }] },
      ['roles', '0', 'organisation'],
    ],
    ['a campaign that is a place', { campaign: toGlobalId('Place', AN_GIANG) }, ['campaign']],
    ['a target group that is none', { targetGroups: ['none'] }, ['targetGroups', '0']],
    ['parts of a đồng', { valueVnd: '1500.5' }, ['valueVnd']],
    ['a value below zero', { valueVnd: '-1' }, ['valueVnd']],
    ['a value beyond 20 digits', { valueVnd: '1'.repeat(21) }, ['valueVnd']],
    ['fewer participants than none', { participants: -1 }, ['participants']],
    ['fewer gifts than none', { gifts: -5 }, ['gifts']],
    ['a name of spaces', { name: ' \n' }, ['name']],
    ['a first day after the last', { held: { earliest: '2026-05-12', latest: '2026-05-11' } }, ['held']],
  ];
  it.each(refused)(
    'is refused with %s, at the path of the input, and leaves nothing',
    async (_name, differences, path) => {
      const given = JSON.parse(
        JSON.stringify(differences, (_key, value) => (value === 'LDLD' || value === 'TD' ? world.id(value) : value)),
      ) as object;
      const { record, userErrors, codes } = await world.change(world.officer, 'createActivity', activity(given));
      expect([record, codes]).toEqual([null, []]);
      expect(userErrors).toEqual([{ code: 'BAD_USER_INPUT', path, vi: expect.any(String), en: expect.any(String) }]);
      expect(await world.traces()).toEqual([]);
      expect(await world.sql('select id from activity')).toEqual([]);
    },
  );

  it('has at most one leader after any correction, and one that is corrected may change', async () => {
    const { record } = await world.change(world.officer, 'createActivity', activity());
    const leaders = (...kinds: string[]): object => ({
      id: record?.['id'],
      expectedVersion: 1,
      reason: 'Đổi tổ chức chủ trì',
      roles: kinds.map((kind) => ({ organisation: world.id(kind), role: 'LEADS' })),
    });
    const both = await world.change(world.officer, 'correctActivity', leaders('TD', 'HPN'));
    expect(both.userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', path: ['roles'], en: expect.stringContaining('got 2') },
    ]);
    const one = await world.change(
      world.officer,
      'correctActivity',
      leaders('TD'),
      'version roles { role organisation { kind } }',
    );
    expect(one.record).toEqual({ version: 2, roles: [{ role: 'LEADS', organisation: { kind: 'TD' } }] });
    await expect(
      world.sql(
        `insert into activity_role (activity_id, organisation_id, role, origin) select id, $1, 'LEADS', 'MANUAL' from activity`,
        [world.key['HPN']],
      ),
    ).rejects.toThrow('activity_lead');
  });

  it.each(['kind', 'name'])('cannot lose its %s', async (field) => {
    const { record } = await world.change(world.officer, 'createActivity', activity());
    const input = { id: record?.['id'], expectedVersion: 1, reason: 'Thử', [field]: null };
    const { userErrors, codes } = await world.change(world.officer, 'correctActivity', input);
    expect([codes, userErrors]).toEqual([[], [expect.objectContaining({ code: 'BAD_USER_INPUT', path: [field] })]]);
  });

  it('is not changed over a newer version, nor by another organisation', async () => {
    const { record } = await world.change(world.officer, 'createActivity', activity());
    const input = { id: record?.['id'], expectedVersion: 1, reason: 'Bổ sung', gifts: 210 };
    await world.change(world.officer, 'correctActivity', input);
    const late = await world.change(world.officer, 'correctActivity', input);
    expect(late.userErrors).toMatchObject([
      { code: 'CONFLICT', path: ['expectedVersion'], en: expect.stringMatching(/\b1\b.*\b2\b/) },
    ]);
    const women = viewerOf('OFFICER', { organisations: [world.key['HPN'] ?? 0] });
    expect((await world.change(women, 'createActivity', activity())).codes).toEqual(['FORBIDDEN']);
    const foreign = await world.change(women, 'correctActivity', { ...input, expectedVersion: 2 });
    expect([...foreign.codes, ...foreign.userErrors.map(({ code }) => code)]).toEqual(['NOT_FOUND']);
    expect((await world.change(ANONYMOUS, 'createActivity', activity())).codes).toEqual(['UNAUTHENTICATED']);
    expect(await world.traces()).toHaveLength(4);
  });
});
