import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import type { Viewer } from '../../src/ground/viewer/viewer.ts';
import {
  type AgreementGround,
  changeRecordOf,
  type Changed,
  layAgreementGround,
  organisationId,
} from '../support/agreements.ts';
import { type GraphWorld, inTurn, openGraphWorld } from '../support/graph-world.ts';

let world: GraphWorld;
let ground: AgreementGround;
beforeAll(async () => {
  world = await openGraphWorld();
  ground = await layAgreementGround(world);
}, 60_000);
afterAll(() => world.close());

const change = (viewer: Viewer, name: string, field: string, input: object): Promise<Changed['payload']> =>
  changeRecordOf(world, viewer, name, field, input);

async function enter(name: string, field: string, input: object): Promise<string> {
  const common = { keeper: organisationId(ground.here.LDLD), visibility: 'PUBLIC' };
  const { record, userErrors } = await change(ground.officer, name, field, { ...common, ...input });
  expect(userErrors).toEqual([]);
  return record?.id ?? '';
}

/** An agreement of 2024 to 2026 with an obligation of each kind, and what meets some of their years. */
async function programme(
  name: string,
): Promise<{ agreement: string; obligations: string[]; met: Record<string, string> }> {
  const agreement = await enter('createAgreement', 'agreement', {
    kind: 'PROGRAMME',
    name,
    termStart: { on: '2024-01-01' },
    termEnd: { on: '2026-12-31' },
    parties: [{ organisation: organisationId(ground.here.LDLD), role: 'MEMBER' }],
  });
  const owed = { agreement, frequency: 'YEARLY', text: 'Mỗi năm một lần' };
  const obligations = [];
  for (const kind of ['PLAN', 'REVIEW_MEETING', 'SUMMARY']) {
    obligations.push(await enter('createObligation', 'obligation', { ...owed, kind }));
  }
  const plan = await enter('createAgreementPlan', 'agreementPlan', { agreement, year: 2024, name: 'Kế hoạch 2024' });
  const meeting = (name: string, kind: string, held: object): Promise<string> =>
    enter('createAgreementEvent', 'agreementEvent', { agreement, kind, name, held });
  await meeting('Ký kết', 'SIGNING', { on: '2024-01-02' });
  const later = await meeting('Họp cuối năm', 'REVIEW_MEETING', { on: '2024-12-20' });
  const met = await meeting('Họp giữa năm', 'REVIEW_MEETING', { on: '2024-07-01' });
  await meeting('Họp không rõ năm', 'REVIEW_MEETING', { earliest: '2025-12-01', latest: '2026-01-31' });
  const [evaluation] = await world.sql<{ id: number }>(
    `insert into evaluation (province_id, keeper_id, exposure, agreement_id, stage, year, name, sort_key, folded, origin)
     select province_id, keeper_id, 2, id, stage, year, 'Đánh giá', 'd', 'danh gia', 'MANUAL' from agreement
     cross join (values ('SELF', 2025), ('CONCLUDED', 2025), ('REVIEW', null)) of (stage, year)
     where id = ${Buffer.from(agreement, 'base64url').toString().split(':')[1]} returning id + 1 as id`,
  );
  return {
    agreement,
    obligations,
    met: { plan, met, later, evaluation: toGlobalId('Evaluation', evaluation?.id ?? 0) },
  };
}

const YEARS = `kind firstYear years { year due state metBy { __typename id } }`;

