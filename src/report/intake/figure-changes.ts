import { parseBreakdownKey } from '../../catalogue/form/form.spec.ts';
import type { ComparableFigure, FigureDiff } from '../figure/diff.ts';
import type { NewFigure } from '../figure/figure.store.ts';
import type { Prepared } from './read-figures.ts';

/** What a figure says: a number, or why there is none. */
export interface SaidFigure {
  /** Decimal string in the indicator's base unit; null exactly where `missing` is set. */
  readonly value: string | null;
  readonly missing: string | null;
  readonly status: string;
  readonly qualifier: string | null;
}

/** How one figure differs from the version before; `before` null where it is new, `after` null where it is gone. */
export interface FigureChange {
  readonly indicatorCode: string;
  /** Code of the place. */
  readonly place: string;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly measure: string;
  /** Where it stands now; null where it is gone. */
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly before: SaidFigure | null;
  readonly after: SaidFigure | null;
}

/** Differences that are told one by one; the counts tell of all. */
const MOST_CHANGES = 5_000;

/** The difference from the version before, cell by cell in the order of the file; empty where there is none before. */
export function changesOf(prepared: Prepared, diff: FigureDiff<NewFigure>, hasBefore: boolean): FigureChange[] {
  if (!hasBefore) return [];
  const name = namer(prepared);
  const changes = [
    ...diff.changed.map(({ before, after }) => ({
      ...name(after),
      ...cellOf(after),
      before: said(before),
      after: said(after),
    })),
    ...diff.added.map((after) => ({ ...name(after), ...cellOf(after), before: null, after: said(after) })),
    ...diff.removed.map((before) => ({ ...name(before), sheet: null, cell: null, before: said(before), after: null })),
  ];
  return changes.slice(0, MOST_CHANGES);
}

function namer({
  known,
  areas,
  indicatorIds,
}: Prepared): (figure: ComparableFigure) => Pick<FigureChange, 'indicatorCode' | 'place' | 'breakdown' | 'measure'> {
  const indicators = new Map([...indicatorIds].map(([code, id]) => [id, code]));
  const places = new Map(areas.map(({ id, code }) => [id, code]));
  return ({ indicatorId, placeId, breakdown, measure }) => ({
    indicatorCode: indicators.get(indicatorId) ?? '',
    place: placeId === known.place.id ? known.place.code : (places.get(placeId) ?? ''),
    breakdown: parseBreakdownKey(breakdown),
    measure,
  });
}

function cellOf({ sheet, cell }: NewFigure): Pick<FigureChange, 'sheet' | 'cell'> {
  return { sheet, cell };
}

function said({ value, missing, status, qualifier }: ComparableFigure): SaidFigure {
  return { value, missing, status, qualifier };
}
