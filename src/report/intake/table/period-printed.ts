import { toneNormal } from '../../../ground/text/fold.ts';
import { dateOf, daysInMonth } from '../../../ground/period/local-date.ts';
import { replacePeriods } from './match-header.ts';
import type { NamedPeriod } from './match-header.ts';

const DATE = String.raw`(?:ngày\s+)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})`;
const UNTIL = String.raw`\s*(?:đến|tới|-)\s*(?:hết\s+)?`;
const WINDOW = new RegExp(String.raw`từ\s+${DATE}${UNTIL}${DATE}`, 'u');
/** Two days and nothing else: “(15/12/2025 - 14/6/2026)”. */
const BARE_WINDOW = new RegExp(String.raw`^[\s(]*${DATE}${UNTIL}${DATE}[\s).]*$`, 'u');
/** The year stands behind the last day only: “Từ 15 tháng 3 đến 14 tháng 6 năm 2026”. */
const SHORT_WINDOW = new RegExp(
  String.raw`từ\s+(?:ngày\s+)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})${UNTIL}${DATE}`,
  'u',
);
/** The place and date line of a letterhead, and single dates, name no period. */
const SINGLE_DATES = /ngày\s+\d{1,2}\s*(?:\/|tháng\s+)\s*\d{1,2}(?:\s*(?:\/|năm)\s*\d{4})?|\d{1,2}\/\d{1,2}\/\d{4}/gu;

/** The data dates that a text states (“từ ngày 15/12/2025 đến ngày 14/6/2026”), as ISO dates; null when it states none. */
export function printedWindow(text: string): { from: string; to: string } | null {
  const plain = toneNormal(text);
  const match = WINDOW.exec(plain) ?? BARE_WINDOW.exec(plain);
  const numbers = match === null ? shortWindow(plain) : match.slice(1).map(Number);
  if (numbers === null) return null;
  const [d1 = 0, m1 = 0, y1 = 0, d2 = 0, m2 = 0, y2 = 0] = numbers;
  const from = isoDate(y1, m1, d1);
  const to = isoDate(y2, m2, d2);
  return from === null || to === null ? null : { from, to };
}

function shortWindow(plain: string): number[] | null {
  const match = SHORT_WINDOW.exec(plain);
  if (match === null) return null;
  const [d1 = 0, m1 = 0, d2 = 0, m2 = 0, y2 = 0] = match.slice(1).map(Number);
  return [d1, m1, m1 > m2 ? y2 - 1 : y2, d2, m2, y2];
}

function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dateOf(year, month, day);
}

/** The periods that a report's title names; a bare year counts only where nothing else is named. */
export function namedPeriods(title: string): NamedPeriod[] {
  const text = toneNormal(title).replace(SINGLE_DATES, ' ');
  const found: NamedPeriod[] = [];
  const rest = replacePeriods(text, (period) => {
    found.push(period);
    return ' ';
  });
  if (found.length > 0) return found;
  const years = [...rest.matchAll(/(?<!kế hoạch |chỉ tiêu |giai đoạn )năm (20\d\d)(?!\s*-)/gu)];
  return years.map(([, year]) => ({ firstMonth: 1, lastMonth: 12, year: Number(year) }));
}

/** The period of a line that says nothing else: “QUÝ II”, “(6 tháng đầu năm 2026)”, “Kỳ báo cáo: Tháng 5/2026”; else null. */
export function periodLine(text: string): NamedPeriod | null {
  const plain = toneNormal(text).replace(SINGLE_DATES, ' . ');
  const found: NamedPeriod[] = [];
  const rest = replacePeriods(plain, (period) => {
    found.push(period);
    return ' ';
  });
  const left = rest.replace(/kỳ(?: báo cáo)?|thời (?:gian|kỳ)|[\s():,;*–-]+/gu, '');
  const [only = null] = found;
  return left === '' && found.length === 1 ? only : null;
}

/** The year of a line that says nothing else: “Năm 2026”; null where it says more, or none. */
export function yearLine(text: string): number | null {
  const match = /^\(?(?:năm(?: báo cáo)?\s*:?\s*)?((?:19|20)\d\d)\)?$/u.exec(toneNormal(text));
  return match === null ? null : Number(match[1]);
}
