import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { LOCAL_OPERATOR } from '../../src/ground/viewer/viewer.ts';
import type { Reading } from '../../src/report/intake/reading.ts';
import { receive } from '../../src/report/intake/receive.ts';
import { type Child, childrenOf, isAlive, startChild } from '../support/child.ts';
import { rowCounts } from '../support/corpus-truth.ts';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';
import { hereReader } from '../../src/report/intake/reader/here-reader.ts';
import { loadLongForm, LONG, LONG_ROWS, longWorkbook } from '../support/long-form.ts';
import { testServer, withDatabase } from '../support/postgres.ts';

/** A file on disk, and what reading it gives, packed for a child that is not about the reading. */
interface Sent {
  file: string;
  reading: string;
}

/** Ample for a machine that does other things as well. */
const TEN_MINUTES = 600_000;

let world: GraphWorld;
let superUrl = '';
let folder = '';
let first: Sent;
let corrected: Sent;

beforeAll(async () => {
  world = await openGraphWorld();
  superUrl = withDatabase(testServer().superUrl, world.database.name);
  folder = mkdtempSync(join(tmpdir(), 'kill-in-intake-'));
  await loadLongForm(world.database.ownerUrl);
  first = await sent('first', longWorkbook());
  corrected = await sent('corrected', longWorkbook({ 2: 5, 9_999: 7 }));
}, TEN_MINUTES);
beforeEach(async () => {
  await world.sql(
    'truncate total, event, figure, report_version, upload, report, audit, stored_file, breakdown, period restart identity cascade',
  );
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

async function sent(name: string, bytes: Buffer): Promise<Sent> {
  const readings: Reading[] = [];
  const read: typeof hereReader.read = async (file) => {
    const reading = await hereReader.read(file);
    readings.push(reading);
    return reading;
  };
  const options = { synthetic: false, dryRun: true, reader: { ...hereReader, read } };
  await receive(world.contextOf(LOCAL_OPERATOR), { name, bytes }, LONG, options);
  const made = { file: join(folder, `${name}.xlsx`), reading: join(folder, `${name}.reading`) };
  writeFileSync(made.file, bytes);
  writeFileSync(made.reading, serialize(readings[0]));
  return made;
}

/** A process that takes the file in and stands still at a line. */
const receiver = (what: Sent, stop: string, reads: 'reads' | 'has read'): Child =>
  startChild('receive-child.ts', [
    world.database.urls.hub,
    what.file,
    stop,
    ...(reads === 'reads' ? [] : [what.reading]),
  ]);

/** The line that it stands still at, or its last. */
async function standing(child: Child, stop: string): Promise<string> {
  for (;;) {
    const line = await child.line();
    if (line === stop || line.startsWith(`${stop} `) || line.startsWith('DONE')) return line;
  }
}

/** Waits for what other processes do; Jest's own time limit ends it. */
async function until(happened: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await happened())) await new Promise((next) => setTimeout(next, 5));
}

const sessions = (condition = 'true'): Promise<object[]> =>
  world.sql(
    `select 1 from pg_stat_activity where datname = current_database() and application_name = 'receive child' and ${condition}`,
  );

async function killed(child: Child): Promise<void> {
  child.kill('SIGKILL');
  expect(await child.ended).toBeNull();
  await until(async () => (await sessions()).length === 0);
}

/** Everything that a file leaves which is a version of its report, and nothing beside it. */
async function whole(version: number): Promise<void> {
  expect(
    await world.sql(`select (select count(*)::int from report) as reports, (select max(latest_version) from report) as latest,
      (select count(*)::int from upload where version = ${version} and state = 'ACCEPTED') as uploads,
      (select count(*)::int from upload where version is null) as stray,
      (select count(*)::int from report_version) as versions, (select count(*)::int from stored_file) as files,
      (select count(*)::int from figure where version = ${version}) as figures, (select count(*)::int from figure) as "allFigures",
      (select count(*)::int from event where version = ${version}) as events, (select count(*)::int from event) as "allEvents",
      (select count(*)::int from audit) as audits`),
  ).toEqual([
    {
      reports: 1,
      latest: version,
      uploads: 1,
      stray: 0,
      versions: version,
      files: version,
      figures: LONG_ROWS,
      allFigures: version * LONG_ROWS,
      events: 1,
      allEvents: version,
      audits: version,
    },
  ]);
}

