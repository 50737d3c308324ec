import type { Params } from '../../ground/database/list-source.ts';
import { recordCircle } from '../../ground/record/record.source.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import type { SearchKind } from './search.enum.ts';
import type { SearchText } from './search-text.ts';

/** Where the things of a kind are found. All is SQL over the alias `n`; places and organisations have a row for each of their names. */
interface SearchSource {
  readonly from: string;
  readonly id: string;
  /** What the global id is made of, where that is not the key. */
  readonly key?: string;
  /** Texts of a row; one that can be null comes last. */
  readonly texts: readonly string[];
  /** Whether the last of several is in English. */
  readonly translated?: boolean;
  /** The same texts folded, each on a line of its own. */
  readonly folded: string;
  /** Whether only records are found that the viewer may know of; else everybody knows them. */
  readonly record?: boolean;
  /** Whether a thing has several rows. */
  readonly dated?: boolean;
}

function record(from: string, ...texts: string[]): SearchSource {
  const translated = texts.includes('name_en');
  return { from, id: 'n.id', texts: texts.map((text) => `n.${text}`), translated, folded: 'n.folded', record: true };
}

/** A text folded in place, where a table keeps it not folded: forms are few. */
function foldedSql(text: string): string {
  return `translate(regexp_replace(normalize(lower(${text}), nfd), '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd')`;
}

const SOURCES: Readonly<Record<SearchKind, SearchSource>> = {
  PLACE: {
    from: 'place_version',
    id: 'n.place_id',
    texts: ['n.name', 'n.short_name', 'n.name_en'],
    translated: true,
    // The short name is the end of the name (else only its own letters are looked through), and the English one has no marks.
    folded: `n.folded || e'\\n' || case when right(n.name, char_length(n.short_name)) = n.short_name
      then right(n.folded, char_length(n.short_name)) else lower(n.short_name) end || e'\\n' || lower(n.name_en)`,
    dated: true,
  },
  ORGANISATION: {
    from: 'organisation_version',
    id: 'n.organisation_id',
    texts: ['n.name', 'n.abbreviation', 'n.name_en'],
    translated: true,
    folded: 'n.folded',
    dated: true,
  },
  INDICATOR: {
    from: 'indicator',
    id: 'n.id',
    key: 'n.code',
    texts: ['n.name_vi', 'n.name_en'],
    translated: true,
    folded: 'n.folded',
  },
  FORM: {
    from: 'form',
    id: 'n.id',
    key: 'n.code',
    texts: ['n.title_vi', 'n.title_en'],
    translated: true,
    folded: foldedSql(`n.title_vi || e'\\n' || n.title_en`),
  },
  MOVEMENT: record('movement', 'name', 'name_en'),
  CAMPAIGN: record('campaign', 'name', 'name_en'),
  ACTIVITY: record('activity', 'name'),
  AGREEMENT: record('agreement', 'name'),
  EVALUATION: record('evaluation', 'name'),
  RECOMMENDATION: record('recommendation', 'text', 'addressee'),
  PERSON: record('person', 'name'),
  DOCUMENT: record('source_document', 'title', 'symbol'),
  UNIT: record('organisation_unit', 'name'),
  POLICY: record('policy_reference', 'title', 'symbol'),
  TARGET_GROUP: record('target_group', 'name', 'name_en'),
};

/** Places in `SEARCH_MATCHES`, from 1, as columns of hits say them. */
const [EXACT, BY_ABBREVIATION] = [1, 9];

/** How a text is likened to what is looked for, and which rows are worth a closer look; SQL with its values in `params`. */
interface Likeness {
  /** Over one text, `t.small` in small letters and `t.folded`: a place in `SEARCH_MATCHES`, or null. */
  readonly rank: string;
  /** Over the folded texts of a row. */
  readonly rows: (folded: string) => string;
}

function likenessOf(text: SearchText, params: Params): Likeness {
  const all = (values: readonly string[]): string => `all (${params.add([...values], 'text[]')})`;
  const likes = all(text.likes);
  const ways = text.ways.map((way) => ({ likes: all(way.likes), patterns: all(way.patterns) }));
  const levels = (column: string, from: number, patterns: SearchText['folded']): string =>
    `case when ${column} ~ ${params.add(patterns.exact, 'text')} then ${from}
      when ${column} ~ ${params.add(patterns.begins, 'text')} then ${from + 1}
      when ${column} ~ ${all(patterns.words)} then ${from + 2} else ${from + 3} end`;
  const direct = `when t.folded like ${likes} then case when t.small ~ ${all(text.marked.contains)}
    then ${levels('t.small', EXACT, text.marked)} else ${levels('t.folded', EXACT + 4, text.folded)} end`;
  const indirect = ways.map(
    (way) => `when t.folded like ${way.likes} and t.folded ~ ${way.patterns} then ${BY_ABBREVIATION}`,
  );
  return {
    rank: `case ${[direct, ...indirect].join('\n')} end`,
    rows: (folded) =>
      `(${[likes, ...ways.map((way) => way.likes)].map((patterns) => `${folded} like ${patterns}`).join(' or ')})`,
  };
}

/**
 * Every hit of the kinds as the viewer sees them, one row for each thing: `kind, id, key, matched, rank, size, sort_key`. The
 * folded text is looked through first, row by row; only what it finds is likened closely, text by text, and the best text counts.
 */
export function searchSql(viewer: Viewer, kinds: readonly SearchKind[], text: SearchText, params: Params): string {
  const likeness = likenessOf(text, params);
  return kinds.map((kind) => `(${kindSql(kind, SOURCES[kind], viewer, likeness)})`).join('\nunion all\n');
}

function kindSql(kind: SearchKind, source: SearchSource, viewer: Viewer, { rank, rows }: Likeness): string {
  const { from, id, key = 'null', folded } = source;
  const where = [rows(folded), ...(source.record ? [recordCircle(viewer, 'n')] : [])].join(' and ');
  // `offset 0` keeps a text from being put in small letters, and its rank from being worked out, once for every use.
  const ranked = `select r.rank, t.text as matched, char_length(t.text) as size
    from (${textsSql(source)} offset 0) t cross join lateral (select ${rank} as rank offset 0) r where r.rank is not null`;
  const best = source.texts.length === 1 ? ranked : `${ranked} order by r.rank, size, t.text collate "C" limit 1`;
  return `select ${source.dated ? `distinct on (${id}) ` : ''}'${kind}'::text collate "C" as kind, ${id} as id, ${key}::text as key,
      best.matched, best.rank, best.size, n.sort_key
    from ${from} n cross join lateral (${best}) best where ${where}
    ${source.dated ? `order by ${id}, best.rank, best.size, n.sort_key, best.matched collate "C"` : ''}`;
}

/** The texts of a row, each folded and in small letters; of a translation the marks say nothing, so it has none of the latter. */
function textsSql({ texts, folded, translated = false }: SearchSource): string {
  const [only, ...more] = texts;
  if (more.length === 0) return `select ${only} as text, ${folded} as folded, lower(${only}) as small`;
  return `select u.text, u.folded, ${translated ? `case when u.place < ${texts.length} then lower(u.text) end` : 'lower(u.text)'} as small
    from unnest(array_remove(array[${texts.join(', ')}], null), string_to_array(${folded}, e'\\n')) with ordinality u (text, folded, place)`;
}
