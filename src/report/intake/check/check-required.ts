import { isFigureRow } from '../../../catalogue/form/form.spec.ts';
import type {
  AreaRowsForm,
  FormSpec,
  IndicatorRowsForm,
  MeasuredSpec,
  MeasureName,
} from '../../../catalogue/form/form.spec.ts';
import { missingRequired } from '../issue/issue.ts';
import type { ReadCell } from '../cell/read-cells.ts';
import type { Issue } from '../reading.ts';

/** MISSING_REQUIRED at every blank cell of a required number; none of the cells is one of a total row. */
export function checkBlank(form: FormSpec, cells: readonly ReadCell[]): Issue[] {
  const measures = form.layout === 'AREA_ROWS' ? null : form.requiredMeasures;
  return cells
    .filter(({ slot, value }) => {
      const due = measures === null || measures.includes(slot.measure);
      return due && slot.spec.required && value?.missing === 'BLANK';
    })
    .map(({ slot, row }) => missingRequired(slot.sheet, slot.cell.address, row.title, slot.spec.indicatorCode));
}

/**
 * MISSING_REQUIRED, without a cell, for every required row that is absent or has no column for a required measure. A row that
 * is there and could not be taken (`refused`) has a finding of its own.
 */
export function checkAbsentRows(
  form: IndicatorRowsForm,
  cells: readonly ReadCell[],
  refused: ReadonlySet<MeasuredSpec>,
): Issue[] {
  const measures = new Map<MeasuredSpec, Set<MeasureName>>();
  for (const { slot } of cells) measures.set(slot.spec, (measures.get(slot.spec) ?? new Set()).add(slot.measure));
  return form.rows
    .filter(isFigureRow)
    .filter((spec) => {
      const there = measures.get(spec);
      if (there === undefined) return spec.required && !refused.has(spec);
      return spec.required && form.requiredMeasures.some((measure) => !there.has(measure));
    })
    .map((spec) => missingRequired(null, null, spec.labelVi, spec.indicatorCode));
}

/** MISSING_REQUIRED, without a cell, for every required column that some area, or the whole table, does not have. */
export function checkAbsentColumns(form: AreaRowsForm, present: (spec: MeasuredSpec) => boolean): Issue[] {
  return form.columns
    .filter((spec) => spec.required && !present(spec))
    .map((spec) =>
      missingRequired(null, null, [spec.groupVi, spec.labelVi].filter(Boolean).join(' – '), spec.indicatorCode),
    );
}
