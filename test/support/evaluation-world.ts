import { fromGlobalId, toGlobalId } from '../../src/ground/gql/node.ts';
import type { Context } from '../../src/ground/gql/context.ts';
import { fold } from '../../src/ground/text/fold.ts';
import type { Viewer } from '../../src/ground/viewer/viewer.ts';
import { type GraphWorld, openGraphWorld, viewerOf } from './graph-world.ts';

/** What a change answered: the record under test, or what stood in the way. */
export interface Changed<R = { id: string; version: number }> {
  record: R | null;
  userErrors: { code: string; path: string[]; message: string }[];
}

/** A graph with two agreements, their plans and a meeting in An Giang, and those who write about them. */
export interface EvaluationWorld extends GraphWorld {
  /** Keys of organisations by code. */
  organisation: Readonly<Record<string, number>>;
  province: number;
  /** Global ids of what was inserted, by a name. */
  ids: Readonly<Record<'agreement' | 'other' | 'plan' | 'nextPlan' | 'otherPlan' | 'meeting' | 'movement', string>>;
  viewers: Readonly<
    Record<'anonymous' | 'officer' | 'stranger' | 'reviewer' | 'distant' | 'committee' | 'admin', Viewer>
  >;
  /** Runs a mutation whose payload field is `field`, selecting `fields` of the record. */
  change<R = { id: string; version: number }>(
    mutation: string,
    viewer: Viewer,
    input: object,
    fields?: string,
    differences?: Partial<Pick<Context, 'idempotencyKey'>>,
  ): Promise<Changed<R>>;
  /** The code of the error that refused a mutation altogether. */
  refused(mutation: string, viewer: Viewer, input: object): Promise<unknown>;
  /** Events and audit rows left so far. */
  traces(): Promise<{ events: number; audits: number }>;
}

const PAYLOADS: Readonly<Record<string, string>> = { Evaluation: 'evaluation', Recommendation: 'recommendation' };

/** Opens a graph for the tests of evaluations and recommendations. */
export async function openEvaluationWorld(): Promise<EvaluationWorld> {
  const world = await openGraphWorld();
  const found = await world.sql<{ id: number; code: string; province: number }>(
    `select id, code, province_id as province from organisation where code = any ($1) and valid_to is null`,
    [['LDLD-91', 'HPN-91', 'UBND-91', 'MTTQ-91', 'UBND-79']],
  );
  const organisation = Object.fromEntries(found.map(({ id, code }) => [code, id]));
  const of = (code: string): number => organisation[code] ?? 0;
  const province = found.find(({ code }) => code === 'UBND-91')?.province ?? 0;
  const mutation = (name: string, fields: string): string => {
    const type = /(Evaluation|Recommendation)$/.exec(name)?.[1] ?? '';
    const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`.replace(/^Close.*/, 'CloseRecordInput');
    return `mutation ($input: ${input}!) { done: ${name}(input: $input) { record: ${PAYLOADS[type]} { ${fields} } userErrors { code path message(lang: EN) } } }`;
  };
  return {
    ...world,
    organisation,
    province,
    ids: await agreements(world, province, of('UBND-91')),
    viewers: {
      anonymous: viewerOf('ANONYMOUS'),
      officer: viewerOf('OFFICER', { organisations: [of('LDLD-91')] }),
      stranger: viewerOf('OFFICER', { organisations: [of('HPN-91')] }),
      reviewer: viewerOf('REVIEWER', { provinces: [province] }),
      distant: viewerOf('REVIEWER', { provinces: [found.find(({ code }) => code === 'UBND-79')?.province ?? 0] }),
      committee: viewerOf('OFFICER', { organisations: [of('UBND-91')] }),
      admin: viewerOf('ADMIN'),
    },
    async change<R>(
      name: string,
      viewer: Viewer,
      input: object,
      fields = 'id version',
      differences: Partial<Pick<Context, 'idempotencyKey'>> = {},
    ) {
      const { done } = await world.ask<{ done: Changed<R> }>(
        mutation(name, fields),
        { input },
        world.contextOf(viewer, differences),
      );
      return done;
    },
    async refused(name, viewer, input) {
      const { data, errors } = await world.answer(mutation(name, 'id'), { input }, world.contextOf(viewer));
      if (data !== null) throw new Error(`${name} was not refused: ${JSON.stringify(data)}`);
      return errors[0]?.code;
    },
    async traces() {
      const [row] = await world.sql<{ events: number; audits: number }>(
        'select (select count(*)::integer from event) as events, (select count(*)::integer from audit) as audits',
      );
      return row ?? { events: 0, audits: 0 };
    },
  };
}

async function agreements(world: GraphWorld, province: number, keeper: number): Promise<EvaluationWorld['ids']> {
  const head = `${province}, ${keeper}, 2, 'MANUAL'`;
  const one = async (type: string, sql: string): Promise<string> => {
    const [row] = await world.sql<{ id: number }>(`${sql} returning id`);
    return toGlobalId(type, row?.id ?? 0);
  };
  const key = (id: string): string => fromGlobalId(id)?.key[0] ?? '';
  const agreement = (name: string): Promise<string> =>
    one(
      'Agreement',
      `insert into agreement (province_id, keeper_id, exposure, origin, kind, name, sort_key, folded)
       values (${head}, 'PROGRAMME', '${name}', '${fold(name)}', '${fold(name)}')`,
    );
  const plan = (id: string, year: number): Promise<string> =>
    one(
      'AgreementPlan',
      `insert into agreement_plan (province_id, keeper_id, exposure, origin, agreement_id, year, name, sort_key, folded)
       values (${head}, ${key(id)}, ${year}, 'Kế hoạch ${year}', 'ke hoach ${year}', 'ke hoach ${year}')`,
    );
  const [own, other] = [await agreement('Chương trình A'), await agreement('Chương trình B')];
  return {
    agreement: own,
    other,
    plan: await plan(own, 2025),
    nextPlan: await plan(own, 2026),
    otherPlan: await plan(other, 2025),
    meeting: await one(
      'AgreementEvent',
      `insert into agreement_event (province_id, keeper_id, exposure, origin, agreement_id, kind, name, sort_key, folded)
       values (${head}, ${key(own)}, 'REVIEW_MEETING', 'Họp đánh giá', 'hop', 'hop danh gia')`,
    ),
    movement: await one(
      'Movement',
      `insert into movement (province_id, keeper_id, exposure, origin, name, sort_key, folded)
       values (${head}, 'Lao động giỏi', 'lao dong gioi', 'lao dong gioi')`,
    ),
  };
}
