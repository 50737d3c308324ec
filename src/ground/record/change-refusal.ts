import { HubError } from '../gql/hub-error.ts';

/** Why a change of a record is refused. */
export const changeRefusals = {
  unauthenticated: () =>
    new HubError({
      code: 'UNAUTHENTICATED',
      vi: 'Ghi nhận hoặc sửa dữ liệu cần khóa truy cập. Hãy gửi kèm tiêu đề Authorization: Bearer <khóa>.',
      en: 'Recording or correcting needs a key. Send the header Authorization: Bearer <key>.',
    }),
  forbidden: () =>
    new HubError({
      code: 'FORBIDDEN',
      vi: 'Khóa này chỉ được đọc. Hãy dùng khóa của tổ chức, của người thẩm định hoặc của quản trị viên.',
      en: 'This key may only read. Use a key of an organisation, of a reviewer or of an administrator.',
    }),
  foreign: () =>
    new HubError({
      code: 'FORBIDDEN',
      vi: 'Bản ghi này do tổ chức khác quản lý. Bạn chỉ được ghi nhận và sửa bản ghi của tổ chức mình; người thẩm định ghi cho UBND và MTTQ của tỉnh mình.',
      en: 'Another organisation keeps this record. You may record and correct those of your own; reviewers write for the People’s Committee and the Front of their province.',
    }),
  national: () =>
    new HubError({
      code: 'FORBIDDEN',
      vi: 'Bản ghi cấp toàn quốc chỉ do quản trị viên ghi nhận. Hãy nêu tổ chức quản lý bản ghi (keeper).',
      en: 'Only an administrator enters national records. Name the organisation that keeps the record (keeper).',
    }),
  noKeeper: () =>
    new HubError({
      code: 'BAD_USER_INPUT',
      path: ['keeper'],
      vi: 'Không có tổ chức quản lý (keeper) này. Hãy lấy mã định danh từ truy vấn organisations.',
      en: 'There is no such organisation to keep the record (keeper). Take its id from the query organisations.',
    }),
  noReason: () =>
    new HubError({
      code: 'BAD_USER_INPUT',
      path: ['reason'],
      vi: 'Cần nêu lý do thay đổi; nhận được lý do để trống.',
      en: 'A change needs a reason; the reason given is empty.',
    }),
  notFound: () =>
    new HubError({
      code: 'NOT_FOUND',
      vi: 'Không có bản ghi này, hoặc bạn không được sửa bản ghi này.',
      en: 'There is no such record, or none that you may change.',
    }),
  conflict: (expected: number, current: number) =>
    new HubError({
      code: 'CONFLICT',
      path: ['expectedVersion'],
      vi: `Bản ghi đã thay đổi: bạn sửa phiên bản ${expected}, phiên bản hiện tại là ${current}. Hãy xem lại phiên bản ${current} rồi sửa.`,
      en: `The record has changed: you change version ${expected}, the current one is ${current}. Read version ${current}, then change it.`,
      facts: { expectedVersion: expected, currentVersion: current },
    }),
  leadsNowhere: (input: string) =>
    new HubError({
      code: 'BAD_USER_INPUT',
      path: [input],
      vi: `“${input}” không trỏ tới bản ghi nào mà bạn được xem. Hãy kiểm tra lại mã định danh.`,
      en: `“${input}” leads to no record that you may see. Check the id.`,
    }),
  closed: (on: string) =>
    new HubError({
      code: 'ILLEGAL_STATE',
      vi: `Bản ghi đã đóng từ ngày ${on}; không thể đóng lần nữa.`,
      en: `The record was closed on ${on} and cannot be closed again.`,
    }),
} as const;

/** What PostgreSQL calls the refusals that an input can cause. */
const REFUSALS: Readonly<Record<string, { vi: string; en: string; code: 'BAD_USER_INPUT' | 'FORBIDDEN' }>> = {
  '23503': {
    code: 'BAD_USER_INPUT',
    vi: 'Một mã định danh trong dữ liệu gửi lên không trỏ tới bản ghi nào. Hãy kiểm tra lại các mã định danh.',
    en: 'An id in the input leads to nothing. Check the ids.',
  },
  '23505': {
    code: 'BAD_USER_INPUT',
    vi: 'Đã có bản ghi như vậy, hoặc danh sách gửi lên có phần tử trùng. Hãy sửa bản ghi đã có thay vì tạo mới.',
    en: 'There is such a record already, or a list in the input has a repetition. Correct what is there instead of adding it again.',
  },
  '23514': {
    code: 'BAD_USER_INPUT',
    vi: 'Một giá trị nằm ngoài khoảng cho phép (số âm, ngày đầu sau ngày cuối, điểm cao hơn điểm tối đa). Hãy sửa lại.',
    en: 'A value is out of range (a negative number, a first day after the last, a score above its maximum). Correct it.',
  },
  '22003': {
    code: 'BAD_USER_INPUT',
    vi: 'Một con số quá lớn. Hãy kiểm tra lại đơn vị.',
    en: 'A number is too large. Check its unit.',
  },
  '42501': {
    code: 'FORBIDDEN',
    vi: 'Bạn không được ghi nhận hoặc sửa bản ghi này.',
    en: 'You may not record or correct this.',
  },
};

/** Runs a change; what the database refuses because of the input becomes an error that says what to do. */
export async function answerDatabaseRefusal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    const code = typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';
    const refusal = REFUSALS[code];
    if (!refusal || fault instanceof HubError) throw fault;
    throw new HubError({ ...refusal, cause: fault });
  }
}
