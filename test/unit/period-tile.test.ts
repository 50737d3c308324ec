import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayNumber, daysBetween } from '../../src/ground/period/local-date.ts';
import { parsePeriodKey, windowOf } from '../../src/ground/period/period.ts';
import type { DataWindow, Period } from '../../src/ground/period/period.ts';
import { tile } from '../../src/ground/period/tile.ts';

function periods(...keys: string[]): Period[] {
  return keys.flatMap((key) => parsePeriodKey(key) ?? []);
}
function window(from: string, to = from): DataWindow {
  const outcome = windowOf(from, to);
  if ('fault' in outcome) throw new Error(outcome.fault);
  return outcome.ok;
}
function choice(asked: DataWindow, available: Period[], prefer?: 'FINEST'): string[] {
  return tile(asked, available, prefer).pieces.map((piece) => piece.key);
}

describe('tile', () => {
  it('takes the exact period when there is one', () => {
    const tiling = tile(window('2026-S1'), periods('2026-Q1', '2026-Q2', '2026-S1', '2026-01'));
    expect(tiling).toEqual({ pieces: periods('2026-S1'), daysCovered: 182, days: 182, coarserOnly: false });
  });
  it('takes the exact period with the dates of an organisation that closes early, as covering all', () => {
    const union: Period = {
      key: '2026-S1',
      kind: 'HALF_YEAR',
      year: 2026,
      dataFrom: '2025-12-01',
      dataTo: '2026-05-31',
    };
    expect(tile(window('2026-S1'), [union])).toEqual({
      pieces: [union],
      daysCovered: 182,
      days: 182,
      coarserOnly: false,
    });
  });
  it('takes a period that is the window under another name', () => {
    expect(choice(window('2026-01', '2026-06'), periods('2026-Q1', '2026-Q2', '2026-S1'))).toEqual(['2026-S1']);
  });
  it('covers most days first, then takes the fewest pieces', () => {
    const year = window('2026');
    expect(choice(year, periods('2026-01', '2026-02', '2026-03', '2026-Q1', '2026-Q2'))).toEqual([
      '2026-Q1',
      '2026-Q2',
    ]);
    expect(choice(year, periods('2026-S1', '2026-9M', '2026-Q3', '2026-Q4'))).toEqual(['2026-9M', '2026-Q4']);
    expect(choice(year, periods('2026-9M', '2026-S1', '2026-Q3', '2026-Q4', '2026-11'))).toEqual([
      '2026-9M',
      '2026-Q4',
    ]);
    expect(choice(year, periods('2026-Q1', '2026-04', '2026-05', '2026-S1', '2026-07'))).toEqual([
      '2026-S1',
      '2026-07',
    ]);
  });
  it('counts the days that nothing covers', () => {
    const tiling = tile(window('2026-Q2'), periods('2026-04', '2026-06'));
    expect([tiling.daysCovered, tiling.days]).toEqual([62, 92]);
  });
  it('never cuts nor subtracts: the last quarter under a year and nine months is not known', () => {
    const tiling = tile(window('2026-Q4'), periods('2026', '2026-9M'));
    expect(tiling).toEqual({ pieces: [], daysCovered: 0, days: 91, coarserOnly: true });
  });
  it('says so when only a longer period is there, and not when it lies elsewhere', () => {
    expect(tile(window('2026-02'), periods('2026-S1')).coarserOnly).toBe(true);
    expect(tile(window('2026-07'), periods('2026-S1')).coarserOnly).toBe(false);
    expect(tile(window('2026-02'), []).coarserOnly).toBe(false);
    const shifted: Period = { key: '2026-02', kind: 'MONTH', year: 2026, dataFrom: '2026-02-01', dataTo: '2026-02-28' };
    expect(tile(window('2026-03'), [shifted]).coarserOnly).toBe(false);
  });
  it('takes the longest first among equals', () => {
    const days = (from: number, to: number): Period => {
      const [dataFrom, dataTo] = [addDays('2026-01-01', from), addDays('2026-01-01', to)];
      return { key: `${from}-${to}`, kind: 'MONTH', year: 2026, dataFrom, dataTo };
    };
    const pieces = [days(0, 1), days(2, 4), days(0, 2), days(3, 4)];
    expect(choice({ dataFrom: '2026-01-01', dataTo: '2026-01-05' }, pieces)).toEqual(['0-2', '3-4']);
    const longerByADay = { dataFrom: '2026-01-02', dataTo: '2026-01-03' };
    expect(tile(longerByADay, [days(0, 2)]).coarserOnly).toBe(true);
  });
  it('takes the finest complete tiling when asked to', () => {
    const months = periods('2026-04', '2026-05', '2026-06');
    expect(choice(window('2026-Q2'), [...months, ...periods('2026-Q2')], 'FINEST')).toEqual([
      '2026-04',
      '2026-05',
      '2026-06',
    ]);
    expect(choice(window('2026-Q2'), [...months.slice(1), ...periods('2026-Q2')], 'FINEST')).toEqual(['2026-Q2']);
    expect(choice(window('2026-S1'), [...months, ...periods('2026-Q1', '2026-Q2')], 'FINEST')).toEqual([
      '2026-Q1',
      '2026-04',
      '2026-05',
      '2026-06',
    ]);
  });
  it('does not care in which order the periods come', () => {
    const all = periods('2026-01', '2026-02', '2026-03', '2026-Q1', '2026-Q2', '2026-Q3', '2026-S1', '2026-9M');
    const shuffled = fc.shuffledSubarray(all, { minLength: all.length });
    fc.assert(fc.property(shuffled, (list) => expect(tile(window('2026'), list)).toEqual(tile(window('2026'), all))));
  });
});

