import type { RecordKind } from '../../ground/record/record-kind.ts';
import { personSortKey } from './person-sort-key.ts';
import { OfficeRow, PersonRow } from './person.row.ts';

/** How persons are written and kept. An office keeps its key through corrections: signatures name it. */
export const personKind: RecordKind = {
  type: 'Person',
  row: PersonRow,
  titled: { by: 'name', key: personSortKey },
  sourced: true,
  parts: {
    offices: {
      row: OfficeRow,
      parent: 'personId',
      order: ['ordinal', 'id'],
      sourced: true,
      same: ['organisationId', 'title'],
    },
  },
};
