import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ANONYMOUS, LOCAL_OPERATOR, type Viewer } from '../../src/ground/viewer/viewer.ts';
import { fold } from '../../src/ground/text/fold.ts';
import { toneSpellings } from '../../src/ground/text/tone-spellings.ts';
import { viewerOf } from '../support/graph-world.ts';
import { openSearchWorld, RECORD_KINDS, type SearchWorld } from '../support/search-world.ts';

let world: SearchWorld;
let things: Thing[];
beforeAll(async () => {
  world = await openSearchWorld();
  for (const kind of RECORD_KINDS) {
    await world.add(
      { kind, name: 'Uỷ viên – “Thuý Hòa”; kỹ năng số 2, quý II/2026', also: 'Quỳnh, Óc Eo (Hoà)' },
      { kind, name: 'Nghĩa Đàn ĐẮK LẮK', also: 'NGUYỄN Ước' },
    );
  }
  things = await everything();
}, 60_000);
afterAll(() => world.close());

/** A text of a thing that everybody may see. */
interface Thing {
  kind: string;
  id: string;
  text: string;
}

/** Every text that the catalogue and the records have, read by hand. */
function everything(): Promise<Thing[]> {
  const of = (kind: string, table: string, id: string, ...texts: string[]): string =>
    `select '${kind}' as kind, ${id}::text as id, said as text from ${table}, unnest(array[${texts.join(', ')}]) said where said is not null`;
  const named = ['movement', 'campaign', 'target_group'].map((table) =>
    of(table.toUpperCase(), table, 'id', 'name', 'name_en'),
  );
  const plain = ['activity', 'agreement', 'evaluation', 'person'].map((table) =>
    of(table.toUpperCase(), table, 'id', 'name'),
  );
  return world.sql<Thing & Record<string, unknown>>(
    [
      of('PLACE', 'place_version', 'place_id', 'name', 'short_name', 'name_en'),
      of('ORGANISATION', 'organisation_version', 'organisation_id', 'name', 'abbreviation', 'name_en'),
      of('INDICATOR', 'indicator', 'code', 'name_vi', 'name_en'),
      of('FORM', 'form', 'code', 'title_vi', 'title_en'),
      of('RECOMMENDATION', 'recommendation', 'id', 'recommendation.text', 'addressee'),
      of('DOCUMENT', 'source_document', 'id', 'title', 'symbol'),
      of('UNIT', 'organisation_unit', 'id', 'name'),
      of('POLICY', 'policy_reference', 'id', 'title', 'symbol'),
      ...named,
      ...plain,
    ]
      .join(' union all ')
      .concat(' order by 1, 2, 3'),
  );
}

/** Ways in which a name is typed; what follows EXACT must still find it. */
const TYPED: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'in capitals': (text) => text.toUpperCase(),
  'in small letters': (text) => text.toLowerCase(),
  'without marks': fold,
  'without marks, in capitals': (text) => fold(text).toUpperCase(),
  decomposed: (text) => text.normalize('NFD'),
  'with tones elsewhere': (text) =>
    text.toLowerCase().replace(/[\p{L}]+/gu, (word) => toneSpellings(word).at(-1) ?? word),
  'with other spaces and quotes': (text) => ` ${text.replaceAll(' ', '\u00a0 ').replaceAll('“', '"')} `,
  'without punctuation': (text) => text.replace(/[\p{P}\p{S}]+/gu, ' '),
  backwards: (text) => text.split(' ').reverse().join(' '),
};
/** Those in which it stays the same name, marks and all. */
const SAME = [
  'as it is',
  'in capitals',
  'in small letters',
  'decomposed',
  'with tones elsewhere',
  'with other spaces and quotes',
  'without punctuation',
];

/** The kind and id behind a global id. */
const keyOf = (id: string): string => Buffer.from(id, 'base64url').toString('utf8').replace(/^\w+:/, '');

