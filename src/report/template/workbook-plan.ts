import type { CellStyle } from './cell-style.ts';

/** What is typed into a cell: a text, a number, or a formula with the result it has now. */
export type PlannedValue = string | number | { readonly formula: string; readonly result: number };

/** One cell of a planned sheet; rows and columns count from 1. */
export interface PlannedCell {
  readonly row: number;
  readonly column: number;
  /** Left out: an empty cell that is only drawn. */
  readonly value?: PlannedValue;
  readonly style: CellStyle;
  /** Number format; General without. */
  readonly format?: string;
  /** The last cell of the rectangle that this one is merged over. */
  readonly mergedTo?: { readonly row: number; readonly column: number };
}

/** What may be typed into the cells of a rectangle. */
export interface PlannedRule {
  /** A1 style, as `D12:G12`. */
  readonly range: string;
  readonly kind: 'custom' | 'list';
  /** Relative to the first cell of the range. */
  readonly formula: string;
  /** Shown beside the cell. */
  readonly prompt: string;
  /** Shown where something else is typed, which the officer may keep; null where nothing is said. */
  readonly warning: string | null;
}

/** A sheet before any library knows of it. */
export interface PlannedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: readonly PlannedCell[];
  readonly rules: readonly PlannedRule[];
  /** In characters, from the first column on. */
  readonly widths: readonly number[];
  /** In points, by row. */
  readonly heights: ReadonlyMap<number, number>;
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** First and last row that every printed page repeats; null where none. */
  readonly repeated: readonly [first: number, last: number] | null;
  readonly landscape: boolean;
  /** Printed at the foot of each page, before the page number. */
  readonly footer: string;
}

/** A workbook before any library knows of it. */
export interface WorkbookPlan {
  readonly title: string;
  readonly author: string;
  readonly sheets: readonly PlannedSheet[];
  /** Names of cells, as `phoi_hop_form` for `'phoi-hop'!$B$1`. */
  readonly names: ReadonlyMap<string, string>;
  /** Custom document properties, so that a program knows the file without reading its cells. */
  readonly properties: ReadonlyMap<string, string>;
}
