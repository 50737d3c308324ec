import { readFileSync } from 'node:fs';
import Big from 'big.js';
import { organisationNames } from '../../src/catalogue/organisation/organisation-name.ts';
import { breakdownKey, isFigureRow } from '../../src/catalogue/form/form.spec.ts';
import type { FormSpec, MeasuredSpec, MeasureName } from '../../src/catalogue/form/form.spec.ts';
import { formSeeds } from '../../src/catalogue/form/form.seed.ts';
import { placeNames, type PlaceNames } from '../../src/catalogue/place/place-name.ts';
import { projectPath } from '../../src/ground/project-path.ts';
import { type Period, parsePeriodKey } from '../../src/ground/period/period.ts';
import { readReport } from '../../src/report/intake/read-workbook.ts';
import type { Reading, ReadValue } from '../../src/report/intake/reading.ts';
import { addressAt } from '../../src/report/template/sheet-canvas.ts';
import type { PublishedFigure } from '../../src/report/template/published-figure.store.ts';
import type { TemplateInput } from '../../src/report/template/template-input.ts';

/** Codes of the hub's own forms. */
export const FORM_CODES: readonly string[] = formSeeds().map(({ code }) => code);

const PROVINCES: Readonly<Record<string, PlaceNames>> = {
  '01': placeNames('Thành phố Hà Nội', 'CENTRAL_CITY'),
  '79': placeNames('Thành phố Hồ Chí Minh', 'CENTRAL_CITY'),
  '91': placeNames('Tỉnh An Giang', 'PROVINCE'),
};

export function formOf(code: string): FormSpec {
  const form = formSeeds().find((seed) => seed.code === code);
  if (form === undefined) throw new Error(`Expected a form of the hub, got '${code}'.`);
  return form;
}

function periodOf(key: string): Period {
  const period = parsePeriodKey(key);
  if (period === null) throw new Error(`Expected a period, got '${key}'.`);
  return period;
}

/** What a template is made of, from the catalogue's own data; nothing is filled in. */
export function templateInput(code: string, key: string, province = '91'): TemplateInput {
  const form = formOf(code);
  const names = PROVINCES[province];
  if (names === undefined) throw new Error(`Expected one of the provinces of these tests, got '${province}'.`);
  const place = { id: Number(province), code: province, name: names.name };
  const superior = form.owner === 'UBND' ? null : organisationNames('MTTQ', names).name;
  const organisation = { ...organisationNames(form.owner, names), superior };
  return {
    form,
    organisation: {
      code: `${form.owner}-${province}`,
      kind: form.owner,
      name: organisation.name,
      superior: organisation.superior,
    },
    place,
    province: place,
    period: periodOf(key),
    communes: communesOf(province),
    figures: null,
  };
}

function communesOf(province: string): TemplateInput['communes'] {
  const file = projectPath('src', 'catalogue', 'place', 'data', 'communes.csv');
  const lines = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1);
  const communes = lines.map((line) => line.split(',')).filter((cells) => cells[3] === province);
  return communes
    .map(([code = '', name = '']) => ({ id: 1000 + Number(code), code, name }))
    .sort((a, b) => a.id - b.id);
}

/** The same, with targets and numbers of the year before (and of the period before) of every row or column and place. */
export function filledInput(
  input: TemplateInput,
  before: string,
  change: Partial<PublishedFigure> = {},
): TemplateInput {
  const { form, period, place, communes } = input;
  const year = String(period.year);
  const yearBefore = periodOf(`${period.year - 1}${period.key.slice(4)}`);
  const specs = form.layout === 'AREA_ROWS' ? form.columns : form.rows.filter(isFigureRow);
  const places = form.layout === 'AREA_ROWS' ? communes : [place];
  const published = specs.flatMap((spec) =>
    places.flatMap(({ id }, at) =>
      [
        ['TARGET', year] as const,
        ...[...new Set([yearBefore.key, before])].map((key) => ['IN_PERIOD', key] as const),
      ].map(
        ([measure, key]): PublishedFigure => ({
          placeId: id,
          indicator: spec.indicatorCode,
          breakdown: breakdownKey(spec.breakdown),
          measure,
          period: key,
          value: new Big(wholeOf(spec, specs, at)).times(spec.scale).toFixed(),
          missing: null,
          status: 'OFFICIAL',
          qualifier: null,
          ...change,
        }),
      ),
    ),
  );
  return { ...input, figures: { published, yearBefore, before: periodOf(before), year } };
}

/** A number that agrees with the others of its row: the parts of a whole share it. */
function wholeOf(spec: MeasuredSpec, specs: readonly MeasuredSpec[], at: number): number {
  if (spec.type === 'percent' || spec.type === 'score') return 61.5 + (at % 30);
  const whole = 1200 + 12 * at;
  if (spec.breakdown === undefined) return whole;
  const same = specs.filter(
    ({ indicatorCode, exhaustive }) => indicatorCode === spec.indicatorCode && exhaustive === true,
  );
  const dimensions = Object.keys(spec.breakdown).join();
  const measures = new Set(
    same
      .filter((part) => Object.keys(part.breakdown ?? {}).join() === dimensions)
      .map((part) => breakdownKey(part.breakdown)),
  );
  return spec.exhaustive === true ? whole / measures.size : 300;
}

