import { normalise } from '../../ground/text/fold.ts';
import { sortKey } from '../../ground/text/sort-key.ts';

/** Stands below every character of a sort key, so that a name that is a beginning of another comes first. */
const BETWEEN = ',';

/**
 * The key by which lists of persons go, as Vietnamese lists do: by the given name (the last word) with its tone, then by the
 * family name (the first), then by what stands between. Compared byte by byte (PostgreSQL `collate "C"`).
 */
export function personSortKey(name: string): string {
  const words = normalise(name).split(' ');
  const given = words.at(-1) ?? '';
  const [family = '', ...middle] = words.slice(0, -1);
  return [given, family, middle.join(' ')].map(sortKey).join(BETWEEN).replace(/,+$/, '');
}
