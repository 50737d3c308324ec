import { addDays } from '../../ground/period/local-date.ts';
import { grainWindows, type Period, parsePeriodKey } from '../../ground/period/period.ts';

/**
 * The nominal period at whose end a period opens: the month before a month, the quarter before a quarter, else the year before.
 * Null before 1901, and for a key that is no nominal period.
 */
export function periodBefore(key: string): Period | null {
  const period = parsePeriodKey(key);
  if (period === null) return null;
  const kind = period.kind === 'MONTH' || period.kind === 'QUARTER' ? period.kind : 'YEAR';
  const before = grainWindows({ dataTo: addDays(period.dataFrom, -1) });
  return before.find((window) => window.kind === kind) ?? null;
}
