import { normalise, toneNormal } from '../../../ground/text/fold.ts';
import { cellAt, mergeAt, shownText } from '../workbook/sheet.ts';
import type { Grid } from '../workbook/sheet.ts';

/** The heading rows of a table, ends included, and what stands over each column. */
export interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
  /** First row behind the headings and the row of column numbers. */
  readonly bodyTop: number;
  /** For each column its headings from the top down, each merged text once. */
  readonly headings: readonly (readonly string[])[];
}

const MOST_HEADING_ROWS = 4;
/** '(1)', '4', '(5)=(4)/(3)', 'A': what stands in the row that numbers the columns. */
const COLUMN_NUMBER = /^\(?(?:\d{1,2}|[a-zđ])\)?(?:\s*=[\s\d()+\-*/x:%]*)?$/u;

/** The heading rows that begin at a row, told by merged cells and by rows whose label column is empty. */
export function headerBlock(grid: Grid, top: number, labelColumn: number): HeaderBlock {
  let bottom = mergeAt(grid, top, labelColumn)?.bottom ?? top;
  while (bottom - top + 1 < MOST_HEADING_ROWS && isSubheading(grid, bottom + 1, labelColumn)) bottom++;
  const headings = Array.from({ length: grid.width }, (_, column) => stack(grid, top, bottom, column));
  let bodyTop = bottom + 1;
  while (isNumbering(grid, bodyTop)) bodyTop++;
  return { top, bottom, bodyTop, headings };
}

function isSubheading(grid: Grid, row: number, labelColumn: number): boolean {
  const cells = grid.row(row).filter((cell) => cell !== undefined && cell.kind !== 'EMPTY');
  if (cells.length === 0 || shownText(grid, row, labelColumn).trim() !== '' || isNumbering(grid, row)) return false;
  return cells.every((cell) => cell?.kind === 'TEXT' && /\p{L}/u.test(cell.text));
}

function isNumbering(grid: Grid, row: number): boolean {
  const cells = grid.row(row).filter((cell) => cell !== undefined && cell.kind !== 'EMPTY');
  return cells.length >= 3 && cells.every((cell) => COLUMN_NUMBER.test(toneNormal(cell?.text ?? '')));
}

function stack(grid: Grid, top: number, bottom: number, column: number): string[] {
  const texts: string[] = [];
  for (let row = top; row <= bottom; row++) {
    let text = normalise(shownText(grid, row, column));
    if (text === '' && row === top && bottom > top) text = groupToTheLeft(grid, row, column);
    if (text !== '' && text !== texts.at(-1)) texts.push(text);
  }
  return texts;
}

/** Without merged cells, as in CSV, an empty cell over a subheading carries on the group to its left. */
function groupToTheLeft(grid: Grid, row: number, column: number): string {
  if (hasMergedGroup(grid, row)) return '';
  for (let at = column; at >= 0 && cellAt(grid, row + 1, at).text.trim() !== ''; at--) {
    const text = normalise(cellAt(grid, row, at).text);
    if (text !== '') return text;
  }
  return '';
}

/** Whether a row's groups are merged over their columns, so that an empty cell beside them belongs to none. */
function hasMergedGroup(grid: Grid, row: number): boolean {
  for (let column = 0; column < grid.width; column++) {
    const merge = mergeAt(grid, row, column);
    if (merge !== undefined && merge.top === row && merge.right > merge.left) return true;
  }
  return false;
}

/** A heading of one level that names its group and itself, as two: “Đoàn viên - Tổng số”, “Năm 2025 – Cùng kỳ”. */
export function levelsOf(heading: string): readonly string[] {
  const match = /^(.+?)\s*(?:\s[-–—]\s|:\s)\s*(.+)$/su.exec(heading);
  return match === null ? [] : [match[1] ?? '', match[2] ?? ''];
}

/** What a column is for, besides its numbers. */
export type ColumnRole = 'STT' | 'CODE' | 'LABEL' | 'UNIT';

const LONGEST_ROLE = 60;
const STT = /^(?:stt|tt|số tt|số thứ tự)$/u;
const INDICATOR_LABEL =
  /^(?:(?:các |tên |nội dung )?chỉ tiêu|(?:các )?nội dung(?: công việc| thực hiện| báo cáo|,? chỉ tiêu)?|hạng mục|chỉ tiêu,? nội dung|chỉ tiêu chủ yếu)$/u;
const UNIT = /^(?:đơn vị tính|đvt|đơn vị|đv tính|đvị tính)$/u;
const AREA_LABEL =
  /^(?:(?:tên )?đơn vị(?: hành chính| cấp xã)?(?: cấp xã)?|(?:tên )?(?:đvhc|địa phương|địa bàn)|(?:tên )?xã(?:, ?phường|\/phường)?(?:, ?đặc khu|\/đặc khu)?|(?:tên )?phường(?:, ?xã|\/xã)(?:, ?đặc khu|\/đặc khu)?)$/u;
const AREA_CODE = /^mã(?: số)?(?: (?:đvhc|đơn vị|xã|đơn vị hành chính|địa bàn))?$/u;

/** The role a heading names in a table of indicator rows ('INDICATOR') or of area rows ('AREA'); null for numbers and notes. */
export function columnRole(heading: string, table: 'INDICATOR' | 'AREA'): ColumnRole | null {
  // Rows are asked one after the other: most texts of a sheet are far too long for a role, or none at all.
  if (heading === '' || heading.length > LONGEST_ROLE) return null;
  // The English of a heading in two languages stands in brackets.
  const text = toneNormal(heading.replace(/\([A-Za-z][A-Za-z\s/,.&'-]*\)/g, ' '))
    .replace(/[.:]+/g, '')
    .trim();
  if (STT.test(text)) return 'STT';
  if (table === 'AREA') return AREA_CODE.test(text) ? 'CODE' : AREA_LABEL.test(text) ? 'LABEL' : null;
  return INDICATOR_LABEL.test(text) ? 'LABEL' : UNIT.test(text) ? 'UNIT' : null;
}
