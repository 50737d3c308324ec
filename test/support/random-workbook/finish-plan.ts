import type { FormSpec } from '../../../src/catalogue/form/form.spec.ts';
import type { Description } from './description.ts';
import { Draw } from './draw.ts';
import { addFaults } from './faults.ts';
import { errorIssue } from './plan.ts';
import type { Plan, PlannedRow } from './plan.ts';
import { fillTotal, planAreas } from './plan-areas.ts';
import { planIndicators } from './plan-indicators.ts';

/** The table that a description stands for, faults and totals in place. */
export function planTable(form: FormSpec, description: Description): Plan {
  const plan = form.layout === 'AREA_ROWS' ? planAreas(form, description) : planIndicators(form, description);
  addFaults(form, description, plan);
  for (const row of plan.rows.filter(({ doubtful }) => doubtful)) {
    row.labelIssues.push({ code: 'UNKNOWN_INDICATOR', severity: 'WARNING', optional: true });
    const lost = errorIssue('MISSING_REQUIRED', { optional: true });
    plan.fileIssues.push({ ...lost, sheet: null, cell: null, indicatorCode: row.group });
  }
  fillTotal(plan);
  const total = plan.rows.find(({ group }) => group === 'TOTAL');
  if (total === undefined) return plan;
  allowDoubtfulSums(plan, total);
  if (description.faults.includes('TOTAL')) spoilTotal(plan, total, Draw.of(description.seed, 'wrong total'));
  return plan;
}

const areaRows = ({ rows }: Plan): PlannedRow[] => rows.filter(({ kind }) => kind === 'FIGURES');

/** Whether a column has a cell whose number is not sure, so that no sum is. */
function isDoubtful(plan: Plan, column: number): boolean {
  return areaRows(plan).some(({ cells, refused }) => {
    const cell = cells[column];
    return refused || (cell != null && (cell.broken !== null || cell.shortGroup));
  });
}

/** A total over rows that were not all understood may be told wrong, and so may its parts. */
function allowDoubtfulSums(plan: Plan, total: PlannedRow): void {
  const broken = areaRows(plan).some(({ cells }) =>
    cells.some((cell) => cell?.issues.some(({ code }) => code === 'BREAKDOWN_MISMATCH')),
  );
  total.cells.forEach((cell, column) => {
    if (cell === null) return;
    if (isDoubtful(plan, column)) cell.issues.push(errorIssue('TOTAL_MISMATCH', { optional: true }));
    if (broken) cell.issues.push(errorIssue('BREAKDOWN_MISMATCH', { optional: true }));
    if (cell.value?.lt(0) === true) cell.issues.push(errorIssue('NEGATIVE_VALUE', { optional: true }));
  });
}

/** One number of the total row is not what its column adds up to. */
function spoilTotal(plan: Plan, total: PlannedRow, draw: Draw): void {
  const fit = plan.columns.filter(({ at }) => {
    const cell = total.cells[at];
    return cell?.value != null && cell.value.gte(0) && cell.spec.placeRule === 'SUM' && !isDoubtful(plan, at);
  });
  if (fit.length === 0) return;
  const { at } = draw.pick(fit);
  const cell = total.cells[at];
  if (cell?.value == null) return;
  for (const row of areaRows(plan)) {
    const own = row.cells[at];
    if (own != null) own.plain = true;
  }
  cell.value = cell.value.plus(cell.spec.type === 'money' ? '100000000' : draw.pick([1, 100, 1000]));
  cell.issues.push(errorIssue('TOTAL_MISMATCH'));
  for (const other of total.cells) {
    if (other?.spec.indicatorCode === cell.spec.indicatorCode) {
      other.issues.push(errorIssue('BREAKDOWN_MISMATCH', { optional: true }));
    }
  }
}
