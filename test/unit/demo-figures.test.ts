import { describe, expect, it } from '@jest/globals';
import Big from 'big.js';
import { isFigureRow, type MeasureName } from '../../src/catalogue/form/form.spec.ts';
import { formerProvinces } from '../../src/demo/reports/commune-figures.ts';
import { exactOf, knownIndicators, readMagnitude } from '../../src/demo/reports/magnitude.ts';
import { demoSchedule } from '../../src/demo/reports/schedule.ts';
import { apportion } from '../../src/demo/reports/seeded.ts';
import { type MadeReport, madeReports, numbersOf } from '../support/demo-reports.ts';

const made = madeReports();
const number = numbersOf(made);
const lastOf = new Map(made.map((one) => [one.report.name, one]));
const BEFORE = { 91: ['89', '91'], 79: ['79', '74', '77'] } as const;

/** The whole figures of an indicator-rows form: code, rule, and the parts it is broken down into. */
function rowsOf({ world: { form } }: MadeReport) {
  return form.layout === 'INDICATOR_ROWS' ? form.rows.filter(isFigureRow) : [];
}

function plus(numbers: readonly (Big | null)[]): string {
  return numbers.reduce<Big>((sum, one) => sum.plus(one ?? 0), new Big(0)).toFixed();
}

/** A number as text; what did not arise is none. */
function shown(value: Big | null): string {
  return (value ?? new Big(0)).toFixed();
}

describe('the schedule of the demo', () => {
  const schedule = demoSchedule();

  it('has old provinces before 1 July 2025 and new ones since, and the forms of six kinds: MTTQ has none', () => {
    const seen = (since: boolean) => [
      ...new Set(schedule.filter(({ period }) => period.dataTo > '2025-06-30' === since).map((r) => r.province.code)),
    ];
    expect(seen(false).sort()).toEqual(['74', '77', '79', '89', '91']);
    expect(seen(true).sort()).toEqual(['79', '91']);
    for (const { kind, form } of schedule) expect(form.startsWith(kind)).toBe(true);
    expect(new Set(schedule.map(({ form }) => form))).toEqual(
      new Set(['LDLD-01', 'LDLD-02X', 'HPN-01', 'TD-01', 'TD-02X', 'HND-01', 'CCB-01', 'UBND-PH-01']),
    );
    const byCommune = schedule.filter(({ form }) => form.endsWith('X'));
    expect(byCommune.every(({ period }) => period.year === 2026)).toBe(true);
  });

  it('covers eight quarters, names every report once unless it is sent again, and has 24 files', () => {
    const quarters = new Set(
      schedule.filter(({ period }) => period.kind === 'QUARTER').map(({ period }) => period.key),
    );
    expect([...quarters]).toEqual([
      '2024-Q4',
      '2025-Q1',
      '2025-Q2',
      '2025-Q3',
      '2025-Q4',
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
    ]);
    const sendings = schedule.map(({ name, attempt }) => `${name} #${attempt}`);
    expect(new Set(sendings).size).toBe(sendings.length);
    expect(schedule.filter(({ way }) => way !== 'GIVEN')).toHaveLength(24);
    expect(schedule.filter(({ way }) => way === 'CSV')).toHaveLength(2);
    const ends = schedule.map(({ period }) => period.dataTo);
    expect(ends).toEqual(ends.toSorted());
  });
});

describe('the magnitudes of the catalogue', () => {
  it('are read as Vietnamese texts write them', () => {
    expect(readMagnitude('30k–800k; [F9] Bình Định 2023 >85.000', 'count')).toEqual({ low: 30_000, high: 800_000 });
    expect(readMagnitude('600–5.000', 'count')).toEqual({ low: 600, high: 5_000 });
    expect(readMagnitude('0,5–9 tỷ; [F11] 8,52 tỷ/108', 'money')).toEqual({ low: 5_000, high: 90_000 });
    expect(readMagnitude('0,1–4; [F13] 0,8', 'percent')).toEqual({ low: 1, high: 40 });
    expect(readMagnitude('', 'count')).toBeNull();
  });

  it('hold for a year of every old province', () => {
    const known = knownIndicators();
    const strayed: string[] = [];
    for (const [, provinces] of Object.entries(BEFORE)) {
      for (const code of provinces) {
        for (const one of made.filter((m) => m.report.name.endsWith(` ${code} 2024-Q4`))) {
          for (const { indicatorCode, breakdown, timeRule, type } of rowsOf(one)) {
            const range = known.get(indicatorCode)?.magnitude;
            const value = number(one.report.name, indicatorCode, { measure: 'cumulative' });
            if (!range || breakdown || value === null || timeRule === 'NONE') continue;
            // At either end a tenth more or less is still usual.
            const [low, high] = [
              new Big(exactOf(range.low, type)).times(0.9),
              new Big(exactOf(range.high, type)).times(1.1),
            ];
            if (value.lt(low) || value.gt(high)) strayed.push(`${code} ${indicatorCode} ${value.toFixed()}`);
          }
        }
      }
    }
    expect(strayed).toEqual([]);
  });
});

