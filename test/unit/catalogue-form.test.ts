import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import {
  breakdownKey,
  FORM_PERIOD_KINDS,
  isFigureRow,
  MEASURE_NAMES,
  parseBreakdownKey,
} from '../../src/catalogue/form/form.spec.ts';
import { formSeeds } from '../../src/catalogue/form/form.seed.ts';
import { parseForm } from '../../src/catalogue/form/parse-form.ts';
import { indicatorSeeds } from '../../src/catalogue/indicator/indicator.seed.ts';
import { projectPath } from '../../src/ground/project-path.ts';

const forms = formSeeds();

type Json = Record<string, unknown>;

function formFile(code: string): Json & { rows: Json[]; columns: Json[] } {
  return JSON.parse(readFileSync(projectPath('src', 'catalogue', 'form', 'data', `${code}.json`), 'utf8'));
}

function faultsOf(form: unknown): string[] {
  try {
    parseForm(form, 'F.json');
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
  return [];
}

describe('the forms', () => {
  it('are eight, version 1, six by indicator and two by commune', () => {
    expect(forms.map(({ code, layout }) => [code, layout])).toEqual([
      ['CCB-01', 'INDICATOR_ROWS'],
      ['HND-01', 'INDICATOR_ROWS'],
      ['HPN-01', 'INDICATOR_ROWS'],
      ['LDLD-01', 'INDICATOR_ROWS'],
      ['LDLD-02X', 'AREA_ROWS'],
      ['TD-01', 'INDICATOR_ROWS'],
      ['TD-02X', 'AREA_ROWS'],
      ['UBND-PH-01', 'INDICATOR_ROWS'],
    ]);
    for (const { version, periodKinds } of forms) expect([version, periodKinds]).toEqual([1, [...FORM_PERIOD_KINDS]]);
  });

  it('say of every indicator what the catalogue says, and are sent in by one of its owners', () => {
    const byCode = new Map(indicatorSeeds().map((indicator) => [indicator.code, indicator]));
    for (const form of forms) {
      for (const spec of form.layout === 'AREA_ROWS' ? form.columns : form.rows.filter(isFigureRow)) {
        const { indicatorCode, type, timeRule, placeRule, baseUnit: unit } = spec;
        const indicator = byCode.get(indicatorCode);
        expect({ code: indicatorCode, ...indicator }).toMatchObject({ type, timeRule, placeRule, unit });
        expect(indicator?.owners).toContain(form.owner);
      }
    }
  });

  it('keep printed labels, headings and scales as designed', () => {
    const [td] = forms.filter(({ code }) => code === 'TD-02X');
    expect(td?.layout === 'AREA_ROWS' && td.columns.find(({ scale }) => scale !== '1')).toMatchObject({
      indicatorCode: 'TN_WORKS_VALUE',
      groupVi: 'Công trình thanh niên',
      unit: 'triệu đồng',
      baseUnit: 'VND',
      scale: '1000000',
    });
    const [ldld] = forms.filter(({ code }) => code === 'LDLD-01');
    expect(ldld?.measures).toEqual([...MEASURE_NAMES]);
    expect(ldld?.layout === 'INDICATOR_ROWS' && ldld.measureLabels.cumulative).toContain('Luỹ kế từ đầu năm');
  });
});

describe('parseForm', () => {
  it('accepts what ships', () => {
    expect(faultsOf(formFile('LDLD-01'))).toEqual([]);
  });

  it('names all faults at once, each with its path', () => {
    const form = formFile('TD-01');
    const rows = form.rows.map((row, at) =>
      at === 1 ? { ...row, scale: '0', timeRule: 'LATEST', labelvi: 'x' } : row,
    );
    expect(faultsOf({ ...form, owner: 'LĐLĐ', version: '1', rows })).toEqual([
      'F.json.version: expected a whole number from 1, got "1"',
      expect.stringContaining('F.json.owner: expected LDLD, HPN'),
      'F.json.rows[1].scale: expected a decimal above 0, got "0"',
      'F.json.rows[1].timeRule: expected SUM, LAST, RECOMPUTE, NONE, got "LATEST"',
      'F.json.rows[1].labelvi: expected no such field, got "x"',
    ]);
  });

  it('refuses a row that occurs twice and a breakdown away from its indicator', () => {
    const form = formFile('TD-01');
    const [section, members, male] = form.rows;
    expect(faultsOf({ ...form, rows: [members, members] })).toEqual([
      expect.stringContaining('rows[1]: expected each indicator and breakdown once'),
    ]);
    expect(faultsOf({ ...form, rows: [members, section, male] })).toEqual([
      expect.stringContaining('rows[2]: expected a breakdown of the indicator above'),
    ]);
  });

  it('refuses a breakdown row without a breakdown, and a breakdown that no key can hold', () => {
    const form = formFile('TD-01');
    const [, members, male] = form.rows;
    expect(faultsOf({ ...form, rows: [{ ...members, kind: 'breakdown' }] })).toContainEqual(
      expect.stringContaining('rows[0].kind: expected breakdown exactly where there is one'),
    );
    expect(faultsOf({ ...form, rows: [members, { ...male, breakdown: { sex: 'A=B' } }] })).toEqual([
      expect.stringContaining('rows[1].breakdown.sex: expected a dimension like'),
    ]);
  });

  it('refuses a column twice and a measure that the form does not list', () => {
    const form = formFile('TD-02X');
    const [units] = form.columns;
    expect(faultsOf({ ...form, columns: [units, units, { ...units, measure: 'cumulative' }] })).toEqual([
      expect.stringContaining('columns[1]: expected each indicator, breakdown and measure once'),
      expect.stringContaining('columns[2].measure: expected one of inPeriod, target'),
    ]);
  });

  it.each([null, [], 'LDLD-01', 7])('refuses %p', (value) => {
    expect(faultsOf(value)[0]).toContain('F.json: expected an object');
  });
});

describe('breakdownKey', () => {
  it('is empty for the whole and sorted by dimension else', () => {
    expect(breakdownKey()).toBe('');
    expect(breakdownKey({})).toBe('');
    expect(breakdownKey({ sex: 'FEMALE', sector: 'FDI' })).toBe('sector=FDI;sex=FEMALE');
  });

  it('comes back from parseBreakdownKey, whatever the order of the dimensions', () => {
    const part = fc.stringMatching(/^[A-Za-z0-9_]{1,8}$/);
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(part, part), { selector: ([dimension]) => dimension }), (pairs) => {
        const key = breakdownKey(Object.fromEntries(pairs));
        expect(breakdownKey(Object.fromEntries([...pairs].reverse()))).toBe(key);
        expect(parseBreakdownKey(key)).toEqual(Object.fromEntries(pairs));
      }),
    );
  });

  it.each(['sex', 'sex=', '=FEMALE', 'sex=A=B', 'sex=FEMALE;', 'sex=FEMALE;sector=FDI', 'sex=A;sex=B'])(
    'refuses the key %p',
    (key) => {
      expect(() => parseBreakdownKey(key)).toThrow();
    },
  );

  it('refuses names that would break the key', () => {
    expect(() => breakdownKey({ sex: 'A;B' })).toThrow("without '=' and ';'");
    expect(() => breakdownKey({ '': 'A' })).toThrow('rename them');
  });
});
