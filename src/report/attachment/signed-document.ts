import { parseDocumentNumber } from '../../ground/document/document-number.ts';
import { isDate } from '../../ground/period/local-date.ts';
import { normalise } from '../../ground/text/fold.ts';
import type { Issue } from '../intake/reading.ts';
import { documentIssues } from './attachment-issue.ts';

/** What is said of a signed document, as it was sent. */
export interface GivenDocument {
  readonly documentNumber?: string | undefined;
  readonly documentDate?: string | undefined;
  readonly documentSubject?: string | undefined;
  readonly signerName?: string | undefined;
  readonly signerOffice?: string | undefined;
}

/** Names of what is said of a signed document, as fields of a form. */
export const DOCUMENT_FIELDS = [
  'documentNumber',
  'documentDate',
  'documentSubject',
  'signerName',
  'signerOffice',
] as const satisfies readonly (keyof GivenDocument)[];

/** A signed document whose parts are understood. */
export interface SignedPaper {
  /** As it is written, without stray spaces. */
  readonly number: string;
  /** Letters of the type; empty for a plain letter. */
  readonly type: string;
  readonly sequence: number;
  readonly year: number;
  /** Local ISO date. */
  readonly date: string;
  readonly subject: string;
  readonly signerName: string;
  readonly signerOffice: string | null;
}

const REQUIRED = ['documentNumber', 'documentDate', 'documentSubject', 'signerName'] as const;
/** Characters of a subject; those of a name or an office are far fewer. */
const MOST_SUBJECT = 1000;
const MOST_NAME = 200;

/** Reads what is said of a signed document: the document, or everything that is wrong with it. */
export function readSignedDocument(given: GivenDocument): SignedPaper | Issue[] {
  const text = (name: keyof GivenDocument): string => normalise(given[name] ?? '');
  const missing = REQUIRED.filter((name) => text(name) === '');
  const issues: Issue[] = missing.length > 0 ? [documentIssues.missing(missing)] : [];
  const number = parseDocumentNumber(text('documentNumber'));
  if (number === null && !missing.includes('documentNumber'))
    issues.push(documentIssues.number(text('documentNumber')));
  const date = readDate(text('documentDate'));
  if (date === null && !missing.includes('documentDate')) issues.push(documentIssues.date(text('documentDate')));
  for (const name of ['documentSubject', 'signerName', 'signerOffice'] as const) {
    const most = name === 'documentSubject' ? MOST_SUBJECT : MOST_NAME;
    if (text(name).length > most) issues.push(documentIssues.tooLong(name, text(name).length, most));
  }
  const year = Number(date?.slice(0, 4));
  if (date && number?.year && number.year !== year) issues.push(documentIssues.otherYear(number.symbol, date));
  if (issues.length > 0 || number === null || date === null) return issues;
  return {
    number: number.symbol,
    type: number.type ?? '',
    sequence: number.number,
    year,
    date,
    subject: text('documentSubject'),
    signerName: text('signerName'),
    signerOffice: text('signerOffice') || null,
  };
}

/** Day first, as Vietnamese papers write it, or ISO. Never by `Date`, which takes the month first. */
function readDate(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(iso) ? iso : null;
}
