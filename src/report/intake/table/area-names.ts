import { fold, toneNormal } from '../../../ground/text/fold.ts';
import type { AreaName } from '../reading.ts';

const TYPES = '(?:phường|xã|đặc khu|thị trấn|tỉnh|thành phố)';
const BARE = new RegExp(`^${TYPES} `, 'u');
const SHORT_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^p(?:\.\s*|\s+)/u, 'phường '],
  [/^x(?:\.\s*|\s+)/u, 'xã '],
  [/^đk(?:\.\s*|\s+)/u, 'đặc khu '],
];

/** Finds areas by their printed names; never by a name without its tone marks when another area folds to the same. */
export interface AreaFinder {
  /** The area's code, or null when the name is unknown or fits several. */
  byName(printed: string): string | null;
  byCode(code: string): AreaName | null;
  readonly names: readonly string[];
}

/** A finder over the communes of one province at one date. */
export function areaFinder(areas: readonly AreaName[]): AreaFinder {
  const full = index(areas, areaKey);
  const bare = once(() => index(areas, ({ name }) => areaKey({ name }).replace(BARE, '')));
  const folded = once(() => index(areas, ({ name }) => fold(areaKey({ name }))));
  const codes = new Map(areas.map((area) => [area.code, area]));
  return {
    names: areas.map((area) => area.name),
    byCode: (code) => codes.get(code.trim()) ?? null,
    byName: (printed) => {
      const key = areaKey({ name: printed });
      const exact = full.get(key) ?? (BARE.test(key) ? null : bare().get(key)) ?? null;
      // Only a name typed without any mark is looked up without marks: 'Thanh An' must not become 'Thạnh An'.
      return exact ?? (key === fold(key) ? (folded().get(key) ?? null) : null);
    },
  };
}

/** Made when it is first asked for: names are seldom typed without their type, or without marks. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Codes by key; null where several areas have the same. */
function index(areas: readonly AreaName[], keyOf: (area: AreaName) => string): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const area of areas) {
    const key = keyOf(area);
    found.set(key, found.has(key) ? null : area.code);
  }
  return found;
}

function areaKey({ name }: Pick<AreaName, 'name'>): string {
  let key = toneNormal(name.replace(/\(\*+\)/g, ' '))
    .replace(/^[-+*•]\s*/u, '')
    .replace(/\s*-\s*/g, '-')
    .replace(/[.,:;]+$/, '');
  for (const [short, type] of SHORT_TYPES) key = key.replace(short, type);
  return key;
}
