import { describe, expect, it } from '@jest/globals';
import { Big } from 'big.js';
import fc from 'fast-check';
import { formulaTokens, moveFormula } from '../../src/report/intake/workbook/formula-move.ts';
import { staleResult } from '../../src/report/intake/cell/formula-value.ts';
import { SheetPacker, TextPool } from '../../src/report/intake/workbook/packed-sheet.ts';
import { addressOf, cellAt, placeOf } from '../../src/report/intake/workbook/sheet.ts';
import type { Grid } from '../../src/report/intake/workbook/sheet.ts';

type Value = number | string | boolean | null;

/** A sheet with the values of its rows, and a formula with its stored result in column Z of the first one. */
function sheet(rows: readonly (readonly Value[])[], formula: string, stored: number | string): Grid {
  const pool = new TextPool();
  const packer = new SheetPacker();
  const put = (row: number, column: number, value: Value, own: string | null): void => {
    if (typeof value === 'number') packer.add(row, column, 'NUMBER', value, 0, own);
    else if (typeof value === 'string') packer.add(row, column, 'TEXT', pool.put(value), 0, own);
    else if (value !== null) packer.add(row, column, 'BOOLEAN', Number(value), 0, own);
  };
  rows.forEach((values, row) => {
    for (const [column, value] of values.entries()) put(row, column, value, null);
    if (row === 0) put(0, 25, stored, formula);
  });
  return packer.finish('Biểu', false, { texts: pool.texts, styles: [], show: String, dateText: String });
}

/** What is expected in place of a stored result; null where it is right or not judged. */
function judged(rows: readonly (readonly Value[])[], formula: string, stored: number | string): string | null {
  const grid = sheet(rows, formula, stored);
  return staleResult(grid, cellAt(grid, 0, 25))?.expected ?? null;
}

const ROWS = 4;
const COLUMNS = 4;
/** Whole numbers and such with up to two decimals, as reports have them. */
const numbers = fc.integer({ min: -99_999, max: 9_999_999 }).chain((whole) => fc.constantFrom(whole, whole / 100));
const tables = fc.array(fc.array(numbers, { minLength: COLUMNS, maxLength: COLUMNS }), {
  minLength: ROWS,
  maxLength: ROWS,
});
const places = fc.tuple(fc.nat(ROWS - 1), fc.nat(COLUMNS - 1));

/** A piece of a formula with what it comes to, exactly. */
interface Piece {
  readonly text: string;
  readonly value: (rows: readonly (readonly number[])[]) => Big;
  readonly factor: boolean;
}

const at = (rows: readonly (readonly number[])[], row: number, column: number): Big =>
  new Big(rows[row]?.[column] ?? 0);

const references: fc.Arbitrary<Piece> = fc.tuple(places, fc.constantFrom('', '$')).map(([[row, column], fixed]) => ({
  text: `${fixed}${addressOf(row, column).charAt(0)}${fixed}${row + 1}`,
  value: (rows) => at(rows, row, column),
  factor: true,
}));
const constants: fc.Arbitrary<Piece> = fc.constantFrom('0', '2', '12.5', '1e3', '50%').map((text) => ({
  text,
  value: () => (text.endsWith('%') ? new Big(text.slice(0, -1)).div(100) : new Big(text)),
  factor: true,
}));
const ranges: fc.Arbitrary<Piece> = fc
  .tuple(places, places, fc.constantFrom('SUM', 'sum', 'Sum'))
  .map(([[a, b], [c, d], name]) => ({
    text: `${name}(${addressOf(a, b)}:${addressOf(c, d)})`,
    value: (rows) => {
      let sum = new Big(0);
      for (let row = Math.min(a, c); row <= Math.max(a, c); row++)
        for (let column = Math.min(b, d); column <= Math.max(b, d); column++) sum = sum.plus(at(rows, row, column));
      return sum;
    },
    factor: true,
  }));