describe('obligations', () => {
  it('stand in each year of their agreement, and lead to the plan, the first meeting and the furthest evaluation', async () => {
    const { agreement, met } = await programme('Chương trình có nghĩa vụ');
    const { node } = await world.ask<{ node: unknown }>(
      `query ($id: ID!) { node(id: $id) { ... on Agreement { obligations(first: 5, orderBy: [{ field: KIND }]) { nodes { ${YEARS} } } } } }`,
      { id: agreement },
    );
    const year = (of: number, state: string, metBy: object | null = null): object => ({
      year: of,
      due: `${of}-12-31`,
      state,
      metBy,
    });
    expect(node).toEqual({
      obligations: {
        nodes: [
          {
            kind: 'PLAN',
            firstYear: null,
            years: [
              year(2024, 'MET', { __typename: 'AgreementPlan', id: met['plan'] }),
              year(2025, 'OVERDUE'),
              year(2026, 'OPEN'),
            ],
          },
          {
            kind: 'REVIEW_MEETING',
            firstYear: null,
            years: [
              year(2024, 'MET', { __typename: 'AgreementEvent', id: met['met'] }),
              year(2025, 'OVERDUE'),
              year(2026, 'OPEN'),
            ],
          },
          {
            kind: 'SUMMARY',
            firstYear: null,
            years: [
              year(2024, 'NOT_KNOWN'),
              year(2025, 'MET', { __typename: 'Evaluation', id: met['evaluation'] }),
              year(2026, 'OPEN'),
            ],
          },
        ],
      },
    });
  });

  it('are corrected and closed, and refuse what cannot be', async () => {
    const { obligations } = await programme('Chương trình sửa nghĩa vụ');
    const [id = ''] = obligations;
    const step = { id, expectedVersion: 1, reason: 'Đối chiếu' };
    const refused = await change(ground.officer, 'correctObligation', 'obligation', { ...step, firstYear: 99_999 });
    expect(refused.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', path: ['firstYear'] }]);
    const inverted = await change(ground.officer, 'correctObligation', 'obligation', {
      ...step,
      firstYear: 2025,
      lastYear: 2024,
    });
    expect(inverted.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    const done = await change(ground.officer, 'correctObligation', 'obligation', { ...step, firstYear: 2023 });
    expect(done).toEqual({ record: { id, version: 2, closedOn: null }, userErrors: [] });
    await change(ground.officer, 'closeObligation', 'obligation', { ...step, expectedVersion: 2, on: '2025-06-01' });
    const { node } = await world.ask<{ node: { years: { year: number; state: string }[]; versions: object[] } }>(
      `query ($id: ID!) { node(id: $id) { ... on Obligation { years { year state } versions { action } } } }`,
      { id },
    );
    expect(node.years).toEqual([
      { year: 2023, state: 'NOT_KNOWN' },
      { year: 2024, state: 'MET' },
    ]);
    expect(node.versions).toHaveLength(3);
  });

  it('are met only by what the viewer may see', async () => {
    const { agreement, obligations } = await programme('Chương trình có kế hoạch nội bộ');
    const hidden = { agreement, visibility: 'ORGANISATION', year: 2026, name: 'Kế hoạch nội bộ' };
    const id = await enter('createAgreementPlan', 'agreementPlan', hidden);
    const query = `query ($id: ID!) { node(id: $id) { ... on Obligation { years { state metBy { id } } } } }`;
    const last = async (viewer?: Viewer): Promise<unknown> => {
      const context = viewer && world.contextOf(viewer);
      const { node } = await world.ask<{ node: { years: object[] } }>(query, { id: obligations[0] }, context);
      return node.years.at(-1);
    };
    expect(await last(ground.officer)).toEqual({ state: 'MET', metBy: { id } });
    for (const viewer of [undefined, ground.stranger, ground.reviewer]) {
      expect(await last(viewer)).toEqual({ state: 'OPEN', metBy: null });
    }
  });

  it('are filtered across their agreement, grouped, and cost the same statements for many as for one', async () => {
    for (const name of ['Thỏa thuận một', 'Thỏa thuận hai', 'Thỏa thuận ba']) await programme(name);
    const filter = {
      agreement: { name: { contains: 'thoa thuan' }, party: { organisation: { kind: { eq: 'LDLD' } } } },
    };
    const query = `query ($n: Int!, $filter: ObligationFilter) { obligations(first: $n, filter: $filter) { totalCount
      groups(by: [KIND, AGREEMENT], first: 20) { count key { kind agreement { name } } } nodes { agreement { name } ${YEARS} } } }`;
    const { read, snapshot } = world.contextOf(ground.officer);
    const ask = async (
      n: number,
    ): Promise<{
      names: string[];
      data: { obligations: { totalCount: number; groups: { count: number }[]; nodes: object[] } };
    }> => {
      world.pools.statements.splice(0);
      const data = await world.ask<{
        obligations: { totalCount: number; groups: { count: number }[]; nodes: object[] };
      }>(query, { n, filter }, world.contextOf(ground.officer, { read: inTurn(read), snapshot }));
      const names = world.pools.statements.splice(0).map((text) => /^\/\* (\w+) \*\//.exec(text)?.[1] ?? text);
      return { names: names.sort(), data };
    };
    const many = await ask(20);
    expect(many.data.obligations.nodes).toHaveLength(9);
    expect(many.data.obligations.groups.map(({ count }) => count)).toEqual(Array.from({ length: 9 }, () => 1));
    expect((await ask(3)).names).toEqual(many.names);
  });
});
