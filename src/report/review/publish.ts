import type { Context } from '../../ground/gql/context.ts';
import { HubError } from '../../ground/gql/hub-error.ts';
import { oncePerKey } from '../../ground/outbox/idempotency.store.ts';
import { appendAudit, appendEvent } from '../../ground/outbox/outbox.store.ts';
import type { Tx } from '../../ground/database/data-source.ts';
import { actAsHub } from '../../ground/viewer/session.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { endFigures, hasPublicFigure, publishFigures, type VersionKey } from '../figure/figure.store.ts';
import { moveTotals } from '../total/move-totals.ts';
import {
  type LockedReport,
  lockReportById,
  publishVersion,
  replaceVersion,
  versionState,
} from '../version/report.store.ts';

/** What is to be published: the latest version of a report, which must be the one the caller has seen. */
export interface PublishRequest {
  provinceId: number;
  reportId: string;
  expectedVersion: number;
  /** Why the administrator publishes without the review. */
  reason: string;
}

/** What a publication did. */
export interface Published {
  provinceId: number;
  reportId: string;
  version: number;
  replacedVersion: number | null;
}

/** States from which an administrator may publish before the full review exists. */
const PUBLISHABLE: ReadonlySet<string> = new Set(['DRAFT', 'SIGNED_OFF', 'SUBMITTED', 'ACCEPTED']);

/**
 * Publishes the latest version of a report in one transaction: its figures become current, those of the version before end,
 * totals move, the event and the audit row are written; all of it or none. The same idempotency key and request answer the
 * same once. Raises `HubError` UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, ILLEGAL_STATE, BAD_USER_INPUT, IDEMPOTENCY_CONFLICT.
 */
export async function publishReport(
  context: Context,
  request: PublishRequest,
  idempotencyKey?: string,
): Promise<Published> {
  const { viewer } = context;
  if (viewer.role === 'ANONYMOUS') throw unauthenticated();
  if (viewer.role !== 'ADMIN') throw forbidden();
  if (request.reason.trim().length === 0) throw noReason();
  const key = idempotencyKey ?? context.idempotencyKey;
  return context.write(async (tx) => {
    const answer = await oncePerKey(
      tx,
      { actor: viewer.actor, key, request: { publishReport: { ...request } } },
      async () => ({
        ...(await publishInTransaction(tx, viewer, request)),
      }),
    );
    return answer as unknown as Published;
  });
}

async function publishInTransaction(tx: Tx, viewer: Viewer, request: PublishRequest): Promise<Published> {
  const report = await lockReportById(tx, request.provinceId, request.reportId);
  if (!report) throw notFound();
  if (report.latestVersion !== request.expectedVersion) throw conflict(request.expectedVersion, report.latestVersion);
  const key = { provinceId: report.provinceId, reportId: report.id, version: report.latestVersion };
  const state = await versionState(tx, key);
  if (!state || !PUBLISHABLE.has(state)) throw illegalState(state);
  await actAsHub(tx, viewer);
  await move(tx, viewer, report, key);
  await appendAudit(tx, viewer, {
    action: 'publishReport',
    provinceId: report.provinceId,
    subjectType: 'Report',
    subjectId: `${report.provinceId}:${report.id}`,
    reason: request.reason,
    override: true,
    detail: { version: key.version, replacedVersion: report.publishedVersion, from: state },
  });
  return {
    provinceId: report.provinceId,
    reportId: report.id,
    version: key.version,
    replacedVersion: report.publishedVersion,
  };
}

async function move(tx: Tx, viewer: Viewer, report: LockedReport, key: VersionKey): Promise<void> {
  const event = await appendEvent(tx, {
    type: 'REPORT_PUBLISHED',
    provinceId: report.provinceId,
    organisationId: report.organisationId,
    subjectType: 'Report',
    subjectKey: `${report.provinceId}:${report.id}`,
    version: key.version,
    replacedVersion: report.publishedVersion,
    exposure: (await hasPublicFigure(tx, key)) ? 2 : 1,
    actor: viewer.actor,
  });
  if (report.publishedVersion !== null) {
    const before = { ...key, version: report.publishedVersion };
    await replaceVersion(tx, before, event);
    await endFigures(tx, before, event);
  }
  await publishVersion(tx, key, event);
  await publishFigures(tx, key, event);
  await moveTotals(tx, report);
}

function unauthenticated(): HubError {
  return new HubError({
    code: 'UNAUTHENTICATED',
    vi: 'Chốt báo cáo cần khóa truy cập có vai trò ADMIN. Hãy gửi kèm tiêu đề Authorization: Bearer <khóa>.',
    en: 'Publishing needs a key of the role ADMIN. Send the header Authorization: Bearer <key>.',
  });
}

function forbidden(): HubError {
  return new HubError({
    code: 'FORBIDDEN',
    vi: 'Chỉ quản trị viên được chốt báo cáo khi quy trình thẩm định chưa mở. Hãy dùng khóa có vai trò ADMIN.',
    en: 'Only an administrator may publish a report before the review is open. Use a key of the role ADMIN.',
  });
}

function noReason(): HubError {
  return new HubError({
    code: 'BAD_USER_INPUT',
    vi: 'Cần nêu lý do chốt báo cáo; nhận được lý do để trống.',
    en: 'Publishing needs a reason; the reason given is empty.',
  });
}

function notFound(): HubError {
  return new HubError({
    code: 'NOT_FOUND',
    vi: 'Không có báo cáo này, hoặc bạn không được xem báo cáo này.',
    en: 'There is no such report, or none that you may see.',
  });
}

function conflict(expected: number, current: number): HubError {
  return new HubError({
    code: 'CONFLICT',
    vi: `Báo cáo đã thay đổi: bạn chốt phiên bản ${expected}, phiên bản mới nhất là ${current}. Hãy xem lại phiên bản ${current} rồi chốt.`,
    en: `The report has changed: you publish version ${expected}, the latest is ${current}. Read version ${current}, then publish it.`,
    facts: { expectedVersion: expected, currentVersion: current },
  });
}

function illegalState(state: string | null): HubError {
  return new HubError({
    code: 'ILLEGAL_STATE',
    vi: `Phiên bản này đang ở trạng thái ${state ?? 'không có'}, không thể chốt. Chỉ chốt được bản ${[...PUBLISHABLE].join(', ')}.`,
    en: `This version is ${state ?? 'absent'} and cannot be published. Only ${[...PUBLISHABLE].join(', ')} can.`,
    facts: { state },
  });
}
