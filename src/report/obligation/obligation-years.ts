/** How an obligation stands in one year. */
export type ObligationState = 'MET' | 'OPEN' | 'OVERDUE' | 'NOT_KNOWN';

/** What the years of an obligation depend on. Days are ISO dates in Vietnam. */
export interface ObligationTerm {
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** Year in which the agreement begins (term, else signing); null where that is not known. */
  readonly beginsIn: number | null;
  /** Year in which the term of the agreement ends; null where it has none or that is not known. */
  readonly endsIn: number | null;
  /** First day on which the obligation or its agreement is closed; null while both are open. */
  readonly closedOn: string | null;
  /** The day the obligation was entered in the hub. */
  readonly enteredOn: string;
  /** Global id of what meets it, by year. */
  readonly met: ReadonlyMap<number, string>;
}

/** One year of an obligation. */
export interface YearState {
  readonly year: number;
  /** The last day of the year (ISO date). */
  readonly due: string;
  readonly state: ObligationState;
  readonly metById: string | null;
}

/** More years than any agreement has: what is beyond is a slip of the pen, and not worth an answer of its length. */
const MOST_YEARS = 100;

/**
 * The years of an obligation, oldest first, as they stand on a day (ISO date): from its first to its last year. Where one is
 * not stated, the agreement's own beginning or end stands in; where that is not known either, the first year for which
 * something is recorded, and the current year. Years that had not ended when it was closed are left out unless they were met.
 */
export function obligationYears(term: ObligationTerm, today: string): YearState[] {
  const recorded = [...term.met.keys()];
  const earliest = recorded.length > 0 ? Math.min(...recorded) : null;
  const first = term.firstYear ?? term.beginsIn ?? earliest;
  if (first === null) return [];
  const last = Math.min(term.lastYear ?? term.endsIn ?? Number(today.slice(0, 4)), first + MOST_YEARS - 1);
  const years: YearState[] = [];
  for (let year = first; year <= last; year += 1) {
    const due = `${String(year).padStart(4, '0')}-12-31`;
    const metById = term.met.get(year) ?? null;
    if (metById === null && term.closedOn !== null && term.closedOn <= due) continue;
    const heard = term.enteredOn <= due || (earliest !== null && earliest < year);
    years.push({ year, due, state: stateOf(metById, due, today, heard), metById });
  }
  return years;
}

function stateOf(metById: string | null, due: string, today: string, heard: boolean): ObligationState {
  if (metById !== null) return 'MET';
  if (today <= due) return 'OPEN';
  return heard ? 'OVERDUE' : 'NOT_KNOWN';
}
