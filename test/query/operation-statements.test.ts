import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kind, print, visit } from 'graphql';
import { ANONYMOUS } from '../../src/ground/viewer/viewer.ts';
import { savedOperations, type SavedOperation, variablesFor } from '../support/client-operations.ts';
import { openDemoArchive, type OpenDemo } from '../support/demo-archive.ts';
import { type GraphWorld, inTurn, openGraphWorld } from '../support/graph-world.ts';
import type { DocumentNode } from 'graphql';

let demo: OpenDemo;
let world: GraphWorld;
let ops: (SavedOperation & { variables: Record<string, unknown> })[];
beforeAll(async () => {
  demo = await openDemoArchive({ records: true });
  world = await openGraphWorld(demo.database);
  ops = [];
  for (const operation of await savedOperations())
    if (operation.kind === 'query') {
      ops.push({ ...operation, variables: await variablesFor(world.schema, operation, (q) => world.ask(q)) });
    }
}, 120_000);
afterAll(async () => {
  await world?.close();
  await demo?.close();
});
async function statementsOf(document: DocumentNode, variables: object) {
  const { read, snapshot } = world.contextOf(ANONYMOUS);
  world.pools.statements.splice(0);
  const a = await world.answer(
    print(document),
    variables,
    world.contextOf(ANONYMOUS, { read: inTurn(read), snapshot }),
  );
  if (a.errors[0]) throw new Error(JSON.stringify(a.errors[0]));
  return { st: world.pools.statements.splice(0), text: JSON.stringify(a.data) };
}
function sized(document: DocumentNode, variables: Record<string, unknown>, size: number) {
  const vs = { ...variables };
  const d = visit(document, {
    Argument(node) {
      if (node.name.value !== 'first' && node.name.value !== 'last') return undefined;
      if (node.value.kind === Kind.VARIABLE) {
        vs[node.value.name.value] = size;
        return undefined;
      }
      return { ...node, value: { kind: Kind.INT as const, value: String(size) } };
    },
  });
  return { d, vs };
}
describe('x', () => {
  it('y', async () => {
    for (const op of ops) {
      const out: string[] = [];
      const sets: Record<number, string[]> = {};
      for (const n of [1, 2, 3, 10, 30, 100]) {
        const { d, vs } = sized(op.document, op.variables, n);
        const t0 = performance.now();
        const { st, text } = await statementsOf(d, vs);
        sets[n] = st.map((s) => /^\/\* (\w+) \*\//.exec(s)?.[1] ?? s.slice(0, 60)).sort();
        out.push(`${n}:${st.length}(${text.length}b ${Math.round(performance.now() - t0)}ms)`);
      }
      const base = (await statementsOf(op.document, op.variables)).st.length;
      process.stderr.write(`${op.file} base ${base} ${out.join(' ')}\n`);
      const diff = (a: string[], b: string[]) => {
        const c = [...b];
        return a.filter((x) => {
          const i = c.indexOf(x);
          if (i >= 0) {
            c.splice(i, 1);
            return false;
          }
          return true;
        });
      };
      for (const n of [1, 2, 3, 10, 30]) {
        const more = diff(sets[100]!, sets[n]!),
          less = diff(sets[n]!, sets[100]!);
        if (more.length || less.length) process.stderr.write(`   ${n}: +${more} -${less}\n`);
      }
    }
    expect(1).toBe(1);
  }, 600_000);
});
