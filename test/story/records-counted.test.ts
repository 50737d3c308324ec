import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GraphQLField, getNamedType, isEnumType } from 'graphql';
import { openSeenWorld, type SeenWorld } from '../support/seen-world.ts';

let world: SeenWorld;
beforeAll(async () => {
  world = await openSeenWorld();
}, 120_000);
afterAll(() => world.close());

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

interface Counted {
  totalCount: number;
}
interface Grouped extends Counted {
  groups: { count: number; key: Record<string, unknown> }[];
}

describe('every role and its circle', () => {
  it('has something to tell apart in every list', () => {
    expect([...world.lists.keys()].sort()).toEqual([...new Set(world.records.map(({ type }) => type))].sort());
    for (const type of world.lists.keys()) {
      const ids = ['anonymous', 'officer', 'reviewer', 'admin'].map((name) =>
        world
          .seenBy(name, type)
          .map(({ id }) => id)
          .join(),
      );
      expect([type, new Set(ids).size]).toEqual([type, 4]);
    }
  });

  it.each(NAMES)('%s: world.lists hold and count these and no others, backwards too', async (name) => {
    const parts = new Map(
      [...world.lists].map(([type, { name: list }]) => [type, `${list}(first: 100) { totalCount nodes { id } }`]),
    );
    const found = await world.toldAll<Counted & { nodes: { id: string }[] }>(name, parts);
    const back = await world.toldAll<{ nodes: { id: string }[] }>(
      name,
      new Map([...world.lists].map(([type, { name: list }]) => [type, `${list}(last: 100) { nodes { id } }`])),
    );
    for (const type of world.lists.keys()) {
      const ids = world.seenBy(name, type).map(({ id }) => id);
      expect([
        type,
        found
          .get(type)
          ?.nodes.map(({ id }) => id)
          .sort(),
      ]).toEqual([type, ids.sort()]);
      expect([type, found.get(type)?.totalCount]).toEqual([type, ids.length]);
      expect([
        type,
        back
          .get(type)
          ?.nodes.map(({ id }) => id)
          .sort(),
      ]).toEqual([type, ids]);
    }
  });

  it.each(NAMES)('%s: nodes(ids) answers these and no others', async (name) => {
    const seen: string[] = [];
    for (let at = 0; at < world.records.length; at += 100) {
      const ids = world.records.slice(at, at + 100).map(({ id }) => id);
      const { nodes } = await world.ask<{ nodes: ({ id: string } | null)[] }>(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
        { ids },
        world.contextOf(world.viewer(name)),
      );
      seen.push(...nodes.flatMap((node) => node?.id ?? []));
    }
    expect(seen.sort()).toEqual(
      world
        .seenBy(name)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it.each(NAMES)(
    '%s: groups by every key count these and no others, and all without a key are one group',
    async (name) => {
      const parts = new Map<string, string>();
      for (const [type, { name: list }] of world.lists) {
        const keys = world.schema.getType(`${type}GroupBy`);
        if (!isEnumType(keys)) continue;
        for (const key of keys.getValues()) {
          parts.set(
            `${type} ${key.name}`,
            `${list}(first: 1) { totalCount groups(by: [${key.name}], first: 100) { count key { ${everyKey(type)} } } }`,
          );
        }
      }
      expect(parts.size).toBeGreaterThan(60);
      for (const [what, { totalCount, groups }] of await world.toldAll<Grouped>(name, parts)) {
        const expected = world.seenBy(name, what.split(' ')[0] ?? '').length;
        expect([what, totalCount, groups.reduce((sum, { count }) => sum + count, 0)]).toEqual([
          what,
          expected,
          expected,
        ]);
        const keyless = groups.filter(({ key }) => Object.values(key).every((value) => value === null));
        expect([what, keyless.length <= 1]).toEqual([what, true]);
      }
    },
  );

  it.each(NAMES)('%s: sums add up these and no others', async (name) => {
    const { activities, awards, evaluations } = await world.told<
      Record<'activities' | 'awards' | 'evaluations', { groups: { sum: Record<string, string | null> }[] }>
    >(
      name,
      `{ activities(first: 1) { groups(by: [], first: 1) { sum { participants gifts valueVnd } } } awards(first: 1) { groups(by: [], first: 1) { sum { quantity } } }
         evaluations(first: 1) { groups(by: [], first: 1) { sum { score maxScore } } } }`,
    );
    const times = (type: string, one: number): string => String(world.seenBy(name, type).length * one);
    expect(activities.groups).toEqual([
      { sum: { participants: times('Activity', 10), gifts: times('Activity', 10), valueVnd: times('Activity', 1000) } },
    ]);
    expect(awards.groups).toEqual([{ sum: { quantity: times('Award', 10) } }]);
    expect(evaluations.groups).toEqual([
      { sum: { score: times('Evaluation', 10), maxScore: times('Evaluation', 100) } },
    ]);
  });
});

/** Every key of the groups of a type, things by their ids. */
function everyKey(type: string): string {
  const key = world.schema.getType(`${type}GroupKey`);
  const fields =
    key && 'getFields' in key ? Object.values(key.getFields() as Record<string, GraphQLField<unknown, unknown>>) : [];
  return fields
    .map((field) => `${field.name}${'getFields' in getNamedType(field.type) ? ' { __typename }' : ''}`)
    .join(' ');
}

describe('a search', () => {
  it.each(NAMES)('%s: finds and counts what may be seen', async (name) => {
    const found = await world.told<{ search: Counted & { nodes: { node: { id: string } }[] } }>(
      name,
      '{ search(text: "zq", first: 100) { totalCount nodes { node { id } } } }',
    );
    const kinds = [
      'Movement',
      'Campaign',
      'Activity',
      'Agreement',
      'Evaluation',
      'Recommendation',
      'Person',
      'SourceDocument',
      'OrganisationUnit',
      'PolicyReference',
      'TargetGroup',
    ];
    const marked = new Set(Object.values(world.secrets.sets).flatMap((set) => Object.values(set)));
    const expected = kinds.flatMap((type) => world.seenBy(name, type)).filter(({ id }) => marked.has(id));
    expect(found.search.totalCount).toBe(expected.length);
    const ids = new Set(expected.map(({ id }) => id));
    expect(found.search.nodes.filter(({ node }) => !ids.has(node.id))).toEqual([]);
    expect(found.search.nodes.length).toBe(Math.min(100, expected.length));
  });
});

describe('an event', () => {
  it.each(['anonymous', 'officer', 'reviewer', 'admin'])(
    '%s: is counted where it may be known, and leads to what may be seen',
    async (name) => {
      let after = '';
      const events: { id: string; subject: { id: string } | null }[] = [];
      for (;;) {
        const page = await world.told<{
          events: Counted & { nodes: typeof events; pageInfo: { hasNextPage: boolean; endCursor: string } };
        }>(
          name,
          `{ events(first: 100${after}) { totalCount nodes { id subject { id } } pageInfo { hasNextPage endCursor } } }`,
        );
        events.push(...page.events.nodes);
        if (!page.events.pageInfo.hasNextPage) {
          expect(page.events.totalCount).toBe(events.length);
          break;
        }
        after = `, after: "${page.events.pageInfo.endCursor}"`;
      }
      const visible = new Set(world.seenBy(name).map(({ id }) => id));
      expect(events.filter(({ subject }) => subject !== null && !visible.has(subject.id))).toEqual([]);
      expect(events.filter(({ subject }) => subject === null)).toEqual([]);
      expect(events.length).toBeGreaterThan(40);
    },
  );
});
