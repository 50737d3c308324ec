import { normalise } from '../../../ground/text/fold.ts';
import type { Cell } from '../workbook/sheet.ts';

/** Whether a cell holds something that a reader takes for a number (or for one gone wrong). */
export function looksLikeNumber(cell: Cell): boolean {
  if (cell.kind === 'TEXT')
    return /^[^\p{L}\d]*(?:(?:ước|trên|hơn|gần|khoảng)\s+)?[^\p{L}\d]*\d/iu.test(normalise(cell.text));
  return cell.kind === 'NUMBER' || cell.kind === 'DATE' || cell.kind === 'ERROR';
}
