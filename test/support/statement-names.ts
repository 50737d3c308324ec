import type { Viewer } from '../../src/ground/viewer/viewer.ts';
import { type GraphWorld, inTurn } from './graph-world.ts';

/**
 * The statements a query runs, by name, with what it answered. Readings go one after the other, so that nothing depends on
 * which comes back first.
 */
export async function statementNames(
  world: GraphWorld,
  query: string,
  variables: object,
  viewer: Viewer,
): Promise<{ names: string[]; text: string }> {
  const { read, snapshot } = world.contextOf(viewer);
  world.pools.statements.splice(0);
  const answer = await world.ask<unknown>(query, variables, world.contextOf(viewer, { read: inTurn(read), snapshot }));
  const names = world.pools.statements.splice(0).map((text) => /^\/\* (\w+) \*\//.exec(text)?.[1] ?? text.slice(0, 60));
  return { names: names.sort(), text: JSON.stringify(answer) };
}
