import { createHash } from 'node:crypto';
import { checkCells } from './check.ts';
import { checkOrganisation, checkPeriod } from './check-head.ts';
import { checkColumns } from './check-columns.ts';
import { checkRequired } from './check-required.ts';
import { withoutDuplicates } from './duplicates.ts';
import {
  legacyEncodingWarning,
  externalLinkWarning,
  openIssue,
  personalDataIssue,
  secretIssue,
  tableIssue,
} from './file-issue.ts';
import { decodeTcvn3 } from './legacy-text.ts';
import { matchAreas } from './match-areas.ts';
import { nominalPeriod } from './match-header.ts';
import { matchRows } from './match-rows.ts';
import { openFile } from './open-file.ts';
import type { OpenedFile } from './open-file.ts';
import { pickTable } from './pick-table.ts';
import type { PickedTable } from './pick-table.ts';
import { readCells, toReadValue } from './read-cells.ts';
import type { Issue, Reading, ReadingOutcome, ReadValue, ReportFile } from './reading.ts';
import { isListOfPersons, isSecrecyStamp } from './refuse.ts';
import { mapTexts, textsOf } from './sheet.ts';
import type { Grid } from './sheet.ts';
import { isFigureRow } from '../../catalogue/form/form.spec.ts';
import type { MeasuredSpec, MeasureName } from '../../catalogue/form/form.spec.ts';
import type { MatchedRows } from './table.ts';

/**
 * Reads a report file into figures and findings, all of them in one pass. Pure: the same input gives the same reading.
 * Nothing is taken that is not surely understood: every doubt is an issue at its cell and the file is a REJECT. Never
 * throws on account of the file.
 */
export function readReport(file: ReportFile): Reading {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const opened = openFile(file.bytes);
  if ('code' in opened) return refused(sha256, [openIssue(opened)], true);
  const forbidden = forbiddenContent(opened);
  if (forbidden !== null) return refused(sha256, [forbidden], false);
  const { picked, legacy } = pickFrom(opened.grids, file);
  const warnings = [
    ...(legacy ? [legacyEncodingWarning()] : []),
    ...(opened.externalLinks ? [externalLinkWarning()] : []),
  ];
  const head = checkHeads(picked.heads, file);
  if (head.length > 0) return refused(sha256, [...head, ...warnings], true);
  if (picked.table === null) return refused(sha256, [tableIssue(picked.why, file.form), ...warnings], true);
  const { values, issues } = readTable(picked.table, file);
  return finishReading(sha256, values, [...warnings, ...issues]);
}

function refused(sha256: string, issues: readonly Issue[], keepBytes: boolean): Reading {
  return { outcome: 'REJECT', sha256, values: [], issues, keepBytes };
}

/** A reading with the outcome that its findings give. */
export function finishReading(sha256: string, values: readonly ReadValue[], issues: readonly Issue[]): Reading {
  const has = (severity: Issue['severity']): boolean => issues.some((issue) => issue.severity === severity);
  const outcome: ReadingOutcome = has('ERROR') ? 'REJECT' : has('WARNING') ? 'ACCEPT_WITH_WARNINGS' : 'ACCEPT';
  return { outcome, sha256, values, issues, keepBytes: true };
}

/** Hidden sheets and page margins are looked at too, and every text also as a legacy font would show it. */
function forbiddenContent({ grids, marginTexts }: OpenedFile): Issue | null {
  const texts = [
    ...marginTexts,
    ...grids.flatMap((grid) => [grid.name ?? '', ...[...textsOf(grid)].map(({ text }) => text)]),
  ];
  if (texts.some((text) => isSecrecyStamp(text) || isSecrecyStamp(decodeTcvn3(text)))) return secretIssue();
  const persons = grids.some((grid) => isListOfPersons(grid) || isListOfPersons(mapTexts(grid, decodeTcvn3)));
  return persons ? personalDataIssue() : null;
}

/** The form's table as the texts stand; else as TCVN3 fonts would show them. */
function pickFrom(grids: readonly Grid[], file: ReportFile): { picked: PickedTable; legacy: boolean } {
  const period = nominalPeriod(file.submission.period);
  const plain = pickTable(grids, file, period);
  if (plain.table !== null || plain.why === 'SEVERAL') return { picked: plain, legacy: false };
  const decoded = pickTable(
    grids.map((grid) => mapTexts(grid, decodeTcvn3)),
    file,
    period,
  );
  return decoded.table === null ? { picked: plain, legacy: false } : { picked: decoded, legacy: true };
}

function checkHeads(heads: readonly (readonly string[])[], { submission }: ReportFile): Issue[] {
  const nominal = nominalPeriod(submission.period);
  const [first = []] = heads.map((texts) => [
    ...checkOrganisation(texts, submission),
    ...checkPeriod(texts, submission, nominal),
  ]);
  return first;
}

function readTable(
  picked: NonNullable<PickedTable['table']>,
  { form, areas, submission }: ReportFile,
): { values: ReadValue[]; issues: Issue[] } {
  const { table } = picked;
  const sheet = table.grid.name;
  const matched =
    picked.layout === 'AREA_ROWS'
      ? matchAreas(picked.table, areas, submission.place)
      : matchRows(picked.table, picked.form);
  const read = readCells(table, matched.rows);
  const { rows, issues: repeats } = withoutDuplicates(sheet, read.rows);
  const cells = rows.flatMap((row) => row.cells);
  const specs = form.layout === 'AREA_ROWS' ? form.columns : form.rows.filter(isFigureRow);
  const totalArea = form.layout === 'AREA_ROWS' ? submission.place.code : null;
  const issues = [
    ...table.issues,
    ...checkColumns(picked),
    ...matched.issues,
    ...read.issues,
    ...repeats,
    ...checkRequired({ sheet, form, ...foundIn(picked, matched), cells, totalArea }),
    ...checkCells({ sheet, cells, specs, totalArea, strays: matched.strays }),
  ];
  // A grand total that is not the sum of its rows is nobody's number.
  const wrongTotals = new Set(issues.filter(({ code }) => code === 'TOTAL_MISMATCH').map(({ cell }) => cell));
  const sound = cells.filter(({ slot }) => !wrongTotals.has(slot.cell.address));
  return { values: sound.flatMap((cell) => toReadValue(sheet, cell)), issues };
}

/** Which parts of the form the table has: a row or column that is there is not missing, though nothing of it may be taken. */
function foundIn(
  { layout, table }: NonNullable<PickedTable['table']>,
  matched: MatchedRows,
): { present: ReadonlySet<MeasuredSpec>; measures: ReadonlySet<MeasureName> } {
  if (layout === 'AREA_ROWS') return { present: new Set(table.columns.map(({ spec }) => spec)), measures: new Set() };
  return { present: matched.present, measures: new Set(table.columns.map(({ measure }) => measure)) };
}
