import { rowColumns } from '../database/row-columns.ts';
import { allColumns, type ListSource } from '../database/list-source.ts';
import type { ListDefinition } from '../gql/connection.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { namedFields, recordCircle, recordKey, spanField } from '../record/record.source.ts';
import { QuoteRow, SourceDocumentRow } from './document.row.ts';
import { type Quote, type SourceDocument, toQuote, toSourceDocument } from './source-document.type.ts';

/** The day of publication in Vietnam. */
const PUBLISHED = `(d0.published_at at time zone 'Asia/Ho_Chi_Minh')::date`;

/** Documents as the viewer sees them. */
function documentSource(viewer: Viewer): ListSource {
  const select = rowColumns(SourceDocumentRow, 'd0');
  return {
    name: 'documents',
    from: 'source_document d0',
    columns: allColumns(select),
    select,
    key: [{ sql: 'd0.id', type: 'integer' }],
    always: recordCircle(viewer, 'd0'),
    fields: {
      id: { sql: 'd0.id', type: 'integer', decode: (id) => recordKey('SourceDocument', id) },
      kind: { sql: 'd0.kind', type: 'text' },
      title: { sql: 'd0.title', type: 'text', folded: 'd0.folded' },
      sortKey: namedFields('d0')['sortKey'] ?? { sql: 'd0.sort_key', type: 'text' },
      type: { sql: 'd0.type', type: 'text' },
      symbol: { sql: 'd0.symbol', type: 'text' },
      number: { sql: 'd0.number', type: 'integer' },
      year: { sql: 'd0.year', type: 'integer' },
      published: {
        sql: `coalesce(${PUBLISHED}, 'infinity'::date)`,
        known: PUBLISHED,
        type: 'date',
        orderable: true,
      },
      dated: spanField('d0', 'dated'),
    },
  };
}

/** The list of documents, by title. */
export function documentList(viewer: Viewer): ListDefinition<SourceDocumentRow, SourceDocument> {
  return {
    type: 'SourceDocument',
    source: documentSource(viewer),
    convert: toSourceDocument,
    defaultOrder: [{ field: 'sortKey', direction: 'ASC' }],
    always: ['id'],
    needs: DOCUMENT_NEEDS,
  };
}

const DOCUMENT_NEEDS = {
  id: [],
  number: ['symbol', 'number', 'type', 'year', 'style'],
  dated: ['datedEarliest', 'datedLatest'],
  issuer: ['issuerId'],
  visibility: ['exposure'],
  province: ['provinceId'],
  keeper: ['keeperId'],
  versions: [],
} as const;

/** Quotes of the documents that the viewer sees. */
export function quoteList(viewer: Viewer): ListDefinition<QuoteRow, Quote> {
  const select = rowColumns(QuoteRow, 'q0');
  return {
    type: 'Quote',
    source: {
      name: 'quotes',
      from: 'quote q0',
      columns: allColumns(select),
      select,
      key: [{ sql: 'q0.id', type: 'integer' }],
      always: `exists (select 1 from source_document d1 where d1.id = q0.document_id and ${recordCircle(viewer, 'd1')})`,
      fields: { key: { sql: 'q0.key', type: 'text', orderable: true } },
    },
    convert: toQuote,
    defaultOrder: [{ field: 'key', direction: 'ASC' }],
    always: ['id'],
    needs: QUOTE_NEEDS,
  };
}

const QUOTE_NEEDS = { id: [], document: ['documentId'] } as const;
