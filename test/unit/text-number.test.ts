import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDecimal } from '../../src/ground/text/vietnamese-number.ts';

describe('formatDecimal', () => {
  it.each([
    ['0', '0'],
    ['999', '999'],
    ['1000', '1.000'],
    ['1234567.5', '1.234.567,5'],
    ['-1234.50', '-1.234,50'],
    [
      '123456789012345678901234567890.12345678901234567890',
      '123.456.789.012.345.678.901.234.567.890,12345678901234567890',
    ],
  ])('writes %s as %s', (exact, shown) => {
    expect(formatDecimal(exact)).toBe(shown);
  });
  it('writes whole numbers as Intl does for vi-VN', () => {
    const intl = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
    fc.assert(fc.property(fc.bigInt(), (n) => formatDecimal(String(n)) === intl.format(n)));
  });
  it.each(['', '1,5', '1e3', '.5', '5.', 'NaN', '1.234.567', ' 1'])('refuses %j with what it expected', (text) => {
    expect(() => formatDecimal(text)).toThrow(`got '${text}'`);
  });
});