/** One cell as an officer fills it in, and what intake has to read there. */
export interface Filling {
  readonly cell: string;
  readonly typed: number | string;
  readonly expected: Omit<ReadValue, 'printed' | 'sheet'>;
}

/** First row of the body: eight rows of letterhead, the headings, and the row that numbers the columns. */
const FIRST_ROW = { INDICATOR_ROWS: 11, AREA_ROWS: 13 } as const;

/** Everything that an officer fills in: numbers, fractions, estimates and the three marks. Cells filled in already stay. */
export function fillings(input: TemplateInput): Filling[] {
  const { form } = input;
  const kept = input.figures !== null;
  if (form.layout === 'AREA_ROWS') {
    return input.communes.flatMap(({ code }, at) =>
      form.columns.flatMap((spec, offset) => {
        if (kept && spec.measure === 'target') return [];
        const cell = addressAt(FIRST_ROW.AREA_ROWS + at, 4 + offset);
        const typed = typedFor(spec, form.columns, at, spec.measure);
        // The sum at the top adds up cells with numbers alone.
        return [filling(cell, spec, spec.measure, `${typed}`.endsWith('(ước)') ? '-' : typed, code)];
      }),
    );
  }
  const specs = form.rows.filter(isFigureRow);
  return form.rows.flatMap((spec, row) => {
    if (!isFigureRow(spec)) return [];
    const at = specs.findIndex(({ indicatorCode }) => indicatorCode === spec.indicatorCode);
    return form.measures.flatMap((measure, offset) => {
      if (kept && (measure === 'target' || measure === 'samePeriodLastYear')) return [];
      const cell = addressAt(FIRST_ROW.INDICATOR_ROWS + row, 4 + offset);
      return [filling(cell, spec, measure, typedFor(spec, specs, at, measure))];
    });
  });
}

/** Marks and estimates stand where nothing else depends on them: in rows without parts that are not required. */
function typedFor(
  spec: MeasuredSpec,
  specs: readonly MeasuredSpec[],
  at: number,
  measure: MeasureName,
): number | string {
  const alone = specs.filter(({ indicatorCode }) => indicatorCode === spec.indicatorCode).length === 1;
  if (alone && !spec.required && at % 7 === 3) return MARKS[at % 3] ?? '-';
  const number =
    wholeOf(spec, specs, at) * (measure === 'cumulative' && spec.type !== 'percent' && spec.type !== 'score' ? 2 : 1);
  if (alone && spec.type === 'count' && at % 7 === 5) return `${number} (ước)`;
  return alone && (spec.type === 'decimal' || spec.type === 'money') ? number + 0.25 : number;
}

const MARKS = ['-', 'x', '…'] as const;
const MISSING = { '-': 'NOT_ARISEN', x: 'NOT_APPLICABLE', '…': 'NOT_AVAILABLE' } as const;

function filling(
  cell: string,
  spec: MeasuredSpec,
  measure: MeasureName,
  typed: number | string,
  area?: string,
): Filling {
  const missing = typeof typed === 'string' ? (MISSING[typed as keyof typeof MISSING] ?? null) : null;
  const number = typeof typed === 'number' ? typed : typed.replace(' (ước)', '');
  const expected = {
    cell,
    indicatorCode: spec.indicatorCode,
    ...(area === undefined ? {} : { area }),
    ...(spec.breakdown === undefined ? {} : { breakdown: spec.breakdown }),
    measure,
    value: missing === null ? new Big(number).times(spec.scale).toFixed() : null,
    missing,
    status: typeof typed === 'string' && typed.endsWith('(ước)') ? ('ESTIMATE' as const) : ('OFFICIAL' as const),
    qualifier: null,
  };
  return { cell, typed, expected };
}

/** Reads a file as sent in for the template's own form, organisation, place and period. */
export function readBack(bytes: Uint8Array, input: TemplateInput): Promise<Reading> {
  const { form, organisation, place, period, communes } = input;
  const { kind, dataFrom, dataTo } = period;
  return readReport({
    bytes,
    fileName: 'bieu',
    form,
    submission: { organisation: organisation.code, place, period: { kind, dataFrom, dataTo } },
    areas: [place, ...communes],
  });
}

/** What was read, without how it was printed, in the order of cells; the total row of an area form is left out. */
export function readValues(reading: Reading, input: TemplateInput): Filling['expected'][] {
  return reading.values
    .filter(({ area }) => area === undefined || area !== input.place.code)
    .map(({ printed: _printed, sheet: _sheet, ...value }) => value)
    .sort((a, b) => (a.cell < b.cell ? -1 : 1));
}