const START = '2025-12-15';
const anyPeriod = fc
  .record({ at: fc.integer({ min: -2, max: 8 }), length: fc.integer({ min: 1, max: 5 }) })
  .map(({ at, length }): Period => {
    const [dataFrom, dataTo] = [addDays(START, at), addDays(START, at + length - 1)];
    return { key: `${dataFrom}~${dataTo}`, kind: 'MONTH', year: 2026, dataFrom, dataTo };
  });
const available = fc.uniqueArray(anyPeriod, { maxLength: 10, selector: (one) => one.key });
const asked = fc
  .integer({ min: 1, max: 10 })
  .map((length): DataWindow => ({ dataFrom: START, dataTo: addDays(START, length - 1) }));

/** Every subset, in words of the rule: inside, no overlap; then the order of preference, written down directly. */
function bruteForce(of: DataWindow, from: Period[], finest: boolean): Period[] {
  const inside = from.filter((one) => one.dataFrom >= of.dataFrom && one.dataTo <= of.dataTo);
  const days = (pieces: Period[]): number =>
    pieces.reduce((sum, one) => sum + daysBetween(one.dataFrom, one.dataTo), 0);
  /** Earliest, then longest: a smaller list of numbers is preferred, compared piece by piece. */
  const rank = (pieces: Period[]): number[] =>
    pieces.flatMap((one) => [dayNumber(one.dataFrom), -dayNumber(one.dataTo)]);
  let best: Period[] = [];
  for (let mask = 0; mask < 1 << inside.length; mask++) {
    const pieces = inside.filter((_, i) => (mask >> i) & 1).sort((a, b) => (a.dataFrom < b.dataFrom ? -1 : 1));
    if (pieces.some((one, i) => i > 0 && one.dataFrom <= (pieces[i - 1]?.dataTo ?? ''))) continue;
    const count = (finest ? -1 : 1) * (pieces.length - best.length);
    const [mine, theirs] = [rank(pieces), rank(best)];
    const earlier = mine.map((number, i) => number - (theirs[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
    if ((days(best) - days(pieces) || count || earlier) < 0) best = pieces;
  }
  return best;
}

describe('tile against every possible choice', () => {
  it.each([false, true])('is the best there is (finest: %s)', (finest) => {
    fc.assert(
      fc.property(asked, available, (of, from) => {
        const tiling = tile(of, from, finest ? 'FINEST' : 'FEWEST');
        const expected = bruteForce(of, from, finest);
        expect(tiling.pieces.map((one) => one.key)).toEqual(expected.map((one) => one.key));
        expect(tiling.daysCovered).toBe(expected.reduce((sum, one) => sum + daysBetween(one.dataFrom, one.dataTo), 0));
      }),
      { numRuns: 1000 },
    );
  });
});
