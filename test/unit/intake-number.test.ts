import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDecimal } from '../../src/ground/text/vietnamese-number.ts';
import { evidenceOf, readNumeral } from '../../src/report/intake/cell/numeral.ts';
import type { StyleEvidence } from '../../src/report/intake/cell/numeral.ts';
import { readCell } from '../../src/report/intake/cell/read-number.ts';
import { formUnit, unitFor } from '../../src/report/intake/table/units.ts';
import { isFigureRow } from '../../src/catalogue/form/form.spec.ts';
import type { FigureRowSpec } from '../../src/catalogue/form/form.spec.ts';
import type { Cell } from '../../src/report/intake/workbook/sheet.ts';
import { rowsForm } from './intake-files.ts';

function spec(code: string, formCode = 'HND-01'): FigureRowSpec {
  const row = rowsForm(formCode)
    .rows.filter(isFigureRow)
    .find((r) => r.indicatorCode === code && r.kind === 'indicator');
  if (row === undefined) throw new Error(`Expected an indicator of the form, got '${code}'.`);
  return row;
}

const PEOPLE = spec('ND_MEMBERS');
const KM = spec('ND_ROAD_KM');
const MONEY = spec('ND_FUND');
const PERCENT =
  rowsForm('HND-01')
    .rows.filter(isFigureRow)
    .find((row) => row.type === 'percent') ?? PEOPLE;
const LAND = spec('ND_LAND_M2');

function cell(kind: Cell['kind'], text: string, format = ''): Cell {
  return { address: 'E9', kind, text, number: kind === 'NUMBER' ? text : null, format, formula: null };
}

function read(text: string, row: FigureRowSpec, evidence: StyleEvidence = 'NONE'): string {
  return shown(
    readCell(cell('TEXT', text), { spec: row, unit: formUnit(row), evidence, status: null, footnote: 'PRELIMINARY' }),
  );
}

function readNumber(text: string, row: FigureRowSpec, format = ''): string {
  const context = { spec: row, unit: formUnit(row), evidence: 'NONE', status: null, footnote: null } as const;
  return shown(readCell(cell('NUMBER', text, format), context));
}

function shown(result: ReturnType<typeof readCell>): string {
  if ('code' in result) return result.code;
  const marks = [result.status === 'OFFICIAL' ? '' : result.status, result.qualifier ?? ''].filter(
    (mark) => mark !== '',
  );
  return [result.value ?? result.missing, ...marks].join(' ');
}

describe('a text where whole things are counted', () => {
  it.each([
    ['1234', '1234'],
    ['1.234', '1234'],
    ['1,234', '1234'],
    ['1.234.567', '1234567'],
    ['1 234', '1234'],
    ['1\u00a0234\u00a0567', '1234567'],
    ['1\u202f234', '1234'],
    ['  43.822 ', '43822'],
    ['0', '0'],
    ['05', '5'],
    ['402 người', '402'],
    ['15 nghìn người', '15000'],
    ['1,5 nghìn người', '1500'],
    ['-14', '-14'],
    ['−14', '-14'],
    ['trên 486.911', '486911 OVER'],
    ['Hơn 9.036', '9036 OVER'],
    ['gần 79.250', '79250 NEARLY'],
    ['khoảng 79.250', '79250 ABOUT'],
    ['~79.250', '79250 ABOUT'],
    ['1.131 (ước)', '1131 ESTIMATE'],
    ['ước 1.131', '1131 ESTIMATE'],
    ['ước khoảng 1.131', '1131 ESTIMATE ABOUT'],
    ['215.232 (sơ bộ)', '215232 PRELIMINARY'],
    ['215.232 (*)', '215232 PRELIMINARY'],
    ['', 'BLANK'],
    ['-', 'NOT_ARISEN'],
    ['–', 'NOT_ARISEN'],
    ['Không phát sinh', 'NOT_ARISEN'],
    ['X', 'NOT_APPLICABLE'],
    ['…', 'NOT_AVAILABLE'],
    ['...', 'NOT_AVAILABLE'],
    ['chưa có số liệu', 'NOT_AVAILABLE'],
    ['12,5', 'MALFORMED_NUMBER'],
    ['1.234,5', 'MALFORMED_NUMBER'],
    ['1234.567', 'MALFORMED_NUMBER'],
    ['50.700.00', 'MALFORMED_NUMBER'],
    ['12,345,67', 'MALFORMED_NUMBER'],
    ['012.345', 'MALFORMED_NUMBER'],
    ['007', 'MALFORMED_NUMBER'],
    ['1..234', 'MALFORMED_NUMBER'],
    ['12 34', 'MALFORMED_NUMBER'],
    ['1.234.', 'MALFORMED_NUMBER'],
    ['12/5', 'MALFORMED_NUMBER'],
    ['10 - 20', 'MALFORMED_NUMBER'],
    ['(14)', 'MALFORMED_NUMBER'],
    ['1e5', 'MALFORMED_NUMBER'],
    ['không', 'MALFORMED_NUMBER'],
    ['nhiều', 'MALFORMED_NUMBER'],
    ['5 hộ', 'UNIT_MISMATCH'],
    ['2,1 tỷ', 'UNIT_MISMATCH'],
    ['trên gần 5', 'MALFORMED_NUMBER'],
    ['ước 5 (sơ bộ)', 'MALFORMED_NUMBER'],
  ])('%j is %s', (text, expected) => {
    expect(read(text, PEOPLE)).toBe(expected);
  });
});

