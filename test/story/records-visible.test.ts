import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';
import { enterSecrets, type Secrets } from '../support/secret-world.ts';
import { selectionOf } from '../support/schema-walk.ts';

let world: GraphWorld;
let secrets: Secrets;
beforeAll(async () => {
  world = await openGraphWorld();
  secrets = await enterSecrets(world);
}, 120_000);
afterAll(() => world.close());

describe('x', () => {
  it('y', async () => {
    const roots = world.schema.getQueryType()?.getFields() ?? {};
    const out: unknown[] = [];
    const plain = new Set(['Place', 'Organisation', 'Indicator', 'Form']);
    for (const name of ['agreementPlans']) {
      const field = roots[name];
      if (!field) continue;
      const q = `{ ${name}(first: 50) ${selectionOf(world.schema, field.type, 2, plain)} }`;
      const ctx = () => world.contextOf(secrets.viewers['anonymous'] as never);
      const first = JSON.stringify(await world.answer(q, {}, ctx()));
      for (let n = 0; n < 30; n++) {
        const all = await Promise.all([1, 2, 3, 4].map(() => world.answer(q, {}, ctx())));
        for (const one of all) {
          const b = JSON.stringify(one);
          if (b !== first) { let i = 0; while (i < b.length && b[i] === first[i]) i++; out.push(`${first.length} ${b.length} ${first.slice(i - 500, i + 200)}\n---${b.slice(i - 30, i + 300)}`); }
        }
      }
    }
    console.log(out.length, out[0]);
    expect(secrets.members.length).toBe(3);
  }, 200_000);
});
