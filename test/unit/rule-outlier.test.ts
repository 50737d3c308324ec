import { describe, expect, it } from '@jest/globals';
import { Big } from 'big.js';
import fc from 'fast-check';
import { FEWEST_EARLIER, outlierScore } from '../../src/report/rule/outlier.ts';

const NEAR_100 = ['100', '102', '98', '101', '99', '103', '97'];
const counts = fc.integer({ min: 0, max: 100_000 }).map(String);
const history = fc.array(counts, { minLength: FEWEST_EARLIER, maxLength: 12 });

describe('an outlier', () => {
  it('is 900 after seven numbers near 100, though with itself among them it would pass', () => {
    expect(outlierScore('900', NEAR_100, '1')).toEqual({ verdict: 'OUTLIER', score: '269.80', middle: '100' });
    // The z-score of the number with itself in the sample, as the reference computes it: silent at its usual limit of 3.
    const all = [...NEAR_100, '900'].map(Number);
    const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
    const deviation = Math.sqrt(all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / all.length);
    expect(((900 - mean) / deviation).toFixed(2)).toBe('2.65');
  });

  it.each([
    ['a number like the others', '101', NEAR_100, 'USUAL'],
    ['none after many', '0', NEAR_100, 'OUTLIER'],
    ['a jump after numbers that never changed', '900', ['100', '100', '100', '100'], 'OUTLIER'],
    ['a step after numbers that never changed', '101', ['100', '100', '100', '100'], 'USUAL'],
    ['one after nothing', '1', ['0', '0', '0', '0', '0'], 'USUAL'],
    ['many after nothing', '900', ['0', '0', '0', '0', '0'], 'OUTLIER'],
    ['a number after three others', '900', ['100', '102', '98'], 'INSUFFICIENT_HISTORY'],
    ['a number after none', '900', [], 'INSUFFICIENT_HISTORY'],
  ] as const)('or not: %s', (_, number, earlier, verdict) => {
    expect(outlierScore(number, earlier, '1').verdict).toBe(verdict);
  });

  it('does not depend on the order of what was before', () => {
    fc.assert(
      fc.property(counts, history, (number, earlier) => {
        expect(outlierScore(number, earlier.toReversed(), '1')).toEqual(outlierScore(number, earlier, '1'));
      }),
    );
  });

  it('is never the middle itself, and stays one however much farther it lies', () => {
    fc.assert(
      fc.property(
        history,
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.integer({ min: 0, max: 10 ** 9 }),
        (earlier, by, more) => {
          const { middle } = outlierScore('0', earlier, '1');
          const at = (distance: number): string => new Big(middle ?? 0).plus(distance).toFixed();
          expect(outlierScore(at(0), earlier, '1')).toMatchObject({ verdict: 'USUAL', score: '0.00' });
          if (outlierScore(at(by), earlier, '1').verdict === 'OUTLIER')
            expect(outlierScore(at(by + more), earlier, '1').verdict).toBe('OUTLIER');
        },
      ),
    );
  });

  it('is one on any scale: in đồng as in millions', () => {
    fc.assert(
      fc.property(counts, history, (number, earlier) => {
        const inDong = (one: string): string => `${one}000000`;
        expect(outlierScore(inDong(number), earlier.map(inDong), '1000000').score).toBe(
          outlierScore(number, earlier, '1').score,
        );
      }),
    );
  });
});
