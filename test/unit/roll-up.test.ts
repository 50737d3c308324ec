import { describe, expect, it } from '@jest/globals';
import Big from 'big.js';
import fc from 'fast-check';
import type { MissingReason } from '../../src/ground/period/missing.ts';
import { parsePeriodKey, windowOf } from '../../src/ground/period/period.ts';
import type { DataWindow, Period } from '../../src/ground/period/period.ts';
import { rollUpPlaces, rollUpTime } from '../../src/ground/period/roll-up.ts';
import type { FigureCell, PlaceAggregation, RollUp, TimeAggregation } from '../../src/ground/period/roll-up.ts';

function period(key: string): Period {
  const found = parsePeriodKey(key);
  if (found === null) throw new Error(`${key} is no key`);
  return found;
}
function window(from: string, to = from): DataWindow {
  const outcome = windowOf(from, to);
  if ('fault' in outcome) throw new Error(outcome.fault);
  return outcome.ok;
}
/** A figure: a decimal, or the reason why there is none. */
function cell(key: string, said: string, status: FigureCell['status'] = 'OK'): FigureCell {
  const number = /\d/.test(said);
  return { period: period(key), value: number ? said : null, missing: number ? null : (said as MissingReason), status };
}
function months(...said: string[]): FigureCell[] {
  return said.map((one, i) => cell(`2026-0${i + 1}`, one));
}

const JANUARY_TO_APRIL = window('2026-01', '2026-04');
const WARD_A = months('NOT_ARISEN', '50', '60', '10');
const WARD_B = months('10', '40', 'NOT_ARISEN', 'NOT_ARISEN');

describe('the reference case: wards –,50,60,10 and 10,40,–,–', () => {
  it.each<[TimeAggregation, PlaceAggregation, string]>([
    ['SUM', 'SUM', '170'],
    ['COUNT', 'SUM', '5'],
    ['FIRST', 'SUM', '60'],
    ['LAST', 'SUM', '50'],
    ['LAST', 'AVERAGE', '25'],
    ['MIN', 'SUM', '20'],
    ['MAX', 'SUM', '100'],
    ['AVERAGE', 'SUM', '65'],
    ['AVERAGE', 'AVERAGE', '32.5'],
    ['SUM', 'POOLED_AVERAGE', '34'],
    ['AVERAGE', 'POOLED_AVERAGE', '34'],
  ])('%s over time, %s over places is %s', (time, place, expected) => {
    const wards = [WARD_A, WARD_B].map((cells) => rollUpTime(time, cells, JANUARY_TO_APRIL));
    expect(rollUpPlaces(place, wards).value).toBe(expected);
  });
  it('reads “–” the same when it is a blank', () => {
    const blank = (cells: FigureCell[]): FigureCell[] =>
      cells.map((one) => (one.value === null ? { ...one, missing: 'BLANK' } : one));
    const wards = [WARD_A, WARD_B].map((cells) => rollUpTime('LAST', blank(cells), JANUARY_TO_APRIL));
    expect(rollUpPlaces('SUM', wards).value).toBe('50');
  });
  it('carries ward B from February, ward A not, and so the sum', () => {
    const [a, b] = [WARD_A, WARD_B].map((cells) => rollUpTime('LAST', cells, JANUARY_TO_APRIL));
    expect([a?.value, a?.carried, b?.value, b?.carried]).toEqual(['10', false, '40', true]);
    expect(b?.used).toEqual([WARD_B[1]]);
    expect(
      rollUpPlaces(
        'SUM',
        [a, b].flatMap((part) => part ?? []),
      ).carried,
    ).toBe(true);
  });
});

describe('rollUpTime', () => {
  it('counts “-” as received, and as nothing inside a sum', () => {
    expect(rollUpTime('SUM', WARD_A, JANUARY_TO_APRIL)).toMatchObject({
      value: '120',
      present: 3,
      notArisen: 1,
      missing: null,
    });
  });
  it.each<[string[], MissingReason]>([
    [['NOT_ARISEN', 'NOT_ARISEN'], 'NOT_ARISEN'],
    [['NOT_ARISEN', 'BLANK'], 'BLANK'],
    [['NOT_APPLICABLE', 'NOT_ARISEN'], 'NOT_ARISEN'],
    [['BLANK', 'NOT_AVAILABLE'], 'NOT_AVAILABLE'],
    [[], 'BLANK'],
  ])('makes nothing but missing (%j) null, under every rule', (said, missing) => {
    for (const rule of ['SUM', 'LAST', 'FIRST', 'AVERAGE', 'MIN', 'MAX', 'COUNT'] as const) {
      expect(rollUpTime(rule, months(...said), JANUARY_TO_APRIL)).toMatchObject({
        value: null,
        sum: null,
        present: 0,
        missing,
      });
    }
  });
  it('keeps zero apart from missing', () => {
    expect(rollUpTime('SUM', months('0', 'BLANK'), JANUARY_TO_APRIL)).toMatchObject({ value: '0', present: 1 });
    expect(rollUpTime('SUM', months('-1.50', '1.5'), JANUARY_TO_APRIL).value).toBe('0');
  });
  it('is exact: no binary fractions, no lost digits', () => {
    expect(rollUpTime('SUM', months('0.1', '0.2'), JANUARY_TO_APRIL).value).toBe('0.3');
    expect(rollUpTime('SUM', months('90071992547409931234567890', '0.00000001'), JANUARY_TO_APRIL).value).toBe(
      '90071992547409931234567890.00000001',
    );
  });
  it('divides to 20 decimals, half up, without trailing zeros', () => {
    expect(rollUpTime('AVERAGE', months('1', '0', '0'), JANUARY_TO_APRIL).value).toBe('0.33333333333333333333');
    expect(rollUpTime('AVERAGE', months('2', '0', '0'), JANUARY_TO_APRIL).value).toBe('0.66666666666666666667');
    expect(rollUpTime('AVERAGE', months('0.00000000000000000001', '0'), JANUARY_TO_APRIL).value).toBe(
      '0.00000000000000000001',
    );
    expect(rollUpTime('AVERAGE', months('5.00', '2'), JANUARY_TO_APRIL).value).toBe('3.5');
  });
  it('compares numbers, not texts', () => {
    expect(rollUpTime('MAX', months('9', '10', '-3'), JANUARY_TO_APRIL).value).toBe('10');
    expect(rollUpTime('MIN', months('9', '10', '-3'), JANUARY_TO_APRIL).value).toBe('-3');
  });
  it('counts the estimates and preliminary figures that made the value', () => {
    const cells = [cell('2026-01', '1', 'ESTIMATE'), cell('2026-02', '2', 'PRELIMINARY'), cell('2026-03', '3')];
    expect(rollUpTime('SUM', cells, JANUARY_TO_APRIL)).toMatchObject({ estimated: 1, preliminary: 1 });
    expect(rollUpTime('LAST', cells, JANUARY_TO_APRIL)).toMatchObject({ estimated: 0, preliminary: 0, present: 1 });
  });
  it('refuses a value that is no decimal', () => {
    expect(() => rollUpTime('SUM', months('1,5'), JANUARY_TO_APRIL)).toThrow();
  });
});

