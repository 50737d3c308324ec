import { periodInWords, windowInWords } from './letterhead.ts';
import { SheetCanvas } from './sheet-canvas.ts';
import type { TemplateInput } from './template-input.ts';
import type { PlannedSheet } from './workbook-plan.ts';

const MARKS: readonly (readonly [mark: string, meaning: string])[] = [
  ['0', 'Có theo dõi, kết quả trong kỳ bằng không.'],
  ['-', 'Không phát sinh trong kỳ.'],
  ['x', 'Không áp dụng đối với đơn vị.'],
  ['…', 'Có phát sinh nhưng chưa có số liệu.'],
  ['(để trống)', 'Chưa báo cáo; hệ thống không coi là số 0.'],
];

/** A short instruction in Vietnamese; nothing on it looks like a table of a form. */
export function guideSheet(input: TemplateInput): PlannedSheet {
  const canvas = new SheetCanvas();
  let row = 1;
  const line = (style: 'guideTitle' | 'guideHeading' | 'guideText', text: string): void => {
    canvas.merge([row, 1], [row, 2], style, text);
    canvas.heights.set(row, style === 'guideText' ? 17 * Math.ceil(text.length / 100) : 24);
    row += 1;
  };
  line('guideTitle', `HƯỚNG DẪN LẬP VÀ GỬI BIỂU ${input.form.code}`);
  line('guideHeading', '1. Số liệu của biểu');
  for (const text of scope(input)) line('guideText', text);
  line('guideHeading', '2. Cách ghi');
  for (const text of writing(input)) line('guideText', text);
  line('guideHeading', '3. Ký hiệu');
  for (const [mark, meaning] of MARKS) {
    canvas.put(row, 1, 'guideMark', mark);
    canvas.put(row, 2, 'guideText', meaning);
    canvas.heights.set(row, 18);
    row += 1;
  }
  line('guideHeading', '4. Gửi báo cáo');
  for (const text of sending(input)) line('guideText', text);
  return {
    name: 'Hướng dẫn',
    hidden: false,
    cells: canvas.cells,
    rules: [],
    widths: [14, 82],
    heights: canvas.heights,
    frozen: { rows: 0, columns: 0 },
    repeated: null,
    landscape: false,
    footer: `Biểu ${input.form.code}`,
  };
}

function scope({ organisation, place, period, figures }: TemplateInput): string[] {
  const filled =
    figures === null
      ? 'Biểu chưa điền sẵn số liệu.'
      : 'Kế hoạch năm và số cùng kỳ đã điền sẵn theo báo cáo đã công bố của chính đơn vị; nếu có thay đổi thì ghi lại số đúng.';
  return [
    `Đơn vị báo cáo: ${organisation.name}. Địa bàn: ${place.name}.`,
    `Kỳ báo cáo: ${periodInWords(period)}. ${windowInWords(period)}.`,
    filled,
  ];
}

function writing({ form }: TemplateInput): string[] {
  const layout =
    form.layout === 'AREA_ROWS'
      ? 'Mỗi xã, phường, đặc khu một dòng. Dòng “TỔNG CỘNG” tự cộng các ô số; cột tỷ lệ thì ghi tỷ lệ chung của tỉnh nếu có. Nếu có ô ghi kèm chữ như 1250 (ước) thì tự ghi tổng.'
      : 'Dòng “Trong đó” là một phần của dòng ngay phía trên, không cộng thêm vào dòng đó.';
  return [
    'Chỉ ghi vào các ô để mở; ô nền vàng là số liệu bắt buộc. Các ô khác đã được khóa (không đặt mật khẩu); không đổi tên, thêm, xóa hoặc đổi thứ tự dòng, cột.',
    layout,
    'Ghi số theo đơn vị tính của biểu, không ghi kèm đơn vị. Tỷ lệ ghi theo điểm phần trăm, ví dụ 97,5.',
    'Số ước tính ghi kèm chữ (ước), ví dụ 1250 (ước); số sơ bộ ghi kèm chữ (sơ bộ).',
    'Cột “Ghi chú” và phần tham khảo kỳ trước (nếu có) không được hệ thống đọc.',
  ];
}

function sending({ form, organisation, place, period }: TemplateInput): string[] {
  return [
    'Lưu tệp ở dạng .xlsx (hoặc .xls, .ods), không đặt mật khẩu mở tệp, rồi gửi lên hệ thống Phối Hợp với đúng các mã sau:',
    `biểu ${form.code}; tổ chức ${organisation.code}; địa bàn ${place.code}; kỳ ${period.key}.`,
    'Nên gửi thử trước: hệ thống báo từng ô cần sửa và chưa lưu gì.',
  ];
}
