import { HubError } from '../../ground/gql/hub-error.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import type { EvaluationStage } from './evaluation.row.ts';

/** The stage that follows each; none follows the last. */
const NEXT: Readonly<Record<EvaluationStage, EvaluationStage | null>> = {
  SELF: 'REVIEW',
  REVIEW: 'CONCLUDED',
  CONCLUDED: null,
};

/** The stage that follows; null after the last. */
export function nextStage(stage: EvaluationStage): EvaluationStage | null {
  return NEXT[stage];
}

/** Refuses to go back, to stay and to leave a stage out. Raises `HubError` ILLEGAL_STATE. */
export function requireNextStage(from: EvaluationStage, to: EvaluationStage): void {
  const next = nextStage(from);
  if (to === next) return;
  throw new HubError({
    code: 'ILLEGAL_STATE',
    path: ['stage'],
    vi: `Đánh giá đang ở bước ${from}, không chuyển sang ${to} được. ${next ? `Bước tiếp theo là ${next}.` : 'Đây là bước cuối; nội dung chỉ được đính chính, kèm lý do.'}`,
    en: `The evaluation is at ${from} and cannot go to ${to}. ${next ? `The next stage is ${next}.` : 'That is the last stage; it can only be corrected, with a reason.'}`,
    facts: { stage: from, next },
  });
}

/**
 * Refuses whoever may not write evaluations at a stage: an organisation evaluates itself, and nobody who is evaluated reviews
 * or concludes. Raises `HubError` FORBIDDEN.
 */
export function requireRightAt(stage: EvaluationStage, { role }: Viewer): void {
  if (stage === 'SELF' || role === 'REVIEWER' || role === 'ADMIN') return;
  throw new HubError({
    code: 'FORBIDDEN',
    path: ['stage'],
    vi: `Đánh giá ở bước ${stage} chỉ do người thẩm định hoặc quản trị viên ghi nhận. Tổ chức ghi nhận bước tự đánh giá (SELF) của mình.`,
    en: `Only reviewers and administrators write evaluations at ${stage}. Organisations write their own at SELF.`,
  });
}

/** Refuses a conclusion, or who made it, before there is one. Raises `HubError` BAD_USER_INPUT. */
export function requireConcluded(
  stage: EvaluationStage,
  said: { conclusion?: string | null; concludedBy?: string | null },
): void {
  const early = (['conclusion', 'concludedBy'] as const).find((name) => (said[name] ?? null) !== null);
  if (stage === 'CONCLUDED' || early === undefined) return;
  throw new HubError({
    code: 'BAD_USER_INPUT',
    path: [early],
    vi: `“${early}” chỉ được nêu khi đánh giá ở bước CONCLUDED; đánh giá này ở bước ${stage}. Hãy ghi nhận xét vào “summary”.`,
    en: `“${early}” belongs to the stage CONCLUDED; this evaluation is at ${stage}. Write remarks into “summary”.`,
  });
}
