import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from '@jest/globals';
import { Big } from 'big.js';
import fc from 'fast-check';
import { formSeeds } from '../../src/catalogue/form/form.seed.ts';
import { ExactSum } from '../../src/report/intake/check/exact-sum.ts';
import { packFile, unpackFile } from '../../src/report/intake/reader/file-wire.ts';
import { packValues, unpackValues } from '../../src/report/intake/reader/value-wire.ts';
import type { ReadValue } from '../../src/report/intake/reading.ts';

const MONTH = { kind: 'MONTH', dataFrom: '2026-05-15', dataTo: '2026-06-14' } as const;
const texts = fc.oneof(
  fc.constantFrom('', '0', '-', ' 1.234,5 ', '"', '\u2028', '\\'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(12))
  .map(([digits, places]) => new Big(digits.toString()).times(new Big(10).pow(-places)).toFixed());
/** Breakdowns are the form's own objects: the same one for many values, and others that are equal to it. */
const BREAKDOWNS = [{ sector: 'FDI' }, { sector: 'FDI' }, { sex: 'F', level: 'XA' }, {}];
const optional = <T>(name: string, all: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.oneof(
    fc.constant({}),
    all.map((value) => ({ [name]: value })),
  );

const values = (sheet: fc.Arbitrary<string | null>): fc.Arbitrary<ReadValue> =>
  fc
    .tuple(
      fc.record({
        sheet,
        cell: fc.constantFrom('A1', 'E17', 'AB3000'),
        indicatorCode: fc.constantFrom('ND_MEMBERS', 'ND', 'A B', 'A'),
        measure: fc.constantFrom('target', 'inPeriod', 'cumulative', 'samePeriodLastYear'),
        status: fc.constantFrom('OFFICIAL', 'ESTIMATE', 'PRELIMINARY'),
        qualifier: fc.constantFrom(null, 'OVER', 'NEARLY', 'ABOUT'),
      } satisfies {
        [K in 'sheet' | 'cell' | 'indicatorCode' | 'measure' | 'status' | 'qualifier']: fc.Arbitrary<ReadValue[K]>;
      }),
      fc.oneof(
        decimals.chain((value) =>
          fc.constantFrom(value, `${value} tỷ`).map((printed) => ({ value, printed, missing: null })),
        ),
        fc.record({
          value: fc.constant(null),
          printed: texts,
          missing: fc.constantFrom('BLANK', 'NOT_ARISEN', 'NOT_APPLICABLE', 'NOT_AVAILABLE'),
        } satisfies {
          [K in 'value' | 'printed' | 'missing']: fc.Arbitrary<ReadValue[K]>;
        }),
      ),
      optional('area', fc.constantFrom('30307', '91', '')),
      optional('breakdown', fc.constantFrom(...BREAKDOWNS)),
    )
    .map(([value, number, area, breakdown]) => ({ ...value, ...number, ...area, ...breakdown }));

describe('values on their way from the reading process', () => {
  it('are what was sent, in the same order', () => {
    const batches = fc.oneof(
      fc.array(values(fc.constant(null)), { maxLength: 20 }),
      fc.array(values(fc.constantFrom('Biểu', 'Biểu 2', 'inPeriod Biểu', '')), { maxLength: 20 }),
    );
    fc.assert(
      fc.property(batches, (all) => {
        expect(unpackValues(deserialize(serialize(packValues(all))))).toStrictEqual(all);
      }),
      { numRuns: 500 },
    );
  });

  it('take no more room for what many of them share', () => {
    const breakdown = { sector: 'Doanh nghiệp có vốn đầu tư nước ngoài' };
    const all = Array.from(
      { length: 1_000 },
      (_, at): ReadValue => ({
        sheet: 'Biểu tổng hợp',
        cell: `E${at}`,
        indicatorCode: 'LD_MEMBERS',
        area: '30307',
        breakdown,
        measure: 'inPeriod',
        value: '12',
        status: 'OFFICIAL',
        missing: null,
        qualifier: null,
        printed: '12',
      }),
    );
    expect(serialize(packValues(all)).length).toBeLessThan(serialize(all).length / 4);
  });

  it('are refused where they name a key that is not there', () => {
    const [keyOf, marks, lengths] = [Uint32Array.of(0), Uint16Array.of(0), Uint32Array.of(2)];
    expect(() => unpackValues({ keys: [], keyOf, marks, lengths, text: 'A1' })).toThrow(/key 0, of 0/);
  });
});

describe('a file on its way to the reading process', () => {
  it('is what was sent, with its areas in the same order', () => {
    const areas = fc.array(fc.record({ code: texts, name: texts }), { maxLength: 9 });
    const form = formSeeds()[0];
    if (form === undefined) throw new Error('There is no form.');
    const submission = { organisation: 'TD-91', place: { code: '91', name: 'An Giang' }, period: MONTH };
    fc.assert(
      fc.property(areas, fc.uint8Array(), (all, bytes) => {
        const file = { bytes, fileName: 'a.csv', form, submission, areas: all };
        expect(unpackFile(deserialize(serialize(packFile(file))))).toEqual(file);
      }),
    );
  });
});

describe('a sum of decimal strings', () => {
  const summed = (all: readonly string[]): string => {
    const sum = new ExactSum();
    for (const value of all) sum.add(value);
    return sum.value.toFixed();
  };
  const exactly = (all: readonly string[]): string => all.reduce((sum, value) => sum.plus(value), new Big(0)).toFixed();

  it('is exact, whatever is added in whatever order', () => {
    const mixed = fc.oneof(
      decimals,
      fc.integer().map(String),
      fc.constantFrom(
        '4294967296',
        '4294967297',
        '-4294967296',
        '9007199254740991',
        '9007199254740993',
        '3000000000.00000001',
        '0.1',
        '0.99999999999999999',
        '-0',
        '1e3',
        '1.50',
      ),
    );
    fc.assert(
      fc.property(fc.array(mixed, { maxLength: 40 }), (all) => {
        expect(summed(all)).toBe(exactly(all));
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps the digits that a double has no room for', () => {
    expect(summed(['3000000000.00000001', '1'])).toBe('3000000001.00000001');
    expect(summed(['9007199254740993', '2', '-9007199254740992'])).toBe('3');
  });

  it('of nothing is 0', () => expect(summed([])).toBe('0'));
});
