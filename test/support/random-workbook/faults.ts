import { Big } from 'big.js';
import type { FormSpec } from '../../../src/catalogue/form/form.spec.ts';
import type { Description, Fault } from './description.ts';
import { Draw } from './draw.ts';
import { rowFaults } from './fault-rows.ts';
import { errorIssue } from './plan.ts';
import type { Plan, PlannedCell, PlannedRow } from './plan.ts';
import type { SheetCell } from './sheet-model.ts';
import { isWhole } from './units.ts';

/** What a fault may work on. Each row is given to one fault only, so that faults do not hide each other. */
export interface FaultGround {
  form: FormSpec;
  description: Description;
  plan: Plan;
  draw: Draw;
  /** Rows that no fault has touched, and that have no parts that depend on them. */
  rows: PlannedRow[];
  taken: Set<string>;
}

type Apply = (ground: FaultGround) => void;

/** Makes the faults of a description; one that finds no place for itself is left out. */
export function addFaults(form: FormSpec, description: Description, plan: Plan): void {
  const taken = new Set<string>();
  for (const fault of description.faults) {
    const apply = cellFaults[fault] ?? rowFaults[fault];
    if (apply === undefined) continue;
    const draw = Draw.of(description.seed, `fault ${fault}`);
    const rows = draw.shuffled(
      plan.rows.filter(
        ({ kind, group, doubtful, refused }) => kind === 'FIGURES' && !doubtful && !refused && !taken.has(group),
      ),
    );
    apply({ form, description, plan, draw, rows, taken });
  }
}

interface Spot {
  row: PlannedRow;
  cell: PlannedCell;
  column: number;
}

/** The first cell that is fit, of a row without parts (INDICATOR_ROWS) or a column without them (AREA_ROWS). */
function findSpot({ rows, draw, taken }: FaultGround, fits: (spot: Spot) => boolean): Spot | null {
  for (const row of rows) {
    const columns = draw.shuffled(row.cells.map((cell, column) => ({ cell, column })));
    for (const { cell, column } of columns) {
      if (cell === null || cell.spec.breakdown !== undefined || hasParts(rows, row, cell)) continue;
      const spot = { row, cell, column };
      if (!fits(spot)) continue;
      taken.add(row.group);
      cell.plain = true;
      return spot;
    }
  }
  return null;
}

function hasParts(rows: readonly PlannedRow[], row: PlannedRow, { spec }: PlannedCell): boolean {
  const near = row.area === null ? rows.filter(({ group }) => group === row.group) : [row];
  return near.some(({ cells }) =>
    cells.some((cell) => cell?.spec.indicatorCode === spec.indicatorCode && cell.spec.breakdown !== undefined),
  );
}

const MALFORMED = [
  '50.700.00',
  '12,345,67',

  '1..234',
  '12/5',
  '1.234.56',
  'xem phụ lục',
  '12 345 67',
  '1O5',
  '10 - 20',
];
const ERRORS = ['#REF!', '#DIV/0!', '#VALUE!', '#N/A', '#NAME?'];

function breakCell(
  ground: FaultGround,
  broken: SheetCell,
  code: 'MALFORMED_NUMBER' | 'FORMULA_ERROR' | 'AMBIGUOUS_NUMBER',
): void {
  const spot = findSpot(ground, ({ cell }) => cell.value !== null);
  if (spot === null) return;
  spot.cell.broken = broken;
  // A text file has no kinds of cells: an error there is a text that is no number.
  const altCodes = ground.description.file === 'csv' ? (['MALFORMED_NUMBER', 'FORMULA_ERROR'] as const) : [];
  spot.cell.issues.push(errorIssue(code, { altCodes }));
}

