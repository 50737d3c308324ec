import { createHash } from 'node:crypto';
import { checkOrganisation, checkPeriod } from './check/check-head.ts';
import { externalLinkWarning, legacyEncodingWarning, openIssue, tableIssue } from './issue/file-issue.ts';
import { forbiddenContent } from './check/forbidden.ts';
import { withoutLegacyText } from './workbook/legacy-grid.ts';
import { nominalPeriod } from './table/match-header.ts';
import { openFile } from './workbook/open-file.ts';
import { pickTables } from './table/pick-table.ts';
import { readTables } from './read-tables.ts';
import { MOST_ISSUES } from './reading.ts';
import type { Issue, Reading, ReadingOutcome, ReadValue, ReportFile } from './reading.ts';
import { placeOf } from './workbook/sheet.ts';
import { shortenIssue } from './issue/shorten-issue.ts';

/** Told what is being done and how much of it: bytes opened, rows read. */
export type ReadingWatch = (step: 'OPEN' | 'ROWS', done: number, total: number) => void;

/** Takes the values of a reading as they are read, in batches. */
export type ValueSink = (values: readonly ReadValue[]) => void | Promise<void>;

/** A reading whose values went to a sink. */
export type ReadingEnd = Omit<Reading, 'values'>;

/**
 * Reads a report file into figures and findings, all of them in one pass. Pure: the same input gives the same reading.
 * Nothing is taken that is not surely understood: every doubt is an issue at its cell and the file is a REJECT. Never
 * rejects on account of the file.
 */
export async function readReport(file: ReportFile, watch?: ReadingWatch): Promise<Reading> {
  const values: ReadValue[] = [];
  const end = await readReportTo(file, (batch) => void values.push(...batch), watch);
  return { ...end, values };
}

/** `readReport`, with its values given to a sink as they come: the memory it takes does not grow with them. */
export async function readReportTo(
  file: ReportFile,
  sink: ValueSink,
  watch: ReadingWatch = () => undefined,
): Promise<ReadingEnd> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const opened = await openFile(file.bytes, (done, total) => watch('OPEN', done, total));
  if ('code' in opened) return refused(sha256, [openIssue(opened)], true);
  const { grids, legacy } = withoutLegacyText(opened.grids);
  const forbidden = forbiddenContent(grids, opened.marginTexts);
  if (forbidden !== null) return refused(sha256, [forbidden], false);
  const warnings = [
    ...(legacy || opened.legacy ? [legacyEncodingWarning()] : []),
    ...(opened.externalLinks ? [externalLinkWarning()] : []),
  ];
  const period = nominalPeriod(file.submission.period);
  const picked = pickTables(grids, file, period);
  const head = checkHeads(picked.heads, file);
  if (head.length > 0) return refused(sha256, [...head, ...warnings], true);
  if (picked.tables === null) return refused(sha256, [tableIssue(picked.why, file.form), ...warnings], true);
  const reading = readTables(picked.tables, { place: file.submission.place, period }, (done, total) =>
    watch('ROWS', done, total),
  );
  let step = reading.next();
  for (; step.done !== true; step = reading.next()) await sink(step.value);
  const order = new Map(grids.map(({ name }, at) => [name, at]));
  const { issues, omitted } = step.value;
  return endReading(sha256, [...warnings, ...inOrder(issues, order)], omitted);
}

function refused(sha256: string, issues: readonly Issue[], keepBytes: boolean): ReadingEnd {
  return { outcome: 'REJECT', sha256, issues: issues.map(shortenIssue), keepBytes };
}

/** As a person goes through the file: what concerns all of it, then sheet by sheet, row by row. */
function inOrder(issues: readonly Issue[], sheets: ReadonlyMap<string | null, number>): Issue[] {
  const placed = issues.map((issue) => {
    const place = issue.cell === null ? null : placeOf(issue.cell);
    const sheet = issue.cell === null ? -1 : (sheets.get(issue.sheet) ?? 0);
    return { issue, sheet, row: place?.row ?? -1, column: place?.column ?? -1 };
  });
  return placed.sort((a, b) => a.sheet - b.sheet || a.row - b.row || a.column - b.column).map(({ issue }) => issue);
}

/** A reading with the outcome that its findings give. */
export function finishReading(sha256: string, values: readonly ReadValue[], issues: readonly Issue[]): Reading {
  return { ...endReading(sha256, issues), values };
}

function endReading(sha256: string, issues: readonly Issue[], untold = 0): ReadingEnd {
  const has = (severity: Issue['severity']): boolean => issues.some((issue) => issue.severity === severity);
  const outcome: ReadingOutcome = has('ERROR') ? 'REJECT' : has('WARNING') ? 'ACCEPT_WITH_WARNINGS' : 'ACCEPT';
  const omitted = untold + Math.max(0, issues.length - MOST_ISSUES);
  return {
    outcome,
    sha256,
    issues: issues.slice(0, MOST_ISSUES).map(shortenIssue),
    ...(omitted === 0 ? {} : { issuesOmitted: omitted }),
    keepBytes: true,
  };
}

function checkHeads(heads: readonly (readonly string[])[], { submission }: ReportFile): Issue[] {
  const nominal = nominalPeriod(submission.period);
  const found = heads.flatMap((texts) => [
    ...checkOrganisation(texts, submission),
    ...checkPeriod(texts, submission, nominal),
  ]);
  // One sentence for each, though several sheets say it.
  return found.filter((issue, at) => found.findIndex(({ code }) => code === issue.code) === at);
}
