import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';

let world: GraphWorld;
beforeAll(async () => {
  world = await openGraphWorld();
});
afterAll(() => world.close());

const COUNTRY = `(select id from place where level = 'COUNTRY')`;

/** Movements with these keys and names; their sort keys are their names, which are plain letters. */
async function enter(rows: readonly { id: number; name: string }[]): Promise<void> {
  await world.sql(
    `insert into movement (id, province_id, exposure, name, sort_key, folded, origin) overriding system value
     select id, ${COUNTRY}, 2, name, name, name, 'MANUAL' from unnest($1::integer[], $2::text[]) r (id, name)`,
    [rows.map(({ id }) => id), rows.map(({ name }) => name)],
  );
}

const remove = (ids: readonly number[]): Promise<unknown> =>
  world.sql('delete from movement where id = any ($1::integer[])', [[...ids]]);

interface Page {
  movements: { edges: { node: { name: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

const FORWARDS = `query ($cursor: String, $order: [MovementOrder!]) { movements(first: 7, after: $cursor, orderBy: $order) {
  edges { node { name } } pageInfo { hasNextPage endCursor } } }`;
const BACKWARDS = `query ($cursor: String, $order: [MovementOrder!]) { movements(last: 7, before: $cursor, orderBy: $order) {
  edges { node { name } } pageInfo { hasNextPage: hasPreviousPage endCursor: startCursor } } }`;

/** A step of the others between two pages: who comes and who goes, by numbers that choose. */
const step = fc.record({
  come: fc.array(fc.integer({ min: 0, max: 999_999 }), { maxLength: 60 }),
  go: fc.array(fc.nat(), { maxLength: 60 }),
});

describe('pages of seven, walked while rows come and go', () => {
  it('bring every row that stays exactly once, in order, forwards and backwards', async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 25, maxLength: 40 }),
        fc.constantFrom('ASC', 'DESC'),
        fc.boolean(),
        async (steps, direction, forwards) => {
          await world.sql('truncate movement restart identity cascade');
          // Names repeat, so that the tie-break is needed.
          const staying = Array.from({ length: 120 }, (_, at) => ({
            id: at + 1,
            name: `m${String(at % 40).padStart(6, '0')}`,
          }));
          await enter(staying);
          const passing = new Set<number>();
          let next = 1_000;
          const seen: string[] = [];
          let cursor: string | null = null;
          for (let page = 0; ; page++) {
            const { movements }: Page = await world.ask<Page>(forwards ? FORWARDS : BACKWARDS, {
              cursor,
              order: [{ field: 'NAME', direction }],
            });
            const names = movements.edges.map(({ node }) => node.name);
            seen.push(...(forwards ? names : names.toReversed()));
            if (!movements.pageInfo.hasNextPage) break;
            cursor = movements.pageInfo.endCursor;
            const { come, go } = steps[page % steps.length] ?? { come: [], go: [] };
            const coming = come.map((number) => ({
              id: next++,
              name: `m${String(number % 40).padStart(6, '0')}x${number}`,
            }));
            await enter(coming);
            for (const { id } of coming) passing.add(id);
            const leaving = [...passing].filter((_, at) => go.some((number) => number % (passing.size || 1) === at));
            await remove(leaving);
            for (const id of leaving) passing.delete(id);
            moved += coming.length + leaving.length;
          }
          const up = forwards === (direction === 'ASC');
          const stayed = seen.filter((name) => !name.includes('x'));
          const wanted = staying.map(({ name }) => name).sort();
          expect(stayed).toEqual(up ? wanted : wanted.toReversed());
          expect(seen).toEqual(up ? [...seen].sort() : [...seen].sort().toReversed());
        },
      ),
      { numRuns: 8, seed: 20_261_123 },
    );
    expect(moved).toBeGreaterThan(1_000);
  }, 120_000);
});
