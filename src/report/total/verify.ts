import Big from 'big.js';
import type { Tx } from '../../ground/database/data-source.ts';
import { type CountedTotal, recount, totalKey } from './recount.ts';
import { currentFiguresOf, provincesWithReports, storedTotalsOf } from './verify.store.ts';

/** One place where stored and counted totals differ. */
export interface TotalDifference {
  key: string;
  stored: CountedTotal | null;
  counted: CountedTotal | null;
}

/** What a verification found. */
export interface Verification {
  figures: number;
  totals: number;
  differences: TotalDifference[];
}

/**
 * Counts every stored total anew from the current figures, province by province, and names what differs. Run it as the hub
 * itself and in one snapshot: who may not see a figure would miss it in the count.
 */
export async function verifyTotals(tx: Tx, progress: (text: string) => void = () => undefined): Promise<Verification> {
  const found: Verification = { figures: 0, totals: 0, differences: [] };
  for (const provinceId of await provincesWithReports(tx)) {
    const figures = await currentFiguresOf(tx, provinceId);
    const counted = recount(figures);
    const stored = new Map(
      (await storedTotalsOf(tx, provinceId)).map((total) => [totalKey(total), { ...total, key: totalKey(total) }]),
    );
    for (const key of new Set([...counted.keys(), ...stored.keys()])) {
      const [left, right] = [stored.get(key) ?? null, counted.get(key) ?? null];
      if (!same(left, right)) found.differences.push({ key, stored: left, counted: right });
    }
    found.figures += figures.length;
    found.totals += stored.size;
    progress(`province ${provinceId}: ${figures.length} figures, ${stored.size} totals`);
  }
  return found;
}

function same(a: CountedTotal | null, b: CountedTotal | null): boolean {
  if (!a || !b) return a === b;
  const sums = a.sum === null || b.sum === null ? a.sum === b.sum : new Big(a.sum).eq(b.sum);
  const counts = ['present', 'notArisen', 'estimated', 'preliminary', 'carried', 'places'] as const;
  return sums && counts.every((name) => a[name] === b[name]);
}
