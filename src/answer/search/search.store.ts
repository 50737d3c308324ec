import { createHash } from 'node:crypto';
import { shaped, type Tx } from '../../ground/database/data-source.ts';
import { Params, type SqlType } from '../../ground/database/list-source.ts';
import { HubError } from '../../ground/gql/hub-error.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import type { SearchKind } from './search.enum.ts';
import { searchSql } from './search.source.ts';
import type { SearchText } from './search-text.ts';

/** What is searched for whom. */
export interface Search {
  readonly viewer: Viewer;
  readonly text: SearchText;
  readonly kinds: readonly SearchKind[];
}

/** One thing that was found. */
export interface FoundRow {
  readonly kind: SearchKind;
  readonly id: number;
  /** What its global id is made of, where that is not its number. */
  readonly key: string | null;
  /** The text that matched, as it is written. */
  readonly matched: string;
  /** How it matched: a place in `SEARCH_MATCHES`, from 1. */
  readonly rank: number;
  /** Length of the text in characters. */
  readonly size: number;
  readonly sort_key: string;
}

/** A page of hits with a cursor beside each. */
export interface FoundPage {
  readonly rows: readonly FoundRow[];
  readonly cursors: readonly string[];
  readonly more: boolean;
}

/** What hits are ordered by: all rising, so that a page begins where a row comparison says. */
const ORDER = [
  ['rank', 'integer'],
  ['size', 'integer'],
  ['sort_key', 'text'],
  ['kind', 'text'],
  ['id', 'integer'],
] as const satisfies readonly (readonly [keyof FoundRow, SqlType])[];

const COLUMNS = ORDER.map(([column]) => column).join(', ');

/** One page of hits, the best first, in one statement. Raises `HubError` CURSOR_UNKNOWN. */
export async function searchPage(tx: Tx, search: Search, size: number, after: string | null): Promise<FoundPage> {
  if (search.kinds.length === 0) return { rows: [], cursors: [], more: false };
  const params = new Params();
  const hits = searchSql(search.viewer, search.kinds, search.text, params);
  const tag = tagOf(search);
  const from = after === null ? null : valuesOf(after, tag);
  const beyond = from && `where (${COLUMNS}) > (${ORDER.map(([, type], at) => params.add(from[at], type)).join(', ')})`;
  const text = `select kind, id, key, matched, rank, size, sort_key from (${hits}) hit ${beyond ?? ''} order by ${COLUMNS} limit ${size + 1}`;
  const found = await shaped<FoundRow>(tx, 'search', text, params.values);
  const rows = found.slice(0, size);
  return { rows, cursors: rows.map((row) => cursorOf(tag, row)), more: found.length > size };
}

/** How many things are found in all. */
export async function searchCount(tx: Tx, { viewer, kinds, text }: Search): Promise<number> {
  if (kinds.length === 0) return 0;
  const params = new Params();
  const sql = `select count(*)::integer as count from (${searchSql(viewer, kinds, text, params)}) hit`;
  const [row] = await shaped<{ count: number }>(tx, 'searchCount', sql, params.values);
  return row?.count ?? 0;
}

/** Tells the cursors of one search from those of another. */
function tagOf({ text, kinds }: Search): string {
  return createHash('sha256')
    .update(JSON.stringify([text.words.map(({ marked }) => marked), kinds]))
    .digest('base64url')
    .slice(0, 6);
}

function cursorOf(tag: string, row: FoundRow): string {
  return Buffer.from(JSON.stringify([tag, ...ORDER.map(([column]) => String(row[column]))]), 'utf8').toString(
    'base64url',
  );
}

function valuesOf(cursor: string, tag: string): string[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    parsed = null;
  }
  const texts = Array.isArray(parsed) && parsed.every((part) => typeof part === 'string') ? parsed : [];
  const [given, ...values] = texts;
  const fit = ORDER.every(([, type], at) =>
    type === 'integer' ? /^\d{1,9}$/.test(values[at] ?? '') : values[at]?.includes('\0') === false,
  );
  if (given === tag && values.length === ORDER.length && fit) return values;
  throw new HubError({
    code: 'CURSOR_UNKNOWN',
    vi: 'Con trỏ trang không thuộc lần tìm này. Hãy tìm lại từ đầu, không dùng con trỏ.',
    en: 'This cursor was not given by this search. Begin again without it.',
  });
}