const { formula } = fc.letrec<{ formula: Piece; factor: Piece }>((tie) => {
  const pair = (sign: '+' | '-' | '*'): fc.Arbitrary<Piece> =>
    fc
      .tuple(sign === '*' ? tie('factor') : tie('formula'), tie('factor'), fc.constantFrom('', ' '))
      .map(([left, right, gap]) => ({
        text: `${left.text}${gap}${sign}${gap}${right.text}`,
        value: (rows) =>
          sign === '+'
            ? left.value(rows).plus(right.value(rows))
            : sign === '-'
              ? left.value(rows).minus(right.value(rows))
              : left.value(rows).times(right.value(rows)),
        factor: false,
      }));
  const bracket = tie('formula').map(
    (inside): Piece => ({ text: `(${inside.text})`, value: inside.value, factor: true }),
  );
  const minus = tie('factor').map(
    (inside): Piece => ({ text: `-${inside.text}`, value: (rows) => inside.value(rows).times(-1), factor: true }),
  );
  const many = fc.array(fc.oneof(references, ranges), { minLength: 1, maxLength: 3 }).map(
    (all): Piece => ({
      text: `SUM(${all.map(({ text }) => text).join(',')})`,
      value: (rows) => all.reduce((sum, { value }) => sum.plus(value(rows)), new Big(0)),
      factor: true,
    }),
  );
  return {
    factor: fc.oneof({ maxDepth: 3 }, references, constants, ranges, many, bracket, minus),
    formula: fc.oneof({ maxDepth: 3 }, tie('factor'), pair('+'), pair('-'), pair('*')),
  };
});

