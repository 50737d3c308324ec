import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, normalise, toneNormal } from '../../src/ground/text/fold.ts';

describe('normalise', () => {
  it('makes NFC of decomposed text', () => {
    expect(normalise('Đoàn viên công đoàn'.normalize('NFD'))).toBe('Đoàn viên công đoàn');
  });
  it('folds every kind of white space to one space and trims', () => {
    expect(normalise('\u00a0 1\u202f234\t\r\n  đồng\u3000')).toBe('1 234 đồng');
  });
  it('removes invisible characters, also between a letter and its mark', () => {
    expect(normalise('\ufeffHo\u200b\u0300a')).toBe('Hòa');
  });
  it('keeps case, quotes and dashes', () => {
    expect(normalise('“Bà Rịa – Vũng Tàu”')).toBe('“Bà Rịa – Vũng Tàu”');
  });
  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => normalise(normalise(text)) === normalise(text)));
  });
});

describe('fold', () => {
  it.each([
    ['Đắk  Lắk', 'dak lak'],
    ['ĐẮK LẮK'.normalize('NFD'), 'dak lak'],
    ['Thừa Thiên Huế', 'thua thien hue'],
    ['Bà Rịa – Vũng Tàu', 'ba ria - vung tau'],
    ['“Dân vận khéo”', '"dan van kheo"'],
    ['Hướng\u00a0dương', 'huong duong'],
    ['İ', 'i'],
  ])('folds %s to %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
  it('cannot tell Thanh An from Thạnh An', () => {
    expect(fold('Thanh An')).toBe(fold('Thạnh An'));
  });
  it('is the same for composed and decomposed text, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text));
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('toneNormal', () => {
  it.each([
    ['hoà', 'hòa'],
    ['HOÀ BÌNH', 'hòa bình'],
    ['thuý', 'thúy'],
    ['uỷ ban', 'ủy ban'],
    ['khoẻ', 'khỏe'],
    ['loè', 'lòe'],
    ['tuỳ', 'tùy'],
    ['qúy', 'quý'],
    ['gía', 'giá'],
    ['muà', 'mùa'],
    ['hòan thành', 'hoàn thành'],
    ['Bà Rịa – Vũng Tàu', 'bà rịa - vũng tàu'],
    ['Hoà\u00a0Lạc', 'hòa lạc'],
  ])('spells %s as %s', (text, spelled) => {
    expect(toneNormal(text)).toBe(spelled);
  });
  it.each(
    'hòa hoàn hoài hoáy quý quỳnh quả quốc quyết quán giá giếng giữ gì gìn già giường thúy huỳnh suýt khuỷu khuỵu thuở ủy của mùa lúa kìa mía nghĩa người rượu chiều tuyến tuần ngoèo ngoằn thuế yếu mười xoèn bảo đậu ý ở cà phê kỹ kĩ'.split(
      ' ',
    ),
  )('leaves the right spelling %s', (word) => {
    expect(toneNormal(word)).toBe(word);
  });
  it('leaves what is no Vietnamese syllable as it is', () => {
    expect(toneNormal('Hànội café España')).toBe('hànội café españa');
  });
  it('keeps Thanh An, Thạnh An and Thánh An apart, and kỹ from kĩ', () => {
    expect(new Set(['Thanh An', 'Thạnh An', 'Thánh An', 'kỹ', 'kĩ'].map(toneNormal)).size).toBe(5);
  });
  it('never changes letters, only where a tone stands', () => {
    const letters = fc.constantFrom(...Array.from('aăâeêioôơuưybcdđghnqt'), 'à', 'ế', 'ợ', 'ũ', 'ỷ', 'í');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 7 }), (word) => {
        const sorted = (text: string): string => Array.from(text.normalize('NFD')).sort().join('');
        expect(sorted(toneNormal(word))).toBe(sorted(word));
        expect(toneNormal(toneNormal(word))).toBe(toneNormal(word));
      }),
    );
  });
});
