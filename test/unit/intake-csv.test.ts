import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { openFile } from '../../src/report/intake/workbook/open-file.ts';
import { textsOf } from '../../src/report/intake/workbook/sheet.ts';
import { addressOf } from '../../src/report/intake/workbook/sheet.ts';

/** “A1 text” of every field that holds something. */
async function read(bytes: Uint8Array | string): Promise<string[] | string> {
  const opened = await openFile(Buffer.from(bytes));
  if ('code' in opened) return opened.why;
  const [grid] = opened.grids;
  if (grid === undefined) return 'NO SHEET';
  return [...textsOf(grid)].map(({ row, column, text }) => `${addressOf(row, column)} ${text}`);
}

async function isLegacy(bytes: Uint8Array): Promise<boolean> {
  const opened = await openFile(bytes);
  return !('code' in opened) && opened.legacy;
}

const TEXT = 'STT;Chỉ tiêu;Thực hiện\r\n1;Tổng số hội viên;"1.234"\r\n2;Trong đó: nữ;Đạt 97,5%\r\n';
const CELLS = [
  'A1 STT',
  'B1 Chỉ tiêu',
  'C1 Thực hiện',
  'A2 1',
  'B2 Tổng số hội viên',
  'C2 1.234',
  'A3 2',
  'B3 Trong đó: nữ',
  'C3 Đạt 97,5%',
];

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes).swap16();
}

/** In Windows-1258 a vowel with its shape is one character, its tone the next. */
function inWindows1258(text: string): Buffer {
  const spelled = text.replace(/[^\p{ASCII}]/gu, (letter) => {
    const marks = letter.normalize('NFD');
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(marks)?.[0] ?? '';
    return marks.replace(tone, '').normalize('NFC') + tone;
  });
  return iconv.encode(spelled, 'win1258');
}

/** TCVN3 has no capitals with a tone; this text has none either. */
function inTcvn3(text: string): Buffer {
  return iconv.encode(text, 'tcvn');
}

/** The letters of VNI that this text needs. */
const VNI: Readonly<Record<string, string>> = {
  ỉ: 'æ',
  ê: 'eâ',
  ự: 'öï',
  ệ: 'eä',
  ổ: 'oå',
  ố: 'oá',
  ộ: 'oä',
  ó: 'où',
  ữ: 'öõ',
  Đ: 'Ñ',
  đ: 'ñ',
  ạ: 'aï',
};

function inVni(text: string): Buffer {
  return iconv.encode(
    text.replace(/[^\p{ASCII}]/gu, (letter) => VNI[letter] ?? letter),
    'win1252',
  );
}

describe('the bytes of a CSV', () => {
  const mark = Buffer.from('efbbbf', 'hex');
  const wide = Buffer.from(TEXT, 'utf16le');
  const wideMarked = Buffer.from(`\ufeff${TEXT}`, 'utf16le');

  it.each<[string, Buffer, boolean]>([
    ['UTF-8', Buffer.from(TEXT), false],
    ['UTF-8 with a mark', Buffer.concat([mark, Buffer.from(TEXT)]), false],
    ['UTF-16', wide, false],
    ['UTF-16 with a mark', wideMarked, false],
    ['UTF-16 the other way round', swapped(wide), false],
    ['UTF-16 the other way round with a mark', swapped(wideMarked), false],
    ['TCVN3', inTcvn3(TEXT), true],
    ['VNI', inVni(TEXT), true],
    ['Windows-1258', inWindows1258(TEXT), true],
  ])('are read in %s', async (_, bytes, legacy) => {
    expect(await read(bytes)).toEqual(CELLS);
    expect(await isLegacy(bytes)).toBe(legacy);
  });

  it.each<[string, Buffer, string]>([
    ['a NUL', Buffer.from('STT;Chỉ\0 tiêu\n'), 'TEXT'],
    ['a NUL under a mark', Buffer.from('\ufeffSTT;a\0b\n', 'utf16le'), 'TEXT'],
    ['letters of no encoding that writes Vietnamese', Buffer.from([0x53, 0xff, 0x3b, 0xfe, 0x0a]), 'TEXT'],
    ['half a letter of UTF-16', Buffer.concat([wideMarked, Buffer.from([0x41])]), 'TEXT'],
    ['nothing', Buffer.alloc(0), 'EMPTY'],
    ['a web page', Buffer.from(' <html>'), 'KIND'],
  ])('with %s are refused', async (_, bytes, why) => expect(await read(bytes)).toBe(why));

  it('keep every letter where the parser gets them in pieces', async () => {
    // Pieces end at 64 Ki units: the letter of two units lies across the end, in one of the two.
    for (const before of [65_535, 65_534]) {
      const cells = await read(`${'\n'.repeat(before)}😀;${'đ'.repeat(40_000)}\n`);
      expect(cells).toEqual([`A${before + 1} 😀`, `B${before + 1} ${'đ'.repeat(40_000)}`]);
    }
    const lines = (count: number): string => 'x;y\r\n'.repeat(count);
    // A line end lies across the end of a piece.
    for (const shift of ['', 'x', 'xx', 'xxx', 'xxxx']) {
      const cells = await read(`${shift};\r\n${lines(15_000)}`);
      expect([cells.length, cells.at(-1)]).toEqual([30_000 + (shift === '' ? 0 : 1), 'B15001 y']);
    }
  });
});

