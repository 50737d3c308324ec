import { createHash } from 'node:crypto';
import { breakdownKey, isFigureRow } from '../../catalogue/form/form.spec.ts';
import type { FormSpec, MeasuredSpec, MeasureName } from '../../catalogue/form/form.spec.ts';
import { checkCells, ColumnSums } from './check/check.ts';
import { checkAbsentColumns, checkAbsentRows, checkBlank } from './check/check-required.ts';
import { type GivenFigure, givenCell } from './given-figures.ts';
import { at, cellFault, unknownArea, unknownIndicator } from './issue/issue.ts';
import { toReadValues } from './cell/read-cells.ts';
import type { ReadCell } from './cell/read-cells.ts';
import type { AreaName, CellMissing, Issue, Reading } from './reading.ts';
import { finishReading } from './read-workbook.ts';
import { formUnit } from './table/units.ts';

/** Figures with everything needed to judge them; nothing else is looked up. */
export interface GivenForm {
  /** The file that stands for them, see `givenFile`. */
  readonly bytes: Uint8Array;
  readonly figures: readonly GivenFigure[];
  readonly form: FormSpec;
  readonly province: AreaName;
  /** The communes of the province at the data date, and the province itself. */
  readonly areas: readonly AreaName[];
}

/** What an officer writes where there is no number. */
const MARKS: Readonly<Record<CellMissing, string>> = {
  BLANK: '',
  NOT_ARISEN: '-',
  NOT_APPLICABLE: 'x',
  NOT_AVAILABLE: '…',
};
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const WHOLE = /^-?\d+$/;

/**
 * Judges figures that are given as such by the same checks as those read from cells, all of them in one pass. A row or area
 * of which one figure is given has to give every required one. Pure; never throws on account of the figures.
 */
export function readGiven(given: GivenForm): Reading {
  const { form, province } = given;
  const sha256 = createHash('sha256').update(given.bytes).digest('hex');
  const issues: Issue[] = [];
  const cells = cellsOf(given, issues);
  const specs = specsOf(form);
  const totalArea = form.layout === 'AREA_ROWS' ? province.code : null;
  const isTotal = ({ slot }: ReadCell): boolean => totalArea !== null && slot.area === totalArea;
  const totals = cells.filter(isTotal);
  const own = cells.filter((cell) => !isTotal(cell));
  const blanks = blanksOf(form, own);
  const sums = new ColumnSums();
  sums.add(own);
  const totalIssues = sums.check(totals, sums);
  issues.push(
    ...checkBlank(form, [...own, ...blanks]),
    ...absentIn(form, [...own, ...blanks]),
    ...checkCells(cells, specs),
    ...totalIssues,
  );
  const wrongTotals = new Set(totalIssues.map(({ cell }) => cell));
  const sound = cells.filter(({ slot }) => !wrongTotals.has(slot.cell.address));
  return finishReading(sha256, toReadValues(sound), issues);
}

function absentIn(form: FormSpec, cells: readonly ReadCell[]): Issue[] {
  if (form.layout === 'INDICATOR_ROWS') return checkAbsentRows(form, cells, new Set());
  const present = new Set(cells.map(({ slot }) => slot.spec));
  return checkAbsentColumns(form, (spec) => present.has(spec));
}

function specsOf(form: FormSpec): readonly MeasuredSpec[] {
  return form.layout === 'AREA_ROWS' ? form.columns : form.rows.filter(isFigureRow);
}

/** Where a figure stands in its form: one key for the cell, one for its row. */
function keysOf(indicator: string, breakdown: string, measure: string, area: string): { cell: string; row: string } {
  const row = area === '' ? `${indicator} ${breakdown}` : area;
  return { cell: `${area} ${indicator} ${breakdown} ${measure}`, row };
}

function specFinder(form: FormSpec): (figure: GivenFigure) => MeasuredSpec | null {
  const specs = new Map<string, MeasuredSpec>();
  const put = (spec: MeasuredSpec, measure: MeasureName): void =>
    void specs.set(keysOf(spec.indicatorCode, breakdownKey(spec.breakdown), measure, '').cell, spec);
  if (form.layout === 'AREA_ROWS') for (const column of form.columns) put(column, column.measure);
  else for (const spec of form.rows.filter(isFigureRow)) for (const measure of form.measures) put(spec, measure);
  return ({ indicator, breakdown, measure }) =>
    specs.get(keysOf(indicator, breakdownKey(breakdown), measure, '').cell) ?? null;
}

