import { named, type Tx } from '../../ground/database/data-source.ts';
import { fold } from '../../ground/text/fold.ts';
import { sortKey } from '../../ground/text/sort-key.ts';
import { syncTable, type TableChange } from '../table-sync.store.ts';
import type { PlaceEdgeSeed, PlaceSeed, PlaceTileSeed } from './place.seed.ts';

const DAYS = { valid_from: 'date', valid_to: 'date' } as const;
const PLACE_COLUMNS = {
  id: 'integer',
  level: 'text',
  code: 'text',
  province_id: 'integer',
  legacy_province_id: 'integer',
  ...DAYS,
} as const;

/**
 * Makes the tables of places hold these. Places that the seeds no longer have stay: reports may name them. So does whatever was
 * registered in this hub; where the seeds come to have a registered place, the registered one goes on standing for it.
 */
export async function loadPlaces(
  tx: Tx,
  given: readonly PlaceSeed[],
  edges: readonly PlaceEdgeSeed[],
  tiles: readonly PlaceTileSeed[],
): Promise<Record<string, TableChange>> {
  const registered = await registeredFor(tx, given);
  const places = given.filter(({ id }) => !registered.has(id));
  const standing = (id: number): number => registered.get(id) ?? id;
  return {
    place: await syncTable(tx, {
      table: 'place',
      key: ['id'],
      columns: PLACE_COLUMNS,
      rows: places.map((place) => ({
        id: place.id,
        level: place.level,
        code: place.code,
        province_id: place.provinceId,
        legacy_province_id: place.legacyProvinceId,
        valid_from: place.validFrom,
        valid_to: place.validTo,
      })),
      spare: 'registered',
    }),
    place_version: await loadVersions(tx, places),
    place_edge: await syncTable(tx, {
      table: 'place_edge',
      key: ['predecessor_id', 'successor_id', 'on_date'],
      columns: { predecessor_id: 'integer', successor_id: 'integer', on_date: 'date', extent: 'text' },
      rows: edges.map((edge) => ({
        predecessor_id: standing(edge.predecessorId),
        successor_id: standing(edge.successorId),
        on_date: edge.on,
        extent: edge.type,
      })),
      prune: ['predecessor_id', 'successor_id', 'on_date'],
      spare: 'registered',
    }),
    place_tile: await loadTiles(
      tx,
      tiles.map((tile) => ({ ...tile, placeId: standing(tile.placeId) })),
    ),
  };
}

/** The registered places (by the keys of the seeds) that had the code of a seed and its first day before the seeds did. */
async function registeredFor(tx: Tx, places: readonly PlaceSeed[]): Promise<Map<number, number>> {
  const rows = await named<{ id: number; code: string; validFrom: string | null }>(
    tx,
    'registeredPlaces',
    `select id, code, valid_from::text as "validFrom" from place where registered`,
  );
  const lives = new Map(rows.map(({ id, code, validFrom }) => [`${code} ${validFrom}`, id]));
  const pairs = places.map(({ id, code, validFrom }) => [id, lives.get(`${code} ${validFrom}`) ?? id] as const);
  return new Map(pairs.filter(([id, other]) => id !== other));
}

function loadTiles(tx: Tx, tiles: readonly PlaceTileSeed[]): Promise<TableChange> {
  return syncTable(tx, {
    table: 'place_tile',
    key: ['place_id'],
    columns: { place_id: 'integer', grid_column: 'integer', grid_row: 'integer', label: 'text' },
    rows: tiles.map((tile) => ({
      place_id: tile.placeId,
      grid_column: tile.column,
      grid_row: tile.row,
      label: tile.label,
    })),
    // A tile that moves goes before it comes back: its new cell may still be another's.
    prune: ['place_id', 'grid_column', 'grid_row'],
  });
}

function loadVersions(tx: Tx, places: readonly PlaceSeed[]): Promise<TableChange> {
  return syncTable(tx, {
    table: 'place_version',
    key: ['place_id', 'version'],
    columns: {
      place_id: 'integer',
      version: 'integer',
      parent_id: 'integer',
      type: 'text',
      name: 'text',
      name_en: 'text',
      short_name: 'text',
      sort_key: 'text',
      folded: 'text',
      ...DAYS,
    },
    rows: places.flatMap((place) =>
      place.names.map((names, at) => ({
        place_id: place.id,
        version: at + 1,
        parent_id: place.parentId,
        type: names.type,
        name: names.name,
        name_en: names.nameEn,
        short_name: names.shortName,
        sort_key: sortKey(names.shortName),
        folded: fold(names.name),
        valid_from: names.validFrom,
        valid_to: names.validTo,
      })),
    ),
    prune: ['place_id', 'version'],
    spare: 'registered',
    instead: ['place_id'],
  });
}
