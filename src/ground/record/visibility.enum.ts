import { documentedEnum } from '../gql/enum.ts';
import type { Exposure } from '../viewer/circle.ts';

/** Who may know of a record. */
export type Visibility = 'ORGANISATION' | 'REVIEWERS' | 'PUBLIC';

/** `Visibility` in the graph. */
export const VisibilityEnum = documentedEnum<Visibility>('Visibility', 'Who may know of a record.', {
  ORGANISATION: 'The organisation that keeps it, and nobody else.',
  REVIEWERS: 'The organisation and the reviewers of its province.',
  PUBLIC: 'Everybody.',
});

const BY_EXPOSURE: readonly Visibility[] = ['ORGANISATION', 'REVIEWERS', 'PUBLIC'];

/** The visibility of an exposure. */
export function toVisibility(exposure: Exposure): Visibility {
  return BY_EXPOSURE[exposure] ?? 'ORGANISATION';
}

/** The exposure of a visibility. */
export function exposureOf(visibility: Visibility): Exposure {
  return BY_EXPOSURE.indexOf(visibility) as Exposure;
}
