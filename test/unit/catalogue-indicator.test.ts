import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { isFigureRow } from '../../src/catalogue/form/form.spec.ts';
import { formSeeds } from '../../src/catalogue/form/form.seed.ts';
import { indicatorSeeds, parseIndicators } from '../../src/catalogue/indicator/indicator.seed.ts';
import { projectPath } from '../../src/ground/project-path.ts';

const indicators = indicatorSeeds();
const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));

describe('indicators', () => {
  it('are 147 with ids in file order, which later lines may only extend', () => {
    expect(byCode.size).toBe(147);
    expect(indicators.map(({ id }) => id)).toEqual(indicators.map((_, at) => at + 1));
    expect([byCode.get('LD_MEMBERS')?.id, byCode.get('PN_MEMBERS')?.id, byCode.get('RP_RECEIVED')?.id]).toEqual([
      1, 27, 147,
    ]);
  });

  it('name only parts that exist, and have parts exactly where they recompute', () => {
    const missing = indicators.flatMap(({ code, numerator, denominator }) =>
      [numerator, denominator].flatMap((part) => (part === null || byCode.has(part) ? [] : [`${code} needs ${part}`])),
    );
    expect(missing).toEqual([]);
    for (const { timeRule, placeRule, numerator, denominator } of indicators) {
      const recomputes = timeRule === 'RECOMPUTE';
      expect(placeRule === 'RECOMPUTE').toBe(recomputes);
      expect([numerator !== null, denominator !== null]).toEqual([recomputes, recomputes]);
    }
  });

  it('recompute from parts that can be added and have the same owners', () => {
    for (const { code, owners, numerator, denominator } of indicators.filter(
      ({ timeRule }) => timeRule === 'RECOMPUTE',
    )) {
      for (const part of [numerator, denominator]) {
        expect({ code, ...byCode.get(part ?? '') }).toMatchObject({ placeRule: 'SUM', owners });
      }
    }
  });

  it('have the owners the table says', () => {
    expect(byCode.get('LD_MEMBERS')?.owners).toEqual(['LDLD']);
    expect(byCode.get('LD_DIALOGUES_LEADERS')?.owners).toEqual(['LDLD', 'UBND']);
    expect(byCode.get('TN_LHTN_MEMBERS')?.owners).toEqual(['TD']);
    expect(byCode.get('TD_MOVEMENTS')?.owners).toHaveLength(7);
  });

  it('name as primary the -01 form that carries them, else the area form, else none', () => {
    const carriers = new Map<string, string[]>();
    for (const form of formSeeds()) {
      const specs = form.layout === 'AREA_ROWS' ? form.columns : form.rows.filter(isFigureRow);
      for (const code of new Set(specs.map(({ indicatorCode }) => indicatorCode))) {
        carriers.set(code, [...(carriers.get(code) ?? []), form.code]);
      }
    }
    for (const { code, primaryForm } of indicators) {
      const forms = carriers.get(code) ?? [];
      const first = forms.filter((form) => form.endsWith('-01'));
      expect(first.length).toBeLessThanOrEqual(1);
      expect({ code, primaryForm }).toEqual({ code, primaryForm: first[0] ?? forms[0] ?? null });
    }
    expect(indicators.filter(({ primaryForm }) => primaryForm !== null)).toHaveLength(107);
  });

  it('are written in NFC and never sum percentages or scores', () => {
    for (const { nameVi, nameEn, unit, breakdowns, magnitude, type, timeRule, placeRule } of indicators) {
      for (const text of [nameVi, nameEn, unit, breakdowns, magnitude]) expect(text).toBe(text.normalize('NFC'));
      if (type === 'percent') expect([timeRule, placeRule]).toEqual(['RECOMPUTE', 'RECOMPUTE']);
      if (type === 'score') expect([timeRule, placeRule]).toEqual(['NONE', 'NONE']);
    }
  });
});

describe('parseIndicators', () => {
  it('names every fault in one error', () => {
    const csv = readFileSync(projectPath('src', 'catalogue', 'indicator', 'data', 'indicators.csv'), 'utf8');
    const [header = '', first = ''] = csv.split('\n');
    const broken = [header, first, first.replace(',LDLD,', ',LĐLĐ,').replace(',LAST,', ',LATEST,')].join('\n');
    expect(() => parseIndicators(broken)).toThrow(
      /line 2\), owners: expected ALL or [\s\S]*got 'LATEST'[\s\S]*got it twice/,
    );
  });
});
