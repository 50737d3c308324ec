import type { Issue } from '../reading.ts';
import { addressOf } from '../workbook/sheet.ts';
import { noteRuns } from './note-text.ts';
import type { Run } from './note-text.ts';
import { cellPlace } from './cell-place.ts';
import type { CellPlace } from './cell-place.ts';

/** Comments that one workbook gets at most; spreadsheets grow slow with more, and nobody works through them by hand. */
const MOST_NOTES = 2000;

/** One comment of ours. */
export interface Note extends CellPlace {
  readonly runs: readonly Run[];
}

/** A sheet as planning sees it. */
export interface PlannedSheet {
  readonly name: string;
  readonly visible: boolean;
  /** Where a comment on a cell is seen: the first cell of a merged rectangle. */
  readonly seenAt: (place: CellPlace) => CellPlace;
}

interface Marked extends CellPlace {
  readonly sheet: number;
  readonly issues: Issue[];
}

/** Our comments by sheet and address. */
export type NotePlan = ReadonlyMap<number, ReadonlyMap<string, Note>>;

/**
 * Which cell of which sheet gets which comment. Findings of the whole file, and any whose cell is not in the workbook,
 * stand with the counts on the first cell of the first visible sheet. Cells with an error go before those with warnings.
 */
export function planNotes(issues: readonly Issue[], sheets: readonly PlannedSheet[]): NotePlan {
  if (issues.length === 0) return new Map();
  const front = Math.max(
    0,
    sheets.findIndex(({ visible }) => visible),
  );
  const { cells, ofFile } = markCells(issues, sheets, front);
  const top = sheets[front]?.seenAt({ row: 0, column: 0 }) ?? { row: 0, column: 0 };
  const atTop = (cell: Marked): boolean => cell.sheet === front && cell.row === top.row && cell.column === top.column;
  const others = cells.filter((cell) => !atTop(cell)).sort((a, b) => rank(a) - rank(b));
  const told = others.slice(0, MOST_NOTES - 1);
  const summary = {
    errors: issues.filter(({ severity }) => severity === 'ERROR').length,
    warnings: issues.filter(({ severity }) => severity === 'WARNING').length,
    withoutNote: others.length - told.length,
    notes: told.length + 1,
  };
  const plan = new Map<number, Map<string, Note>>();
  const add = ({ sheet, row, column }: Omit<Marked, 'issues'>, runs: Run[]): void => {
    const notes = plan.get(sheet) ?? new Map<string, Note>();
    plan.set(sheet, notes.set(addressOf(row, column), { row, column, runs }));
  };
  add({ sheet: front, ...top }, noteRuns(cells.find(atTop)?.issues ?? [], { summary, issues: ofFile }));
  for (const cell of told) add(cell, noteRuns(cell.issues));
  return plan;
}

function rank({ issues }: Marked): number {
  return issues.some(({ severity }) => severity === 'ERROR') ? 0 : 1;
}

function markCells(
  issues: readonly Issue[],
  sheets: readonly PlannedSheet[],
  front: number,
): { cells: Marked[]; ofFile: Issue[] } {
  const byName = new Map(sheets.map(({ name }, index) => [name.normalize('NFC'), index]));
  const cells = new Map<string, Marked>();
  const ofFile: Issue[] = [];
  for (const issue of issues) {
    const index = issue.sheet === null ? front : byName.get(issue.sheet.normalize('NFC'));
    const sheet = index === undefined ? undefined : sheets[index];
    const place = issue.cell === null ? null : cellPlace(issue.cell);
    if (index === undefined || sheet === undefined || place === null) {
      ofFile.push(index === front ? issue : withSheetNamed(issue));
      continue;
    }
    const seen = sheet.seenAt(place);
    const key = `${index} ${addressOf(seen.row, seen.column)}`;
    const marked = cells.get(key) ?? { sheet: index, ...seen, issues: [] };
    marked.issues.push(issue);
    cells.set(key, marked);
  }
  return { cells: [...cells.values()], ofFile };
}

/** Told away from its sheet, a finding must say which one it is about. */
function withSheetNamed(issue: Issue): Issue {
  if (issue.sheet === null) return issue;
  const message = {
    vi: `Trang tính “${issue.sheet}”: ${issue.message.vi}`,
    en: `Sheet “${issue.sheet}”: ${issue.message.en}`,
  };
  return { ...issue, message };
}
