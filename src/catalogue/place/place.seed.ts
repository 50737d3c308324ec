import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { addDays } from '../../ground/period/local-date.ts';
import { projectPath } from '../../ground/project-path.ts';
import { type PlaceNames, type PlaceType, placeNames } from './place-name.ts';

/** The three levels that have places; districts ended with 30 June 2025 and have none. */
export type PlaceLevel = 'COUNTRY' | 'PROVINCE' | 'COMMUNE';

/** A place's names in a stretch of days; `validFrom` null if the beginning is unknown, `validTo` the last day or null. */
export interface DatedPlaceName extends PlaceNames {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** One place through its life. Codes are used again: only (code, validFrom) and `id` name a place. */
export interface PlaceSeed {
  /** 1 Việt Nam; 1000 + code a province from before 1 July 2025; 2000 + code one founded then; 100000 + code a commune. */
  readonly id: number;
  readonly code: string;
  readonly level: PlaceLevel;
  /** The province the place lies in since it exists, itself for a province, null for the country. */
  readonly provinceId: number | null;
  readonly parentId: number | null;
  /** The province that covered a commune's land on 30 June 2025; null where the code lists read do not tell, and for others. */
  readonly legacyProvinceId: number | null;
  /** First day of life; null if unknown. */
  readonly validFrom: string | null;
  /** Last day of life; null while it lives. */
  readonly validTo: string | null;
  /** In order of time, together covering the life. */
  readonly names: readonly DatedPlaceName[];
}

/** A merger: on `on` the whole of the predecessor went into the successor, so sums of the one are parts of the other. */
export interface PlaceEdgeSeed {
  readonly predecessorId: number;
  readonly successorId: number;
  /** The successor's first day. */
  readonly on: string;
  readonly type: 'FULL';
}

/** A cell of the tile map: columns from the west, rows from the north, both from 0. */
export interface PlaceTileSeed {
  readonly placeId: number;
  readonly column: number;
  readonly row: number;
  /** The short name in Vietnamese. */
  readonly label: string;
}

interface ProvinceEntry {
  readonly code: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly names: readonly { readonly name: string; readonly type: PlaceType; readonly from: string | null }[];
  readonly predecessors: readonly string[];
}

interface CommuneEntry {
  readonly code: string;
  readonly name: string;
  readonly type: PlaceType;
  readonly province_code: string;
  readonly legacy_province_code: string;
  readonly valid_from: string;
}

/** The key of Việt Nam. */
export const COUNTRY_ID = 1;

/** Việt Nam, 86 provinces (63 until 30 June 2025, 23 founded by merger the day after) and 3,321 communes, in this order. */
export function placeSeeds(): PlaceSeed[] {
  const entries = provinceEntries();
  const country: PlaceSeed = {
    id: COUNTRY_ID,
    code: 'VN',
    level: 'COUNTRY',
    provinceId: null,
    parentId: null,
    legacyProvinceId: null,
    validFrom: null,
    validTo: null,
    names: [{ ...placeNames('Việt Nam', 'COUNTRY'), validFrom: null, validTo: null }],
  };
  const living = new Map(entries.filter(({ until }) => until === null).map((entry) => [entry.code, provinceId(entry)]));
  return [country, ...entries.map(toProvince), ...communeEntries().map((entry) => toCommune(entry, living))];
}

/** The 52 edges of the mergers of 1 July 2025; a province that did not merge has none. */
export function placeEdgeSeeds(): PlaceEdgeSeed[] {
  return provinceEntries().flatMap((entry) => {
    const on = entry.from;
    if (on === null) return [];
    return entry.predecessors.map((code) => ({
      predecessorId: formerProvinceId(code),
      successorId: provinceId(entry),
      on,
      type: 'FULL' as const,
    }));
  });
}

/** One tile for each of today's 34 provinces and for the special zones Hoàng Sa and Trường Sa, which no map may lack. */
export function placeTileSeeds(): PlaceTileSeed[] {
  const today = new Map(placeSeeds().flatMap((place) => (place.validTo === null ? [[place.code, place]] : [])));
  const { tiles } = readJson<{ tiles: { code: string; column: number; row: number }[] }>('tiles.json');
  return tiles.map(({ code, column, row }) => {
    const place = today.get(code);
    const label = place?.names.at(-1)?.shortName;
    if (place === undefined || label === undefined) {
      throw new Error(`tiles.json: expected codes of places that live today, got '${code}': correct the tile.`);
    }
    return { placeId: place.id, column, row, label };
  });
}

function toProvince(entry: ProvinceEntry): PlaceSeed {
  const id = provinceId(entry);
  const names = entry.names.map((given, at) => {
    const next = entry.names[at + 1]?.from ?? null;
    const validTo = next === null ? entry.until : addDays(next, -1);
    return { ...placeNames(given.name, given.type), validFrom: given.from, validTo };
  });
  return {
    id,
    code: entry.code,
    level: 'PROVINCE',
    provinceId: id,
    parentId: COUNTRY_ID,
    legacyProvinceId: null,
    validFrom: entry.from,
    validTo: entry.until,
    names,
  };
}

function toCommune(entry: CommuneEntry, living: ReadonlyMap<string, number>): PlaceSeed {
  const province = living.get(entry.province_code);
  if (province === undefined) {
    throw new Error(`communes.csv: ${entry.code} needs a province that lives today, got '${entry.province_code}'.`);
  }
  const legacy = entry.legacy_province_code;
  return {
    id: 100_000 + Number(entry.code),
    code: entry.code,
    level: 'COMMUNE',
    provinceId: province,
    parentId: province,
    legacyProvinceId: legacy === '' ? null : formerProvinceId(legacy),
    validFrom: entry.valid_from,
    validTo: null,
    names: [{ ...placeNames(entry.name, entry.type), validFrom: entry.valid_from, validTo: null }],
  };
}

function provinceId({ code, from }: ProvinceEntry): number {
  return from === null ? formerProvinceId(code) : 2000 + Number(code);
}

function formerProvinceId(code: string): number {
  return 1000 + Number(code);
}

function provinceEntries(): readonly ProvinceEntry[] {
  return readJson<{ provinces: ProvinceEntry[] }>('provinces.json').provinces;
}

function communeEntries(): CommuneEntry[] {
  return parse<CommuneEntry>(readText('communes.csv'), { columns: true });
}

// The file ships with the project and its claims are tested, so its shape is declared, not checked again at each start.
function readJson<T>(file: string): T {
  return JSON.parse(readText(file)) as T;
}

function readText(file: string): string {
  return readFileSync(projectPath('src', 'catalogue', 'place', 'data', file), 'utf8');
}
