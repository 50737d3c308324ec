import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DemoArchive } from '../../src/demo/demo-archive.ts';
import { loadDemoReports } from '../../src/demo/reports/load-reports.ts';
import { ANONYMOUS, LOCAL_OPERATOR } from '../../src/ground/viewer/viewer.ts';
import type { GivenReport } from '../../src/report/intake/given-figures.ts';
import { receiveFigures } from '../../src/report/intake/receive-figures.ts';
import { rowCounts } from '../support/corpus-truth.ts';
import { fewReports, openDemoArchive, type OpenDemo } from '../support/demo-archive.ts';
import { madeReports } from '../support/demo-reports.ts';
import { viewerOf } from '../support/graph-world.ts';
import { withClient } from '../support/postgres.ts';

const TWO_MINUTES = 120_000;
const made = madeReports();

/** The sendings of the demo under these names, in order. */
const sendings = (...names: string[]) => made.map(({ report }) => report).filter(({ name }) => names.includes(name));

let demo: OpenDemo;
beforeAll(async () => {
  demo = await openDemoArchive({ reports: 'none' });
}, TWO_MINUTES);
afterAll(() => demo?.close());

const sql = async <R extends object>(text: string): Promise<R[]> =>
  (await withClient(demo.superUrl, (client) => client.query(text))).rows as R[];

describe('a load of the demo', () => {
  it(
    'that breaks off anywhere is taken up where it stopped',
    async () => {
      const schedule = sendings('LDLD-01 91 2026-Q1', 'LDLD-01 91 2026-Q3', 'LDLD-01 91 2026-11');
      expect(schedule).toHaveLength(5);
      // Each try dies in a transaction that comes one later: every place where a load can break off has its turn.
      let tries = 0;
      for (let done = false; !done; tries += 1) {
        done = await loadDemoReports(dying(demo.archive, tries), () => undefined, schedule).then(
          () => true,
          (fault: Error) => {
            expect(fault.message).toBe('power cut');
            return false;
          },
        );
        if (tries > 20) throw new Error('The load does not get on.');
      }
      expect(tries).toBeGreaterThan(3);
      expect(
        await sql(
          `select p.key, v.version, v.state from report_version v join report r on r.province_id = v.province_id and r.id = v.report_id
             join period p on p.id = r.period_id order by p.data_to, v.version`,
        ),
      ).toEqual([
        { key: '2026-Q1', version: 1, state: 'REPLACED' },
        { key: '2026-Q1', version: 2, state: 'PUBLISHED' },
        { key: '2026-Q3', version: 1, state: 'PUBLISHED' },
        { key: '2026-11', version: 1, state: 'DRAFT' },
      ]);
    },
    TWO_MINUTES,
  );

  it('needs three reports where three are enough', () => {
    expect(
      fewReports()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['HPN-01 91 2026-S1', 'LDLD-01 91 2026-S1', 'TD-02X 91 2026-S1']);
  });
});

describe('figures that came without a workbook', () => {
  it('stand where their address says, in the file that is kept', async () => {
    await loadDemoReports(demo.archive, () => undefined, sendings('HPN-01 91 2026-Q2', 'LDLD-02X 91 2026-Q2'));
    const leaves = await sql<{ content: Buffer; cell: string; code: string; value: string | null }>(
      `select s.content, f.cell, i.code, trim_scale(f.value)::text as value from figure f
         join report_version v using (province_id, report_id, version) join indicator i on i.id = f.indicator_id
         join stored_file s on s.province_id = f.province_id and s.sha256 = v.file_sha256 and s.organisation_id = f.organisation_id
       where f.cell like '/%'`,
    );
    expect(leaves.length).toBeGreaterThan(1_000);
    const files = new Map<string, GivenReport>();
    for (const { content, cell, code, value } of leaves) {
      const text = content.toString('utf8');
      const file = files.get(text) ?? (JSON.parse(text) as GivenReport);
      files.set(text, file);
      expect(file.figures[Number(cell.slice('/figures/'.length))]).toMatchObject({ indicator: code, value });
    }
    expect(files.size).toBe(2);
  });

  it('are tried out without a trace, and taken only from whoever may send them', async () => {
    const { ready } = made.find(({ report }) => report.name === 'HPN-01 91 2026-Q2') ?? {};
    if (!ready) throw new Error('The demo gives no figures of An Giang.');
    const before = await rowCounts(demo.superUrl);
    const tried = await receiveFigures(demo.archive.contextOf(LOCAL_OPERATOR), ready, {
      synthetic: true,
      dryRun: true,
    });
    expect(tried).toMatchObject({
      dryRun: true,
      outcome: 'ACCEPT',
      counts: { new: 0, changed: 0, unchanged: ready.figures.length },
    });
    for (const [viewer, code] of [
      [ANONYMOUS, 'UNAUTHENTICATED'],
      [viewerOf('OFFICER', { organisations: [1] }), 'FORBIDDEN'],
    ] as const) {
      await expect(receiveFigures(demo.archive.contextOf(viewer), ready, { synthetic: true })).rejects.toMatchObject({
        code,
      });
    }
    expect(await rowCounts(demo.superUrl)).toEqual(before);
  });
});

/** An archive whose changes fail after so many, as if the machine had lost its power. */
function dying(archive: DemoArchive, after: number): DemoArchive {
  let left = after;
  return {
    ...archive,
    contextOf: (viewer) => {
      const context = archive.contextOf(viewer);
      const write: typeof context.write = (work) => {
        if (left === 0) throw new Error('power cut');
        left -= 1;
        return context.write(work);
      };
      return { ...context, write };
    },
  };
}
