import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { inTurn, viewerOf } from '../support/graph-world.ts';
import { explaining, type StatementPlan } from '../support/plans.ts';
import { type Hit, openSearchWorld, type SearchWorld } from '../support/search-world.ts';

let world: SearchWorld;
beforeAll(async () => {
  world = await openSearchWorld();
  const names = ['Hòa giải', 'Hoà giải ở cơ sở', 'Tổ hòa giải', 'Hoa giai nhân', 'Ngày hội hoa giải'];
  await world.add(...names.map((name) => ({ kind: 'ACTIVITY', name })));
}, 60_000);
afterAll(() => world.close());

interface Page {
  edges: { cursor: string; node: Hit }[];
  nodes: Hit[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}
const SEARCH = `query ($text: String!, $kinds: [SearchKind!], $first: Int!, $after: String) { search(text: $text, kinds: $kinds, first: $first, after: $after) {
  totalCount edges { cursor node { kind match matched } } nodes { kind match matched } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

async function search(text: string, more: object = {}, viewer: Viewer = ANONYMOUS): Promise<Page> {
  const answer = await world.ask<{ search: Page }>(SEARCH, { text, first: 100, ...more }, world.contextOf(viewer));
  return answer.search;
}

describe('pages of a search', () => {
  it('walked by three are the whole, each hit once', async () => {
    const whole = await search('an', { kinds: ['PLACE'] });
    const walked: Hit[] = [];
    for (let after: string | null = null; walked.length < 99; ) {
      const page: Page = await search('an', { kinds: ['PLACE'], first: 3, ...(after ? { after } : {}) });
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      walked.push(...page.nodes);
      after = page.pageInfo.endCursor;
    }
    expect(whole.totalCount).toBeGreaterThan(99);
    expect(walked).toEqual(whole.nodes.slice(0, 99));
    expect(whole.edges.map(({ node }) => node)).toEqual(whole.nodes);
    const last = await search('hòa giải', {
      kinds: ['ACTIVITY'],
      after: (await search('hòa giải', { kinds: ['ACTIVITY'] })).pageInfo.startCursor,
    });
    expect([last.nodes.length, last.pageInfo.hasNextPage]).toEqual([4, false]);
  });

  it('are refused by a cursor of another search, a forged one, and sizes out of range', async () => {
    const { pageInfo } = await search('an giang');
    const code = async (variables: object): Promise<unknown> =>
      (await world.answer(SEARCH, { text: 'an', first: 3, ...variables })).errors.map((error) => error.code)[0];
    const forged = (...values: string[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');
    expect(await code({ after: pageInfo.endCursor })).toBe('CURSOR_UNKNOWN');
    expect(await code({ after: 'x' })).toBe('CURSOR_UNKNOWN');
    expect(await code({ after: forged('a', '1', '1', 'x\0', 'PLACE', '1') })).toBe('CURSOR_UNKNOWN');
    expect(await code({ first: 0 })).toBe('BAD_USER_INPUT');
    expect(await code({ first: 101 })).toBe('BAD_USER_INPUT');
  });

  it('are empty where no kind is wanted', async () => {
    expect(await search('an', { kinds: [] })).toMatchObject({
      nodes: [],
      totalCount: 0,
      pageInfo: { hasNextPage: false },
    });
  });
});

describe('what is looked for', () => {
  it.each([
    ['', 'too short'],
    [' \t ', 'too short'],
    ['a', 'too short'],
    ['“–”', 'too short'],
    ['%_\\(.*[', 'too short'],
    ['a'.repeat(201), 'too long'],
  ])('is refused: %j, %s', async (text) => {
    const { errors } = await world.answer(SEARCH, { text, first: 3 });
    expect(errors.map(({ code, path }) => [code, path])).toEqual([['BAD_USER_INPUT', 'search']]);
  });

  it.each([
    'ab',
    'x\0y',
    "an'; drop table place; --",
    'a'.repeat(200),
    'a b c d e f g h i',
    'Đ Đ',
    '🙂🙂',
    'an (giang',
    'công đoàn '.repeat(19),
  ])('is only ever text: %j', async (text) => {
    expect((await world.answer(SEARCH, { text, first: 3 })).errors).toEqual([]);
  });
});

describe('the statements of a search', () => {
  const statements = async (query: string, variables: object, viewer: Viewer): Promise<string[]> => {
    const { read, snapshot } = world.contextOf(viewer);
    world.pools.statements.splice(0);
    await world.ask(query, variables, world.contextOf(viewer, { read: inTurn(read), snapshot }));
    return world.pools.statements
      .splice(0)
      .map((text) => /^\/\* (\w+) \*\//.exec(text)?.[1] ?? text.slice(0, 20))
      .filter((name) => !/TRANSACTION|COMMIT|setViewer/.test(name));
  };

  it('are one, where nothing of the things is asked', async () => {
    const query = '{ search(text: "an", first: 100) { nodes { kind matched match highlights { start } } } }';
    expect(await statements(query, {}, ANONYMOUS)).toEqual(['search']);
    expect(await statements(query, {}, viewerOf('OFFICER', { organisations: [world.keeper.id] }))).toEqual(['search']);
  });

  it('read every table once, whatever the row policies of the viewer', async () => {
    for (const viewer of [ANONYMOUS, viewerOf('OFFICER', { organisations: [world.keeper.id] })]) {
      const plans: StatementPlan[] = [];
      const { read } = world.contextOf(viewer);
      await world.ask(
        '{ search(text: "CĐCS an giang", first: 9) { nodes { kind } } }',
        {},
        world.contextOf(viewer, { read: explaining(read, plans) }),
      );
      const reads = Object.entries(plans.find(({ name }) => name === 'search')?.reads ?? {});
      expect(reads.length).toBe(15);
      expect(reads.filter(([, ways]) => ways.length !== 1)).toEqual([]);
    }
  });

  it('are one for each kind besides, however many hits', async () => {
    const query =
      'query ($first: Int!) { search(text: "an", kinds: [PLACE, ORGANISATION], first: $first) { nodes { node { id ... on Place { code } ... on Organisation { code } } } } }';
    const many = await statements(query, { first: 100 }, ANONYMOUS);
    expect(many[0]).toBe('search');
    expect(many.length).toBeLessThanOrEqual(3);
  });
});
