import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromGlobalId, toGlobalId } from '../../src/ground/gql/node.ts';
import { ANONYMOUS, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { type EvaluationWorld, openEvaluationWorld } from '../support/evaluation-world.ts';
import { inTurn } from '../support/graph-world.ts';

let world: EvaluationWorld;
beforeAll(async () => {
  world = await openEvaluationWorld();
  const key = (id: string): string => fromGlobalId(id)?.key[0] ?? '';
  const { agreement, other, plan, nextPlan, meeting, movement } = world.ids;
  const [union, women, committee] = ['LDLD-91', 'HPN-91', 'UBND-91'].map((code) => world.organisation[code]);
  await world.sql(
    `insert into evaluation (province_id, keeper_id, exposure, origin, agreement_id, plan_id, meeting_id, movement_id, evaluated_id, stage, year, name,
       sort_key, folded, grade, score, max_score)
     select $1, case n % 3 when 0 then $2::integer else $3 end, case when n % 4 = 0 then 0 else 2 end, 'MANUAL',
       case when n % 5 = 0 then null when n % 2 = 0 then $4::integer else $5 end, case when n % 10 = 2 then $6::integer end,
       case when n % 10 = 3 then $7::integer end, case when n % 5 = 0 then $8::integer end,
       case n % 3 when 0 then $2::integer when 1 then $9 end, (array['SELF', 'REVIEW', 'CONCLUDED'])[1 + n % 3],
       case when n % 7 = 0 then null else 2020 + n % 4 end, 'Đánh giá ' || n, 'danh gia ' || lpad(n::text, 3, '0'), 'danh gia ' || n,
       (array['EXCELLENT', 'GOOD', null])[1 + n % 3], case when n % 2 = 0 then 80 + n * 0.25 end, case when n % 2 = 0 then 100 end
     from generate_series(1, 40) n`,
    [world.province, union, committee, key(agreement), key(other), key(plan), key(meeting), key(movement), women],
  );
  await world.sql(
    `update agreement_plan set fed_by_id = (select id from evaluation where name = 'Đánh giá 2') where id = $1`,
    [key(nextPlan)],
  );
  await world.sql(
    `insert into evaluation_criterion (evaluation_id, ordinal, name) select id, 1, 'Kế hoạch' from evaluation`,
  );
  await world.sql(
    `insert into evaluation_remark (evaluation_id, kind, ordinal, text, organisation_id, origin)
     select id, kind, 1, kind, keeper_id, 'MANUAL' from evaluation, unnest(array['FINDING', 'LESSON']) kind`,
  );
  await world.sql(
    `insert into recommendation (province_id, keeper_id, exposure, origin, kind, from_id, ordinal, text, sort_key, folded, deadline, state, agreement_id,
       evaluation_id, meeting_id, issued_earliest, issued_latest)
     select $1, $2, case when n % 4 = 0 then 0 else 2 end, 'MANUAL', (array['DIRECTIVE', 'REQUEST', 'PROPOSAL'])[1 + n % 3],
       case when n % 2 = 0 then $2::integer else $3 end, n, 'Đề nghị ' || n, 'de nghi ' || lpad(n::text, 3, '0'), 'de nghi ' || n,
       case when n % 5 > 0 then date '2026-10-01' + n * 3 end, (array['OPEN', 'IN_PROGRESS', 'DONE', 'DECLINED', null])[1 + n / 2 % 5], $4,
       (select id from evaluation where name = 'Đánh giá ' || n), case when n % 2 = 0 then $5::integer end,
       case when n % 3 > 0 then date '2026-01-01' + n end, case when n % 3 = 1 then date '2026-01-01' + n when n % 3 = 2 then date '2026-12-31' end
     from generate_series(1, 40) n`,
    [world.province, committee, women, key(agreement), key(meeting)],
  );
  await world.sql(
    `insert into recommendation_addressee select r.id, o from recommendation r, unnest(array[$1, $2]::integer[]) o where (r.id + o) % 3 > 0`,
    [union, women],
  );
  await world.sql(
    `insert into follow_up (recommendation_id, ordinal, organisation_id, on_date, text, state, origin)
     select id, 1, $1, '2026-11-01', 'Đã họp', 'IN_PROGRESS', 'MANUAL' from recommendation`,
    [union],
  );
}, 60_000);
afterAll(() => world.close());

const org = (code: string): string => toGlobalId('Organisation', world.organisation[code] ?? 0);
const keys = async (sql: string): Promise<string[]> =>
  (await world.sql<{ name: string }>(sql)).map(({ name }) => name).sort();

async function found(list: 'evaluations' | 'recommendations', filter: string, viewer: Viewer): Promise<string[]> {
  const name = list === 'evaluations' ? 'name' : 'name: text';
  const answer = await world.ask<Record<string, { nodes: { name: string }[] }>>(
    `{ ${list}(first: 100, filter: ${filter}) { nodes { ${name} } } }`,
    {},
    world.contextOf(viewer),
  );
  return (answer[list]?.nodes ?? []).map((node) => node.name).sort();
}

describe('a filter finds what the same condition in SQL finds', () => {
  it.each([
    ['{ stage: { eq: SELF }, year: { gte: 2022 } }', `stage = 'SELF' and year >= 2022`],
    ['{ year: { isNull: true } }', 'year is null'],
    ['{ not: { grade: { in: [EXCELLENT, GOOD] } } }', 'grade is null'],
    ['{ allParties: true, evaluated: { code: { eq: "HPN-91" } } }', 'false'],
    ['{ allParties: true }', 'evaluated_id is null'],
    [
      '{ evaluated: { code: { eq: "HPN-91" } } }',
      `evaluated_id = (select id from organisation where code = 'HPN-91' and valid_to is null)`,
    ],
    ['{ plan: { year: { eq: 2025 } } }', 'plan_id is not null'],
    ['{ plan: { agreement: { name: { contains: "chuong trinh b" } } } }', 'false'],
    [
      '{ agreement: { name: { eq: "Chương trình B" } } }',
      `agreement_id = (select id from agreement where name = 'Chương trình B')`,
    ],
    ['{ meeting: { kind: { eq: REVIEW_MEETING } } }', 'meeting_id is not null'],
    [
      '{ or: [{ movement: { name: { contains: "LAO DONG" } } }, { name: { eq: "Đánh giá 1" } }] }',
      `movement_id is not null or name = 'Đánh giá 1'`,
    ],
  ])('evaluations: %s', async (filter, where) => {
    const sql = (only: string): string => `select name from evaluation where ${only} (${where})`;
    expect(await found('evaluations', filter, world.viewers.admin)).toEqual(await keys(sql('')));
    expect(await found('evaluations', filter, ANONYMOUS)).toEqual(await keys(sql('exposure = 2 and')));
  });

  it.each([
    ['{ kind: { eq: REQUEST }, state: { ne: OPEN } }', `kind = 'REQUEST' and state is distinct from 'OPEN'`],
    ['{ overdue: true }', `deadline < '2026-11-23' and state in ('OPEN', 'IN_PROGRESS')`],
    [
      '{ overdue: false }',
      `deadline is not null and state is not null and not (deadline < '2026-11-23' and state in ('OPEN', 'IN_PROGRESS'))`,
    ],
    ['{ deadline: { isNull: true } }', 'deadline is null'],
    ['{ deadline: { gt: "2026-11-01" } }', `deadline > '2026-11-01'`],
    ['{ issued: { isNull: true } }', 'issued_earliest is null and issued_latest is null'],
    ['{ issued: { gte: "2026-01-20" } }', `coalesce(issued_earliest, issued_latest) >= '2026-01-20'`],
    [
      '{ to: { code: { eq: "LDLD-91" } } }',
      `exists (select 1 from recommendation_addressee a join organisation o on o.id = a.organisation_id where a.recommendation_id = r.id and o.code = 'LDLD-91')`,
    ],
    [
      '{ not: { to: { kind: { in: [LDLD, HPN] } } } }',
      'not exists (select 1 from recommendation_addressee a where a.recommendation_id = r.id)',
    ],
    [
      '{ from: { kind: { eq: UBND } }, evaluation: { stage: { eq: SELF } } }',
      `from_id = keeper_id and exists (select 1 from evaluation e where e.id = r.evaluation_id and e.stage = 'SELF')`,
    ],
    ['{ text: { contains: "de nghi 1" } }', `text like 'Đề nghị 1%'`],
  ])('recommendations: %s', async (filter, where) => {
    expect(await found('recommendations', filter, world.viewers.admin)).toEqual(
      await keys(`select text as name from recommendation r where ${where}`),
    );
  });
});

describe('groups equal what SQL counts', () => {
  it('evaluations by stage, grade, year and organisation, with their points', async () => {
    const { evaluations } = await world.ask<{ evaluations: { groups: object[] } }>(
      `{ evaluations(first: 1) { groups(by: [STAGE, GRADE, YEAR, EVALUATED], first: 100) { count sum { score maxScore }
          key { stage grade year evaluated { code } keeper { code } } } } }`,
      {},
      world.contextOf(world.viewers.admin),
    );
    const rows = await world.sql(
      `select count(*)::integer as count, json_build_object('score', sum(score)::text, 'maxScore', sum(max_score)::text) as sum,
         json_build_object('stage', stage, 'grade', grade, 'year', year, 'keeper', null,
           'evaluated', (select json_build_object('code', code) from organisation where id = evaluated_id)) as key
       from evaluation group by stage, grade, year, evaluated_id order by stage, grade, year, evaluated_id`,
    );
    expect(rows.length).toBeGreaterThan(12);
    expect(evaluations.groups).toEqual(rows);
  });

  it('recommendations by kind, state and month of the deadline, of those the caller sees', async () => {
    const { recommendations } = await world.ask<{ recommendations: { groups: object[] } }>(
      `{ recommendations(first: 1) { groups(by: [KIND, STATE, DEADLINE_MONTH], first: 100) { count key { kind state deadlineMonth } } } }`,
    );
    expect(recommendations.groups).toEqual(
      await world.sql(
        `select count(*)::integer as count, json_build_object('kind', kind, 'state', state, 'deadlineMonth', to_char(deadline, 'YYYY-MM')) as key
         from recommendation where exposure = 2 group by kind, state, to_char(deadline, 'YYYY-MM') order by kind, state, to_char(deadline, 'YYYY-MM')`,
      ),
    );
  });

  it('recommendations by whom they come from and by agreement, most first', async () => {
    const { recommendations } = await world.ask<{ recommendations: { groups: object[] } }>(
      `{ recommendations(first: 1, filter: { state: { in: [OPEN, DONE] } }) { groups(by: [FROM, AGREEMENT], first: 9, orderBy: [{ field: COUNT, direction: DESC }]) {
          count key { from { code } agreement { name } province { code } } } } }`,
      {},
      world.contextOf(world.viewers.admin),
    );
    expect(recommendations.groups).toEqual(
      await world.sql(
        `select count(*)::integer as count, json_build_object('from', json_build_object('code', o.code), 'province', null,
           'agreement', json_build_object('name', 'Chương trình A')) as key
         from recommendation r join organisation o on o.id = r.from_id where r.state in ('OPEN', 'DONE') group by o.id, o.code order by 1 desc, o.id`,
      ),
    );
  });
});

describe('what hangs on evaluations and recommendations', () => {
  it('leads from an evaluation to the plan it feeds, and back', async () => {
    const { evaluations } = await world.ask<{ evaluations: { nodes: object[] } }>(
      `{ evaluations(first: 2, filter: { name: { eq: "Đánh giá 2" } }) { nodes { feeds { year fedBy { name } evaluations(first: 1) { totalCount } } plan { year fedBy { name } } } } }`,
    );
    expect(evaluations.nodes).toEqual([
      {
        feeds: [{ year: 2026, fedBy: { name: 'Đánh giá 2' }, evaluations: { totalCount: 0 } }],
        plan: { year: 2025, fedBy: null },
      },
    ]);
  });

  const CASES: Record<string, string> = {
    'evaluations and all that hangs on them': `query ($n: Int!) { evaluations(first: $n, filter: { agreement: { name: { contains: "chuong" } } }) { totalCount nodes {
      name version provenance { kind } province { code } keeper { code } versions { version } agreement { name } plan { year } meeting { name } movement { name } campaign { name }
      evaluated { code } concludedBy { name } criteria { name } findings { text organisation { code } } lessons { text } feeds { year }
      stages(first: 3) { totalCount nodes { stage } } recommendations(first: 2) { totalCount nodes { text from { code } } groups(by: [STATE], first: 5) { count } } } } }`,
    'recommendations and all that hangs on them': `query ($n: Int!) { recommendations(first: $n) { totalCount nodes {
      text overdue from { code } to { code } speaker { name } agreement { name } evaluation { name stage } document { title } targetGroups { name } followUps { on organisation { code } provenance { kind } } } } }`,
    'organisations and what they make, are given and how they are evaluated': `query ($n: Int!) {
      organisations(first: $n, filter: { province: { code: { eq: "91" } } }, orderBy: [{ field: CODE }]) { totalCount nodes { code evaluations(first: 2) { totalCount nodes { name } }
        recommendationsFrom(first: 2) { totalCount nodes { text } } recommendationsTo(first: 2) { totalCount nodes { text to { code } } } } } }`,
  };

  it.each(Object.keys(CASES))('costs as many statements for twenty as for four: %s', async (name) => {
    const statements = async (n: number): Promise<{ names: string[]; size: number }> => {
      const { read, snapshot } = world.contextOf(world.viewers.officer);
      world.pools.statements.splice(0);
      const context = world.contextOf(world.viewers.officer, { read: inTurn(read), snapshot });
      const answer = await world.ask(CASES[name] ?? '', { n }, context);
      const texts = world.pools.statements.splice(0);
      const names = texts.map((text) => /^\/\* (\w+) \*\//.exec(text)?.[1] ?? text.slice(0, 60)).sort();
      return { names, size: JSON.stringify(answer).length };
    };
    const [few, many] = [await statements(4), await statements(20)];
    expect(many.size).toBeGreaterThan(few.size);
    expect(few.names).toEqual(many.names);
  });

  it('reads only the columns that were asked for', async () => {
    world.pools.statements.splice(0);
    await world.ask(
      `{ evaluations(first: 3, filter: { keeper: { id: { eq: "${org('UBND-91')}" } } }) { nodes { name } } }`,
    );
    const text = world.pools.statements.splice(0).find((one) => one.includes('/* evaluations')) ?? '';
    expect(text).toContain('ev0.name');
    expect(text).not.toMatch(/ev0\.(summary|conclusion|score|field_sources|agreement_id)/);
  });
});
