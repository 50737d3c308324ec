import type { MeasureName } from '../../../catalogue/form/form.spec.ts';
import type { ReadValue } from '../reading.ts';

/** What many values have in common: their place in the form. */
interface ValueKey {
  readonly indicatorCode: string;
  readonly breakdown?: Readonly<Record<string, string>>;
  readonly measure: MeasureName;
  readonly sheet: string | null;
}

/** Values column by column: as objects, sending them takes longer than reading them. */
export interface PackedValues {
  readonly keys: readonly ValueKey[];
  /** Of each value the number of its key. */
  readonly keyOf: Uint32Array;
  /** Of each value what is one of a few words, and which texts it has. */
  readonly marks: Uint16Array;
  /** How long the texts of each value are, in its order: cell, area, number, what is printed. */
  readonly lengths: Uint32Array;
  /** These texts on end. */
  readonly text: string;
}

const STATUSES = ['OFFICIAL', 'ESTIMATE', 'PRELIMINARY'] as const;
const MISSING = [null, 'BLANK', 'NOT_ARISEN', 'NOT_APPLICABLE', 'NOT_AVAILABLE'] as const;
const QUALIFIERS = [null, 'OVER', 'NEARLY', 'ABOUT'] as const;

/** Marks: two bits of status, three of missing, two of qualifier, and of the texts which there are. */
const [MISSING_AT, QUALIFIER_AT] = [2, 5];
const [HAS_AREA, SAME_AREA, HAS_NUMBER, OWN_PRINTED] = [1 << 7, 1 << 8, 1 << 9, 1 << 10];

/** Packs values so that they can be sent: what they share is said once, as is an area that goes on. */
export function packValues(values: readonly ReadValue[]): PackedValues {
  const keyOf = new Uint32Array(values.length);
  const marks = new Uint16Array(values.length);
  const lengths = new Uint32Array(values.length * 4);
  const table = new KeyTable();
  const texts: string[] = [];
  let area: string | undefined;
  const put = (text: string): void => {
    lengths[texts.length] = text.length;
    texts.push(text);
  };
  for (const [at, value] of values.entries()) {
    keyOf[at] = table.indexOf(value);
    let mark =
      STATUSES.indexOf(value.status) |
      (MISSING.indexOf(value.missing) << MISSING_AT) |
      (QUALIFIERS.indexOf(value.qualifier) << QUALIFIER_AT);
    put(value.cell);
    if (value.area !== undefined) {
      mark |= value.area === area ? SAME_AREA : HAS_AREA;
      if (value.area !== area) put(value.area);
      ({ area } = value);
    }
    if (value.value !== null) {
      mark |= HAS_NUMBER;
      put(value.value);
    }
    if (value.printed !== (value.value ?? '')) {
      mark |= OWN_PRINTED;
      put(value.printed);
    }
    marks[at] = mark;
  }
  return { keys: table.keys, keyOf, marks, lengths: lengths.slice(0, texts.length), text: texts.join('') };
}

/** Numbers the keys of a batch; breakdowns are the form's own objects, so that they need not be compared by content. */
class KeyTable {
  readonly keys: ValueKey[] = [];
  readonly #breakdowns: ReadValue['breakdown'][] = [];
  #last = -1;

  /** In a table one row asks for the same keys as the one before, in the same order. */
  indexOf(value: ReadValue): number {
    const next = this.#last + 1 < this.keys.length ? this.#last + 1 : 0;
    this.#last = this.#is(next, value) ? next : this.#find(value);
    return this.#last;
  }

  #is(index: number, { indicatorCode, breakdown, measure, sheet }: ReadValue): boolean {
    const key = this.keys[index];
    return (
      key !== undefined &&
      key.indicatorCode === indicatorCode &&
      key.measure === measure &&
      key.sheet === sheet &&
      this.#breakdowns[index] === breakdown
    );
  }

  #find(value: ReadValue): number {
    const found = this.keys.findIndex((_, index) => this.#is(index, value));
    if (found >= 0) return found;
    const { indicatorCode, breakdown, measure, sheet } = value;
    this.#breakdowns.push(breakdown);
    const own = breakdown === undefined ? {} : { breakdown };
    return this.keys.push({ indicatorCode, measure, sheet, ...own }) - 1;
  }
}

/** The values that were packed, equal to them. */
export function unpackValues({ keys, keyOf, marks, lengths, text }: PackedValues): ReadValue[] {
  const values: ReadValue[] = [];
  let [texts, from] = [0, 0];
  let area: string | undefined;
  const take = (): string => {
    const end = from + (lengths[texts++] ?? 0);
    const piece = text.slice(from, end);
    from = end;
    return piece;
  };
  for (const [at, mark] of marks.entries()) {
    const key = keys[keyOf[at] ?? 0];
    if (key === undefined) throw new Error(`The reading process gave a value of key ${keyOf[at]}, of ${keys.length}.`);
    const cell = take();
    if ((mark & HAS_AREA) !== 0) area = take();
    const value = (mark & HAS_NUMBER) === 0 ? null : take();
    const read: Mutable<ReadValue> = {
      sheet: key.sheet,
      cell,
      indicatorCode: key.indicatorCode,
      measure: key.measure,
      value,
      status: STATUSES[mark & 3] ?? 'OFFICIAL',
      missing: MISSING[(mark >> MISSING_AT) & 7] ?? null,
      qualifier: QUALIFIERS[(mark >> QUALIFIER_AT) & 3] ?? null,
      printed: (mark & OWN_PRINTED) === 0 ? (value ?? '') : take(),
    };
    if (area !== undefined && (mark & (HAS_AREA | SAME_AREA)) !== 0) read.area = area;
    if (key.breakdown !== undefined) read.breakdown = key.breakdown;
    values.push(read);
  }
  return values;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
