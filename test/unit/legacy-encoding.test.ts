import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { readFileSync } from 'node:fs';
import { projectPath } from '../../src/ground/project-path.ts';
import { decodeText, decodeTextBytes, guessLegacy, isLegacyLike } from '../../src/ground/text/legacy-encoding.ts';
import { decodeLegacy, legacyFont } from '../../src/ground/text/legacy-letters.ts';
import type { LegacyEncoding } from '../../src/ground/text/legacy-letters.ts';
import { isVietnameseSyllable } from '../../src/ground/text/vietnamese-syllable.ts';

const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const SMALL = [
  ...Array.from('aăâeêioôơuưy').flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC'))),
  'đ',
].filter((letter) => !/[a-z]/.test(letter));
const CAPITALS = SMALL.map((letter) => letter.toUpperCase());

/** VNI's spelling of every letter, in the order of SMALL: á à ã ả ạ stand as grave, acute, tilde, hook, dot. */
const VNI_SMALL = (
  'aø aù aõ aû aï aê aè aé aü aú aë aâ aà aá aã aå aä eø eù eõ eû eï eâ eà eá eã eå eä ì í ó æ ò ' +
  'oø où oõ oû oï oâ oà oá oã oå oä ô ôø ôù ôõ ôû ôï uø uù uõ uû uï ö öø öù öõ öû öï yø yù yõ yû î ñ'
).split(' ');
const VNI = new Map([
  ...SMALL.map((letter, i) => [letter, VNI_SMALL[i] ?? ''] as const),
  ...CAPITALS.map((letter, i) => [letter, (VNI_SMALL[i] ?? '').toUpperCase()] as const),
]);

function encodeVni(text: string): string {
  return Array.from(text, (letter) => VNI.get(letter) ?? letter).join('');
}

/** As keyboard programs do: a capital with a tone has no place of its own and is written as the small letter. */
function encodeTcvn3(text: string): string {
  return Array.from(text, (letter) => {
    if (!SMALL.includes(letter) && !CAPITALS.includes(letter)) return letter;
    const placed = 'ĂÂĐÊÔƠƯ'.includes(letter) ? letter : letter.toLowerCase();
    return iconv.decode(iconv.encode(placed, 'tcvn'), 'latin1');
  }).join('');
}

const ENCODERS = { TCVN3: encodeTcvn3, VNI: encodeVni } as const;
const ENCODINGS: readonly LegacyEncoding[] = ['TCVN3', 'VNI'];

/** The places of the catalogue, real names of every part of the country. */
const NAMES = [
  ...new Set(
    readFileSync(projectPath('src', 'catalogue', 'place', 'data', 'communes.csv'), 'utf8')
      .normalize('NFC')
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[1] ?? ''),
  ),
].filter((name) => name !== '');
const LABELS = [
  'Cộng hòa xã hội chủ nghĩa Việt Nam',
  'Độc lập - Tự do - Hạnh phúc',
  'Tổng số đoàn viên công đoàn',
  'Số hội viên được kết nạp mới (ước thực hiện)',
  'Trong đó: nữ',
  'Diện tích trồng rừng, ha; ô nhiễm môi trường; ô tô; ê kíp',
];
const names = fc.array(fc.constantFrom(...NAMES, ...LABELS), { minLength: 4, maxLength: 20 });
/** With letters that no Western font has, so that it is known for Unicode. */
const sentence = fc.tuple(fc.constantFrom(...LABELS), names).map(([label, others]) => [label, ...others].join('; '));

describe('legacyFont', () => {
  it('knows the fonts by their names, and no others', () => {
    expect(['.VnTime', '.VnTimeH', '.vnarial narrow', ' .VnCourier New'].map(legacyFont)).toEqual(
      Array(4).fill('TCVN3'),
    );
    expect(['VNI-Times', 'VNI-Helve-Condense', 'vni times'].map(legacyFont)).toEqual(Array(3).fill('VNI'));
    const others = ['Times New Roman', 'Arial', 'Calibri', 'Vni\u00e9', 'VNtimes new roman', 'UVnTime', '.Vn', ''];
    expect(others.map(legacyFont)).toEqual(others.map(() => null));
  });
});

