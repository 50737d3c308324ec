import { beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { planWorkbook } from '../../src/report/template/plan-workbook.ts';
import type { TemplateInput } from '../../src/report/template/template-input.ts';
import { writeWorkbook } from '../../src/report/template/write-workbook.ts';
import { filledInput, FORM_CODES, formOf, templateInput } from '../support/form-template.ts';

/** The parts of a written workbook as text. */
async function partsOf(input: TemplateInput): Promise<(name: string) => string> {
  const parts = unzipSync(await writeWorkbook(planWorkbook(input).plan));
  return (name) => strFromU8(parts[name] ?? new Uint8Array());
}

/** The attributes of the first element of a name. */
function attributesOf(xml: string, element: string): Record<string, string> {
  const [, inside = ''] = new RegExp(`<${element}((?:\\s[^>]*?)?)/?>`).exec(xml) ?? [];
  return Object.fromEntries([...inside.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}

/** Whether the cell may be filled in: its style says so. */
function isOpen(sheet: string, styles: string, cell: string): boolean {
  const style = Number(
    attributesOf(/<c r="[A-Z]+\d+"[^>]*>/.exec(sheet.slice(sheet.indexOf(`<c r="${cell}"`)))?.[0] ?? '', 'c')['s'],
  );
  const [, formats = ''] = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles) ?? [];
  return (formats.match(/<xf [^>]*?\/>|<xf [^>]*>[\s\S]*?<\/xf>/g)?.[style] ?? '').includes('locked="0"');
}

const SHEET = 'xl/worksheets/sheet1.xml';

describe('a template with one row an indicator', () => {
  let part: (name: string) => string;
  beforeAll(async () => {
    part = await partsOf(filledInput(templateInput('LDLD-01', '2026-Q2'), '2026-Q1'));
  });

  it('is protected without a password, with its labels locked and its numbers open', () => {
    expect(attributesOf(part(SHEET), 'sheetProtection')).toEqual({ sheet: '1', formatColumns: '0', formatRows: '0' });
    const open = (cell: string): boolean => isOpen(part(SHEET), part('xl/styles.xml'), cell);
    expect(['A13', 'B13', 'C13', 'E9', 'H13', 'E11'].map(open)).toEqual([false, false, false, false, false, false]);
    expect(['D13', 'E13', 'F13', 'G13', 'I13', 'A4'].map(open)).toEqual([true, true, true, true, true, true]);
  });

  it('takes whole numbers from 0 on and the marks without asking, and asks about anything else', () => {
    const rule = /<dataValidation [^>]*sqref="D13:G13"[^>]*>[\s\S]*?<\/dataValidation>/.exec(part(SHEET))?.[0] ?? '';
    expect(attributesOf(rule, 'dataValidation')).toMatchObject({
      type: 'custom',
      allowBlank: '1',
      errorStyle: 'warning',
    });
    const formula = /<formula1>([^<]*)</.exec(rule)?.[1]?.replaceAll('&gt;', '>').replaceAll('&quot;', '"');
    expect(formula).toBe(
      'IF(ISNUMBER(D13),AND(D13>=0,D13=INT(D13)),OR(D13="-",D13="x",D13="…",D13="...",ISNUMBER(SEARCH("(ước)",D13)),ISNUMBER(SEARCH("(sơ bộ)",D13))))',
    );
  });

  it('keeps percentages between 0 and 100', () => {
    expect(part(SHEET)).toContain('<formula1>IF(ISNUMBER(D26),AND(D26&gt;=0,D26&lt;=100),');
  });

  it('offers who may sign as a list', () => {
    expect(part(SHEET)).toMatch(/type="list"[^>]*>\s*<formula1>&quot;TM. BAN THƯỜNG VỤ,KT. CHỦ TỊCH,/);
  });

  it('keeps the headings in sight and on every printed page, on A4 across', () => {
    expect(attributesOf(part(SHEET), 'pane')).toMatchObject({ xSplit: '2', ySplit: '10', state: 'frozen' });
    expect(attributesOf(part(SHEET), 'pageSetup')).toMatchObject({ paperSize: '9', orientation: 'landscape' });
    expect(part('xl/workbook.xml')).toContain('&apos;Biểu LDLD-01&apos;!$9:$10</definedName>');
  });

  it('says what it is for by properties, on a hidden sheet and by names', () => {
    const properties = [...part('docProps/custom.xml').matchAll(/name="([^"]+)"><vt:lpwstr>([^<]*)</g)];
    expect(Object.fromEntries(properties.map(([, name, value]) => [name, value]))).toEqual({
      'phoi-hop-template': '1',
      'phoi-hop-form': 'LDLD-01',
      'phoi-hop-form-version': String(formOf('LDLD-01').version),
      'phoi-hop-organisation': 'LDLD-91',
      'phoi-hop-place': '91',
      'phoi-hop-period': '2026-Q2',
      'phoi-hop-data-from': '2026-03-15',
      'phoi-hop-data-to': '2026-06-14',
    });
    expect(part('[Content_Types].xml')).toContain('PartName="/docProps/custom.xml"');
    expect(part('_rels/.rels')).toContain('Target="docProps/custom.xml"');
    expect(part('xl/workbook.xml')).toMatch(/<sheet name="phoi-hop"[^>]*state="veryHidden"/);
    expect(part('xl/workbook.xml')).toContain('name="phoi_hop_form">&apos;phoi-hop&apos;!$B$2<');
  });
});

describe('a template with one row a commune', () => {
  it('adds up what adds up over places, with the sum it has now, and leaves shares to the province', async () => {
    const part = await partsOf(filledInput(templateInput('TD-02X', '2026-Q2'), '2026-Q1'));
    const cell = (address: string): string =>
      new RegExp(`<c r="${address}"[^>]*?(?:/>|>[\\s\\S]*?</c>)`).exec(part(SHEET))?.[0] ?? '';
    // Of 102 communes, 1200 + 12 each: the target of the column of youth works.
    expect(cell('J12')).toContain('<f>SUM(J13:J114)</f><v>184212</v>');
    expect(cell('L12')).toContain('<f>ROUND(SUM(L13:L114),6)</f><v>0</v>');
    expect(cell('N12')).not.toContain('<f>');
    expect(part('xl/workbook.xml')).toContain('<sheet name="Kỳ trước"');
  });

  it('has no sheet of the period before where nothing is published', async () => {
    const part = await partsOf(templateInput('TD-02X', '2026-Q2'));
    expect(part('xl/workbook.xml')).not.toContain('Kỳ trước');
  });
});

describe('what is filled in beforehand', () => {
  const prefilledWith = (change: Parameters<typeof filledInput>[2]): number =>
    planWorkbook(filledInput(templateInput('CCB-01', '2026-Q2'), '2026-Q1', change)).prefilled;
  const all = prefilledWith({});

  it('are the targets and the numbers of the year before', () => {
    const rows = templateInput('CCB-01', '2026-Q2').form;
    const figures = rows.layout === 'INDICATOR_ROWS' ? rows.rows.filter(({ kind }) => kind !== 'section').length : 0;
    expect(all).toBe(figures * 2);
  });

  it.each([
    ['an estimate', { status: 'ESTIMATE' }],
    ['a rough number', { qualifier: 'ABOUT' }],
    ['a number with more digits than a spreadsheet keeps', { value: '1234567890123456.7' }],
    ['a number that is not available', { value: null, missing: 'NOT_AVAILABLE' }],
  ])('is never %s', (_what, change) => {
    expect(prefilledWith(change)).toBe(0);
  });

  it.each([
    ['-', 'NOT_ARISEN'],
    ['x', 'NOT_APPLICABLE'],
  ])('may be the mark %s', (mark, missing) => {
    const { plan } = planWorkbook(filledInput(templateInput('CCB-01', '2026-Q2'), '2026-Q1', { value: null, missing }));
    expect(plan.sheets[0]?.cells.filter(({ value }) => value === mark).length).toBeGreaterThanOrEqual(all);
  });

  it('is shown for the period before with what was said of it', () => {
    const { plan } = planWorkbook(
      filledInput(templateInput('CCB-01', '2026-Q2'), '2026-Q1', {
        status: 'ESTIMATE',
        value: '1234.5',
        qualifier: 'OVER',
      }),
    );
    expect(plan.sheets[0]?.cells.map(({ value }) => value)).toContain('trên 1.234,5 (ước)');
  });
});

describe.each(FORM_CODES)('the texts of %s', (code) => {
  it('fit the limits of Excel', () => {
    for (const { rules, name } of planWorkbook(templateInput(code, '2026-S1', '79')).plan.sheets) {
      expect(name.length).toBeLessThanOrEqual(31);
      for (const { formula, prompt, warning } of rules) {
        expect(formula.length).toBeLessThanOrEqual(255);
        expect(prompt.length).toBeLessThanOrEqual(255);
        expect((warning ?? '').length).toBeLessThanOrEqual(225);
      }
    }
  });
});
