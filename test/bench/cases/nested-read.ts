import type { BenchCase } from '../bench-case.ts';

interface PeerMovement {
  name: string;
  launchedEarliest: string | null;
  campaignsByMovementId: { nodes: PeerCampaign[] };
}
interface PeerCampaign {
  name: string;
  kind: string;
  year: number | null;
  evaluationsByCampaignId: { nodes: PeerEvaluation[] };
}
interface PeerEvaluation {
  name: string;
  stage: string;
  year: number | null;
  grade: string | null;
  organisationByEvaluatedId: { code: string; kind: string } | null;
}

/** 20 movements with 3 campaigns each, 2 evaluations of each of these, and the organisation evaluated: 20 + 60 + 120 + 120 things. */
export const nestedRead: BenchCase = {
  name: 'nested-read',
  goal: 'P1',
  hub: `query ($from: Date!) { movements(first: 20, filter: { launched: { gte: $from } }) { nodes { name launched { earliest }
    campaigns(first: 10) { nodes { name kind year
      evaluations(first: 10) { nodes { name stage year grade evaluated { code kind } } } } } } } }`,
  peer: `query ($from: Date!) { allMovements(first: 20, filter: { launchedEarliest: { greaterThanOrEqualTo: $from } }, orderBy: [SORT_KEY_ASC]) {
    nodes { name launchedEarliest
      campaignsByMovementId(first: 10, orderBy: [SORT_KEY_ASC]) { nodes { name kind year
        evaluationsByCampaignId(first: 10, orderBy: [SORT_KEY_ASC]) { nodes { name stage year grade organisationByEvaluatedId { code kind } } } } } } } }`,
  toHub: ({ allMovements }: { allMovements: { nodes: PeerMovement[] } }) => ({
    movements: {
      nodes: allMovements.nodes.map(({ name, launchedEarliest, campaignsByMovementId }) => ({
        name,
        launched: { earliest: launchedEarliest },
        campaigns: {
          nodes: campaignsByMovementId.nodes.map(({ evaluationsByCampaignId, ...campaign }) => ({
            ...campaign,
            evaluations: {
              nodes: evaluationsByCampaignId.nodes.map(({ organisationByEvaluatedId, ...evaluation }) => ({
                ...evaluation,
                evaluated: organisationByEvaluatedId,
              })),
            },
          })),
        },
      })),
    },
  }),
  limit: `select json_build_object('data', json_build_object('movements', json_build_object('nodes', coalesce(json_agg(
      json_build_object('name', m.name, 'launched', json_build_object('earliest', m.launched_earliest), 'campaigns',
        json_build_object('nodes', c.nodes)) order by m.sort_key, m.id), '[]'::json))))::text as json
    from (select id, name, sort_key, launched_earliest from movement where launched_earliest >= $1::date
      order by sort_key, id limit 20) m
    cross join lateral (select coalesce(json_agg(json_build_object('name', c.name, 'kind', c.kind, 'year', c.year, 'evaluations',
        json_build_object('nodes', e.nodes)) order by c.sort_key, c.id), '[]'::json) as nodes
      from (select id, name, kind, year, sort_key from campaign where movement_id = m.id order by sort_key, id limit 10) c
      cross join lateral (select coalesce(json_agg(json_build_object('name', e.name, 'stage', e.stage, 'year', e.year,
          'grade', e.grade, 'evaluated', case when o.id is not null then json_build_object('code', o.code, 'kind', o.kind) end)
          order by e.sort_key, e.id), '[]'::json) as nodes
        from (select id, name, stage, year, grade, evaluated_id, sort_key from evaluation where campaign_id = c.id
          order by sort_key, id limit 10) e
        left join organisation o on o.id = e.evaluated_id) e) c`,
  variants: Array.from({ length: 12 }, (_, at) => `2010-${String(at + 1).padStart(2, '0')}-05`).map((from) => ({
    variables: { from },
    values: [from],
  })),
};
