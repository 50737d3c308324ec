import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isEnumType, isInputObjectType } from 'graphql';
import { toGlobalId } from '../../src/ground/gql/node.ts';
import { openSeenWorld, type SeenWorld } from '../support/seen-world.ts';

let world: SeenWorld;
beforeAll(async () => {
  world = await openSeenWorld();
}, 120_000);
afterAll(() => world.close());

interface Counted {
  totalCount: number;
}

const NAMES = [
  'anonymous',
  'partner who claims a circle',
  'analyst',
  'officer',
  'leader',
  'officer of the neighbour',
  'officer of the committee',
  'officer of nothing',
  'reviewer',
  'reviewer of another province',
  'admin',
];

/** By every relation to records that world.lists can be filtered by: the list, the relation, and the field of its text. */
function relations(): { type: string; list: string; relation: string; text: string }[] {
  return [...world.lists].flatMap(([type, field]) => {
    const filter = field.args.find(({ name }) => name === 'filter');
    const input = filter && getNamedType(filter.type);
    if (!isInputObjectType(input)) return [];
    return Object.values(input.getFields()).flatMap(({ name, type: of }) => {
      const inner = getNamedType(of);
      if (
        ['and', 'or', 'not'].includes(name) ||
        !isInputObjectType(inner) ||
        !world.lists.has(inner.name.replace(/Filter$/, ''))
      )
        return [];
      const text = ['name', 'title', 'text'].find((one) => one in inner.getFields());
      return text === undefined ? [] : [{ type, list: field.name, relation: name, text }];
    });
  });
}

describe('a filter across a relation', () => {
  const BLIND = ['anonymous', 'analyst', 'officer of the neighbour', 'reviewer of another province'];

  it('knows of a hidden record only for whoever may know of it', async () => {
    const asked = new Map<string, string>();
    for (const { list, relation, text } of relations()) {
      const named = `${relation}: { ${text}: { contains: "zqhidden" } }`;
      asked.set(`${list} ${relation} named`, `${list}(first: 1, filter: { ${named} }) { totalCount }`);
      asked.set(`${list} ${relation} not named`, `${list}(first: 1, filter: { not: { ${named} } }) { totalCount }`);
      asked.set(`${list} all`, `${list}(first: 1) { totalCount }`);
    }
    expect(relations().length).toBeGreaterThan(25);
    const told = await world.toldAll<Counted>('officer', asked);
    for (const { list, relation } of relations()) {
      // As the keeper sees it, something leads there: the question has an answer.
      expect([list, relation, (told.get(`${list} ${relation} named`)?.totalCount ?? 0) > 0]).toEqual([
        list,
        relation,
        true,
      ]);
    }
    for (const name of BLIND) {
      const found = await world.toldAll<Counted>(name, asked);
      for (const { list, relation } of relations()) {
        const counts = ['named', 'not named'].map((way) => found.get(`${list} ${relation} ${way}`)?.totalCount);
        expect([name, list, relation, ...counts]).toEqual([
          name,
          list,
          relation,
          0,
          found.get(`${list} all`)?.totalCount,
        ]);
      }
    }
  });

  it('finds nothing at the end of a relation to what may not be seen, whatever it asks of it', async () => {
    const pointing = 'name: { contains: "zqpointing" }';
    const asked = new Map(
      relations()
        .filter(({ type }) => ['Activity', 'Award', 'Evaluation'].includes(type))
        .flatMap(({ list, relation }) =>
          [
            '',
            'keeper: { code: { eq: "LDLD-91" } }',
            `within: "${toGlobalId('Place', 2091)}"`,
            'origin: { eq: MANUAL }',
            'closedOn: { isNull: true }',
          ].map(
            (inner) =>
              [
                `${list} ${relation} ${inner}`,
                `${list}(first: 1, filter: { ${pointing}, ${relation}: { ${inner} } }) { totalCount }`,
              ] as const,
          ),
        ),
    );
    for (const name of BLIND) {
      for (const [what, { totalCount }] of await world.toldAll<Counted>(name, asked))
        expect([name, what, totalCount]).toEqual([name, what, 0]);
    }
    const told = [...(await world.toldAll<Counted>('officer', asked))].filter(([, { totalCount }]) => totalCount === 1);
    expect(told.length).toBe(asked.size);
  });

  it('asks of own columns, roles and keepers among visible rows alone', async () => {
    const own = `keeper: { code: { eq: "LDLD-91" } }`;
    const asked = new Map<string, string>();
    for (const [type, { name: list }] of world.lists) {
      if (type !== 'SourceDocument')
        asked.set(
          `${type} keeper`,
          `${list}(first: 1, filter: { ${own}, within: "${toGlobalId('Place', 2091)}" }) { totalCount }`,
        );
      if (['Movement', 'Campaign', 'Activity'].includes(type))
        asked.set(
          `${type} roles`,
          `${list}(first: 1, filter: { roles: { organisation: { code: { eq: "LDLD-91" } } } }) { totalCount }`,
        );
    }
    for (const name of NAMES) {
      const keeper = world.secrets.viewers['officer']?.organisations ?? [];
      for (const [what, { totalCount }] of await world.toldAll<Counted>(name, asked)) {
        const [type = '', which] = what.split(' ');
        const mine = world.seenBy(name, type).filter(({ keeperId }) => keeper.includes(keeperId ?? 0));
        // The movement that was hidden before has no roles.
        expect([name, what, totalCount]).toEqual([
          name,
          what,
          mine.length - (type === 'Movement' && which === 'roles' ? 1 : 0),
        ]);
      }
    }
  });
});

