import type { OrganisationKind } from '../../catalogue/organisation/organisation.kind.ts';
import type { Column } from './cell.ts';

/** How the places of a table are selected, once the one way that was meant is clear; by keys also those that do not live on the day. */
export type PlaceChoice =
  | { by: 'keys'; keys: readonly number[] }
  | { by: 'codes'; codes: string[] }
  | { by: 'within'; root: number; level: string }
  | { by: 'all'; level: string };

/** Which kinds of organisation answer for an indicator, and which single ones where codes were given. */
export interface Reporters {
  kinds: readonly OrganisationKind[];
  /** Codes asked for, by kind; a kind that was asked for as a whole is not among them. */
  codes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What a query asks for in the words of the catalogue, before anything is looked up. */
export interface ParsedQuery {
  codes: string[];
  columns: Column[];
  choice: PlaceChoice;
  reporters: Reporters | null;
  on: string;
  /** Whether parts of the values (women, a sector) are wanted as well; the columns are nominal periods then. */
  parts?: boolean;
}
