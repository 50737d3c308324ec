import { existsSync, readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { articleData } from '../../src/demo/articles/article-data.ts';
import { loadArticles } from '../../src/demo/articles/load-articles.ts';
import { projectPath } from '../../src/ground/project-path.ts';
import { type GraphWorld, openGraphWorld } from './graph-world.ts';

/** One recordable fact of the articles. */
export interface Fact {
  id: string;
  type: string;
  basis: 'stated' | 'stated+derived' | 'stated+derived year';
  /** Name of the passage that states it. */
  quote: string;
}

/** Where the graph says a fact: what is asked, where in the answer it stands, and what it says. */
export interface Proof {
  ask: string;
  /** Path in the data, as `agreements.nodes.0.parties`; a list that it leads to is one that says the fact together. */
  at: string;
  says: object;
  /** The field whose own source is the passage, where that is another than the record's. */
  field?: string;
  /** Fields that are derived. */
  derived?: readonly string[];
}

/** The provenance of whatever it is asked of. */
export const FROM = `provenance { kind basis document { title } quote { key text }
  fields { field basis derivedFrom derivedFromEn: derivedFrom(lang: EN) quote { key text } } }`;

interface Passage {
  key: string;
  text: string;
}

interface Provenance {
  kind: string;
  basis: string;
  quote: Passage;
  fields: { field: string; basis: string; derivedFrom: string | null; derivedFromEn: string | null; quote: Passage }[];
}

/** A graph that holds the two articles and nothing else beside the catalogue. */
export async function openArticlesWorld(): Promise<GraphWorld> {
  const world = await openGraphWorld();
  await enterArticles(world);
  return world;
}

/** Enters the articles and answers how many records that were. */
export function enterArticles({ contextOf }: GraphWorld): Promise<number> {
  return loadArticles({ contextOf, demoLoaded: () => Promise.resolve() }, () => undefined);
}

/** The folder beside the project that holds the articles themselves; null where it is absent. */
export function articlesFolder(): string | null {
  const shared = projectPath('..', 'shared');
  return existsSync(`${shared}/data/seed-facts.json`) && existsSync(`${shared}/seeds`) ? shared : null;
}

/** The facts of one article, by the letter of their ids. */
export function factsOf(letter: 'A' | 'B'): Fact[] {
  const file = projectPath('test', 'fixtures', 'articles', 'facts.json');
  const { facts } = JSON.parse(readFileSync(file, 'utf8')) as { facts: Fact[] };
  return facts.filter(({ id }) => id.startsWith(letter));
}

/** A question for one list: `root(first: 100, filter: {…}) { nodes { … } }`. */
export function list(root: string, filter: string, select: string): string {
  return `{ ${root}(first: 100, filter: {${filter}}) { nodes { ${select} } } }`;
}

/** What stands at a path of an answer. */
function follow(data: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], data);
}

/** Shows that everybody finds a fact by its query, with its passage, its words, and what is derived of it. */
export async function prove(world: GraphWorld, fact: Fact, proof: Proof): Promise<void> {
  const passages = Object.assign({}, ...articleData().map(({ quotes }) => quotes)) as Record<string, string>;
  const passage = { key: fact.quote, text: passages[fact.quote] };
  const found = follow(await world.ask(proof.ask), proof.at);
  expect(found).toMatchObject(proof.says);
  const things = (Array.isArray(found) ? found : [found]) as { provenance: Provenance }[];
  for (const { provenance } of things) {
    expect(provenance).toMatchObject({
      kind: 'SOURCE',
      basis: 'STATED',
      quote: { text: passages[provenance.quote.key] },
    });
    for (const name of proof.derived ?? []) {
      expect(provenance.fields.find(({ field }) => field === name)).toMatchObject({
        basis: 'DERIVED',
        derivedFrom: expect.stringMatching(/\S/),
        derivedFromEn: expect.stringMatching(/\S/),
      });
    }
  }
  const said = things.map(({ provenance }) =>
    proof.field ? provenance.fields.find(({ field }) => field === proof.field)?.quote : provenance.quote,
  );
  expect(said).toContainEqual(passage);
}
