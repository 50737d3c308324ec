import type { FormSpec } from '../../catalogue/form/form.spec.ts';
import { ofFile } from './issue.ts';
import { MOST_FILE_BYTES } from './open-file.ts';
import type { OpenFault } from './open-file.ts';
import type { Bilingual, Issue } from './reading.ts';

const RESAVE: Bilingual = {
  vi: 'Lưu lại tệp ở dạng Excel (.xlsx) hoặc CSV (UTF-8) rồi nộp lại.',
  en: 'Save it again as Excel (.xlsx) or CSV (UTF-8) and send it once more.',
};

const WHY: Readonly<Record<OpenFault['why'], { message: Bilingual; hint: Bilingual }>> = {
  SIZE: {
    message: {
      vi: `Tệp lớn hơn ${MOST_FILE_BYTES / 1024 / 1024} MB.`,
      en: `The file is larger than ${MOST_FILE_BYTES / 1024 / 1024} MB.`,
    },
    hint: {
      vi: 'Chỉ nộp biểu số liệu, bỏ hình ảnh và trang tính không cần thiết.',
      en: 'Send the table only, without pictures and other sheets.',
    },
  },
  BOMB: {
    message: {
      vi: 'Nội dung tệp sau khi giải nén quá lớn so với một báo cáo.',
      en: 'The unpacked content is far too large for a report.',
    },
    hint: {
      vi: 'Sao chép riêng biểu số liệu sang tệp mới rồi nộp lại.',
      en: 'Copy the table alone into a new file and send that.',
    },
  },
  PASSWORD: {
    message: {
      vi: 'Tệp được đặt mật khẩu nên không mở được.',
      en: 'The file is protected by a password and cannot be opened.',
    },
    hint: {
      vi: 'Bỏ mật khẩu mở tệp rồi nộp lại; không gửi mật khẩu kèm theo.',
      en: 'Remove the opening password and send it again; do not send the password.',
    },
  },
  KIND: {
    message: {
      vi: 'Tệp không phải là Excel (.xlsx, .xls) hay CSV.',
      en: 'The file is neither Excel (.xlsx, .xls) nor CSV.',
    },
    hint: RESAVE,
  },
  BROKEN: {
    message: { vi: 'Tệp bị hỏng hoặc không đầy đủ nên không mở được.', en: 'The file is broken or incomplete.' },
    hint: RESAVE,
  },
  DTD: {
    message: {
      vi: 'Tệp chứa khai báo (DTD) mà tệp Excel thông thường không có nên bị từ chối.',
      en: 'The file contains declarations (a DTD) that no ordinary workbook has; it is refused.',
    },
    hint: RESAVE,
  },
  TEXT: {
    message: {
      vi: 'Tệp văn bản không dùng bảng mã UTF-8 hoặc UTF-16.',
      en: 'The text file is neither UTF-8 nor UTF-16.',
    },
    hint: RESAVE,
  },
  QUOTES: {
    message: {
      vi: 'Tệp CSV có dấu nháy kép không đóng hoặc đặt sai chỗ.',
      en: 'The CSV file has a quotation mark that is not closed or misplaced.',
    },
    hint: RESAVE,
  },
  EMPTY: { message: { vi: 'Tệp rỗng.', en: 'The file is empty.' }, hint: RESAVE },
};

/** A file that could not be opened. */
export function openIssue(fault: OpenFault): Issue {
  return ofFile(fault.code, 'ERROR', WHY[fault.why]);
}

/** No sheet, or more than one, holds the form's table. */
export function tableIssue(why: 'FOUND' | 'NONE' | 'SEVERAL', form: FormSpec): Issue {
  const name = `${form.code} “${form.titleVi}”`;
  return ofFile('UNREADABLE_FILE', 'ERROR', {
    message:
      why === 'SEVERAL'
        ? {
            vi: `Có nhiều trang tính cùng chứa biểu ${name}, không rõ trang nào là báo cáo.`,
            en: `Several sheets hold the form ${name}; which one is the report is not clear.`,
          }
        : { vi: `Không tìm thấy bảng số liệu theo biểu ${name}.`, en: `No table of the form ${name} was found.` },
    hint:
      why === 'SEVERAL'
        ? { vi: 'Chỉ để lại trang tính của kỳ báo cáo này.', en: 'Keep only the sheet of this period.' }
        : {
            vi: 'Kiểm tra tiêu đề cột (Chỉ tiêu, Đơn vị tính, Thực hiện kỳ này…) và phông chữ Unicode.',
            en: 'Check the column headings and that the font is Unicode.',
          },
  });
}

/** A stamp of secrecy: nothing of the file may be kept or quoted, not even where the stamp stood. */
export function secretIssue(): Issue {
  return ofFile('SECRET_MARKED', 'ERROR', {
    message: {
      vi: 'Tệp có dấu chỉ độ mật nên không được tiếp nhận và không được lưu lại.',
      en: 'The file bears a stamp of secrecy; it is not accepted and not kept.',
    },
    hint: {
      vi: 'Gửi tài liệu mật theo đúng quy định về bảo vệ bí mật nhà nước.',
      en: 'Send secret documents by the channel that the law provides.',
    },
  });
}

/** A list of persons: nothing of the file may be kept or quoted. */
export function personalDataIssue(): Issue {
  return ofFile('PERSONAL_DATA', 'ERROR', {
    message: {
      vi: 'Tệp có danh sách cá nhân (dữ liệu cá nhân) nên không được tiếp nhận và không được lưu lại.',
      en: 'The file holds a list of persons (personal data); it is not accepted and not kept.',
    },
    hint: {
      vi: 'Bỏ danh sách cá nhân, chỉ nộp số liệu tổng hợp.',
      en: 'Remove the list and send aggregate numbers only.',
    },
  });
}

/** The texts were in TCVN3 and have been converted. */
export function legacyEncodingWarning(): Issue {
  return ofFile('LEGACY_ENCODING', 'WARNING', {
    message: {
      vi: 'Tệp dùng phông chữ cũ (TCVN3); chữ đã được chuyển sang Unicode.',
      en: 'The texts are in an old font encoding (TCVN3) and were converted.',
    },
    hint: { vi: 'Lần sau nên soạn bằng phông chữ Unicode.', en: 'Use a Unicode font next time.' },
  });
}

/** Formulas refer to other workbooks; their stored results were read. */
export function externalLinkWarning(): Issue {
  return ofFile('EXTERNAL_LINK', 'WARNING', {
    message: {
      vi: 'Tệp có công thức liên kết tới tệp khác; hệ thống đọc kết quả đã lưu trong tệp.',
      en: 'Formulas refer to other files; the results stored in this one were read.',
    },
    hint: { vi: 'Thay công thức liên kết bằng số trước khi nộp.', en: 'Replace such formulas by their numbers.' },
  });
}
