import { canonicalDigest } from './canonical-json.ts';

/** A definition as a seed brings it. */
export interface NewDefinition<T> {
  readonly id: number;
  readonly definition: T;
  /** The version its author gave it; 1 where definitions carry none. */
  readonly declared: number;
}

/** The latest definition of an id that the hub knows. */
export interface KnownDefinition {
  readonly id: number;
  readonly version: number;
  readonly digest: string;
}

/** A definition with the version under which the hub keeps it; `fresh` where that version is new. */
export interface VersionedDefinition<T> {
  readonly id: number;
  readonly definition: T;
  readonly version: number;
  readonly digest: string;
  readonly fresh: boolean;
}

/**
 * Gives each definition its version: the known one while digest and declared version are no news, else the next (or the
 * declared one, if that is later). A version once given is never given to another text.
 */
export function versionDefinitions<T>(
  given: readonly NewDefinition<T>[],
  known: readonly KnownDefinition[],
): VersionedDefinition<T>[] {
  const latest = new Map(known.map((one) => [one.id, one]));
  return given.map(({ id, definition, declared }) => {
    const digest = canonicalDigest(definition);
    const before = latest.get(id);
    if (before === undefined) return { id, definition, digest, version: declared, fresh: true };
    if (before.digest === digest && declared <= before.version) {
      return { id, definition, digest, version: before.version, fresh: false };
    }
    return { id, definition, digest, version: Math.max(before.version + 1, declared), fresh: true };
  });
}
