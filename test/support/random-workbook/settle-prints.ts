import { SHORT_GROUP } from './print-number.ts';

/** A number written as text, as the contract tells thousands from fractions. */
export interface Written {
  numeral: string;
  column: number;
  /** No fraction is possible. */
  whole: boolean;
  /** ASIDE: in a cell from which no value may be taken, and which may say something about the habit or not. */
  sound: 'OWN' | 'ASIDE';
}

/** What the contract makes of a number: its value, an AMBIGUOUS_NUMBER, or either of them. */
export type Settled = 'VALUE' | 'AMBIGUOUS' | 'EITHER';

type Evidence = 'VI' | 'EN' | 'WEAK';

/**
 * Settles every number written as text: “1.234” of what can have a fraction is what the other numbers of its column and
 * sheet say, and ambiguous where they say nothing or both.
 */
export function settlePrints(written: readonly Written[]): Settled[] {
  const evidence = written.map(({ numeral, sound }) =>
    sound === 'OWN' || evidenceOf(numeral) === null ? evidenceOf(numeral) : 'WEAK',
  );
  return written.map(({ numeral, whole, column }, at) => {
    if (whole || !SHORT_GROUP.test(numeral)) return 'VALUE';
    if (/^-?0/.test(numeral)) return 'EITHER';
    const styles = (own: boolean): Set<Evidence> => {
      const found = evidence.filter((_, other) => other !== at && (!own || written[other]?.column === column));
      return new Set(found.filter((one) => one !== null));
    };
    return settle(styles(true), styles(false));
  });
}

function settle(column: ReadonlySet<Evidence>, sheet: ReadonlySet<Evidence>): Settled {
  const speaks = (styles: ReadonlySet<Evidence>): number => (styles.has('VI') ? 1 : 0) + (styles.has('EN') ? 1 : 0);
  if (speaks(column) === 2 || sheet.size === 0) return 'AMBIGUOUS';
  return speaks(column) === 1 && speaks(sheet) === 1 ? 'VALUE' : 'EITHER';
}

/** The style that a numeral can only have been written in; WEAK where one may see it so. */
function evidenceOf(numeral: string): Evidence | null {
  const separators = numeral.replace(/[^.,]/g, '');
  if (separators === '') return null;
  if (/^\.{2,}$/.test(separators)) return 'VI';
  if (/^,{2,}$/.test(separators)) return 'EN';
  if (separators.length > 1) return separators.endsWith(',') ? 'VI' : 'EN';
  if (SHORT_GROUP.test(numeral) || /^-?0[.,]/.test(numeral) || /[.,]\d{3}$/.test(numeral)) return 'WEAK';
  return separators === ',' ? 'VI' : 'EN';
}