describe('LAST', () => {
  it('asks for one number in June, the second quarter and the first half', () => {
    const june = [cell('2026-03', '7'), cell('2026-06', '9')];
    for (const key of ['2026-06', '2026-Q2', '2026-S1']) {
      expect(rollUpTime('LAST', june, window(key))).toMatchObject({ value: '9', carried: false });
    }
  });
  it('prefers the exact key, then the latest data date, then the longer period', () => {
    const cells = [cell('2026-06', '1'), cell('2026-Q2', '2'), cell('2026-S1', '3'), cell('2026-05', '4')];
    expect(rollUpTime('LAST', cells, window('2026-Q2')).value).toBe('2');
    expect(rollUpTime('LAST', cells, window('2026-9M')).value).toBe('3');
    expect(rollUpTime('LAST', cells, window('2026-9M')).carried).toBe(true);
  });
  it('falls back on an earlier figure when the exact one is missing', () => {
    const cells = [cell('2026-05', '4'), cell('2026-Q2', 'NOT_AVAILABLE')];
    expect(rollUpTime('LAST', cells, window('2026-Q2'))).toMatchObject({ value: '4', carried: true, missing: null });
  });
  it('leaves aside what was known before or after the window', () => {
    const cells = [cell('2026-03', '1'), cell('2026-07', '2')];
    expect(rollUpTime('LAST', cells, window('2026-Q2'))).toMatchObject({ value: null, missing: 'BLANK' });
  });
  it('does not call the exact period carried when its organisation closes on 31 May', () => {
    const union = { ...period('2026-S1'), dataFrom: '2025-12-01', dataTo: '2026-05-31' };
    const figure: FigureCell = { period: union, value: '5', missing: null, status: 'OK' };
    expect(rollUpTime('LAST', [figure], window('2026-S1'))).toMatchObject({ value: '5', carried: false });
    expect(rollUpTime('LAST', [figure], window('2026-Q2'))).toMatchObject({ value: '5', carried: true });
  });
});

describe('rollUpPlaces', () => {
  const place = (...said: string[]): RollUp => rollUpTime('SUM', months(...said), JANUARY_TO_APRIL);
  it('leaves places without a value out, and is null with a reason when there is none', () => {
    expect(rollUpPlaces('AVERAGE', [place('4'), place('BLANK'), place('2')]).value).toBe('3');
    expect(rollUpPlaces('COUNT', [place('4'), place('BLANK'), place('2')]).value).toBe('2');
    expect(rollUpPlaces('SUM', [place('NOT_ARISEN'), place('BLANK')])).toMatchObject({
      value: null,
      missing: 'BLANK',
      notArisen: 1,
    });
    expect(rollUpPlaces('POOLED_AVERAGE', [])).toMatchObject({ value: null, sum: null, missing: 'BLANK', present: 0 });
  });
  it('takes smallest and greatest over places', () => {
    const places = [place('4', '5'), place('10'), place('2', '1')];
    expect([rollUpPlaces('MIN', places).value, rollUpPlaces('MAX', places).value]).toEqual(['3', '10']);
  });
  it('adds up to the same however places are ordered and grouped', () => {
    const said = fc.oneof(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map((n) => new Big(String(n)).div(1000).toFixed()),
      fc.constantFrom('BLANK', 'NOT_ARISEN', 'NOT_AVAILABLE', 'NOT_APPLICABLE'),
    );
    const places = fc.array(fc.array(said, { maxLength: 4 }), { maxLength: 8 });
    fc.assert(
      fc.property(places, fc.nat({ max: 8 }), (all, cut) => {
        const parts = all.map((one) => place(...one));
        const whole = rollUpPlaces('SUM', parts);
        expect(rollUpPlaces('SUM', parts.toReversed())).toEqual(whole);
        const groups = [parts.slice(0, cut), parts.slice(cut)].filter((group) => group.length > 0);
        expect(
          rollUpPlaces(
            'SUM',
            groups.map((group) => rollUpPlaces('SUM', group)),
          ),
        ).toEqual(whole);
        const numbers = all.flat().filter((text) => /\d/.test(text));
        const total = numbers.length === 0 ? null : numbers.reduce((sum, text) => sum.plus(text), new Big(0)).toFixed();
        expect([whole.value, whole.sum, whole.present]).toEqual([total, total, numbers.length]);
      }),
    );
  });
});
