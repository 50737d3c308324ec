import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';
let world: GraphWorld;
beforeAll(async () => { world = await openGraphWorld(); }, 60_000);
afterAll(() => world.close());
it.each(['lao dong gioi', 'LĐLĐ', 'ldld', 'hoà giải', 'hòa giải', 'an giang', 'An Giang', 'ho chi minh', 'Liên đoàn Lao động', 'kien giang', 'phu nu', 'hue'])('%s', async (text) => {
  const t = Date.now();
  const { search } = await world.ask<{ search: { totalCount: number; nodes: object[] } }>(
    `query ($text: String!) { search(text: $text, first: 8) { totalCount nodes { kind match matched highlights { start end } node { __typename id } } } }`, { text });
  console.log(text, search.totalCount, Date.now() - t, search.nodes.map((n) => JSON.stringify(n)).join('\n'));
  expect(1).toBe(1);
});
