import type { MeasureName } from '../../../catalogue/form/form.spec.ts';
import type { ReadValue } from '../reading.ts';

/** What many values have in common: their place in the form. */
interface ValueKey {
  readonly indicatorCode: string;
  readonly breakdown?: Readonly<Record<string, string>>;
  readonly measure: MeasureName;
  readonly sheet: string | null;
}

type Line = readonly [
  key: number,
  cell: string,
  area: string | 0,
  value: string | 0,
  status: number,
  missing: number,
  qualifier: number,
  printed: string | 0,
];

const STATUSES = ['OFFICIAL', 'ESTIMATE', 'PRELIMINARY'] as const;
const MISSING = [null, 'BLANK', 'NOT_ARISEN', 'NOT_APPLICABLE', 'NOT_AVAILABLE'] as const;
const QUALIFIERS = [null, 'OVER', 'NEARLY', 'ABOUT'] as const;

/** Values as one text, in which what they share is said once: as objects, sending them takes longer than reading them. */
export function packValues(values: readonly ReadValue[]): string {
  const table = new KeyTable();
  const lines = values.map((value): Line => {
    const { cell, area, status, missing, qualifier, printed } = value;
    return [
      table.indexOf(value),
      cell,
      area ?? 0,
      value.value ?? 0,
      STATUSES.indexOf(status),
      MISSING.indexOf(missing),
      QUALIFIERS.indexOf(qualifier),
      printed === value.value ? 0 : printed,
    ];
  });
  return JSON.stringify({ keys: table.keys, lines });
}

/** Numbers the keys of a batch; breakdowns are the form's own objects, so that they need not be compared by content. */
class KeyTable {
  readonly keys: ValueKey[] = [];
  readonly #known = new Map<ReadValue['breakdown'], Map<string, number>>();

  indexOf({ indicatorCode, breakdown, measure, sheet }: ReadValue): number {
    const known = this.#known.get(breakdown) ?? new Map<string, number>();
    this.#known.set(breakdown, known);
    const name = `${indicatorCode} ${measure} ${sheet ?? ''}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    const index =
      this.keys.push({ indicatorCode, measure, sheet, ...(breakdown === undefined ? {} : { breakdown }) }) - 1;
    known.set(name, index);
    return index;
  }
}

/** The values that `packValues` made a text of, equal to them. */
export function unpackValues(text: string): ReadValue[] {
  const { keys, lines } = JSON.parse(text) as { keys: ValueKey[]; lines: Line[] };
  return lines.map(([at, cell, area, value, status, missing, qualifier, printed]) => {
    const key = keys[at];
    if (key === undefined) throw new Error(`The reading process gave a value of key ${at}, of ${keys.length}.`);
    const number = value === 0 ? null : value;
    const read: Mutable<ReadValue> = {
      sheet: key.sheet,
      cell,
      indicatorCode: key.indicatorCode,
      measure: key.measure,
      value: number,
      status: STATUSES[status] ?? 'OFFICIAL',
      missing: MISSING[missing] ?? null,
      qualifier: QUALIFIERS[qualifier] ?? null,
      printed: printed === 0 ? (number ?? '') : printed,
    };
    if (area !== 0) read.area = area;
    if (key.breakdown !== undefined) read.breakdown = key.breakdown;
    return read;
  });
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
