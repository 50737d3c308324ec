import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AnsweredTable } from '../../src/answer/table/answer-table.ts';
import { expectedCell, expectedNation, type OracleIndicator, type OracleReport } from '../support/oracle.ts';
import type { OraclePeriod } from '../support/oracle-periods.ts';
import { openReportWorld, type ReportWorld, type TestReport } from '../support/report-builder.ts';

const WARDS: Readonly<Record<string, readonly string[]>> = { '91': ['30292', '30307'], '01': ['00004', '00008'] };
const PROVINCES = Object.keys(WARDS);

let world: ReportWorld;
beforeAll(async () => {
  world = await openReportWorld();
});
afterAll(() => world.close());

const INDICATORS: OracleIndicator[] = [
  { code: 'T_FLOW', time: 'SUM', places: 'SUM', primary: null },
  { code: 'T_STOCK', time: 'LAST', places: 'SUM', primary: null },
  { code: 'T_MAIN', time: 'SUM', places: 'SUM', primary: 'T-TWO' },
  { code: 'T_PCT', time: 'RECOMPUTE', places: 'RECOMPUTE', primary: null },
];
const day = (key: string, from: string, to: string): OraclePeriod => ({ key, from, to });
/** Periods of the state calendar, and a half year of an organisation that closes on 31 May. */
const PERIODS = [
  day('2026-01', '2025-12-15', '2026-01-14'),
  day('2026-02', '2026-01-15', '2026-02-14'),
  day('2026-03', '2026-02-15', '2026-03-14'),
  day('2026-04', '2026-03-15', '2026-04-14'),
  day('2026-05', '2026-04-15', '2026-05-14'),
  day('2026-06', '2026-05-15', '2026-06-14'),
  day('2026-Q1', '2025-12-15', '2026-03-14'),
  day('2026-Q2', '2026-03-15', '2026-06-14'),
  day('2026-S1', '2025-12-15', '2026-06-14'),
  day('2026-S1', '2025-12-01', '2026-05-31'),
  day('2026-9M', '2025-12-15', '2026-09-14'),
  day('2026', '2025-12-15', '2026-12-14'),
];
const COLUMNS = [...PERIODS.filter((period) => period.to !== '2026-05-31'), day('2026-Q3', '2026-06-15', '2026-09-14')];
const WINDOWS = [
  day('2026-01/2026-04', '2025-12-15', '2026-04-14'),
  day('2026-02/2026-Q2', '2026-01-15', '2026-06-14'),
];

