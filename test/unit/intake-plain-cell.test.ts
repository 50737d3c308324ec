import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressOf, placeOf } from '../../src/report/intake/workbook/sheet.ts';
import { PlainCellScanner } from '../../src/report/intake/workbook/xlsx-plain-cell.ts';

type Scanned = Pick<PlainCellScanner, 'row' | 'column' | 'style' | 'isShared' | 'value'> & { end: number };

const scanner = new PlainCellScanner();
function scan(text: string, from = 0): Scanned | null {
  const end = scanner.scan(text, from);
  const { row, column, style, isShared, value } = scanner;
  return end < 0 ? null : { row, column, style, isShared, value, end };
}

/** The same by a regular expression and the language's own reading of numbers. */
const SPELLING = /^<c r="([A-Z]{1,3}\d{1,7})"(?: s="(\d{1,5})")?(?: t="(n|s)")?><v>(\d+(?:\.\d+)?)<\/v><\/c>/;
function expected(text: string): Scanned | null {
  const [all = '', address = '', style = '0', type = 'n', value = ''] = SPELLING.exec(text) ?? [];
  const place = placeOf(address);
  const isShared = type === 's';
  if (place === null || value.replace('.', '').length > 15 || (isShared && value.includes('.'))) return null;
  return { ...place, style: Number(style), isShared, value: Number(value), end: all.length };
}

const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: usual, weight: 9 }, { arbitrary: odd, weight: 1 });
const cells = fc
  .tuple(
    mostly(fc.constant('<c'), fc.constantFrom('<c ', '<C', '<cc')),
    mostly(
      fc.tuple(fc.nat(1_048_575), fc.nat(16_383)).map(([row, column]) => addressOf(row, column)),
      fc.constantFrom('A0', 'a1', '$A$1', 'AAAA1', 'A12345678', '7', 'A', 'A 1', 'A01'),
    ),
    mostly(
      fc.constantFrom('', ' s="0"', ' s="12"', ' s="99999"'),
      fc.constantFrom(' s="123456"', ' s=""', " s='1'", ' s="-1"'),
    ),
    mostly(fc.constantFrom('', ' t="s"', ' t="n"'), fc.constantFrom(' t="str"', ' t="b"', ' t="s" s="1"')),
    mostly(fc.constant(''), fc.constantFrom('<f>1+1</f>', ' ')),
    mostly(
      fc.oneof(
        fc.bigInt({ min: 0n, max: 10n ** 17n }).map(String),
        fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.nat()).map(([whole, part]) => `${whole}.${part}`),
        fc.double({ min: 0, max: 1e12, noNaN: true }).map(String),
      ),
      fc.constantFrom(
        '',
        '-1',
        '+1',
        '1e3',
        '.5',
        '5.',
        '1.2.3',
        ' 1',
        '1 ',
        '007',
        '0',
        '1,5',
        '&#49;',
        '9'.repeat(16),
      ),
    ),
    mostly(fc.constant('</v></c>'), fc.constantFrom('</v ></c>', '</v><v>1</v></c>', '</v>', '')),
  )
  .map(([open, address, style, type, before, value, close]) =>
    [open, ` r="${address}"`, style, type, '>', before, '<v>', value, close].join(''),
  );

describe('a cell in its usual spelling', () => {
  it('is read as a regular expression reads it, and anything else is left alone', () => {
    let taken = 0;
    fc.assert(
      fc.property(cells, fc.constantFrom('', '<c r="B1"><v>2</v></c>', '</row>'), (cell, after) => {
        const found = scan(cell + after);
        expect(found).toEqual(expected(cell + after));
        if (found !== null) taken++;
      }),
      { numRuns: 10_000 },
    );
    expect(taken).toBeGreaterThan(200);
  });

  it('is left alone as long as not all of it is there', () => {
    const whole = '<c r="AB17" s="3" t="n"><v>12.5</v></c>';
    for (let length = 0; length < whole.length; length++)
      expect([length, scan(whole.slice(0, length))]).toEqual([length, null]);
    expect(scan(`<row>${whole}`, 5)).toEqual({
      row: 16,
      column: 27,
      style: 3,
      isShared: false,
      value: 12.5,
      end: 5 + whole.length,
    });
  });

  it('has the very double that the language makes of its digits', () => {
    const digits = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }).map((all) => String(all).padStart(15, '0'));
    fc.assert(
      fc.property(digits, fc.integer({ min: 1, max: 14 }), (all, point) => {
        const number = `${all.slice(0, point)}.${all.slice(point)}`;
        expect(scan(`<c r="A1"><v>${number}</v></c>`)?.value).toBe(Number(number));
      }),
      { numRuns: 5_000 },
    );
  });
});
