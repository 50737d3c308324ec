import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { fillInBulk } from '../support/bulk.ts';
import { type DisclosureWorld, openDisclosureWorld } from '../support/disclosure-world.ts';

interface Found {
  id: string;
  period: { key: string; dataTo: string };
  form: { code: string };
  organisation: { code: string; kind: string; province: { code: string } };
  place: { code: string; name: string; level: string };
}

interface Page {
  nodes: Found[];
  edges: { cursor: string; node: { id: string } }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: ReportFilter, $orderBy: [ReportOrder!]) {
  reports(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
    nodes { id period { key dataTo } form { code } organisation { code kind province { code } } place { code name level } }
    edges { cursor node { id } } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

let world: DisclosureWorld;
let all: Found[];

beforeAll(async () => {
  world = await openDisclosureWorld();
  await fillInBulk(world, { months: 1, communes: 2 });
  all = await walk({}, { first: 100 });
}, 120_000);
afterAll(() => world.close());

async function page(variables: object, viewer: Viewer = LOCAL_OPERATOR): Promise<Page> {
  return (await world.ask<{ reports: Page }>(PAGE, variables, world.contextOf(viewer))).reports;
}

/** The whole list, page by page, from the start or from the end. */
async function walk(
  asked: object,
  size: { first?: number; last?: number },
  viewer: Viewer = LOCAL_OPERATOR,
): Promise<Found[]> {
  const found: Found[] = [];
  let cursor: object = {};
  for (;;) {
    const { nodes, edges, pageInfo } = await page({ ...asked, ...size, ...cursor }, viewer);
    expect(edges.map(({ node }) => node.id)).toEqual(nodes.map(({ id }) => id));
    if (size.first) found.push(...nodes);
    else found.unshift(...nodes);
    if (!(size.first ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return found;
    cursor = size.first ? { after: pageInfo.endCursor } : { before: pageInfo.startCursor };
  }
}

const ids = (reports: readonly { id: string }[]): string[] => reports.map(({ id }) => id);
const sorted = (reports: readonly { id: string }[]): string[] => ids(reports).sort();

describe('the list of reports', () => {
  it('by threes, forwards and backwards, is the whole list, each report once', async () => {
    expect(all.length).toBeGreaterThan(95);
    expect(new Set(ids(all)).size).toBe(all.length);
    expect(ids(await walk({}, { first: 3 }))).toEqual(ids(all));
    expect(ids(await walk({}, { last: 3 }))).toEqual(ids(all));
    expect((await page({ first: 1 })).totalCount).toBe(all.length);
  }, 60_000);

  it('stands with the newest data first, and in any order asked, whatever the size of a page', async () => {
    const days = all.map(({ period }) => period.dataTo);
    expect(days).toEqual(days.toSorted().toReversed());
    const term = fc.record({ field: fc.constantFrom('DATA_TO', 'PERIOD'), direction: fc.constantFrom('ASC', 'DESC') });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 20, max: 100 }),
        fc.array(term, { minLength: 1, maxLength: 2 }),
        async (size, orderBy) => {
          const forwards = await walk({ orderBy }, { first: size });
          expect(sorted(forwards)).toEqual(sorted(all));
          expect(ids(await walk({ orderBy }, { last: size }))).toEqual(ids(forwards));
          const [{ field, direction } = { field: '', direction: '' }] = orderBy;
          const values = forwards.map(({ period }) => (field === 'PERIOD' ? period.key : period.dataTo));
          expect(values).toEqual(direction === 'ASC' ? values.toSorted() : values.toSorted().toReversed());
        },
      ),
      { numRuns: 6 },
    );
  }, 60_000);

  it('shows every report that stays exactly once while others come and go', async () => {
    const anonymous = world.viewers['anonymous'];
    const whole = ids(await walk({}, { first: 100 }, anonymous));
    const start = await page({ first: 3 }, anonymous);
    const [behind = '', ahead = ''] = [whole[1], whole[4]];
    for (const id of [behind, ahead]) await expose(id, 1);
    const rest: string[] = [];
    for (let after = start.pageInfo.endCursor, more = true; more; ) {
      const { nodes, pageInfo } = await page({ first: 3, after }, anonymous);
      rest.push(...ids(nodes));
      if (rest.length === 3) await expose(behind, 2);
      more = pageInfo.hasNextPage;
      after = pageInfo.endCursor;
    }
    await expose(ahead, 2);
    expect([...ids(start.nodes), ...rest]).toEqual(whole.filter((id) => id !== ahead));
  });

  async function expose(id: string, exposure: number): Promise<void> {
    const [, province, report] = Buffer.from(id, 'base64url').toString().split(':');
    await world.sql('update report set exposure = $3 where province_id = $1 and id = $2', [province, report, exposure]);
  }

  it('is for each viewer the list of what they see, cut by the same pages', async () => {
    for (const viewer of Object.values(world.viewers)) {
      const whole = await walk({}, { first: 100 }, viewer);
      expect(ids(await walk({}, { first: 17 }, viewer))).toEqual(ids(whole));
      expect((await page({ first: 1 }, viewer)).totalCount).toBe(whole.length);
      expect(ids(all).filter((id) => ids(whole).includes(id))).toEqual(ids(whole));
    }
  }, 60_000);
});

