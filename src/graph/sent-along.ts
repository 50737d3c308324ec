import { MOST_ATTACHMENTS, type SentAlong } from '../report/attachment/check-attachments.ts';
import { badForm, type Form, type FormFile, type FormRules } from './multipart.ts';

/** Parts of a form that are files of a report beside its workbook. */
const PARTS = { signed: 'SIGNED_DOCUMENT', narrative: 'NARRATIVE', attachment: 'OTHER' } as const;

function kindOf({ field }: FormFile): (typeof PARTS)[keyof typeof PARTS] | undefined {
  return Object.hasOwn(PARTS, field) ? PARTS[field as keyof typeof PARTS] : undefined;
}

/** Files a form may have beside a workbook. */
export const MOST_ALONG = MOST_ATTACHMENTS + 1;

/** What of a form goes along with a workbook, and the other files. Raises `HubError` BAD_USER_INPUT where there are too many. */
export function sentAlong({ fields, files }: Form, rules: FormRules): { sent: SentAlong; others: readonly FormFile[] } {
  const along = files.flatMap((file) => {
    const kind = kindOf(file);
    return kind === undefined ? [] : [{ kind, name: file.name, bytes: file.bytes }];
  });
  const signed = along.filter(({ kind }) => kind === 'SIGNED_DOCUMENT').length;
  if (signed > 1) throw badForm(rules, 'chỉ gửi một văn bản ký', 'send one signed document');
  if (along.length - signed > MOST_ATTACHMENTS) {
    const most = MOST_ATTACHMENTS;
    throw badForm(rules, `tối đa ${most} tệp kèm theo`, `at most ${most} files beside the signed document`);
  }
  const { documentNumber, documentDate, documentSubject, signerName, signerOffice } = fields;
  return {
    sent: { files: along, document: { documentNumber, documentDate, documentSubject, signerName, signerOffice } },
    others: files.filter((file) => kindOf(file) === undefined),
  };
}
