import { Big } from 'big.js';
import { isFigureRow } from '../../../src/catalogue/form/form.spec.ts';
import type { Fault } from './description.ts';
import type { FaultGround } from './faults.ts';
import { emptyRow, errorIssue, plannedCell } from './plan.ts';
import type { PlannedCell, PlannedRow } from './plan.ts';
import { wrongUnit } from './units.ts';

type Apply = (ground: FaultGround) => void;

/** A row whose group is that row alone. */
function loneRow(
  { plan, rows, taken }: FaultGround,
  fits: (row: PlannedRow) => boolean = () => true,
): PlannedRow | null {
  const found = rows.find((row) => plan.rows.filter(({ group }) => group === row.group).length === 1 && fits(row));
  if (found !== undefined) taken.add(found.group);
  return found ?? null;
}

/** Faults of whole rows. */
export const rowFaults: Partial<Record<Fault, Apply>> = {
  BREAKDOWN: breakSum,
  MISSING_ROW: dropRequired,
  UNKNOWN_ROW: (ground) => (ground.form.layout === 'AREA_ROWS' ? addUnknownArea(ground) : addUnknownIndicator(ground)),
  DUPLICATE_EQUAL: (ground) => repeatRow(ground, false),
  DUPLICATE_DIFFERENT: (ground) => repeatRow(ground, true),
  CODE_MISMATCH: (ground) => {
    const { description, form, rows } = ground;
    if (!description.table.code || form.layout !== 'AREA_ROWS') return;
    const row = loneRow(ground);
    const other = rows.find(({ code }) => code !== row?.code && code !== null);
    if (row === null || other === undefined) return;
    row.code = other.code;
    row.refused = true;
    row.labelIssues.push(errorIssue('UNKNOWN_AREA', { altCodes: ['DUPLICATE_ROW'] }));
  },
  UNIT_MISMATCH: (ground) => {
    const { description, draw } = ground;
    if (!description.table.unit || ground.form.layout === 'AREA_ROWS') return;
    const row = loneRow(ground);
    const spec = row?.cells.find((cell) => cell !== null)?.spec;
    if (row === null || spec === undefined) return;
    row.unit = { printed: wrongUnit(spec, draw), scale: spec.scale };
    row.refused = true;
    for (const cell of row.cells) if (cell !== null) cell.plain = true;
    row.unitIssues.push(errorIssue('UNIT_MISMATCH'));
  },
};

/** A part grows, so that the parts pass the whole. */
function breakSum({ plan, rows, draw, taken }: FaultGround): void {
  for (const row of rows) {
    for (const [column, whole] of row.cells.entries()) {
      if (
        whole === null ||
        whole.spec.breakdown !== undefined ||
        whole.value === null ||
        (whole.measure === 'inPeriod' && row.area === null)
      )
        continue;
      const parts = partsOf(plan.rows, row, whole, column);
      const part = parts.find(({ value }) => value !== null);
      if (part?.value == null) continue;
      const exhaustive = part.spec.exhaustive === true;
      part.value = (exhaustive ? part.value : whole.value).plus(draw.int(1, 50));
      for (const cell of [whole, ...parts]) cell.plain = true;
      whole.optional = true;
      whole.issues.push(errorIssue('BREAKDOWN_MISMATCH'));
      taken.add(row.group);
      return;
    }
  }
}

/** Cells of the parts of a whole: below it in its column, or beside it in an area's row. */
function partsOf(all: readonly PlannedRow[], row: PlannedRow, whole: PlannedCell, column: number): PlannedCell[] {
  const cells =
    row.area === null ? all.filter(({ group }) => group === row.group).map(({ cells: own }) => own[column]) : row.cells;
  return cells.flatMap((cell) =>
    cell != null &&
    cell.spec.indicatorCode === whole.spec.indicatorCode &&
    cell.measure === whole.measure &&
    cell.spec.breakdown !== undefined
      ? [cell]
      : [],
  );
}

