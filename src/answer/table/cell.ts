import type { MissingReason } from '../../ground/period/missing.ts';
import type { Source } from './source.ts';

/** A column: a nominal period, or a window of several (which no report can be for). */
export interface Column {
  key: string;
  kind: string | null;
  dataFrom: string;
  dataTo: string;
}

/** A reported period that figures or reports stand under. */
export interface KnownPeriod {
  id: number;
  key: string;
  kind: 'MONTH' | 'QUARTER' | 'HALF_YEAR' | 'NINE_MONTHS' | 'YEAR';
  year: number;
  dataFrom: string;
  dataTo: string;
}

/** A place as the table needs it. */
export interface TablePlace {
  id: number;
  level: string;
  provinceId: number | null;
  validFrom: string | null;
  validTo: string | null;
}

/** Whether a place lives on a day. */
export function livesAt(place: TablePlace, day: string): boolean {
  return (place.validFrom === null || place.validFrom <= day) && (place.validTo === null || place.validTo >= day);
}

/** An indicator as the table needs it. */
export interface TableIndicator {
  id: number;
  code: string;
  version: number;
  timeRule: string;
  placeRule: string;
  owners: readonly string[];
  disclosure: string;
  countedBy: string;
  primaryForm: string | null;
}

/** How complete a cell is; what obligations will add is not here. */
export interface CellCoverage {
  received: number;
  nilReturns: number;
  empty: number;
  placesExpected: number | null;
  placesReceived: number | null;
  days: number;
  daysCovered: number;
}

/** One value of the table with all that is known about it. */
export interface Cell {
  status: 'OK' | 'ESTIMATE' | 'CARRIED' | 'MISSING' | 'NOT_APPLICABLE' | 'RESTRICTED';
  reported: boolean;
  exact: string | null;
  missing: MissingReason | null;
  difference: string | null;
  synthetic: boolean;
  coverage: CellCoverage;
  sources: Source[];
}

/** A cell that says only why there is nothing. */
export function emptyCell(status: Cell['status'], days: number, missing: MissingReason | null = null): Cell {
  return {
    status,
    reported: false,
    exact: null,
    missing,
    difference: null,
    synthetic: false,
    coverage: {
      received: 0,
      nilReturns: 0,
      empty: 0,
      placesExpected: null,
      placesReceived: null,
      days,
      daysCovered: 0,
    },
    sources: [],
  };
}
