import { utils, write } from '@e965/xlsx';
import type { FormSpec } from '../../src/catalogue/form/form.spec.ts';
import type { IndicatorSeed } from '../../src/catalogue/indicator/indicator.seed.ts';
import { catalogueSeeds, loadCatalogue } from '../../src/catalogue/load-catalogue.ts';
import { openDataSource } from '../../src/ground/database/data-source.ts';
import { rows as tables } from '../../src/rows.ts';

/** Rows of numbers in the long form. */
export const LONG_ROWS = 10_000;
/** The sheet of its workbooks. */
export const LONG_SHEET = 'Biểu dài';
/** What it is sent in for. */
export const LONG = { form: 'T-LONG', organisation: 'HPN-91', place: '91', period: '2026-S1' };

const PARTS = 99;
const INDICATORS = LONG_ROWS / (1 + PARTS);
/** Lines above the first row of numbers. */
const HEAD_LINES = 6;

/** Where the number of a row stands, from 1. */
export const longCell = (row: number): string => `D${HEAD_LINES + row}`;

const three = (number: number): string => String(number).padStart(3, '0');

/** The label of a row, from 1: an indicator, and below it its parts. */
function labelOf(row: number): string {
  const [indicator, part] = [Math.floor((row - 1) / (1 + PARTS)) + 1, (row - 1) % (1 + PARTS)];
  return part === 0
    ? `Số mô hình nhóm ${three(indicator)}`
    : `Mô hình nhóm ${three(indicator)} thuộc loại ${three(part)}`;
}

function longSpec(): FormSpec {
  return {
    code: LONG.form,
    version: 1,
    titleVi: 'Kết quả xây dựng mô hình',
    titleEn: 'Models',
    owner: 'HPN',
    layout: 'INDICATOR_ROWS',
    periodKinds: ['HALF_YEAR'],
    measures: ['inPeriod'],
    requiredMeasures: ['inPeriod'],
    measureLabels: { target: [], inPeriod: ['Thực hiện kỳ này'], cumulative: [], samePeriodLastYear: [] },
    rows: Array.from({ length: LONG_ROWS }, (_, at) => {
      const part = at % (1 + PARTS);
      const measured = {
        stt: null,
        indicatorCode: codeOf(Math.floor(at / (1 + PARTS))),
        labelVi: labelOf(at + 1),
        aliasesVi: [],
        unit: 'mô hình',
        baseUnit: 'mô hình',
        scale: '1',
        type: 'count',
        timeRule: 'SUM',
        placeRule: 'SUM',
        required: true,
      } as const;
      return part === 0
        ? { kind: 'indicator' as const, ...measured }
        : { kind: 'breakdown' as const, ...measured, breakdown: { kind: `K${three(part)}` }, exhaustive: false };
    }),
  };
}

const codeOf = (indicator: number): string => `T_LONG_${three(indicator + 1)}`;

/** Adds the form and its indicators to a database as the hub loads its own. */
export async function loadLongForm(ownerUrl: string): Promise<void> {
  const seeds = catalogueSeeds();
  const indicators = Array.from(
    { length: INDICATORS },
    (_, at): IndicatorSeed => ({
      id: 800_000 + at,
      code: codeOf(at),
      nameVi: `Số mô hình nhóm ${three(at + 1)}`,
      nameEn: `Models of group ${three(at + 1)}`,
      owners: ['HPN'],
      unit: 'mô hình',
      type: 'count',
      timeRule: 'SUM',
      placeRule: 'SUM',
      numerator: null,
      denominator: null,
      disclosure: 'PUBLIC',
      countedBy: 'REPORT',
      breakdowns: '',
      magnitude: '',
      primaryForm: null,
    }),
  );
  const more = { ...seeds, indicators: [...seeds.indicators, ...indicators], forms: [...seeds.forms, longSpec()] };
  const owner = await openDataSource({ url: ownerUrl, entities: tables, poolSize: 1, applicationName: 'long form' });
  try {
    await owner.transaction((tx) => loadCatalogue(tx, () => undefined, more));
  } finally {
    await owner.destroy();
  }
}

/** What row `n` says: a whole more than each of its parts. */
export const longNumber = (row: number): number => ((row - 1) % (1 + PARTS) === 0 ? 100_000 + row : 1_000 + row);

/** A workbook of the form with the number of every row, but for what is typed instead, by number of row from 1. */
export function longWorkbook(typed: Readonly<Record<number, string | number>> = {}): Buffer {
  const numbers = Array.from({ length: LONG_ROWS }, (_, at) => [
    at + 1,
    labelOf(at + 1),
    'mô hình',
    typed[at + 1] ?? longNumber(at + 1),
  ]);
  const sheet = utils.aoa_to_sheet([
    ['HỘI LIÊN HIỆP PHỤ NỮ TỈNH AN GIANG'],
    ['KẾT QUẢ XÂY DỰNG MÔ HÌNH'],
    ['6 tháng đầu năm 2026 (từ ngày 15/12/2025 đến ngày 14/6/2026)'],
    [],
    ['TT', 'Nội dung', 'Đơn vị tính', 'Thực hiện kỳ này'],
    ['A', 'B', 'C', '1'],
    ...numbers,
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, LONG_SHEET);
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}
