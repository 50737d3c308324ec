import type { Bilingual, Issue } from '../intake/reading.ts';
import type { FileFault } from '../intake/inspect/file-kind.ts';

const AS_PDF: Bilingual = {
  vi: 'Lưu lại ở dạng PDF, DOCX, XLSX hoặc ODT rồi gửi lại.',
  en: 'Save it as PDF, DOCX, XLSX or ODT and send it again.',
};

interface Words {
  readonly code: Issue['code'];
  readonly says: Bilingual;
  readonly hint: Bilingual;
}

const FAULTS: Readonly<Record<Exclude<FileFault, 'SECRET' | 'PERSONS'>, Words>> = {
  EMPTY: { code: 'UNREADABLE_FILE', says: { vi: 'tệp rỗng.', en: 'the file is empty.' }, hint: AS_PDF },
  SIZE: {
    code: 'TOO_LARGE',
    says: { vi: 'tệp lớn hơn 20 MB.', en: 'the file is larger than 20 MB.' },
    hint: { vi: 'Giảm độ phân giải của bản quét hoặc chia tệp.', en: 'Scan at a lower resolution, or split the file.' },
  },
  BOMB: {
    code: 'TOO_LARGE',
    says: {
      vi: 'nội dung sau khi giải nén quá lớn so với một văn bản.',
      en: 'its unpacked content is too large for a paper.',
    },
    hint: AS_PDF,
  },
  BROKEN: {
    code: 'UNREADABLE_FILE',
    says: { vi: 'tệp bị hỏng hoặc không đầy đủ.', en: 'the file is broken or incomplete.' },
    hint: AS_PDF,
  },
  KIND: {
    code: 'ATTACHMENT_KIND',
    says: {
      vi: 'không phải là PDF, DOCX, XLSX, ODT, PNG hay JPEG (xét theo nội dung, không theo tên tệp).',
      en: 'it is none of PDF, DOCX, XLSX, ODT, PNG, JPEG (by its bytes, not by its name).',
    },
    hint: AS_PDF,
  },
  OLD_OFFICE: {
    code: 'ATTACHMENT_KIND',
    says: {
      vi: 'là tệp Office dạng cũ (.doc, .xls, .ppt), không tiếp nhận ở phần tệp kèm theo.',
      en: 'it is an Office file of the old kind (.doc, .xls, .ppt), which is not attached.',
    },
    hint: AS_PDF,
  },
  PROGRAM: {
    code: 'ATTACHMENT_KIND',
    says: { vi: 'là chương trình hoặc có chứa chương trình.', en: 'it is a program, or holds one.' },
    hint: AS_PDF,
  },
  MACROS: {
    code: 'MACROS',
    says: { vi: 'tệp có chứa macro.', en: 'the file holds macros.' },
    hint: {
      vi: 'Lưu lại ở dạng không có macro (.docx, .xlsx, .odt) hoặc PDF rồi gửi lại.',
      en: 'Save it without macros (.docx, .xlsx, .odt) or as PDF, and send it again.',
    },
  },
  PASSWORD: {
    code: 'ENCRYPTED_FILE',
    says: {
      vi: 'tệp được đặt mật khẩu hoặc bị hạn chế quyền (mã hóa).',
      en: 'the file is protected by a password or restricted (encrypted).',
    },
    hint: {
      vi: 'Bỏ mật khẩu và hạn chế quyền rồi gửi lại; không gửi mật khẩu kèm theo.',
      en: 'Remove the password and the restrictions and send it again; do not send the password.',
    },
  },
  FAILED: {
    code: 'UNREADABLE_FILE',
    says: {
      vi: 'chương trình kiểm tra tệp đã dừng giữa chừng hoặc chạy quá lâu; tệp chưa được tiếp nhận và không được lưu lại.',
      en: 'the program that looks at files ended early or took too long; the file was not taken in and is not kept.',
    },
    hint: AS_PDF,
  },
};

function issue(
  code: Issue['code'],
  severity: Issue['severity'],
  words: Omit<Issue, 'code' | 'severity' | 'sheet' | 'cell'>,
): Issue {
  return { code, severity, sheet: null, cell: null, ...words };
}

/** Why a file is refused. Of one with a stamp of secrecy or a list of persons not even its name is told. */
export function fileIssue(fault: FileFault, name: string): Issue {
  if (fault === 'SECRET') return SECRET;
  if (fault === 'PERSONS') return PERSONS;
  const { code, says, hint } = FAULTS[fault];
  const message = { vi: `Tệp kèm theo “${name}”: ${says.vi}`, en: `Attached file “${name}”: ${says.en}` };
  return issue(code, 'ERROR', { message, hint, read: name });
}

const SECRET = issue('SECRET_MARKED', 'ERROR', {
  message: {
    vi: 'Một tệp kèm theo có dấu chỉ độ mật nên không được tiếp nhận và không được lưu lại.',
    en: 'An attached file bears a stamp of secrecy; it is not accepted and not kept.',
  },
  hint: {
    vi: 'Gửi tài liệu mật theo đúng quy định về bảo vệ bí mật nhà nước.',
    en: 'Send secret documents by the channel that the law provides.',
  },
});

