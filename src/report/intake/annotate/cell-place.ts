import { placeOf } from '../workbook/sheet.ts';

/** A place on a sheet, counted from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The last row and column that an .xlsx can hold. */
export const LAST_ROW = 1_048_575;
/** See LAST_ROW. */
export const LAST_COLUMN = 16_383;

/** The place of an A1 address; null for any other text and for places that no .xlsx has. */
export function cellPlace(address: string): CellPlace | null {
  const place = placeOf(address);
  return place === null || place.row > LAST_ROW || place.column > LAST_COLUMN ? null : place;
}
