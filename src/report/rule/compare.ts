import { Big } from 'big.js';

/** How the left side of a rule stands to its right side. The last two ask only whether there are numbers. */
export type RuleOperator =
  | 'EQUAL'
  | 'NOT_EQUAL'
  | 'GREATER'
  | 'GREATER_OR_EQUAL'
  | 'LESS'
  | 'LESS_OR_EQUAL'
  | 'COMPULSORY_PAIR'
  | 'EXCLUSIVE_PAIR';

/** What becomes of a rule some of whose numbers are missing. */
export type MissingStrategy = 'SKIP_IF_ANY_MISSING' | 'SKIP_IF_ALL_MISSING' | 'NEVER_SKIP';

/** What a rule says of the figures it looks at. */
export type RuleOutcome = 'HOLDS' | 'BROKEN' | 'SKIPPED';

/** The numbers that are added up on one side, as decimal strings; null where one is missing. “-” is a number: 0. */
export type RuleSide = readonly (string | null)[];

const COMPARISONS: Readonly<
  Record<Exclude<RuleOperator, 'COMPULSORY_PAIR' | 'EXCLUSIVE_PAIR'>, (left: Big, right: Big) => boolean>
> = {
  EQUAL: (left, right) => left.eq(right),
  NOT_EQUAL: (left, right) => !left.eq(right),
  GREATER: (left, right) => left.gt(right),
  GREATER_OR_EQUAL: (left, right) => left.gte(right),
  LESS: (left, right) => left.lt(right),
  LESS_OR_EQUAL: (left, right) => left.lte(right),
};

/**
 * Applies a rule. A missing number is no zero: SKIP_IF_ANY_MISSING leaves such a rule alone, SKIP_IF_ALL_MISSING does where
 * nothing is there at all. Only where the rule says so, by SKIP_IF_ALL_MISSING or NEVER_SKIP, is what is missing beside other
 * numbers left out of the sum. Pairs are about being there: one side without the other is judged under every strategy.
 */
export function applyRule(
  left: RuleSide,
  operator: RuleOperator,
  right: RuleSide,
  strategy: MissingStrategy,
): RuleOutcome {
  const [hasLeft, hasRight] = [isThere(left, strategy), isThere(right, strategy)];
  if (!hasLeft && !hasRight && strategy !== 'NEVER_SKIP') return 'SKIPPED';
  if (operator === 'COMPULSORY_PAIR') return hasLeft === hasRight ? 'HOLDS' : 'BROKEN';
  if (operator === 'EXCLUSIVE_PAIR') return hasLeft && hasRight ? 'BROKEN' : 'HOLDS';
  if (strategy === 'SKIP_IF_ANY_MISSING' && !(hasLeft && hasRight)) return 'SKIPPED';
  return COMPARISONS[operator](sumOf(left), sumOf(right)) ? 'HOLDS' : 'BROKEN';
}

function isThere(side: RuleSide, strategy: MissingStrategy): boolean {
  const there = side.filter((number) => number !== null).length;
  return strategy === 'SKIP_IF_ANY_MISSING' ? there === side.length && there > 0 : there > 0;
}

function sumOf(side: RuleSide): Big {
  return side.reduce((sum, number) => (number === null ? sum : sum.plus(number)), new Big(0));
}
