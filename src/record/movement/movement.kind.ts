import type { RecordKind } from '../../ground/record/record-kind.ts';
import { MovementLinkRow, MovementRoleRow, MovementRow } from './movement.row.ts';

/** How movements are written and kept. */
export const movementKind: RecordKind = {
  type: 'Movement',
  row: MovementRow,
  titled: { by: 'name', and: ['nameEn'] },
  sourced: true,
  parts: {
    roles: { row: MovementRoleRow, parent: 'movementId', order: ['organisationId', 'role'], sourced: true },
    links: { row: MovementLinkRow, input: 'linked', parent: 'movementId', order: ['linkedId'], sourced: true },
  },
};
