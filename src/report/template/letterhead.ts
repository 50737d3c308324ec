import type { OrganisationKind } from '../../catalogue/organisation/organisation.kind.ts';
import { dateParts } from '../../ground/period/local-date.ts';
import { type Period, periodLabel } from '../../ground/period/period.ts';
import { addressAt, type SheetCanvas } from './sheet-canvas.ts';
import type { TemplateInput } from './template-input.ts';

/** Characters that the names of an organisation need on a line. */
const BLOCK_WIDTH = 46;
const LINE_HEIGHT = 18;
/** Capital letters are wider than the digits by which a spreadsheet measures its columns. */
const CAPITAL_WIDTH = 1.1;

/** First row behind what stands above the table. */
export const TABLE_TOP = 9;

/** How many of the columns a block of text takes, from one side. */
function spanOf(widths: readonly number[]): number {
  let taken = 0;
  const at = widths.findIndex((width) => (taken += width) >= BLOCK_WIDTH);
  return Math.max(1, at < 0 ? widths.length - 1 : at + 1);
}

/** The columns of the blocks on the left and on the right: where the left one ends and the right one begins. */
function blocksOf(widths: readonly number[]): { leftEnd: number; rightStart: number } {
  // One column at least lies between them, for whoever made the table.
  const leftEnd = Math.min(spanOf(widths), widths.length - 2);
  return { leftEnd, rightStart: Math.max(leftEnd + 2, widths.length + 1 - spanOf([...widths].reverse())) };
}

/** Tên cơ quan, quốc hiệu, number and date to be filled in, title, period and the days of the data. */
export function drawLetterhead(canvas: SheetCanvas, input: TemplateInput, widths: readonly number[]): void {
  const { organisation, form, period, place, province } = input;
  const { leftEnd, rightStart } = blocksOf(widths);
  const width = widths.length;
  const pair = (row: number, left: Styled, right: Styled): void => {
    canvas.merge([row, 1], [row, leftEnd], left[0], left[1]);
    canvas.merge([row, rightStart], [row, width], right[0], right[1]);
  };
  canvas.merge([1, rightStart], [1, width], 'formCode', `Biểu ${form.code}`);
  const own: Styled = ['organisation', upper(organisation.name)];
  const [second, third]: [Styled, Styled] =
    organisation.superior === null ? [own, ['text', '']] : [['superior', upper(organisation.superior)], own];
  pair(2, second, ['nation', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']);
  pair(3, third, ['motto', 'Độc lập - Tự do - Hạnh phúc']);
  const { year } = dateParts(period.dataTo);
  const seat = province.name.replace(/^Tỉnh /u, '');
  pair(4, ['blank', 'Số: ……/BC-……'], ['blank', `${seat}, ngày …… tháng …… năm ${year}`]);
  const title = /^biểu /iu.test(form.titleVi) ? form.titleVi : `Báo cáo ${form.titleVi}`;
  canvas.merge([5, 1], [5, width], 'title', upper(title));
  const where = place.name === province.name ? '' : ` – ${place.name}`;
  canvas.merge([6, 1], [6, width], 'subtitle', `Kỳ báo cáo: ${periodInWords(period)}${where}`);
  canvas.merge([7, 1], [7, width], 'window', `(${windowInWords(period)})`);
  const left = widths.slice(0, leftEnd).reduce((sum, one) => sum + one, 0);
  const tall = ([, text]: Styled): number => LINE_HEIGHT * Math.max(1, Math.ceil((text.length * CAPITAL_WIDTH) / left));
  const heights = [15, tall(second), tall(third), 24, 28, LINE_HEIGHT, LINE_HEIGHT, 8];
  for (const [at, height] of heights.entries()) canvas.heights.set(at + 1, height);
}

type Styled = readonly [style: 'text' | 'superior' | 'organisation' | 'nation' | 'motto' | 'blank', text: string];

/** `6 tháng đầu năm 2026`, `quý II/2026`. */
export function periodInWords(period: Period): string {
  const label = periodLabel(period, 'vi');
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** `Số liệu từ ngày 15/12/2025 đến ngày 14/6/2026`, as intake checks it. */
export function windowInWords({ dataFrom, dataTo }: Period): string {
  return `Số liệu từ ngày ${dayMonthYear(dataFrom)} đến ngày ${dayMonthYear(dataTo)}`;
}

/** `14/6/2026`. */
function dayMonthYear(date: string): string {
  const { year, month, day } = dateParts(date);
  return `${day}/${month}/${year}`;
}

function upper(text: string): string {
  return text.toUpperCase();
}

/** In whose name a report is signed, and by whom. */
const SIGNERS: Readonly<Record<OrganisationKind, readonly [authority: string, office: string]>> = {
  LDLD: ['TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH'],
  HPN: ['TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH'],
  TD: ['TM. BAN THƯỜNG VỤ', 'BÍ THƯ'],
  HND: ['TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH'],
  CCB: ['TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH'],
  UBND: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
  MTTQ: ['TM. BAN THƯỜNG TRỰC', 'CHỦ TỊCH'],
};

/** What stands below the table: the marks, the addressees, who made the table and who signs. Answers the last row. */
export function drawSignatures(
  canvas: SheetCanvas,
  { organisation }: TemplateInput,
  widths: readonly number[],
  top: number,
): number {
  const { leftEnd, rightStart } = blocksOf(widths);
  const width = widths.length;
  const marks = 'Ký hiệu: (-) không phát sinh; (x) không áp dụng; (…) chưa có số liệu; ô để trống là chưa báo cáo.';
  canvas.merge([top, 1], [top, width], 'remark', marks);
  const [authority, office] = SIGNERS[organisation.kind];
  const [first, second, space, names] = [top + 2, top + 3, top + 4, top + 5];
  canvas.merge([first, 1], [first, leftEnd], 'recipients', 'Nơi nhận:');
  canvas.merge([second, 1], [second, leftEnd], 'recipientsOpen', '- Như trên;');
  canvas.merge([space, 1], [space, leftEnd], 'recipientsOpen', '- Lưu: VT.');
  canvas.merge([first, leftEnd + 1], [first, rightStart - 1], 'signer', 'NGƯỜI LẬP BIỂU');
  canvas.merge([names, leftEnd + 1], [names, rightStart - 1], 'signerOpen', '');
  canvas.merge([first, rightStart], [first, width], 'signerOpen', authority);
  canvas.merge([second, rightStart], [second, width], 'signerOpen', office);
  canvas.merge([names, rightStart], [names, width], 'signerOpen', '');
  canvas.heights.set(space, 48);
  list(canvas, addressAt(first, rightStart), [authority, `KT. ${office}`, `TL. ${office}`, `TUQ. ${office}`]);
  list(canvas, addressAt(second, rightStart), [office, `PHÓ ${office}`, 'CHÁNH VĂN PHÒNG']);
  return names;
}

/** A choice that may be left for another text. */
function list(canvas: SheetCanvas, range: string, options: readonly string[]): void {
  const prompt = 'Chọn thẩm quyền và chức vụ ký, hoặc ghi trực tiếp.';
  canvas.rules.push({ range, kind: 'list', formula: `"${options.join(',')}"`, prompt, warning: null });
}
