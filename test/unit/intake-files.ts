import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import type { WorkSheet } from '@e965/xlsx';
import { isFigureRow } from '../../src/catalogue/form/form.spec.ts';
import type { FormSpec, IndicatorRowsForm } from '../../src/catalogue/form/form.spec.ts';
import { formSeeds } from '../../src/catalogue/form/form.seed.ts';
import { projectPath } from '../../src/ground/project-path.ts';
import { readReport } from '../../src/report/intake/read-workbook.ts';
import type { AreaName, Issue, Reading, SubmittedAs } from '../../src/report/intake/reading.ts';

const forms = new Map(formSeeds().map((form) => [form.code, form]));

export function form(code: string): FormSpec {
  const found = forms.get(code);
  if (found === undefined) throw new Error(`Expected a form of the hub, got '${code}'.`);
  return found;
}

export function rowsForm(code: string): IndicatorRowsForm {
  const found = form(code);
  if (found.layout !== 'INDICATOR_ROWS') throw new Error(`Expected a form with indicator rows, got '${code}'.`);
  return found;
}

export const AN_GIANG: AreaName = { code: '91', name: 'Tỉnh An Giang' };

/** The communes of a province as the catalogue's own data list them, and the province. */
export function areasOf(province: AreaName): AreaName[] {
  const lines = readFileSync(projectPath('src', 'catalogue', 'place', 'data', 'communes.csv'), 'utf8')
    .trim()
    .split(/\r?\n/);
  const communes = lines.slice(1).map((line) => line.split(','));
  return [
    ...communes.filter((c) => c[3] === province.code).map(([code = '', name = '']) => ({ code, name })),
    province,
  ];
}

export function fixture(name: string): Buffer {
  return readFileSync(projectPath('test', 'fixtures', 'corpus', name));
}

export const HALF_YEAR = { kind: 'HALF_YEAR', dataFrom: '2025-12-15', dataTo: '2026-06-14' } as const;
const QUARTER_2 = { kind: 'QUARTER', dataFrom: '2026-03-15', dataTo: '2026-06-14' } as const;

/** Reads bytes as sent in by An Giang for the second quarter unless told otherwise. */
export function readAs(
  bytes: Uint8Array,
  formCode: string,
  period: SubmittedAs['period'] = QUARTER_2,
): Promise<Reading> {
  const organisation = form(formCode).owner;
  const submission = { organisation, place: AN_GIANG, period };
  return readReport({ bytes, fileName: 'bao-cao', form: form(formCode), submission, areas: areasOf(AN_GIANG) });
}

export type Cells = (string | number | null)[][];

/** First body row of a sheet made by `sheetOf`, counted from 1. */
export const FIRST_ROW = 3;
export const HEADINGS = [
  'STT',
  'Chỉ tiêu',
  'Đơn vị tính',
  'Kế hoạch năm',
  'Thực hiện kỳ này',
  'Lũy kế từ đầu năm',
  'Cùng kỳ năm trước',
];

/** A right sheet of a form: wholes are 1000, parts of an exhaustive breakdown share them, other parts are 100, percentages 50. */
export function sheetOf(code: string): Cells {
  const rows = rowsForm(code).rows;
  const body = rows.map((row) => {
    if (!isFigureRow(row)) return [row.stt, row.labelVi];
    const parts = rows.filter(
      (r) => isFigureRow(r) && r.exhaustive === true && r.indicatorCode === row.indicatorCode,
    ).length;
    const share = row.exhaustive === true ? 1200 / parts : 100;
    const value = row.type === 'percent' || row.type === 'score' ? 50 : row.kind === 'indicator' ? 1200 : share;
    return [row.stt, row.labelVi, row.unit, value, value, value, value];
  });
  return [['BÁO CÁO Quý II năm 2026'], HEADINGS, ...body];
}

/** Bytes of an .xlsx with the given sheets; `tune` changes the first one before it is written. */
export function xlsx(sheets: Record<string, Cells>, tune?: (sheet: WorkSheet) => void): Buffer {
  return workbook('xlsx', sheets, tune);
}

/** Bytes of a workbook of either kind, as `xlsx` makes them. */
export function workbook(
  bookType: 'xlsx' | 'ods',
  sheets: Record<string, Cells>,
  tune: (sheet: WorkSheet) => void = () => undefined,
): Buffer {
  const book = utils.book_new();
  for (const [at, [name, cells]] of Object.entries(sheets).entries()) {
    const sheet = utils.aoa_to_sheet(cells);
    if (at === 0) tune(sheet);
    utils.book_append_sheet(book, sheet, name);
  }
  return write(book, { type: 'buffer', bookType });
}

/** 1-based row of a label in a sheet made by `sheetOf`; the first one that carries it. */
export function rowOf(cells: Cells, label: string): number {
  const at = cells.findIndex((row) => row[1] === label);
  if (at < 0) throw new Error(`Expected a row '${label}' in the sheet.`);
  return at + 1;
}

/** Sets one cell of a sheet by its address. */
export function put(cells: Cells, address: string, value: string | number | null): void {
  const row = cells[Number(address.slice(1)) - 1];
  if (row === undefined) throw new Error(`Expected a row for '${address}'.`);
  row[address.charCodeAt(0) - 65] = value;
}

/** “CODE cell” of each issue, sorted. */
export function found(reading: { issues: readonly Issue[] }): string[] {
  return reading.issues.map(({ code, cell }) => `${code} ${cell ?? '-'}`).sort();
}
