import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyRule } from '../../src/report/rule/compare.ts';
import type { MissingStrategy, RuleOperator, RuleSide } from '../../src/report/rule/compare.ts';

const STRATEGIES: readonly MissingStrategy[] = ['SKIP_IF_ANY_MISSING', 'SKIP_IF_ALL_MISSING', 'NEVER_SKIP'];
const OUTCOMES = { H: 'HOLDS', B: 'BROKEN', s: 'SKIPPED' } as const;

/**
 * What each operator says of 5 and 3, as it stands in the manual: for each strategy both numbers, the left one, the right one,
 * none of them. H holds, B is broken, s is skipped.
 */
const TABLE: Readonly<Record<RuleOperator, string>> = {
  //                  any   all   never
  EQUAL: '            Bsss  BBBs  BBBH',
  NOT_EQUAL: '        Hsss  HHHs  HHHB',
  GREATER: '          Hsss  HHBs  HHBB',
  GREATER_OR_EQUAL: ' Hsss  HHBs  HHBH',
  LESS: '             Bsss  BBHs  BBHB',
  LESS_OR_EQUAL: '    Bsss  BBHs  BBHH',
  COMPULSORY_PAIR: '  HBBs  HBBs  HBBH',
  EXCLUSIVE_PAIR: '   BHHs  BHHs  BHHH',
};
const CELLS = Object.entries(TABLE).flatMap(([operator, row]) =>
  row
    .trim()
    .split(/\s+/)
    .flatMap((cells, strategy) =>
      [...cells].map((cell, there) => ({
        operator: operator as RuleOperator,
        strategy: STRATEGIES[strategy] ?? 'NEVER_SKIP',
        left: there === 0 || there === 1 ? '5' : null,
        right: there === 0 || there === 2 ? '3' : null,
        outcome: OUTCOMES[cell as keyof typeof OUTCOMES],
      })),
    ),
);

const OPERATORS = Object.keys(TABLE) as RuleOperator[];
const COMPARING = OPERATORS.filter((operator) => !operator.endsWith('_PAIR'));
const numbers = fc.oneof(fc.integer({ min: -50, max: 50 }).map(String), fc.constantFrom('0.1', '0.2', '0.30', '-0.3'));
const sides = fc.array(fc.oneof(numbers, fc.constant(null)), { minLength: 1, maxLength: 3 });
const strategies = fc.constantFrom(...STRATEGIES);

describe('a rule', () => {
  it('has a truth table of eight operators, three strategies and four ways to be there', () => {
    expect(CELLS).toHaveLength(96);
  });

  it.each(CELLS)('$operator, $strategy: $left and $right: $outcome', ({ operator, strategy, left, right, outcome }) => {
    expect(applyRule([left], operator, [right], strategy)).toBe(outcome);
  });

  it.each([
    ['EQUAL', 'H'],
    ['NOT_EQUAL', 'B'],
    ['GREATER', 'B'],
    ['GREATER_OR_EQUAL', 'H'],
    ['LESS', 'B'],
    ['LESS_OR_EQUAL', 'H'],
  ] as const)('%s of 0.1 + 0.2 and 0.3: %s', (operator, outcome) => {
    expect(applyRule(['0.1', '0.2'], operator, ['0.30'], 'SKIP_IF_ANY_MISSING')).toBe(OUTCOMES[outcome]);
  });

  it('turned round says the same', () => {
    const turned: Partial<Record<RuleOperator, RuleOperator>> = {
      GREATER: 'LESS',
      GREATER_OR_EQUAL: 'LESS_OR_EQUAL',
      LESS: 'GREATER',
      LESS_OR_EQUAL: 'GREATER_OR_EQUAL',
    };
    fc.assert(
      fc.property(sides, fc.constantFrom(...OPERATORS), sides, strategies, (left, operator, right, strategy) => {
        const back = applyRule(right, turned[operator] ?? operator, left, strategy);
        expect(applyRule(left, operator, right, strategy)).toBe(back);
      }),
    );
  });

  it('and its opposite are both skipped, or one of them holds', () => {
    const opposites = [
      ['EQUAL', 'NOT_EQUAL'],
      ['GREATER', 'LESS_OR_EQUAL'],
      ['LESS', 'GREATER_OR_EQUAL'],
    ] as const;
    fc.assert(
      fc.property(sides, fc.constantFrom(...opposites), sides, strategies, (left, [one, other], right, strategy) => {
        const said = [one, other].map((operator) => applyRule(left, operator, right, strategy)).sort();
        expect([
          ['BROKEN', 'HOLDS'],
          ['SKIPPED', 'SKIPPED'],
        ]).toContainEqual(said);
      }),
    );
  });

  it('that is to be left alone where anything is missing never judges a sum that lacks a part', () => {
    const lacking = fc.tuple(sides, sides).filter(([left, right]) => [...left, ...right].includes(null));
    fc.assert(
      fc.property(lacking, fc.constantFrom(...COMPARING), ([left, right], operator) => {
        expect(applyRule(left, operator, right, 'SKIP_IF_ANY_MISSING')).toBe('SKIPPED');
      }),
    );
  });

  it('is skipped less and less, from the first strategy to the last', () => {
    fc.assert(
      fc.property(sides, fc.constantFrom(...OPERATORS), sides, (left, operator, right) => {
        const skipped = STRATEGIES.map((strategy) => applyRule(left, operator, right, strategy) === 'SKIPPED');
        const order = (some: RuleSide | readonly boolean[]): number[] => some.map(Number);
        expect(order(skipped)).toEqual(order(skipped).toSorted((a, b) => b - a));
        expect(skipped[2]).toBe(false);
      }),
    );
  });
});
