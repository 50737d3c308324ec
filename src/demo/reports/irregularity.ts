import type { GivenFigure } from '../../report/intake/given-figures.ts';
import type { DemoReport } from './schedule.ts';

type Change = (figure: GivenFigure) => readonly GivenFigure[];

/** What makes a report less than perfect, as reports are. The key is its name, with `#1` for a first attempt. */
const CHANGES: Readonly<Record<string, readonly Change[]>> = {
  // Nothing arose, and nobody counted the models: nil returns.
  'UBND-PH-01 77 2025-Q1': [unknown('CD_HCM_MODELS')],
  'UBND-PH-01 91 2026-10': [unknown('CD_HCM_MODELS')],
  // The figures of the year before were not found again.
  'LDLD-01 77 2024-Q4': [withoutLastYear],
  'HPN-01 77 2024-Q4': [withoutLastYear],
  // Corrected by a second version: a digit too few, two digits exchanged, a count left out.
  'LDLD-01 91 2026-Q1 #1': [
    scaled('LD_HOUSES_VALUE', (value) => value / 10n - ((value / 10n) % 100_000n)),
    scaled('LD_LEGAL_ADVICE', (value) => value + 270n),
    dash('LD_INITIATIVES'),
    dash('LD_INITIATIVES_VALUE'),
  ],
  // Sent before the half-year was over, and replaced by the official numbers.
  'HND-01 79 2026-S1 #1': [roundedFlows, estimated],
  // An estimate that nobody has replaced yet.
  'CCB-01 79 2026-Q3': [estimated],
  // Preliminary, as figures of a month are.
  'TD-01 79 2026-11': [(figure) => [inPeriod(figure) ? { ...figure, status: 'PRELIMINARY' } : figure]],
  // “trên …” in the column of the year before.
  'TD-01 79 2026-Q2': [overLastYear('TN_TREES')],
  // Refused: the parts do not add up, and a number that must be there is not.
  'LDLD-01 91 2026-Q3 #1': [
    (figure) =>
      figure.indicator === 'LD_MEMBERS_ADMITTED' && figure.breakdown?.['sector'] === 'FDI' && inPeriod(figure)
        ? [withValue(figure, (value) => value + 100n)]
        : [figure],
    (figure) => (figure.indicator === 'LD_HOUSES' && inPeriod(figure) ? [without(figure, 'BLANK')] : [figure]),
  ],
  // Communes that did not answer: left out, or written down as not known yet.
  'TD-02X 91 2026-Q1': [(figure) => (SILENT.has(figure.area ?? '') ? [] : [figure])],
  'LDLD-02X 79 2026-Q3': [(figure) => [LATE.has(figure.area ?? '') ? without(figure, 'NOT_AVAILABLE') : figure]],
};

/** Communes of An Giang missing in the Youth Union's first quarter of 2026. */
const SILENT: ReadonlySet<string> = new Set(['30292', '30337', '31078']);
/** Communes of Thành phố Hồ Chí Minh that had no numbers for the third quarter of 2026. */
const LATE: ReadonlySet<string> = new Set(['26740', '26737']);

/** The figures as they were really sent. */
export function asSent(report: DemoReport, figures: readonly GivenFigure[]): GivenFigure[] {
  const changes = [...(CHANGES[`${report.name} #${report.attempt}`] ?? []), ...(CHANGES[report.name] ?? [])];
  return changes.reduce<GivenFigure[]>((sent, change) => sent.flatMap(change), [...figures]);
}

function inPeriod({ measure }: GivenFigure): boolean {
  return measure === 'inPeriod';
}

/** Of the period or since the year began: a mistake in one is a mistake in the other. */
function thisYear({ measure }: GivenFigure): boolean {
  return measure === 'inPeriod' || measure === 'cumulative';
}

function without(figure: GivenFigure, missing: NonNullable<GivenFigure['missing']>): GivenFigure {
  return { ...figure, value: null, missing };
}

function withValue(figure: GivenFigure, change: (value: bigint) => bigint): GivenFigure {
  return figure.value === null ? figure : { ...figure, value: change(BigInt(figure.value)).toString() };
}

function unknown(indicator: string): Change {
  return (figure) => [figure.indicator === indicator && thisYear(figure) ? without(figure, 'NOT_AVAILABLE') : figure];
}

function withoutLastYear(figure: GivenFigure): GivenFigure[] {
  return [figure.measure === 'samePeriodLastYear' ? without(figure, 'NOT_AVAILABLE') : figure];
}

function scaled(indicator: string, change: (value: bigint) => bigint): Change {
  return (figure) => [figure.indicator === indicator && thisYear(figure) ? withValue(figure, change) : figure];
}

function dash(indicator: string): Change {
  return (figure) => [figure.indicator === indicator && thisYear(figure) ? without(figure, 'NOT_ARISEN') : figure];
}

function estimated(figure: GivenFigure): GivenFigure[] {
  return [inPeriod(figure) ? { ...figure, status: 'ESTIMATE' } : figure];
}

/** What people do who estimate: the last digit is a zero. Stocks and percentages are known as they are. */
function roundedFlows(figure: GivenFigure): GivenFigure[] {
  const known = /_(?:MEMBERS|PCT|REG|SXKDG|FUND|DEBT|BORROWERS|BRANCHES)$/.test(figure.indicator);
  if (known || !thisYear(figure) || figure.value === null || figure.value.includes('.')) return [figure];
  return [withValue(figure, (value) => (value < 100n ? value : value - (value % 10n)))];
}

function overLastYear(indicator: string): Change {
  return (figure) => [
    figure.indicator === indicator && figure.measure === 'samePeriodLastYear'
      ? { ...withValue(figure, (value) => value - (value % 1000n)), qualifier: 'OVER' }
      : figure,
  ];
}
