import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { placeSeeds } from '../../src/catalogue/place/place.seed.ts';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { sortKey } from '../../src/ground/text/sort-key.ts';
import { type Ask, asker, catalogueSchema, openCatalogue, type TestCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
let ask: Ask;

beforeAll(async () => {
  const opened = await Promise.all([openCatalogue(), catalogueSchema()]);
  [catalogue] = opened;
  ask = asker(opened[1], catalogue);
});
afterAll(() => catalogue.close());

interface Page {
  nodes: { code: string; shortName: string }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

const PAGE = `nodes { code shortName } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

/** Walks a list of places in either direction to its end. */
async function walk(
  forward: boolean,
  filter: object,
  orderBy?: object,
  size = 7,
): Promise<{ code: string; shortName: string }[]> {
  const query = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: PlaceFilter, $orderBy: [PlaceOrder!]) {
    places(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) { ${PAGE} } }`;
  const found: { code: string; shortName: string }[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const page = forward ? { first: size, after: cursor } : { last: size, before: cursor };
    const { places } = await ask<{ places: Page }>(query, { ...page, filter, orderBy });
    if (forward) found.push(...places.nodes);
    else found.unshift(...places.nodes);
    more = forward ? places.pageInfo.hasNextPage : places.pageInfo.hasPreviousPage;
    cursor = forward ? places.pageInfo.endCursor : places.pageInfo.startCursor;
  }
  return found;
}

describe('lists', () => {
  const anGiang = { within: toGlobalId('Place', 2091) };
  const wanted = placeSeeds()
    .filter(({ provinceId }) => provinceId === 2091)
    .map(({ id, names }) => ({ id, key: sortKey(names.at(-1)?.shortName ?? ''), name: names.at(-1)?.shortName }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id - b.id))
    .map(({ name }) => name);

  it('walk by seven, forwards and backwards, over every row once in Vietnamese order', async () => {
    const forwards = await walk(true, anGiang);
    expect(forwards.map(({ shortName }) => shortName)).toEqual(wanted);
    expect(await walk(false, anGiang)).toEqual(forwards);
  });

  it('walk in mixed directions as well', async () => {
    const orderBy = [{ field: 'NAME', direction: 'DESC' }, { field: 'CODE' }];
    const forwards = await walk(true, anGiang, orderBy);
    expect(forwards.map(({ shortName }) => shortName)).toEqual(wanted.toReversed());
    expect(await walk(false, anGiang, orderBy)).toEqual(forwards);
  });

  it('walk over every row once, whatever the page size and the order', async () => {
    const term = fc.record({ field: fc.constantFrom('NAME', 'CODE'), direction: fc.constantFrom('ASC', 'DESC') });
    const all = new Set((await walk(true, anGiang)).map(({ code }) => code));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 9, max: 100 }), fc.array(term, { maxLength: 3 }), async (size, orderBy) => {
        const forwards = await walk(true, anGiang, orderBy, size);
        expect(forwards).toHaveLength(all.size);
        expect(new Set(forwards.map(({ code }) => code))).toEqual(all);
        expect(await walk(false, anGiang, orderBy, size)).toEqual(forwards);
      }),
      { numRuns: 8 },
    );
  });

  it('refuse a forged cursor as one, whatever stands in it', async () => {
    const query = `query ($after: String) { places(first: 2, after: $after) { nodes { id } pageInfo { endCursor } } }`;
    const { places } = await ask<{ places: { pageInfo: { endCursor: string } } }>(query);
    const [tag] = JSON.parse(Buffer.from(places.pageInfo.endCursor, 'base64url').toString()) as string[];
    const part = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('1', '99999999999', '', '\0', '-', '1e3'));
    const forged = fc.oneof(
      fc.string(),
      fc.tuple(fc.constant(tag), part, part).map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url')),
    );
    await fc.assert(
      fc.asyncProperty(forged, async (after) => {
        // A cursor may also be well formed by chance: then it is a place in the list as any other.
        const code = await ask(query, { after }).then(
          () => 'CURSOR_UNKNOWN',
          (error: { extensions?: { code?: string } }) => error.extensions?.code,
        );
        expect(code).toBe('CURSOR_UNKNOWN');
      }),
      { numRuns: 200 },
    );
  });

  it('refuse a page without a size and a cursor of another order', async () => {
    await expect(ask('{ places { totalCount } }')).rejects.toMatchObject({ extensions: { reason: 'PAGE_SIZE' } });
    await expect(ask('{ places(first: 101) { totalCount } }')).rejects.toMatchObject({
      extensions: { reason: 'PAGE_SIZE' },
    });
    const { places } = await ask<{ places: Page }>(`{ places(first: 2) { ${PAGE} } }`);
    const other = `query ($after: String) { places(first: 2, after: $after, orderBy: [{ field: CODE }]) { totalCount } }`;
    await expect(ask(other, { after: places.pageInfo.endCursor })).rejects.toMatchObject({
      extensions: { code: 'CURSOR_UNKNOWN' },
    });
  });

  it('answer places named Đà Nẵng to “da nang”, in every spelling of the marks', async () => {
    for (const contains of ['da nang', 'ĐÀ NẴNG', 'Đà Nẵng'.normalize('NFD')]) {
      const query = `query ($filter: PlaceFilter) { places(first: 5, filter: $filter) { nodes { name code } } }`;
      const filter = { name: { contains }, level: { eq: 'PROVINCE' } };
      expect(await ask(query, { filter })).toEqual({ places: { nodes: [{ name: 'Thành phố Đà Nẵng', code: '48' }] } });
    }
  });

  const country = toGlobalId('Place', 1);
  it.each([
    ['all of today', {}, 1 + 34 + 3321],
    ['everything within the country', { within: country }, 1 + 34 + 3321],
    ['a province and its communes', { within: toGlobalId('Place', 2091) }, 103],
    ['a commune alone', { within: toGlobalId('Place', 120333) }, 1],
    ['an ended province: nothing of today', { within: toGlobalId('Place', 1091) }, 0],
    ['special zones', { type: { eq: 'SPECIAL_ZONE' } }, 13],
    ['special zones of An Giang, by relation', { type: { eq: 'SPECIAL_ZONE' }, province: { code: { eq: '91' } } }, 3],
    ['by parent', { parent: { name: { contains: 'an giang' } }, type: { in: ['SPECIAL_ZONE'] } }, 3],
    ['by the parent of the parent', { parent: { parent: { code: { eq: 'VN' } }, code: { eq: '91' } } }, 102],
    ['founded on 1 July 2025', { level: { eq: 'PROVINCE' }, validFrom: { eq: '2025-07-01' } }, 23],
    ['of unknown beginning', { level: { eq: 'PROVINCE' }, validFrom: { isNull: true } }, 11],
    [
      'not, or, and',
      { and: [{ level: { eq: 'PROVINCE' } }, { not: { or: [{ code: { eq: '91' } }, { code: { eq: '79' } }] } }] },
      32,
    ],
    ['none of nothing', { or: [] }, 0],
    ['an id of another type', { id: { eq: toGlobalId('Organisation', 1) } }, 0],
    ['an id beyond any key', { id: { eq: toGlobalId('Place', 99_999_999_999) } }, 0],
  ])('count %s', async (_, filter, totalCount) => {
    const query = `query ($filter: PlaceFilter) { places(first: 1, filter: $filter) { totalCount } }`;
    expect(await ask(query, { filter })).toEqual({ places: { totalCount } });
  });

  it.each([
    [{ within: 'nonsense' }, 'BAD_USER_INPUT'],
    [{ within: toGlobalId('Organisation', 1) }, 'BAD_USER_INPUT'],
    [{ name: { contains: 'a\0' } }, 'BAD_USER_INPUT'],
  ])('refuse %j', async (filter, code) => {
    const query = `query ($filter: PlaceFilter) { places(first: 1, filter: $filter) { totalCount } }`;
    await expect(ask(query, { filter })).rejects.toMatchObject({ extensions: { code } });
  });

  it('are of the day asked for', async () => {
    const query = `query ($on: Date) { places(first: 1, on: $on, filter: { level: { eq: PROVINCE } }) { totalCount } }`;
    expect(await ask(query, { on: '2025-06-30' })).toEqual({ places: { totalCount: 63 } });
    expect(await ask(query, { on: '2025-07-01' })).toEqual({ places: { totalCount: 34 } });
    expect(await ask(query, {}, '2025-06-30')).toEqual({ places: { totalCount: 63 } });
  });

  it('cost as many statements for 34 provinces as for one', async () => {
    const query = `query ($filter: PlaceFilter) { places(first: 100, filter: $filter) { nodes {
      parent { name } tile { label } names { name } predecessors { place { name } }
      byName: children(first: 3) { totalCount nodes { name province { code } } }
      byCode: children(first: 3, orderBy: [{ field: CODE }]) { totalCount nodes { code } }
      organisations(first: 7) { totalCount nodes { name province { name } parent { code } } } } } }`;
    const cost = async (filter: object): Promise<[number, number]> => {
      catalogue.statements.splice(0);
      const { places } = await ask<{ places: { nodes: unknown[] } }>(query, { filter });
      return [places.nodes.length, catalogue.statements.splice(0).length];
    };
    const [one, forOne] = await cost({ code: { eq: '91' } });
    const [all, forAll] = await cost({ level: { eq: 'PROVINCE' } });
    expect([one, all]).toEqual([1, 34]);
    expect(forAll).toBe(forOne);
  });
});
