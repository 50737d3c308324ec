import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { articleData } from '../../src/demo/articles/article-data.ts';
import { normalise } from '../../src/ground/text/fold.ts';
import { articlesFolder, openArticlesWorld } from '../support/articles-world.ts';
import type { GraphWorld } from '../support/graph-world.ts';

/** Where a field comes from, as its row keeps it. */
interface FieldSource {
  basis: string;
  quoteId?: number;
  from?: { vi: string; en: string };
}

/** A row that states its source, with the columns that say something. */
interface SourcedRow {
  table: string;
  row: Record<string, string | number | null>;
  quoteId: number;
  fields: Record<string, FieldSource>;
}

let world: GraphWorld;
let rows: SourcedRow[];
let quotes: Map<number, string>;
beforeAll(async () => {
  world = await openArticlesWorld();
  rows = await sourcedRows();
  const found = await world.sql<{ id: number; text: string }>('select id, text from quote');
  quotes = new Map(found.map(({ id, text }) => [id, text]));
}, 60_000);
afterAll(() => world.close());

/** Columns that say nothing about the world: keys, how the row is kept, and its place in a list. */
const HOUSEKEEPING = /^(id|.*_id|version|exposure|sort_key|folded|ordinal|origin|basis|field_sources|source_.*)$/;

