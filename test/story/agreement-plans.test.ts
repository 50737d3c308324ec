import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import {
  type AgreementGround,
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
