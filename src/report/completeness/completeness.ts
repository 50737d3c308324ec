import { todayInVietnam } from '../../ground/period/local-date.ts';

/** What came in for an obligation: figures, a report that nothing has arisen, or a form without anything in it. */
export type ReturnKind = 'RECEIVED' | 'NIL_RETURN' | 'EMPTY';

/** One report that is owed. */
export interface Expected {
  /** Names the organisation, form, place and period. */
  readonly key: string;
  /** The last day on which it is on time, in Vietnam. */
  readonly due: string;
}

/** One report that came in, by its current version. */
export interface Returned {
  readonly key: string;
  readonly kind: ReturnKind;
  /** When the hub received its first version, in milliseconds since 1970, by the hub's own clock. */
  readonly submittedAt: number;
}

/** How complete and how timely reports are. The four kinds are disjoint and add up to `expected`; so do `onTime` and `late` to what came. */
export interface Completeness {
  readonly expected: number;
  readonly received: number;
  readonly nilReturns: number;
  readonly empty: number;
  readonly missing: number;
  readonly onTime: number;
  readonly late: number;
  /** Reports that nobody owed: counted here and nowhere else. */
  readonly unexpected: number;
  /** Percent of what is owed that came with figures or as a nil return, cut after one place, so that 100 means all; null where nothing is owed. */
  readonly rate: string | null;
  /** The same of what came on time. */
  readonly onTimeRate: string | null;
}

/** Counts what came against what was owed. Of several returns for one key the first counts; keys of `expected` are unique. */
export function completenessOf(expected: readonly Expected[], returned: readonly Returned[]): Completeness {
  const due = new Map(expected.map((one) => [one.key, one.due]));
  const came = new Map<string, Returned>();
  for (const one of returned) if (!came.has(one.key)) came.set(one.key, one);
  const counts = { RECEIVED: 0, NIL_RETURN: 0, EMPTY: 0 };
  let [onTime, onTimeWhole, unexpected] = [0, 0, 0];
  for (const { key, kind, submittedAt } of came.values()) {
    const last = due.get(key);
    if (last === undefined) {
      unexpected++;
      continue;
    }
    counts[kind]++;
    if (todayInVietnam(submittedAt) > last) continue;
    onTime++;
    if (kind !== 'EMPTY') onTimeWhole++;
  }
  const { RECEIVED: received, NIL_RETURN: nilReturns, EMPTY: empty } = counts;
  const all = received + nilReturns + empty;
  return {
    expected: due.size,
    received,
    nilReturns,
    empty,
    missing: due.size - all,
    onTime,
    late: all - onTime,
    unexpected,
    rate: percent(received + nilReturns, due.size),
    onTimeRate: percent(onTimeWhole, due.size),
  };
}

/** Cut, not rounded: 1,999 of 2,000 are not 100 percent. */
function percent(part: number, whole: number): string | null {
  if (whole === 0) return null;
  const tenths = Math.floor((part * 1_000) / whole);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
