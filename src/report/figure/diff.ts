/** What of a figure a reader would see change. */
export interface ComparableFigure {
  placeId: number;
  indicatorId: number;
  measure: string;
  /** Key of the breakdown; empty for the whole. */
  breakdown: string;
  value: string | null;
  missing: string | null;
  status: string;
  qualifier: string | null;
}

/** How two versions of a report differ. */
export interface FigureDiff<F extends ComparableFigure> {
  added: F[];
  changed: { before: ComparableFigure; after: F }[];
  unchanged: F[];
  removed: ComparableFigure[];
}

/** The place of a figure within its report. */
function figureKey(figure: Pick<ComparableFigure, 'placeId' | 'indicatorId' | 'measure' | 'breakdown'>): string {
  return `${figure.placeId}|${figure.indicatorId}|${figure.measure}|${figure.breakdown}`;
}

/** Compares the figures of a new version with those of the one before. Values are compared as numbers: 1.50 is 1.5. */
export function diffFigures<F extends ComparableFigure>(
  before: readonly ComparableFigure[],
  after: readonly F[],
): FigureDiff<F> {
  const left = new Map(before.map((figure) => [figureKey(figure), figure]));
  const diff: FigureDiff<F> = { added: [], changed: [], unchanged: [], removed: [] };
  for (const figure of after) {
    const was = left.get(figureKey(figure));
    left.delete(figureKey(figure));
    if (!was) diff.added.push(figure);
    else if (same(was, figure)) diff.unchanged.push(figure);
    else diff.changed.push({ before: was, after: figure });
  }
  diff.removed.push(...left.values());
  return diff;
}

function same(a: ComparableFigure, b: ComparableFigure): boolean {
  return (
    plain(a.value) === plain(b.value) && a.missing === b.missing && a.status === b.status && a.qualifier === b.qualifier
  );
}

/** One spelling for one number: no trailing zeros after the point. */
function plain(value: string | null): string | null {
  return value?.includes('.') ? value.replace(/\.?0+$/, '') : value;
}