interface Found {
  nodes: { kind: string; match: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
const SEARCH = `query ($text: String!, $kinds: [SearchKind!], $after: String) { search(text: $text, kinds: $kinds, first: 100, after: $after) {
  nodes { kind match matched node { id } } pageInfo { hasNextPage endCursor } } }`;

/** How a thing is found, wherever in the pages it stands; null where it is not. */
async function matchOf(thing: Thing, text: string): Promise<string | null> {
  for (let after: string | null = null; ; ) {
    const variables: object = { text, kinds: [thing.kind], ...(after ? { after } : {}) };
    const { search }: { search: Found } = await world.ask(SEARCH, variables);
    const hit = search.nodes.find(({ node }) => keyOf(node.id) === thing.id);
    if (hit || !search.pageInfo.hasNextPage) return hit?.match ?? null;
    after = search.pageInfo.endCursor;
  }
}

describe('everything that is there', () => {
  it('is found by every name it ever had, however it is typed', async () => {
    const kinds = [...new Set(things.map(({ kind }) => kind))];
    expect(kinds.length).toBe(15);
    // Of every kind alike, and not mostly the three thousand communes.
    const byKind = new Map(
      kinds.map((kind) => [kind, things.filter((thing) => thing.kind === kind && fold(thing.text).length > 2)]),
    );
    const arbitrary = fc.tuple(fc.constantFrom(...kinds), fc.nat(), fc.constantFrom(...Object.keys(TYPED)));
    await fc.assert(
      fc.asyncProperty(arbitrary, async ([kind, pick, way]) => {
        const ofKind = byKind.get(kind) ?? [];
        const thing = ofKind[pick % ofKind.length];
        if (!thing) throw new Error(`Nothing of the kind ${kind}.`);
        const match = await matchOf(thing, TYPED[way]?.(thing.text) ?? '');
        expect([way, thing, match !== null]).toEqual([way, thing, true]);
        if (SAME.includes(way)) expect([way, thing, match]).toEqual([way, thing, expect.stringMatching(/^EXACT/)]);
      }),
      { numRuns: 400 },
    );
  }, 120_000);
});

describe('who finds what', () => {
  interface Seen {
    nodes: { kind: string; matched: string }[];
    totalCount: number;
  }
  const search = async (text: string, viewer: Viewer, first = 100): Promise<Seen> => {
    const query =
      'query ($text: String!, $first: Int!) { search(text: $text, first: $first) { totalCount nodes { kind matched } } }';
    return (await world.ask<{ search: Seen }>(query, { text, first }, world.contextOf(viewer))).search;
  };
  const found = async (viewer: Viewer): Promise<string[]> =>
    (await search('zaxovi', viewer)).nodes.map(({ kind, matched }) => `${kind} ${matched.slice(-1)}`).sort();
  const some = (...exposures: number[]): string[] =>
    RECORD_KINDS.flatMap((kind) => exposures.map((exposure) => `${kind} ${exposure}`)).sort();

  it('is what the visibility of each record allows, for every kind', async () => {
    for (const kind of RECORD_KINDS) {
      for (const exposure of [0, 1, 2] as const) await world.add({ kind, name: `Zaxovi ${exposure}`, exposure });
    }
    const { id, provinceId } = world.keeper;
    expect(await found(ANONYMOUS)).toEqual(some(2));
    expect(await found(viewerOf('PARTNER', { organisations: [id], provinces: [provinceId] }))).toEqual(some(2));
    expect(await found(viewerOf('ANALYST', { organisations: [id], provinces: [provinceId] }))).toEqual(some(2));
    expect(await found(viewerOf('OFFICER', { organisations: [id + 1] }))).toEqual(some(2));
    expect(await found(viewerOf('OFFICER', { organisations: [id] }))).toEqual(some(0, 1, 2));
    expect(await found(viewerOf('LEADER', { organisations: [id] }))).toEqual(some(0, 1, 2));
    expect(await found(viewerOf('REVIEWER', { provinces: [provinceId] }))).toEqual(some(1, 2));
    expect(await found(viewerOf('REVIEWER', { provinces: [provinceId + 1] }))).toEqual(some(2));
    expect(await found(LOCAL_OPERATOR)).toEqual(some(0, 1, 2));
    const counted = await search('zaxovi', ANONYMOUS, 1);
    expect(counted.totalCount).toBe(RECORD_KINDS.length);
  }, 60_000);

  it('never is a member of the register', async () => {
    await world.sql(
      `insert into member (province_id, organisation_id, pseudonym, synthetic) values ($1, $2, 'Qwertza', true)`,
      [world.keeper.provinceId, world.keeper.id],
    );
    for (const viewer of [ANONYMOUS, LOCAL_OPERATOR, viewerOf('OFFICER', { organisations: [world.keeper.id] })]) {
      expect((await search('qwertza', viewer)).totalCount).toBe(0);
    }
  });
});