describe('the figures of the demo', () => {
  it('are members before, plus admitted, less left, also where provinces merged', () => {
    const seam = (code: 91 | 79) => BEFORE[code].map((old) => ['2025-Q2', old] as const);
    const quarters = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];
    for (const [form, stock, gained, lost] of [
      ['LDLD-01', 'LD_MEMBERS', 'LD_MEMBERS_ADMITTED', 'LD_MEMBERS_LEFT'],
      ['LDLD-01', 'LD_GU', 'LD_GU_FOUNDED', 'LD_GU_DISSOLVED'],
      ['CCB-01', 'CCB_MEMBERS', 'CCB_MEMBERS_NEW', 'CCB_DECEASED'],
    ] as const) {
      for (const code of [91, 79] as const) {
        let before = plus(seam(code).map(([key, old]) => number(`${form} ${old} ${key}`, stock)));
        for (const key of quarters) {
          const name = `${form} ${code} ${key}`;
          const now = new Big(before).plus(number(name, gained) ?? 0).minus(number(name, lost) ?? 0);
          expect([name, stock, shown(number(name, stock))]).toEqual([name, stock, now.toFixed()]);
          before = now.toFixed();
        }
      }
    }
  });

  it('add up over the year: what has accumulated is the sum of the quarters, of old provinces too', () => {
    let compared = 0;
    for (const code of [91, 79] as const) {
      for (const form of ['LDLD-01', 'HPN-01', 'CCB-01', 'UBND-PH-01']) {
        const one = lastOf.get(`${form} ${code} 2025`);
        if (!one) throw new Error(`No report ${form} ${code} 2025.`);
        for (const { indicatorCode, breakdown, timeRule } of rowsOf(one)) {
          if (timeRule !== 'SUM') continue;
          const wanted = breakdown ? { breakdown } : {};
          const at = (name: string, measure: MeasureName = 'inPeriod') =>
            number(name, indicatorCode, { ...wanted, measure });
          const old = ['2025-Q1', '2025-Q2'].flatMap((key) => BEFORE[code].map((from) => at(`${form} ${from} ${key}`)));
          const own = ['2025-Q3', '2025-Q4'].map((key) => at(`${form} ${code} ${key}`));
          const whole = plus([...old, ...own]);
          expect([form, code, indicatorCode, shown(at(`${form} ${code} 2025`))]).toEqual([
            form,
            code,
            indicatorCode,
            whole,
          ]);
          expect(shown(at(`${form} ${code} 2025-Q4`, 'cumulative'))).toBe(whole);
          expect(shown(at(`${form} ${code} 2026-Q1`, 'samePeriodLastYear'))).toBe(
            plus(BEFORE[code].map((from) => at(`${form} ${from} 2025-Q1`))),
          );
          const half = plus([at(`${form} ${code} 2026-Q1`), at(`${form} ${code} 2026-Q2`)]);
          expect(shown(at(`${form} ${code} 2026-S1`))).toBe(half);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(80);
  });

  it('of communes add up to their province wherever both report, part by part', () => {
    let compared = 0;
    for (const name of ['LDLD-02X 91 2026-Q1', 'LDLD-02X 91 2026-Q3', 'LDLD-02X 79 2026-Q2', 'TD-02X 79 2026-Q3']) {
      const { world, ready } = lastOf.get(name) ?? {};
      if (world?.form.layout !== 'AREA_ROWS' || !ready) throw new Error(`No area report ${name}.`);
      for (const { indicatorCode, breakdown, measure, placeRule } of world.form.columns) {
        const own = number(name.replace('-02X', '-01'), indicatorCode, {
          measure,
          ...(breakdown ? { breakdown } : {}),
        });
        if (own === null || placeRule !== 'SUM') continue;
        const areas = world.areas.map(({ code: area }) =>
          number(name, indicatorCode, { measure, area, ...(breakdown ? { breakdown } : {}) }),
        );
        expect([name, indicatorCode, breakdown, plus(areas)]).toEqual([name, indicatorCode, breakdown, own.toFixed()]);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('of communes add up over time, and carry on what was reported on the land of an old province', () => {
    const { world } = lastOf.get('TD-02X 91 2026-S1') ?? {};
    const silent = new Set(['30292', '30337', '31078']);
    for (const { code: area } of world?.areas ?? []) {
      if (silent.has(area)) continue;
      for (const code of ['TN_MEMBERS_NEW', 'TN_WORKS', 'TN_WORKS_VALUE', 'TN_ROAD_KM']) {
        const at = (key: string) => number(`TD-02X 91 ${key}`, code, { area });
        expect([area, code, shown(at('2026-S1'))]).toEqual([area, code, plus([at('2026-Q1'), at('2026-Q2')])]);
      }
    }
    const former = formerProvinces();
    for (const [old, communes] of [
      ['91', 48],
      ['89', 54],
    ] as const) {
      const land = (world?.areas ?? []).filter(({ code }) => former.get(code) === old);
      expect(land).toHaveLength(communes);
      const today = new Big(plus(land.map(({ code: area }) => number('TD-02X 91 2026-Q2', 'TN_MEMBERS', { area }))));
      const before = number(`TD-01 ${old} 2025-Q2`, 'TN_MEMBERS') ?? new Big(0);
      expect(today.div(before).minus(1).abs().toNumber()).toBeLessThan(0.04);
    }
  });

  it('move slowly where they stand, and hardly where provinces merged', () => {
    const leaps: string[] = [];
    for (const code of [91, 79] as const) {
      for (const form of ['LDLD-01', 'HPN-01', 'HND-01', 'CCB-01']) {
        const one = lastOf.get(`${form} ${code} 2025-Q3`);
        const stocks = one ? rowsOf(one).filter(({ timeRule, breakdown }) => timeRule === 'LAST' && !breakdown) : [];
        for (const { indicatorCode } of stocks) {
          const old = plus(
            BEFORE[code].map((from) =>
              number(`${form} ${from} ${from === '74' && form === 'HND-01' ? '2025-S1' : '2025-Q2'}`, indicatorCode),
            ),
          );
          const course = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'].map((key) =>
            shown(number(`${form} ${code} ${key}`, indicatorCode)),
          );
          for (const [at, now] of course.entries()) {
            const before = new Big(course[at - 1] ?? old);
            const moved = new Big(now).div(before).minus(1).abs().toNumber();
            if (moved > (at === 0 ? 0.07 : 0.04))
              leaps.push(`${form} ${code} ${indicatorCode} ${before.toFixed()} → ${now}`);
          }
        }
      }
    }
    expect(leaps).toEqual([]);
  });

  it('of money are whole đồng that the unit of the form can show', () => {
    const odd = made.flatMap(({ report, world: { form }, ready }) => {
      const specs = form.layout === 'AREA_ROWS' ? form.columns : form.rows.filter(isFigureRow);
      const money = new Set(specs.filter(({ type }) => type === 'money').map(({ indicatorCode }) => indicatorCode));
      return ready.figures.flatMap(({ indicator, value }) =>
        value !== null && money.has(indicator) && !/^(?:0|[1-9]\d*00000)$/.test(value)
          ? [`${report.name} ${indicator} ${value}`]
          : [],
      );
    });
    expect(odd).toEqual([]);
  });
});

describe('a whole that is split', () => {
  it('is its parts again, wherever the rounding begins', () => {
    for (const turn of [0, 1, 5]) {
      for (const total of [0, 1, 7, 1_000_003]) {
        const parts = apportion(total, [3, 0, 11, 1, 85, 2], turn);
        expect(parts.reduce((all, part) => all + part, 0)).toBe(total);
        expect(parts.every((part) => part >= 0)).toBe(true);
        expect(parts[1]).toBe(0);
      }
    }
  });
});
