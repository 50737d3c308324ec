import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Big from 'big.js';
import { execute, type GraphQLSchema, Kind, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { breakdownKey } from '../../src/catalogue/form/form.spec.ts';
import { loadArticles } from '../../src/demo/articles/load-articles.ts';
import { loadDemoRecords } from '../../src/demo/records/load-records.ts';
import { SYNTHETIC_NOTE } from '../../src/demo/reports/letterhead.ts';
import { loadDemoReports } from '../../src/demo/reports/load-reports.ts';
import { hubSchema } from '../../src/graph/schema.ts';
import { readExamples } from '../../src/graph/static-files.ts';
import { projectPath } from '../../src/ground/project-path.ts';
import { ANONYMOUS, LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { verifyTotals } from '../../src/report/total/verify.ts';
import { rowCounts } from '../support/corpus-truth.ts';
import { openDemoArchive, type OpenDemo } from '../support/demo-archive.ts';
import { madeReports } from '../support/demo-reports.ts';
import { viewerOf } from '../support/graph-world.ts';
import { withClient } from '../support/postgres.ts';

const TWO_MINUTES = 120_000;
const made = madeReports();
const taken = made.filter(({ report }) => report.outcome !== 'REFUSED');

let demo: OpenDemo;
let schema: GraphQLSchema;

beforeAll(async () => {
  [demo, schema] = await Promise.all([openDemoArchive({ reports: 'all' }), hubSchema()]);
}, TWO_MINUTES);
afterAll(() => demo?.close());

const sql = async <R extends object>(text: string): Promise<R[]> =>
  (await withClient(demo.superUrl, (client) => client.query(text))).rows as R[];

async function ask<T>(source: string, viewer: Viewer = ANONYMOUS): Promise<T> {
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const { data, errors } = await execute({ schema, document, contextValue: demo.archive.contextOf(viewer) });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as T;
}

interface Cell {
  indicator: { code: string };
  period: { key: string };
  organisation: { code: string } | null;
  exact: string | null;
  status: string;
  source: string;
  difference: string | null;
  coverage: { received: number; nilReturns: number; placesExpected: number | null; placesReceived: number | null };
}

/** Rows of a table of the public. */
async function table(indicators: string[], places: string, periods: string, on = ''): Promise<Cell[]> {
  const selection = `indicator { code } period { key } organisation { code } exact status source difference
    coverage { received nilReturns placesExpected placesReceived }`;
  const { indicatorTable } = await ask<{ indicatorTable: { rows: { nodes: Cell[] } } }>(`{ indicatorTable(query: {
    indicators: ${JSON.stringify(indicators)}, places: { codes: ["${places}"]${on === '' ? '' : `, on: "${on}"`} }, periods: { ${periods} }
  }) { rows(first: 100) { nodes { ${selection} } } } }`);
  return indicatorTable.rows.nodes;
}

describe('the demo archive', () => {
  it('has every report of its schedule, in the state that was meant, and says how far it is', async () => {
    const told = demo.told.filter((line) => /^demo \d/.test(line));
    expect(told.map((line) => line.split(':')[0])).toEqual(made.map((_, at) => `demo ${at + 1}/${made.length}`));
    expect(new Set(told.map((line) => line.split(': ')[1]))).toEqual(new Set(made.map(({ report }) => report.name)));
    const [reports] = await sql<{ count: number }>('select count(*)::int from report');
    expect(reports?.count).toBe(new Set(taken.map(({ report }) => report.name)).size);
    expect(await sql('select state, count(*)::int from report_version group by 1 order by 1')).toEqual([
      { state: 'DRAFT', count: 1 },
      { state: 'PUBLISHED', count: taken.length - 3 },
      { state: 'REPLACED', count: 2 },
    ]);
    expect(await sql('select state, count(*)::int from upload group by 1 order by 1')).toEqual([
      { state: 'ACCEPTED', count: taken.length },
      { state: 'REFUSED', count: 1 },
    ]);
    expect(await sql('select content, count(*)::int from report_version group by 1 order by 1')).toEqual([
      { content: 'NIL_RETURN', count: 2 },
      { content: 'RECEIVED', count: taken.length - 2 },
    ]);
  });

  it('stores every figure of every version as it was meant', async () => {
    const stored = await sql<Record<string, string | null>>(
      `select u.file_name as file, i.code, l.code as place, f.measure::text, b.key as breakdown, trim_scale(f.value)::text as value,
         f.missing::text, f.status::text, f.qualifier::text
       from figure f join report_version v using (province_id, report_id, version)
         join upload u on u.province_id = v.province_id and u.id = v.upload_id
         join indicator i on i.id = f.indicator_id join place l on l.id = f.place_id join breakdown b on b.id = f.breakdown_id`,
    );
    const measures = {
      target: 'TARGET',
      inPeriod: 'IN_PERIOD',
      cumulative: 'CUMULATIVE',
      samePeriodLastYear: 'SAME_PERIOD_LAST_YEAR',
    };
    const meant = taken.flatMap(({ report, ready }) =>
      ready.figures.map(({ indicator, area, measure, breakdown, value, missing, status, qualifier }) =>
        [
          ready.file.name,
          indicator,
          area ?? report.province.code,
          measures[measure],
          breakdownKey(breakdown),
          value,
          missing,
          status ?? 'OFFICIAL',
          qualifier,
        ]
          .map((part) => part ?? '')
          .join('|'),
      ),
    );
    const found = stored.map((row) =>
      Object.values(row)
        .map((part) => part ?? '')
        .join('|'),
    );
    expect(found.length).toBe(meant.length);
    const differing = new Set(meant);
    expect(found.filter((line) => !differing.has(line))).toEqual([]);
  });

  it('is synthetic through and through: no version without its flag, no file without the words', async () => {
    expect(await sql('select * from report_version where not synthetic')).toEqual([]);
    const files = await sql<{ content: Buffer; sha256: string }>('select sha256, content from stored_file');
    expect(files).toHaveLength(made.length);
    expect(files.filter(({ content }) => !content.includes(SYNTHETIC_NOTE))).toEqual([]);
  });

  it('has predecessors that report themselves only, and communes only of the new provinces', async () => {
    const places = await sql<{ code: string; communes: boolean; ends: string }>(
      `select o.code, bool_or(l.level = 'COMMUNE') as communes, max(f.data_to)::text as ends from figure f
         join place o on o.id = f.province_id join place l on l.id = f.place_id
       where f.measure = 'IN_PERIOD' group by o.id, o.code having max(f.data_to) < '2025-07-01' or bool_or(l.level = 'COMMUNE') order by 1, 3`,
    );
    expect(places).toEqual([
      { code: '74', communes: false, ends: '2025-06-14' },
      { code: '77', communes: false, ends: '2025-06-14' },
      { code: '79', communes: false, ends: '2025-06-14' },
      { code: '79', communes: true, ends: '2026-11-14' },
      { code: '89', communes: false, ends: '2025-06-14' },
      { code: '91', communes: false, ends: '2025-06-14' },
      { code: '91', communes: true, ends: '2026-11-14' },
    ]);
    const kinds = await sql<{ kind: string }>(
      'select distinct kind from organisation o join report r on r.organisation_id = o.id order by 1',
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['CCB', 'HND', 'HPN', 'LDLD', 'TD', 'UBND']);
  });

  it(
    'has totals that the figures add up to',
    async () => {
      const found = await demo.archive.contextOf(LOCAL_OPERATOR).snapshot((tx) => verifyTotals(tx));
      expect(found.differences).toEqual([]);
      expect(found.totals).toBeGreaterThan(150);
    },
    TWO_MINUTES,
  );
});

describe('what the demo can be asked', () => {
  it('carries on where provinces merged: the new one stands where the old ones stood together', async () => {
    for (const [code, old] of [
      ['91', ['89', '91']],
      ['79', ['79', '74', '77']],
    ] as const) {
      const indicators = ['LD_MEMBERS', 'PN_MEMBERS', 'ND_MEMBERS', 'CCB_MEMBERS', 'TN_MEMBERS'];
      const before = (
        await Promise.all(old.map((one) => table(indicators, one, 'keys: ["2025-S1"]', '2025-06-14')))
      ).flat();
      const after = await table(indicators, code, 'keys: ["2025-Q3"]');
      for (const indicator of indicators) {
        const of = (cells: Cell[]) => cells.filter((cell) => cell.indicator.code === indicator && cell.exact !== null);
        expect([indicator, of(before).length, of(after).length]).toEqual([indicator, old.length, 1]);
        const sum = of(before).reduce((all, cell) => all.plus(cell.exact ?? 0), new Big(0));
        expect(new Big(of(after)[0]?.exact ?? 0).div(sum).minus(1).abs().toNumber()).toBeLessThan(0.03);
      }
    }
    const course = await table(['LD_MEMBERS'], '91', 'from: "2025-Q3", to: "2026-Q3", grain: QUARTER');
    expect(course.map(({ status }) => status)).toEqual(['OK', 'OK', 'OK', 'OK', 'OK']);
    const values = course.map(({ exact }) => Number(exact));
    for (const [at, value] of values.entries())
      expect(Math.abs(value / (values[at - 1] ?? value) - 1)).toBeLessThan(0.03);
  });

  it('adds up quarters and communes to what was reported, without a difference', async () => {
    const cells = await table(
      ['LD_MEMBERS', 'LD_MEMBERS_ADMITTED', 'LD_GU_FOUNDED'],
      '91',
      'keys: ["2026-Q2", "2026-S1"]',
    );
    expect(cells).toHaveLength(6);
    for (const cell of cells) expect(cell).toMatchObject({ source: 'REPORTED', status: 'OK', difference: '0' });
  });

  it('shows what is missing: communes, an estimate, a nil return, a report that never came', async () => {
    const [silent] = await table(['TN_MEMBERS'], '91', 'keys: ["2026-Q1"]');
    expect(silent).toMatchObject({ source: 'AGGREGATED', coverage: { placesExpected: 102, placesReceived: 99 } });
    const [late] = await table(['LD_MEMBERS'], '79', 'keys: ["2026-Q3"]');
    expect(late?.source).toBe('REPORTED');
    expect(new Big(late?.difference ?? 0).gt(0)).toBe(true);
    expect((await table(['CCB_GIFTS'], '79', 'keys: ["2026-Q3"]'))[0]).toMatchObject({ status: 'ESTIMATE' });
    expect((await table(['ND_ROAD_KM'], '79', 'keys: ["2026-S1"]'))[0]).toMatchObject({ status: 'OK' });
    expect((await table(['PH_TASKS'], '91', 'keys: ["2026-10"]'))[0]).toMatchObject({ status: 'RESTRICTED' });
    const models = await table(['TD_MODELS'], '91', 'keys: ["2026-10"]');
    expect(models.find(({ organisation }) => organisation?.code === 'UBND-91')).toMatchObject({
      status: 'MISSING',
      exact: null,
      coverage: { nilReturns: 1 },
    });
    expect((await table(['ND_MEMBERS_NEW'], '91', 'keys: ["2026-Q3"]'))[0]).toMatchObject({ status: 'MISSING' });
  });

  it('shows versions to everybody and a draft to its organisation only', async () => {
    const versions = `{ reports(first: 10, filter: { place: { code: { eq: "91" } }, form: { code: { eq: "LDLD-01" } }, period: { in: ["2026-Q1", "2026-11"] } }, orderBy: [{ field: PERIOD }]) {
      nodes { period { key } versions { version state synthetic } } } }`;
    interface Reports {
      reports: { nodes: { period: { key: string }; versions: object[] }[] };
    }
    const corrected = {
      period: { key: '2026-Q1' },
      versions: [
        { version: 1, state: 'REPLACED', synthetic: true },
        { version: 2, state: 'PUBLISHED', synthetic: true },
      ],
    };
    expect((await ask<Reports>(versions)).reports.nodes).toEqual([corrected]);
    const [own] = await sql<{ id: number }>(`select id from organisation where code = 'LDLD-91' and valid_to is null`);
    const officer = viewerOf('OFFICER', { organisations: [own?.id ?? 0] });
    expect((await ask<Reports>(versions, officer)).reports.nodes).toEqual([
      { period: { key: '2026-11' }, versions: [{ version: 1, state: 'DRAFT', synthetic: true }] },
      corrected,
    ]);
  });

  it('is what the README and the examples of the explorer show', async () => {
    const readme = readFileSync(projectPath('README.md'), 'utf8');
    const [, query = ''] = /--data-urlencode 'query=([\s\S]*?)'/.exec(readme) ?? [];
    const [, shown = ''] = /```json\n([\s\S]*?)\n```/.exec(readme) ?? [];
    expect({ data: await ask(query) }).toEqual(JSON.parse(shown));
    for (const { query: source } of await readExamples()) {
      const subscription = parse(source).definitions.some(
        (node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === 'subscription',
      );
      if (!subscription) expect(await ask(source)).toBeTruthy();
    }
  });
});

describe('a load of the demo', () => {
  it(
    'done again changes nothing, not even an upload',
    async () => {
      const before = await rowCounts(demo.superUrl);
      const told: string[] = [];
      await loadDemoReports(demo.archive, (text) => void told.push(text));
      expect(told).toEqual([]);
      await loadArticles(demo.archive, () => undefined);
      await loadDemoRecords(demo.archive, () => undefined);
      expect(await rowCounts(demo.superUrl)).toEqual(before);
    },
    TWO_MINUTES,
  );
});
