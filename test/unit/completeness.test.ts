import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { completenessOf } from '../../src/report/completeness/completeness.ts';
import type { Expected, Returned, ReturnKind } from '../../src/report/completeness/completeness.ts';

const KEYS = Array.from({ length: 8 }, (_, at) => `LDLD-0${at}`);
const dues = fc.constantFrom('2026-06-16', '2026-06-17', '2026-06-18');
/** Instants around the ends of these days in Vietnam, to the millisecond. */
const instants = fc
  .tuple(fc.integer({ min: 15, max: 19 }), fc.integer({ min: -2, max: 2 }))
  .map(([day, ms]) => Date.parse(`2026-06-${day}T00:00:00+07:00`) + ms);
const owed: fc.Arbitrary<Expected[]> = fc
  .uniqueArray(fc.constantFrom(...KEYS.slice(0, 6)))
  .chain((keys) => fc.tuple(...keys.map((key) => dues.map((due) => ({ key, due })))));
const came: fc.Arbitrary<Returned[]> = fc.array(
  fc.record({
    key: fc.constantFrom(...KEYS),
    kind: fc.constantFrom<ReturnKind>('RECEIVED', 'NIL_RETURN', 'EMPTY'),
    submittedAt: instants,
  }),
  { maxLength: 12 },
);

describe('completeness', () => {
  it('adds up: kinds to what is owed, on time and late to what came, and never over all', () => {
    fc.assert(
      fc.property(owed, came, (expected, returned) => {
        const found = completenessOf(expected, returned);
        const { received, nilReturns, empty, missing, onTime, late, unexpected } = found;
        const keys = new Set(returned.map(({ key }) => key));
        expect(found.expected).toBe(expected.length);
        expect(received + nilReturns + empty + missing).toBe(expected.length);
        expect(onTime + late).toBe(received + nilReturns + empty);
        expect(received + nilReturns + empty).toBe(expected.filter(({ key }) => keys.has(key)).length);
        expect(received + nilReturns + empty + unexpected).toBe(keys.size);
        expect(Math.min(...Object.values(found).map((one) => Number(one ?? 0)))).toBeGreaterThanOrEqual(0);
        expect([found.rate === null, found.onTimeRate === null]).toEqual(Array(2).fill(expected.length === 0));
        expect(Number(found.rate ?? 0)).toBeLessThanOrEqual(100);
        expect(Number(found.onTimeRate ?? 0)).toBeLessThanOrEqual(Number(found.rate ?? 0));
        expect(found.rate === '100.0').toBe(expected.length > 0 && missing + empty === 0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('does not change by what nobody owes, but for its count', () => {
    fc.assert(
      fc.property(owed, came, (expected, returned) => {
        const wanted = new Set(expected.map(({ key }) => key));
        const own = returned.filter(({ key }) => wanted.has(key));
        expect({ ...completenessOf(expected, returned), unexpected: 0 }).toEqual(completenessOf(expected, own));
      }),
    );
  });

  it.each([
    ['the last millisecond of the day in Vietnam', '2026-06-16T23:59:59.999+07:00', 1],
    ['the first of the next, though still that day elsewhere', '2026-06-17T00:00:00+07:00', 0],
    ['long before', '2026-01-01T00:00:00+07:00', 1],
  ])('is on time at %s', (_, instant, onTime) => {
    const returned = { key: 'a', kind: 'RECEIVED', submittedAt: Date.parse(instant) } as const;
    expect(completenessOf([{ key: 'a', due: '2026-06-16' }], [returned]).onTime).toBe(onTime);
  });

  it('is not whole where one of 2,000 is missing', () => {
    const expected = Array.from({ length: 2_000 }, (_, at) => ({ key: String(at), due: '2026-06-16' }));
    const returned = expected.slice(1).map(({ key }) => ({ key, kind: 'RECEIVED' as const, submittedAt: 0 }));
    expect(completenessOf(expected, returned).rate).toBe('99.9');
  });

  it('of nothing owed is no rate, whatever came', () => {
    const returned = [{ key: 'a', kind: 'NIL_RETURN', submittedAt: 0 }] as const;
    expect(completenessOf([], returned)).toMatchObject({ expected: 0, unexpected: 1, rate: null, onTimeRate: null });
  });
});
