import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { ANONYMOUS, LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { fillInBulk } from '../support/bulk.ts';
import { type GraphWorld, openGraphWorld, viewerOf } from '../support/graph-world.ts';
import { statementNames } from '../support/statement-names.ts';

let world: GraphWorld;
const cursors: Record<string, string> = {};
let ratios: string[];
let commune: string;
const ids: Record<string, string[]> = {};

beforeAll(async () => {
  world = await openGraphWorld();
  await fillInBulk(world, { months: 3, communes: 101 });
  await attachToAll();
  const { reports, places } = await world.ask<Record<'reports' | 'places', { edges: { cursor: string }[] }>>(
    `{ reports(first: 1) { edges { cursor } } places(first: 1, orderBy: [{ field: CODE }]) { edges { cursor } } }`,
  );
  cursors['reports'] = reports.edges[0]?.cursor ?? '';
  cursors['places'] = places.edges[0]?.cursor ?? '';
  const indicators = await world.sql<{ code: string }>(
    'select i.code from indicator i join form f on f.code = i.primary_form where i.numerator is not null and i.denominator is not null',
  );
  ratios = indicators.map(({ code }) => code);
  ids['Report'] = await keys('select province_id, id from report order by id limit 100', 'Report');
  ids['ReportVersion'] = await keys(
    'select province_id, report_id, version from report_version order by 2, 3 limit 100',
    'ReportVersion',
  );
  ids['Upload'] = await keys('select province_id, id from upload order by id limit 100', 'Upload');
  ids['Attachment'] = await keys('select province_id, id from attachment order by id limit 100', 'Attachment');
  ids['HubEvent'] = await keys('select id from event order by id limit 100', 'HubEvent');
  commune =
    (
      await keys(`select id from place where level = 'COMMUNE' and province_id = 2091 order by id limit 1`, 'Place')
    )[0] ?? '';
  ids['Place'] = await keys(`select id from place where level = 'COMMUNE' order by id limit 100`, 'Place');
  ids['Organisation'] = await keys('select id from organisation order by id limit 100', 'Organisation');
  ids['Figure'] = await keys(
    'select province_id, report_id, version, place_id, indicator_id, measure, breakdown_id from figure order by 2, 3, 4, 5 limit 100',
    'Figure',
  );
}, 120_000);
afterAll(() => world.close());

/** A file beside every version made in bulk: the same bytes, kept once for each organisation. */
async function attachToAll(): Promise<void> {
  await world.sql(`
    insert into stored_file (province_id, sha256, organisation_id, byte_size, content)
      select distinct province_id, repeat('d', 64), organisation_id, 3, 'abc'::bytea from report_version where created_by = 'bulk';
    insert into attachment (province_id, report_id, version, organisation_id, kind, sha256, file_name, media_type, byte_size, attached_by)
      select province_id, report_id, version, organisation_id, 'OTHER', repeat('d', 64), 'abc.txt', 'text/plain', 3, 'bulk'
      from report_version where created_by = 'bulk' order by report_id, version`);
}

async function keys(sql: string, type: string): Promise<string[]> {
  const rows = await world.sql<Record<string, string | number>>(sql);
  return rows.map((row) => toGlobalId(type, ...Object.values(row)));
}

const officer = async (): Promise<Viewer> => {
  const rows = await world.sql<{ id: number }>(`select id from organisation where kind = 'LDLD' and valid_to is null`);
  return viewerOf('OFFICER', { organisations: rows.map(({ id }) => id) });
};

const statementsOf = (query: string, variables: object, viewer: Viewer): ReturnType<typeof statementNames> =>
  statementNames(world, query, variables, viewer);

const REPORTS = `
  totalCount
  nodes { period { key } form { code indicators { code } } organisation { code province { code } parent { code } } place { code parent { code } province { code } }
    published { version } versions { version state report { id } attachments { id kind } figures(first: 3) { totalCount nodes { exact indicator { code numerator { code } primaryForm { code } } place { code } } } } }
  pageInfo { hasNextPage endCursor }`;

/** Lists with everything that hangs on them; each with aliases, cursors and counts. */
const CASES: Record<string, string> = {
  'places → children, organisations, reports → versions → figures → indicator': `query ($n: Int!, $after: String, $place: String, $within: ID) {
    places(first: $n, filter: { within: $within, level: { eq: COMMUNE } }) { totalCount nodes { code
      parent { code } province { code } names { name } tile { column } predecessors { place { code } } successors { place { code } }
      children(first: 3) { totalCount nodes { code } } below: children(first: 2, after: $place, orderBy: [{ field: CODE }]) { nodes { code } }
      organisations(first: 3) { totalCount nodes { code reports(first: 3) { nodes { id } } } }
      reports(first: 3) { ${REPORTS} }
      later: reports(first: 2, after: $after) { totalCount nodes { id } }
      last: reports(last: 1, filter: { form: { code: { eq: "LDLD-01" } } }) { nodes { id } } } } }`,
  'provinces → children → reports, three thousand parents in all': `query ($n: Int!) {
    places(first: $n, filter: { level: { eq: PROVINCE } }) { nodes { code organisations(first: 3) { totalCount nodes { code province { code } parent { code } } }
      children(first: 100) { totalCount nodes { code reports(first: 3) { totalCount nodes { id versions { figures(first: 3) { nodes { id } } } } } } } } } }`,
  'organisations → reports': `query ($n: Int!, $after: String) {
    organisations(first: $n, filter: { kind: { eq: LDLD } }) { totalCount nodes { code names { name } province { code } parent { code } predecessors { organisation { code } }
      successors { organisation { code } } reports(first: 3) { ${REPORTS} } a: reports(first: 3, after: $after) { totalCount nodes { id } } } } }`,
  'forms → indicators': `query ($n: Int!) {
    forms(first: $n) { totalCount nodes { code indicators { code primaryForm { code } numerator { code } denominator { code } } } } }`,
  'indicators → form': `query ($n: Int!, $ratios: [String!]) {
    indicators(first: $n, filter: { code: { in: $ratios } }) { totalCount nodes { code primaryForm { code indicators { code } } numerator { code } denominator { code } } } }`,
  'reports → versions → figures': `query ($n: Int!) { reports(first: $n) { ${REPORTS} } }`,
  'events → subject': `query ($n: Int!) {
    events(first: $n) { totalCount nodes { type province { code } organisation { code } subject { ... on Report { id form { code } versions { version } } } } } }`,
};

describe('a list costs the same number of statements', () => {
  it.each(Object.keys(CASES))(
    'for 100 parents as for 1: %s',
    async (name) => {
      for (const viewer of [ANONYMOUS, await officer()]) {
        const variables = {
          after: cursors['reports'],
          place: cursors['places'],
          within: toGlobalId('Place', 2091),
          ratios,
        };
        const one = await statementsOf(CASES[name] ?? '', { ...variables, n: 1 }, viewer);
        const many = await statementsOf(CASES[name] ?? '', { ...variables, n: 100 }, viewer);
        const ten = await statementsOf(CASES[name] ?? '', { ...variables, n: 10 }, viewer);
        expect(many.text.length).toBeGreaterThan(one.text.length);
        expect([viewer.role, ten.names]).toEqual([viewer.role, many.names]);
        expect([viewer.role, one.names]).toEqual([viewer.role, many.names]);
      }
    },
    120_000,
  );

  it.each(['Report', 'ReportVersion', 'Upload', 'Attachment', 'HubEvent', 'Place', 'Organisation', 'Figure'])(
    'for 100 ids as for 1: nodes of %s',
    async (type) => {
      const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
      const one = await statementsOf(query, { ids: ids[type]?.slice(0, 1) }, LOCAL_OPERATOR);
      const many = await statementsOf(query, { ids: ids[type] }, LOCAL_OPERATOR);
      expect(many.text).not.toContain('null');
      expect(many.names).toEqual(one.names);
    },
  );

  it('for a table of 100 rows with their cells as for one of 1', async () => {
    const query = `query ($query: IndicatorQuery!, $n: Int!) { indicatorTable(query: $query) { series { place { code } organisation { code } } rows(first: $n) { nodes { exact
      place { code parent { code } } organisation { code } indicator { code numerator { code } primaryForm { code } }
      contributions(first: 3) { totalCount nodes { exact cell report { id form { code } } place { code } period { key } submitter { code } } } } } } }`;
    const table = (indicators: string[], places: object, keys: string[]): object => ({
      indicators,
      places,
      periods: { keys },
    });
    const within = (id: string | undefined): object => ({ within: id, level: 'COMMUNE' });
    const small = await statementsOf(query, { n: 1, query: table(['LD_GU'], within(commune), ['2026-01']) }, ANONYMOUS);
    const large = await statementsOf(
      query,
      {
        n: 100,
        query: table(['LD_GU', 'LD_MEMBERS', 'LD_GIFTS'], within(toGlobalId('Place', 2091)), [
          '2026-01',
          '2026-02',
          '2026-03',
        ]),
      },
      ANONYMOUS,
    );
    expect(large.text.length).toBeGreaterThan(20 * small.text.length);
    expect(large.names).toEqual(small.names);
  }, 60_000);
});
