import Big from 'big.js';
import { daysBetween } from '../../ground/period/local-date.ts';
import { type RollUp, rollUpPlaces } from '../../ground/period/roll-up.ts';
import { type Candidate, candidates } from './candidate.ts';
import { type Cell, type Column, emptyCell, type TableIndicator, type TablePlace } from './cell.ts';
import type { TableData } from './table-data.ts';

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
  provinces: readonly TablePlace[];
  organisationOf(provinceId: number, kind: string): number | null;
  restricted(indicator: TableIndicator, place: TablePlace, organisationId: number | null): boolean;
}

/** Works out one cell: time within a place first, then places; a reported figure wins over what its parts add up to. */
export function computeCell(input: TableInput, series: SeriesQuestion, column: Column): Cell {
  const { indicator, place, organisationId } = series;
  const days = daysBetween(column.dataFrom, column.dataTo);
  if (input.restricted(indicator, place, organisationId)) return emptyCell('RESTRICTED', days);
  if (!livesAt(place, column.dataTo)) return emptyCell('NOT_APPLICABLE', days);
  // What a report says of these is a claim; the hub's own count answers, and it begins with the obligations.
  if (indicator.countedBy === 'HUB') return emptyCell('MISSING', days, 'NOT_AVAILABLE');
  if (place.level === 'COUNTRY') return nationCell(input, series, column, days);
  if (organisationId === null) return emptyCell('NOT_APPLICABLE', days);
  return placeCell(input, series, organisationId, column, days);
}

function livesAt(place: TablePlace, day: string): boolean {
  return (place.validFrom === null || place.validFrom <= day) && (place.validTo === null || place.validTo >= day);
}

function placeCell(input: TableInput, series: SeriesQuestion, organisationId: number, column: Column, days: number): Cell {
  const { indicator, place } = series;
  const found = candidates({ data: input.data, indicator, place, organisationId, column });
  const best = choose(found, indicator);
  if (!best || best.roll.value === null) return missingCell(input, series, found, best, column, days);
  const communes = input.data.communes.get(`${place.id}|${column.key}`) ?? null;
  return {
    status: best.roll.carried ? 'CARRIED' : best.roll.estimated > 0 ? 'ESTIMATE' : 'OK',
    reported: best.reported,
    exact: best.roll.value,
    missing: null,
    difference: differenceOf(found, indicator),
    synthetic: best.reports.some((reports) => reports.synthetic),
    coverage: coverageOf(best, days, communes),
    sources: best.sources,
  };
}

/** The best way to answer: with a number; as reported; not carried; the place's own; under the indicator's primary form; covering most days. */
function choose(found: readonly Candidate[], indicator: TableIndicator): Candidate | null {
  const rank = (candidate: Candidate): (number | string)[] => [
    candidate.roll.value === null ? 1 : 0,
    candidate.reported ? 0 : 1,
    candidate.roll.carried ? 1 : 0,
    candidate.formCode === indicator.primaryForm ? 0 : 1,
    candidate.own ? 0 : 1,
    -candidate.daysCovered,
    candidate.formCode,
  ];
  return found.toSorted((a, b) => compareRanks(rank(a), rank(b)))[0] ?? null;
}

function compareRanks(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at] ?? 0;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** Reported less the sum of the places below, where both stand for the same days. */
function differenceOf(found: readonly Candidate[], indicator: TableIndicator): string | null {
  const usable = found.filter((candidate) => candidate.roll.value !== null && !candidate.roll.carried);
  const reported = choose(usable.filter((candidate) => candidate.reported), indicator);
  const parts = choose(usable.filter((candidate) => !candidate.own), indicator);
  if (!reported?.roll.value || !parts?.roll.value || parts.daysCovered < reported.daysCovered) return null;
  return new Big(reported.roll.value).minus(parts.roll.value).toFixed();
}

