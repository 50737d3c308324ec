import type { BenchCase } from '../bench-case.ts';

interface PeerRow {
  name: string;
  kind: string;
}

/** Topics without their marks, each of 25 activities. */
const WORDS = ['tet sum vay', 'mai am cong doan', 'tram y te luu dong', 'ca phe doanh nhan'];

/**
 * 20 of 25 hits among 20,000 names, found without regard to case and tone marks. The hub finds the words in any order, ranks its
 * hits and says by which text they were found; the two others look the folded names through for the words as they stand. The
 * names are made so that all come to the same hits in the same order.
 */
export const search: BenchCase = {
  name: 'search',
  goal: null,
  hub: `query ($text: String!) { search(text: $text, kinds: [ACTIVITY], first: 20) {
    nodes { matched node { ... on Activity { name kind } } } pageInfo { hasNextPage } } }`,
  peer: `query ($text: String!) { allActivities(first: 20, filter: { folded: { includes: $text } }, orderBy: [SORT_KEY_ASC]) {
    nodes { name kind } pageInfo { hasNextPage } } }`,
  toHub: ({ allActivities: { nodes, pageInfo } }: { allActivities: { nodes: PeerRow[]; pageInfo: object } }) => ({
    search: { nodes: nodes.map((node) => ({ matched: node.name, node })), pageInfo },
  }),
  limit: `with page as materialized (select id, sort_key, name, kind from activity
      where folded like '%' || $1 || '%' order by sort_key, id limit 21)
    select json_build_object('data', json_build_object('search', json_build_object(
      'nodes', coalesce((select json_agg(json_build_object('matched', name, 'node', json_build_object('name', name, 'kind', kind))
        order by sort_key, id) from (select * from page order by sort_key, id limit 20) shown), '[]'::json),
      'pageInfo', json_build_object('hasNextPage', (select count(*) > 20 from page)))))::text as json`,
  variants: WORDS.map((text) => ({ variables: { text }, values: [text] })),
};
