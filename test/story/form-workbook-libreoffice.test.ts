import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { planWorkbook } from '../../src/report/template/plan-workbook.ts';
import type { TemplateInput } from '../../src/report/template/template-input.ts';
import { writeWorkbook } from '../../src/report/template/write-workbook.ts';
import { fillings, filledInput, FORM_CODES, readBack, readValues, templateInput } from '../support/form-template.ts';
import {
  fillInLibreOffice,
  findLibreOffice,
  SAVE_FILTERS,
  type SavedFormat,
  tellNoLibreOffice,
} from '../support/libreoffice.ts';

const FIVE_MINUTES = 300_000;
const FORMATS = Object.keys(SAVE_FILTERS) as SavedFormat[];

/** The hub's eight forms, and two of them once more: for another province and period, with numbers filled in beforehand. */
const TEMPLATES: readonly { name: string; input: TemplateInput }[] = [
  ...FORM_CODES.map((code) => ({ name: `${code}-91`, input: templateInput(code, '2026-S1') })),
  { name: 'LDLD-01-79', input: filledInput(templateInput('LDLD-01', '2026-Q2', '79'), '2026-Q1') },
  { name: 'TD-02X-79', input: filledInput(templateInput('TD-02X', '2026-Q3', '79'), '2026-Q2') },
];

const program = findLibreOffice();
if (program === null) tellNoLibreOffice('Ten templates filled in LibreOffice');

(program === null ? describe.skip : describe)('ten templates filled in LibreOffice', () => {
  let folder = '';
  const pathOf = (name: string, ending: string): string => join(folder, `${name}.${ending}`);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'templates-'));
    const jobs = [];
    for (const { name, input } of TEMPLATES) {
      const path = pathOf(name, 'template.xlsx');
      await writeFile(path, await writeWorkbook(planWorkbook(input).plan));
      const saveAs = FORMATS.map((format) => ({ path: pathOf(name, `filled.${format}`), format }));
      jobs.push({ path, cells: fillings(input), saveAs });
    }
    await fillInLibreOffice(program ?? '', jobs, FIVE_MINUTES - 30_000);
  }, FIVE_MINUTES);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(TEMPLATES)('are read the same from .xlsx, .xls and .ods: $name', async ({ name, input }) => {
    const values = fillings(input);
    const typed = new Set(values.map(({ cell }) => cell));
    const expected = values.map((one) => one.expected).sort((a, b) => (a.cell < b.cell ? -1 : 1));
    const readings = [];
    for (const format of FORMATS) {
      const reading = await readBack(await readFile(pathOf(name, `filled.${format}`)), input);
      expect({ format, issues: reading.issues }).toEqual({ format, issues: [] });
      const known = readValues(reading, input).filter(({ cell }) => typed.has(cell));
      expect({ format, known }).toEqual({ format, known: expected });
      readings.push(reading.values.map(({ printed: _printed, ...value }) => value));
    }
    const [xlsx, ...others] = readings;
    for (const other of others) expect(other).toEqual(xlsx);
    expect(xlsx?.length).toBeGreaterThanOrEqual(expected.length);
  });

  it.each(FORMATS)('still say which form, organisation, place and period they are for: .%s', async (format) => {
    const { properties, cells } = identityIn(await readFile(pathOf('TD-02X-79', `filled.${format}`)), format);
    for (const value of ['TD-02X', 'TD-79', '79', '2026-Q3', '2026-06-15']) {
      expect(properties).toContain(value);
      expect(cells).toContain(value);
    }
  });
});

/** The texts of the document properties and of the hidden sheet, wherever a format keeps them. */
function identityIn(bytes: Buffer, format: SavedFormat): { properties: string[]; cells: string[] } {
  const textsOf = (xml: string): string[] => [...xml.matchAll(/>([^<]+)</g)].map(([, text = '']) => text);
  if (format === 'ods') {
    const parts = unzipSync(bytes, { filter: ({ name }) => name === 'meta.xml' || name === 'content.xml' });
    const [meta = '', content = ''] = ['meta.xml', 'content.xml'].map((name) =>
      strFromU8(parts[name] ?? new Uint8Array()),
    );
    return { properties: textsOf(meta), cells: textsOf(content.slice(content.indexOf('table:name="phoi-hop"'))) };
  }
  const book = read(bytes, { type: 'buffer', bookProps: true });
  const sheet = read(bytes, { type: 'buffer', sheets: 'phoi-hop' }).Sheets['phoi-hop'] ?? {};
  return {
    properties: Object.values(book.Custprops ?? {}).map(String),
    cells: utils.sheet_to_json<string[]>(sheet, { header: 1 }).flat().map(String),
  };
}
