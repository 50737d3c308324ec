import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Child, startChild } from '../support/child.ts';
import { testServer, withDatabase } from '../support/postgres.ts';
import { type Entered, openReportWorld, type ReportWorld, type TestReport } from '../support/report-builder.ts';

let world: ReportWorld;
beforeAll(async () => {
  world = await openReportWorld();
});
afterAll(() => world.close());
beforeEach(() => world.empty());

const report = (period: string, entry: string): TestReport => ({
  form: 'T-AREA',
  place: '91',
  period,
  figures: { '30292': { T_FLOW: entry, T_STOCK: entry }, '30307': { T_FLOW: entry, T_STOCK: entry } },
});

/** Waits for what another process does; Jest's own time limit ends it. */
async function until(happened: () => Promise<boolean>): Promise<void> {
  while (!(await happened())) await new Promise((next) => setTimeout(next, 5));
}

const sessions = (state = ''): Promise<object[]> =>
  world.sql(
    `select 1 from pg_stat_activity where datname = current_database() and application_name = 'publish child' ${state}`,
  );

function publisher(...reports: Entered[]): Child {
  return startChild('publish-child.ts', [
    world.database.urls.hub,
    ...reports.map((one) => `${one.provinceId}:${one.reportId}:${one.version}`),
  ]);
}

/** Everything a publication leaves, in one line: what is there of it. */
async function traces(entered: Entered): Promise<object> {
  const [row] = await world.sql(
    `select v.state, r.published_version as published, r.exposure,
       (select count(*)::integer from figure f where f.report_id = v.report_id and f.version = v.version and f.exposure = 2 and f.ended_by is null) as current,
       (select count(*)::integer from figure f where f.report_id = v.report_id and f.version < v.version and f.ended_by is null) as before,
       (select count(*)::integer from event e where e.type = 'REPORT_PUBLISHED' and e.subject_key = v.province_id || ':' || v.report_id and e.version = v.version) as events,
       (select count(*)::integer from audit a where a.action = 'publishReport' and a.subject_id = v.province_id || ':' || v.report_id
          and a.detail ->> 'version' = v.version::text) as audits,
       (select count(*)::integer from idempotency_key where key = 'kill ' || v.province_id || ':' || v.report_id || ':' || v.version) as keys
     from report_version v join report r on r.province_id = v.province_id and r.id = v.report_id
     where v.report_id = $1 and v.version = $2`,
    [entered.reportId, entered.version],
  );
  return row ?? {};
}

const NONE = { state: 'DRAFT', published: 1, exposure: 2, current: 0, before: 4, events: 0, audits: 0, keys: 0 };
const ALL = { state: 'PUBLISHED', published: 2, exposure: 2, current: 4, before: 0, events: 1, audits: 1, keys: 1 };

/** Where a publication can be held: by a lock that stands in the way of one of its steps. */
const POINTS: [string, string][] = [
  ['before its event', 'lock table event in share mode'],
  ['before the version is replaced', 'select 1 from report_version where version = 1 for update'],
  ['before the old figures end', 'select 1 from figure where version = 1 for update'],
  ['before the new figures are current', 'select 1 from figure where version = 2 for update'],
  [
    'before the totals are locked',
    `select pg_advisory_lock(hashtextextended('total:' || province_id || ':' || organisation_id || ':' || form_id, 0)) from report`,
  ],
  [
    'amid the totals of flows',
    `select 1 from total t join indicator i on i.id = t.indicator_id where i.code = 'T_FLOW' for update of t`,
  ],
  [
    'amid the totals of stocks',
    `select 1 from total t join indicator i on i.id = t.indicator_id where i.code = 'T_STOCK' for update of t`,
  ],
  ['before its audit row, the last of its changes', 'lock table audit in share mode'],
];

describe('a publisher that is killed', () => {
  it.each(POINTS)(
    '%s leaves nothing of the publication, and what was before in force',
    async (_where, lock) => {
      await world.bring(report('2026-03', '10'));
      const second = await world.enter(report('2026-03', '20'));
      const holder = new pg.Client({ connectionString: withDatabase(testServer().superUrl, world.database.name) });
      await holder.connect();
      try {
        await holder.query('begin');
        await holder.query(lock);
        const child = publisher(second);
        await until(async () => (await sessions(`and wait_event_type = 'Lock'`)).length === 1);
        child.kill('SIGKILL');
        await child.ended;
      } finally {
        await holder.end();
      }
      await until(async () => (await sessions()).length === 0);
      expect(await traces(second)).toEqual(NONE);
      expect((await world.verify()).differences).toEqual([]);
      await world.publish(second);
      expect(await traces(second)).toEqual({ ...ALL, keys: 0 });
      expect((await world.verify()).differences).toEqual([]);
    },
    60_000,
  );

  it('at any moment of a long run leaves all or nothing of each', async () => {
    const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map(
      (month) => `2026-${month}`,
    );
    const seconds: Entered[] = [];
    for (const month of months) {
      await world.bring(report(month, '10'));
      seconds.push(await world.enter(report(month, '20')));
    }
    for (const [from, lines] of [
      [0, 1],
      [4, 2],
      [8, 1],
    ] as const) {
      const child = publisher(...seconds.slice(from));
      for (let line = 0; line <= lines; line++) await child.line();
      child.kill('SIGKILL');
      await child.ended;
      await until(async () => (await sessions()).length === 0);
      const found = await Promise.all(seconds.map(traces));
      expect(found.every((one) => [ALL, NONE].some((whole) => JSON.stringify(whole) === JSON.stringify(one)))).toBe(
        true,
      );
      expect((await world.verify()).differences).toEqual([]);
    }
  }, 60_000);
});
