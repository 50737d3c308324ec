import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { ANONYMOUS, LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { viewerOf } from '../support/graph-world.ts';
import { aCampaign, AN_GIANG, anActivity, openRecordWorld, type RecordWorld } from '../support/record-mutations.ts';

let world: RecordWorld;
beforeAll(async () => {
  world = await openRecordWorld();
}, 60_000);
beforeEach(() => world.empty());
afterAll(() => world.close());

const campaign = (more: object = {}): object => aCampaign(world, more);
const activity = (more: object = {}): object => anActivity(world, more);

describe('a campaign', () => {
  it('is entered, corrected and closed by versions, each with one event and one audit row', async () => {
    const entered = await world.change(world.officer, 'createCampaign', campaign());
    expect(entered).toMatchObject({ record: { version: 1 }, userErrors: [], codes: [] });
    const said = { id: entered.record?.['id'], expectedVersion: 1, reason: 'Theo kế hoạch đã ký' };
    const corrected = await world.change(
      world.officer,
      'correctCampaign',
      {
        ...said,
        ends: null,
        roles: [{ organisation: world.id('TD'), role: 'RESPONDS', among: 'thanh niên công nhân' }],
      },
      'version name year starts { earliest precision } ends { latest } roles { role among organisation { kind } }',
    );
    expect(corrected.record).toEqual({
      version: 2,
      name: 'Tháng Công nhân năm 2026',
      year: 2026,
      starts: { earliest: '2026-05-01', precision: 'DAY' },
      ends: null,
      roles: [{ role: 'RESPONDS', among: 'thanh niên công nhân', organisation: { kind: 'TD' } }],
    });
    const closed = await world.change(
      world.officer,
      'closeCampaign',
      { ...said, expectedVersion: 2, on: '2026-06-01' },
      'version closedOn versions { version action reason changes { field } }',
    );
    expect(closed.record).toEqual({
      version: 3,
      closedOn: '2026-06-01',
      versions: [
        { version: 1, action: 'createCampaign', reason: null, changes: expect.anything() },
        {
          version: 2,
          action: 'correctCampaign',
          reason: said.reason,
          changes: [{ field: 'endsEarliest' }, { field: 'endsLatest' }, { field: 'roles' }],
        },
        { version: 3, action: 'closeCampaign', reason: said.reason, changes: [{ field: 'closedOn' }] },
      ],
    });
    expect(await world.traces()).toEqual([
      'RECORD_CLOSED Campaign 3',
      'RECORD_CORRECTED Campaign 2',
      'RECORD_CREATED Campaign 1',
      'closeCampaign Campaign',
      'correctCampaign Campaign',
      'createCampaign Campaign',
    ]);
  });

  it('is carried out by a province where a national one is named, and leads both ways', async () => {
    const { record: national } = await world.change(LOCAL_OPERATOR, 'createCampaign', {
      ...campaign(),
      keeper: null,
      roles: null,
    });
    const own = campaign({ national: national?.['id'], name: 'Tháng Công nhân tỉnh An Giang' });
    await world.change(world.officer, 'createCampaign', own);
    const { campaigns } = await world.ask<{ campaigns: { nodes: object[] } }>(
      `{ campaigns(first: 5, filter: { national: true }) { nodes { province { level } national { id } carriedOut(first: 5) { nodes { name province { code } national { name } } } } } }`,
    );
    expect(campaigns.nodes).toEqual([
      {
        province: { level: 'COUNTRY' },
        national: null,
        carriedOut: {
          nodes: [
            {
              name: 'Tháng Công nhân tỉnh An Giang',
              province: { code: '91' },
              national: { name: 'Tháng Công nhân năm 2026' },
            },
          ],
        },
      },
    ]);
  });
});

describe('a record that only its organisation may know of', () => {
  it('is seen by its officer on every way, and by no one else on any', async () => {
    const { record: hidden } = await world.change(
      world.officer,
      'createCampaign',
      campaign({ visibility: 'ORGANISATION' }),
    );
    const { record: open } = await world.change(
      world.officer,
      'createCampaign',
      campaign({ name: 'Tháng Thanh niên' }),
    );
    await world.change(
      world.officer,
      'createActivity',
      activity({ visibility: 'ORGANISATION', campaign: open?.['id'] }),
    );
    await world.change(world.officer, 'createActivity', activity({ campaign: hidden?.['id'] }));
    const seen = async (viewer: Viewer): Promise<unknown> => {
      const answer = await world.ask<Record<string, unknown>>(
        `query ($hidden: ID!, $within: ID!) { node(id: $hidden) { id }
          campaigns(first: 9, filter: { within: $within }) { totalCount groups(by: [KIND], first: 9) { count } nodes { activities(first: 9) { totalCount groups(by: [], first: 1) { sum { gifts } } } } }
          activities(first: 9, filter: { campaign: { kind: { eq: MONTH } } }) { totalCount groups(by: [CAMPAIGN], first: 9) { count key { campaign { name } } } nodes { campaign { name } } }
          organisation(code: "LDLD-91") { campaigns(first: 9) { totalCount } activities(first: 9, roles: [LEADS]) { totalCount } } }`,
        { hidden: hidden?.['id'], within: toGlobalId('Place', AN_GIANG) },
        world.contextOf(viewer),
      );
      return answer;
    };
    const all = await seen(world.officer);
    expect(all).toMatchObject({
      node: { id: hidden?.['id'] },
      campaigns: { totalCount: 2, groups: [{ count: 2 }] },
      activities: { totalCount: 2 },
      organisation: { campaigns: { totalCount: 2 }, activities: { totalCount: 2 } },
    });
    const outside = {
      node: null,
      campaigns: {
        totalCount: 1,
        groups: [{ count: 1 }],
        nodes: [{ activities: { totalCount: 0, groups: [{ sum: { gifts: null } }] } }],
      },
      activities: { totalCount: 0, groups: [], nodes: [] },
      organisation: { campaigns: { totalCount: 1 }, activities: { totalCount: 1 } },
    };
    const others = [
      ANONYMOUS,
      viewerOf('OFFICER', { organisations: [world.key['HPN'] ?? 0] }),
      viewerOf('REVIEWER', { provinces: [AN_GIANG] }),
      viewerOf('ANALYST'),
    ];
    for (const viewer of others) expect([viewer.role, await seen(viewer)]).toEqual([viewer.role, outside]);
  });
});