describe('a text of a quantity that can have a fraction', () => {
  it.each<[string, StyleEvidence, string]>([
    ['1.234', 'NONE', 'AMBIGUOUS_NUMBER'],
    ['1,234', 'NONE', 'AMBIGUOUS_NUMBER'],
    ['1.234', 'BOTH', 'AMBIGUOUS_NUMBER'],
    ['1.234', 'VI', '1234'],
    ['1.234', 'EN', '1.234'],
    ['1,234', 'VI', '1.234'],
    ['1,234', 'EN', '1234'],
    ['1234.567', 'NONE', 'AMBIGUOUS_NUMBER'],
    ['1234.567', 'VI', 'MALFORMED_NUMBER'],
    ['1234,567', 'VI', '1234.567'],
    ['1 234,567', 'NONE', 'AMBIGUOUS_NUMBER'],
    ['0,125', 'NONE', '0.125'],
    ['214,35 km', 'NONE', '214.35'],
    ['214,35', 'EN', '214.35'],
    ['1.234,5', 'NONE', '1234.5'],
    ['1,234.5', 'VI', '1234.5'],
    ['23 521,7', 'NONE', '23521.7'],
    ['500 m', 'NONE', '0.5'],
    ['3 ha', 'NONE', 'UNIT_MISMATCH'],
  ])('%j with evidence %s is %s', (text, evidence, expected) => {
    expect(read(text, KM, evidence)).toBe(expected);
  });

  it('takes no evidence from numerals that say both or nothing', () => {
    const evidence = (...texts: string[]): StyleEvidence => evidenceOf(texts.map((text) => readNumeral(text)));
    expect(evidence('1.234', '12', '1 234', '12,345,67', '0,5')).toBe('NONE');
    expect(evidence('97,5', '1.234')).toBe('VI');
    expect(evidence('1.234.567')).toBe('VI');
    expect(evidence('12.5')).toBe('EN');
    expect(evidence('1,234.5', '97,5')).toBe('BOTH');
  });
});

describe('units', () => {
  it('scales money by the unit in the cell, else by the unit round it', () => {
    expect(read('2,1 tỷ', MONEY)).toBe('2100000000');
    expect(read('58.420 tr.đ', MONEY, 'VI')).toBe('58420000000');
    expect(read('trên 3.200 tỷ đồng', MONEY, 'VI')).toBe('3200000000000 OVER');
    expect(read('1.234.567 đồng', MONEY)).toBe('1234567');
    expect(read('44,9', MONEY)).toBe('44900000');
  });

  it('turns areas into the base unit and knows no other quantity', () => {
    expect(unitFor('ha', LAND)?.scale).toBe('10000');
    expect(unitFor('m2', LAND)?.scale).toBe('1');
    expect(unitFor('Km', KM)?.scale).toBe('1');
    expect(unitFor('tỷ đồng', KM)).toBeNull();
    expect(unitFor('lượt người', PEOPLE)).toBeNull();
  });
});

describe('a number cell', () => {
  it.each([
    ['0.937', '0.0%', '93.7'],
    ['91.7', '0.0\\%', '91.7'],
    ['0.59', '', '0.59'],
    ['87', '0"%"', '87'],
  ])('%s with format %j is %s percent', (text, format, expected) => {
    expect(readNumber(text, PERCENT, format)).toBe(expected);
  });

  it('with a fraction is ambiguous where whole things are counted', () => {
    expect(readNumber('7.246', PEOPLE)).toBe('AMBIGUOUS_NUMBER');
    expect(readNumber('7246', PEOPLE, '#,##0')).toBe('7246');
  });

  it('whose format shows another number or unit is not taken', () => {
    expect(readNumber('2245700000', MONEY, '#,##0.0,,')).toBe('AMBIGUOUS_NUMBER');
    expect(readNumber('2245700000', MONEY, '#,##0\\ [$₫-42A]')).toBe('AMBIGUOUS_NUMBER');
    expect(readNumber('12', MONEY, '0" triệu"')).toBe('12000000');
    expect(readNumber('0.5', PEOPLE, '0%')).toBe('MALFORMED_NUMBER');
  });
});

describe('a number printed in Vietnamese', () => {
  const decimal = fc
    .tuple(
      fc.bigInt({ min: 0n, max: 10n ** 15n }),
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }),
      fc.boolean(),
    )
    .map(
      ([whole, fraction, negative]) =>
        `${negative && whole > 0n ? '-' : ''}${whole}${fraction.length > 0 ? `.${fraction.join('')}` : ''}`,
    );

  it('reads back to itself once the sheet shows the Vietnamese habit', () => {
    fc.assert(
      fc.property(decimal, (exact) => {
        const normal = exact.includes('.') ? exact.replace(/0+$/, '').replace(/\.$/, '') : exact;
        expect(read(formatDecimal(exact), KM, 'VI')).toBe(normal === '-0' ? '0' : normal);
      }),
    );
  });

  it('is never read as another number when nothing shows the habit', () => {
    fc.assert(
      fc.property(decimal, (exact) => {
        const normal = exact.includes('.') ? exact.replace(/0+$/, '').replace(/\.$/, '') : exact;
        expect([normal, 'AMBIGUOUS_NUMBER']).toContain(read(formatDecimal(exact), KM, 'NONE'));
      }),
    );
  });
});
