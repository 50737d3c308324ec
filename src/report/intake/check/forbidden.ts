import { decodeLegacy } from '../../../ground/text/legacy-letters.ts';
import { personalDataIssue, secretIssue } from '../issue/file-issue.ts';
import type { Issue } from '../reading.ts';
import { isListOfPersons, isSecrecyStamp } from './refuse.ts';
import type { Grid } from '../workbook/sheet.ts';

/** A stamp is a word or two; a longer text holds one only on a line of its own. */
const LONGEST_STAMP = 60;

/**
 * What nothing of may be kept: a stamp of secrecy anywhere, in sheets that are hidden, their names and page margins too, or a
 * list of persons.
 */
export function forbiddenContent(grids: readonly Grid[], marginTexts: readonly string[]): Issue | null {
  for (const text of [...marginTexts, ...grids.map(({ name }) => name ?? '')])
    if (bearsStamp(text)) return secretIssue();
  if (grids.some(bearsStampInCell)) return secretIssue();
  return grids.some(isListOfPersons) ? personalDataIssue() : null;
}

function bearsStampInCell(grid: Grid): boolean {
  let found = false;
  for (let row = 0; row < grid.height && !found; row++) {
    grid.eachText(row, (text) => {
      found ||= bearsStamp(text);
    });
  }
  return found;
}

/** A stamp of three letters is too short for statistics: it is looked at as each legacy font would show it, too. */
export function bearsStamp(text: string): boolean {
  // Every stamp has this letter, in every font.
  if (!/m/i.test(text)) return false;
  if (text.length > LONGEST_STAMP && !/[\r\n]/.test(text)) return false;
  if (isSecrecyStamp(text)) return true;
  if (!/[\u00a1-\u00ff]/.test(text)) return false;
  return isSecrecyStamp(decodeLegacy(text, 'TCVN3')) || isSecrecyStamp(decodeLegacy(text, 'VNI'));
}
