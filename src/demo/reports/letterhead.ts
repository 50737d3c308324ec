import type { FormSpec } from '../../catalogue/form/form.spec.ts';
import { addDays, dateParts } from '../../ground/period/local-date.ts';
import { periodLabel } from '../../ground/period/period.ts';
import type { PrintedCell } from './printed-sheet.ts';
import type { DemoReport } from './schedule.ts';

/** Said in the heading of every file of the demo, and kept with every entry without one. */
export const SYNTHETIC_NOTE = 'SỐ LIỆU GIẢ LẬP';

/** Names as they are on the last day of the data. */
export interface ReportNames {
  /** `Tỉnh An Giang`. */
  readonly place: string;
  /** `An Giang`. */
  readonly placeShort: string;
  /** `Liên đoàn Lao động tỉnh An Giang`. */
  readonly organisation: string;
  /** The Fatherland Front's committee that the organisation belongs to since 1 July 2025; null before, and for the UBND. */
  readonly parent: string | null;
}

/** What stands above the table: quốc hiệu and issuer, title, period, and that nothing here is real. */
export function letterhead(report: DemoReport, form: FormSpec, names: ReportNames, right: number): PrintedCell[][] {
  const { dataFrom, dataTo } = report.period;
  const { year, month, day } = dateParts(addDays(dataTo, 2));
  const seat = names.place.startsWith('Thành phố') ? names.place : names.placeShort;
  const beside = (left: string, text: string): PrintedCell[] => [
    left,
    ...Array.from({ length: right - 1 }, () => null),
    text,
  ];
  const title = `BÁO CÁO ${inSentence(form.titleVi)} ${inSentence(periodLabel(report.period, 'vi'))}`;
  return [
    beside(names.parent?.toUpperCase() ?? '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    beside(names.organisation.toUpperCase(), 'Độc lập - Tự do - Hạnh phúc'),
    beside(SYNTHETIC_NOTE, `${seat}, ngày ${day} tháng ${month} năm ${year}`),
    [],
    [title],
    [`(Số liệu tính từ ngày ${dayMonthYear(dataFrom)} đến ngày ${dayMonthYear(dataTo)})`],
    [`${SYNTHETIC_NOTE}: bản trình diễn của Phối Hợp, không phải số liệu của cơ quan, tổ chức nào`],
  ];
}

function inSentence(label: string): string {
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

function dayMonthYear(date: string): string {
  const { year, month, day } = dateParts(date);
  return `${day}/${month}/${year}`;
}

/** What stands below the table. Nobody has signed a report that nobody made. */
export function signatures({ kind }: DemoReport, right: number): PrintedCell[][] {
  const [authority, office] =
    kind === 'UBND'
      ? ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']
      : ['TM. BAN THƯỜNG VỤ', kind === 'TD' ? 'BÍ THƯ' : 'CHỦ TỊCH'];
  const line = (left: string, middle: string | null, end: string): PrintedCell[] => [
    left,
    middle,
    ...Array.from({ length: right - 2 }, () => null),
    end,
  ];
  return [
    [],
    line('Nơi nhận:', 'NGƯỜI LẬP BIỂU', authority),
    line('- Như trên;', '(giả lập, không ký tên)', office),
    line('- Lưu: VT.', null, '(giả lập, không ký tên)'),
  ];
}
