import { describe, expect, it } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { isSecrecyStamp } from '../../src/report/intake/check/refuse.ts';
import { MOST_FILE_BYTES } from '../../src/report/intake/workbook/open-file.ts';
import { unpackZip } from '../../src/report/intake/workbook/zip-file.ts';
import { AN_GIANG, areasOf, fixture, form, found, HALF_YEAR, put, readAs, sheetOf, xlsx } from './intake-files.ts';
import type { Cells } from './intake-files.ts';
import { readReport } from '../../src/report/intake/read-workbook.ts';

/** The clean workbook with entries of its archive changed or added. */
function repacked(change: (files: Record<string, Uint8Array>) => void): Uint8Array {
  const files = unzipSync(fixture('001-ldld-6t-clean.xlsx'));
  change(files);
  return zipSync(files);
}

function hnd(change: (cells: Cells) => void, extra: Record<string, Cells> = {}): ReturnType<typeof readAs> {
  const cells = sheetOf('HND-01');
  change(cells);
  return readAs(xlsx({ 'Biểu 01': cells, ...extra }), 'HND-01');
}

describe('a stamp of secrecy', () => {
  it.each([
    'MẬT',
    'TỐI MẬT',
    'Tuyệt mật',
    ' [ MẬT ] ',
    'Độ mật: Tối mật',
    'M Ậ T',
    'T Ố I  M Ậ T',
    'MẬT'.normalize('NFD'),
    'MẬT - Bản số 01',
    'Số: 5\nMẬT',
    'TUYEÄT MAÄT',
  ])('%j is one', (text) => expect(isSecrecyStamp(text)).toBe(true));

  it.each([
    'Đã bảo mật dữ liệu theo quy định',
    'Không có nội dung bí mật nhà nước',
    'Bảo mật',
    'bí mật',
    'Độ mật: Không',
    'Mật độ dân số',
    'mật ong',
  ])('%j is none', (text) => expect(isSecrecyStamp(text)).toBe(false));

  it('refuses the file, keeps nothing and quotes nothing', async () => {
    const reading = await hnd((cells) => put(cells, 'G1', 'TỐI MẬT'));
    expect(reading).toMatchObject({ outcome: 'REJECT', values: [], keepBytes: false });
    expect(reading.issues).toMatchObject([{ code: 'SECRET_MARKED', sheet: null, cell: null }]);
    expect(JSON.stringify(reading.issues)).not.toMatch(/TỐI MẬT|Biểu 01|nông dân/);
  });

  it('is seen in a page header and on another sheet', async () => {
    const header = repacked((files) => {
      const sheet = Buffer.from(files['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
      files['xl/worksheets/sheet1.xml'] = strToU8(
        sheet.replace(/<(odd)Header>[^<]*</, '<$1Header>&amp;C&amp;"Arial,Bold"&amp;14MẬT<'),
      );
    });
    expect(found(await readAs(header, 'LDLD-01', HALF_YEAR))).toEqual(['SECRET_MARKED -']);
    expect((await hnd(() => undefined, { Phụ: [['MẬT']] })).keepBytes).toBe(false);
  });
});

describe('a list of persons', () => {
  it('refuses the file wherever it stands, and quotes nothing', async () => {
    const list: Cells = [
      ['STT', 'Họ và tên', 'Năm sinh', 'Số CCCD'],
      [1, 'Nguyễn Văn Mẫu', 1980, '089080000001'],
    ];
    const reading = await hnd(() => undefined, { 'Danh sách': list });
    expect(reading).toMatchObject({ outcome: 'REJECT', values: [], keepBytes: false });
    expect(reading.issues).toMatchObject([{ code: 'PERSONAL_DATA', sheet: null, cell: null }]);
    expect(JSON.stringify(reading)).not.toMatch(/Mẫu|089080000001|Danh sách/);
  });

  it('is not the signature block', async () => {
    const reading = await hnd((cells) =>
      cells.push([], [null, 'Người lập biểu', null, null, 'Chủ tịch'], [null, '(Ký, ghi rõ họ tên)']),
    );
    expect(reading.outcome).toBe('ACCEPT');
  });
});

describe('a file that cannot be opened', () => {
  it.each<[string, Uint8Array, string]>([
    ['is empty', new Uint8Array(), 'UNREADABLE_FILE -'],
    ['is a PDF', Buffer.from('%PDF-1.7\n'), 'UNREADABLE_FILE -'],
    ['is a web page', Buffer.from('<html><table><tr><td>1</td></tr></table>'), 'UNREADABLE_FILE -'],
    ['is text of an unknown encoding', Buffer.from([0x43, 0xe9, 0x6e, 0x67, 0x3b, 0xff]), 'UNREADABLE_FILE -'],
    ['is CSV with an open quotation mark', Buffer.from('STT;Chỉ tiêu\n1;"Tổng số'), 'UNREADABLE_FILE -'],
    ['is half a workbook', fixture('001-ldld-6t-clean.xlsx').subarray(0, 4000), 'UNREADABLE_FILE -'],
    ['is larger than 20 MB', new Uint8Array(MOST_FILE_BYTES + 1), 'TOO_LARGE -'],
    [
      'is an encrypted package',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'ENCRYPTED_FILE -',
    ],
    [
      'holds a DTD',
      repacked((files) => {
        files['xl/x.xml'] = strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a/>');
      }),
      'UNREADABLE_FILE -',
    ],
    [
      'unpacks to far more than a report',
      repacked((files) => {
        files['xl/media/a.bin'] = new Uint8Array(6 * 1024 * 1024);
      }),
      'TOO_LARGE -',
    ],
    [
      'has an entry outside the archive',
      repacked((files) => {
        files['../a.xml'] = strToU8('<a/>');
      }),
      'UNREADABLE_FILE -',
    ],
    [
      'is another Office file',
      zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'word/document.xml': strToU8('<a/>') }),
      'UNREADABLE_FILE -',
    ],
  ])('because it %s is refused with its bytes kept', async (_, bytes, expected) => {
    const reading = await readAs(bytes, 'LDLD-01', HALF_YEAR);
    expect(found(reading)).toEqual([expected]);
    expect(reading).toMatchObject({ outcome: 'REJECT', values: [], keepBytes: true });
  });

  it('is not unpacked beyond the size its directory declares', () => {
    const bytes = Buffer.from(zipSync({ 'a.txt': new Uint8Array(5000) }));
    const directory = bytes.lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
    bytes.writeUInt32LE(10, directory + 24);
    expect(unpackZip(bytes)).toBe('BROKEN');
  });

  it('is refused when one byte of its content was damaged on the way', () => {
    const files = { 'a.txt': strToU8('Tổng số: 145200') };
    const bytes = Buffer.from(zipSync(files, { level: 0 }));
    expect(unpackZip(bytes)).toEqual(
      new Map(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])),
    );
    bytes.write('9', bytes.indexOf('145200'));
    expect(unpackZip(bytes)).toBe('BROKEN');
  });

  it('has no table of the form, or two that cannot be told apart', async () => {
    expect(
      found(
        await readAs(
          xlsx({
            'Trang 1': [
              ['Chỉ tiêu', 'Thực hiện kỳ này'],
              ['Doanh thu', 5],
            ],
          }),
          'HND-01',
        ),
      ),
    ).toEqual(['UNREADABLE_FILE -']);
    expect(found(await hnd(() => undefined, { 'Biểu 02': sheetOf('HND-01') }))).toEqual(['UNREADABLE_FILE -']);
  });
});

