import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/ground/gql/node.ts';
import { readFor } from '../../src/ground/viewer/session.ts';
import { LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { type DisclosureWorld, type Fact, openDisclosureWorld } from '../support/disclosure-world.ts';

let world: DisclosureWorld;
beforeAll(async () => {
  world = await openDisclosureWorld();
}, 60_000);
afterAll(() => world.close());

const PUBLISHED = ['PUBLISHED', 'REPLACED'];
const BEFORE_REVIEWERS = ['SUBMITTED', 'RETURNED', 'ACCEPTED', 'WITHDRAWN', ...PUBLISHED];

/** semantics.md 21 and 25 in other words: what everybody sees, and what a role sees beside it. */
function sees({ role, organisations, provinces }: Viewer, fact: Fact): boolean {
  if (role === 'ADMIN') return true;
  if (everybodySees(fact, role === 'ANALYST' ? ['PUBLIC', 'STATE'] : ['PUBLIC'])) return true;
  if (role === 'OFFICER' || role === 'LEADER')
    return organisations.length > 0 && ['own', 'predecessor'].includes(fact.whose);
  if (role !== 'REVIEWER' || provinces.length === 0 || fact.kind === 'upload' || fact.whose === 'foreign') return false;
  return fact.kind === 'event' ? fact.news !== 'RECEIVED' : BEFORE_REVIEWERS.includes(fact.state);
}

function everybodySees(fact: Fact, disclosures: string[]): boolean {
  switch (fact.kind) {
    case 'upload':
      return false;
    case 'event':
      return fact.news === 'PUBLISHED';
    case 'report':
    case 'version':
      return PUBLISHED.includes(fact.state);
    case 'figure':
    case 'total':
      return PUBLISHED.includes(fact.state) && disclosures.includes(fact.disclosure) && !fact.breakdown;
  }
}

const NAMES = [
  'anonymous',
  'partner',
  'partner who claims a circle',
  'analyst',
  'officer',
  'leader',
  'officer of nothing',
  'reviewer',
  'reviewer of nothing',
  'admin',
];

function viewer(name: string): Viewer {
  const found = world.viewers[name];
  if (!found) throw new Error(`No viewer “${name}”.`);
  return found;
}

const label = ({ kind, whose, state, news, disclosure, breakdown, id }: Fact): string =>
  `${kind} ${whose} ${state} ${news ?? disclosure}${breakdown ? ' part' : ''} ${fromGlobalId(id)?.key.join(':') ?? id}`;

const expected = (name: string, kinds: Fact['kind'][]): string[] =>
  world.facts
    .filter((fact) => kinds.includes(fact.kind) && sees(viewer(name), fact))
    .map(label)
    .sort();

const having = (ids: ReadonlySet<string>, kinds: Fact['kind'][]): string[] =>
  world.facts
    .filter((fact) => kinds.includes(fact.kind) && ids.has(fact.id))
    .map(label)
    .sort();

const NODES: Fact['kind'][] = ['figure', 'version', 'report', 'upload', 'event'];

describe('every role and its circle', () => {
  it('has something to tell apart', () => {
    const counts = Object.fromEntries(NAMES.map((name) => [name, expected(name, [...NODES, 'total']).length]));
    expect(counts).toMatchObject({
      'officer of nothing': counts['anonymous'],
      'reviewer of nothing': counts['anonymous'],
    });
    expect(
      new Set([counts['anonymous'], counts['analyst'], counts['officer'], counts['reviewer'], counts['admin']]).size,
    ).toBe(5);
    expect(counts['admin']).toBe(world.facts.length);
  });

  it.each(NAMES)('%s: nodes(ids) answers these and no others', async (name) => {
    const seen = new Set<string>();
    const ids = world.facts.filter(({ kind }) => NODES.includes(kind)).map(({ id }) => id);
    for (let at = 0; at < ids.length; at += 100) {
      const context = world.contextOf(viewer(name));
      const { nodes } = await world.ask<{ nodes: ({ id: string } | null)[] }>(
        `query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`,
        { ids: ids.slice(at, at + 100) },
        context,
      );
      for (const node of nodes) if (node) seen.add(node.id);
    }
    expect(having(seen, NODES)).toEqual(expected(name, NODES));
  });

  it.each(NAMES)('%s: lists hold these and no others, and count them', async (name) => {
    const context = world.contextOf(viewer(name));
    const found = await world.ask<Lists>(LISTS, {}, context);
    const reports = found.reports.nodes;
    const versions = reports.flatMap((report) => report.versions);
    const figures = versions.flatMap((version) => version.figures.nodes);
    const seen = new Set([...reports, ...versions, ...figures].map(({ id }) => id));
    let after: string | null = null;
    do {
      const { events }: { events: Page } = await world.ask(EVENTS, { after }, world.contextOf(viewer(name)));
      for (const { id } of events.nodes) seen.add(id);
      expect(events.totalCount).toBe(expected(name, ['event']).length);
      after = events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null;
    } while (after !== null);
    const kinds: Fact['kind'][] = ['report', 'version', 'figure', 'event'];
    expect(having(seen, kinds)).toEqual(expected(name, kinds));
    expect(found.reports.totalCount).toBe(expected(name, ['report']).length);
    for (const version of versions) expect(version.figures.totalCount).toBe(version.figures.nodes.length);
  });

  it.each(NAMES)('%s: the row policies alone answer the same', async (name) => {
    const read = readFor(world.pools, viewer(name));
    const table = async (sql: string): Promise<string[]> =>
      ((await read((tx) => tx.query(sql))) as { id: string }[]).map(({ id }) => id);
    const seen = new Set(
      (
        await Promise.all([
          table(`select ${globalId('ReportVersion', 'province_id, report_id, version')} from report_version`),
          table(`select ${globalId('Report', 'province_id, id')} from report`),
          table(`select ${globalId('HubEvent', 'id')} from event`),
          table(
            `select ${globalId('Figure', 'province_id, report_id, version, place_id, indicator_id, measure, breakdown_id')} from figure`,
          ),
          table(`select organisation_id || ':' || indicator_id || ':' || breakdown_id as id from total`),
        ])
      ).flat(),
    );
    const kinds: Fact['kind'][] = ['version', 'report', 'event', 'figure', 'total'];
    expect(having(seen, kinds)).toEqual(expected(name, kinds));
    const uploads = table(`select ${globalId('Upload', 'province_id, id')} from upload`);
    if (['ANONYMOUS', 'PARTNER'].includes(viewer(name).role))
      await expect(uploads).rejects.toThrow('permission denied for table upload');
    else expect(having(new Set(await uploads), ['upload'])).toEqual(expected(name, ['upload']));
  });

  it.each(NAMES)('%s: the predicates of the stores alone answer the same', async (name) => {
    const { read } = world.contextOf(LOCAL_OPERATOR);
    const seen = new Set<string>();
    const ids = world.facts.filter(({ kind }) => NODES.includes(kind)).map(({ id }) => id);
    for (let at = 0; at < ids.length; at += 100) {
      const context = world.contextOf(viewer(name), { read });
      const { nodes } = await world.ask<{ nodes: ({ id: string } | null)[] }>(
        `query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`,
        { ids: ids.slice(at, at + 100) },
        context,
      );
      for (const node of nodes) if (node) seen.add(node.id);
    }
    const lists = await world.ask<Lists>(LISTS, {}, world.contextOf(viewer(name), { read }));
    expect(lists.reports.totalCount).toBe(expected(name, ['report']).length);
    for (const report of lists.reports.nodes) {
      for (const version of report.versions) {
        expect(version.figures.totalCount).toBe(version.figures.nodes.length);
        for (const { id } of [report, version, ...version.figures.nodes]) seen.add(id);
      }
    }
    expect(having(seen, NODES)).toEqual(expected(name, NODES));
  });
});

/** Base64url of `Type:key:…`, as PostgreSQL writes it. */
function globalId(type: string, key: string): string {
  return `rtrim(translate(replace(encode(convert_to(concat_ws(':', '${type}', ${key}), 'UTF8'), 'base64'), E'\\n', ''), '+/', '-_'), '=') as id`;
}

interface Page {
  nodes: { id: string }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface Lists {
  reports: {
    totalCount: number;
    nodes: { id: string; versions: { id: string; figures: { totalCount: number; nodes: { id: string }[] } }[] }[];
  };
}

const LISTS = `{ reports(first: 100) { totalCount nodes { id versions { id figures(first: 100) { totalCount nodes { id } } } } } }`;
const EVENTS = `query ($after: EventCursor) { events(first: 100, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;

describe('the table', () => {
  const TABLE = `query ($query: IndicatorQuery!) { indicatorTable(query: $query) { rows(first: 100) { nodes {
    indicator { code disclosure } organisation { code province { code } } status exact missing coverage { received } contributions(first: 9) { totalCount } } } } }`;

  /** Whether a viewer may see the cell of an indicator at a place at all. */
  function open(
    { role, organisations, provinces }: Viewer,
    disclosure: string,
    organisation: 'own' | 'neighbour' | 'foreign',
  ): boolean {
    if (disclosure === 'PUBLIC' || role === 'ADMIN') return true;
    if (role === 'ANALYST') return disclosure === 'STATE';
    if (role === 'OFFICER' || role === 'LEADER') return organisations.length > 0 && organisation === 'own';
    return role === 'REVIEWER' && provinces.length > 0 && organisation !== 'foreign';
  }

  interface Row {
    indicator: { code: string; disclosure: string };
    organisation: { code: string } | null;
    status: string;
    exact: string | null;
    missing: string | null;
    coverage: { received: number };
    contributions: { totalCount: number };
  }

  // PUBLISHED stands for July, REPLACED's published version for August; nothing was ever reported for December.
  it.each(NAMES)(
    '%s: a cell is RESTRICTED where it may not be seen, whether there is data or not, and never more',
    async (name) => {
      const query = {
        indicators: ['LD_MEMBERS', 'LD_STOPPAGES', 'EV_SELF_SCORE'],
        places: { codes: ['91', '01'] },
        periods: { keys: ['2026-07', '2026-12'] },
        organisations: ['LDLD'],
      };
      const { indicatorTable } = await world.ask<{ indicatorTable: { rows: { nodes: Row[] } } }>(
        TABLE,
        { query },
        world.contextOf(viewer(name)),
      );
      expect(indicatorTable.rows.nodes).not.toHaveLength(0);
      for (const row of indicatorTable.rows.nodes) {
        const own = row.organisation?.code === 'LDLD-91' ? 'own' : 'foreign';
        const restricted = row.status === 'RESTRICTED';
        expect([row.indicator.code, own, restricted]).toEqual([
          row.indicator.code,
          own,
          !open(viewer(name), row.indicator.disclosure, own),
        ]);
        if (restricted)
          expect(row).toMatchObject({
            exact: null,
            missing: null,
            coverage: { received: 0 },
            contributions: { totalCount: 0 },
          });
      }
      const numbers = indicatorTable.rows.nodes.filter(({ exact }) => exact !== null).length;
      const shown = (['own', 'foreign'] as const).flatMap((one) =>
        ['PUBLIC', 'STATE'].filter((level) => open(viewer(name), level, one)),
      );
      expect(numbers).toBeGreaterThanOrEqual(shown.length);
    },
  );

  it.each(NAMES)(
    '%s: over the nation, what is not public for all is nobody’s but the analyst’s and the administrator’s',
    async (name) => {
      const query = {
        indicators: ['LD_MEMBERS', 'LD_STOPPAGES'],
        places: { codes: ['VN'] },
        periods: { keys: ['2026-07'] },
      };
      const { indicatorTable } = await world.ask<{ indicatorTable: { rows: { nodes: Row[] } } }>(
        TABLE,
        { query },
        world.contextOf(viewer(name)),
      );
      const statuses = Object.fromEntries(indicatorTable.rows.nodes.map((row) => [row.indicator.code, row.status]));
      const all = ['ANALYST', 'ADMIN'].includes(viewer(name).role);
      expect(statuses).toEqual({ LD_MEMBERS: 'OK', LD_STOPPAGES: all ? 'OK' : 'RESTRICTED' });
    },
  );
});
