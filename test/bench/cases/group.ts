import type { BenchCase } from '../bench-case.ts';

interface PeerGroup {
  keys: [string];
  distinctCount: { rowId: string };
  sum: { participants: string; valueVnd: string };
}

/**
 * About 20,000 rows grouped by a key, with how many they are and two sums. The peer's plugin has no plain count of the rows
 * of a group; the number of distinct keys is what it offers.
 */
export const group: BenchCase = {
  name: 'group',
  goal: null,
  hub: `query ($from: Date!) { activities(first: 1, filter: { held: { gte: $from } }) {
    groups(by: [KIND], first: 100) { key { kind } count sum { participants valueVnd } } } }`,
  peer: `query ($from: Date!) { allActivities(filter: { heldEarliest: { greaterThanOrEqualTo: $from } }) {
    groupedAggregates(groupBy: [KIND]) { keys distinctCount { rowId } sum { participants valueVnd } } } }`,
  toHub: ({ allActivities }: { allActivities: { groupedAggregates: PeerGroup[] } }) => ({
    activities: {
      groups: allActivities.groupedAggregates
        .map(({ keys, distinctCount, sum }) => ({ key: { kind: keys[0] }, count: Number(distinctCount.rowId), sum }))
        .toSorted((a, b) => (a.key.kind < b.key.kind ? -1 : 1)),
    },
  }),
  limit: `select json_build_object('data', json_build_object('activities', json_build_object('groups', coalesce(json_agg(
      json_build_object('key', json_build_object('kind', kind), 'count', count, 'sum',
        json_build_object('participants', participants::text, 'valueVnd', value::text)) order by kind), '[]'::json))))::text as json
    from (select kind, count(*) as count, sum(participants) as participants, sum(value_vnd) as value from activity
      where held_earliest >= $1::date group by kind order by kind limit 100) grouped`,
  variants: Array.from({ length: 12 }, (_, at) => `2020-${String(at + 1).padStart(2, '0')}-05`).map((from) => ({
    variables: { from },
    values: [from],
  })),
};
