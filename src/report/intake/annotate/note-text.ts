import { formatDecimal } from '../../../ground/text/vietnamese-number.ts';
import type { Issue } from '../reading.ts';

/** Who writes our comments. */
export const NOTE_AUTHOR = 'Phối Hợp';
/** Our part of a comment begins with this line, by which it is found and replaced when the file comes in again. */
export const NOTE_MARK = `[${NOTE_AUTHOR}]`;
/** Spreadsheets hold 32,767 characters a comment; nobody reads a quarter of that. */
const MOST_CHARACTERS = 8000;
const MOST_OF_ONE_ISSUE = 2000;

/** A stretch of text. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
}

/** The counts that the comment of the whole file tells. */
export interface NoteSummary {
  readonly errors: number;
  readonly warnings: number;
  /** Cells with findings that got no comment. */
  readonly withoutNote: number;
  readonly notes: number;
}

/** What our comment on one cell says: the file's findings first, when it is the file's cell. */
export function noteRuns(issues: readonly Issue[], file?: { summary: NoteSummary; issues: readonly Issue[] }): Run[] {
  const runs: Run[] = [{ text: `${NOTE_MARK}\n`, bold: true }];
  if (file !== undefined) {
    runs.push({ text: 'Cả tệp: ', bold: true }, { text: summaryText(file.summary), bold: false });
    if (file.issues.length > 0) runs.push({ text: '\n\n', bold: false });
    runs.push(...issueRuns(file.issues));
    if (issues.length > 0) runs.push({ text: '\n\nÔ này:\n', bold: true });
  }
  return [...runs, ...issueRuns(issues)];
}

function summaryText({ errors, warnings, withoutNote, notes }: NoteSummary): string {
  const counts = `${counted(errors)} lỗi, ${counted(warnings)} cảnh báo.`;
  if (withoutNote === 0) return counts;
  return `${counts}\nTệp chỉ ghi chú được ${counted(notes)} ô; còn ${counted(withoutNote)} ô khác, xem đầy đủ trong kết quả kiểm tra.`;
}

function counted(count: number): string {
  return formatDecimal(String(count));
}

function issueRuns(issues: readonly Issue[]): Run[] {
  const bodies = new Map<string, Run[]>();
  for (const issue of [...issues].sort((a, b) => rank(a) - rank(b))) {
    const label = issue.severity === 'ERROR' ? 'LỖI: ' : 'CẢNH BÁO: ';
    const body = issueText(issue);
    bodies.set(label + body, [
      { text: label, bold: true },
      { text: body, bold: false },
    ]);
  }
  const runs: Run[] = [];
  let left = MOST_CHARACTERS;
  let told = 0;
  for (const [whole, pair] of bodies) {
    if (whole.length > left) break;
    if (told > 0) runs.push({ text: '\n\n', bold: false });
    runs.push(...pair);
    left -= whole.length;
    told += 1;
  }
  if (told < bodies.size) {
    runs.push({
      text: `\n\n… và ${counted(bodies.size - told)} nội dung khác, xem trong kết quả kiểm tra.`,
      bold: false,
    });
  }
  return runs;
}

function rank({ severity }: Issue): number {
  return severity === 'ERROR' ? 0 : 1;
}

function issueText({ message, hint, expected }: Issue): string {
  const lines = [shortened(message.vi)];
  if (hint !== undefined) lines.push(`Cách sửa: ${shortened(hint.vi)}`);
  // Most messages and hints say it already.
  if (expected !== undefined && !lines.some((line) => line.includes(expected))) {
    lines.push(`Cần có: ${shortened(expected)}`);
  }
  return lines.join('\n');
}

function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length <= MOST_OF_ONE_ISSUE ? text : `${letters.slice(0, MOST_OF_ONE_ISSUE - 1).join('')}…`;
}

/** The text of runs. */
export function textOfRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
