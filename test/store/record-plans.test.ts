import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { organisationStore } from '../../src/catalogue/organisation/organisation.store.ts';
import { ANONYMOUS, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { fillRecords } from '../support/bulk-records.ts';
import { type GraphWorld, openGraphWorld, viewerOf } from '../support/graph-world.ts';
import { explaining, type StatementPlan } from '../support/plans.ts';
import { RECORD_QUERIES } from '../support/record-queries.ts';
import { recordTables, typeOf } from '../support/record-tables.ts';

let world: GraphWorld;
let viewers: Record<string, Viewer>;
/** Tables of which a page or a look-up must not read every row. */
let big: Set<string>;

beforeAll(async () => {
  world = await openGraphWorld();
  await fillRecords(world, { rows: 20_000, each: 10, everyKind: true });
  const { manager } = world.pools.reader;
  const own = await organisationStore.byCodeOn(manager, 'LDLD-91', '2026-06-14');
  viewers = {
    anonymous: ANONYMOUS,
    officer: viewerOf('OFFICER', { organisations: await organisationStore.lineage(manager, own?.id ?? 0) }),
    reviewer: viewerOf('REVIEWER', { provinces: [own?.provinceId ?? 0] }),
  };
  const tables = await world.sql<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and reltuples >= 20000`,
  );
  big = new Set(tables.map(({ name }) => name));
}, 300_000);
afterAll(() => world.close());

const NAMES = ['anonymous', 'officer', 'reviewer'];

async function plansOf(name: string, query: string): Promise<StatementPlan[]> {
  const viewer = viewers[name] ?? ANONYMOUS;
  const plans: StatementPlan[] = [];
  const { read, snapshot } = world.contextOf(viewer);
  const explained = { read: explaining(read, plans), snapshot: explaining(snapshot, plans) };
  await world.ask(query, {}, world.contextOf(viewer, explained));
  return plans;
}

/** By which index a table is read in the statement of a list. */
async function indexOf(name: string, query: string, table: string): Promise<string> {
  const [plan] = await plansOf(name, query);
  return (plan?.reads[table] ?? []).map((way) => way.replace(/^(Bitmap )?Index( Only)? Scan /, '')).join(', ');
}

/** The lists at the root: their table, and the index of their default order. */
const LISTS: Readonly<Record<string, readonly [table: string, order: string]>> = {
  movements: ['movement', 'movement_sorted'],
  campaigns: ['campaign', 'campaign_sorted'],
  activities: ['activity', 'activity_sorted'],
  awards: ['award', 'award_sorted'],
  agreements: ['agreement', 'agreement_sorted'],
  agreementPlans: ['agreement_plan', 'agreement_plan_by_year'],
  agreementEvents: ['agreement_event', 'agreement_event_by_day'],
  obligations: ['obligation', 'obligation_by_beginning'],
  evaluations: ['evaluation', 'evaluation_sorted'],
  recommendations: ['recommendation', 'recommendation_sorted'],
  organisationUnits: ['organisation_unit', 'organisation_unit_sorted'],
  persons: ['person', 'person_sorted'],
  documents: ['source_document', 'source_document_sorted'],
  targetGroups: ['target_group', 'target_group_sorted'],
  policyReferences: ['policy_reference', 'policy_reference_sorted'],
};

describe('with twenty thousand records of every kind', () => {
  it('every list stands here', async () => {
    expect(
      Object.values(LISTS)
        .map(([table]) => table)
        .sort(),
    ).toEqual(await recordTables(world));
    expect([...big]).toEqual(
      expect.arrayContaining([
        ...(await recordTables(world)),
        'record_version',
        'quote',
        'office',
        'activity_role',
        'follow_up',
        'member',
      ]),
    );
  });

  it.each(NAMES)('%s: a page of each list is read in its order', async (name) => {
    for (const [list, [table, order]] of Object.entries(LISTS)) {
      expect([list, await indexOf(name, `{ ${list}(first: 20) { nodes { id } } }`, table)]).toEqual([list, order]);
    }
  });

  it.each(NAMES)(
    '%s: what lies within a province, and what an organisation keeps, is read by an index',
    async (name) => {
      const within = `within: "${toGlobalId('Place', 2091)}"`;
      for (const [list, [table]] of Object.entries(LISTS)) {
        for (const filter of [within, 'province: { code: { eq: "91" } }', 'keeper: { code: { eq: "LDLD-91" } }']) {
          const found = await indexOf(name, `{ ${list}(first: 20, filter: { ${filter} }) { nodes { id } } }`, table);
          expect([list, filter, found]).toEqual([list, filter, expect.stringMatching(`^${table}_(of|sorted|by)`)]);
        }
      }
    },
  );

  it.each(NAMES)('%s: whatever hangs on records and organisations is looked up by an index', async (name) => {
    for (const [what, query] of Object.entries(RECORD_QUERIES)) {
      const some = query
        .replace(/^query \(.*?\)/, '')
        .replace('$n', '10')
        .replace(
          /filter: \{ (name|title): \{ contains: "hang loat" \} \}/,
          'filter: { keeper: { code: { eq: "LDLD-91" } } }',
        )
        .replace('filter: { kind: { eq: LDLD } }', 'filter: { code: { eq: "LDLD-91" } }');
      expect(some).toContain('LDLD-91');
      const plans = await plansOf(name, some);
      const whole = plans.flatMap(({ name: statement, reads }) =>
        Object.entries(reads).flatMap(([table, ways]) =>
          big.has(table) && ways.includes('Seq Scan') ? [`${statement}: ${table}`] : [],
        ),
      );
      expect(plans.length).toBeGreaterThan(5);
      expect([what, whole]).toEqual([what, []]);
    }
  });

  it.each(NAMES)('%s: nodes are looked up by their keys', async (name) => {
    for (const [table] of Object.values(LISTS)) {
      const rows = await world.sql<{ id: number }>(
        `select id from ${table} where exposure = 2 order by id desc limit 20`,
      );
      const ids = rows.map(({ id }) => JSON.stringify(toGlobalId(typeOf(table), id)));
      expect(await indexOf(name, `{ nodes(ids: [${ids.join(', ')}]) { id } }`, table)).toBe(`${table}_pkey`);
    }
  });

  it('a table is read whole where nothing else would do, so that this test can fail', async () => {
    const plans = await plansOf(
      'officer',
      '{ movements(first: 1, filter: { name: { contains: "xyz" } }) { totalCount } }',
    );
    expect(plans.map(({ name, reads }) => [name, reads['movement']])).toContainEqual(['movementsCount', ['Seq Scan']]);
  });
});
