import type { Issue, Reading, ReadValue } from '../../../src/report/intake/reading.ts';
import type { TrueIssue, TrueValue, WorkbookTruth } from './truth.ts';

/** How a reading compares with the truth; the counts of several readings add up. */
export interface Score {
  /** Numbers that had to be read, and those that were, with all that belongs to them right. */
  cells: number;
  read: number;
  /** Cells without a number, and those whose reason was read right. */
  missing: number;
  missingRead: number;
  silentlyWrong: number;
  flaggedWrong: number;
  /** Status or qualifier wrong. */
  attributesWrong: number;
  /** Findings that had to come, and those that did not. */
  issues: number;
  missed: number;
  /** Findings that came without a reason. */
  false: number;
  /** Findings that came. */
  told: number;
  severityWrong: number;
  outcomeWrong: number;
  /** What went wrong, in words. */
  notes: string[];
}

const OF_ROWS: ReadonlySet<string> = new Set(['DUPLICATE_ROW', 'UNKNOWN_INDICATOR', 'UNKNOWN_AREA', 'UNIT_MISMATCH']);

interface Placed {
  readonly sheet: string | null;
  readonly cell: string | null;
}

const place = ({ sheet, cell }: Placed): string => `${sheet?.normalize('NFC') ?? ''}!${cell ?? ''}`;
const rowNumber = ({ cell }: Placed): string => /\d+$/.exec(cell ?? '')?.[0] ?? '';
const rowPlace = (of: Placed): string => `${of.sheet?.normalize('NFC') ?? ''}!${rowNumber(of)}`;

/** A score of nothing. */
export function noScore(): Score {
  const counts = {
    cells: 0,
    read: 0,
    missing: 0,
    missingRead: 0,
    silentlyWrong: 0,
    flaggedWrong: 0,
    attributesWrong: 0,
  };
  return { ...counts, issues: 0, missed: 0, false: 0, told: 0, severityWrong: 0, outcomeWrong: 0, notes: [] };
}

/** Adds the counts of one score to another. */
export function addScore(total: Score, { notes, ...counts }: Score): void {
  for (const name of Object.keys(counts) as (keyof typeof counts)[]) total[name] += counts[name];
  total.notes.push(...notes);
}

/** Scores one reading by the rules of the contract that reports are read by. */
export function scoreReading(truth: WorkbookTruth, reading: Reading): Score {
  const score = noScore();
  const issues = reading.issues;
  const whole = truth.rejectScope === 'FILE' && reading.outcome === 'REJECT';
  const right = new Set<string>();
  if (truth.outcome !== reading.outcome && truth.strictOutcome !== reading.outcome) {
    score.outcomeWrong = 1;
    score.notes.push(`outcome ${reading.outcome}, expected ${truth.outcome}`);
  }
  // Of a file that was refused whole nothing is stored, whatever the dry run shows.
  if (!whole) scoreValues(truth, reading, score, right);
  scoreMissed(truth, score, right, reading);
  scoreIssues(truth, issues, { score, whole, right });
  return score;
}

function scoreValues(truth: WorkbookTruth, { values, issues }: Reading, score: Score, right: Set<string>): void {
  const expected = new Map(truth.expected.map((value) => [place(value), value]));
  const errors = new Set(issues.filter(({ severity, cell }) => severity === 'ERROR' && cell !== null).map(place));
  const rows = new Set(issues.filter(({ code, cell }) => OF_ROWS.has(code) && cell !== null).map(rowPlace));
  for (const value of values) {
    const is = expected.get(place(value));
    const why = whyWrong(value, is);
    if (why === null) {
      right.add(place(value));
      scoreAttributes(value, is, score);
      continue;
    }
    const flagged = errors.has(place(value)) || rows.has(rowPlace(value));
    score[flagged ? 'flaggedWrong' : 'silentlyWrong'] += 1;
    const meant = is === undefined ? 'nothing' : `${identity(is)} ${is.value ?? is.missing}`;
    score.notes.push(
      `${flagged ? 'wrong but flagged' : 'SILENTLY WRONG'} ${place(value)}: ${why}; read ${identity(value)} ${value.value ?? value.missing}, ` +
        `expected ${meant} (printed ${JSON.stringify(is?.printed ?? value.printed)})`,
    );
  }
}

function whyWrong(read: ReadValue, is: TrueValue | undefined): string | null {
  if (is === undefined) return read.value === null ? null : 'no value may be taken from this cell';
  if (read.value === null && is.value !== null) return 'a number read as missing';
  if (read.value !== null && is.value === null) return 'a missing one read as a number';
  if (identity(read) !== identity(is)) return 'wrong indicator, area, breakdown or measure';
  return read.value === is.value ? null : 'wrong number';
}

