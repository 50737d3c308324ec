import type { ListSource } from '../../ground/database/list-source.ts';
import type { ListDefinition } from '../../ground/gql/connection.ts';
import { namedFields, partList, recordSource, spanField } from '../../ground/record/record.source.ts';
import { RECORD_NEEDS } from '../../ground/record/record.type.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { everyOrganisationSource } from '../organisation/organisation.source.ts';
import { recordRelations, recordsWithin } from '../organisation/record-list.ts';
import { everyPlaceSource } from '../place/place.source.ts';
import { OrganisationUnitEdgeRow, OrganisationUnitRow } from './unit.row.ts';
import { type OrganisationUnit, toUnit, toUnitSuccession } from './unit.type.ts';

/** Units as the viewer sees them, under the alias `u0`; names in filters are those of the day (ISO date). */
export function unitSource(viewer: Viewer, on: string): ListSource {
  return recordSource(OrganisationUnitRow, 'organisation_unit', 'u0', viewer, 'OrganisationUnit', {
    name: 'organisationUnits',
    fields: {
      ...namedFields('u0'),
      kind: { sql: 'u0.kind', type: 'text' },
      sector: { sql: 'u0.sector', type: 'text' },
      endKind: { sql: 'u0.end_kind', type: 'text' },
      founded: spanField('u0', 'founded'),
      ended: spanField('u0', 'ended'),
    },
    relations: {
      ...recordRelations('u0', on),
      organisation: { source: () => everyOrganisationSource(on), on: 'o0.id = u0.organisation_id' },
      place: { source: () => everyPlaceSource(on), on: 'p0.id = u0.place_id' },
    },
    special: {
      within: recordsWithin('u0.province_id', 'u0.place_id'),
      living: (value: unknown) => `(u0.end_kind is null) = ${value === true}`,
    },
  });
}

const NEEDS = {
  ...RECORD_NEEDS,
  founded: ['foundedEarliest', 'foundedLatest'],
  ended: ['endedEarliest', 'endedLatest'],
  organisation: ['organisationId'],
  place: ['placeId'],
  predecessors: [],
  successors: [],
};

/** The list of units, by name. */
export function unitList(viewer: Viewer, on: string): ListDefinition<OrganisationUnitRow, OrganisationUnit> {
  return {
    type: 'OrganisationUnit',
    source: unitSource(viewer, on),
    convert: toUnit,
    defaultOrder: [{ field: 'sortKey', direction: 'ASC' }],
    always: ['id'],
    needs: NEEDS,
    variant: on,
  };
}

/** Units that a unit came from. */
export const unitPredecessors = partList(OrganisationUnitEdgeRow, 'organisation_unit_edge', 'ue0', {
  by: 'successor_id',
  order: 'ue0.on_date, ue0.predecessor_id',
  convert: (row) => toUnitSuccession(row, 'predecessorId'),
  needs: { unit: ['predecessorId'] },
  always: ['on'],
});

/** Units that a unit went into. */
export const unitSuccessors = partList(OrganisationUnitEdgeRow, 'organisation_unit_edge', 'ue0', {
  by: 'predecessor_id',
  order: 'ue0.on_date, ue0.successor_id',
  convert: (row) => toUnitSuccession(row, 'successorId'),
  needs: { unit: ['successorId'] },
  always: ['on'],
});
