import type { FormSpec } from '../../../src/catalogue/form/form.spec.ts';
import type { Description } from './description.ts';
import { Draw } from './draw.ts';
import type { Plan, PlannedCell, PlannedIssue, PlannedRow } from './plan.ts';
import { printCell } from './print-number.ts';
import type { PrintedCell } from './print-number.ts';
import { placeHeadings } from './place-headings.ts';
import { addFormulas } from './sheet-formulas.ts';
import { settlePrints } from './settle-prints.ts';
import type { Written } from './settle-prints.ts';
import { addressOf, textCell } from './sheet-model.ts';
import type { DrawnSheet, SheetCell } from './sheet-model.ts';
import { sheetColumns } from './table-frame.ts';
import type { SheetColumn } from './table-frame.ts';
import { extraCell } from './extra-cells.ts';
import type { TrueIssue, TrueValue } from './truth.ts';

/** A cell of numbers where it came to stand. */
export interface PlacedCell {
  row: number;
  column: number;
  planned: PlannedCell;
  printed: PrintedCell;
  of: PlannedRow;
}

/** What a table adds to the truth. */
export interface TableTruth {
  expected: TrueValue[];
  issues: TrueIssue[];
  /** Some number carries “(*)”, which a footnote has to explain. */
  starred: boolean;
}

/** A table while its rows are written. */
interface Placing {
  sheet: DrawnSheet;
  columns: SheetColumn[];
  plan: Plan;
  description: Description;
  draw: Draw;
  placed: PlacedCell[];
  issues: TrueIssue[];
  /** Numbers as text in columns that belong to no measure. */
  aside: Written[];
}

/** Writes the headings and rows of a table below what the sheet holds already. */
export function placeTable(sheet: DrawnSheet, form: FormSpec, plan: Plan, description: Description): TableTruth {
  const columns = sheetColumns(form, plan, description);
  const draw = Draw.of(description.seed, 'prints');
  const issues = [...plan.fileIssues];
  const placing: Placing = { sheet, columns, plan, description, draw, placed: [], issues, aside: [] };
  placeHeadings(sheet, columns, description);
  const again = description.table.again ? middleOf(plan.rows) : -1;
  plan.rows.forEach((row, at) => {
    if (at === again) placeHeadings(sheet, columns, description);
    placeRow(placing, row);
  });
  if (description.numbers.formulas) addFormulas(sheet, placing.placed);
  columns.forEach((column, x) => {
    if (column.kind === 'EXTRA' && column.extra === 'DRAFT') sheet.hiddenColumns.add(x);
  });
  const truth = truthOf(sheet.name, placing.placed, placing.aside);
  const starred = placing.placed.some(({ printed }) => String(printed.cell?.value ?? '').endsWith('(*)'));
  return { expected: truth.expected, issues: [...issues, ...truth.issues], starred };
}

/** Where a table can be parted: before a row that begins something new, in its second half. */
export function middleOf(rows: readonly PlannedRow[]): number {
  return rows.findIndex(
    ({ kind, group, repeats }, at) =>
      2 * at >= rows.length && kind === 'FIGURES' && !repeats && rows[at - 1]?.group !== group,
  );
}

