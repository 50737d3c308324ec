import { named, type Tx } from '../../ground/database/data-source.ts';
import { HubError } from '../../ground/gql/hub-error.ts';

/**
 * Refuses an evaluation whose plan or meeting belongs to another agreement than it says itself, or that names a record which
 * the viewer cannot see: foreign keys look past the row policies. Raises `HubError` BAD_USER_INPUT with the path of the input.
 */
export async function requireEvaluationTies(tx: Tx, id: number): Promise<void> {
  const [ties] = await named<Record<string, boolean>>(
    tx,
    'evaluationTies',
    `select
       (e.agreement_id is null or exists (select 1 from agreement x where x.id = e.agreement_id)) as agreement,
       (e.movement_id is null or exists (select 1 from movement x where x.id = e.movement_id)) as movement,
       (e.campaign_id is null or exists (select 1 from campaign x where x.id = e.campaign_id)) as campaign,
       (e.concluded_by_id is null or exists (select 1 from person x where x.id = e.concluded_by_id)) as "concludedBy",
       (e.plan_id is null or exists (select 1 from agreement_plan x where x.id = e.plan_id and x.agreement_id = e.agreement_id)) as plan,
       (e.meeting_id is null or exists (select 1 from agreement_event x
         where x.id = e.meeting_id and (x.agreement_id = e.agreement_id) is not false)) as meeting
     from evaluation e where e.id = $1`,
    [id],
  );
  refuseUntied(ties);
}

/** The same for a recommendation with its evaluation, meeting and paper. Raises `HubError` BAD_USER_INPUT. */
export async function requireRecommendationTies(tx: Tx, id: number): Promise<void> {
  const [ties] = await named<Record<string, boolean>>(
    tx,
    'recommendationTies',
    `select
       (r.agreement_id is null or exists (select 1 from agreement x where x.id = r.agreement_id)) as agreement,
       (r.speaker_id is null or exists (select 1 from person x where x.id = r.speaker_id)) as speaker,
       (r.document_id is null or exists (select 1 from source_document x where x.id = r.document_id)) as document,
       (r.evaluation_id is null or exists (select 1 from evaluation x
         where x.id = r.evaluation_id and (x.agreement_id = r.agreement_id) is not false)) as evaluation,
       (r.meeting_id is null or exists (select 1 from agreement_event x
         where x.id = r.meeting_id and (x.agreement_id = r.agreement_id) is not false)) as meeting,
       not exists (select 1 from recommendation_target t where t.recommendation_id = r.id
         and not exists (select 1 from target_group x where x.id = t.target_group_id)) as "targetGroups"
     from recommendation r where r.id = $1`,
    [id],
  );
  refuseUntied(ties);
}

function refuseUntied(ties: Readonly<Record<string, boolean>> | undefined): void {
  const untied = Object.entries(ties ?? {}).find(([, tied]) => !tied)?.[0];
  if (untied === undefined) return;
  throw new HubError({
    code: 'BAD_USER_INPUT',
    path: [untied],
    vi: `“${untied}” không trỏ tới bản ghi nào mà bạn được xem, hoặc bản ghi đó thuộc thỏa thuận phối hợp khác với “agreement”. Hãy kiểm tra lại hai mã định danh.`,
    en: `“${untied}” leads to no record that you may see, or to one of another agreement than “agreement”. Check both ids.`,
  });
}

/** How many follow-ups a recommendation has; the recommendation is locked, so the next ordinal is one more. */
export async function followUpCount(tx: Tx, recommendationId: number): Promise<number> {
  const text = 'select count(*)::integer as count from follow_up where recommendation_id = $1';
  const [row] = await named<{ count: number }>(tx, 'followUpCount', text, [recommendationId]);
  return row?.count ?? 0;
}