const PERSONS = issue('PERSONAL_DATA', 'ERROR', {
  message: {
    vi: 'Một tệp kèm theo có danh sách cá nhân (số định danh) nên không được tiếp nhận và không được lưu lại.',
    en: 'An attached file holds a list of persons (identity numbers); it is not accepted and not kept.',
  },
  hint: { vi: 'Bỏ danh sách cá nhân rồi gửi lại.', en: 'Remove the list and send it again.' },
});

/** The signed document is a PDF: what was signed is a page, not a text that can be edited. */
export function signedIsNoPdf(name: string): Issue {
  return issue('ATTACHMENT_KIND', 'ERROR', {
    message: {
      vi: `Văn bản ký “${name}” không phải là PDF.`,
      en: `The signed document “${name}” is not a PDF.`,
    },
    hint: { vi: 'Gửi bản PDF đã ký số hoặc bản quét PDF.', en: 'Send the PDF that was signed, or a scan as PDF.' },
    read: name,
  });
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  documentNumber: 'số, ký hiệu',
  documentDate: 'ngày văn bản',
  documentSubject: 'trích yếu',
  signerName: 'họ tên người ký',
  signerOffice: 'chức vụ người ký',
};

/** What can be wrong with what is said of a signed document. */
export const documentIssues = {
  missing: (names: readonly string[]) =>
    issue('SIGNED_DOCUMENT', 'ERROR', {
      message: {
        vi: `Văn bản ký thiếu ${names.map((name) => `${FIELD_NAMES[name]} (${name})`).join(', ')}.`,
        en: `The signed document lacks ${names.join(', ')}.`,
      },
      hint: {
        vi: 'Ghi số, ký hiệu, ngày, trích yếu và người ký đúng như trên văn bản.',
        en: 'Give number, date, subject and signer as the document has them.',
      },
    }),
  number: (came: string) =>
    issue('DOCUMENT_NUMBER', 'ERROR', {
      message: {
        vi: `Số, ký hiệu văn bản cần có dạng 125/BC-LĐLĐ, 12/UBND-KGVX hoặc 225-BC/TWĐTN-CTTN; nhận được “${came}”.`,
        en: `A document number reads 125/BC-LĐLĐ, 12/UBND-KGVX or 225-BC/TWĐTN-CTTN; got “${came}”.`,
      },
      hint: { vi: 'Ghi đủ số và ký hiệu như trên văn bản.', en: 'Give number and symbol as the document has them.' },
      read: came,
    }),
  date: (came: string) =>
    issue('DOCUMENT_DATE', 'ERROR', {
      message: {
        vi: `Ngày văn bản cần có dạng 20/06/2026 (ngày/tháng/năm) và là ngày có thật; nhận được “${came}”.`,
        en: `The date of the document reads 20/06/2026 (day, month, year) or 2026-06-20, a day that exists; got “${came}”.`,
      },
      read: came,
    }),
  otherYear: (symbol: string, date: string) =>
    issue('DOCUMENT_DATE', 'ERROR', {
      message: {
        vi: `Ký hiệu ${symbol} ghi một năm khác với ngày văn bản (${date}).`,
        en: `The symbol ${symbol} names another year than the date of the document (${date}).`,
      },
      hint: { vi: 'Sửa lại số, ký hiệu hoặc ngày.', en: 'Correct the number or the date.' },
      read: date,
    }),
  tooLong: (name: string, came: number, most: number) =>
    issue('SIGNED_DOCUMENT', 'ERROR', {
      message: {
        vi: `Phần ${FIELD_NAMES[name]} dài ${came} ký tự, tối đa ${most}.`,
        en: `${name} has ${came} characters, at most ${most} are kept.`,
      },
    }),
  withoutFile: () =>
    issue('SIGNED_DOCUMENT', 'ERROR', {
      message: {
        vi: 'Có thông tin văn bản ký nhưng thiếu tệp văn bản ký (signed).',
        en: 'A signed document is described, and its file (signed) is missing.',
      },
      hint: { vi: 'Gửi kèm bản PDF đã ký.', en: 'Send the signed PDF along.' },
    }),
  duplicate: (symbol: string, year: number, reports: readonly string[]) =>
    issue('DUPLICATE_DOCUMENT', 'WARNING', {
      message: {
        vi: `Văn bản ${symbol} năm ${year} của tổ chức này đã kèm theo ${reports.map((one) => `báo cáo ${one}`).join(', ')}.`,
        en: `Document ${symbol} of ${year} of this organisation already goes with ${reports.map((one) => `report ${one}`).join(', ')}.`,
      },
      hint: {
        vi: 'Kiểm tra lại số, ký hiệu; nếu một văn bản gửi chung nhiều báo cáo thì không cần sửa.',
        en: 'Check the number; nothing needs to be done where one document covers several reports.',
      },
      read: symbol,
    }),
} as const;