const entry = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('0', '7', '12.5', '100.00', '0.125', '999999999999.75', '3~', '41.5~') },
  { weight: 3, arbitrary: fc.constantFrom('NOT_ARISEN', 'BLANK', 'NOT_APPLICABLE', 'NOT_AVAILABLE') },
);
const rowOf = fc.record(
  { T_FLOW: entry, T_STOCK: entry, T_MAIN: entry, T_PCT: entry },
  { requiredKeys: ['T_FLOW', 'T_STOCK'] },
);
const step = fc.record({
  form: fc.constantFrom('T-AREA', 'T-AREA', 'T-ROWS', 'T-ROWS', 'T-TWO'),
  province: fc.constantFrom(...PROVINCES),
  place: fc.nat({ max: 2 }),
  period: fc.nat({ max: PERIODS.length - 1 }),
  rows: fc.tuple(rowOf, rowOf),
  absent: fc.nat({ max: 5 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function reportOf({
  form,
  province,
  place,
  period,
  rows,
  absent,
}: Step): TestReport & { province: string; days: OraclePeriod } {
  const days = PERIODS[period] ?? day('2026', '2025-12-15', '2026-12-14');
  const [a = '', b = ''] = WARDS[province] ?? [];
  const target = form === 'T-AREA' ? province : ([province, a, b][place] ?? province);
  const wards = { [a]: rows[0], ...(absent === 0 ? {} : { [b]: rows[1] }) };
  const figures = (form === 'T-AREA' ? wards : { [target]: rows[0] }) as TestReport['figures'];
  return { form, place: target, period: { key: days.key, from: days.from, to: days.to }, figures, province, days };
}

function known({ form, place, province, days, figures }: ReturnType<typeof reportOf>): OracleReport {
  const cells = Object.entries(figures).flatMap(([at, row]) =>
    Object.entries(row).map(([indicator, text]) => ({
      place: at,
      indicator,
      value: /^\d/.test(text) ? text.replace('~', '') : null,
      missing: /^\d/.test(text) ? null : text,
      estimate: text.endsWith('~'),
    })),
  );
  return { form, place, province, period: days, figures: cells };
}

/** Every cell of the table that is not what the oracle says. */
function faultsOf(
  table: AnsweredTable,
  reports: readonly OracleReport[],
  columns: readonly OraclePeriod[],
  places: readonly string[],
): string[] {
  const faults: string[] = [];
  const wanted = INDICATORS.flatMap((indicator) => places.map((place) => ({ indicator, place })));
  expect(table.series).toHaveLength(wanted.length);
  for (const [at, { indicator, place }] of wanted.entries()) {
    const province = PROVINCES.find((code) => code === place || WARDS[code]?.includes(place)) ?? '';
    for (const [index, column] of columns.entries()) {
      const cell = table.series[at]?.cells[index];
      const expected =
        place === 'VN'
          ? expectedNation(reports, indicator, [...PROVINCES, ...Array<string>(32).fill('')], column)
          : expectedCell(reports, indicator, { place, province }, column);
      const found = {
        exact: cell?.exact,
        status: cell?.status,
        missing: cell?.missing,
        source: cell?.reported ? 'REPORTED' : 'AGGREGATED',
      };
      if (JSON.stringify(found) !== JSON.stringify(expected)) {
        faults.push(
          `${indicator.code} ${place} ${column.key}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`,
        );
      }
    }
  }
  return faults;
}

describe('any sequence of publications', () => {
  const places = ['VN', ...PROVINCES, ...Object.values(WARDS).flat()];
  const indicators = INDICATORS.map(({ code }) => code);

  async function checkTable(reports: readonly OracleReport[]): Promise<void> {
    const keys = await world.table({ indicators, places, periods: COLUMNS.map(({ key }) => key) });
    expect(faultsOf(keys, reports, COLUMNS, places)).toEqual([]);
    for (const window of WINDOWS) {
      const [from = '', to = ''] = window.key.split('/');
      const table = await world.table({ indicators, places, periods: { from, to } });
      expect(faultsOf(table, reports, [window], places)).toEqual([]);
      await expectLeavesAddUp(table);
    }
    await expectLeavesAddUp(keys);
  }

  /** The cells behind a value add up to it, whatever it was made of. */
  async function expectLeavesAddUp(table: AnsweredTable): Promise<void> {
    const asked = table.series.flatMap((one, at) =>
      one.cells.map((cell, column) => ({ at, column, exact: cell.exact })),
    );
    for (const { at, column, exact } of asked.filter((_, index) => index % 17 === 0)) {
      const leaves = await world.leaves(table, at, column);
      expect(sum(leaves.flatMap((leaf) => leaf.exact ?? []))).toBe(exact === null ? null : thousandths(exact));
    }
  }

  it('keeps totals equal to the recount after each, and every answered value equal to the oracle', async () => {
    let steps = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 15, size: 'max' }), async (sequence) => {
        await world.empty();
        const reports = new Map<string, OracleReport>();
        for (const one of sequence) {
          const report = reportOf(one);
          await world.bring(report);
          reports.set(`${report.form} ${report.place} ${JSON.stringify(report.period)}`, known(report));
          expect((await world.verify()).differences).toEqual([]);
          steps += 1;
        }
        await checkTable([...reports.values()]);
      }),
      { numRuns: 60, seed: 20_261_123 },
    );
    expect(steps).toBeGreaterThan(400);
  }, 300_000);
});

function thousandths(text: string): string {
  const [whole = '', part = ''] = text.split('.');
  return String(BigInt(whole + part.padEnd(3, '0')));
}

function sum(values: readonly string[]): string | null {
  if (values.length === 0) return null;
  return String(values.reduce((all, value) => all + BigInt(thousandths(value)), 0n));
}