describe('the records of a CSV', () => {
  const fields = fc.oneof(
    fc.constantFrom(
      '',
      'Số hộ',
      '1.234,5',
      ' ',
      'a"b',
      'dòng 1\r\ndòng 2',
      '"',
      'x;y',
      'x,y',
      '\t',
      '97,5%',
      "'",
      '\n',
    ),
    fc.string({ unit: 'grapheme', maxLength: 5 }).map((text) => text.replace(/[\0\ufeff\p{C}]/gu, '')),
  );
  const tables = fc.array(fc.array(fields, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });

  it('are those that were written, whatever separates fields and lines', async () => {
    await fc.assert(
      fc.asyncProperty(
        tables,
        fc.constantFrom(';', '\t', ','),
        fc.constantFrom('\r\n', '\n', '\r'),
        async (table, separator, end) => {
          const head = ['STT', 'Chỉ tiêu', 'Số'];
          const lines = [head, ...table].map((record) =>
            record.map((field) => `"${field.replaceAll('"', '""')}"`).join(separator),
          );
          const expected = [head, ...table].flatMap((record, row) =>
            record.flatMap((field, column) => (field.trim() === '' ? [] : [`${addressOf(row, column)} ${field}`])),
          );
          expect(await read(lines.join(end))).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each<[string, string, string[]]>([
    [
      'decimal commas everywhere',
      'Phường, xã;a;b\nLong Xuyên, cũ;1,5;2,5\nChâu Đốc, cũ;3,5;4,5',
      ['A1 Phường, xã', 'B1 a', 'C1 b', 'A2 Long Xuyên, cũ', 'B2 1,5', 'C2 2,5', 'A3 Châu Đốc, cũ', 'B3 3,5', 'C3 4,5'],
    ],
    [
      'commas, and semicolons in prose',
      'STT,Nội dung,Số\n1,Hội; đoàn,5\n2,Quỹ,6',
      ['A1 STT', 'B1 Nội dung', 'C1 Số', 'A2 1', 'B2 Hội; đoàn', 'C2 5', 'A3 2', 'B3 Quỹ', 'C3 6'],
    ],
    ['tabs', 'a\t1,5\nb;c\t2', ['A1 a', 'B1 1,5', 'A2 b;c', 'B2 2']],
    ['one column', 'a\nb', ['A1 a', 'A2 b']],
    ['records of many lengths', 'a\nb;c;d\n;e\n;;;f', ['A1 a', 'B2 c', 'C2 d', 'A2 b', 'B3 e', 'D4 f']],
    [
      'a line that names the separator, which counts as a record',
      'sep=;\na;b\nc;d',
      ['A1 sep=', 'A2 a', 'B2 b', 'A3 c', 'B3 d'],
    ],
  ])('are told apart with %s', async (_, text, cells) => {
    const found = await read(text);
    expect([...found].sort()).toEqual([...cells].sort());
  });

  it('are counted, blank ones too, and not the line ends in quotes', async () => {
    expect(await read('a;1\r\n\r\n"b\r\nc\nd";2\r\n;;\r\ne;3\r\n\r\n')).toEqual([
      'A1 a',
      'B1 1',
      'A3 b\r\nc\nd',
      'B3 2',
      'A5 e',
      'B5 3',
    ]);
  });

  it('end in the ways of more than one system in one file', async () => {
    expect(await read('a;1\r\nb;2\nc;3\rd;4')).toEqual([
      'A1 a',
      'B1 1',
      'A2 b',
      'B2 2',
      'A3 c',
      'B3 3',
      'A4 d',
      'B4 4',
    ]);
  });

  it.each(['a;"b\n1;2', 'a;"b"c\n', 'a;b"c"\n1;2', '"'])('with quotation marks as in %j are refused', async (text) =>
    expect(await read(text)).toBe('QUOTES'),
  );
});

describe('a field of a CSV', () => {
  it('is text, whatever it looks like', async () => {
    const opened = await openFile(Buffer.from('1;TRUE;#REF!;=A1;14/06/2026\n'));
    const [grid] = 'code' in opened ? [] : opened.grids;
    expect(grid?.row(0).map((cell) => [cell?.kind, cell?.number, cell?.formula])).toEqual(
      Array(5).fill(['TEXT', null, null]),
    );
    expect([grid?.name, grid?.hidden, grid?.merges.count]).toEqual([null, false, 0]);
  });
});
