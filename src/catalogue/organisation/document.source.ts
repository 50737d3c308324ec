import type { ListSource } from '../../ground/database/list-source.ts';
import type { ListDefinition } from '../../ground/gql/connection.ts';
import type { SourceDocumentRow } from '../../ground/document/document.row.ts';
import { documentList } from '../../ground/document/document.source.ts';
import type { SourceDocument } from '../../ground/document/source-document.type.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { everyOrganisationSource } from './organisation.source.ts';
import { recordRelations, recordSpecials } from './record-list.ts';

/** Documents as the viewer sees them, under the alias `d0`, with the relations they can be filtered by; names are those of the day (ISO date). */
function relatedDocumentSource(viewer: Viewer, on: string): ListSource {
  return {
    ...documentList(viewer).source,
    relations: {
      ...recordRelations('d0', on),
      issuer: { source: () => everyOrganisationSource(on), on: 'o0.id = d0.issuer_id' },
    },
    special: recordSpecials('d0'),
  };
}

/** The list of documents, by title, to be filtered by what they belong to. */
export function relatedDocumentList(viewer: Viewer, on: string): ListDefinition<SourceDocumentRow, SourceDocument> {
  return { ...documentList(viewer), source: relatedDocumentSource(viewer, on), variant: on };
}
