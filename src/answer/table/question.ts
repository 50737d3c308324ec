import type { TableIndicator, TablePlace } from './cell.ts';
import type { TableData } from './table-data.ts';
import type { NationPart } from './table-places.store.ts';

/** One series to work out: an indicator, a place, and who reports there. */
export interface SeriesQuestion {
  indicator: TableIndicator;
  place: TablePlace;
  /** The organisation of the kind in the place's province; null for the nation. */
  organisationId: number | null;
  kind: string;
}

/** What the whole table is worked out from. */
export interface TableInput {
  data: TableData;
  /** For the nation: every province with its organisation of a kind. */
  provinces: readonly NationPart[];
  organisationOf(provinceId: number, kind: string): number | null;
  restricted(indicator: TableIndicator, place: TablePlace, organisationId: number | null): boolean;
}
