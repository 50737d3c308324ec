import { describe, expect, it } from '@jest/globals';
import { obligationYears, type ObligationTerm } from '../../src/report/obligation/obligation-years.ts';

const TODAY = '2026-11-23';

/** An obligation that states nothing, entered today, with `met` years. */
function term(said: Partial<Omit<ObligationTerm, 'met'>>, ...met: number[]): ObligationTerm {
  return {
    firstYear: null,
    lastYear: null,
    beginsIn: null,
    endsIn: null,
    closedOn: null,
    enteredOn: TODAY,
    ...said,
    met: new Map(met.map((year) => [year, `record of ${year}`])),
  };
}

const states = (of: ObligationTerm, today = TODAY): string =>
  obligationYears(of, today)
    .map(({ year, state }) => `${year} ${state}`)
    .join(', ');

describe('the years of an obligation', () => {
  it('that ended before the hub heard of it are not known, rather than overdue', () => {
    expect(states(term({ firstYear: 2018, lastYear: 2020 }))).toBe('2018 NOT_KNOWN, 2019 NOT_KNOWN, 2020 NOT_KNOWN');
  });

  it('are overdue once the hub’s records reach back to them', () => {
    expect(states(term({ firstYear: 2018, lastYear: 2021 }, 2019))).toBe(
      '2018 NOT_KNOWN, 2019 MET, 2020 OVERDUE, 2021 OVERDUE',
    );
    expect(states(term({ firstYear: 2018, lastYear: 2021, enteredOn: '2020-12-31' }))).toBe(
      '2018 NOT_KNOWN, 2019 NOT_KNOWN, 2020 OVERDUE, 2021 OVERDUE',
    );
  });

  it('are open until their last day', () => {
    const of = term({ firstYear: 2026, lastYear: 2027 });
    expect(states(of, '2026-12-31')).toBe('2026 OPEN, 2027 OPEN');
    expect(states({ ...of, enteredOn: '2026-01-05' }, '2027-01-01')).toBe('2026 OVERDUE, 2027 OPEN');
    expect(obligationYears(of, TODAY).map(({ due }) => due)).toEqual(['2026-12-31', '2027-12-31']);
  });

  it('run by the agreement where the obligation states none, else from the first record to the current year', () => {
    expect(states(term({ beginsIn: 2022, endsIn: 2023 }))).toBe('2022 NOT_KNOWN, 2023 NOT_KNOWN');
    expect(states(term({}, 2024))).toBe('2024 MET, 2025 OVERDUE, 2026 OPEN');
    expect(states(term({}))).toBe('');
    expect(states(term({ firstYear: 2027 }))).toBe('');
  });

  it('are no longer owed where they had not ended when it was closed', () => {
    expect(states(term({ firstYear: 2023, closedOn: '2025-06-01', enteredOn: '2023-01-01' }, 2024))).toBe(
      '2023 OVERDUE, 2024 MET',
    );
    expect(states(term({ firstYear: 2025, closedOn: '2026-01-01' }, 2026))).toBe('2025 NOT_KNOWN, 2026 MET');
  });

  it('lead to what meets them, and are at most a hundred', () => {
    expect(obligationYears(term({ firstYear: 2024, lastYear: 2024 }, 2024), TODAY)[0]?.metById).toBe('record of 2024');
    expect(obligationYears(term({ firstYear: 1945, lastYear: 2200 }), TODAY)).toHaveLength(100);
  });
});
