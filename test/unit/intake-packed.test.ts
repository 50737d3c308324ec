import { describe, expect, it } from '@jest/globals';
import { Big } from 'big.js';
import fc from 'fast-check';
import {
  BookRoom,
  isErrorText,
  SheetPacker,
  TextPool,
  TooLargeSheet,
} from '../../src/report/intake/workbook/packed-sheet.ts';
import type { Unpacking } from '../../src/report/intake/workbook/packed-sheet.ts';
import { addressOf, cellAt, mapTexts, textsOf } from '../../src/report/intake/workbook/sheet.ts';
import type { Cell, CellKind, Grid, Merge } from '../../src/report/intake/workbook/sheet.ts';

const FORMATS = ['', '0.0%', '#,##0'];
/** Dates are told by their number, and numbers by their format, so that a test sees what was asked for. */
const STYLES: Unpacking = {
  texts: [],
  styles: FORMATS.map((format) => ({ format, isDate: false })),
  show: (value, format) => `${value} as ${format}`,
  dateText: (serial) => (serial < 0 ? null : `day ${serial}`),
};

interface Put {
  kind: Exclude<CellKind, 'EMPTY'>;
  value: number;
  text: string;
  style: number;
  formula: string | null;
}

const puts: fc.Arbitrary<Put> = fc.record({
  kind: fc.constantFrom('TEXT', 'NUMBER', 'DATE', 'BOOLEAN', 'ERROR'),
  value: fc.integer({ min: -5, max: 1_000_000 }),
  text: fc.string({ minLength: 1, maxLength: 5 }),
  style: fc.nat(FORMATS.length - 1),
  formula: fc.constantFrom(null, null, '', 'SUM(A1:A2)'),
});
/** Cells by row and column, in reading order, with holes between. */
const sheets = fc
  .uniqueArray(fc.tuple(fc.nat(60), fc.nat(40), puts), {
    selector: ([row, column]) => `${row} ${column}`,
    maxLength: 60,
  })
  .map((cells) => cells.sort(([a, b], [c, d]) => a - c || b - d));

function packed(cells: readonly (readonly [row: number, column: number, put: Put])[]): Grid {
  const pool = new TextPool();
  const packer = new SheetPacker();
  for (const [row, column, { kind, value, text, style, formula }] of cells) {
    const number =
      kind === 'TEXT' || kind === 'ERROR' ? pool.put(text) : kind === 'BOOLEAN' ? Math.abs(value % 2) : value;
    packer.add(row, column, kind, number, style, formula);
  }
  return packer.finish('Biểu', false, { ...STYLES, texts: pool.texts });
}

/** What a cell must be, written down once more. */
function expectedCell(row: number, column: number, { kind, value, text, style, formula }: Put): Cell {
  const format = FORMATS[style] ?? '';
  const shown = {
    TEXT: text,
    ERROR: text,
    BOOLEAN: Math.abs(value % 2) === 1 ? 'TRUE' : 'FALSE',
    DATE: value < 0 ? String(value) : `day ${value}`,
    NUMBER: format.includes('%') ? `${value} as ${format}` : String(value),
  };
  const number = kind === 'NUMBER' ? String(value) : null;
  return { address: addressOf(row, column), kind, text: shown[kind], number, format, formula };
}

/** The decimal that a grid says of a double. */
function decimalOf(value: number): string {
  const packer = new SheetPacker();
  packer.add(0, 0, 'NUMBER', value);
  return packer.finish(null, false, STYLES).cell(0, 0)?.number ?? '';
}