function cellsOf({ figures, form, areas }: GivenForm, issues: Issue[]): ReadCell[] {
  const find = specFinder(form);
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const [rows, columns, seen] = [new Map<string, number>(), new Map<MeasuredSpec, number>(), new Map<string, string>()];
  return figures.flatMap((figure, index) => {
    const address = givenCell(index);
    const spec = find(figure);
    const { indicator, area = '', measure } = figure;
    const place = { sheet: null, cell: address, title: spec?.labelVi ?? '' };
    if (spec === null) return refuse(issues, unknownIndicator(place, indicator, [], 'ERROR'));
    const name = names.get(area);
    if ((form.layout === 'AREA_ROWS') !== (name !== undefined)) return refuse(issues, unknownArea(place, area, []));
    const key = keysOf(indicator, breakdownKey(figure.breakdown), measure, area);
    const before = seen.get(key.cell);
    if (before !== undefined) return refuse(issues, repeated(place, before));
    seen.set(key.cell, address);
    const printed = figure.value ?? (figure.missing === undefined ? '' : MARKS[figure.missing]);
    const fault = faultOf(figure, spec);
    if (fault !== null) issues.push(cellFault(place, fault, printed));
    return [
      {
        slot: {
          sheet: null,
          cell: { address, kind: 'TEXT', text: printed, number: figure.value, format: '', formula: null },
          row: ordinal(rows, key.row),
          column: ordinal(columns, spec),
          spec,
          measure,
          unit: { ...formUnit(spec), scale: '1' },
          status: figure.status ?? null,
          area: name === undefined ? null : area,
        },
        row: { title: name ?? spec.labelVi },
        value:
          fault === null
            ? {
                value: figure.value,
                missing: figure.missing ?? null,
                status: figure.status ?? 'OFFICIAL',
                qualifier: figure.qualifier ?? null,
              }
            : null,
      },
    ];
  });
}

function refuse(issues: Issue[], issue: Issue): ReadCell[] {
  issues.push(issue);
  return [];
}

function ordinal<K>(known: Map<K, number>, key: K): number {
  const at = known.get(key) ?? known.size;
  known.set(key, at);
  return at;
}

function faultOf(
  { value, missing }: GivenFigure,
  spec: MeasuredSpec,
): { code: 'MALFORMED_NUMBER' | 'AMBIGUOUS_NUMBER'; why: 'DIGITS' | 'FRACTION' } | null {
  if (value === null) return missing === undefined ? { code: 'MALFORMED_NUMBER', why: 'DIGITS' } : null;
  if (missing !== undefined || !NUMBER.test(value)) return { code: 'MALFORMED_NUMBER', why: 'DIGITS' };
  // Money is kept in whole đồng, whatever unit a form prints.
  const whole = spec.type === 'count' || spec.type === 'money';
  return whole && !WHOLE.test(value) ? { code: 'AMBIGUOUS_NUMBER', why: 'FRACTION' } : null;
}

function repeated(place: { sheet: null; cell: string; title: string }, before: string): Issue {
  return at(place, 'DUPLICATE_ROW', 'ERROR', {
    message: { vi: `lặp lại số liệu ở ô ${before}.`, en: `repeats the figure at ${before}.` },
    hint: { vi: 'Xóa số liệu thừa.', en: 'Remove the superfluous figure.' },
  });
}

/** What a row that was begun leaves out: an empty cell to the check of what is required, and no figure. */
function blanksOf(form: FormSpec, cells: readonly ReadCell[]): ReadCell[] {
  const given = new Set(cells.map(({ slot }) => `${slot.row} ${slot.measure} ${slot.column}`));
  const rows = new Map(cells.map((cell) => [cell.slot.row, cell]));
  const columns = new Map(cells.map(({ slot }) => [slot.spec, slot.column]));
  const blank = (cell: ReadCell, spec: MeasuredSpec, measure: MeasureName): ReadCell[] => {
    const column = columns.get(spec) ?? -1;
    if (given.has(`${cell.slot.row} ${measure} ${column}`)) return [];
    const empty = { ...cell.slot.cell, text: '', number: null };
    const value = { value: null, missing: 'BLANK', status: 'OFFICIAL', qualifier: null } as const;
    return [{ ...cell, slot: { ...cell.slot, spec, measure, column, cell: empty }, value }];
  };
  return [...rows.values()].flatMap((cell) =>
    form.layout === 'AREA_ROWS'
      ? form.columns.flatMap((column) => blank(cell, column, column.measure))
      : form.requiredMeasures.flatMap((measure) => blank(cell, cell.slot.spec, measure)),
  );
}
