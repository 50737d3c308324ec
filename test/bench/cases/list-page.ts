import type { BenchCase } from '../bench-case.ts';

interface PeerRow {
  name: string;
  version: number;
  description: string | null;
  launchedEarliest: string | null;
  launchedLatest: string | null;
}

/** A page of 50 rows out of 1,000, filtered by a day and in Vietnamese order. */
export const listPage: BenchCase = {
  name: 'list-page',
  goal: null,
  hub: `query ($from: Date!) { movements(first: 50, filter: { launched: { gte: $from } }, orderBy: [{ field: NAME }]) {
    nodes { name version description launched { earliest latest } } pageInfo { hasNextPage } } }`,
  peer: `query ($from: Date!) { allMovements(first: 50, filter: { launchedEarliest: { greaterThanOrEqualTo: $from } }, orderBy: [SORT_KEY_ASC]) {
    nodes { name version description launchedEarliest launchedLatest } pageInfo { hasNextPage } } }`,
  toHub: ({ allMovements: { nodes, pageInfo } }: { allMovements: { nodes: PeerRow[]; pageInfo: object } }) => ({
    movements: {
      nodes: nodes.map(({ launchedEarliest, launchedLatest, ...rest }) => ({
        ...rest,
        launched: { earliest: launchedEarliest, latest: launchedLatest },
      })),
      pageInfo,
    },
  }),
  limit: `with page as materialized (select * from (
      select id, sort_key, name, version, description, launched_earliest, launched_latest from movement
      where launched_earliest >= $1::date order by sort_key, id limit 51) found)
    select json_build_object('data', json_build_object('movements', json_build_object(
      'nodes', coalesce((select json_agg(json_build_object('name', name, 'version', version, 'description', description,
        'launched', json_build_object('earliest', launched_earliest, 'latest', launched_latest)) order by sort_key, id)
        from (select * from page order by sort_key, id limit 50) shown), '[]'::json),
      'pageInfo', json_build_object('hasNextPage', (select count(*) > 50 from page)))))::text as json`,
  variants: Array.from({ length: 12 }, (_, at) => `2010-${String(at + 1).padStart(2, '0')}-05`).map((from) => ({
    variables: { from },
    values: [from],
  })),
};