function missingCell(
  input: TableInput,
  series: SeriesQuestion,
  found: readonly Candidate[],
  best: Candidate | null,
  column: Column,
  days: number,
): Cell {
  const { indicator, place } = series;
  if (!best) return emptyCell('MISSING', days, indicator.timeRule === 'RECOMPUTE' ? 'NO_PARTS' : 'BLANK');
  const coarser = found.every((candidate) => candidate.coarserOnly);
  const communes = input.data.communes.get(`${place.id}|${column.key}`) ?? null;
  return {
    ...emptyCell('MISSING', days, coarser ? 'COARSER_ONLY' : (best.roll.missing ?? 'BLANK')),
    synthetic: best.reports.some((reports) => reports.synthetic),
    coverage: coverageOf(best, days, communes),
    sources: best.sources,
  };
}

function coverageOf(candidate: Candidate, days: number, communes: number | null): Cell['coverage'] {
  const total = (pick: 'received' | 'nilReturns' | 'empty'): number => candidate.reports.reduce((sum, reports) => sum + reports[pick], 0);
  const below = candidate.placesReceived !== null;
  return {
    received: total('received'),
    nilReturns: total('nilReturns'),
    empty: total('empty'),
    placesExpected: below ? communes : null,
    placesReceived: candidate.placesReceived,
    days,
    daysCovered: Math.min(days, candidate.daysCovered),
  };
}

/**
 * The nation: the sum over its provinces. A flow takes every province that lived in the window, because each brings the days
 * it lived; a stock only those that live at its end, or a merged province would be counted with its successor.
 */
function nationCell(input: TableInput, series: SeriesQuestion, column: Column, days: number): Cell {
  const { indicator, kind } = series;
  if (indicator.placeRule !== 'SUM') return emptyCell('MISSING', days, 'NO_PARTS');
  const provinces = input.provinces.filter((province) =>
    indicator.timeRule === 'SUM' ? livesDuring(province, column) : livesAt(province, column.dataTo),
  );
  const parts: Cell[] = [];
  const rolls: RollUp[] = [];
  for (const province of provinces) {
    const organisationId = input.organisationOf(province.id, kind);
    if (organisationId === null) continue;
    const found = candidates({ data: input.data, indicator, place: province, organisationId, column });
    const best = choose(found, indicator);
    if (best) rolls.push(best.roll);
    parts.push(placeCell(input, { ...series, place: province }, organisationId, column, days));
  }
  const roll = rollUpPlaces('SUM', rolls);
  const sum = (pick: 'received' | 'nilReturns' | 'empty'): number => parts.reduce((all, part) => all + part.coverage[pick], 0);
  const here = parts.filter((part) => part.exact !== null || part.coverage.received + part.coverage.nilReturns > 0);
  const covered = parts.filter((part) => part.exact !== null).map((part) => part.coverage.daysCovered);
  const coarser = parts.length > 0 && parts.every((part) => part.missing === 'COARSER_ONLY');
  return {
    status: roll.value === null ? 'MISSING' : roll.carried ? 'CARRIED' : roll.estimated > 0 ? 'ESTIMATE' : 'OK',
    reported: false,
    exact: roll.value,
    missing: roll.value === null ? (coarser ? 'COARSER_ONLY' : (roll.missing ?? 'BLANK')) : null,
    difference: null,
    synthetic: parts.some((part) => part.synthetic),
    coverage: {
      received: sum('received'),
      nilReturns: sum('nilReturns'),
      empty: sum('empty'),
      placesExpected: provinces.length,
      placesReceived: here.length,
      days,
      daysCovered: covered.length === 0 ? 0 : Math.min(...covered),
    },
    sources: parts.flatMap((part) => (part.exact === null && part.missing !== 'NOT_ARISEN' ? [] : part.sources)),
  };
}

function livesDuring(place: TablePlace, column: Column): boolean {
  return (place.validFrom === null || place.validFrom <= column.dataTo) && (place.validTo === null || place.validTo >= column.dataFrom);
}
