import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isObjectType } from 'graphql';
import type { Context } from '../../src/ground/gql/context.ts';
import { readFor, snapshotFor } from '../../src/ground/viewer/session.ts';
import { LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';
import { selectionOf } from '../support/schema-walk.ts';
import { partTables, recordTables } from '../support/record-tables.ts';
import { enterSecrets, FORMER, type Mark, MEMBER, type Secrets } from '../support/secret-world.ts';

let world: GraphWorld;
let secrets: Secrets;
/** Every text of the records, their parts, versions and registers, as they stand in the database. */
let texts: string[];
/** Lists of records at the root. */
let lists: string[];
let queries: string[];
/** The same less deep but for agreements, whose parts lead to the most, and movements, of which one was hidden before. */
let shallow: string[];

beforeAll(async () => {
  world = await openGraphWorld();
  secrets = await enterSecrets(world);
  const tables = [
    ...(await recordTables(world)),
    ...(await partTables(world)).map(({ table }) => table),
    'member',
    'record_version',
  ];
  const rows = await world.sql<{ row: string }>(
    tables.map((table) => `select to_jsonb(t)::text as row from ${table} t`).join(' union all '),
  );
  texts = textsIn(rows.map(({ row }) => row).join('\n'));
  const roots = Object.values(world.schema.getQueryType()?.getFields() ?? {});
  lists = roots.filter((field) => isListOfRecords(getNamedType(field.type).name)).map(({ name }) => name);
  const walk = (depth: (name: string) => number): string[] =>
    roots.flatMap(({ name, type }) => {
      const page = ASKED[name] ?? (lists.includes(name) ? 'first: 100' : null);
      // Organisations are asked for everything that hangs on them at the root, and for nothing anywhere else.
      const plain = new Set(name === 'organisations' ? PLAIN : [...PLAIN, 'Organisation']);
      return page === null ? [] : [`{ ${name}(${page}) ${selectionOf(world.schema, type, depth(name), plain)} }`];
    });
  queries = walk(() => 2);
  shallow = walk((name) => (['agreements', 'movements'].includes(name) ? 2 : 1));
}, 120_000);
afterAll(() => world.close());

/** What else leads to records. */
const ASKED: Readonly<Record<string, string>> = {
  members: 'first: 100',
  organisations: 'first: 10, filter: { code: { in: ["LDLD-91", "UBND-91", "HPN-91", "LDLD-01"] } }',
};
const PLAIN = ['Place', 'Indicator', 'Form', 'Report'];

function isListOfRecords(type: string): boolean {
  const node = world.schema.getType(type.replace(/Connection$/, ''));
  return (
    type.endsWith('Connection') &&
    isObjectType(node) &&
    (node.name === 'SourceDocument' || node.getInterfaces().some(({ name }) => name === 'Record'))
  );
}

/** The marked texts that stand in something, as `zqhiddencampaign name`. */
function textsIn(answer: string): string[] {
  return [...new Set(answer.match(/zq[a-z]+ [a-z0-9]+/g))].sort();
}

const EVERYBODY: readonly Mark[] = ['zqpublic', 'zqpointing'];
const OWN: readonly string[] = [...EVERYBODY, 'zqhidden', 'zqreview', 'zqbelow', FORMER, MEMBER];

/** Whose texts each of them sees. */
const SEEN: Readonly<Record<string, readonly string[]>> = {
  anonymous: EVERYBODY,
  partner: EVERYBODY,
  'partner who claims a circle': EVERYBODY,
  analyst: EVERYBODY,
  officer: OWN,
  leader: OWN,
  'officer of the neighbour': [...EVERYBODY, 'zqneighbour'],
  'officer of the committee': [...EVERYBODY, 'zqcommittee'],
  'officer of nothing': EVERYBODY,
  reviewer: [...EVERYBODY, 'zqreview', 'zqcommittee', 'zqneighbour'],
  'reviewer of another province': [...EVERYBODY, 'zqforeign'],
  admin: [...OWN.filter((mark) => mark !== MEMBER), 'zqcommittee', 'zqneighbour', 'zqforeign'],
};

function viewer(name: string): Viewer {
  const found = secrets.viewers[name];
  if (!found) throw new Error(`No viewer “${name}”.`);
  return found;
}

const expected = (name: string): string[] => texts.filter((text) => SEEN[name]?.some((mark) => text.startsWith(mark)));

/** Without English names, for which a walk must go deep, and registers, which only whoever is of the organisation asks for at all. */
const plainly = (seen: string[]): string[] =>
  seen.filter((text) => !text.endsWith('english') && !text.startsWith(MEMBER));

/** One of each role and circle that sees something of its own. */
const WALLED = [
  'anonymous',
  'analyst',
  'officer',
  'officer of the neighbour',
  'reviewer',
  'reviewer of another province',
];

async function walked(asked: readonly string[], context: () => Context): Promise<string[]> {
  const found: string[] = [];
  // A few at a time: the database works while answers are put together.
  for (let at = 0; at < asked.length; at += 4) {
    const some = asked.slice(at, at + 4).map((query) => world.answer(query, {}, context()));
    found.push(...(await Promise.all(some)).map((answer) => JSON.stringify(answer)));
  }
  return found;
}

describe('every role and its circle', () => {
  it('is told apart by texts of every kind of record', () => {
    expect(lists.length).toBe(15);
    expect(Object.keys(SEEN).sort()).toEqual(Object.keys(secrets.viewers).sort());
    expect(texts.length).toBeGreaterThan(400);
  });

  it.each(Object.keys(SEEN))('%s: sees exactly these texts, wherever they are asked for', async (name) => {
    const found = await walked(queries, () => world.contextOf(viewer(name)));
    expect(textsIn(found.join('\n'))).toEqual(expected(name));
  });

  it.each(WALLED)('%s: the row policies alone show the same', async (name) => {
    const [read, snapshot] = [readFor(world.pools, viewer(name)), snapshotFor(world.pools, viewer(name))];
    const found = await walked(shallow, () => world.contextOf(LOCAL_OPERATOR, { read, snapshot }));
    expect(plainly(textsIn(found.join('\n')))).toEqual(plainly(expected(name)));
  });

  it.each(WALLED)('%s: the predicates of the stores alone show the same', async (name) => {
    const { read, snapshot } = world.contextOf(LOCAL_OPERATOR);
    const found = await walked(shallow, () => world.contextOf(viewer(name), { read, snapshot }));
    expect(plainly(textsIn(found.join('\n')))).toEqual(plainly(expected(name)));
  });
});
