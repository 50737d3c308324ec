import type { ListSource } from '../../ground/database/list-source.ts';
import type { ListDefinition } from '../../ground/gql/connection.ts';
import { namedFields, partList, recordSource, spanField } from '../../ground/record/record.source.ts';
import { RECORD_NEEDS } from '../../ground/record/record.type.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { toParticipation } from '../common/organisation-role.ts';
import { recordRelations, recordSpecials, roleRelation } from '../common/record-list.ts';
import { MovementLinkRow, MovementRoleRow, MovementRow } from './movement.row.ts';
import { type Movement, toMovement, toMovementLink } from './movement.type.ts';

/** Movements as the viewer sees them, under the alias `m0`; names in filters are those of the day (ISO date). */
export function movementSource(viewer: Viewer, on: string): ListSource {
  return recordSource(MovementRow, 'movement', 'm0', viewer, 'Movement', {
    name: 'movements',
    fields: {
      ...namedFields('m0'),
      launched: spanField('m0', 'launched'),
      ended: spanField('m0', 'ended'),
    },
    relations: {
      ...recordRelations('m0', on),
      roles: roleRelation('movement_role', 'movement_id', 'm0', on),
    },
    special: {
      ...recordSpecials('m0'),
      national: (value) => `(m0.national_id is null and m0.keeper_id is null) = ${value === true}`,
    },
  });
}

const NEEDS = {
  ...RECORD_NEEDS,
  name: ['name', 'nameEn'],
  launched: ['launchedEarliest', 'launchedLatest'],
  ended: ['endedEarliest', 'endedLatest'],
  national: ['nationalId'],
};

/** The list of movements, by name. */
export function movementList(viewer: Viewer, on: string): ListDefinition<MovementRow, Movement> {
  return {
    type: 'Movement',
    source: movementSource(viewer, on),
    convert: toMovement,
    defaultOrder: [{ field: 'sortKey', direction: 'ASC' }],
    always: ['id'],
    needs: NEEDS,
    variant: on,
  };
}

/** The organisations of a movement with their roles. */
export const movementRoles = partList(MovementRoleRow, 'movement_role', 'mr0', {
  by: 'movement_id',
  order: 'mr0.role, mr0.organisation_id',
  convert: toParticipation,
  needs: { organisation: ['organisationId'] },
});

/** Movements that a movement is tied to. */
export const movementLinks = partList(MovementLinkRow, 'movement_link', 'ml0', {
  by: 'movement_id',
  order: 'ml0.linked_id',
  convert: (row) => toMovementLink(row, 'linkedId'),
  needs: { movement: ['linkedId'] },
});

/** Movements that are tied to a movement. */
export const movementLinksBack = partList(MovementLinkRow, 'movement_link', 'ml0', {
  by: 'linked_id',
  order: 'ml0.movement_id',
  convert: (row) => toMovementLink(row, 'movementId'),
  needs: { movement: ['movementId'] },
});