describe('filters on reports', () => {
  const anGiang = toGlobalId('Place', 2091);
  // Kiên Giang had the code 91 as well: a province is known by its key.
  const provinceOf = (report: Found): number => Number(Buffer.from(report.id, 'base64url').toString().split(':')[1]);
  type Case = [string, object, (report: Found) => boolean];
  const cases: Case[] = [
    [
      'whose organisation is within a province',
      { organisation: { within: anGiang } },
      (one) => provinceOf(one) === 2091,
    ],
    ['for places within a province', { within: anGiang }, (one) => provinceOf(one) === 2091],
    ['within the country', { within: toGlobalId('Place', 1) }, () => true],
    ['by form', { form: { code: { eq: 'HPN-01' } } }, (one) => one.form.code === 'HPN-01'],
    ['by not the form', { not: { form: { code: { eq: 'HPN-01' } } } }, (one) => one.form.code !== 'HPN-01'],
    ['by a form’s owner', { form: { owner: { eq: 'HPN' } } }, (one) => one.form.code === 'HPN-01'],
    [
      'by a place’s name without tone marks',
      { place: { name: { contains: 'an giang' } } },
      (one) => one.place.name.includes('An Giang'),
    ],
    [
      'by an organisation’s name without tone marks and in capitals',
      { organisation: { name: { contains: 'LIEN DOAN LAO DONG' } } },
      (one) => one.organisation.kind === 'LDLD',
    ],
    ['by the level of a place', { place: { level: { eq: 'COMMUNE' } } }, (one) => one.place.level === 'COMMUNE'],
    [
      'by the province of a place, two relations deep',
      { place: { province: { code: { eq: '01' } } } },
      (one) => one.organisation.code === 'LDLD-01',
    ],
    [
      'by the province of an organisation',
      { organisation: { province: { code: { in: ['01'] } } } },
      (one) => one.organisation.code === 'LDLD-01',
    ],
    ['by period', { period: { in: ['2026-01', '2026-07'] } }, (one) => ['2026-01', '2026-07'].includes(one.period.key)],
    [
      'by days',
      { dataTo: { gte: '2026-02-14', lt: '2026-05-14' } },
      (one) => one.period.dataTo >= '2026-02-14' && one.period.dataTo < '2026-05-14',
    ],
    [
      'by all of several',
      { and: [{ form: { code: { eq: 'LDLD-01' } } }, { period: { eq: '2026-01' } }] },
      (one) => one.form.code === 'LDLD-01' && one.period.key === '2026-01',
    ],
    [
      'by any of several',
      { or: [{ form: { code: { eq: 'HPN-01' } } }, { period: { eq: '2026-01' } }] },
      (one) => one.form.code === 'HPN-01' || one.period.key === '2026-01',
    ],
    ['by none of no alternatives', { or: [] }, () => false],
    ['by nothing', {}, () => true],
  ];

  it.each(cases)('%s', async (_name, filter, holds) => {
    const found = await walk({ filter }, { first: 100 });
    expect(sorted(found)).toEqual(sorted(all.filter(holds)));
    expect((await page({ first: 1, filter })).totalCount).toBe(found.length);
    expect(found.length === 0).toBe(JSON.stringify(filter) === '{"or":[]}');
  });

  it('by id know a report by its province and number, and take what is no report’s id for none', async () => {
    const [one, two] = all;
    const [, province, number] = Buffer.from(one?.id ?? '', 'base64url')
      .toString()
      .split(':');
    const elsewhere = toGlobalId('Report', Number(province) + 1, number ?? '');
    expect(ids((await page({ first: 9, filter: { id: { eq: one?.id } } })).nodes)).toEqual([one?.id]);
    expect(sorted((await page({ first: 9, filter: { id: { in: [one?.id, two?.id, 'none'] } } })).nodes)).toEqual(
      sorted([one, two].flatMap((found) => found ?? [])),
    );
    expect((await page({ first: 9, filter: { id: { ne: one?.id } } })).totalCount).toBe(all.length - 1);
    for (const id of [
      elsewhere,
      'none',
      '',
      toGlobalId('Place', 2091),
      toGlobalId('Report', 99_999_999_999, 1),
      toGlobalId('Report', '02091', 1),
    ]) {
      expect([id, (await page({ first: 9, filter: { id: { eq: id } } })).totalCount]).toEqual([id, 0]);
    }
  });

  it('that cannot be understood are refused as the caller’s fault', async () => {
    for (const filter of [
      { within: 'none' },
      { id: { eq: null } },
      { form: null },
      { period: { contains: 'a\0b' } },
      { dataTo: { eq: null } },
    ]) {
      const { data, errors } = await world.answer(PAGE, { first: 1, filter }, world.contextOf(LOCAL_OPERATOR));
      expect([filter, data, errors.map(({ code }) => code)]).toEqual([filter, null, ['BAD_USER_INPUT']]);
    }
  });
});
