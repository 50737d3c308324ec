import { readReport } from '../../../src/report/intake/read-workbook.ts';
import { composeWorkbook, formOf } from './compose-workbook.ts';
import type { Description } from './description.ts';
import { inLegacy } from './legacy-text.ts';
import { communesOf } from './places.ts';
import { scoreReading } from './score.ts';
import type { Score } from './score.ts';
import type { WorkbookTruth } from './truth.ts';
import { workbookBytes } from './workbook-bytes.ts';

/** A workbook as it is sent in, and what is true of it. */
export interface RandomWorkbook {
  bytes: Uint8Array;
  fileName: string;
  truth: WorkbookTruth;
}

/** Writes the workbook of a description. */
export function randomWorkbook(description: Description): RandomWorkbook {
  const { sheets, truth } = composeWorkbook(description);
  const typed = sheets.map((sheet) => inLegacy(sheet, description.legacy));
  const bytes = workbookBytes(typed, description);
  return { bytes, fileName: `bao-cao.${description.file}`, truth };
}

/** Reads bytes as the workbook was sent in, and compares the reading with the truth. */
export async function scoreBytes(bytes: Uint8Array, fileName: string, truth: WorkbookTruth): Promise<Score> {
  const { submission, formCode } = truth;
  const { place } = submission;
  const areas = [...communesOf(place.code), place].map(({ code, name }) => ({ code, name }));
  const reading = await readReport({ bytes, fileName, form: formOf(formCode), submission, areas });
  return scoreReading(truth, reading);
}