describe('a file of somebody else', () => {
  it('prints another period', async () => {
    expect(found(await hnd((cells) => put(cells, 'A1', 'BÁO CÁO Quý I năm 2026')))).toEqual(['PERIOD_MISMATCH -']);
    expect(
      found(await hnd((cells) => put(cells, 'A1', '(Số liệu tính từ ngày 15/12/2025 đến ngày 14/3/2026)'))),
    ).toEqual(['PERIOD_MISMATCH -']);
    expect(found(await hnd((cells) => put(cells, 'A1', 'BÁO CÁO 6 tháng đầu năm 2026')))).toEqual([
      'PERIOD_MISMATCH -',
    ]);
  });

  it.each([
    'BÁO CÁO',
    'BÁO CÁO kết quả Quý II/2026 và phương hướng quý III/2026',
    'An Giang, ngày 16 tháng 6 năm 2026',
    'BÁO CÁO kết quả năm 2026',
  ])('is not told by %j', async (text) => expect(found(await hnd((cells) => put(cells, 'A1', text)))).toEqual([]));

  it('leaves out a visible sheet of another period', async () => {
    const old = sheetOf('HND-01');
    put(old, 'A1', 'BÁO CÁO Quý II năm 2025');
    const reading = await hnd(() => undefined, { 'Kỳ trước': old });
    expect(reading.outcome).toBe('ACCEPT');
    expect(new Set(reading.values.map((value) => value.sheet))).toEqual(new Set(['Biểu 01']));
  });

  it.each([
    ['LIÊN ĐOÀN LAO ĐỘNG TỈNH AN GIANG', ['WRONG_ORGANISATION -']],
    ['HỘI NÔNG DÂN TỈNH ĐỒNG THÁP', ['WRONG_ORGANISATION -']],
    ['HỘI NÔNG DÂN TỈNH AN GIANG', []],
    ['Hội Nông dân tỉnh An Giang', []],
    ['ỦY BAN MTTQ VIỆT NAM TỈNH AN GIANG', []],
    ['VĂN PHÒNG', []],
  ])('with the letterhead %j has %j', async (line, expected) => {
    expect(found(await hnd((cells) => cells.unshift([line])))).toEqual(expected);
  });
});

