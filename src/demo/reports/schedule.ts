import { comparePeriods, type Period, parsePeriodKey } from '../../ground/period/period.ts';
import { type DemoProvince, provincesOn, type ReportingKind } from './territory.ts';

/** How a report of the demo comes in: as figures, or as a file that the demo writes first. */
export type Way = 'GIVEN' | 'XLSX' | 'CSV';

/** One report as one organisation sends it once. */
export interface DemoReport {
  /** Form, province and period: `LDLD-01 91 2026-S1`. Two that follow each other under one name are versions. */
  readonly name: string;
  readonly form: string;
  readonly kind: ReportingKind;
  readonly province: DemoProvince;
  readonly period: Period;
  readonly way: Way;
  /** How often it has been sent in, this time included. */
  readonly attempt: number;
  /** What the demo means to become of it. */
  readonly outcome: 'PUBLISHED' | 'DRAFT' | 'REFUSED';
}

/** The forms with one row an indicator; every actor that has a form has one. */
const FORMS: readonly (readonly [form: string, kind: ReportingKind])[] = [
  ['LDLD-01', 'LDLD'],
  ['HPN-01', 'HPN'],
  ['TD-01', 'TD'],
  ['HND-01', 'HND'],
  ['CCB-01', 'CCB'],
  ['UBND-PH-01', 'UBND'],
];

/** What everybody reports: two years of quarters, the halves and the year between them. */
const PERIODS = [
  '2024-Q4',
  '2025-Q1',
  '2025-Q2',
  '2025-S1',
  '2025-Q3',
  '2025-Q4',
  '2025',
  '2026-Q1',
  '2026-Q2',
  '2026-S1',
  '2026-Q3',
] as const;

/** What only some report: figures by commune, which began in 2026, nine months, and the months since the last quarter. */
const MORE = [
  'LDLD-02X 91 2026-Q1',
  'LDLD-02X 91 2026-Q2',
  'LDLD-02X 91 2026-Q3',
  'LDLD-02X 79 2026-Q2',
  'LDLD-02X 79 2026-Q3',
  'TD-02X 91 2026-Q1',
  'TD-02X 91 2026-Q2',
  'TD-02X 91 2026-S1',
  'TD-02X 91 2026-Q3',
  'TD-02X 79 2026-Q2',
  'TD-02X 79 2026-Q3',
  'LDLD-01 91 2026-9M',
  'LDLD-01 79 2026-9M',
  'LDLD-01 91 2026-10',
  'LDLD-01 79 2026-10',
  'TD-01 79 2026-10',
  'UBND-PH-01 91 2026-10',
  'LDLD-01 91 2026-11',
  'TD-01 79 2026-11',
] as const;

/** What never came. In 2026 the Youth Union of An Giang reports by commune only, so its province is the sum of them. */
const NOT_SENT: ReadonlySet<string> = new Set([
  'CCB-01 91 2024-Q4',
  'HND-01 74 2025-Q2',
  'TD-01 91 2026-Q1',
  'TD-01 91 2026-Q2',
  'TD-01 91 2026-S1',
  'TD-01 91 2026-Q3',
  'HND-01 91 2026-Q3',
]);

/** What comes as a file: 24 of them with the repeated ones. */
const FILES: ReadonlyMap<string, Way> = new Map([
  ['LDLD-01 89 2025-S1', 'XLSX'],
  ['LDLD-01 91 2025-S1', 'XLSX'],
  ['LDLD-01 79 2025-S1', 'XLSX'],
  ['LDLD-01 74 2025-S1', 'XLSX'],
  ['LDLD-01 77 2025-S1', 'XLSX'],
  ['LDLD-01 91 2026-Q1', 'XLSX'],
  ['LDLD-01 91 2026-S1', 'XLSX'],
  ['HPN-01 91 2026-S1', 'CSV'],
  ['TD-02X 91 2026-S1', 'XLSX'],
  ['HND-01 91 2026-S1', 'XLSX'],
  ['CCB-01 91 2026-S1', 'XLSX'],
  ['UBND-PH-01 91 2026-S1', 'XLSX'],
  ['LDLD-01 79 2026-S1', 'XLSX'],
  ['HPN-01 79 2026-S1', 'XLSX'],
  ['TD-01 79 2026-S1', 'XLSX'],
  ['HND-01 79 2026-S1', 'XLSX'],
  ['LDLD-01 91 2026-Q3', 'XLSX'],
  ['LDLD-02X 91 2026-Q3', 'XLSX'],
  ['TD-02X 79 2026-Q3', 'XLSX'],
  ['CCB-01 79 2026-Q3', 'CSV'],
  ['LDLD-01 91 2026-11', 'XLSX'],
]);

/** What was sent twice: corrected after it had been published, or after it had been refused. */
const SENT_TWICE: ReadonlyMap<string, DemoReport['outcome']> = new Map([
  ['LDLD-01 91 2026-Q1', 'PUBLISHED'],
  ['HND-01 79 2026-S1', 'PUBLISHED'],
  ['LDLD-01 91 2026-Q3', 'REFUSED'],
]);

/** What has come and is not published yet. */
const DRAFTS: ReadonlySet<string> = new Set(['LDLD-01 91 2026-11']);

/** Every report of the demo in the order in which they come: by the day their data end, then by length, province and form. */
export function demoSchedule(): DemoReport[] {
  const everybody = PERIODS.flatMap((key) =>
    provincesOn(periodOf(key).dataTo).flatMap(({ code }) => FORMS.map(([form]) => `${form} ${code} ${key}`)),
  );
  return [...everybody.filter((name) => !NOT_SENT.has(name)), ...MORE]
    .flatMap(sendings)
    .map((report, at) => ({ report, at }))
    .toSorted((a, b) => comparePeriods(a.report.period, b.report.period) || a.at - b.at)
    .map(({ report }) => report);
}

function sendings(name: string): DemoReport[] {
  const [form = '', code = '', key = ''] = name.split(' ');
  const period = periodOf(key);
  const province = provincesOn(period.dataTo).find((one) => one.code === code);
  const [, kind] = FORMS.find(([known]) => known.split('-')[0] === form.split('-')[0]) ?? [];
  if (!province || !kind) throw new Error(`The demo has no province or kind for ${name}.`);
  const report = { name, form, kind, province, period, way: FILES.get(name) ?? 'GIVEN' } as const;
  const last = { ...report, outcome: DRAFTS.has(name) ? 'DRAFT' : 'PUBLISHED' } as const;
  const first = SENT_TWICE.get(name);
  return first === undefined
    ? [{ ...last, attempt: 1 }]
    : [
        { ...report, outcome: first, attempt: 1 },
        { ...last, attempt: 2 },
      ];
}

function periodOf(key: string): Period {
  const period = parsePeriodKey(key);
  if (!period) throw new Error(`The demo names a period that is none: ${key}.`);
  return period;
}
