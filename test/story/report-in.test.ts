import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Big from 'big.js';
import { corpus, expectedFigures, isTotalRow, rowCounts, storedFigures, truthOf } from '../support/corpus-truth.ts';
import { cloneDatabase, type TestDatabase } from '../support/hub.ts';
import { ask, type IntakeAnswer, listenOverSocket, listenOverSse, send } from '../support/hub-client.ts';
import {
  dataFolder,
  dropFolder,
  type Ended,
  hubOn,
  type HubEnvironment,
  type RunningHub,
  runCommand,
  startHub,
  stopHub,
} from '../support/hub-process.ts';
import { testServer, withClient, withDatabase } from '../support/postgres.ts';

const LDLD = { file: '001-ldld-6t-clean.xlsx', form: 'LDLD-01', organisation: 'LDLD-91' };
const TD = { file: '003-td-xa-91-merged.xlsx', form: 'TD-02X', organisation: 'TD-91' };
const HPN = { file: '008-hpn-6t-semicolon.csv', form: 'HPN-01', organisation: 'HPN-91' };
const HPN_FIELDS = { form: HPN.form, organisation: HPN.organisation, place: '91', period: '2026-S1' };
const TWO_MINUTES = 120_000;

let database: TestDatabase;
let superUrl = '';
let folder = '';
let env: HubEnvironment = {};
let hub: RunningHub;
let officer = '';
let admin = '';
const reports = new Map<string, string>();

const argsOf = ({ file, form, organisation }: typeof LDLD, ...more: string[]): string[] => {
  const submission = ['--form', form, '--organisation', organisation, '--place', '91', '--period', '2026-S1'];
  return ['intake', corpus(file), ...submission, '--json', ...more];
};
const answerOf = (ended: Ended): IntakeAnswer & { file: string; published: boolean } => JSON.parse(ended.stdout);
const sendHpn = (more: { dryRun?: 'true' } = {}): Promise<IntakeAnswer> =>
  send(hub.url, { name: HPN.file, bytes: readFileSync(corpus(HPN.file)) }, { ...HPN_FIELDS, ...more }, officer);
const rows = async <R extends object>(sql: string): Promise<R[]> =>
  (await withClient(superUrl, (client) => client.query(sql))).rows as R[];

beforeAll(async () => {
  database = await cloneDatabase();
  superUrl = withDatabase(testServer().superUrl, database.name);
  folder = dataFolder();
  env = { ...hubOn(database, folder), HUB_DEMO: 'off' };
  hub = await startHub(env);
  const made = await Promise.all([
    runCommand(env, ['key', 'create', '--role', 'OFFICER', '--organisation', 'HPN-91']),
    runCommand(env, ['key', 'create', '--role', 'ADMIN']),
  ]);
  [officer = '', admin = ''] = made.map(({ stdout }) => stdout.trim());
}, TWO_MINUTES);

afterAll(async () => {
  await stopHub(hub);
  await database.drop();
  dropFolder(folder);
}, TWO_MINUTES);

