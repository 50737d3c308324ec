import type { Bilingual, Issue, IssueCode, Severity } from '../reading.ts';
import type { Cell, Grid } from '../workbook/sheet.ts';
import type { CellFault } from '../cell/read-number.ts';

/** Where a finding stands. */
export interface Place {
  readonly sheet: string | null;
  readonly cell: string;
  /** The row's label, for people. */
  readonly title: string;
  readonly indicatorCode?: string;
}

const EXAMPLE: Bilingual = {
  vi: 'Ghi lại theo dạng 1.234.567 hoặc 1.234,5.',
  en: 'Write it as 1.234.567 or 1.234,5.',
};

const FAULTS: Readonly<Record<CellFault['why'], { says: Bilingual; hint: Bilingual }>> = {
  DIGITS: { says: { vi: 'không phải là số', en: 'which is not a number' }, hint: EXAMPLE },
  STYLE: {
    says: {
      vi: 'không rõ dấu chấm hay dấu phẩy ở đây phân cách hàng nghìn hay phần thập phân',
      en: 'where the separator may mark thousands or a fraction',
    },
    hint: {
      vi: 'Ghi lại thành ô số, hoặc thêm phần thập phân để phân biệt (1.234,0).',
      en: 'Type it as a number cell, or add a decimal to tell them apart (1.234,0).',
    },
  },
  FRACTION: {
    says: {
      vi: 'là số lẻ trong khi chỉ tiêu này đếm bằng số nguyên (có thể dấu chấm hàng nghìn đã bị hiểu là dấu thập phân)',
      en: 'a fraction where whole things are counted (a thousands dot may have been taken as a decimal point)',
    },
    hint: { vi: 'Ghi lại số nguyên, ví dụ 7246.', en: 'Type the whole number, for example 7246.' },
  },
  FORMAT: {
    says: {
      vi: 'có định dạng ô (phần trăm, đơn vị hoặc chia nghìn) khác với đơn vị tính của dòng',
      en: 'whose cell format (percent, unit or division by thousands) disagrees with the unit of the row',
    },
    hint: {
      vi: 'Đặt lại định dạng số thông thường và ghi số theo đơn vị tính của dòng.',
      en: 'Use a plain number format and the unit of the row.',
    },
  },
  DATE: {
    says: {
      vi: 'là ngày tháng, không phải là số (có thể phần mềm đã tự đổi)',
      en: 'which is a date and not a number (the spreadsheet may have converted it)',
    },
    hint: {
      vi: 'Đặt định dạng ô là số rồi ghi lại số.',
      en: 'Set the cell to a number format and type the number again.',
    },
  },
  KIND: { says: { vi: 'không phải là số', en: 'which is not a number' }, hint: EXAMPLE },
  FORMULA: {
    says: {
      vi: 'là lỗi công thức hoặc công thức chưa có kết quả',
      en: 'a formula error, or a formula without a result',
    },
    hint: { vi: 'Sửa công thức hoặc ghi thẳng kết quả bằng số.', en: 'Correct the formula or type its result.' },
  },
  UNIT: {
    says: { vi: 'có đơn vị khác với đơn vị của chỉ tiêu', en: 'in a unit that does not measure this indicator' },
    hint: { vi: 'Ghi số theo đơn vị tính của biểu mẫu.', en: 'Use the unit of the form.' },
  },
  FOOTNOTE: {
    says: { vi: 'có dấu (*) nhưng không thấy chú thích', en: 'marked (*) without a footnote' },
    hint: {
      vi: 'Thêm chú thích “(*) Số liệu sơ bộ” hoặc bỏ dấu (*).',
      en: 'Add the footnote “(*) Số liệu sơ bộ” or remove the mark.',
    },
  },
  MERGED: {
    says: {
      vi: 'nằm trong ô gộp, không rõ thuộc dòng hay cột nào',
      en: 'in a merged cell that covers several rows or columns',
    },
    hint: { vi: 'Bỏ gộp ô và ghi số vào từng ô.', en: 'Unmerge the cells and fill each of them.' },
  },
};

/** A cell that holds no number that can be taken. */
export function cellFault(place: Place, fault: CellFault, read: string): Issue {
  const { says, hint } = FAULTS[fault.why];
  return at(place, fault.code, 'ERROR', {
    message: { vi: `đọc được “${read}”, ${says.vi}.`, en: `read “${read}”, ${says.en}.` },
    hint,
    read,
  });
}