function placeRow({ sheet, columns, plan, description, draw, placed, issues, aside }: Placing, row: PlannedRow): void {
  const y = sheet.rows.length;
  const at = (issue: PlannedIssue, cell: string): TrueIssue => ({ ...issue, sheet: sheet.name, cell });
  const cells = columns.map((column, x): SheetCell | null => {
    if (column.kind === 'EXTRA') {
      const cell = extraCell(column.extra, row, description, draw);
      const text = cell?.value;
      if (typeof text === 'string' && /^[\d.,]+$/.test(text))
        aside.push({ numeral: text, column: x, whole: true, sound: 'ASIDE' });
      if (cell?.error === true)
        issues.push(at({ code: 'FORMULA_ERROR', severity: 'WARNING', optional: true }, addressOf(y, x)));
      return cell;
    }
    if (column.kind !== 'NUMBER') return frameCell(column, row, draw);
    const planned = row.cells[column.number.at];
    if (planned == null) return null;
    const printed = print(planned, row, { plan, column, description });
    placed.push({ row: y, column: x, planned, printed, of: row });
    return printed.cell;
  });
  const addressIn = (kind: SheetColumn['kind']): string =>
    addressOf(
      y,
      columns.findIndex((column) => column.kind === kind),
    );
  for (const issue of row.labelIssues)
    issues.push({ ...at(issue, addressIn('LABEL')), ...(row.repeats ? { relatedRow: y } : {}) });
  for (const issue of row.unitIssues) issues.push(at(issue, addressIn('UNIT')));
  if (row.hidden) sheet.hiddenRows.add(y);
  sheet.rows.push(cells);
}

function frameCell(
  column: Exclude<SheetColumn, { kind: 'NUMBER' | 'EXTRA' }>,
  row: PlannedRow,
  draw: Draw,
): SheetCell | null {
  switch (column.kind) {
    case 'STT':
      return /^\d+$/.test(row.stt ?? '') && draw.chance(40) ? { value: Number(row.stt) } : textCell(row.stt);
    case 'CODE':
      return textCell(row.code);
    case 'LABEL':
      return textCell(row.label);
    case 'UNIT':
      return textCell(row.unit?.printed ?? null);
  }
}

interface PrintContext {
  plan: Plan;
  column: Extract<SheetColumn, { kind: 'NUMBER' }>;
  description: Description;
}

function print(planned: PlannedCell, row: PlannedRow, { plan, column, description }: PrintContext): PrintedCell {
  const { numbers, seed, file } = description;
  // A repeated row is a copy: the same choices again.
  const draw = Draw.of(seed, `print ${row.group} ${planned.spec.labelVi} ${planned.measure}`);
  const habit = { style: numbers.style, percent: numbers.percent, adorned: numbers.adorned, csv: file === 'csv' };
  return printCell(planned, plan.unitOf(row, planned, column.number.at), habit, column.number.estimate, draw);
}

function truthOf(sheet: string, placed: readonly PlacedCell[], aside: readonly Written[]): Omit<TableTruth, 'starred'> {
  const written = placed.map(({ printed, column, planned, of }): Written => {
    const own = planned.broken === null && of.kind === 'FIGURES' && !of.refused;
    return { numeral: printed.numeral ?? '', column, whole: printed.whole, sound: own ? 'OWN' : 'ASIDE' };
  });
  const settled = settlePrints([...written, ...aside]);
  const expected: TrueValue[] = [];
  const issues: TrueIssue[] = [];
  placed.forEach(({ row, column, planned, printed, of }, index) => {
    if (of.refused) return;
    const cell = addressOf(row, column);
    issues.push(...planned.issues.map((issue) => ({ ...issue, sheet, cell })));
    if (planned.broken !== null) return;
    const how = planned.value === null ? 'VALUE' : settled[index];
    if (how !== 'VALUE') {
      const optional = how === 'EITHER' || of.kind === 'TOTAL';
      issues.push({ code: 'AMBIGUOUS_NUMBER', severity: 'ERROR', sheet, cell, optional });
      if (how === 'AMBIGUOUS') return;
    }
    const { spec, measure, value, missing } = planned;
    expected.push({
      sheet,
      cell,
      indicatorCode: spec.indicatorCode,
      ...(of.area === null ? {} : { area: of.area }),
      ...(spec.breakdown === undefined ? {} : { breakdown: spec.breakdown }),
      measure,
      value: value === null ? null : value.toFixed(),
      status: printed.status,
      missing,
      qualifier: printed.qualifier,
      optional: planned.optional || of.doubtful || how === 'EITHER',
      printed: String(printed.cell?.value ?? ''),
    });
  });
  return { expected, issues };
}
