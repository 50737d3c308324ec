import { strongestReason, type MissingReason } from '../../ground/period/missing.ts';
import type { DataWindow } from '../../ground/period/period.ts';
import type { FigureCell, RollUp } from '../../ground/period/roll-up.ts';
import type { Column, KnownPeriod, TableIndicator, TablePlace } from './cell.ts';
import type { Source } from './source.ts';
import type { TableData, TableFigure, TableReports, TableTotal } from './table-data.ts';

/** One way to work out a cell: under one form, from the place's own figures or from the places below. */
export interface Candidate {
  roll: RollUp;
  /** Whether it may answer; another way to the same number is only compared with the answer. */
  answers: boolean;
  /** For exactly this place and period. */
  reported: boolean;
  /** From the place's own figures wherever it has them; false: from the places below alone. */
  own: boolean;
  formCode: string;
  daysCovered: number;
  coarserOnly: boolean;
  placesReceived: number | null;
  reports: readonly TableReports[];
  sources: Source[];
  /** For a flow: the days that its numbers stand for. */
  spans: readonly DataWindow[];
}

/** What a candidate is worked out for. */
export interface Question {
  data: TableData;
  indicator: TableIndicator;
  place: TablePlace;
  organisationId: number;
  column: Column;
  /** Days that another place answers for: a province and the one it was merged into must not both count them. */
  taken?: readonly DataWindow[];
}

/** Of the reports of these periods, those that bring figures of the place: its own, the province's, and for a province all below it. */
export function reportsFor(
  { place }: Question,
  reports: readonly TableReports[],
  periods: ReadonlySet<number>,
): TableReports[] {
  const bring = (entry: TableReports): boolean =>
    place.level === 'PROVINCE' ||
    entry.placeId === place.id ||
    (entry.placeId !== null && entry.placeId === place.provinceId);
  return reports.filter((entry) => periods.has(entry.period.id) && bring(entry));
}

/** Where to find the figures of a value again; none where no period brought any. */
export function sourceOf(
  question: Question,
  formId: number,
  rule: 'SUM' | 'LAST',
  own: boolean,
  periodIds: number[] | null,
): Source[] {
  if (periodIds?.length === 0) return [];
  const { place, organisationId, column } = question;
  return [
    {
      rule,
      provinceId: place.provinceId ?? place.id,
      organisationId,
      formId,
      placeId: place.id,
      own,
      periodIds: periodIds ?? [],
      window: { key: column.key, dataFrom: column.dataFrom, dataTo: column.dataTo },
    },
  ];
}

/** A figure as the roll-up takes it. */
export function figureCell(figure: TableFigure, period: KnownPeriod): FigureCell & { period: KnownPeriod } {
  return {
    period,
    value: figure.value,
    missing: figure.missing,
    status: figure.status === 'OFFICIAL' ? 'OK' : figure.status,
  };
}

/** Why a total has no number: nothing arose anywhere, or something is missing. */
export function missingOf(total: TableTotal): MissingReason | null {
  if (total.present > 0) return null;
  return total.notArisen === total.places ? 'NOT_ARISEN' : strongestReason(['BLANK']);
}