function scoreAttributes(read: ReadValue, is: TrueValue | undefined, score: Score): void {
  if (is === undefined || is.value === null || (read.status === is.status && read.qualifier === is.qualifier)) return;
  score.attributesWrong += 1;
  score.notes.push(
    `${place(is)}: ${read.status} ${read.qualifier}, expected ${is.status} ${is.qualifier} (${is.printed})`,
  );
}

function identity({ indicatorCode, area, breakdown, measure }: ReadValue | TrueValue): string {
  const parts = Object.entries(breakdown ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return [indicatorCode, area ?? '', JSON.stringify(parts), measure].join('|');
}

function scoreMissed(truth: WorkbookTruth, score: Score, right: ReadonlySet<string>, { values }: Reading): void {
  const read = new Map(values.map((value) => [place(value), value]));
  for (const is of truth.expected.filter(({ optional }) => !optional)) {
    const [all, found] = is.value === null ? (['missing', 'missingRead'] as const) : (['cells', 'read'] as const);
    const good = is.value === null ? read.get(place(is))?.missing === is.missing : right.has(place(is));
    score[all] += 1;
    if (good) score[found] += 1;
    else score.notes.push(`not read: ${place(is)} ${identity(is)} ${JSON.stringify(is.printed)}`);
  }
}

interface Findings {
  score: Score;
  whole: boolean;
  right: ReadonlySet<string>;
}

function scoreIssues(truth: WorkbookTruth, issues: readonly Issue[], { score, whole, right }: Findings): void {
  const used = new Set<number>();
  const ordered = truth.issues.toSorted((a, b) => (a.cell === null ? 1 : 0) - (b.cell === null ? 1 : 0));
  for (const is of ordered) {
    const hit = takeMatches(is, issues, used, truth.rejectScope === 'FILE');
    if (is.optional === true) continue;
    score.issues += 1;
    if (hit === null) {
      if (is.waivedIfValue === true && right.has(place(is))) continue;
      score.missed += 1;
      score.notes.push(`missed ${is.code} ${place(is)} ${is.indicatorCode ?? ''}`);
    } else if (hit.severity !== is.severity) {
      score.severityWrong += 1;
      score.notes.push(`${is.code} ${place(is)} is ${hit.severity}, expected ${is.severity}`);
    }
  }
  const cells = new Set(truth.issues.filter(({ cell, severity }) => cell !== null && severity === 'ERROR').map(place));
  const rows = new Set(truth.issues.filter(({ cell, code }) => cell !== null && OF_ROWS.has(code)).map(rowPlace));
  issues.forEach((issue, at) => {
    score.told += 1;
    const consequence = issue.cell !== null && (cells.has(place(issue)) || rows.has(rowPlace(issue)));
    if (used.has(at) || whole || consequence) return;
    score.false += 1;
    score.notes.push(
      `false ${issue.code} ${issue.severity} ${place(issue)} ${JSON.stringify(issue.read ?? '')}: ${issue.message.en}`,
    );
  });
}

/** The first finding that answers a true one; every further one that does is used up with it. */
function takeMatches(is: TrueIssue, issues: readonly Issue[], used: Set<number>, wholeFile: boolean): Issue | null {
  let hit: Issue | null = null;
  for (const [at, issue] of issues.entries()) {
    if (!answers(is, issue, wholeFile) || (used.has(at) && (is.cell !== null || is.indicatorCode !== undefined)))
      continue;
    hit ??= issue;
    used.add(at);
    if (is.indicatorCode !== undefined || (is.cell !== null && is.relatedRow === undefined)) break;
  }
  return hit;
}

function answers(is: TrueIssue, issue: Issue, wholeFile: boolean): boolean {
  const codes: readonly string[] = [is.code, ...(is.altCodes ?? [])];
  if (!codes.includes(issue.code)) return false;
  if (is.indicatorCode !== undefined && issue.indicatorCode !== undefined && is.indicatorCode !== issue.indicatorCode)
    return false;
  if (is.cell === null || wholeFile) return true;
  if (issue.cell === null) return false;
  if (place(is) === place(issue)) return true;
  if (!codes.some((code) => OF_ROWS.has(code))) return false;
  const related = is.relatedRow === undefined ? null : `${is.sheet?.normalize('NFC') ?? ''}!${is.relatedRow}`;
  return rowPlace(is) === rowPlace(issue) || related === rowPlace(issue);
}