async function sourcedRows(): Promise<SourcedRow[]> {
  const tables = await world.sql<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'field_sources' order by 1`,
  );
  const found: SourcedRow[] = [];
  for (const { name } of tables) {
    const some = await world.sql<{ row: Record<string, never> }>(
      `select to_jsonb(t) as row from ${name} t where origin = 'SOURCE'`,
    );
    for (const { row } of some) {
      found.push({
        table: name,
        row: Object.fromEntries(Object.entries(row).filter(([column]) => !HOUSEKEEPING.test(column))),
        quoteId: row['source_quote_id'] ?? 0,
        fields: row['field_sources'] ?? {},
      });
    }
  }
  return found;
}

/** The field that a column belongs to: `held` for `held_earliest`. */
function fieldOf(column: string): string {
  return column.replace(/_(earliest|latest)$/, '').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** How an article writes what two columns of a span hold; null where no article writes it so. */
function written(earliest: string | null, latest: string | null): RegExp | null {
  if (earliest === null || latest === null) return null;
  const [year = '', month = '', day = ''] = earliest.split('-');
  if (earliest === latest) return new RegExp(`\\b0?${Number(day)}/0?${Number(month)}/${year}\\b`);
  return earliest === `${year}-01-01` && latest === `${year}-12-31` ? new RegExp(`\\b${year}\\b`) : null;
}

/** What a stated column says that its passage does not. */
function unstated({ table, row, quoteId, fields }: SourcedRow, column: string): string[] {
  const value = row[column] ?? null;
  const field = fieldOf(column);
  if (value === null || fields[field]?.basis === 'DERIVED') return [];
  const passage = quotes.get(fields[field]?.quoteId ?? quoteId) ?? '';
  const fault = [`${table}.${column}: ${String(value)}`];
  if (/_(earliest|latest)$/.test(column)) {
    const base = column.replace(/_(earliest|latest)$/, '');
    const day = (end: string): string | null => (row[`${base}_${end}`] as string | null) ?? null;
    return written(day('earliest'), day('latest'))?.test(passage) ? [] : fault;
  }
  if (/^[A-Z_]+$/.test(String(value))) return [];
  return passage.toLowerCase().includes(String(value).toLowerCase()) ? [] : fault;
}

/** The type in the graph of each table of rows that state their source. */
const TYPES: Readonly<Record<string, string>> = {
  activity: 'Activity',
  activity_role: 'Participation',
  agreement: 'Agreement',
  agreement_event: 'AgreementEvent',
  agreement_item: 'AgreementItem',
  agreement_party: 'AgreementParty',
  campaign: 'Campaign',
  campaign_role: 'Participation',
  evaluation: 'Evaluation',
  evaluation_remark: 'EvaluationRemark',
  movement: 'Movement',
  movement_link: 'MovementLink',
  movement_role: 'Participation',
  obligation: 'Obligation',
  office: 'Office',
  person: 'Person',
  policy_reference: 'PolicyReference',
  recommendation: 'Recommendation',
  signatory: 'Signatory',
  target_group: 'TargetGroup',
};

/** Fields of the graph, and the translation, which the field `name` answers in English. */
function namesOf(table: string, schema: GraphQLSchema): string[] {
  const types = table === 'agreement_item' ? ['AgreementItem', 'AgreementSupport'] : [TYPES[table] ?? ''];
  const fields = types.flatMap((type) => Object.keys((schema.getType(type) as GraphQLObjectType).getFields()));
  return [...fields, 'nameEn'];
}

describe('every row that comes from an article', () => {
  it('is there, of every kind that the articles state', () => {
    expect([...new Set(rows.map(({ table }) => table))]).toEqual(Object.keys(TYPES));
  });

  it('names only fields that the graph has where it says from what they come', () => {
    for (const { table, fields } of rows) {
      for (const field of Object.keys(fields))
        expect([table, namesOf(table, world.schema)]).toEqual([table, expect.arrayContaining([field])]);
    }
  });

  it('is stated in a passage of its own document', async () => {
    const tables = [...new Set(rows.map(({ table }) => table))];
    for (const table of tables) {
      const strays = await world.sql(
        `select * from ${table} t where origin = 'SOURCE' and (basis <> 'STATED' or not exists
           (select 1 from quote q where q.id = t.source_quote_id and q.document_id = t.source_document_id))`,
      );
      expect([table, strays]).toEqual([table, []]);
    }
    for (const { fields } of rows)
      for (const { quoteId } of Object.values(fields)) expect(quotes.has(quoteId ?? 0)).toBe(true);
  });

  it('says in each stated field what its passage says, word for word and digit for digit', () => {
    const faults = rows.flatMap((row) => Object.keys(row.row).flatMap((column) => unstated(row, column)));
    expect(faults).toEqual([]);
  });

  it('says in both languages from what each derived field comes, and derives no field that is empty', () => {
    let derived = 0;
    for (const { table, row, fields } of rows) {
      for (const [field, { basis, from }] of Object.entries(fields)) {
        const columns = Object.keys(row).filter((column) => fieldOf(column) === field);
        expect([table, field, columns.length > 0 && columns.every((column) => row[column] === null)]).toEqual([
          table,
          field,
          false,
        ]);
        if (basis === 'STATED') continue;
        derived++;
        expect(from?.vi).toMatch(/^\p{Lu}|^“/u);
        expect(from?.en).toMatch(/^[A-Z“]/);
        expect(from?.vi).not.toBe(from?.en);
      }
    }
    expect(derived).toBeGreaterThan(100);
  });

  it('has no number but the years that are stated or derived, no state, no grade, no end', () => {
    const NUMBERS = ['first_year', 'last_year', 'year'];
    for (const { table, row } of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (value === null || NUMBERS.includes(column)) continue;
        expect([table, column, typeof value]).toEqual([table, column, 'string']);
      }
      for (const column of ['closed_on', 'state', 'grade', 'score', 'deadline', 'venue', 'value_vnd', 'gifts']) {
        expect([table, column, row[column] ?? null]).toEqual([table, column, null]);
      }
      if (table === 'activity') expect(row['participants']).toBeNull();
    }
  });
});

describe('the passages', () => {
  const shared = articlesFolder();
  const withArticles = shared === null ? it.skip : it;

  it('are kept as the hub stores text, each under its name', async () => {
    const stored = await world.sql<{ key: string; text: string }>('select key, text from quote order by key');
    const given = articleData().flatMap((article) => Object.entries(article.quotes));
    expect(stored.map(({ key, text }) => [key, text])).toEqual(given.toSorted(([a], [b]) => (a < b ? -1 : 1)));
    for (const [key, text] of given) expect([key, normalise(text)]).toEqual([key, text]);
  });

  // Skipped where the folder beside the project is absent: it holds the articles, which the project does not copy.
  withArticles('stand in the articles word for word, as does all that is said of the documents', () => {
    const { quotes: listed } = JSON.parse(readFileSync(`${shared ?? ''}/data/seed-facts.json`, 'utf8')) as {
      quotes: Record<string, { file: string; text: string }>;
    };
    const given = Object.assign({}, ...articleData().map((article) => article.quotes)) as Record<string, string>;
    expect(given).toEqual(Object.fromEntries(Object.entries(listed).map(([key, { text }]) => [key, text])));
    for (const { document, quotes: passages } of articleData()) {
      const [key = ''] = Object.keys(passages);
      const article = normalise(readFileSync(`${shared ?? ''}/seeds/${listed[key]?.file ?? ''}`, 'utf8'));
      for (const passage of Object.values(passages)) expect(article).toContain(passage);
      for (const name of ['title', 'author', 'publisher', 'section']) {
        expect(article).toContain((document.values[name] as string | undefined) ?? '');
      }
    }
  });
});
