import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { LOCAL_OPERATOR } from '../../src/ground/viewer/viewer.ts';
import { type IntakeResult, receive } from '../../src/report/intake/receive.ts';
import { womenFile } from '../support/bring-in.ts';
import { rowCounts } from '../support/corpus-truth.ts';
import { type GraphEdge, openGraphEdge, type WireAnswer } from '../support/graph-edge.ts';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';
import { hereReader } from '../../src/report/intake/reader/here-reader.ts';
import { loadLongForm, LONG, LONG_ROWS, LONG_SHEET, longCell, longNumber, longWorkbook } from '../support/long-form.ts';
import { testServer, withDatabase } from '../support/postgres.ts';

/** Ample for a machine that does other things as well. */
const FIVE_MINUTES = 300_000;

let world: GraphWorld;
let edge: GraphEdge;
let superUrl = '';
let key: Record<string, string> = {};
beforeAll(async () => {
  world = await openGraphWorld();
  edge = await openGraphEdge(world);
  superUrl = withDatabase(testServer().superUrl, world.database.name);
  await loadLongForm(world.database.ownerUrl);
  key = await edge.keyOf('ADMIN');
  // The periods that a submission names are there from the first one on, refused or not.
  await receiveLong(longWorkbook({ 1: 'x y z' }));
}, FIVE_MINUTES);
afterAll(async () => {
  await edge.close();
  await world.close();
});

const whole = longWorkbook();
const receiveLong = (bytes: Buffer): Promise<IntakeResult> =>
  receive(world.contextOf(LOCAL_OPERATOR), { name: 'biểu dài.xlsx', bytes }, LONG, {
    synthetic: false,
    reader: hereReader,
  });

/** What is written that was not there before, by table. */
async function written(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await rowCounts(superUrl);
  await work();
  const after = await rowCounts(superUrl);
  return Object.fromEntries(
    Object.entries(after).flatMap(([table, count]) =>
      count === before[table] ? [] : [[table, count - (before[table] ?? 0)]],
    ),
  );
}

const wrongRows: Readonly<Record<number, string | number>> = {
  1: 'một trăm',
  2: -3,
  5_000: '50.700.00',
  9_999: 'mười hai',
  10_000: '',
};
const errors = [
  `MALFORMED_NUMBER ${longCell(1)}`,
  `NEGATIVE_VALUE ${longCell(2)}`,
  `MALFORMED_NUMBER ${longCell(5_000)}`,
  `MALFORMED_NUMBER ${longCell(9_999)}`,
  `MISSING_REQUIRED ${longCell(10_000)}`,
];

