import { Big } from 'big.js';
import type { MeasuredSpec } from '../../../src/catalogue/form/form.spec.ts';
import type { Draw } from './draw.ts';

/** A unit as it is printed, and what one of it is in the form's base unit. */
export interface PrintedUnit {
  printed: string;
  scale: string;
}

const MONEY: readonly PrintedUnit[] = [
  { printed: 'triệu đồng', scale: '1000000' },
  { printed: 'tỷ đồng', scale: '1000000000' },
  { printed: 'nghìn đồng', scale: '1000' },
  { printed: 'ngàn đồng', scale: '1000' },
  { printed: 'đồng', scale: '1' },
  { printed: 'tr.đ', scale: '1000000' },
  { printed: 'Triệu đồng', scale: '1000000' },
];
const MONEY_IN_CELL: readonly PrintedUnit[] = [
  { printed: 'tỷ', scale: '1000000000' },
  { printed: 'tỷ đồng', scale: '1000000000' },
  { printed: 'tr.đ', scale: '1000000' },
  { printed: 'triệu', scale: '1000000' },
  { printed: 'triệu đồng', scale: '1000000' },
  { printed: 'nghìn đồng', scale: '1000' },
];

/** The unit that the form prints. */
export function ownUnit(spec: MeasuredSpec): PrintedUnit {
  return { printed: spec.unit, scale: spec.scale };
}

/** A money unit for a heading line or a column. */
export function moneyUnit(draw: Draw): PrintedUnit {
  return draw.pick(MONEY);
}

/** Another unit that a row's numbers could be printed in. */
export function otherUnit(spec: MeasuredSpec, draw: Draw): PrintedUnit {
  if (spec.type === 'money') return draw.pick(MONEY);
  if (spec.baseUnit === 'm²')
    return draw.pick([ownUnit(spec), { printed: 'ha', scale: '10000' }, { printed: 'm2', scale: '1' }]);
  if (spec.baseUnit === 'km') return draw.pick([ownUnit(spec), { printed: 'Km', scale: '1' }]);
  return ownUnit(spec);
}

/** A unit to stand in the cell itself; null where the practice does not write one. */
export function unitInCell(spec: MeasuredSpec, row: PrintedUnit, other: boolean, draw: Draw): PrintedUnit | null {
  if (other) return spec.type === 'money' ? draw.pick(MONEY_IN_CELL) : null;
  if (spec.type === 'percent' || spec.type === 'score' || /[(/]/.test(row.printed)) return null;
  return row;
}

/** A unit that cannot measure what the row is about. */
export function wrongUnit(spec: MeasuredSpec, draw: Draw): string {
  return draw.pick(
    { money: ['km', 'người', '%'], percent: ['người', 'triệu đồng'], score: ['km', 'triệu đồng'] }[
      spec.type === 'count' || spec.type === 'decimal' ? 'score' : spec.type
    ].filter((unit) => unit !== spec.unit),
  );
}

/** Whether a unit counts whole things, of which there is no fraction. */
export function isWhole(spec: MeasuredSpec, unit: PrintedUnit): boolean {
  return (spec.type === 'count' || spec.type === 'money') && new Big(unit.scale).eq(1);
}