describe('a cursor of a hidden row', () => {
  it('leads to nothing but what is seen without it', async () => {
    const edges = new Map(
      [...world.lists].map(([type, { name: list }]) => [type, `${list}(first: 100) { edges { cursor node { id } } }`]),
    );
    const known = await world.toldAll<{ edges: { cursor: string; node: { id: string } }[] }>('admin', edges);
    for (const [type, { name: list }] of world.lists) {
      const seen = new Set(world.seenBy('anonymous', type).map(({ id }) => id));
      const rows = known.get(type)?.edges ?? [];
      const hidden = rows.filter(({ node }) => !seen.has(node.id));
      expect(hidden.length).toBeGreaterThan(3);
      const parts = new Map(
        hidden.flatMap(({ cursor, node }) =>
          ['first: 100, after', 'last: 100, before'].map(
            (way) => [`${node.id} ${way}`, `${list}(${way}: "${cursor}") { totalCount nodes { id } }`] as const,
          ),
        ),
      );
      for (const [what, { totalCount, nodes }] of await world.toldAll<Counted & { nodes: { id: string }[] }>(
        'anonymous',
        parts,
      )) {
        const at = rows.findIndex(({ node }) => node.id === what.split(' ')[0]);
        const beyond = (what.includes('after') ? rows.slice(at + 1) : rows.slice(0, at)).filter(({ node }) =>
          seen.has(node.id),
        );
        expect([type, totalCount, nodes.map(({ id }) => id)]).toEqual([
          type,
          seen.size,
          beyond.map(({ node }) => node.id),
        ]);
      }
    }
  });
});

describe('a list of records', () => {
  it('goes on behind each of its rows, in every order, where that has no value too', async () => {
    const orders = [...world.lists].flatMap(([type, { name: list, args }]) => {
      const order = getNamedType(args.find(({ name }) => name === 'orderBy')?.type);
      const field = isInputObjectType(order) && getNamedType(order.getFields()['field']?.type);
      const asked = isEnumType(field) ? field.getValues().map(({ name }) => `, orderBy: [{ field: ${name} }]`) : [];
      return ['', ...asked].map((by) => ({ type, list, by }));
    });
    expect(new Set(orders.map(({ type }) => type)).size).toBe(world.lists.size);
    for (const { type, list, by } of orders) {
      const found: string[] = [];
      let after = '';
      for (;;) {
        const { page } = await world.told<{ page: Page }>(
          'officer',
          `{ page: ${list}(first: 2${by}${after}) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
        );
        found.push(...page.nodes.map(({ id }) => id));
        if (!page.pageInfo.hasNextPage || found.length > 100) break;
        after = `, after: "${page.pageInfo.endCursor}"`;
      }
      const seen = world.seenBy('officer', type).map(({ id }) => id);
      expect([list, by, found.sort()]).toEqual([list, by, seen.sort()]);
    }
  });
});

interface Page {
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}
