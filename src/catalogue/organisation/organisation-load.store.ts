import type { Tx } from '../../ground/database/data-source.ts';
import { fold } from '../../ground/text/fold.ts';
import { sortKey } from '../../ground/text/sort-key.ts';
import { syncTable, type TableChange } from '../table-sync.store.ts';
import { organisationVersions } from './organisation-version.ts';
import type { OrganisationEdgeSeed, OrganisationSeed } from './organisation.seed.ts';

const DAYS = { valid_from: 'date', valid_to: 'date' } as const;

/**
 * Makes the tables of actors hold these; their provinces must be loaded. Actors that the seeds no longer have stay, and so does
 * whatever was registered in this hub.
 */
export async function loadOrganisations(
  tx: Tx,
  organisations: readonly OrganisationSeed[],
  edges: readonly OrganisationEdgeSeed[],
): Promise<Record<string, TableChange>> {
  return {
    organisation: await syncTable(tx, {
      table: 'organisation',
      key: ['id'],
      columns: { id: 'integer', kind: 'text', code: 'text', province_id: 'integer', ...DAYS },
      rows: organisations.map((one) => ({
        id: one.id,
        kind: one.kind,
        code: one.code,
        province_id: one.provinceId,
        valid_from: one.validFrom,
        valid_to: one.validTo,
      })),
      spare: 'registered',
    }),
    organisation_version: await loadVersions(tx, organisations),
    organisation_edge: await syncTable(tx, {
      table: 'organisation_edge',
      key: ['predecessor_id', 'successor_id', 'on_date'],
      columns: { predecessor_id: 'integer', successor_id: 'integer', on_date: 'date', extent: 'text' },
      rows: edges.map((edge) => ({
        predecessor_id: edge.predecessorId,
        successor_id: edge.successorId,
        on_date: edge.on,
        extent: edge.type,
      })),
      prune: ['predecessor_id', 'successor_id', 'on_date'],
      spare: 'registered',
    }),
  };
}

function loadVersions(tx: Tx, organisations: readonly OrganisationSeed[]): Promise<TableChange> {
  return syncTable(tx, {
    table: 'organisation_version',
    key: ['organisation_id', 'version'],
    columns: {
      organisation_id: 'integer',
      version: 'integer',
      parent_id: 'integer',
      name: 'text',
      name_en: 'text',
      abbreviation: 'text',
      sort_key: 'text',
      folded: 'text',
      ...DAYS,
    },
    rows: organisations.flatMap((one) =>
      organisationVersions(one).map((version, at) => ({
        organisation_id: one.id,
        version: at + 1,
        parent_id: version.parentId,
        name: version.name,
        name_en: version.nameEn,
        abbreviation: version.abbreviation,
        sort_key: sortKey(version.name),
        folded: [version.name, version.abbreviation, version.nameEn].map(fold).join('\n'),
        valid_from: version.validFrom,
        valid_to: version.validTo,
      })),
    ),
    prune: ['organisation_id', 'version'],
    spare: 'registered',
    instead: ['organisation_id'],
  });
}
