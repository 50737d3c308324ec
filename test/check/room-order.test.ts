import { describe, expect, it } from '@jest/globals';
import { importsOf, sourceFiles } from '../support/source-tree.ts';

/**
 * The rooms of src/ in order: a file imports only from its own room and from rooms above. A room is a folder or a file; the
 * files that lie in a wing itself stand where they belong.
 */
const ROOMS = [
  'migrations',
  'src/ground/project-path.ts',
  'src/ground/text',
  'src/ground/period',
  'src/ground/database',
  'src/ground/viewer',
  'src/ground/gql',
  'src/ground/outbox',
  'src/ground/record',
  'src/ground/document',
  'src/catalogue/code.ts',
  'src/catalogue/day.ts',
  'src/catalogue/canonical-json.ts',
  'src/catalogue/definition.ts',
  'src/catalogue/table-sync.store.ts',
  'src/catalogue/place',
  'src/catalogue/organisation',
  'src/catalogue/indicator',
  'src/catalogue/period',
  'src/catalogue/calendar',
  'src/catalogue/form',
  'src/catalogue/breakdown',
  'src/catalogue/person',
  'src/catalogue/unit',
  'src/catalogue/reference',
  'src/catalogue/merger',
  'src/catalogue/load-catalogue.ts',
  'src/access',
  'src/record/common',
  'src/record/movement',
  'src/record/campaign',
  'src/record/national',
  'src/record/agreement',
  'src/record/activity',
  'src/record/evaluation',
  'src/record/member',
  'src/report/obligation',
  'src/report/completeness',
  'src/report/rule',
  'src/report/version',
  'src/report/figure',
  'src/report/total',
  'src/report/intake',
  'src/report/template',
  'src/report/attachment',
  'src/report/review',
  'src/answer/table',
  'src/answer/membership',
  'src/answer/search',
  'src/feed/sequencer',
  'src/feed/stream',
  'src/graph',
  'src/client',
  'src/demo',
  'src/rows.ts',
  'src/config.ts',
  'src/archive.store.ts',
  'src/archive.ts',
  'src/command-socket.ts',
  'src/intake-told.ts',
  'src/intake-command.ts',
  'src/form-workbook-command.ts',
  'src/commands.ts',
  'src/progress-bar.ts',
  'src/hub.ts',
  'src/lifecycle.ts',
  'src/main.ts',
  'src/cli.ts',
];

/** The one exception upwards: a version and its figures are one thing in two rooms. */
const MUTUAL: readonly (readonly [from: string, to: string])[] = [['src/report/version', 'src/report/figure']];

const files = [...sourceFiles('src'), ...sourceFiles('migrations')].filter(({ path }) => /\.(ts|mjs|js)$/.test(path));

function roomOf(path: string): string | undefined {
  return ROOMS.find((room) => path === room || path.startsWith(`${room}/`));
}

/** A chain of imports that comes back to where it began, if there is one. */
function cycle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const next of graph.get(path) ?? []) {
      const found = visit(next, [...trail, path]);
      if (found) return found;
    }
    done.add(path);
    return null;
  };
  for (const path of graph.keys()) {
    const found = visit(path, []);
    if (found) return found;
  }
  return null;
}

describe('the rooms', () => {
  it('are all in the list', () => {
    expect(files.flatMap(({ path }) => (roomOf(path) ? [] : [path]))).toEqual([]);
  });

  it('import only from rooms above', () => {
    const breaches = files.flatMap((file) => {
      const from = roomOf(file.path) ?? '';
      return importsOf(file).flatMap((target) => {
        const to = roomOf(target) ?? target;
        const allowed = from === to || MUTUAL.some(([a, b]) => a === from && b === to);
        return allowed || ROOMS.indexOf(to) < ROOMS.indexOf(from) ? [] : [`${file.path} imports ${target}`];
      });
    });
    expect(breaches).toEqual([]);
  });

  it('import only files that are there', () => {
    const there = new Set(files.map(({ path }) => path));
    const lost = files.flatMap((file) =>
      importsOf(file).flatMap((to) => (/\.(ts|js|mjs)$/.test(to) && !there.has(to) ? [`${file.path}: ${to}`] : [])),
    );
    expect(lost).toEqual([]);
  });

  it('have no cycle of files', () => {
    expect(cycle(new Map(files.map((file) => [file.path, importsOf(file)])))).toBeNull();
  });

  it('are checked by a search that finds imports and cycles', () => {
    const text = `import { a } from './a.ts';\nimport type {\n  B,\n} from '../b/b.ts';\nexport { c } from './c.ts';\nawait import('./d.ts');\nimport './e.ts';`;
    const wanted = ['src/x/a.ts', 'src/b/b.ts', 'src/x/c.ts', 'src/x/d.ts', 'src/x/e.ts'];
    expect(importsOf({ path: 'src/x/x.ts', text })).toEqual(wanted);
    expect(
      cycle(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b', 'c', 'b']);
    expect(
      cycle(
        new Map([
          ['a', ['b', 'c']],
          ['b', ['c']],
          ['c', []],
        ]),
      ),
    ).toBeNull();
  });
});