describe('a report that comes in', () => {
  it(
    'is tried out without a trace, by the command line and over HTTP',
    async () => {
      const before = await rowCounts(superUrl);
      const [cli, http] = await Promise.all([runCommand(env, argsOf(TD, '--dry-run')), sendHpn({ dryRun: 'true' })]);
      expect(await rowCounts(superUrl)).toEqual(before);
      expect(cli.code).toBe(0);
      expect(answerOf(cli)).toMatchObject({
        outcome: 'ACCEPT',
        dryRun: true,
        report: null,
        version: null,
        counts: { new: 1122 },
      });
      expect(http).toMatchObject({ status: 200, outcome: 'ACCEPT', report: null, version: null, counts: { new: 88 } });
      expect(http.values).toHaveLength(88);
    },
    TWO_MINUTES,
  );

  it(
    'enters by the command line with every figure equal to the truth',
    async () => {
      for (const report of [LDLD, TD]) {
        const ended = await runCommand(env, argsOf(report));
        expect([ended.code, ended.stderr]).toEqual([0, '']);
        const answer = answerOf(ended);
        expect(answer).toMatchObject({
          file: report.file,
          outcome: 'ACCEPT',
          version: 1,
          published: false,
          issues: [],
        });
        reports.set(report.file, answer.report ?? '');
        const truth = truthOf(report.file);
        expect(await storedFigures(superUrl, truth.sha256)).toEqual(expectedFigures(truth));
      }
    },
    TWO_MINUTES,
  );

  it(
    'sent twenty times at once over HTTP is one report with one version, every figure equal to the truth',
    async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => sendHpn()));
      expect(new Set(answers.map(({ status, report, version }) => `${status} ${report} ${version}`)).size).toBe(1);
      expect(answers.filter(({ counts }) => counts['new'] === 88)).toHaveLength(1);
      expect(answers.filter(({ counts }) => counts['unchanged'] === 88)).toHaveLength(19);
      reports.set(HPN.file, answers[0]?.report ?? '');
      const truth = truthOf(HPN.file);
      expect(await storedFigures(superUrl, truth.sha256)).toEqual(expectedFigures(truth));
      expect(
        await rows(
          'select state, version, count(*)::int from upload where form_id = (select id from form where code = $$HPN-01$$) group by 1, 2',
        ),
      ).toEqual([{ state: 'ACCEPTED', version: 1, count: 20 }]);
    },
    TWO_MINUTES,
  );

  it('keeps the bytes as they were sent, once, under their SHA-256', async () => {
    const kept = await rows<{ sha256: string; content: Buffer }>('select sha256, content from stored_file');
    const files = [LDLD, TD, HPN].map(({ file }) => readFileSync(corpus(file)));
    expect(kept.map(({ sha256 }) => sha256).sort()).toEqual(
      [LDLD, TD, HPN].map(({ file }) => truthOf(file).sha256).sort(),
    );
    for (const { sha256, content } of kept) {
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
      expect(files.some((file) => file.equals(content))).toBe(true);
    }
  });

  it(
    'sent again is all unchanged: the same report, no new version, no new figure',
    async () => {
      const before = await rowCounts(superUrl);
      const again = [
        await runCommand(env, argsOf(LDLD)),
        await runCommand(env, argsOf(TD)),
        await runCommand(env, argsOf(HPN)),
      ];
      const answers = [...again.map(answerOf), await sendHpn()];
      expect(answers.map(({ report }) => report)).toEqual([LDLD, TD, HPN, HPN].map(({ file }) => reports.get(file)));
      for (const { version, counts } of answers) {
        expect({ version, counts }).toMatchObject({ version: 1, counts: { new: 0, changed: 0, removed: 0 } });
        expect(counts['unchanged']).toBeGreaterThan(0);
      }
      const { upload = 0, audit = 0, ...rest } = before;
      const after = await rowCounts(superUrl);
      expect(after).toEqual({ ...rest, upload: upload + 4, audit: audit + 4 });
    },
    TWO_MINUTES,
  );

  it(
    'is heard by WebSocket and SSE when it is published, by GraphQL and by --publish',
    async () => {
      const listeners = await Promise.all([listenOverSocket(hub.url), listenOverSse(hub.url)]);
      const event = (report: typeof TD): object => ({
        type: 'REPORT_PUBLISHED',
        version: 1,
        replacedVersion: null,
        province: { code: '91' },
        organisation: { code: report.organisation },
        subject: { id: reports.get(report.file) },
      });
      const published = await ask<{ publishReport: { report: object; userErrors: object[] } }>(
        hub.url,
        `mutation ($input: PublishReportInput!) { publishReport(input: $input) { report { published { version } } userErrors { code } } }`,
        { input: { report: reports.get(TD.file), expectedVersion: 1, reason: 'Chốt thử nghiệm' } },
        admin,
      );
      expect(published.publishReport).toEqual({ report: { published: { version: 1 } }, userErrors: [] });
      expect(await Promise.all(listeners.map((one) => one.next()))).toEqual([[event(TD)], [event(TD)]]);
      expect(answerOf(await runCommand(env, argsOf(LDLD, '--publish')))).toMatchObject({ published: true, version: 1 });
      expect(await Promise.all(listeners.map((one) => one.next()))).toEqual([[event(LDLD)], [event(LDLD)]]);
      for (const one of listeners) one.close();
    },
    TWO_MINUTES,
  );
});

