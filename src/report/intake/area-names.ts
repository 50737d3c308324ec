import { fold, toneNormal } from '../../ground/text/fold.ts';
import type { AreaName } from './reading.ts';

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
  const keys = areas.map(({ code, name }) => ({ code, key: areaKey(name) }));
  const full = index(keys, (key) => key);
  const bare = once(() => index(keys, (key) => key.replace(BARE, '')));
  const folded = once(() => index(keys, fold));
  const codes = new Map(areas.map((area) => [area.code, area]));
  return {
    names: areas.map((area) => area.name),
    byCode: (code) => codes.get(code.trim()) ?? null,
    byName: (printed) => {
      const key = areaKey(printed);
      const exact = only(full, key) ?? (BARE.test(key) ? null : only(bare(), key));
      // Only a name typed without any mark is looked up without marks: 'Thanh An' must not become 'Thạnh An'.
      return exact ?? (key === fold(key) ? only(folded(), key) : null);
    },
  };
}

/** Made when it is first asked for: names are seldom typed without their type, or without marks. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function index(areas: readonly { code: string; key: string }[], keyOf: (key: string) => string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { code, key } of areas) {
    const there = found.get(keyOf(key));
    if (there === undefined) found.set(keyOf(key), [code]);
    else there.push(code);
  }
  return found;
}

function only(index: ReadonlyMap<string, readonly string[]>, key: string): string | null {
  const [code = null, more] = index.get(key) ?? [];
  return more === undefined ? code : null;
}

function areaKey(name: string): string {
  let key = toneNormal(name.replace(/\(\*+\)/g, ' '))
    .replace(/^[-+*•]\s*/u, '')
    .replace(/\s*-\s*/g, '-')
    .replace(/[.,:;]+$/, '');
  for (const [short, type] of SHORT_TYPES) key = key.replace(short, type);
  return key;
}
