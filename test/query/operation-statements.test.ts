import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DocumentNode, Kind, print, visit } from 'graphql';
import { projectPath } from '../../src/ground/project-path.ts';
import { ANONYMOUS, LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { savedOperations, variablesFor } from '../support/client-operations.ts';
import { openDemoArchive, type OpenDemo } from '../support/demo-archive.ts';
import { golden, statementsText } from '../support/golden.ts';
import { type GraphWorld, inTurn, openGraphWorld } from '../support/graph-world.ts';

type Variables = Record<string, unknown>;

const GOLDENS = 'query/operations.golden';
const queries = (await savedOperations()).filter(({ kind }) => kind === 'query');

let demo: OpenDemo;
let world: GraphWorld;
beforeAll(async () => {
  demo = await openDemoArchive({ records: true });
  world = await openGraphWorld(demo.database);
}, 120_000);
afterAll(async () => {
  await world?.close();
  await demo?.close();
});

/** In place of the first thing of its type: one on which everything hangs. */
const RICH: Readonly<Record<string, string>> = {
  'agreement-by-id.graphql':
    '{ agreements(first: 1, filter: { kind: { eq: REGULATION }, origin: { eq: SYNTHETIC }, province: { code: { eq: "91" } } }) { nodes { id } } }',
  'movement-by-id.graphql':
    '{ movements(first: 1, filter: { national: false, origin: { eq: SYNTHETIC }, province: { code: { eq: "91" } } }) { nodes { id } } }',
};

/** The variables of a saved query. Throws where it has one that nothing is known to fill with. */
async function filled(file: string): Promise<{ document: DocumentNode; variables: Variables }> {
  const operation = queries.find((query) => query.file === file);
  if (!operation) throw new Error(`schema/operations/${file} has no query.`);
  const variables = await variablesFor(world.schema, operation, (query) => world.ask(query));
  const rich = RICH[file];
  if (rich) {
    const answer = await world.ask<Record<string, { nodes: { id: string }[] }>>(rich);
    variables['id'] = Object.values(answer)[0]?.nodes[0]?.id;
    expect(variables['id']).toEqual(expect.any(String));
  }
  return { document: operation.document, variables };
}

/** The texts of the statements a query runs, reading one after the other, and how long its answer is. */
async function statementsOf(
  document: DocumentNode,
  variables: Variables,
  viewer: Viewer,
): Promise<{ texts: string[]; length: number }> {
  const { read, snapshot } = world.contextOf(viewer);
  world.pools.statements.splice(0);
  const answer = await world.ask(print(document), variables, world.contextOf(viewer, { read: inTurn(read), snapshot }));
  return { texts: world.pools.statements.splice(0), length: JSON.stringify(answer).length };
}

/** The same query with every page, and every list of groups, of one size. */
function sized(document: DocumentNode, variables: Variables, size: number): [DocumentNode, Variables] {
  const values = { ...variables };
  const pages = visit(document, {
    Argument(node) {
      if (node.name.value !== 'first' && node.name.value !== 'last') return undefined;
      if (node.value.kind !== Kind.VARIABLE)
        return { ...node, value: { kind: Kind.INT as const, value: String(size) } };
      values[node.value.name.value] = size;
      return undefined;
    },
  });
  return [pages, values];
}

/** How often each statement was run, whatever numbers stand in it; who the viewer is, told with every reading, is not counted. */
function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const plain = text.replace(/(?<![$\w])\d+\b/g, 'n');
    if (!plain.startsWith('/* setViewer */')) counts.set(plain, (counts.get(plain) ?? 0) + 1);
  }
  return counts;
}

describe('every saved query', () => {
  it.each(queries.map(({ file }) => file))('%s runs the committed statements', async (file) => {
    const { document, variables } = await filled(file);
    const { texts } = await statementsOf(document, variables, ANONYMOUS);
    const current = statementsText(texts);
    expect(current).toBe(await golden(`${GOLDENS}/${file.replace(/\.graphql$/, '.sql')}`, current));
  });

  it('has its statements committed, and nothing else has', async () => {
    const found = await readdir(projectPath('test', ...GOLDENS.split('/')), { recursive: true });
    const goldens = found.filter((name) => name.endsWith('.sql')).map((name) => name.replaceAll('\\', '/'));
    expect(goldens.sort()).toEqual(queries.map(({ file }) => file.replace(/\.graphql$/, '.sql')).sort());
  });
});

const SIZES = [1, 2, 3, 10, 30, 100];

/**
 * Statements that a short page can spare: one level of the query asks for places that the level above has brought already. By
 * file and name, how often they run at most.
 */
const SPARED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'explorer/12-movements-by-role.graphql': { placesOn: 2 },
  'indicator-rows.graphql': { placesOn: 2 },
  'search.graphql': { placesOn: 2 },
};

describe('with pages of 1 to 100 rows, a saved query runs no statement more often', () => {
  const lengths = new Map<string, number[]>();

  it.each(queries.map(({ file }) => file))('%s', async (file) => {
    const { document, variables } = await filled(file);
    for (const viewer of [ANONYMOUS, LOCAL_OPERATOR]) {
      const most = new Map<string, number>();
      for (const size of SIZES) {
        const { texts, length } = await statementsOf(...sized(document, variables, size), viewer);
        lengths.set(file, [...(lengths.get(file) ?? []), length]);
        const counts = counted(texts);
        // What no shorter page ran is for a kind of thing, or a relation, that its rows did not have: it runs once.
        const atMost = (text: string): number =>
          SPARED[file]?.[/\w+/.exec(text)?.[0] ?? ''] ??
          (size === 1 ? Number.POSITIVE_INFINITY : (most.get(text) ?? 1));
        const repeated = [...counts].filter(([text, count]) => count > atMost(text));
        expect([viewer.role, size, repeated]).toEqual([viewer.role, size, []]);
        for (const [text, count] of counts) most.set(text, Math.max(count, most.get(text) ?? 0));
      }
    }
  });

  it('and most of them had more rows to answer with', () => {
    const grown = [...lengths.values()].filter((all) => Math.max(...all) > 1.5 * Math.min(...all));
    expect(grown.length).toBeGreaterThan(queries.length / 2);
  });
});
