import { HubError } from '../../ground/gql/hub-error.ts';

/** Refuses a step of a record that was closed. Raises `HubError` ILLEGAL_STATE. */
export function requireStillOpen(closedOn: string | null): void {
  if (closedOn === null) return;
  throw new HubError({
    code: 'ILLEGAL_STATE',
    vi: `Bản ghi đã đóng từ ngày ${closedOn}, không chuyển bước được nữa. Bản ghi đã đóng chỉ được đính chính, kèm lý do.`,
    en: `The record was closed on ${closedOn} and takes no further steps. It can only be corrected, with a reason.`,
  });
}
