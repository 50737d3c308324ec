/** Something that holds on the days from `validFrom` (null: since before anything is known) to `validTo` (null: still). */
export interface Dated {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** The day nearest to `on` on which it holds: `on` itself, else its first or last day. ISO dates. */
export function clampDay(on: string, { validFrom, validTo }: Dated): string {
  if (validTo !== null && on > validTo) return validTo;
  return validFrom !== null && on < validFrom ? validFrom : on;
}

/** Joins neighbours in time that are the same in what `same` compares; give them in order of time. */
export function mergeRuns<T extends Dated>(stretches: readonly T[], same: (a: T, b: T) => boolean): T[] {
  const runs: T[] = [];
  for (const stretch of stretches) {
    const last = runs.at(-1);
    if (last !== undefined && same(last, stretch)) runs[runs.length - 1] = { ...last, validTo: stretch.validTo };
    else runs.push(stretch);
  }
  return runs;
}
