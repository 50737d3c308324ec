import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { documentSymbol, parseDocumentNumber } from '../../src/ground/document/document-number.ts';

describe('the number of a paper', () => {
  it.each([
    ['125/BC-UBND', 125, 'BC', 'UBND', null, 'STATE', '125/BC-UBND'],
    ['Số: 05/QĐ-UBND', 5, 'QĐ', 'UBND', null, 'STATE', '05/QĐ-UBND'],
    ['12/UBND-KGVX', 12, null, 'UBND-KGVX', null, 'STATE', '12/UBND-KGVX'],
    ['Số: 225 - KH/TWĐTN-CTTN', 225, 'KH', 'TWĐTN-CTTN', null, 'PARTY', '225-KH/TWĐTN-CTTN'],
    ['số :  301-QĐ/TW', 301, 'QĐ', 'TW', null, 'PARTY', '301-QĐ/TW'],
    ['34 / BC - MTTQ - BTT', 34, 'BC', 'MTTQ-BTT', null, 'STATE', '34/BC-MTTQ-BTT'],
    ['17–CV/TU', 17, null, 'TU', null, 'PARTY', '17-CV/TU'],
    ['19/2025/QĐ-TTg', 19, 'QĐ', 'TTg', 2025, 'STATE', '19/2025/QĐ-TTg'],
    ['72/2025/QH15', 72, null, 'QH15', 2025, 'STATE', '72/2025/QH15'],
    ['02/CTPH-LĐLĐ-TĐ', 2, 'CTPH', 'LĐLĐ-TĐ', null, 'STATE', '02/CTPH-LĐLĐ-TĐ'],
    ['8/ttr-snv', 8, 'TTr', 'snv', null, 'STATE', '8/ttr-snv'],
    ['9/tb-ub\u200bnd', 9, 'TB', 'ubnd', null, 'STATE', '9/tb-ubnd'],
  ])('“%s” is read', (text, number, type, issuer, ...[year, style, symbol]) => {
    expect(parseDocumentNumber(text)).toEqual({ number, type, issuer, year, style, symbol });
  });

  it('is the same in composed and decomposed letters', () => {
    expect(parseDocumentNumber('05/QĐ-UBND'.normalize('NFD'))).toEqual(parseDocumentNumber('05/QĐ-UBND'));
  });

  it.each([
    '',
    'Số:',
    '/BC-UBND',
    '0/BC-UBND',
    '125',
    '125/',
    '125/-',
    '125-KH',
    '125-/TW',
    'BC-UBND',
    '1234567/BC-UBND',
    '-5/BC-UBND',
    '12,5/BC-UBND',
    '125/BC-UBND; 126/BC-UBND',
    'không số',
  ])('“%s” is none', (text) => expect(parseDocumentNumber(text)).toBeNull());

  const issuer = fc.constantFrom('UBND', 'UBND-KGVX', 'TWĐTN-CTTN', 'MTTQ-BTT', 'LĐLĐ', 'TU', 'QH15', 'SNV-TCBC&TCPCP');
  const type = fc.option(fc.constantFrom('BC', 'KH', 'QĐ', 'QyĐ', 'CTr', 'TTr', 'TB', 'NQ'));
  const number = fc.integer({ min: 1, max: 999_999 });
  const parts = fc.oneof(
    fc.record({
      number,
      type,
      issuer,
      year: fc.option(fc.integer({ min: 1945, max: 2099 })),
      style: fc.constant('STATE' as const),
    }),
    fc.record({ number, type, issuer, year: fc.constant(null), style: fc.constant('PARTY' as const) }),
  );

  it('is read back from what it is written as', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const symbol = documentSymbol(given);
        expect(parseDocumentNumber(symbol)).toEqual({ ...given, symbol });
      }),
    );
  });

  it('does not depend on stray spaces, kinds of dashes and the prefix', () => {
    const noise = fc.constantFrom('', ' ', '\u00a0', '  ');
    fc.assert(
      fc.property(
        parts,
        fc.array(noise, { minLength: 24, maxLength: 24 }),
        fc.boolean(),
        fc.boolean(),
        (given, spaces, prefix, dash) => {
          const symbol = documentSymbol(given);
          const loose = symbol.replace(
            /[/-]/g,
            (sign, at: number) => `${spaces[at % 24]}${dash && sign === '-' ? '–' : sign}${spaces[(at + 7) % 24]}`,
          );
          expect(parseDocumentNumber(`${prefix ? 'Số: ' : ''}${loose}`)).toEqual({ ...given, symbol });
        },
      ),
    );
  });

  it('reads any text without throwing, and what it reads it reads again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0129/-. :QĐKHBCuố&x'.split('')), maxLength: 30 }), (text) => {
        const parsed = parseDocumentNumber(text);
        if (parsed) expect(parseDocumentNumber(parsed.symbol)).toEqual(parsed);
      }),
    );
  });
});