describe('an upload of 10,000 rows whose process is killed', () => {
  it(
    'before any of its statements leaves nothing, and sent again after all of that is one whole report',
    async () => {
      const before = await rowCounts(superUrl);
      const stops: string[] = [];
      for (let at = 1; ; at++) {
        const child = receiver(first, `WRITE ${at}`, 'has read');
        const line = await standing(child, `WRITE ${at}`);
        if (line.startsWith('DONE')) {
          expect([line, await child.ended]).toEqual([`DONE 1 ${LONG_ROWS} 0 0 0`, 0]);
          break;
        }
        stops.push(line.replace(/^WRITE \d+ /, ''));
        await killed(child);
        expect([line, await rowCounts(superUrl)]).toEqual([line, before]);
      }
      expect(stops).toEqual(
        expect.arrayContaining(['storeFile', 'insertUpload', 'insertFigures', 'appendEvent', 'COMMIT']),
      );
      expect(stops.length).toBeGreaterThanOrEqual(10);
      await whole(1);
    },
    TEN_MINUTES,
  );

  it(
    'while its figures are being written, or at the last moment, leaves the version before as it was',
    async () => {
      const version = receiver(first, 'none', 'has read');
      expect(await standing(version, 'none')).toBe(`DONE 1 ${LONG_ROWS} 0 0 0`);
      await version.ended;
      const before = await rowCounts(superUrl);
      const writing = receiver(corrected, 'none', 'has read');
      await until(async () => (await sessions(`query like '%insertFigures%'`)).length === 1);
      await killed(writing);
      expect(await rowCounts(superUrl)).toEqual(before);
      const last = receiver(corrected, 'WRITE 10', 'has read');
      expect(await standing(last, 'WRITE 10')).toBe('WRITE 10 COMMIT');
      await killed(last);
      expect(await rowCounts(superUrl)).toEqual(before);
      const again = receiver(corrected, 'none', 'has read');
      expect(await standing(again, 'none')).toBe(`DONE 2 0 2 ${LONG_ROWS - 2} 0`);
      await again.ended;
      await whole(2);
    },
    TEN_MINUTES,
  );

  it(
    'with its statement held up in the database leaves nothing once that goes on',
    async () => {
      const before = await rowCounts(superUrl);
      const holder = new pg.Client({ connectionString: superUrl });
      await holder.connect();
      try {
        await holder.query('begin');
        await holder.query('lock table event in share mode');
        const child = receiver(first, 'none', 'has read');
        await until(async () => (await sessions(`wait_event_type = 'Lock'`)).length === 1);
        child.kill('SIGKILL');
        await child.ended;
      } finally {
        await holder.end();
      }
      await until(async () => (await sessions()).length === 0);
      expect(await rowCounts(superUrl)).toEqual(before);
    },
    TEN_MINUTES,
  );

  it(
    'as its COMMIT is on the way leaves all or nothing',
    async () => {
      for (const _attempt of [1, 2]) {
        const before = await rowCounts(superUrl);
        const child = receiver(first, 'none', 'has read');
        while (!(await child.line()).endsWith('COMMIT'));
        await killed(child);
        const after = await rowCounts(superUrl);
        if (after['upload'] === before['upload']) expect(after).toEqual(before);
        else await whole(1);
        await world.sql('truncate total, event, figure, report_version, upload, report, audit, stored_file cascade');
      }
    },
    TEN_MINUTES,
  );

  it(
    'while it is read leaves nothing, ends the reading process as well, and can be repeated',
    async () => {
      const before = await rowCounts(superUrl);
      for (const word of ['READ 1', 'READ 2', 'READ 3']) {
        const child = receiver(first, word, 'reads');
        expect(await standing(child, word)).toBe(word);
        const [reading, ...others] = childrenOf(child.pid);
        expect([isAlive(reading ?? -1), others]).toEqual([true, []]);
        await killed(child);
        await until(() => !isAlive(reading ?? -1));
        expect(await rowCounts(superUrl)).toEqual(before);
      }
      const again = receiver(first, 'none', 'reads');
      expect(await standing(again, 'none')).toBe(`DONE 1 ${LONG_ROWS} 0 0 0`);
      await again.ended;
      await whole(1);
    },
    TEN_MINUTES,
  );
});

describe('a reading process that is killed alone', () => {
  it(
    'makes a failed upload of which nothing is kept, and the same file sent again is taken whole',
    async () => {
      const child = receiver(first, 'none', 'reads');
      await standing(child, 'READ 1');
      for (const pid of childrenOf(child.pid)) process.kill(pid, 'SIGKILL');
      expect(await standing(child, 'none')).toBe('DONE null 0 0 0 0');
      expect(await child.ended).toBe(0);
      expect(
        await world.sql(
          `select state, report_id, version, file_name, jsonb_array_length(issues) as issues from upload`,
        ),
      ).toEqual([{ state: 'FAILED', report_id: null, version: null, file_name: null, issues: 1 }]);
      const { upload, audit, figure, report, stored_file, event } = await rowCounts(superUrl);
      expect({ upload, audit, figure, report, stored_file, event }).toEqual({
        upload: 1,
        audit: 1,
        figure: 0,
        report: 0,
        stored_file: 0,
        event: 0,
      });
      const again = receiver(first, 'none', 'reads');
      expect(await standing(again, 'none')).toBe(`DONE 1 ${LONG_ROWS} 0 0 0`);
      await again.ended;
      expect(await world.sql('select state, version from upload order by id')).toEqual([
        { state: 'FAILED', version: null },
        { state: 'ACCEPTED', version: 1 },
      ]);
      expect(await world.sql('select count(*)::int from figure')).toEqual([{ count: LONG_ROWS }]);
    },
    TEN_MINUTES,
  );
});
