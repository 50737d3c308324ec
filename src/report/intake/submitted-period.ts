import type { Submission } from './submission.ts';

/**
 * The period as a text field carries it: a key (`2026-S1`), or a kind with the days of its data where an organisation has a
 * calendar of its own: `HALF_YEAR/2025-12-15/2026-06-14`.
 */
export function parseSubmittedPeriod(text: string): Submission['period'] {
  const [kind = '', from, to] = text.split('/');
  return from !== undefined && to !== undefined ? { kind, from, to } : text;
}
