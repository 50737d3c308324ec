import type { IndicatorRow as IndicatorDefinition } from '../../catalogue/indicator/indicator.row.ts';
import type { Cell, TableIndicator, TablePlace } from './cell.ts';
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

/** One series with its cells, one for each column. */
export interface AnsweredSeries extends SeriesQuestion {
  definition: IndicatorDefinition;
  /** The part it is of, as `sex=FEMALE`; empty for the whole. */
  breakdown: string;
  cells: Cell[];
}

/** What the whole table is worked out from. */
export interface TableInput {
  data: TableData;
  /** For the nation: every province with its organisation of a kind. */
  provinces: readonly NationPart[];
  organisationOf(provinceId: number, kind: string): number | null;
  restricted(indicator: TableIndicator, place: TablePlace, organisationId: number | null): boolean;
}
