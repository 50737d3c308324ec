import { isFigureRow } from '../../catalogue/form/form.spec.ts';
import type { FigureRowSpec } from '../../catalogue/form/form.spec.ts';
import { missingRequired } from './issue.ts';
import type { FormTable } from './pick-table.ts';
import type { ReadCell } from './read-cells.ts';
import type { Issue } from './reading.ts';

/** What has to be filled in, and what was. */
export interface RequiredInput {
  readonly sheet: string | null;
  readonly picked: FormTable;
  readonly present: ReadonlySet<FigureRowSpec>;
  readonly cells: readonly ReadCell[];
  readonly totalArea: string | null;
}

/** MISSING_REQUIRED at every blank cell of a required number, and without a cell where its row or column is absent. */
export function checkRequired(input: RequiredInput): Issue[] {
  const { sheet, picked, cells, totalArea } = input;
  const measures = picked.layout === 'AREA_ROWS' ? null : picked.form.requiredMeasures;
  const blank = cells.filter(({ slot, value }) => {
    const due = measures === null || measures.includes(slot.measure);
    return due && slot.spec.required && value?.missing === 'BLANK' && (totalArea === null || slot.area !== totalArea);
  });
  const absent = picked.layout === 'AREA_ROWS' ? absentColumns(sheet, picked) : absentRows(input, picked);
  return [
    ...blank.map((cell) => missingRequired(sheet, cell.slot.cell.address, cell.title, cell.slot.spec.indicatorCode)),
    ...absent,
  ];
}

type AreaPick = Extract<FormTable, { layout: 'AREA_ROWS' }>;
type RowPick = Extract<FormTable, { layout: 'INDICATOR_ROWS' }>;

function absentColumns(sheet: string | null, { form, table }: AreaPick): Issue[] {
  const found = new Set(table.columns.map(({ spec }) => spec));
  return form.columns
    .filter((spec) => spec.required && !found.has(spec))
    .map((spec) =>
      missingRequired(sheet, null, [spec.groupVi, spec.labelVi].filter(Boolean).join(' – '), spec.indicatorCode),
    );
}

function absentRows({ sheet, present }: RequiredInput, { form, table }: RowPick): Issue[] {
  const columns = form.requiredMeasures.every((measure) => table.columns.some((column) => column.measure === measure));
  return form.rows
    .filter(isFigureRow)
    .filter((spec) => spec.required && (!columns || !present.has(spec)))
    .map((spec) => missingRequired(sheet, null, spec.labelVi, spec.indicatorCode));
}