/** A required row (or column) is left out. */
function dropRequired({ form, plan, draw, taken }: FaultGround): void {
  if (form.layout === 'INDICATOR_ROWS') {
    const required = form.rows.filter(isFigureRow).filter((row) => row.required && !taken.has(row.indicatorCode));
    const { indicatorCode } = draw.pick(required);
    taken.add(indicatorCode);
    plan.rows = plan.rows.filter(({ group }) => group !== indicatorCode);
    plan.fileIssues.push({ ...errorIssue('MISSING_REQUIRED'), sheet: null, cell: null, indicatorCode });
    return;
  }
  const alone = form.columns.filter(({ required, groupVi }) => required && groupVi === null);
  if (alone.length === 0) return;
  const dropped = draw.pick(alone);
  const at = plan.rows.find(({ kind }) => kind === 'FIGURES')?.cells.findIndex((cell) => cell?.spec === dropped) ?? -1;
  if (at < 0) return;
  const touched = plan.rows.some(({ cells }) => (cells[at]?.issues.length ?? 0) > 0 || cells[at]?.shortGroup === true);
  if (touched) return;
  plan.columns = plan.columns.filter((column) => column.at !== at);
  plan.fileIssues.push({
    ...errorIssue('MISSING_REQUIRED'),
    sheet: null,
    cell: null,
    indicatorCode: dropped.indicatorCode,
  });
}

const UNKNOWN_LABELS = [
  'Số tuyến đường hoa kiểu mẫu',
  'Số lượt tuyên truyền trên mạng xã hội',
  'Số hội thi, hội diễn được tổ chức',
  'Mô hình dân vận khéo cấp huyện cũ',
];

function addUnknownIndicator(ground: FaultGround): void {
  const { plan, draw } = ground;
  const before = loneRow(ground);
  const model = before?.cells.find((cell) => cell !== null)?.spec;
  if (before === null || model === undefined) return;
  const number = new Big(draw.int(1, 99));
  const spec = { ...model, type: 'count' as const, scale: '1', baseUnit: 'người', required: false };
  const row: PlannedRow = {
    ...emptyRow(draw.pick(UNKNOWN_LABELS), null),
    kind: 'FIGURES',
    group: 'UNKNOWN',
    unit: ground.description.table.unit ? { printed: 'cuộc', scale: '1' } : null,
    cells: before.cells.map((cell) => cell && { ...plannedCell(spec, cell.measure, { value: number }), plain: true }),
    refused: true,
    labelIssues: [{ code: 'UNKNOWN_INDICATOR', severity: 'WARNING' }],
  };
  plan.rows.splice(plan.rows.indexOf(before) + 1, 0, row);
}

function addUnknownArea(ground: FaultGround): void {
  const { plan, draw } = ground;
  const before = loneRow(ground);
  if (before === null) return;
  const row: PlannedRow = {
    ...emptyRow(draw.pick(['Quận 3', 'Huyện Tân Lập Thượng', 'Xã Không Có Tên', 'Thị xã Hòa Thanh']), null),
    kind: 'FIGURES',
    group: 'UNKNOWN',
    code: draw.pick([null, '99999']),
    cells: before.cells.map((cell) => cell && { ...cell, issues: [], plain: true, broken: null }),
    refused: true,
    labelIssues: [errorIssue('UNKNOWN_AREA')],
  };
  plan.rows.splice(plan.rows.indexOf(before) + 1, 0, row);
}

/** The row stands there twice; with other numbers neither is accepted. */
function repeatRow(ground: FaultGround, different: boolean): void {
  const { plan, draw } = ground;
  const row = loneRow(ground, ({ cells }) =>
    cells.some((cell) => cell?.value?.gt(0) === true && cell.spec.breakdown === undefined),
  );
  if (row === null) return;
  for (const cell of row.cells) if (cell !== null) cell.plain = true;
  const again: PlannedRow = {
    ...row,
    cells: row.cells.map((cell) => cell && { ...cell, optional: true }),
    repeats: true,
    hidden: false,
    labelIssues: [{ code: 'DUPLICATE_ROW', severity: different ? 'ERROR' : 'WARNING' }],
  };
  plan.rows.splice(plan.rows.indexOf(row) + 1, 0, again);
  if (!different) return;
  const changed = draw.pick(again.cells.filter((cell) => cell?.value?.gt(0) === true));
  if (changed?.value != null)
    changed.value = changed.value.plus(
      changed.spec.type === 'percent' ? '-0.1' : changed.spec.type === 'money' ? '100000' : '1',
    );
  row.refused = true;
  again.refused = true;
}
