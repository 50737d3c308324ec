import { addDays } from '../../ground/period/local-date.ts';
import type { Dated } from '../place/dated.ts';
import type { OrganisationNames } from './organisation-name.ts';
import type { OrganisationSeed } from './organisation.seed.ts';

/** An actor's names and parent in a stretch of days. */
export interface OrganisationVersion extends OrganisationNames, Dated {
  readonly parentId: number | null;
}

/** Cuts an actor's life wherever its names or its parent change; in order of time, covering the life. */
export function organisationVersions(seed: OrganisationSeed): OrganisationVersion[] {
  const begin = seed.validFrom ?? '';
  const changes = [
    ...seed.names.flatMap(({ validFrom }) => validFrom ?? []),
    ...seed.parents.flatMap(({ validFrom, validTo }) => [
      validFrom,
      ...(validTo === null ? [] : [addDays(validTo, 1)]),
    ]),
  ].filter((day) => day > begin && (seed.validTo === null || day <= seed.validTo));
  const starts = [begin, ...new Set(changes.sort())];
  return starts.map((start, at) => {
    const next = starts[at + 1];
    const names = seed.names.find((name) => holds(name, start));
    if (names === undefined) {
      throw new Error(
        `${seed.code} (${seed.id}) has no name on ${start || 'its first day'}: names must cover the life.`,
      );
    }
    return {
      name: names.name,
      nameEn: names.nameEn,
      abbreviation: names.abbreviation,
      parentId: seed.parents.find((parent) => holds(parent, start))?.parentId ?? null,
      validFrom: start === '' ? null : start,
      validTo: next === undefined ? seed.validTo : addDays(next, -1),
    };
  });
}

// '' stands before every day, as an unknown beginning does.
function holds({ validFrom, validTo }: Dated, day: string): boolean {
  return (validFrom ?? '') <= day && (validTo === null || day <= validTo);
}
