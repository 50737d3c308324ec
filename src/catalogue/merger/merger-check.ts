import { addDays } from '../../ground/period/local-date.ts';
import { keyOf } from '../../ground/record/record.input.ts';
import { mergerRefusals } from './merger-refusal.ts';
import type { Merging } from './merger.store.ts';

const MOST = 100;
const EARLIEST = '1900-01-01';

/** Which things are to go into which: keys. */
export interface AskedMerger {
  readonly ending: readonly number[];
  /** Null where a new one is founded. */
  readonly into: number | null;
}

/** What a merger is asked of, taken from its input. Raises `HubError` BAD_USER_INPUT. */
export function askedMerger(
  type: 'Place' | 'Organisation',
  input: { predecessors: readonly string[]; into?: string | null; founded?: object | null },
): AskedMerger {
  const given = [input.into ?? null, input.founded ?? null].filter((one) => one !== null);
  if (given.length !== 1) throw mergerRefusals.intoWhich(given.length);
  const ending = input.predecessors.map((id, at) => keyOf(type, id, 'predecessors', String(at)));
  const into = input.into ? keyOf(type, input.into, 'into') : null;
  const least = into === null ? 2 : 1;
  const different = new Set(ending);
  const wrong = different.size !== ending.length || ending.length < least || ending.length > MOST;
  if (wrong || (into !== null && different.has(into))) throw mergerRefusals.howMany(least, ending.length);
  return { ending, into };
}

/**
 * The last day of what merges on `on` (ISO dates). Raises `HubError` BAD_USER_INPUT where one of them is missing, does not live
 * on that day, has merged before, or has names of a later day.
 */
export function lastDayOf(
  type: 'Place' | 'Organisation',
  asked: AskedMerger,
  found: ReadonlyMap<number, Merging>,
  on: string,
): string {
  if (on < EARLIEST) throw mergerRefusals.tooEarly(on);
  const last = addDays(on, -1);
  for (const [at, id] of asked.ending.entries()) {
    const path = ['predecessors', String(at)];
    const one = found.get(id);
    if (!one) throw mergerRefusals.noSuch(type, ...path);
    if (one.merged || !livesOn(one, last)) throw mergerRefusals.notLiving(one.name, last, ...path);
    if (one.namedFrom !== null && one.namedFrom > last) throw mergerRefusals.laterNames(one.name, ...path);
  }
  const into = asked.into === null ? null : found.get(asked.into);
  if (into === undefined) throw mergerRefusals.noSuch(type, 'into');
  if (into !== null && !livesOn(into, on)) throw mergerRefusals.notLiving(into.name, on, 'into');
  return last;
}

function livesOn({ validFrom, validTo }: Merging, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);
}
