import type { ListRelation, ListSource } from '../../ground/database/list-source.ts';
import type { ListDefinition } from '../../ground/gql/connection.ts';
import {
  namedFields,
  type PartList,
  partList,
  recordCircle,
  recordSource,
  spanField,
} from '../../ground/record/record.source.ts';
import { RECORD_NEEDS } from '../../ground/record/record.type.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { everyOrganisationSource } from '../organisation/organisation.source.ts';
import { recordRelations, recordSpecials } from '../organisation/record-list.ts';
import { OfficeRow, PersonRow } from './person.row.ts';
import { type Office, type Person, toOffice, toPerson } from './person.type.ts';

/** Persons as the viewer sees them, under the alias `pe0`; names in filters are those of the day (ISO date). */
export function personSource(viewer: Viewer, on: string): ListSource {
  return recordSource(PersonRow, 'person', 'pe0', viewer, 'Person', {
    name: 'persons',
    fields: namedFields('pe0'),
    relations: { ...recordRelations('pe0', on), offices: officeRelation(on) },
    special: recordSpecials('pe0'),
  });
}

function officeRelation(on: string): ListRelation {
  const source = (): ListSource => ({
    name: 'office',
    from: 'office of0',
    columns: 'of0.id',
    key: [{ sql: 'of0.id', type: 'integer' }],
    fields: {
      title: { sql: 'of0.title', type: 'text', folded: 'of0.folded' },
      since: spanField('of0', 'since'),
      until: spanField('of0', 'until'),
    },
    relations: { organisation: { source: () => everyOrganisationSource(on), on: 'o0.id = of0.organisation_id' } },
  });
  return { source, on: 'of0.person_id = pe0.id' };
}

/** The list of persons, by given name. */
export function personList(viewer: Viewer, on: string): ListDefinition<PersonRow, Person> {
  return {
    type: 'Person',
    source: personSource(viewer, on),
    convert: toPerson,
    defaultOrder: [{ field: 'sortKey', direction: 'ASC' }],
    always: ['id'],
    needs: RECORD_NEEDS,
    variant: on,
  };
}

const OFFICE = {
  convert: toOffice,
  needs: {
    id: [],
    since: ['sinceEarliest', 'sinceLatest'],
    until: ['untilEarliest', 'untilLatest'],
    person: ['personId'],
    organisation: ['organisationId'],
  },
  key: 'id',
  always: ['id'],
} as const;

const OF_PERSON = partList(OfficeRow, 'office', 'of0', {
  ...OFFICE,
  by: 'person_id',
  order: 'of0.ordinal, of0.id',
});

const OF_ORGANISATION = partList(OfficeRow, 'office', 'of0', {
  ...OFFICE,
  by: 'organisation_id',
  order: 'of0.since_earliest nulls last, of0.id',
});

/** Without the offices of persons whom the viewer does not see. */
function seen(list: PartList<OfficeRow, Office>, viewer: Viewer): PartList<OfficeRow, Office> {
  const always = `exists (select 1 from person pe1 where pe1.id = of0.person_id and ${recordCircle(viewer, 'pe1')})`;
  return { ...list, source: { ...list.source, always } };
}

/** The offices of a person, in the order of the source; by their keys too, for what names them one by one. */
export function officeParts(viewer: Viewer): PartList<OfficeRow, Office> {
  return seen(OF_PERSON, viewer);
}

/** The offices of an organisation, by when they are known from. */
export function officesOfOrganisation(viewer: Viewer): PartList<OfficeRow, Office> {
  return seen(OF_ORGANISATION, viewer);
}