/** A formula whose stored result is not what it gives for the cells as they stand: the file was saved without computing. */
export function staleFormula(place: Place, read: string, expected: string): Issue {
  return at(place, 'FORMULA_ERROR', 'ERROR', {
    message: {
      vi: `đọc được “${read}”, là kết quả cũ của công thức; tính lại từ các ô hiện có được ${expected}.`,
      en: `read “${read}”, a stored result that is out of date; the formula now gives ${expected}.`,
    },
    hint: {
      vi: 'Mở tệp bằng Excel hoặc LibreOffice, tính lại (F9 hoặc Ctrl+Shift+F9), lưu rồi nộp lại.',
      en: 'Open the file, recalculate it (F9 or Ctrl+Shift+F9), save it and send it again.',
    },
    read,
    expected,
  });
}

interface Words {
  readonly message: Bilingual;
  readonly hint?: Bilingual;
  readonly read?: string;
  readonly expected?: string;
}

/** A finding at a cell; the sentences continue “Ô E14 (…): ”. */
export function at(place: Place, code: IssueCode, severity: Severity, words: Words): Issue {
  const name = place.title === '' ? '' : ` (${place.title})`;
  const message = {
    vi: `Ô ${place.cell}${name}: ${words.message.vi}`,
    en: `Cell ${place.cell}${name}: ${words.message.en}`,
  };
  const code_ = place.indicatorCode === undefined ? {} : { indicatorCode: place.indicatorCode };
  return { code, severity, sheet: place.sheet, cell: place.cell, ...code_, ...words, message };
}

/** A finding about the whole file. */
export function ofFile(code: IssueCode, severity: Severity, words: Words): Issue {
  return { code, severity, sheet: null, cell: null, ...words };
}

/** A second column with the heading of another; neither is read. */
export function ambiguousColumn(grid: Grid, heading: Cell): Issue {
  return at({ sheet: grid.name, cell: heading.address, title: '' }, 'AMBIGUOUS_COLUMN', 'ERROR', {
    message: {
      vi: 'có hai cột cùng một nội dung, không rõ lấy số liệu ở cột nào; cả hai đều chưa được đọc.',
      en: 'two columns have the same meaning; neither was read.',
    },
    hint: { vi: 'Xóa hoặc đổi tên một trong hai cột.', en: 'Remove or rename one of the two columns.' },
    read: heading.text,
  });
}

/** A required number that is not there; `cell` null when its whole row or column is absent. */
export function missingRequired(
  sheet: string | null,
  cell: string | null,
  title: string,
  indicatorCode: string,
): Issue {
  const where = cell === null ? { vi: '', en: '' } : { vi: `Ô ${cell}: `, en: `Cell ${cell}: ` };
  return {
    code: 'MISSING_REQUIRED',
    severity: 'ERROR',
    sheet,
    cell,
    indicatorCode,
    message: {
      vi: `${where.vi}chỉ tiêu bắt buộc “${title}” chưa có số liệu.`,
      en: `${where.en}the required indicator “${title}” has no number.`,
    },
    hint: {
      vi: 'Ghi số liệu; nếu không phát sinh, ghi dấu “-”.',
      en: 'Fill in the number, or “-” if nothing happened.',
    },
  };
}

/** A row that no row of the form explains. */
export function unknownIndicator(place: Place, read: string, near: readonly string[], severity: Severity): Issue {
  const names = near.map((label) => `“${label}”`).join(', ');
  return at(place, 'UNKNOWN_INDICATOR', severity, {
    message: {
      vi:
        read === ''
          ? 'dòng có số liệu nhưng không có tên chỉ tiêu; số liệu chưa được đọc.'
          : `chỉ tiêu “${read}” không có trong biểu mẫu; số liệu của dòng chưa được đọc.`,
      en:
        read === ''
          ? 'a row with numbers has no label; it was not read.'
          : `the form has no indicator “${read}”; the row was not read.`,
    },
    ...(names === '' ? {} : { hint: { vi: `Có phải là: ${names}?`, en: `Did you mean: ${names}?` }, expected: names }),
    read,
  });
}

/** A row whose area does not exist in the province at the data date. */
export function unknownArea(place: Place, read: string, near: readonly string[]): Issue {
  const names = near.map((name) => `“${name}”`).join(', ');
  return at(place, 'UNKNOWN_AREA', 'ERROR', {
    message: {
      vi: `đọc được “${read}”, không phải tên hay mã đơn vị hành chính cấp xã của tỉnh tại ngày chốt số liệu; số liệu của dòng chưa được đọc.`,
      en: `read “${read}”, which is no commune of the province at the data date; the row was not read.`,
    },
    ...(names === '' ? {} : { hint: { vi: `Có phải là: ${names}?`, en: `Did you mean: ${names}?` }, expected: names }),
    read,
  });
}
