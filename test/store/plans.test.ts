import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organisationStore } from '../../src/catalogue/organisation/organisation.store.ts';
import { encodeEventCursor } from '../../src/feed/stream/cursor.ts';
import { ANONYMOUS, LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { fillInBulk } from '../support/bulk.ts';
import { type GraphWorld, openGraphWorld, viewerOf } from '../support/graph-world.ts';
import { explaining, type StatementPlan } from '../support/plans.ts';

let world: GraphWorld;
let viewers: Record<string, Viewer>;
let feedId: string;

beforeAll(async () => {
  world = await openGraphWorld();
  // Ten thousand reports, eighty thousand figures: enough for the planner to have a choice.
  await fillInBulk(world, { months: 12, communes: 25 });
  const { manager } = world.pools.reader;
  const own = await organisationStore.byCodeOn(manager, 'LDLD-91', '2026-06-14');
  viewers = {
    anonymous: ANONYMOUS,
    analyst: viewerOf('ANALYST'),
    officer: viewerOf('OFFICER', { organisations: await organisationStore.lineage(manager, own?.id ?? 0) }),
    reviewer: viewerOf('REVIEWER', { provinces: [2091] }),
    admin: LOCAL_OPERATOR,
  };
  feedId = (await world.sql<{ id: string }>('select id from feed'))[0]?.id ?? '';
}, 120_000);
afterAll(() => world.close());

const NAMES = ['anonymous', 'analyst', 'officer', 'reviewer', 'admin'];

/** The indexes by which a table is read in statements whose name begins so; a table read whole shows as `Seq Scan`. */
async function indexesOf(name: string, query: string): Promise<(statement: string, table: string) => string[]> {
  const viewer = viewers[name] ?? ANONYMOUS;
  const plans: StatementPlan[] = [];
  const { read, snapshot } = world.contextOf(viewer);
  await world.ask(
    query,
    {},
    world.contextOf(viewer, { read: explaining(read, plans), snapshot: explaining(snapshot, plans) }),
  );
  return (statement, table) => {
    const reads = plans.filter((plan) => plan.name.startsWith(statement)).flatMap((plan) => plan.reads[table] ?? []);
    return [...new Set(reads.map((way) => way.replace(/^(Bitmap )?Index( Only)? Scan /, '')))];
  };
}

describe('with row policies in force the planner still reads by the intended index', () => {
  it.each(NAMES)('%s: current figures and totals of a place', async (name) => {
    const indexes = await indexesOf(
      name,
      `{ indicatorTable(query: { indicators: ["LD_MEMBERS", "LD_GIFTS"], places: { codes: ["91", "30337"] }, periods: { keys: ["2026-02"] } }) {
        rows(first: 10) { nodes { exact contributions(first: 3) { nodes { exact } } } } } }`,
    );
    expect(indexes('currentFigures', 'figure')).toEqual(['figure_current']);
    expect(indexes('storedTotals', 'total')).toEqual(['total_read']);
    expect(indexes('publishedReports', 'report')).not.toContain('Seq Scan');
    expect(indexes('publishedReports', 'report_version')).not.toContain('Seq Scan');
    expect(indexes('snapshotPosition', 'event')).toEqual(['event_unnumbered']);
    expect(indexes('contributions', 'figure')).toEqual(['figure_pkey']);
  });

  it.each(NAMES)('%s: events after a cursor', async (name) => {
    const indexes = await indexesOf(
      name,
      `{ events(first: 10, after: "${encodeEventCursor(feedId, 5_000n)}") { nodes { id } } }`,
    );
    expect(indexes('eventsAfter', 'event')).toEqual(['event_position_key']);
  });

  it.each(NAMES)('%s: reports of an organisation, their versions and figures', async (name) => {
    const indexes = await indexesOf(
      name,
      '{ organisation(code: "LDLD-91") { reports(first: 3) { nodes { versions { report { id } figures(first: 3) { nodes { exact } } } } } } }',
    );
    expect(indexes('reportsOfParents', 'report')).toEqual(['report_of_organisation']);
    expect(indexes('versionsOf', 'report_version')).toEqual(['report_version_pkey']);
    expect(indexes('figuresOfParents', 'figure')).toEqual(['figure_pkey']);
    expect(indexes('reportsByKey', 'report')).toEqual(['report_pkey']);
  });

  it.each(NAMES)('%s: reports for a place, and the newest of all', async (name) => {
    const indexes = await indexesOf(name, '{ place(code: "30337") { reports(first: 3) { totalCount nodes { id } } } }');
    expect(indexes('reportsOfParents', 'report')).toEqual(['report_of_place']);
    expect(indexes('reportsCounts', 'report')).toEqual(['report_of_place']);
    expect((await indexesOf(name, '{ reports(first: 3) { nodes { id } } }'))('reports', 'report')).toEqual([
      'report_newest',
    ]);
  });

  it('reads a table whole where nothing else would do, so that this test can fail', async () => {
    const indexes = await indexesOf('admin', '{ events(first: 1) { totalCount } }');
    expect(indexes('countEvents', 'event')).toEqual(['Seq Scan']);
  });
});
