import { LAST_COLUMN, LAST_ROW } from './cell-place.ts';
import type { CellPlace } from './cell-place.ts';
import type { SheetSizes } from './sheet-part.ts';

/** Measures of Tahoma 9, in which the comments are written, in pixels. */
const LETTER = 6;
const LINE = 15;
const MARGIN = 14;
const NARROW = 330;
const WIDE = 620;
/** From so many lines on the wide box is the more readable one. */
const LONG = 24;
/** A box walks at most so far over hidden columns and rows. */
const MOST_STEPS = 2000;

/** Where the box of a comment stands: column, pixels into it, row, pixels into it, for the first and the last corner. */
export type NoteBox = readonly [number, number, number, number, number, number, number, number];

/** A box beside a cell, large enough for its text. */
export function noteBox({ row, column }: CellPlace, text: string, sizes: SheetSizes): NoteBox {
  const wide = lineCount(text, NARROW) > LONG;
  const width = wide ? WIDE : NARROW;
  const height = lineCount(text, width) * LINE + MARGIN;
  // At the right edge there is no room beside the cell; the box then covers it.
  const left = Math.min(column + 1, LAST_COLUMN - Math.ceil(width / 8));
  const top = Math.max(0, Math.min(row - 1, LAST_ROW - Math.ceil(height / 4)));
  const right = corner(left, 15 + width, LAST_COLUMN, (index) => sizes.column(index));
  const bottom = corner(top, 4 + height, LAST_ROW, (index) => sizes.row(index));
  return [left, 15, top, 4, right.index, right.pixels, bottom.index, bottom.pixels];
}

function lineCount(text: string, width: number): number {
  const letters = Math.floor((width - MARGIN) / LETTER);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
}

function corner(
  from: number,
  distance: number,
  last: number,
  sizeOf: (index: number) => number,
): { index: number; pixels: number } {
  let left = distance;
  for (let index = from; index < Math.min(last, from + MOST_STEPS); index++) {
    const size = sizeOf(index);
    if (left <= size) return { index, pixels: left };
    left -= size;
  }
  return { index: Math.min(last, from + MOST_STEPS), pixels: 0 };
}
