/**
 * Why a cell has no number. BLANK: nothing stood there; NOT_ARISEN: “-”, nothing happened, counted as received and as 0
 * inside a sum; NOT_APPLICABLE: “x”; NOT_AVAILABLE: “…”; COARSER_ONLY: only a longer period was reported; NO_PARTS: a
 * ratio without numerator and denominator cannot be answered here. The first four are read from forms, the last two
 * are findings of the hub.
 */
export type MissingReason = 'BLANK' | 'NOT_ARISEN' | 'NOT_APPLICABLE' | 'NOT_AVAILABLE' | 'COARSER_ONLY' | 'NO_PARTS';

/** Every reason, strongest first: when several apply to one answer the first in this list is shown. */
const MISSING_REASONS: readonly MissingReason[] = [
  'NOT_AVAILABLE',
  'COARSER_ONLY',
  'NO_PARTS',
  'BLANK',
  'NOT_ARISEN',
  'NOT_APPLICABLE',
];

/**
 * The one reason that stands for several. A reason that says a number may exist wins over one that says there is none,
 * so that a gap is never presented as “nothing happened”. Without any reason nothing was reported: BLANK.
 */
export function strongestReason(reasons: Iterable<MissingReason | null>): MissingReason {
  const given = new Set(reasons);
  return MISSING_REASONS.find((reason) => given.has(reason)) ?? 'BLANK';
}
