import { isFigureRow } from '../../catalogue/form/form.spec.ts';
import type {
  AreaRowsForm,
  FormSpec,
  IndicatorRowsForm,
  MeasuredSpec,
  MeasureName,
} from '../../catalogue/form/form.spec.ts';
import { missingRequired } from './issue.ts';
import type { ReadCell } from './read-cells.ts';
import type { Issue } from './reading.ts';

/** What has to be filled in, and what was. */
export interface RequiredInput {
  readonly sheet: string | null;
  readonly form: FormSpec;
  /** The rows (INDICATOR_ROWS) or columns (AREA_ROWS) of the form that are there. */
  readonly present: ReadonlySet<MeasuredSpec>;
  /** The measures that are there. */
  readonly measures: ReadonlySet<MeasureName>;
  readonly cells: readonly ReadCell[];
  readonly totalArea: string | null;
}

/** MISSING_REQUIRED at every blank cell of a required number, and without a cell where its row or column is absent. */
export function checkRequired(input: RequiredInput): Issue[] {
  const { sheet, form, cells, totalArea } = input;
  const measures = form.layout === 'AREA_ROWS' ? null : form.requiredMeasures;
  const blank = cells.filter(({ slot, value }) => {
    const due = measures === null || measures.includes(slot.measure);
    return due && slot.spec.required && value?.missing === 'BLANK' && (totalArea === null || slot.area !== totalArea);
  });
  const absent = form.layout === 'AREA_ROWS' ? absentColumns(input, form) : absentRows(input, form);
  return [
    ...blank.map((cell) => missingRequired(sheet, cell.slot.cell.address, cell.title, cell.slot.spec.indicatorCode)),
    ...absent,
  ];
}

function absentColumns({ sheet, present }: RequiredInput, form: AreaRowsForm): Issue[] {
  return form.columns
    .filter((spec) => spec.required && !present.has(spec))
    .map((spec) =>
      missingRequired(sheet, null, [spec.groupVi, spec.labelVi].filter(Boolean).join(' – '), spec.indicatorCode),
    );
}

function absentRows({ sheet, present, measures }: RequiredInput, form: IndicatorRowsForm): Issue[] {
  const columns = form.requiredMeasures.every((measure) => measures.has(measure));
  return form.rows
    .filter(isFigureRow)
    .filter((spec) => spec.required && (!columns || !present.has(spec)))
    .map((spec) => missingRequired(sheet, null, spec.labelVi, spec.indicatorCode));
}
