import { read, utils, write } from '@e965/xlsx';

/** One cell as somebody fills it in. */
interface Typed {
  readonly cell: string;
  readonly typed: number | string;
}

/** The workbook with values typed in and its sums worked out, as a spreadsheet program would. */
export function filledIn(bytes: Buffer, values: readonly Typed[]): Buffer {
  const book = read(bytes, { type: 'buffer', cellFormula: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  for (const { cell, typed } of values)
    sheet[cell] = typeof typed === 'number' ? { t: 'n', v: typed } : { t: 's', v: typed };
  for (const [address, cell] of Object.entries(sheet)) {
    const [, first, last] = /SUM\((\w+):(\w+)\)/.exec((cell as { f?: string }).f ?? '') ?? [];
    if (first === undefined || last === undefined) continue;
    const range = utils.decode_range(`${first}:${last}`);
    let sum = 0;
    for (let row = range.s.r; row <= range.e.r; row++) {
      const value: unknown = (sheet[utils.encode_cell({ r: row, c: range.s.c })] as { v?: unknown } | undefined)?.v;
      if (typeof value === 'number') sum += value;
    }
    sheet[address] = { ...cell, t: 'n', v: sum };
  }
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}
