import type { RecordKind } from '../record/record-kind.ts';
import { QuoteRow, SourceDocumentRow } from './document.row.ts';

/** How documents are written and kept. They are sources themselves, so their rows have no columns of a source. */
export const documentKind: RecordKind = {
  type: 'SourceDocument',
  row: SourceDocumentRow,
  titled: { by: 'title', and: ['symbol'] },
  sourced: false,
  parts: { quotes: { row: QuoteRow, parent: 'documentId', order: ['key'], sourced: false, append: true } },
};
