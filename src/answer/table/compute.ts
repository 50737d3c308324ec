import { daysBetween } from '../../ground/period/local-date.ts';
import { candidates } from './candidates.ts';
import { type Cell, type Column, emptyCell, livesAt } from './cell.ts';
import { cellOf } from './choose.ts';
import { nationCell } from './nation.ts';
import type { SeriesQuestion, TableInput } from './question.ts';

/** Works out one cell: time within a place first, then places; a reported figure wins over what its parts add up to. */
export function computeCell(input: TableInput, series: SeriesQuestion, column: Column): Cell {
  const { indicator, place, organisationId } = series;
  const days = daysBetween(column.dataFrom, column.dataTo);
  if (input.restricted(indicator, place, organisationId)) return emptyCell('RESTRICTED', days);
  if (!livesAt(place, column.dataTo)) return emptyCell('NOT_APPLICABLE', days);
  // What a report says of these is a claim; the hub's own count answers, and it begins with the obligations.
  if (indicator.countedBy === 'HUB') return emptyCell('MISSING', days, 'NOT_AVAILABLE');
  if (place.level === 'COUNTRY') return nationCell(input, series, column);
  if (organisationId === null) return emptyCell('NOT_APPLICABLE', days);
  return placeCell(input, series, organisationId, column, days);
}

function placeCell(
  input: TableInput,
  series: SeriesQuestion,
  organisationId: number,
  column: Column,
  days: number,
): Cell {
  const { indicator, place } = series;
  const found = candidates({ data: input.data, indicator, place, organisationId, column });
  return cellOf(found, indicator, days, input.data.communes.get(`${place.id}|${column.key}`) ?? null);
}
