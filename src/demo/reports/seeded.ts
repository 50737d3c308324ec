/**
 * A number from 0 up to 1 that depends on nothing but the key: the same on every machine and in every run. FNV-1a with a
 * finishing mix; good enough to look irregular, and not random in any other sense.
 */
export function shareOf(...key: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  const text = key.join('|');
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}

/** A number between two bounds that depends on nothing but the key. */
export function between(low: number, high: number, ...key: readonly (string | number)[]): number {
  return low + (high - low) * shareOf(...key);
}

/**
 * Splits a whole number by whole weights into whole numbers that add up to it exactly. The place where the rounding begins turns
 * with `turn`, so that a small number does not always fall to the same parts. The weights must not all be 0.
 */
export function apportion(total: number, weights: readonly number[], turn = 0): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const parts = weights.map(() => 0);
  let reached = 0;
  let given = 0;
  for (let step = 0; step < weights.length; step++) {
    const at = (step + turn) % weights.length;
    reached += weights[at] ?? 0;
    const upTo = Math.floor((total * reached) / sum);
    parts[at] = upTo - given;
    given = upTo;
  }
  return parts;
}
