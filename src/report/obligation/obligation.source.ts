import type { ListSource } from '../../ground/database/list-source.ts';
import type { ListDefinition } from '../../ground/gql/connection.ts';
import { recordSource } from '../../ground/record/record.source.ts';
import { RECORD_NEEDS } from '../../ground/record/record.type.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { agreementSource } from '../../record/agreement/agreement.source.ts';
import { recordRelations, recordSpecials } from '../../record/common/record-list.ts';
import { ObligationRow } from './obligation.row.ts';
import { type Obligation, toObligation } from './obligation.type.ts';

/** Obligations as the viewer sees them, under the alias `ob0`; names in filters are those of the day (ISO date). */
function obligationSource(viewer: Viewer, on: string): ListSource {
  return recordSource(ObligationRow, 'obligation', 'ob0', viewer, 'Obligation', {
    name: 'obligations',
    fields: {
      kind: { sql: 'ob0.kind', type: 'text', orderable: true },
      frequency: { sql: 'ob0.frequency', type: 'text' },
      firstYear: { sql: 'ob0.first_year', type: 'integer' },
      lastYear: { sql: 'ob0.last_year', type: 'integer' },
      beginning: { sql: 'coalesce(ob0.first_year, 9999)', type: 'integer', orderable: true },
    },
    relations: {
      ...recordRelations('ob0', on),
      agreement: { source: () => agreementSource(viewer, on), on: 'ag0.id = ob0.agreement_id' },
    },
    special: recordSpecials('ob0'),
  });
}

const NEEDS = { ...RECORD_NEEDS, agreement: ['agreementId'], years: [] };

/** The list of obligations, by their first year. */
export function obligationList(viewer: Viewer, on: string): ListDefinition<ObligationRow, Obligation> {
  return {
    type: 'Obligation',
    source: obligationSource(viewer, on),
    convert: toObligation,
    defaultOrder: [{ field: 'beginning', direction: 'ASC' }],
    always: ['id'],
    needs: NEEDS,
    variant: on,
  };
}
