import type { RecordKind } from '../../ground/record/record-kind.ts';
import { OrganisationUnitEdgeRow, OrganisationUnitRow } from './unit.row.ts';

/** How grassroots units are written and kept. Where a unit came from is only ever added to. */
export const unitKind: RecordKind = {
  type: 'OrganisationUnit',
  row: OrganisationUnitRow,
  titled: { by: 'name' },
  sourced: true,
  parts: {
    predecessors: {
      row: OrganisationUnitEdgeRow,
      parent: 'successorId',
      order: ['predecessorId'],
      sourced: false,
      append: true,
    },
  },
};
