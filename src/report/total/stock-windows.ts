import { grainWindows, parsePeriodKey, type Period } from '../../ground/period/period.ts';

/** The windows whose stock a report can change: those in which its data end, and its own period where an early closing lies outside it. */
export function stockWindows(reported: Pick<Period, 'key' | 'dataTo'>): Period[] {
  const windows = grainWindows(reported);
  if (windows.some((window) => window.key === reported.key)) return windows;
  const own = parsePeriodKey(reported.key);
  return own ? [...windows, own] : windows;
}