interface Row {
  indicator: { code: string };
  source: string;
  exact: string | null;
  status: string;
  contributions: { totalCount: number; pageInfo: { endCursor: string; hasNextPage: boolean }; nodes: Leaf[] };
}
interface Leaf {
  exact: string | null;
  missing: string | null;
  fileSha256: string;
  sheet: string | null;
  cell: string;
  place: { code: string };
}

const TABLE = `query ($query: IndicatorQuery!, $after: String) {
  indicatorTable(query: $query) {
    rows(first: 20) {
      nodes {
        indicator { code } source exact status
        contributions(first: 100, after: $after) {
          totalCount pageInfo { endCursor hasNextPage }
          nodes { exact missing fileSha256 sheet cell place { code } }
        }
      }
    }
  }
}`;

async function answered(indicators: string[], after?: string): Promise<Row[]> {
  const query = { indicators, places: { codes: ['91'] }, periods: { keys: ['2026-S1'] } };
  const { indicatorTable } = await ask<{ indicatorTable: { rows: { nodes: Row[] } } }>(hub.url, TABLE, {
    query,
    after,
  });
  return indicatorTable.rows.nodes;
}

const inPeriod = (file: string) =>
  truthOf(file).expected.filter(({ measure, breakdown }) => measure === 'inPeriod' && !breakdown);
const sum = (texts: (string | null)[]): string =>
  texts.reduce((total, text) => total.plus(text ?? 0), new Big(0)).toFixed();

describe('published figures', () => {
  it('of communes answer at once as their sum, which the cells named re-add', async () => {
    const truth = truthOf(TD.file);
    const cells = inPeriod(TD.file).filter(({ indicatorCode }) => indicatorCode !== 'TN_GATHER_PCT');
    const codes = [...new Set(cells.map(({ indicatorCode }) => indicatorCode))];
    const table = await answered(codes);
    expect(table.map(({ indicator }) => indicator.code)).toEqual(codes);
    for (const row of table) {
      const own = cells.filter(({ indicatorCode }) => indicatorCode === row.indicator.code);
      const communes = own.filter((cell) => !isTotalRow(truth, cell));
      expect(row).toMatchObject({ source: 'AGGREGATED', exact: sum(communes.map(({ value }) => value)) });
      // What the officer typed as the total is the same sum, so the hub's check and the hub's answer agree.
      expect(row.exact).toBe(own.find((cell) => isTotalRow(truth, cell))?.value);
      const { pageInfo, nodes, totalCount } = row.contributions;
      const [more] = pageInfo.hasNextPage ? await answered([row.indicator.code], pageInfo.endCursor) : [];
      const leaves = [...nodes, ...(more?.contributions.nodes ?? [])];
      expect(leaves).toHaveLength(totalCount);
      expect(sum(leaves.map(({ exact }) => exact))).toBe(row.exact);
      const named = leaves.map(({ exact, missing, fileSha256, sheet, cell, place }) =>
        [cell, sheet, place.code, exact, missing, fileSha256].join(),
      );
      // Cells without a number are named too, with their reason.
      expect(named.sort()).toEqual(
        communes
          .map(({ cell, sheet, area, value, missing }) => [cell, sheet, area, value, missing, truth.sha256].join())
          .sort(),
      );
    }
  });

  it('of the province itself answer as they were reported, with their one cell', async () => {
    const truth = truthOf(LDLD.file);
    const cells = inPeriod(LDLD.file);
    const table = await answered(cells.map(({ indicatorCode }) => indicatorCode));
    expect(table).toHaveLength(cells.length);
    for (const [at, { value, sheet, cell }] of cells.entries()) {
      expect(table[at]).toMatchObject({ exact: value });
      if (value === null) continue;
      expect(table[at]).toMatchObject({
        source: 'REPORTED',
        contributions: { totalCount: 1, nodes: [{ exact: value, fileSha256: truth.sha256, sheet, cell }] },
      });
    }
  });

  it(
    'are all in the stored totals, as the command line counts anew',
    async () => {
      const ended = await runCommand(env, ['verify']);
      expect(ended.stdout).toMatch(/^[1-9]\d* stored totals against [1-9]\d* current figures: all equal\n$/);
      expect(ended.code).toBe(0);
    },
    TWO_MINUTES,
  );
});
