import { HubError } from '../../ground/gql/hub-error.ts';

/** Why nothing is attached. */
export const attachRefusals = {
  unauthenticated: () =>
    new HubError({
      code: 'UNAUTHENTICATED',
      vi: 'Gửi báo cáo cần khóa truy cập. Hãy gửi kèm tiêu đề Authorization: Bearer <khóa>.',
      en: 'Sending a report needs a key. Send the header Authorization: Bearer <key>.',
    }),
  forbidden: () =>
    new HubError({
      code: 'FORBIDDEN',
      vi: 'Khóa này không được gửi tệp kèm theo báo cáo này. Hãy dùng khóa OFFICER hoặc LEADER của tổ chức báo cáo.',
      en: 'This key may not attach files to this report. Use an OFFICER or LEADER key of the organisation that reports.',
    }),
  notFound: () =>
    new HubError({
      code: 'NOT_FOUND',
      vi: 'Không có báo cáo này, hoặc khóa truy cập không được xem. Hãy kiểm tra lại mã định danh.',
      en: 'There is no such report, or the key may not see it. Check the id.',
    }),
  nothing: () =>
    new HubError({
      code: 'BAD_USER_INPUT',
      vi: 'Không có tệp nào. Cần signed (văn bản ký), narrative (phần lời) hoặc attachment (tệp khác).',
      en: 'There is no file. Send signed (the signed document), narrative (the report in words) or attachment (anything else).',
    }),
  conflict: (expected: number, current: number) =>
    new HubError({
      code: 'CONFLICT',
      vi: `Báo cáo đã ở phiên bản ${current}, không phải ${expected}. Hãy xem lại rồi gửi tệp cho phiên bản mới nhất.`,
      en: `The report is at version ${current}, not ${expected}. Look again and attach to the latest version.`,
      facts: { expectedVersion: expected, currentVersion: current },
    }),
  submitted: (number: string) =>
    new HubError({
      code: 'ILLEGAL_STATE',
      vi: `Phiên bản này đã gửi kèm văn bản ký số ${number} nên không thay được. Hãy gửi báo cáo thay thế (phiên bản mới) kèm văn bản mới.`,
      en: `This version has been submitted with the signed document ${number}, which is not replaced any more. Send a replacement report, a new version, with the new document.`,
    }),
  tooMany: (most: number) =>
    new HubError({
      code: 'BAD_USER_INPUT',
      vi: `Mỗi phiên bản báo cáo có tối đa ${most} tệp kèm theo ngoài văn bản ký. Hãy gộp bớt tệp.`,
      en: `A version of a report has at most ${most} files beside the signed document. Join some of them.`,
    }),
} as const;
