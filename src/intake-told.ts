import { formatDecimal } from './ground/text/vietnamese-number.ts';
import type { AttachedResult } from './report/attachment/receive-with-attachments.ts';
import type { FigureChange, SaidFigure } from './report/intake/figure-changes.ts';

/** Changes that a person is told one by one; `--json` has them all. */
const CHANGES_TOLD = 20;

const MEASURES: Readonly<Record<string, string>> = {
  TARGET: 'kế hoạch năm',
  IN_PERIOD: 'kỳ này',
  CUMULATIVE: 'lũy kế',
  SAME_PERIOD_LAST_YEAR: 'cùng kỳ năm trước',
};
const MISSING: Readonly<Record<string, string>> = {
  BLANK: 'để trống',
  NOT_ARISEN: 'không phát sinh',
  NOT_APPLICABLE: 'không áp dụng',
  NOT_AVAILABLE: 'chưa có số liệu',
};
const QUALIFIERS: Readonly<Record<string, string>> = { OVER: 'trên ', NEARLY: 'gần ', ABOUT: 'khoảng ' };
const STATUSES: Readonly<Record<string, string>> = { ESTIMATE: ' (ước)', PRELIMINARY: ' (sơ bộ)' };

/** What a person is told of a file: what became of it, what came along, what differs from before, and what to correct where. */
export function toldOfIntake(result: AttachedResult, published: boolean): string[] {
  const { counts } = result;
  const kept = result.dryRun
    ? 'dry run, nothing written'
    : result.report
      ? `version ${result.version}${published ? ', published' : ''}`
      : 'refused, no version';
  return [
    `${result.file}: ${result.outcome} (${kept}): ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.removed} removed, ${counts.rejected} cells rejected`,
    ...result.attachments.map(
      ({ kind, file, sha256, outcome }) =>
        `  ${kind} ${file}: ${outcome?.toLowerCase() ?? 'not kept'}, sha256 ${sha256}`,
    ),
    ...changesTold(result),
    ...issuesTold(result),
  ];
}

function issuesTold({ issues, issuesOmitted }: AttachedResult): string[] {
  const lines = issues.flatMap((issue, at) => {
    const where = issue.cell ? ` ${placeOf(issue.sheet, issue.cell)}` : '';
    const line = `  ${issue.severity} ${issue.code}${where}: ${issue.message.vi}`;
    // Where one cell after the other is to be corrected in the same way, that is said once, below the last of them.
    const last = issue.hint !== undefined && issue.hint.vi !== issues[at + 1]?.hint?.vi;
    return last ? [line, `    Cách sửa: ${issue.hint.vi}`] : [line];
  });
  return issuesOmitted === 0
    ? lines
    : [...lines, `  … và ${formatDecimal(String(issuesOmitted))} lỗi khác không liệt kê.`];
}

function changesTold({ changes, counts }: AttachedResult): string[] {
  if (changes.length === 0) return [];
  const several = new Set(changes.map(({ place }) => place)).size > 1;
  const told = changes.slice(0, CHANGES_TOLD).map((change) => `    ${changeTold(change, several)}`);
  const more = counts.new + counts.changed + counts.removed - told.length;
  return [
    '  Thay đổi so với phiên bản trước:',
    ...told,
    ...(more > 0 ? [`    … và ${formatDecimal(String(more))} thay đổi khác.`] : []),
  ];
}

function changeTold(
  { indicatorCode, place, breakdown, measure, sheet, cell, before, after }: FigureChange,
  places: boolean,
): string {
  const part = Object.entries(breakdown).map(([dimension, value]) => `${dimension}=${value}`);
  const what = [indicatorCode, ...(part.length > 0 ? [`(${part.join(', ')})`] : []), ...(places ? [place] : [])].join(
    ' ',
  );
  const where = cell === null ? '' : `${placeOf(sheet, cell)} `;
  return `${where}${what}, ${MEASURES[measure] ?? measure}: ${said(before, 'chưa có')} → ${said(after, 'không còn')}`;
}

function said(figure: SaidFigure | null, none: string): string {
  if (figure === null) return none;
  const { value, missing, status, qualifier } = figure;
  if (value === null) return MISSING[missing ?? ''] ?? String(missing);
  return `${QUALIFIERS[qualifier ?? ''] ?? ''}${formatDecimal(value)}${STATUSES[status] ?? ''}`;
}

function placeOf(sheet: string | null, cell: string): string {
  return sheet === null ? cell : `${sheet}!${cell}`;
}