describe('the stored result of a formula', () => {
  it('is never called out of date where it is right, and always where it is not', () => {
    fc.assert(
      fc.property(tables, formula, fc.integer({ min: 1, max: 1_000_000 }), (rows, { text, value }, wrong) => {
        const right = value(rows).toNumber();
        fc.pre(Math.abs(right) < 1e12);
        expect(judged(rows, text, right)).toBeNull();
        // Wrong by more than the last decimal that is stored, and by more than the digits of a double.
        const off = right + wrong + Math.ceil(Math.abs(right) * 1e-8);
        const expected = judged(rows, text, off);
        expect(Number(expected)).toBeCloseTo(right, Math.abs(right) > 1e6 ? 1 : 5);
        expect(expected).not.toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('may be rounded to the decimals that it has', () => {
    const rows = [[10, 3]];
    expect(judged(rows, 'A1/B1', 3.33)).toBeNull();
    expect(judged(rows, 'A1/B1', 3.3)).toBeNull();
    expect(judged(rows, 'A1/B1', 3.34)).toBe('3.3333333333333');
    expect(judged(rows, 'ROUND(A1/B1,2)', 3.33)).toBeNull();
    expect(judged(rows, 'ROUND(-A1/B1,0)', -3)).toBeNull();
    expect(judged([[2.5]], 'ROUND(A1,0)', 3)).toBeNull();
    expect(judged([[1250]], 'ROUND(A1;-2)', 1300)).toBeNull();
    expect(judged([[1250]], 'ROUND(A1,-2)', 1200)).toBe('1300');
  });

  it.each<[string, readonly Value[][], number]>([
    ['=A1+A2', [[1], [2]], 3],
    ['of:=SUM([.A1:.A2])+[.$A$1]', [[1], [2]], 4],
    ['of:=SUM([.A1];[.A2])', [[1], [2]], 3],
    ['A1%', [[50]], 0.5],
    ['SUM(A1:A4)', [[1], ['-'], ['x'], [null, 9]], 1],
    ['A1+A2', [[1]], 1],
    ['--A1', [[1]], 1],
    ['+A1*-A1', [[3]], -9],
    ['2*(A1-(A2-A1))', [[1], [5]], -6],
  ])('%s is computed', (text, rows, right) => {
    const filled = [...rows, ...Array<Value[]>(Math.max(0, 4 - rows.length)).fill([])];
    expect([judged(filled, text, right), judged(filled, text, right + 7)]).toEqual([null, String(right)]);
  });

  it.each<[string, readonly Value[][]]>([
    ['A1+A2', [[1], ['2']]],
    ['SUM(A1:A2)', [[1], ['1.234']]],
    ['SUM(A1:A2)', [[1], ['12 hộ']]],
    ['SUM(A1:A2)', [[1], [true]]],
    ['A1+A2', [[1], [true]]],
    ['A1+A2', [[1], ['-']]],
    ['AVERAGE(A1:A2)', [[1], [2]]],
    ['IF(A1>0,1,2)', [[1]]],
    ['SUMIF(A1:A2,1)', [[1], [2]]],
    ['A1^2', [[2]]],
    ['A1=1', [[1]]],
    ['A1&A2', [[1], [2]]],
    ['Tong+A1', [[1]]],
    ['Sheet2!A1', [[1]]],
    ["'Kỳ trước'!A1+A1", [[1]]],
    ["of:=[$'Kỳ trước'.A1]+[.A1]", [[1]]],
    ['[1]Sheet1!A1', [[1]]],
    ['SUM(A:A)', [[1]]],
    ['SUM(1:1)', [[1]]],
    ['A1/A2', [[1], [0]]],
    ['#REF!+A1', [[1]]],
    ['SUM(A1:A9999)', [[1]]],
    ['"5"', [[1]]],
    ['SUM(', [[1]]],
    ['A1 A1', [[1]]],
    ['ROUND(A1)', [[1]]],
    ['ABS(A1)', [[-1]]],
    ['{1,2}', [[1]]],
    ['A1..A2', [[1], [2]]],
    ['.5', [[1]]],
    ['', [[1]]],
    [`${'('.repeat(4_000)}A1${')'.repeat(4_000)}`, [[1]]],
    [`${'-'.repeat(8_000)}A1`, [[1]]],
  ])('%.60s says more than is computed, or looks at what is no sure number', (text, rows) => {
    expect(judged([...rows, [], []], text, 123_456)).toBeNull();
  });

  it('is not judged where the cell holds no number', () => expect(judged([[1]], 'A1', 'một')).toBeNull());
});

describe('a formula that is moved', () => {
  const columnOf = (letters: string): number => placeOf(`${letters}1`)?.column ?? -1;

  it('moves its references without a dollar sign, and leaves the rest', () => {
    expect(moveFormula('SUM(A1:$B2)+C$3*$D$4', 2, 1)).toBe('SUM(B3:$B4)+D$3*$D$4');
    expect(moveFormula(`LOG10(A1)+"A1 ""B1"""+'A1'!B1+Q1_x+ABC1D+x.A1+A1đ`, 1, 1)).toBe(
      `LOG10(B2)+"A1 ""B1"""+'A1'!C2+Q1_x+ABC1D+x.A1+A1đ`,
    );
    expect(moveFormula('z9+1.5E3', 1, 1)).toBe('AA10+1.5E3');
  });

  it('names no cell outside the sheet', () => {
    expect([moveFormula('A2+B1', -1, 0), moveFormula('A2', 0, -1), moveFormula('$A1', 0, -5)]).toEqual([
      'A1+#REF!',
      '#REF!',
      '$A1',
    ]);
    expect([moveFormula('XFD1', 0, 1), moveFormula('A1048576', 1, 0), moveFormula('XFC1048575', 1, 1)]).toEqual([
      '#REF!',
      '#REF!',
      'XFD1048576',
    ]);
  });

  it('there and back is what it was', () => {
    const reference = fc.tuple(
      fc.constantFrom('', '$'),
      fc.integer({ min: 20, max: 600 }),
      fc.constantFrom('', '$'),
      fc.integer({ min: 30, max: 9_000 }),
    );
    fc.assert(
      fc.property(
        fc.array(reference, { minLength: 1 }),
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: -20, max: 20 }),
        (all, down, right) => {
          const text = all.map(([a, column, b, row]) => `${a}${addressOf(0, column).slice(0, -1)}${b}${row}`).join('+');
          const moved = moveFormula(text, down, right);
          expect(moveFormula(moved, -down, -right)).toBe(text);
          const [, fixedColumn = '', letters = '', fixedRow = '', digits = ''] =
            /^(\$?)([A-Z]+)(\$?)(\d+)/.exec(moved) ?? [];
          const [[a, column, b, row] = ['', 0, '', 0]] = all;
          expect([fixedColumn, columnOf(letters), fixedRow, Number(digits)]).toEqual([
            a,
            column + (a === '$' ? 0 : right),
            b,
            row + (b === '$' ? 0 : down),
          ]);
        },
      ),
    );
  });

  it('loses nothing when it is taken to pieces', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(formulaTokens(text).join('')).toBe(text)));
  });
});
