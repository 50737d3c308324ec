import type { FormSpec } from '../../../catalogue/form/form.spec.ts';
import { ofFile } from './issue.ts';
import { MOST_FILE_BYTES } from '../workbook/open-file.ts';
import type { OpenFault } from '../workbook/open-file.ts';
import type { Bilingual, Issue, IssueCode } from '../reading.ts';
import { MOST_XLS_BYTES } from '../workbook/xls-file.ts';

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
  XLS_SIZE: {
    message: {
      vi: `Tệp Excel đời cũ (.xls) lớn hơn ${MOST_XLS_BYTES / 1024 / 1024} MB.`,
      en: `The old-style workbook (.xls) is larger than ${MOST_XLS_BYTES / 1024 / 1024} MB.`,
    },
    hint: {
      vi: 'Lưu lại tệp ở dạng Excel hiện nay (.xlsx) rồi nộp lại.',
      en: 'Save it in today’s Excel format (.xlsx) and send that.',
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
      vi: 'Tệp không phải là Excel (.xlsx, .xls), OpenDocument (.ods) hay CSV.',
      en: 'The file is neither Excel (.xlsx, .xls), OpenDocument (.ods) nor CSV.',
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
      vi: 'Không nhận ra bảng mã tiếng Việt của tệp văn bản (UTF-8, UTF-16, TCVN3, VNI hoặc Windows-1258).',
      en: 'The encoding of the text file is not known (UTF-8, UTF-16, TCVN3, VNI or Windows-1258).',
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

const FAILED: Readonly<Record<'TIME' | 'MEMORY' | 'CRASH', { code: IssueCode; message: Bilingual }>> = {
  TIME: {
    code: 'UNREADABLE_FILE',
    message: {
      vi: 'Đọc tệp quá lâu nên đã dừng; tệp chưa được tiếp nhận và không được lưu lại.',
      en: 'Reading the file took too long and was stopped; it was not taken in and is not kept.',
    },
  },
  MEMORY: {
    code: 'TOO_LARGE',
    message: {
      vi: 'Đọc tệp cần quá nhiều bộ nhớ nên đã dừng; tệp chưa được tiếp nhận và không được lưu lại.',
      en: 'Reading the file needed too much memory and was stopped; it was not taken in and is not kept.',
    },
  },
  CRASH: {
    code: 'UNREADABLE_FILE',
    message: {
      vi: 'Chương trình đọc tệp đã dừng giữa chừng; tệp chưa được tiếp nhận và không được lưu lại.',
      en: 'The program that reads files ended before its time; the file was not taken in and is not kept.',
    },
  },
};

/** Reading itself failed. Whether the file may be kept was not yet known, so nothing of it is. */
export function failedIssue(failure: 'TIME' | 'MEMORY' | 'CRASH'): Issue {
  const { code, message } = FAILED[failure];
  return ofFile(code, 'ERROR', {
    message,
    hint: {
      vi: 'Gửi lại; nếu vẫn lỗi, sao chép riêng biểu số liệu sang tệp mới (.xlsx) rồi nộp.',
      en: 'Send it again; if that fails too, copy the table alone into a new workbook (.xlsx) and send that.',
    },
  });
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

/** Texts were in an encoding from before Unicode and have been converted. */
export function legacyEncodingWarning(): Issue {
  return ofFile('LEGACY_ENCODING', 'WARNING', {
    message: {
      vi: 'Tệp dùng phông chữ hoặc bảng mã cũ (TCVN3, VNI…); chữ đã được chuyển sang Unicode.',
      en: 'Texts are in an old font or encoding (TCVN3, VNI …) and were converted to Unicode.',
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
