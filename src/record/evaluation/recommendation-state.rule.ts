import { HubError } from '../../ground/gql/hub-error.ts';
import type { RecommendationState } from './recommendation.row.ts';

/** Where a follow-up may lead from each state; to stay means that something was done and it goes on. */
const STEPS: Readonly<Record<RecommendationState, readonly RecommendationState[]>> = {
  OPEN: ['OPEN', 'IN_PROGRESS'],
  IN_PROGRESS: ['IN_PROGRESS', 'DONE', 'DECLINED'],
  DONE: ['IN_PROGRESS'],
  DECLINED: [],
};

/** What the first follow-up may say where the source left open what became of it. */
const FIRST_KNOWN: readonly RecommendationState[] = ['OPEN', 'IN_PROGRESS', 'DONE', 'DECLINED'];

/** The states to which a follow-up may lead. */
export function stepsFrom(state: RecommendationState | null): readonly RecommendationState[] {
  return state === null ? FIRST_KNOWN : STEPS[state];
}

/** Refuses a follow-up that the state does not allow. Raises `HubError` ILLEGAL_STATE. */
export function requireStep(from: RecommendationState | null, to: RecommendationState): void {
  const allowed = stepsFrom(from);
  if (allowed.includes(to)) return;
  const ways = allowed.join(', ');
  throw new HubError({
    code: 'ILLEGAL_STATE',
    path: ['state'],
    vi: `Kiến nghị đang ở trạng thái ${from}, không chuyển sang ${to} được. ${ways ? `Trạng thái tiếp theo có thể là: ${ways}.` : 'Đây là trạng thái cuối; hãy ghi nhận kiến nghị mới nếu cần.'}`,
    en: `The recommendation is ${from} and cannot become ${to}. ${ways ? `It can become: ${ways}.` : 'That is its last state; enter a new recommendation if one is needed.'}`,
    facts: { state: from, allowed },
  });
}

/**
 * Whether a recommendation is overdue on a day (ISO date): its deadline has passed while something was still to be done and
 * it was not closed. Null where it has no deadline, or where the source does not say what became of it.
 */
export function isOverdue(
  {
    deadline,
    state,
    closedOn,
  }: { deadline: string | null; state: RecommendationState | null; closedOn: string | null },
  today: string,
): boolean | null {
  if (deadline === null || state === null) return null;
  return deadline < today && (state === 'OPEN' || state === 'IN_PROGRESS') && (closedOn === null || closedOn > today);
}