const cellFaults: Partial<Record<Fault, Apply>> = {
  MALFORMED: (ground) => breakCell(ground, { value: ground.draw.pick(MALFORMED) }, 'MALFORMED_NUMBER'),
  FORMULA_ERROR: (ground) => breakCell(ground, { value: ground.draw.pick(ERRORS), error: true }, 'FORMULA_ERROR'),
  DATE: (ground) => {
    const date = `${ground.draw.int(13, 28)}/${ground.draw.int(1, 12)}/2026`;
    breakCell(ground, { value: date, date: true }, 'MALFORMED_NUMBER');
  },
  AMBIGUOUS_FRACTION: (ground) => {
    if (ground.description.file === 'csv') return;
    const spot = findSpot(ground, ({ cell }) => cell.spec.type === 'count' && isThousands(cell.value));
    if (spot === null) return;
    spot.cell.broken = { value: Number(spot.cell.value?.div(1000).toFixed()) };
    spot.cell.issues.push(errorIssue('AMBIGUOUS_NUMBER'));
  },
  AMBIGUOUS_TEXT: (ground) => {
    const { draw, plan, description } = ground;
    if (description.numbers.style === 'MIXED') return;
    const spot = findSpot(ground, ({ row, cell, column }) => {
      const fraction = !isWhole(cell.spec, plan.unitOf(row, cell, column));
      const free = cell.measure === 'target' || cell.measure === 'samePeriodLastYear' || row.area !== null;
      return fraction && free && (cell.spec.type === 'money' || cell.spec.type === 'decimal') && cell.value !== null;
    });
    if (spot === null) return;
    const { scale } = plan.unitOf(spot.row, spot.cell, spot.column);
    spot.cell.value = new Big(draw.int(1001, 9998)).times(scale);
    spot.cell.shortGroup = true;
  },
  NEGATIVE: (ground) => {
    const spot = findSpot(ground, ({ cell }) => {
      const free = cell.measure === 'inPeriod' || cell.measure === 'target' || cell.measure === 'samePeriodLastYear';
      return free && (cell.spec.type === 'count' || cell.spec.type === 'decimal') && cell.value?.gt(0) === true;
    });
    if (spot === null) return;
    spot.cell.value = spot.cell.value?.times(-1) ?? null;
    spot.cell.optional = true;
    spot.cell.issues.push(errorIssue('NEGATIVE_VALUE'));
  },
  PERCENT_OVER: (ground) => {
    const spot = findSpot(ground, ({ cell: { spec, value } }) => {
      return spec.type === 'percent' && spec.indicatorCode !== 'CCB_ENLIST_TARGET_PCT' && value !== null;
    });
    if (spot === null) return;
    spot.cell.value = new Big(ground.draw.int(1001, 1900)).div(10);
    spot.cell.optional = true;
    spot.cell.issues.push(errorIssue('PERCENT_OUT_OF_RANGE'));
  },
  CUMULATIVE_LESS: (ground) => {
    const own = ({ row }: Spot): PlannedCell | undefined =>
      row.cells.find((one) => one?.measure === 'inPeriod') ?? undefined;
    const spot = findSpot(ground, (at) => {
      const { measure, spec, value } = at.cell;
      return measure === 'cumulative' && spec.timeRule === 'SUM' && value !== null && own(at)?.value?.gt(1) === true;
    });
    const period = spot === null ? undefined : own(spot);
    if (spot === null || period?.value == null) return;
    // Half of it, in the steps in which it is counted.
    const step = new Big(spot.cell.spec.type === 'count' ? 1 : spot.cell.spec.type === 'money' ? '100000' : '0.1');
    spot.cell.value = period.value.div(2).div(step).round(0, 0).times(step);
    spot.cell.optional = true;
    period.plain = true;
    spot.cell.issues.push(errorIssue('CUMULATIVE_LESS_THAN_PERIOD'));
  },
  MISSING_CELL: (ground) => {
    const spot = findSpot(ground, ({ cell: { spec, measure } }) => {
      const due = ground.form.layout === 'AREA_ROWS' || ground.form.requiredMeasures.includes(measure);
      return due && spec.required;
    });
    if (spot === null) return;
    Object.assign(spot.cell, { value: null, missing: 'BLANK' });
    spot.cell.issues.push(errorIssue('MISSING_REQUIRED'));
  },
};

function isThousands(value: Big | null): boolean {
  return value !== null && value.gt(1000) && !value.mod(1000).eq(0);
}