describe('a workbook of 10,000 rows', () => {
  it(
    'with row 9,999 wrong leaves no figure, and the upload alone tells of it',
    async () => {
      let result: IntakeResult | undefined;
      const added = await written(async () => (result = await receiveLong(longWorkbook({ 9_999: 'mười hai' }))));
      expect(added).toEqual({ upload: 1, stored_file: 1, audit: 1 });
      expect(result).toMatchObject({ outcome: 'REJECT', report: null, version: null, counts: { new: 0, rejected: 1 } });
      expect(result?.issues).toMatchObject([
        { code: 'MALFORMED_NUMBER', sheet: LONG_SHEET, cell: longCell(9_999), read: 'mười hai' },
      ]);
    },
    FIVE_MINUTES,
  );

  it(
    'with wrong cells from its first to its last row is told of all of them, in order, and keeps them with the upload',
    async () => {
      let result: IntakeResult | undefined;
      const added = await written(async () => (result = await receiveLong(longWorkbook(wrongRows))));
      expect(added).toEqual({ upload: 1, stored_file: 1, audit: 1 });
      expect(result?.issues.map(({ code, cell }) => `${code} ${cell}`)).toEqual(errors);
      expect(result?.counts).toEqual({ new: 0, changed: 0, unchanged: 0, removed: 0, rejected: errors.length });
      const [kept] = await world.sql<{ issues: object[]; state: string }>(
        'select issues, state from upload order by id desc limit 1',
      );
      expect(kept).toEqual({ state: 'REFUSED', issues: JSON.parse(JSON.stringify(result?.issues)) });
    },
    FIVE_MINUTES,
  );

  it(
    'with every second row wrong is told of 5,000 cells',
    async () => {
      const typed = Object.fromEntries(Array.from({ length: LONG_ROWS / 2 }, (_, at) => [2 * at + 1, 'nhiều']));
      let result: IntakeResult | undefined;
      const added = await written(async () => (result = await receiveLong(longWorkbook(typed))));
      expect(added).toEqual({ upload: 1, stored_file: 1, audit: 1 });
      expect(new Set(result?.issues.filter(({ severity }) => severity === 'ERROR').map(({ cell }) => cell)).size).toBe(
        LONG_ROWS / 2,
      );
      expect(result?.issuesOmitted).toBe(0);
    },
    FIVE_MINUTES,
  );

  it(
    'is taken back as a whole where its database session is ended in the middle, and can be sent again',
    async () => {
      const holder = new pg.Client({ connectionString: superUrl });
      await holder.connect();
      let answer: WireAnswer | undefined;
      const added = await written(async () => {
        await holder.query('begin');
        await holder.query('lock table event in share mode');
        const sending = edge.intake({ name: 'biểu dài.xlsx', bytes: whole }, LONG, key);
        const waiting = `from pg_stat_activity where datname = current_database() and application_name = 'test hub' and wait_event_type = 'Lock'`;
        while ((await holder.query(`select 1 ${waiting}`)).rows.length === 0)
          await new Promise((next) => setTimeout(next, 5));
        await holder.query(`select pg_terminate_backend(pid) ${waiting}`);
        answer = await sending;
        await holder.query('rollback');
      });
      await holder.end();
      expect([answer?.status, answer?.body.errors?.[0]?.extensions.code]).toEqual([500, 'INTERNAL']);
      expect(added).toEqual({});
    },
    FIVE_MINUTES,
  );

  it(
    'is taken whole once it is right, over HTTP',
    async () => {
      let answer: WireAnswer | undefined;
      const added = await written(async () => {
        answer = await edge.intake({ name: 'biểu dài.xlsx', bytes: whole }, LONG, key);
      });
      expect([answer?.status, answer?.body['outcome'], answer?.body['version']]).toEqual([200, 'ACCEPT', 1]);
      const { breakdown, ...rest } = added;
      expect(rest).toEqual({
        upload: 1,
        stored_file: 1,
        audit: 1,
        event: 1,
        report: 1,
        report_version: 1,
        figure: LONG_ROWS,
      });
      expect(breakdown).toBe(99);
      const figures = await world.sql<{ cell: string; value: string }>('select cell, value::text from figure');
      const expected = Array.from({ length: LONG_ROWS }, (_, at) => `${longCell(at + 1)} ${longNumber(at + 1)}`);
      expect(figures.map(({ cell, value }) => `${cell} ${value}`).sort()).toEqual(expected.sort());
    },
    FIVE_MINUTES,
  );

  it(
    'sent again is the same report and version, all unchanged; refused afterwards it leaves that as it is',
    async () => {
      const [before] = await world.sql<{ report: string; version: number }>(
        'select report_id as report, version from report_version',
      );
      const results: IntakeResult[] = [];
      expect(await written(async () => results.push(await receiveLong(whole)))).toEqual({ upload: 1, audit: 1 });
      expect(await written(async () => results.push(await receiveLong(longWorkbook(wrongRows))))).toEqual({
        upload: 1,
        audit: 1,
      });
      expect(results).toMatchObject([
        { version: 1, counts: { new: 0, changed: 0, unchanged: LONG_ROWS, removed: 0, rejected: 0 }, changes: [] },
        { version: null, report: null, changes: [] },
      ]);
      expect(
        await world.sql(`select report_id as report, version from upload where state = 'ACCEPTED' group by 1, 2`),
      ).toEqual([before]);
    },
    FIVE_MINUTES,
  );
});

describe('twenty uploads of one file at once', () => {
  it(
    'are one report with one version, though each is an upload with its audit row',
    async () => {
      const { bytes, name, form, organisation } = womenFile();
      const fields = { form, organisation, place: '91', period: '2026-S1' };
      let answers: WireAnswer[] = [];
      const added = await written(async () => {
        answers = await Promise.all(Array.from({ length: 20 }, () => edge.intake({ name, bytes }, fields, key)));
      });
      const seen = new Set(
        answers.map(({ status, body }) => [status, body['outcome'], body['report'], body['version']].join(' ')),
      );
      expect([...seen]).toEqual([expect.stringMatching(/^200 ACCEPT \S+ 1$/)]);
      const counts = answers.map(({ body }) => body['counts'] as IntakeResult['counts']);
      expect(counts.map((one) => `${one.new} ${one.unchanged} ${one.changed} ${one.removed}`).sort()).toEqual([
        ...Array.from({ length: 19 }, () => '0 88 0 0'),
        '88 0 0 0',
      ]);
      const { breakdown: _parts, ...rest } = added;
      expect(rest).toEqual({
        upload: 20,
        audit: 20,
        stored_file: 1,
        report: 1,
        report_version: 1,
        event: 1,
        figure: 88,
      });
      expect(new Set(answers.map(({ body }) => body['upload'])).size).toBe(20);
    },
    FIVE_MINUTES,
  );
});