describe('an area form', () => {
  const columns = form('TD-02X');
  const HEAD = [
    'TT',
    'Đơn vị',
    'Cơ sở Đoàn',
    'Tổng số đoàn viên TNCS HCM',
    'Đoàn viên kết nạp mới',
    'Công trình thanh niên',
  ];

  function areaReport(...rows: Cells): ReturnType<typeof readReport> {
    const bytes = xlsx({ Biểu: [HEAD, ...rows] });
    const period = { kind: 'QUARTER', dataFrom: '2026-03-15', dataTo: '2026-06-14' } as const;
    const areas = [
      ...areasOf(AN_GIANG),
      { code: '00001', name: 'Xã Thanh An' },
      { code: '00002', name: 'Xã Thạnh An' },
    ];
    return readReport({
      bytes,
      fileName: 'a.xlsx',
      form: columns,
      submission: { organisation: 'TD', place: AN_GIANG, period },
      areas,
    });
  }

  const LONG_XUYEN = [1, 'Phường Long Xuyên', 4, 10, 1, 2];
  const VINH_TE = [2, 'P. Vĩnh Tế', 5, 20, 2, 3];

  it('finds communes by name, the total by its words, and takes nothing from subtotals', async () => {
    const reading = await areaReport(['I', 'Khối phường', 9, 30, 3, 5], LONG_XUYEN, VINH_TE, [
      null,
      'Tổng cộng',
      9,
      30,
      3,
      5,
    ]);
    expect(found(reading)).toEqual([]);
    expect(reading.values.map(({ cell, area }) => `${cell} ${area}`).filter((text) => text.startsWith('C'))).toEqual([
      'C3 30307',
      'C4 30325',
      'C5 91',
    ]);
  });

  it('reports a wrong total, an abolished unit and a row without a name at their cells', async () => {
    const reading = await areaReport(
      LONG_XUYEN,
      VINH_TE,
      [3, 'Huyện Châu Thành', 1, 1, 1, 1],
      [4, null, 1, 1, 1, 1],
      [null, 'Tổng cộng', 9, 31, 3, 5],
    );
    expect(found(reading)).toEqual(['TOTAL_MISMATCH D6', 'UNKNOWN_AREA B4', 'UNKNOWN_INDICATOR B5']);
    expect(reading.values.some(({ cell }) => cell === 'D6' || cell === 'C4')).toBe(false);
  });

  it('keeps names apart that differ by tone, and does not guess between them', async () => {
    const reading = await areaReport(
      LONG_XUYEN,
      [2, 'Xã Thanh An', 1, 1, 1, 1],
      [3, 'Xã Thạnh An', 2, 2, 2, 2],
      [4, 'Xa Thanh An', 3, 3, 3, 3],
    );
    expect(reading.values.filter(({ cell }) => /^C[345]$/.test(cell)).map(({ area }) => area)).toEqual([
      '00001',
      '00002',
    ]);
    expect(found(reading)).toEqual(['UNKNOWN_AREA B5']);
  });
});
