import { HubError } from '../../ground/gql/hub-error.ts';

/** Nobody sends a report without a key. */
export function unauthenticated(): HubError {
  return new HubError({
    code: 'UNAUTHENTICATED',
    vi: 'Gửi báo cáo cần khóa truy cập. Hãy gửi kèm tiêu đề Authorization: Bearer <khóa>.',
    en: 'Sending a report needs a key. Send the header Authorization: Bearer <key>.',
  });
}

/** The key is another organisation's, or one that only reads. */
export function forbidden(code: string): HubError {
  return new HubError({
    code: 'FORBIDDEN',
    vi: `Khóa này không được gửi báo cáo cho ${code}. Hãy dùng khóa OFFICER hoặc LEADER của tổ chức đó.`,
    en: `This key may not send reports for ${code}. Use an OFFICER or LEADER key of that organisation.`,
  });
}
