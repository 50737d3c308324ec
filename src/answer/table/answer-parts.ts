import type { Tx } from '../../ground/database/data-source.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import type { Cell, Column } from './cell.ts';
import { computeCell } from './compute.ts';
import type { AnsweredSeries, TableInput } from './question.ts';
import { seesParts } from './restriction.ts';
import { currentPartFigures, type FigureScope, type OfPart, storedPartTotals } from './table.store.ts';
import type { TableFigure, TableTotal } from './table-data.ts';

/** What the parts of a table are worked out beside. */
interface Beside {
  wholes: readonly AnsweredSeries[];
  figures: FigureScope;
  input: TableInput;
  columns: readonly Column[];
}

/** The rows of one part. */
interface Part {
  breakdown: string;
  figures: TableFigure[];
  totals: TableTotal[];
}

/**
 * Series of the parts of places' values, by the same rules as the values themselves: one for each part of which the viewer sees
 * any figure, in the order of the wholes and of the parts' names. Columns are nominal periods.
 */
export async function answerParts(tx: Tx, viewer: Viewer, beside: Beside): Promise<AnsweredSeries[]> {
  const { figures, input, columns } = beside;
  const wholes = beside.wholes.filter(
    ({ organisationId, place }) =>
      organisationId !== null && place.provinceId !== null && seesParts(viewer, organisationId, place.provinceId),
  );
  if (wholes.length === 0) return [];
  const parts = partsOf(await currentPartFigures(tx, figures), await storedPartTotals(tx, figures, columns));
  const data = [...parts].map(([id, part]) => ({
    id,
    ...part,
    input: { ...input, data: input.data.with(part.figures, part.totals) },
    known: new Set([...part.figures, ...part.totals].map(identity)),
  }));
  data.sort((a, b) => (a.breakdown < b.breakdown ? -1 : 1));
  return wholes.flatMap((whole) =>
    data
      .filter(({ known }) =>
        known.has(identity({ ...whole, placeId: whole.place.id, indicatorId: whole.indicator.id })),
      )
      .map((part) => ({
        ...whole,
        breakdown: part.breakdown,
        cells: columns.map((column) => ofPart(computeCell(part.input, whole, column), part.id)),
      })),
  );
}

function identity(row: { placeId: number; organisationId: number | null; indicatorId: number }): string {
  return `${row.placeId}|${row.organisationId}|${row.indicatorId}`;
}

function ofPart(cell: Cell, breakdownId: number): Cell {
  return { ...cell, sources: cell.sources.map((source) => ({ ...source, breakdownId })) };
}

function partsOf(
  figures: readonly (TableFigure & OfPart)[],
  totals: readonly (TableTotal & OfPart)[],
): Map<number, Part> {
  const parts = new Map<number, Part>();
  const part = ({ breakdownId, breakdown }: OfPart): Part => {
    const found = parts.get(breakdownId) ?? { breakdown, figures: [], totals: [] };
    parts.set(breakdownId, found);
    return found;
  };
  for (const figure of figures) part(figure).figures.push(figure);
  for (const total of totals) part(total).totals.push(total);
  return parts;
}
