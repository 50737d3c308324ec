import { Big } from 'big.js';
import type { MeasuredSpec } from '../../catalogue/form/form.spec.ts';
import { formatDecimal } from '../../ground/text/vietnamese-number.ts';
import type { GivenFigure } from '../../report/intake/given-figures.ts';
import type { PrintedCell } from './printed-sheet.ts';

const MARKS = { BLANK: null, NOT_ARISEN: '-', NOT_APPLICABLE: 'x', NOT_AVAILABLE: '…' } as const;
const QUALIFIERS = { OVER: 'trên ', NEARLY: 'gần ', ABOUT: 'khoảng ' } as const;
const STATUSES = { OFFICIAL: '', ESTIMATE: ' (ước)', PRELIMINARY: ' (sơ bộ)' } as const;

/** A figure in the unit of its form. `headed`: the column's heading says the status already. */
export function printedFigure(figure: GivenFigure | undefined, spec: MeasuredSpec, headed = false): PrintedCell {
  if (!figure) return null;
  if (figure.value === null) return MARKS[figure.missing ?? 'BLANK'];
  const exact = new Big(figure.value).div(spec.scale).toFixed();
  const decimals = spec.type === 'count' ? 0 : 1;
  const words = [
    figure.qualifier ? QUALIFIERS[figure.qualifier] : '',
    figure.status && !headed ? STATUSES[figure.status] : '',
  ] as const;
  return words[0] + words[1] === '' ? { exact, decimals } : `${words[0]}${formatDecimal(exact)}${words[1]}`;
}
