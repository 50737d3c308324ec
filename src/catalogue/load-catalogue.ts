import type { Tx } from '../ground/database/data-source.ts';
import { loadForms } from './form/form-load.store.ts';
import { formSeeds } from './form/form.seed.ts';
import type { FormSpec } from './form/form.spec.ts';
import { loadIndicators } from './indicator/indicator-load.store.ts';
import { type IndicatorSeed, indicatorSeeds } from './indicator/indicator.seed.ts';
import { loadOrganisations } from './organisation/organisation-load.store.ts';
import {
  type OrganisationEdgeSeed,
  organisationEdgeSeeds,
  type OrganisationSeed,
  organisationSeeds,
} from './organisation/organisation.seed.ts';
import { loadPlaces } from './place/place-load.store.ts';
import {
  type PlaceEdgeSeed,
  placeEdgeSeeds,
  type PlaceSeed,
  placeSeeds,
  type PlaceTileSeed,
  placeTileSeeds,
} from './place/place.seed.ts';
import { analyseTables, lockCatalogue, type TableChange } from './table-sync.store.ts';

/** Everything that is loaded. */
export interface CatalogueSeeds {
  readonly places: readonly PlaceSeed[];
  readonly placeEdges: readonly PlaceEdgeSeed[];
  readonly placeTiles: readonly PlaceTileSeed[];
  readonly organisations: readonly OrganisationSeed[];
  readonly organisationEdges: readonly OrganisationEdgeSeed[];
  readonly indicators: readonly IndicatorSeed[];
  readonly forms: readonly FormSpec[];
}

/** What a load did, in all and table by table; all zero where the database held the catalogue already. */
export interface CatalogueLoad extends TableChange {
  readonly tables: Readonly<Record<string, TableChange>>;
}

/** The catalogue that ships with the hub. Throws when a data file is faulty. */
export function catalogueSeeds(): CatalogueSeeds {
  return {
    places: placeSeeds(),
    placeEdges: placeEdgeSeeds(),
    placeTiles: placeTileSeeds(),
    organisations: organisationSeeds(),
    organisationEdges: organisationEdgeSeeds(),
    indicators: indicatorSeeds(),
    forms: formSeeds(),
  };
}

/**
 * Brings the catalogue in the database up to the seeds, as the owner (the hub's own logins may only read it). Give it
 * one transaction. Loading twice changes nothing; a changed definition of an indicator or form becomes a new version.
 * `progress` hears one line for each table that changed.
 */
export async function loadCatalogue(
  ownerTx: Tx,
  progress: (text: string) => void = () => undefined,
  seeds: CatalogueSeeds = catalogueSeeds(),
): Promise<CatalogueLoad> {
  await lockCatalogue(ownerTx);
  const tables = {
    ...(await loadPlaces(ownerTx, seeds.places, seeds.placeEdges, seeds.placeTiles)),
    ...(await loadOrganisations(ownerTx, seeds.organisations, seeds.organisationEdges)),
    ...(await loadIndicators(ownerTx, seeds.indicators)),
    ...(await loadForms(ownerTx, seeds.forms)),
  };
  const touched = Object.entries(tables).filter(([, change]) => sizeOf(change) > 0);
  for (const [table, { inserted, changed, removed }] of touched) {
    progress(`${table}: ${inserted} inserted, ${changed} changed, ${removed} removed`);
  }
  if (touched.length > 0)
    await analyseTables(
      ownerTx,
      touched.map(([table]) => table),
    );
  const total = (pick: (change: TableChange) => number): number =>
    Object.values(tables).reduce((sum, change) => sum + pick(change), 0);
  return {
    tables,
    inserted: total(({ inserted }) => inserted),
    changed: total(({ changed }) => changed),
    removed: total(({ removed }) => removed),
  };
}

function sizeOf({ inserted, changed, removed }: TableChange): number {
  return inserted + changed + removed;
}
