import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LOCAL_OPERATOR } from '../../src/ground/viewer/viewer.ts';
import { loadNationalRecords, nationalSeeds } from '../../src/record/national/load-national.ts';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';

let world: GraphWorld;
const load = (): Promise<number> =>
  world.contextOf(LOCAL_OPERATOR).write((tx) => loadNationalRecords(tx, LOCAL_OPERATOR));

beforeAll(async () => {
  world = await openGraphWorld();
});
afterAll(() => world.close());

describe('national movements and campaigns', () => {
  it('enter an archive once, also when two hubs start at once, each with an event and an audit row', async () => {
    const seeds = nationalSeeds();
    const all = seeds.movements.length + seeds.campaigns.length;
    expect((await Promise.all([load(), load()])).sort((a, b) => a - b)).toEqual([0, all]);
    expect(await load()).toBe(0);
    const [counts] = await world.sql(
      `select (select count(*)::int from event where type = 'RECORD_CREATED') as events, (select count(*)::int from audit) as audits`,
    );
    expect(counts).toEqual({ events: all, audits: all });
  });

  it('belong to the country and to no organisation, and say that the hub’s catalogue names them', async () => {
    const { movements } = await world.ask<{ movements: { nodes: object[] } }>(
      `{ movements(first: 1, filter: { national: true, name: { eq: "Lao động giỏi, lao động sáng tạo" } }) { nodes {
        province { code level } keeper { code } launched { earliest } roles { role } provenance { kind basis document { title } } } } }`,
    );
    expect(movements.nodes).toEqual([
      {
        province: { code: 'VN', level: 'COUNTRY' },
        keeper: null,
        launched: null,
        roles: [],
        provenance: { kind: 'MANUAL', basis: null, document: null },
      },
    ]);
  });

  it('that an administrator has renamed are not entered again under the old name', async () => {
    const { movements } = await world.ask<{ movements: { nodes: { id: string }[] } }>(
      `{ movements(first: 1, filter: { name: { eq: "Tuổi trẻ sáng tạo" } }) { nodes { id } } }`,
    );
    const input = {
      id: movements.nodes[0]?.id,
      expectedVersion: 1,
      reason: 'Tên đầy đủ',
      name: 'Tuổi trẻ sáng tạo, khởi nghiệp',
    };
    const { correctMovement } = await world.ask<{ correctMovement: { userErrors: object[] } }>(
      `mutation ($input: CorrectMovementInput!) { correctMovement(input: $input) { userErrors { code } } }`,
      { input },
      world.contextOf(LOCAL_OPERATOR),
    );
    expect(correctMovement.userErrors).toEqual([]);
    expect(await load()).toBe(0);
  });
});