describe('a packed sheet', () => {
  it('gives back every cell that was put in and no other, by row, by cell and by text', () => {
    fc.assert(
      fc.property(sheets, (cells) => {
        const grid = packed(cells);
        const expected = new Map(
          cells.map(([row, column, put]) => [`${row} ${column}`, expectedCell(row, column, put)]),
        );
        const height = Math.max(0, ...cells.map(([row]) => row + 1));
        expect([grid.height, grid.width]).toEqual([height, Math.max(0, ...cells.map(([, column]) => column + 1))]);
        const found = { byRow: new Map<string, Cell>(), byCell: new Map<string, Cell>() };
        for (let row = -1; row <= height; row++) {
          const whole = grid.row(row);
          for (let column = 0; column <= grid.width; column++) {
            const [one, same] = [whole[column], grid.cell(row, column)];
            if (one !== undefined) found.byRow.set(`${row} ${column}`, one);
            if (same !== undefined) found.byCell.set(`${row} ${column}`, same);
          }
        }
        expect(found).toEqual({ byRow: expected, byCell: expected });
        const texts = cells.filter(([, , { kind }]) => kind === 'TEXT');
        expect([...textsOf(grid)]).toEqual(texts.map(([row, column, { text }]) => ({ row, column, text })));
      }),
    );
  });

  it('keeps its cells where it grows, and the rows that were looked at before others', () => {
    const cells = Array.from({ length: 3_000 }, (_, at): [number, number, Put] => [
      Math.floor(at / 3) * 2,
      at % 3,
      { kind: 'NUMBER', value: at, text: '', style: 0, formula: null },
    ]);
    const grid = packed(cells);
    for (const [row, column, { value }] of [...cells, ...cells.reverse()])
      expect(grid.row(row)[column]?.number).toBe(String(value));
    expect([grid.height, grid.row(1), cellAt(grid, 1, 5).kind]).toEqual([1_999, [], 'EMPTY']);
  });

  it('has its texts changed in every way to ask for them', () => {
    fc.assert(
      fc.property(sheets, (cells) => {
        const grid = mapTexts(packed(cells), (text) => `${text}!`);
        for (const [row, column, { kind, text }] of cells) {
          if (kind !== 'TEXT') continue;
          expect([grid.row(row)[column]?.text, cellAt(grid, row, column).text]).toEqual([`${text}!`, `${text}!`]);
        }
        expect([...textsOf(grid)].every(({ text }) => text.endsWith('!'))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a number of a packed sheet', () => {
  it('is the double to 15 significant digits, without an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (value) => {
        // Smaller ones have fewer digits than 15.
        fc.pre(value === 0 || Math.abs(value) > 1e-300);
        const said = decimalOf(value);
        expect(said).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/);
        if (Number.isInteger(value)) expect(Number(said)).toBe(value + 0);
        else expect(said).toBe(new Big(value.toPrecision(15)).toFixed());
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [0.1 + 0.2, '0.3'],
    [59.519999999999996, '59.52'],
    [-0, '0'],
    [1e-7, '0.0000001'],
    [-1.5e-10, '-0.00000000015'],
    [123456789012345680000, '123456789012345680000'],
    [1.5e300, `15${'0'.repeat(299)}`],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [1234567890.12345, '1234567890.12345'],
  ])('%p is %s', (value, said) => expect(decimalOf(value)).toBe(said));
});

describe('a sheet too large for a report', () => {
  const merge = (height: number, width: number, top = 0): Merge => ({
    top,
    left: 0,
    bottom: top + height - 1,
    right: width - 1,
  });
  const packer = (): SheetPacker => new SheetPacker();
  const times = (count: number, what: (at: number) => void): void => {
    for (let at = 0; at < count; at++) what(at);
  };

  it.each<[string, (more: number) => void]>([
    ['500 columns', (more) => packer().add(0, 499 + more, 'NUMBER', 1)],
    [
      '1,048,576 rows',
      (more) => {
        const one = packer();
        one.add(2 ** 20 - 1 + more, 0, 'NUMBER', 1);
        one.finish(null, false, STYLES);
      },
    ],
    [
      '50,000 merged rectangles',
      (more) => {
        const one = packer();
        times(50_000 + more, (at) => one.merge(merge(1, 2, at)));
      },
    ],
    ['1,000,000 merged cells in one rectangle', (more) => packer().merge(merge(2_000, 500 + more))],
    [
      '64 Mi characters',
      (more) => {
        const pool = new TextPool();
        times(1024, () => pool.push('x'.repeat(2 ** 16)));
        pool.push('x'.repeat(more));
      },
    ],
    [
      '10,000,000 cells in all sheets',
      (more) => {
        const room = new BookRoom();
        times(10_000_000 + more, () => room.takeCell());
      },
    ],
  ])('has more than %s', (_, fill) => {
    expect(() => fill(0)).not.toThrow();
    expect(() => fill(1)).toThrow(TooLargeSheet);
  });

  it('is told of a text only once where it stands many times', () => {
    const pool = new TextPool();
    const text = 'x'.repeat(2 ** 16);
    for (let again = 0; again < 2_000; again++) expect([pool.put(text), pool.put('y')]).toEqual([0, 1]);
    expect(() => pool.put(`${text}x`)).toThrow(TooLargeSheet);
  });
});

describe('the text of an error', () => {
  it.each(['#REF!', '#DIV/0!', ' #N/A ', 'Err:508', 'Lỗi:502', '#NAME?'])('%j is one', (text) =>
    expect(isErrorText(text)).toBe(true),
  );
  it.each(['#', '#5', 'Err', 'Err:5', 'Lỗi', '#REF! ở ô B5', 'REF!', ''])('%j is none', (text) =>
    expect(isErrorText(text)).toBe(false),
  );
});