describe('decodeLegacy', () => {
  it('reads what the fonts show', () => {
    expect(decodeLegacy('Céng hßa x· héi chñ nghÜa ViÖt Nam', 'TCVN3')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam');
    expect(decodeLegacy('n\u00ad\u00edc ®\u00ad\u00eec', 'TCVN3')).toBe('nước được');
    expect(decodeLegacy('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'VNI')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam');
    expect(decodeLegacy('COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM', 'VNI')).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(decodeLegacy('ñöôïc thuôû ÑÖÔØNG, kyõ, kyø, lyù, tæ leä', 'VNI')).toBe('được thuở ĐƯỜNG, kỹ, kỳ, lý, tỉ lệ');
  });

  it('has a test of all 134 letters with marks', () => {
    expect([SMALL.length, CAPITALS.length, VNI_SMALL.length, VNI.size]).toEqual([67, 67, 67, 134]);
    expect(new Set(VNI.values()).size).toBe(134);
  });

  it.each([...SMALL, ...CAPITALS])('gives %s back', (letter) => {
    expect(decodeLegacy(encodeVni(letter), 'VNI')).toBe(letter);
    const tcvn3 = decodeLegacy(encodeTcvn3(letter), 'TCVN3');
    expect(tcvn3.toLowerCase()).toBe(letter.toLowerCase());
    if (SMALL.includes(letter) || 'ĂÂĐÊÔƠƯ'.includes(letter)) expect(tcvn3).toBe(letter);
  });

  it('reads the capitals of fonts of capitals and of converters', () => {
    expect(decodeLegacy('CéNG HßA, B¸O C¸O, §êI SèNG', 'TCVN3')).toBe('CỘNG HÒA, BÁO CÁO, ĐỜI SỐNG');
    expect(decodeLegacy('céng hßa KINH TÕ Sè §å', 'TCVN3')).toBe('cộng hòa KINH Tế Số Đồ');
    expect(decodeLegacy('HOAµNG, VI£ÖT, ¢Ê', 'TCVN3')).toBe('HOÀNG, VIỆT, Ấ');
  });

  it('takes a mark of VNI in either case, and leaves one that belongs to no letter', () => {
    expect(decodeLegacy('VieÄt COäNG', 'VNI')).toBe('Việt CỘNG');
    expect(decodeLegacy('bä uä 5ù', 'VNI')).toBe('bä uä 5ù');
  });

  it('leaves signs that the fonts have too, and all that no Western font has', () => {
    for (const text of ['35°C', '±5', 'm²', '“a” – b…', '‘c’ €', '漢字', 'Số']) {
      for (const encoding of ENCODINGS) expect(decodeLegacy(text, encoding)).toBe(text);
    }
  });
});

describe('isVietnameseSyllable', () => {
  it('accepts syllables as they are spelt, old and new tone places, capitals, both forms of Unicode', () => {
    const good =
      'nghiêng quyết quý qui gì giết giữ già giếng khuỷu ngoằn hòa hoà thúy thuý uỷ ủy ươm yêu yến xoong khuya rượu ' +
      'Đắk Lăk Kon nước người hươu uống oà à ở CỘNG HOÀ quốc quở thuở nguệch';
    const words = good.split(' ').flatMap((word) => [word, word.normalize('NFD')]);
    expect(words.filter((word) => !isVietnameseSyllable(word))).toEqual([]);
  });

  it('refuses wrong spelling, wrong tones and other languages', () => {
    const bad =
      'été château für straße señor Céng hßa cẹ kng ghà ngê gê nghà xaõ hội2 tât cac bacs việtnam tìên qúy hoaì ' +
      'hòan ngừơi bạ́ đ ng b café Müller Zoë';
    expect(bad.split(' ').filter(isVietnameseSyllable)).toEqual([]);
  });

  it('knows nearly every syllable of the names of communes', () => {
    const syllables = [...new Set(NAMES.flatMap((name) => name.match(/\p{L}+/gu) ?? []))].filter((word) =>
      /[^a-z]/i.test(word),
    );
    expect(syllables.length).toBeGreaterThan(500);
    expect(syllables.filter(isVietnameseSyllable).length / syllables.length).toBeGreaterThan(0.94);
  });
});

describe('guessLegacy', () => {
  it('needs a few labels only', () => {
    expect(guessLegacy(['STT', 'Tªn', 'Tæng sè ®oµn viªn', '1.234', 'm²'])).toBe('TCVN3');
    expect(guessLegacy(['STT', 'Teân', 'Toång soá ñoaøn vieân', '1.234', 'm²'])).toBe('VNI');
  });

  it.each(ENCODINGS)('finds %s in any four names or more, also among foreign ones', (encoding) => {
    const foreign = fc.subarray(['Zoë', 'Müller', 'café', '½', '35°C', 'HĐ', 'WHO']);
    fc.assert(
      fc.property(names, foreign, (texts, others) => {
        const marked = texts.filter((text) => /[^ -~]/.test(text.replace(/^(?:Xã|Phường|Đặc khu) /, '')));
        fc.pre(new Set(marked).size >= 4);
        expect(guessLegacy([...others.slice(0, 1), ...texts.map(ENCODERS[encoding])])).toBe(encoding);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('never takes Unicode Vietnamese for legacy, whole or cell by cell, precomposed or not', () => {
    fc.assert(
      fc.property(fc.subarray([...NAMES, ...LABELS]), fc.constantFrom('NFC', 'NFD'), (texts, form) => {
        expect(guessLegacy(texts.map((text) => text.normalize(form)))).toBeNull();
      }),
    );
    const western = NAMES.filter((name) => /[^ -~]/.test(name) && !/[\u0100-\uffff]/.test(name));
    expect(western.length).toBeGreaterThan(200);
    expect(guessLegacy(western)).toBeNull();
    for (const encoding of ENCODINGS) expect(NAMES.filter((name) => isLegacyLike(name, encoding))).toEqual([]);
  });

  it('takes no other language, signs or plain letters for legacy', () => {
    const french =
      'Évaluation générale des écoles du département où l’élève a été reçu : très bien, là, déjà, dû, tôt, Noël';
    const german = 'Übersicht über die Maßnahmen für Schüler, Größe, Köln, Zürich, Müller, Bö, schön';
    const romance = 'informação às mães, São João, avó, três; año, niña, más, está, así, él, José';
    for (const text of [french, german, romance]) {
      expect(guessLegacy([text])).toBeNull();
      expect(guessLegacy(text.split(' '))).toBeNull();
    }
    const signs = ['–', '…', '“”', 'm²', '½', '35 °C', '± 5', 'ë', '×', '·', '§ 5', '© 2025', '«Viet»', 'µm'];
    expect(guessLegacy(signs)).toBeNull();
    expect(guessLegacy(['Tong so', 'STT', '1', ''])).toBeNull();
    expect(guessLegacy([])).toBeNull();
  });

  it('calls a file by what most of it is', () => {
    const unicode = ['Hội viên được kết nạp', 'Số tổ chức cơ sở', 'Tỷ lệ phần trăm', 'Những việc đã làm'];
    expect(guessLegacy([...unicode, 'Tæng sè', 'Tªn'])).toBeNull();
    expect(guessLegacy([...NAMES.slice(0, 40).map(encodeTcvn3), 'Tỷ lệ'])).toBe('TCVN3');
  });
});

describe('decodeText', () => {
  it.each(ENCODINGS)('gives sentences back that were written in %s', (encoding) => {
    fc.assert(
      fc.property(sentence, (text) => {
        const decoded = decodeText(ENCODERS[encoding](text), encoding);
        expect(encoding === 'VNI' ? decoded : decoded.toLowerCase()).toBe(
          encoding === 'VNI' ? text : text.toLowerCase(),
        );
        expect(decoded).toBe(decoded.normalize('NFC'));
        expect(decodeText(decoded, encoding)).toBe(decoded);
      }),
    );
  });

  it('never changes ASCII, nor what was typed in Unicode', () => {
    const unicode = NAMES.filter((name) => /[\u0100-\uffff]/.test(name));
    fc.assert(
      fc.property(fc.constantFrom(...ENCODINGS), fc.string({ unit: 'binary-ascii' }), (encoding, text) => {
        expect(decodeText(text, encoding)).toBe(text);
      }),
    );
    for (const name of unicode) {
      for (const form of [name, name.normalize('NFD')]) {
        for (const encoding of ENCODINGS) expect(decodeText(form, encoding)).toBe(form);
      }
    }
    expect(decodeText('Khánh Hòa', 'TCVN3')).toBe('Khánh Hòa');
    expect(decodeText('Hà Nam', 'VNI')).toBe('Hà Nam');
  });

  it('leaves signs that stand alone, and reads letters that do', () => {
    for (const text of ['½', '3 × 4', '· ', '1½', '···', '5 m²']) expect(decodeText(text, 'TCVN3')).toBe(text);
    expect(decodeText('« t«, Kr«ng ¸, 1.000®, §/c', 'TCVN3')).toBe('ô tô, Krông á, 1.000đ, Đ/c');
  });

  it('agrees with isLegacyLike on single cells', () => {
    expect(isLegacyLike('Tæng sè', 'TCVN3')).toBe(true);
    expect(isLegacyLike('Toång soá', 'VNI')).toBe(true);
    for (const text of ['Tổng số', 'Hà Nam', 'Müller', 'm²', 'Total', '']) {
      for (const encoding of ENCODINGS) expect(isLegacyLike(text, encoding)).toBe(false);
    }
  });
});

describe('decodeTextBytes', () => {
  const csv = ['STT;Đơn vị;Số lượng', ...NAMES.slice(0, 30).map((name, i) => `${i + 1};“${name}”;1.234`)].join('\r\n');

  it.each(ENCODINGS)('reads a file in %s', (encoding) => {
    const read = decodeTextBytes(iconv.encode(ENCODERS[encoding](csv), 'win1252'));
    expect(read?.encoding).toBe(encoding);
    expect(read?.text.toLowerCase()).toBe(csv.toLowerCase());
  });

  it('reads a file in Windows-1258, whose tones are characters of their own', () => {
    const read = decodeTextBytes(encodeWindows1258(csv));
    expect(read).toEqual({ text: csv, encoding: 'WINDOWS-1258' });
  });

  it('reads nothing into other bytes', () => {
    const french = 'Évaluation générale des écoles du département où l’élève a été reçu, très bien, déjà';
    const others = [
      iconv.encode(french, 'win1252'),
      Buffer.from(csv),
      iconv.encode(csv, 'utf-16le'),
      Buffer.from('STT;Ten;1'),
      Buffer.alloc(0),
      Buffer.from(Array.from({ length: 5000 }, (_, i) => 1 + ((i * 7919) % 255))),
    ];
    expect(others.map((bytes) => decodeTextBytes(bytes))).toEqual(others.map(() => null));
  });

  it('reads a view into a larger buffer', () => {
    const bytes = iconv.encode(encodeVni(csv), 'win1252');
    const larger = Buffer.concat([Buffer.from('xx'), bytes]);
    expect(decodeTextBytes(new Uint8Array(larger.buffer, larger.byteOffset + 2, bytes.length))?.encoding).toBe('VNI');
  });
});

/** A vowel with its own mark is one character, its tone the next. */
function encodeWindows1258(text: string): Buffer {
  const split = Array.from(text, (letter) => {
    const marks = letter.normalize('NFD');
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(marks)?.[0] ?? '';
    return marks.replace(tone, '').normalize('NFC') + tone;
  });
  return iconv.encode(split.join(''), 'win1258');
}
