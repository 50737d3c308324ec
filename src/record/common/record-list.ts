import { everyOrganisationSource } from '../../catalogue/organisation/organisation.source.ts';
import type { ListRelation, ListSource } from '../../ground/database/list-source.ts';

// Rooms of the catalogue have records too, so what every list shares stands there.
export {
  organisationKeyOf,
  placeKeyOf,
  recordGroupKeys,
  recordRelations,
  recordSpecials,
  recordsWithin,
  timeKeys,
} from '../../catalogue/organisation/record-list.ts';

/** The relation to the organisations that a table of roles joins to the rows of `alias`. */
export function roleRelation(table: string, key: string, alias: string, on: string): ListRelation {
  const source = (): ListSource => ({
    name: table,
    from: `${table} role0`,
    columns: 'role0.organisation_id',
    key: [{ sql: 'role0.organisation_id', type: 'integer' }],
    fields: { role: { sql: 'role0.role', type: 'text' } },
    relations: { organisation: { source: () => everyOrganisationSource(on), on: 'o0.id = role0.organisation_id' } },
  });
  return { source, on: `role0.${key} = ${alias}.id` };
}
