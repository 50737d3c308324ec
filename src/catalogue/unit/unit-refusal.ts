import { HubError } from '../../ground/gql/hub-error.ts';

/** Why a change of units is refused. */
export const unitRefusals = {
  foreignOrganisation: () =>
    new HubError({
      code: 'FORBIDDEN',
      vi: 'Bạn chỉ được ghi nhận tổ chức cơ sở của tổ chức mình. Hãy chọn tổ chức (organisation) của bạn.',
      en: 'You may record units of your own organisation only. Choose your organisation.',
    }),
  ended: (name: string, on: string, ...path: string[]) =>
    new HubError({
      code: 'ILLEGAL_STATE',
      path,
      vi: `“${name}” đã kết thúc hoạt động từ ngày ${on}; chỉ tổ chức đang hoạt động mới giải thể hoặc sáp nhập được.`,
      en: `“${name}” ended on ${on}; only a unit that lives can be dissolved or merged.`,
    }),
  living: () =>
    new HubError({
      code: 'ILLEGAL_STATE',
      path: ['ended'],
      vi: 'Tổ chức này đang hoạt động nên không có ngày kết thúc để sửa. Hãy dùng dissolveUnit hoặc mergeUnits.',
      en: 'This unit lives, so it has no end to correct. Use dissolveUnit or mergeUnits.',
    }),
  merged: () =>
    new HubError({
      code: 'ILLEGAL_STATE',
      path: ['ended'],
      vi: 'Tổ chức này đã sáp nhập vào tổ chức khác; chỉ sửa được ngày, không thể bỏ ngày kết thúc.',
      en: 'This unit went into another; the day can be corrected, not taken away.',
    }),
  beforeFounding: (name: string, on: string, founded: string, ...path: string[]) =>
    new HubError({
      code: 'BAD_USER_INPUT',
      path,
      vi: `“${name}” thành lập ngày ${founded}, sau ngày ${on}. Hãy sửa lại một trong hai ngày.`,
      en: `“${name}” was founded on ${founded}, after ${on}. Correct one of the two days.`,
    }),
  intoWhich: (came: number) =>
    new HubError({
      code: 'BAD_USER_INPUT',
      path: ['into'],
      vi: `Cần đúng một trong hai: into (tổ chức tiếp nhận) hoặc founded (tổ chức mới); nhận được ${came}.`,
      en: `Give exactly one of into (the unit that takes over) and founded (the new unit); got ${came}.`,
    }),
  howMany: (least: number, came: number) =>
    new HubError({
      code: 'BAD_USER_INPUT',
      path: ['units'],
      vi: `“units” cần từ ${least} đến 100 tổ chức khác nhau, không gồm tổ chức tiếp nhận; nhận được ${came}.`,
      en: `“units” needs ${least} to 100 different units, without the one that takes over; got ${came}.`,
    }),
  keepers: () =>
    new HubError({
      code: 'BAD_USER_INPUT',
      path: ['units'],
      vi: 'Các tổ chức này do nhiều đơn vị quản lý bản ghi. Hãy sáp nhập vào một tổ chức đã có (into).',
      en: 'Different organisations keep these units. Merge them into a unit that is there (into).',
    }),
} as const;
