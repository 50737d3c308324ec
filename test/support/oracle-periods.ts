/** The oracle's own calendar and arithmetic: periods, tilings by trying every set, decimals as whole numbers. */

/** A stretch of days under a key; a window of several periods has the key `from/to`. */
export interface OraclePeriod {
  key: string;
  from: string;
  to: string;
}

/** Every set of periods that do not overlap: the most days, then the fewest pieces, then the earliest and longest. */
export function tiles(reported: readonly OraclePeriod[], column: OraclePeriod): OraclePeriod[] {
  const latest = new Map<string, OraclePeriod>();
  for (const period of reported) {
    const before = latest.get(period.key);
    if (!before || period.to > before.to || (period.to === before.to && period.from < before.from))
      latest.set(period.key, period);
  }
  const exact = latest.get(column.key);
  if (exact) return [exact];
  const inside = [...latest.values()]
    .filter((period) => within(period.key, column.key))
    .sort((a, b) => (a.from === b.from ? length(b) - length(a) : a.from < b.from ? -1 : 1));
  let chosen: OraclePeriod[] = [];
  for (let mask = 0; mask < 2 ** inside.length; mask++) {
    const set = inside.filter((_, at) => (mask >> at) & 1);
    if (set.some((a, at) => set.slice(at + 1).some((b) => a.from <= b.to && b.from <= a.to))) continue;
    if (prefer(set, chosen)) chosen = set;
  }
  return chosen;
}

function prefer(a: readonly OraclePeriod[], b: readonly OraclePeriod[]): boolean {
  const days = (set: readonly OraclePeriod[]): number => set.reduce((sum, one) => sum + length(one), 0);
  if (days(a) !== days(b)) return days(a) > days(b);
  if (a.length !== b.length) return a.length < b.length;
  for (const [at, one] of a.entries()) {
    const other = b[at];
    if (!other || (one.from === other.from && one.to === other.to)) continue;
    return one.from === other.from ? one.to > other.to : one.from < other.from;
  }
  return false;
}

/** Whether two periods are one row: key and days. */
export function same(a: OraclePeriod, b: OraclePeriod): boolean {
  return a.key === b.key && a.from === b.from && a.to === b.to;
}

/** Whether the nominal months of one key lie within those of another. */
function within(key: string, other: string): boolean {
  const [inner, outer] = [months(key), months(other)];
  return inner[0] >= outer[0] && inner[1] <= outer[1];
}

function months(key: string): [number, number] {
  const [from = '', to = from] = key.split('/');
  const ends = (one: string): [number, number] => {
    const [year = '', part = ''] = one.split('-');
    const base = Number(year) * 12;
    if (part === '') return [base + 1, base + 12];
    if (part === 'S1') return [base + 1, base + 6];
    if (part === '9M') return [base + 1, base + 9];
    if (part.startsWith('Q')) return [base + Number(part[1]) * 3 - 2, base + Number(part[1]) * 3];
    return [base + Number(part), base + Number(part)];
  };
  return [ends(from)[0], ends(to)[1]];
}

/** Days of a period. */
export function length(period: OraclePeriod): number {
  return (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000 + 1;
}

/** Decimals are whole numbers here, times a million. */
const SCALE = 6;

/** The sum of decimals. */
export function add(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}

/** A decimal as it is read. */
export function toBig(text: string): bigint {
  const [whole = '0', part = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole + part.padEnd(SCALE, '0').slice(0, SCALE));
  return text.startsWith('-') ? -size : size;
}

/** A decimal as it is written: plain, without trailing zeros. */
export function toText(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(SCALE + 1, '0');
  const part = digits.slice(-SCALE).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -SCALE)}${part === '' ? '' : `.${part}`}`;
}
