import Big from 'big.js';
import { type MissingReason, strongestReason } from '../../ground/period/missing.ts';
import type { Candidate } from './candidate.ts';
import { type Cell, emptyCell, type TableIndicator } from './cell.ts';

/** The cell that these ways to work it out give; `communes` says how many places below may report. */
export function cellOf(
  found: readonly Candidate[],
  indicator: TableIndicator,
  days: number,
  communes: number | null,
): Cell {
  const best = choose(found, indicator);
  if (!best) return emptyCell('MISSING', days, indicator.timeRule === 'RECOMPUTE' ? 'NO_PARTS' : 'BLANK');
  const common = {
    synthetic: best.reports.some((reports) => reports.synthetic),
    coverage: coverageOf(best, days, communes),
    sources: best.sources,
  };
  if (best.roll.value === null) return { ...emptyCell('MISSING', days, whyMissing(found)), ...common };
  return {
    status: best.roll.carried ? 'CARRIED' : best.roll.estimated > 0 ? 'ESTIMATE' : 'OK',
    reported: best.reported,
    exact: best.roll.value,
    missing: null,
    difference: differenceOf(found, best),
    ...common,
  };
}

/** The strongest of the reasons that the forms give. */
function whyMissing(found: readonly Candidate[]): MissingReason {
  const answering = found.filter((candidate) => candidate.answers);
  return strongestReason(
    answering.map((candidate) => (candidate.coarserOnly ? 'COARSER_ONLY' : candidate.roll.missing)),
  );
}

/** The best way to answer: with a number; as reported; not carried; the place's own; under the indicator's primary form; covering most days. */
export function choose(found: readonly Candidate[], indicator: TableIndicator): Candidate | null {
  const rank = (candidate: Candidate): (number | string)[] => [
    candidate.roll.value === null ? 1 : 0,
    candidate.reported ? 0 : 1,
    candidate.roll.carried ? 1 : 0,
    candidate.formCode === indicator.primaryForm ? 0 : 1,
    candidate.own ? 0 : 1,
    -candidate.daysCovered,
    candidate.formCode,
  ];
  return found.filter((candidate) => candidate.answers).toSorted((a, b) => compareRanks(rank(a), rank(b)))[0] ?? null;
}

function compareRanks(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at] ?? 0;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/**
 * What was reported less another way to the same number, where there is one: the places below, else the shorter periods,
 * else what another form reports.
 */
function differenceOf(found: readonly Candidate[], best: Candidate): string | null {
  if (!best.reported || best.roll.value === null) return null;
  const rivals = found.filter(
    (candidate) =>
      candidate !== best &&
      candidate.roll.value !== null &&
      !candidate.roll.carried &&
      candidate.daysCovered >= best.daysCovered,
  );
  const sameForm = rivals.filter((candidate) => candidate.formCode === best.formCode);
  const rival =
    sameForm.find((candidate) => !candidate.own) ??
    rivals.find((candidate) => !candidate.own) ??
    sameForm[0] ??
    rivals.find((candidate) => candidate.answers);
  return rival?.roll.value ? new Big(best.roll.value).minus(rival.roll.value).toFixed() : null;
}

function coverageOf(candidate: Candidate, days: number, communes: number | null): Cell['coverage'] {
  const total = (pick: 'received' | 'nilReturns' | 'empty'): number =>
    candidate.reports.reduce((sum, reports) => sum + reports[pick], 0);
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
