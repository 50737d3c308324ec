import { HubError } from '../../ground/gql/hub-error.ts';

const wrong = (path: readonly string[], vi: string, en: string): HubError =>
  new HubError({ code: 'BAD_USER_INPUT', path, vi, en });

/** Why a registration is refused. */
export const mergerRefusals = {
  notAdministrator: () =>
    new HubError({
      code: 'FORBIDDEN',
      vi: 'Chỉ quản trị viên được đăng ký tổ chức và việc sáp nhập. Hãy dùng khóa của quản trị viên.',
      en: 'Only administrators register organisations and mergers. Use a key of an administrator.',
    }),
  provinces: () =>
    wrong(
      ['predecessors'],
      'Việc sáp nhập tỉnh, thành phố đi kèm danh mục của hệ thống, không đăng ký tại đây. Hãy cập nhật phiên bản hệ thống có danh mục mới.',
      'Mergers of provinces come with the hub’s catalogue and are not registered here. Update to a version of the hub that has them.',
    ),
  actors: () =>
    wrong(
      ['predecessors'],
      'Bảy tổ chức của tỉnh sáp nhập cùng với tỉnh, theo danh mục của hệ thống. Ở đây chỉ đăng ký các tổ chức khác.',
      'The seven actors of a province merge with their provinces, by the hub’s catalogue. Only other bodies are registered here.',
    ),
  oneProvince: () =>
    wrong(
      ['predecessors'],
      'Các xã, phường, đặc khu sáp nhập phải thuộc cùng một tỉnh. Hãy kiểm tra lại danh sách.',
      'Communes that merge must lie in one province. Check the list.',
    ),
  noSuch: (type: string, ...path: string[]) =>
    wrong(
      path,
      `“${path.join('.')}”: không có ${type} này. Hãy lấy mã định danh từ truy vấn danh mục.`,
      `“${path.join('.')}”: there is no such ${type}. Take its id from the lists.`,
    ),
  intoWhich: (came: number) =>
    wrong(
      ['into'],
      `Cần đúng một trong hai: into (đơn vị tiếp nhận) hoặc founded (đơn vị mới); nhận được ${came}.`,
      `Give exactly one of into (which takes over) and founded (the new one); got ${came}.`,
    ),
  howMany: (least: number, came: number) =>
    wrong(
      ['predecessors'],
      `“predecessors” cần từ ${least} đến 100 đơn vị khác nhau, không gồm đơn vị tiếp nhận; nhận được ${came}.`,
      `“predecessors” needs ${least} to 100 different ones, without the one that takes over; got ${came}.`,
    ),
  tooEarly: (on: string) =>
    wrong(
      ['on'],
      `“on” cần một ngày từ 1900-01-01; nhận được ${on}. Hãy kiểm tra lại năm.`,
      `“on” needs a day since 1900-01-01; got ${on}. Check the year.`,
    ),
  notLiving: (name: string, on: string, ...path: string[]) =>
    wrong(
      path,
      `“${name}” không tồn tại vào ngày ${on}, hoặc đã sáp nhập trước đó. Hãy kiểm tra lại ngày và danh sách.`,
      `“${name}” does not live on ${on}, or has merged before. Check the day and the list.`,
    ),
  laterNames: (name: string, ...path: string[]) =>
    wrong(
      path,
      `“${name}” đã có thay đổi về tên, loại hoặc đơn vị cấp trên sau ngày sáp nhập. Hãy kiểm tra lại ngày.`,
      `“${name}” has a change of name, type or parent after the day of the merger. Check the day.`,
    ),
  badCode: (came: string, vi: string, en: string, ...path: string[]) =>
    wrong(
      path,
      `“${path.join('.')}” cần ${vi}; nhận được “${came}”.`,
      `“${path.join('.')}” needs ${en}; got “${came}”.`,
    ),
  codeTaken: (code: string, name: string, ...path: string[]) =>
    wrong(
      path,
      `Mã ${code} đang là của “${name}” trong cùng thời gian. Hãy chọn mã khác hoặc sửa lại ngày.`,
      `The code ${code} is that of “${name}” in the same time. Choose another, or correct the days.`,
    ),
  badName: (came: string, word: string) =>
    wrong(
      ['founded', 'name'],
      `“founded.name” cần tên đầy đủ bắt đầu bằng “${word}”; nhận được “${came}”.`,
      `“founded.name” needs the full name, beginning with “${word}”; got “${came}”.`,
    ),
  outsideLife: (from: string | null, to: string | null) =>
    wrong(
      ['validFrom'],
      `Thời gian tồn tại phải nằm trong thời gian của tỉnh (${from ?? '…'} – ${to ?? '…'}), ngày đầu không sau ngày cuối.`,
      `Its life must lie within that of its province (${from ?? '…'} – ${to ?? '…'}), the first day not after the last.`,
    ),
} as const;
