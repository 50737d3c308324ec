import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SheetPacker, TextPool } from '../../src/report/intake/workbook/packed-sheet.ts';
import { addressOf, MergeIndex, placeOf, shownText } from '../../src/report/intake/workbook/sheet.ts';
import type { Merge } from '../../src/report/intake/workbook/sheet.ts';

/** None of the texts below is in a legacy font, and none of the cells a number. */
const PLAIN = { texts: [], styles: [], show: String, dateText: String };

describe('merged rectangles', () => {
  const rectangles = fc
    .tuple(fc.nat(30), fc.nat(12), fc.nat(4), fc.nat(4))
    .map(([top, left, down, right]): Merge => ({ top, left, bottom: top + down, right: left + right }));

  it.each([
    ['few', 32],
    ['many', 120],
  ])('that are %s cover the places they say, the first one where two overlap', (_, most) => {
    fc.assert(
      fc.property(fc.array(rectangles, { minLength: most === 32 ? 0 : 33, maxLength: most }), (all) => {
        const index = new MergeIndex(all);
        expect(index.count).toBe(all.length);
        for (let row = -1; row < 38; row++) {
          for (let column = 0; column < 20; column++) {
            const first = all.find((m) => m.top <= row && row <= m.bottom && m.left <= column && column <= m.right);
            if (index.at(row, column) !== first) throw new Error(`Another rectangle at ${row}, ${column}.`);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('show the text of their first cell over all their cells, also where others are filled', () => {
    const pool = new TextPool();
    const packer = new SheetPacker();
    packer.add(0, 0, 'TEXT', pool.put('Kế hoạch'));
    packer.add(1, 1, 'TEXT', pool.put('che khuất'));
    packer.merge({ top: 0, left: 0, bottom: 1, right: 1 });
    const grid = packer.finish(null, false, { ...PLAIN, texts: pool.texts });
    expect([shownText(grid, 1, 1), shownText(grid, 1, 2)]).toEqual(['Kế hoạch', '']);
  });
});

describe('an address', () => {
  it('is the inverse of its place, with or without dollar signs', () => {
    fc.assert(
      fc.property(fc.nat(9_999_998), fc.nat(18_277), (row, column) => {
        const address = addressOf(row, column);
        const [letters = '', digits = ''] = address.split(/(?<=[A-Z])(?=\d)/);
        for (const written of [address, `$${letters}$${digits}`, `$${address}`, `${letters}$${digits}`])
          expect(placeOf(written)).toEqual({ row, column });
      }),
    );
    expect([addressOf(0, 25), addressOf(0, 26), addressOf(9, 701), addressOf(9, 702)]).toEqual([
      'Z1',
      'AA1',
      'ZZ10',
      'AAA10',
    ]);
  });

  it.each([
    '',
    'A',
    '1',
    'A0',
    'a1',
    'AAAA1',
    'A12345678',
    'A1 ',
    ' A1',
    'A1:B2',
    '$$A1',
    'A$$1',
    'A1$',
    'Đ1',
    'A-1',
    'R1C1',
    'A1B',
    '$',
  ])('%j is none', (text) => expect(placeOf(text)).toBeNull());
});
