import { daysInMonth } from '../../../src/ground/period/local-date.ts';
import type { ReportWindow } from '../../../src/report/intake/reading.ts';
import type { NominalChoice } from './description.ts';
import type { Draw } from './draw.ts';

const ROMAN = ['I', 'II', 'III', 'IV'];

/** Last month of a period. */
export function lastMonth({ kind, number }: NominalChoice): number {
  return { MONTH: number, QUARTER: number * 3, HALF_YEAR: 6, NINE_MONTHS: 9, YEAR: 12 }[kind];
}

/** Whether the period begins with the year, so that the period's number is the cumulative one. */
export function beginsYear({ kind, number }: NominalChoice): boolean {
  return (kind !== 'MONTH' && kind !== 'QUARTER') || number === 1;
}

/** The days a period covers: from the 15th to the 14th. */
export function windowOf(period: NominalChoice): ReportWindow {
  const last = lastMonth(period);
  const months = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, NINE_MONTHS: 9, YEAR: 12 }[period.kind];
  const before = last - months;
  const [year, month] = before === 0 ? [period.year - 1, 12] : [period.year, before];
  return { kind: period.kind, dataFrom: isoDate(year, month, 15), dataTo: isoDate(period.year, last, 14) };
}

function isoDate(year: number, month: number, day: number): string {
  if (day > daysInMonth(year, month)) throw new Error(`Expected a day of month ${month}, got ${day}.`);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The period without its year; '' for a whole year. */
export function bareWords({ kind, number }: NominalChoice): string {
  const names = { MONTH: `tháng ${number}`, QUARTER: `quý ${ROMAN[number - 1]}`, YEAR: '' };
  return { ...names, HALF_YEAR: '6 tháng đầu năm', NINE_MONTHS: '9 tháng đầu năm' }[kind];
}

/** The period in the words of titles and headings, the official one first. */
export function periodWords(period: NominalChoice): string[] {
  const { kind, number, year } = period;
  const roman = ROMAN[number - 1];
  return {
    MONTH: [`tháng ${number} năm ${year}`, `tháng ${number}/${year}`],
    QUARTER: [`Quý ${roman} năm ${year}`, `Quý ${roman}/${year}`],
    HALF_YEAR: [`6 tháng đầu năm ${year}`, `6T/${year}`, `6 tháng năm ${year}`],
    NINE_MONTHS: [`9 tháng đầu năm ${year}`, `9T/${year}`, `9 tháng năm ${year}`],
    YEAR: [`năm ${year}`],
  }[kind];
}

/** Another period of the same kind, for reports sent in under the wrong one. */
export function anotherPeriod(period: NominalChoice, draw: Draw): NominalChoice {
  const most = { MONTH: 12, QUARTER: 4, HALF_YEAR: 1, NINE_MONTHS: 1, YEAR: 1 }[period.kind];
  if (most > 1 && draw.chance(70)) return { ...period, number: (period.number % most) + 1 };
  return { ...period, year: period.year - 1 };
}

/** “15/12/2025” of an ISO date. */
export function printedDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day}/${month}/${year}`;
}
