import { daysBetween } from '../../ground/period/local-date.ts';
import { strongestReason } from '../../ground/period/missing.ts';
import type { DataWindow } from '../../ground/period/period.ts';
import { type RollUp, rollUpPlaces } from '../../ground/period/roll-up.ts';
import { candidates } from './candidates.ts';
import { type Cell, type Column, emptyCell, livesAt, type TablePlace } from './cell.ts';
import { cellOf, choose } from './choose.ts';
import type { SeriesQuestion, TableInput } from './question.ts';
import type { NationPart } from './table-places.store.ts';

/**
 * The nation: the sum over its provinces. A flow takes every province that lived in the window, because each brings the days
 * it lived; a stock only those that live at its end, or a merged province would be counted with its successor.
 */
export function nationCell(input: TableInput, series: SeriesQuestion, column: Column): Cell {
  const { indicator } = series;
  const days = daysBetween(column.dataFrom, column.dataTo);
  if (indicator.placeRule !== 'SUM') return emptyCell('MISSING', days, 'NO_PARTS');
  const provinces = input.provinces.filter((province) =>
    indicator.timeRule === 'SUM' ? livesDuring(province, column) : livesAt(province, column.dataTo),
  );
  const { rolls, cells } = partsOf(input, series, provinces, column);
  const roll = rollUpPlaces('SUM', rolls);
  return {
    status: roll.value === null ? 'MISSING' : roll.carried ? 'CARRIED' : roll.estimated > 0 ? 'ESTIMATE' : 'OK',
    reported: false,
    exact: roll.value,
    missing: roll.value === null ? strongestReason(cells.map((cell) => cell.missing)) : null,
    difference: null,
    synthetic: cells.some((cell) => cell.synthetic),
    coverage: coverageOf(cells, provinces.length, days),
    sources: cells.flatMap((cell) => (cell.exact === null && cell.missing !== 'NOT_ARISEN' ? [] : cell.sources)),
  };
}

/**
 * What every province brings. Those that others were merged into come first: where one reports for days before it began,
 * its number holds its predecessors', and theirs for these days are left out.
 */
function partsOf(
  input: TableInput,
  series: SeriesQuestion,
  provinces: readonly NationPart[],
  column: Column,
): { rolls: RollUp[]; cells: Cell[] } {
  const days = daysBetween(column.dataFrom, column.dataTo);
  const taken = new Map<number, readonly DataWindow[]>();
  const rolls: RollUp[] = [];
  const cells: Cell[] = [];
  for (const place of provinces.toSorted(latestFirst)) {
    const organisationId = input.organisationOf(place.id, series.kind);
    if (organisationId === null) continue;
    const before = place.successors.flatMap((id) => taken.get(id) ?? []);
    const found = candidates({
      data: input.data,
      indicator: series.indicator,
      place,
      organisationId,
      column,
      taken: before,
    });
    const best = choose(found, series.indicator);
    taken.set(place.id, [...before, ...(best?.spans ?? [])]);
    if (best) rolls.push(best.roll);
    cells.push(cellOf(found, series.indicator, days, null));
  }
  return { rolls, cells };
}

function latestFirst(a: NationPart, b: NationPart): number {
  const [left, right] = [a.validFrom ?? '', b.validFrom ?? ''];
  return left === right ? a.id - b.id : left < right ? 1 : -1;
}

function coverageOf(cells: readonly Cell[], provinces: number, days: number): Cell['coverage'] {
  const sum = (pick: 'received' | 'nilReturns' | 'empty'): number =>
    cells.reduce((all, cell) => all + cell.coverage[pick], 0);
  const covered = cells.filter((cell) => cell.exact !== null).map((cell) => cell.coverage.daysCovered);
  return {
    received: sum('received'),
    nilReturns: sum('nilReturns'),
    empty: sum('empty'),
    placesExpected: provinces,
    placesReceived: cells.filter((cell) => cell.exact !== null || cell.coverage.received + cell.coverage.nilReturns > 0)
      .length,
    days,
    daysCovered: covered.length === 0 ? 0 : Math.min(...covered),
  };
}

function livesDuring(place: TablePlace, column: Column): boolean {
  return (
    (place.validFrom === null || place.validFrom <= column.dataTo) &&
    (place.validTo === null || place.validTo >= column.dataFrom)
  );
}
