import { utils, write } from '@e965/xlsx';
import type { Issue, Reading } from '../../src/report/intake/reading.ts';
import { annotated } from './annotate-files.ts';
import { FIRST_ROW, fixture, HALF_YEAR, put, readAs, rowOf, sheetOf } from './intake-files.ts';
import type { Cells } from './intake-files.ts';

/** What a reading says, without the sheet: CSV has none, its copy as .xlsx does. */
function told({ outcome, values, issues }: Reading): unknown {
  const plain = (one: object): object => ({ ...one, sheet: null });
  return { outcome, values: values.map(plain), issues: issues.map(plain) };
}

function faulty(): Cells {
  const cells = sheetOf('HND-01');
  put(cells, `E${FIRST_ROW + 1}`, '50.700.00');
  put(cells, `F${FIRST_ROW + 2}`, -3);
  put(cells, `E${FIRST_ROW + 3}`, '12/5/2026');
  put(cells, `B${rowOf(cells, 'Tổng số hội viên nông dân')}`, 'Tổng số hội viên cây xanh');
  return cells;
}

function bytesOf(cells: Cells, bookType: 'xlsx' | 'biff8' | 'ods' | 'csv'): Uint8Array {
  if (bookType === 'csv') return Buffer.from(cells.map((row) => row.map((cell) => cell ?? '').join(';')).join('\r\n'));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), 'Sheet1');
  return write(book, { type: 'buffer', bookType }) as Buffer;
}

describe('the copy with comments is read as the file it was made of', () => {
  it.each([
    ['001-ldld-6t-clean.xlsx', 'LDLD-01'],
    ['003-td-xa-91-merged.xlsx', 'TD-02X'],
    ['008-hpn-6t-semicolon.csv', 'HPN-01'],
  ])('without faults: %s', async (name, form) => {
    const note: Issue = {
      code: 'TOTAL_MISMATCH',
      severity: 'WARNING',
      sheet: null,
      cell: 'E12',
      message: { vi: 'xem lại', en: '' },
    };
    const before = await readAs(fixture(name), form, HALF_YEAR);
    const copy = await annotated(fixture(name), [note]);
    expect(before.values.length).toBeGreaterThan(50);
    expect(told(await readAs(copy.bytes, form, HALF_YEAR))).toEqual(told(before));
  });

  it.each(['xlsx', 'biff8', 'ods', 'csv'] as const)(
    'with faults, found again at the same cells: %s',
    async (bookType) => {
      const bytes = bytesOf(faulty(), bookType);
      const before = await readAs(bytes, 'HND-01');
      expect(before.issues.length).toBeGreaterThan(2);
      const copy = await annotated(bytes, before.issues);
      expect(told(await readAs(copy.bytes, 'HND-01'))).toEqual(told(before));
    },
  );
});
